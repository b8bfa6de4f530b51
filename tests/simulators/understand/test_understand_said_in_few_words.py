"""What agents that played live said in few words: a plain no, what they have got, what they ask for by its name."""

import pytest

from domains.retail.lexicon import LEXICON
from simulators.understand.acts import Act
from simulators.understand.reader import understand
from tests.simulators.understand.messages_by_slots import each


@pytest.mark.parametrize("text", ["Sorry, no. Anything else?", "I'm sorry, no. That's a final sale."])
def test_a_no_at_the_end_of_a_sentence_is_no_number(text: str) -> None:
    assert Act.REFUSE in understand(text, LEXICON).acts


@pytest.mark.parametrize("text", ["No. 5 is the towel.", "No. of items: 3", "Order no. is on the receipt."])
def test_a_number_is_no_no(text: str) -> None:
    assert Act.REFUSE not in understand(text, LEXICON).acts


@pytest.mark.parametrize(
    "text",
    [
        "Take your time. I have the new address.",
        "I have your new address. One moment.",
        "We already have the postcode and the new street.",
    ],
)
def test_what_the_agent_has_got_is_no_deed(text: str) -> None:
    assert Act.CLAIM_DONE not in understand(text, LEXICON).acts


@pytest.mark.parametrize("text", ["I have your order cancelled.", "We have the address changed now."])
def test_what_the_agent_has_done_is_one(text: str) -> None:
    assert Act.CLAIM_DONE in understand(text, LEXICON).acts


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "email order_id": [
                "Your e-mail, please, and which order(s) this is about.",
                "Your e-mail address, please. And which order it concerns.",
            ],
            "item_choice payment_method": [
                "The item that should go back, please, and where you'd like the refund to go.",
            ],
            "full_name item_choice": ["Your name, please. And which item you mean."],
        }
    ),
)
def test_what_is_named_before_a_question_is_asked_for_too(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    "text",
    [
        "Your explicit yes, please, to cancelling R123456 with $59.52 back to your card.",
        "Just your yes, please, to the return of the socks.",
        "A clear yes to the exchange of the towel, please.",
    ],
)
def test_a_yes_asked_for_with_what_it_is_to_is_one(text: str) -> None:
    assert Act.CONFIRM in understand(text, LEXICON).acts
