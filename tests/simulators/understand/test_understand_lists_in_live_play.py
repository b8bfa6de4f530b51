"""Lists of things wanted as agents that played live wrote them, and others of their kinds, in the words of the shop."""

import pytest

from domains.retail.lexicon import LEXICON
from simulators.understand.acts import Act
from simulators.understand.reader import understand
from tests.simulators.understand.messages_by_slots import each


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "email address": [
                (
                    "Could you tell me\n\u2022 the e-mail of your account\n\u2022 the new street, city & postcode\n"
                    "so that I can update R688456?"
                ),
                "Please send me\n- your e-mail\n- the new address\nso I can change it.",
            ],
            "email order_id": [
                "I need\n1. your e-mail\n2. the order number",
                "Sure: 1. your email 2. your order number",
                "Could you give me: 1. your email 2. the order number?",
            ],
            "email order_id item_choice": ["I need 1. your e-mail, 2. the order number and 3. which item it is."],
            "email order_id reason": ["can i get ur email adress, the order nr. and the reason?"],
            "order_id item_choice reason": [
                "Please let me know the order number, the item, and \u2014 if you don't mind \u2014 why it goes back."
            ],
            "email": [
                "To do that I first need to find your account:\n\n- **E-mail address** of your account",
                "So that I can see your orders: which email do you shop with?",
            ],
        }
    ),
)
def test_lists_are_known_in_one_line_and_without_their_colon(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    "text",
    [
        "There are two ways. 1. Return the lamp. 2. Keep it.",
        "Here is what I can give you\n- the order number R688456\n- the e-mail we have",
        "To reset it: 1. open Settings 2. tap Reset 3. wait for the light.",
    ],
)
def test_a_list_of_something_else_asks_for_nothing(text: str) -> None:
    assert Act.REQUEST not in understand(text, LEXICON).acts


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "order_id": ["And the ordr number?", "What's the ordre number?"],
            "email order_id address": ["hi, whats ur email + order number + new adress (street, city, postcode)?"],
            "email": ["what's your emial?", "your emai adress please"],
            "payment_method": ["Where should the refnd go?"],
            "reason": ["And the reson for the cancellation?"],
        }
    ),
)
def test_what_is_wanted_is_known_if_it_is_misspelt(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize("text", ["We deliver on Friday, Emil.", "The adder is gone; is that right?"])
def test_words_of_their_own_are_no_slips(text: str) -> None:
    assert understand(text, LEXICON).slots == ()
