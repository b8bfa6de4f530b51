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


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "email shipping_method": [
                (
                    "Then let me keep the print large: your e-mail, and the shipping you'd like instead"
                    " (standard, express or pickup)?"
                ),
                "Your e-mail, and should it go by standard or express?",
            ],
            "email order_id payment_method": [
                "Your e-mail, the order number, and do you want it on the card or the wallet?",
            ],
            "email order_id item_choice payment_method": [
                "Email, order number, what's going back and where the refund should go, please!",
            ],
            "order_id item_choice payment_method": [
                "Order, item(s), refund to?",
                "Order, items, and the refund where?",
            ],
            "payment_method": ["refund where?", "And the refund to?"],
            "order_id reason": [
                "Now the two order numbers, and why you want each cancelled.",
                (
                    "If you also have the order number at hand and could tell me why you wish to cancel, we'll be"
                    " finished sooner."
                ),
            ],
            "email order_id reason": [
                "e-mail, order number, and why you'd like to cancel \u2014 send those over and I'll take care of it!",
            ],
            "email address": [
                "Just your account email and the new address (street, city & postcode) and I'll get it updated.",
            ],
            "order_id item_choice": [
                "May I ask for the order number, please, and for the item?",
                "Could I ask for the order number and for the item?",
            ],
            "email payment_method": [
                (
                    "Our rules are that I first identify you by e-mail address, so please tell me that, and also which"
                    " of your payment methods should pay for the order instead."
                ),
            ],
            "order_id": ["I need your order number, so please send it over."],
        }
    ),
)
def test_what_is_listed_is_asked_for_whatever_ends_the_list(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


def test_what_remains_is_asked_for() -> None:
    reading = understand(
        "There remain the number of the order, the item that you wish to send back, and the payment method to which the"
        " refund is to go; may I ask for these?",
        LEXICON,
    )
    assert set(reading.slots) == {"order_id", "item_choice", "payment_method"}


@pytest.mark.parametrize(
    "text",
    [
        "The new address is on your order, and I'll send it today.",
        "Pack it with the lamp, and send it back.",
        "There remains nothing to do, and the refund is on its way.",
        "Your order, and why it was late, we have looked into.",
        "Your order, and I'll send it tomorrow.",
    ],
)
def test_what_is_told_in_such_words_is_not_asked_for(text: str) -> None:
    assert understand(text, LEXICON).slots == ()
