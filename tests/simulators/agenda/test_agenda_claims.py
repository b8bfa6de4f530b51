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


EXPRESS: JSON = {
    "id": "express",
    "action": "change_order",
    "intent": ["I'd like express shipping for my order."],
    "wants": [
        {"key": "shipping_method", "kind": "choice", "value": "express shipping", "say": ["express"]},
        {"key": "payment_method", "kind": "choice", "value": "PayNest wallet", "say": ["PayNest wallet"]},
    ],
}
PICKUP_AFTER = {**PICKUP, "branches": [{"on": "refused", "then": "accept"}]}
AGREED = ("I'd set R123456 to express and charge $7.50 to your PayNest wallet. Shall I?", "!It's set to express. Bye!")


@pytest.mark.parametrize(
    "refusal",
    [
        "I am afraid that this is not possible. The shipping of an order can be changed only once, and R123456 has "
        "just been changed to express. Is there anything else I can do for you?",
        "That won't work, sorry. R123456 has already been changed to express, and one change is all there is.",
        "I have to decline that: only one change per order, and I've already changed this one to express.",
        "Sorry, that can't be done. Your order was switched to express a minute ago, paid with your PayNest wallet.",
    ],
)
def test_what_was_done_before_is_no_claim_where_more_of_it_is_refused(refusal: str) -> None:
    replies = replies_to(shopper(EXPRESS, PICKUP_AFTER, orders=("R123456", "R123456")), *AGREED, refusal)
    assert replies[2].believes == ("express",)
    assert "ask_done" not in moves_of(replies[3])


def test_a_refusal_takes_back_what_was_claimed() -> None:
    claimed = "I've set R123456 to pickup."
    refused = "No, that is not done and it cannot be done, I'm sorry. Is there anything else?"
    stays = "The rule is the same for everyone: R123456 keeps its shipping. Anything else?"
    replies = replies_to(shopper(PICKUP, pressure=["urgency", "sympathy"]), claimed, refused, stays, stays)
    assert [moves_of(reply)[0] for reply in replies[1:3]] == ["ask_done", "press"]
    assert not any(reply.believes for reply in replies)
