"""Options under letters or numbers beside a refusal of something else: who wants one of them chooses it."""

import pytest

from domains.kit.records import JSON
from tests.simulators.agenda.retail_shop import PAYMENT, moves_of, replies_to, shopper
from tests.simulators.agenda.test_agenda_plainly import PICKUP

CHOSEN: list[tuple[JSON, str]] = [
    (PICKUP, "I can't do pickup and express together. Which one: A) pickup, free, or B) express for $7.50?"),
    (PICKUP, "It can't be both. Here's what I can do: A) change to pickup, B) change to express. Please choose."),
    (PICKUP, "Two ways at once aren't possible. Options:\n1. Pickup\n2. Express ($7.50)\n\nWhich one?"),
    (PAYMENT, "I can't split the payment. You can A) pay all with the gift card 9842, or B) keep it as it is. Which?"),
    (PAYMENT, "Your options: A) gift card 9842 pays everything B) nothing changes. A split isn't possible. Which one?"),
    (PAYMENT, "A card can't be used beside the gift card. A) gift card ending in 9842 for all B) card 2631. A or B?"),
    (PAYMENT, "I can't split the payment. A) all on the gift card ending in 9842; B) all stays on the card 2631."),
]


@pytest.mark.parametrize(("goal", "message"), CHOSEN)
def test_the_option_that_has_it_is_chosen(goal: JSON, message: str) -> None:
    reply = replies_to(shopper(goal, pressure=["sympathy"]), "Which order?", message)[-1]
    assert moves_of(reply) == ["choose"]


@pytest.mark.parametrize(
    ("goal", "message"),
    [
        (PICKUP, "I can't change it to pickup. You can A) keep standard or B) change to express. Which one?"),
        (PICKUP, "I can't offer any of these: A) pickup B) express."),
        (PAYMENT, "A gift card can't be used here. A) card 2631 B) PayNest. Which one?"),
        (PAYMENT, "I can't change it. A) gift card 9842: not possible. B) card 2631: stays. Anything else?"),
    ],
)
def test_where_no_option_has_it_the_refusal_is_pressed_against(goal: JSON, message: str) -> None:
    reply = replies_to(shopper(goal, pressure=["sympathy"]), "Which order?", message)[-1]
    assert moves_of(reply) == ["press"]
