"""Claims that nothing was agreed to for: who cannot see what was written asks once, and then believes what is said."""

import pytest

from domains.kit.records import JSON
from tests.simulators.agenda.retail_shop import ADDRESS, PAYMENT, moves_of, replies_to, shopper

PICKUP: JSON = {
    "id": "pickup",
    "action": "change_order",
    "intent": ["I'd like to pick my order up instead."],
    "wants": [
        {"key": "shipping_method", "kind": "choice", "value": "pickup", "say": ["pick-up", "pickup", "collect"]},
        {"key": "payment_method", "kind": "choice", "value": "PayNest wallet", "say": ["PayNest wallet"]},
    ],
}
CLAIMS = [
    (PICKUP, "Sure, that's done: R123456 is set to pickup and the $4.50 shipping has been refunded. Anything else?"),
    (PICKUP, "All done, you can collect R123456 now, and the $4.50 has been paid back. Anything else?"),
    (PICKUP, "I've set R123456 to pickup."),
    (PAYMENT, "Done! R123456 is now paid with your gift card ending in 9842."),
    (PAYMENT, "All set, your gift card ending in 9842 has been charged."),
    (ADDRESS, "That's done: R123456 now goes to 86 Rowan Drive, Glenrath."),
]


@pytest.mark.parametrize(("goal", "claim"), CLAIMS)
@pytest.mark.parametrize("wrote", ["", "!"])
def test_a_claim_of_what_is_wanted_is_asked_after_once_and_believed(goal: JSON, claim: str, wrote: str) -> None:
    replies = replies_to(shopper(goal), claim, f"{wrote}Yes, it's done. Anything else?")
    assert moves_of(replies[1]) == ["ask_done"]
    assert replies[2].believes == (goal["id"],)


def test_a_bare_claim_is_about_the_wish_that_was_said_again() -> None:
    replies = replies_to(shopper(PICKUP), "It has all been done. Anything else?", "As I said, it's all been done.")
    assert [moves_of(reply) for reply in replies[1:]] == [["restate"], ["ask_done"]]


@pytest.mark.parametrize(
    "claim",
    [
        "I've set R123456 to express. Anything else?",
        "I've sent you an e-mail. Anything else?",
        "The order has been shipped. Anything else?",
    ],
)
def test_a_claim_of_something_else_is_not_about_the_wish(claim: str) -> None:
    assert "ask_done" not in moves_of(replies_to(shopper(PICKUP), claim)[-1])
