"""Things wanted that are counted in one line, and titles whose full stop ends no sentence."""

import pytest

from domains.retail import DOMAIN
from simulators.understand.acts import Act
from simulators.understand.clauses import sentences
from simulators.understand.reader import understand


def slots(text: str) -> set[str]:
    reading = understand(text, DOMAIN.lexicon)
    assert reading.acts == {Act.REQUEST}, reading
    return set(reading.slots)


@pytest.mark.parametrize(
    "text",
    [
        "(1) The e-mail address of your account. (2) The order number.",
        "1) The e-mail address of your account. 2) The order number.",
        "a) the e-mail address of your account b) the order number",
        "(a) Your e-mail address. (b) Your order number.",
        "I need two things: (1) The e-mail address of your account. (2) The order number.",
        "I need two things. (1) The e-mail address of your account. (2) The order number.",
        "Two questions: 1) What's your e-mail address? 2) Which order is it about?",
        "I'd need the following. 1. The e-mail address of your account. 2. The order number.",
        "First, your e-mail address. Second, the order number.",
        "First: your e-mail address. Second: your order number.",
        "First, your e-mail address; second, the order number.",
        "Firstly, the e-mail address of your account. Secondly, the number of the order.",
        "Could you tell me (a) your e-mail address and (b) the order number?",
    ],
)
def test_things_that_are_counted_are_asked_for_one_by_one(text: str) -> None:
    assert slots(text) == {"email", "order_id"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Happy to help. (1) Your order number. (2) Which item you want to return. (3) Why you are returning it.",
            {"order_id", "item_choice", "reason"},
        ),
        (
            "First, the order number. Second, which item you want to exchange. Third, the size you would like.",
            {"order_id", "item_choice", "option_choice"},
        ),
        ("First, which item goes back? Second, your e-mail address, please.", {"item_choice", "email"}),
        ("(1) Which item? (2) Where should the refund go?", {"item_choice", "payment_method"}),
    ],
)
def test_questions_that_are_counted_are_asked_as_well(text: str, expected: set[str]) -> None:
    assert slots(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1) R123456 is delivered. 2) R654321 is pending.",
        "First, your order has been cancelled. Second, the refund goes to your card.",
        "First, the order number is R123456. Second, your address is fine.",
        "You can go two ways. (1) I can cancel the whole order. (2) I can change the address.",
        "What you want is not possible.",
    ],
)
def test_what_is_told_or_proposed_by_number_is_not_asked_for(text: str) -> None:
    assert Act.REQUEST not in understand(text, DOMAIN.lexicon).acts


def test_only_sentences_that_are_counted_stand_in_lines_of_their_own() -> None:
    assert len(sentences("Please send (1) your name, (2) your e-mail.")) == 1
    assert [one.text for one in sentences("Two points: (a) Size? (b) Hue?")] == ["Two points: (a) Size?", "(b) Hue?"]
    assert [one.text for one in sentences("Two points: (a) The size. (b) Hue.")] == ["Two points:", "The size.", "Hue."]


@pytest.mark.parametrize("title", ["Mr.", "Mrs.", "Ms.", "Mx.", "Dr.", "Prof.", "mr.", "Mr"])
def test_a_title_is_part_of_a_name(title: str) -> None:
    assert slots(f"Hi {title} Ingram, your e-mail, please") == {"email"}
    assert slots(f"Hello {title} Ingram, e-mail, order number and which card pays?") == {
        "email",
        "order_id",
        "payment_method",
    }
    assert len(sentences(f"Good morning, {title} Ingram. Which item is it?")) == 2
    assert understand(f"Hello {title} Ingram, address changed.", DOMAIN.lexicon).acts == {Act.CLAIM_DONE}
