"""Requests for several things of an order, none of which may be lost, read with the words of the shop."""

import pytest

from domains.retail.lexicon import LEXICON
from simulators.understand.reader import understand
from tests.simulators.understand.messages_by_slots import each

TWO_ORDERS = "I found these orders:\n- **R123456** (delivered)\n- **R892895** (delivered)\n\n"


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "shipping_method": [
                "Could you tell me the shipping you'd like?",
                "What is the shipping you'd prefer?",
                "Please tell me the kind of delivery you'd like.",
                "How fast would you like it?",
            ],
            "order_id shipping_method": ["Please tell me the order number and the shipping you'd like."],
            "order_id shipping_method payment_method": [
                "Could you let me know:\n\n- which order,\n- the shipping you'd like, and\n- how you'd like to pay?",
            ],
            "order_id payment_method gift_card_amount": [
                (
                    "Please give me:\n1. your order number\n2. the payment method you'd like\n"
                    "3. the amount that should come off the gift card"
                ),
                (
                    "For this I need three things:\n\n1. The order number\n2. The card that should pay the rest\n"
                    "3. The amount that should come off the gift card"
                ),
            ],
            "gift_card_amount": ["What should I take from the gift card?"],
            "item_choice": ["Please name all of the items.", "Could you name all the items you want to send back?"],
            "item_choice payment_method": ["OK! Please name all of the items, and the refund method."],
        }
    ),
)
def test_no_part_of_a_request_is_lost(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "order_id reason": [
                "Which of them would you like to cancel, and why?",
                "You have three orders. Which one would you like to cancel and why?",
                f"{TWO_ORDERS}Which of them should I cancel, and why?",
                "Which of the two would you like cancelled, and for what reason?",
            ],
            "order_id item_choice": [
                f"{TWO_ORDERS}Which of them do you want to return something from, and which items?",
                "I found two orders. Which one is it, and which item would you like to return?",
            ],
            "order_id option_choice": [
                "You have two pending orders. Which of them is it, and what would you like to change it to?",
            ],
            "order_id": ["I found two orders. Which one is it?", "Which of them would you like to cancel?"],
            "item_choice": ["Which items would you like to cancel?", "Which one would you like to return?"],
        }
    ),
)
def test_which_of_them_is_one_of_what_was_named_whatever_is_asked_beside_it(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())
