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
