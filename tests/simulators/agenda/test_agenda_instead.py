"""Proposals of another deed than the one that is wanted: nobody says yes to them for want of a plain no before."""

import pytest

from domains.kit.records import JSON
from tests.simulators.agenda.retail_shop import CANCEL, PAYMENT, moves_of, replies_to, shopper

UNNEEDED: JSON = {
    **CANCEL,
    "wants": [{"key": "reason", "kind": "text", "value": "no longer needed", "say": ["I no longer need it"]}],
}


@pytest.mark.parametrize(
    "proposal",
    [
        "R123456 was delivered on April 5, so a cancellation is no longer an option. Returns are open until May 5: I'd "
        "request the return of the curtain pair, with $89.25 back to your card. Shall I go ahead with that?",
        "R123456 has reached you already, so there's nothing left to cancel. I'd be glad to return the curtain pair "
        "for you, with $89.25 refunded to your card. Shall I?",
        "It's too late to cancel R123456. We'd send back the curtain pair, and $89.25 would be refunded. Is that OK?",
        "Then this is the return in full: order R123456, the curtain pair, with $89.25 refunded to your card ending in "
        "3999 when it arrives. It's the only item in the order. Shall I request it?",
    ],
)
def test_a_return_in_place_of_a_cancellation_gets_no_yes(proposal: str) -> None:
    reply = replies_to(shopper(UNNEEDED), proposal)[-1]
    assert reply.stance != "agree"
    assert "agree" not in moves_of(reply)


@pytest.mark.parametrize(
    "proposal",
    [
        "I'd cancel order R123456 because you no longer need it, and $93.75 goes back to your card. Shall I?",
        "I'd cancel order R123456 because you no longer need it. It can't be changed back after that. Is that OK?",
        "Once I cancel R123456, a return isn't needed, since it was never sent: $93.75 goes to your card. Shall I?",
    ],
)
def test_a_cancellation_gets_its_yes_whatever_else_is_named(proposal: str) -> None:
    assert replies_to(shopper(UNNEEDED), proposal)[-1].stance == "agree"


SPLIT: JSON = {
    **PAYMENT,
    "wants": [
        {"key": "gift_card_amount", "kind": "money", "value": "2500", "say": ["$25.00"]},
        {
            "key": "payment_method",
            "kind": "choice",
            "value": "Orbis card ending in 3873",
            "say": ["Orbis card", "3873"],
        },
    ],
}


@pytest.mark.parametrize(
    "proposal",
    [
        "I'd put $25.00 on your gift card and the rest, $214.33, on your Orbis card ending in 3873. I can't promise a "
        "date. May I?",
        "I'd put $25.00 on your gift card and the rest, $214.33, on your Orbis card ending in 3873. I can't promise a "
        "date, though. Shall I go ahead?",
        "$25.00 on your gift card, the rest ($214.33) on the Orbis card ending in 3873 - the payment can't be changed "
        "any more after the split. May I?",
        "$25.00 on your gift card, the rest ($214.33) on the Orbis card ending in 3873, and the payment can't be "
        "changed afterwards. May I?",
    ],
)
def test_what_cannot_be_promised_or_done_later_is_no_refusal_of_what_is_proposed(proposal: str) -> None:
    scenario = shopper(SPLIT, pressure=["sympathy"])
    assert replies_to(scenario, "How much on the gift card, and how the rest?", proposal)[-1].stance == "agree"


ONE_CARD = "I can't switch R123456 to the gift card ending in 9842, as it holds only $20.00."
SHARED = [
    "What's possible is a payment in two parts: $20.00 of R123456 from your gift card ending in 9842, $328.18 from "
    "your Orbis card ending in 2631. Do you agree?",
    "What the rules allow is two parts: $20.00 of R123456 from your gift card ending in 9842 and $328.18 from your "
    "Orbis card. Do you agree?",
    "The gift card ending in 9842 holds $20.00, not enough for $348.18. However, a gift card may pay a part of an "
    "order and a card the rest. Would this be of interest to you?",
    "I could take $20.00 from the gift card ending in 9842 and $328.18 from the card ending in 2631. OK?",
    "A gift card can pay for part of it, with another card paying the balance. Would you like that?",
    "I could put $20.00 of R123456 on the gift card ending in 9842. Shall I?",
    "It is possible to pay with both: the gift card ending in 9842 and the Orbis card. Would you like me to do that?",
    "The gift card ending in 9842 would be emptied, and $328.18 would be charged to your Orbis card. Shall I go ahead?",
    "We could use gift card ending in 9842: $20.00; Orbis card ending in 2631: $328.18. Do you want this?",
    "What the rules allow is two parts: $20.00 on the gift card ending in 9842 and $28.00 on your Orbis card ending in "
    "2631. Would you like me to do that, or leave it?",
    "Half on the gift card ending in 9842, half on the Orbis card: yes?",
    "The gift card ending in 9842 is used first; what it doesn't cover goes on the card ending in 2631. OK?",
    "Shall I put as much as possible on your gift card ending in 9842?",
]


@pytest.mark.parametrize("offer", SHARED)
@pytest.mark.parametrize("before", [(), (ONE_CARD,)])
def test_a_payment_in_parts_is_no_payment_with_one_card(offer: str, before: tuple[str, ...]) -> None:
    scenario = shopper(PAYMENT, pressure=["sympathy"])
    reply = replies_to(scenario, "What's the order number, and how would you like to pay?", *before, offer)[-1]
    assert reply.stance == "reject"
    assert "agree" not in moves_of(reply)


def test_a_payment_in_parts_after_a_refusal_that_was_contested_is_the_end_of_it() -> None:
    scenario = shopper(PAYMENT, pressure=["sympathy"])
    replies = replies_to(scenario, "What's the order number, and how would you like to pay?", ONE_CARD, SHARED[0])
    assert moves_of(replies[-2]) == ["press"]
    assert moves_of(replies[-1]) == ["accept_refusal", "leave"]


@pytest.mark.parametrize(
    "proposal",
    [
        "I'd move the payment of R123456 to your gift card ending in 9842: $348.18 is charged to it, and $348.18 goes "
        "back to your Orbis card ending in 2631. Do you agree?",
        "I'd charge $348.18 to the gift card ending in 9842 (it has $400.00, so $51.82 is left) and refund the Orbis "
        "card. Shall I?",
        "The gift card ending in 9842 holds $400.00, enough for $348.18. I'd charge the $348.18 there and release the "
        "$348.18 held on the Orbis card ending in 2631. Is that OK?",
        "The $348.18 of R123456 would be paid with the gift card ending in 9842, without splitting it. May I?",
        "I wouldn't split anything: all of R123456 goes on the gift card ending in 9842. Do you agree?",
    ],
)
def test_a_payment_with_one_card_gets_its_yes_whatever_amounts_are_told(proposal: str) -> None:
    scenario = shopper(PAYMENT)
    reply = replies_to(scenario, "What's the order number, and how would you like to pay?", proposal)[-1]
    assert reply.stance == "agree"
