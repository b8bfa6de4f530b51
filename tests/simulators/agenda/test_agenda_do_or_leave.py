"""Questions whether to do something or to leave it, beside what cannot be: a yes or no answers them, as they propose
one thing only, and a side note refuses nothing of it."""

import pytest

from domains.kit.records import JSON
from tests.simulators.agenda.retail_shop import (
    ADDRESS,
    ADDRESS_ASKED,
    CANCEL,
    EXCHANGE,
    PAYMENT,
    PAYMENT_ASKED,
    RETURN,
    RETURN_ASKED,
    moves_of,
    replies_to,
    shopper,
)

PROPOSED: list[tuple[JSON, str, str]] = [
    (
        RETURN,
        RETURN_ASKED,
        "R123456, the trail socks: $12.00 back to your Meridian card ending in 7058, the shipping isn't refundable. "
        "Should I submit this or not?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "Trail socks, R123456: $12.00 to card 7058; the $4.50 shipping cannot be refunded. Would you like "
        "me to go ahead or leave it?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "I can return the trail socks from R123456 for you: $12.00 goes to your Meridian card ending in "
        "7058 on arrival. The shipping of $4.50 is not refundable. Would you like me to go ahead, or "
        "would you rather keep it?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "Here are the details: return of the trail socks from order R123456, refund of $12.00 to your "
        "Meridian card ending in 7058. The shipping cost of $4.50 can't be refunded. Would you like to "
        "proceed, or would you like to change anything?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "Here are the details: return of the trail socks from order R123456, refund of $12.00 to your "
        "Meridian card ending in 7058. The shipping cost of $4.50 can't be refunded. Reply YES to go "
        "ahead or NO to leave the order unchanged.",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "I can do that. Return from R123456: trail socks, $12.00 to card 7058. The shipping fee is "
        "non-refundable. Should I submit this or not?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "The trail socks (R123456) qualify. $12.00 to card 7058, shipping not included. Once requested, "
        "it's not possible to exchange it instead. Should I file the return or not?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "You may return the trail socks (R123456). The refund of $12.00 goes to card 7058; I can't refund "
        "it to any other method than that or your gift card. Shall I go ahead, or is there something "
        "you'd like to change first?",
    ),
    (
        PAYMENT,
        PAYMENT_ASKED,
        "R123456 would be paid with the gift card ending in 9842: $48.00; no change of payment "
        "afterwards. Do I set it up like that or would you rather leave the payment as is?",
    ),
    (
        ADDRESS,
        ADDRESS_ASKED,
        "R123456 would go to 86 Rowan Drive, Glenrath, 27249. Your profile address can't be affected by "
        "that. Would you like that, or should it stay as it is?",
    ),
    (
        ADDRESS,
        ADDRESS_ASKED,
        "New address for R123456: 86 Rowan Drive, Glenrath, 27249. I can't change it once it's been "
        "packed. Shall I update it, or is there anything to correct?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "R123456, trail socks, $12.00 to your Meridian card ending in 7058. The $4.50 shipping can't be "
        "refunded, I'm afraid. Would you like me to submit the return, or leave the order as it is?",
    ),
    (
        CANCEL,
        "Which order?",
        "R123456: $59.52 to Cardinal 3562. The cancellation can't be undone. Would you like to proceed, "
        "or would you like to keep the order?",
    ),
    (
        PAYMENT,
        PAYMENT_ASKED,
        "R123456: $147.75 on the gift card ending in 9842. This can't be changed again. Would you like to "
        "proceed, or do you have any questions?",
    ),
    (
        PAYMENT,
        PAYMENT_ASKED,
        "R123456 on gift card 9842, $48.00. I cannot change the payment a second time. Would you like me "
        "to go ahead, or leave it at the Orbis card?",
    ),
    (
        PAYMENT,
        PAYMENT_ASKED,
        "R123456 on gift card 9842, $48.00. You cannot change the payment later on. Would you like that, "
        "or would you prefer to leave the payment the way it is?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "R123456: trail socks back, $12.00 to card 7058. Return it, or keep it?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "Trail socks, R123456, $12.00 to Meridian 7058. Proceed or cancel?",
    ),
    (
        CANCEL,
        "Which order?",
        "R123456, $59.52 back to your card. Cancel it, or leave everything as it is?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "No problem, let me ask again: return the trail socks, R123456, with $12.00 to card 7058?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        'Return from R123456: trail socks, $12.00 to card 7058. Please reply "yes" to confirm or "no" to cancel.',
    ),
    (
        RETURN,
        RETURN_ASKED,
        "Return from R123456: trail socks, $12.00 to card 7058. Reply yes to confirm or no to cancel.",
    ),
    (
        PAYMENT,
        PAYMENT_ASKED,
        "R123456 on gift card 9842, $48.00. **Note:** once changed, it can no longer be changed.\n\nShall I "
        "proceed, or would you like a different one?",
    ),
    (
        PAYMENT,
        PAYMENT_ASKED,
        "R123456 on the gift card ending in 9842. Is that what you want, or should it stay on PayNest?",
    ),
]
INSTEAD: list[tuple[JSON, str, str]] = [
    (
        CANCEL,
        "Which order?",
        "I can't cancel R123456, it has shipped. I could set up a return later. Would you like me to go "
        "ahead, or leave it?",
    ),
    (
        PAYMENT,
        PAYMENT_ASKED,
        "The gift card doesn't hold enough. I could put it on PayNest. Shall I go ahead, or leave it as it is?",
    ),
    (
        PAYMENT,
        PAYMENT_ASKED,
        "The gift card doesn't hold enough, so I can't. I could take $20.00 from it and $28.00 from your "
        "Orbis card. Would you like me to go ahead, or leave it?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "I can't refund to Meridian 7058. It'd have to be the gift card: trail socks, R123456, $12.00 to "
        "the gift card. Shall I do that, or would you rather keep it?",
    ),
    (
        ADDRESS,
        ADDRESS_ASKED,
        "R123456 can't be redirected. I can update your profile to 86 Rowan Drive, Glenrath, 27249 "
        "instead. Would you like that, or should it stay as it is?",
    ),
    (
        RETURN,
        RETURN_ASKED,
        "The trail socks can't be returned. The pillow could: R123456, $20.00 to 7058. Would you like to "
        "proceed, or leave it?",
    ),
]


@pytest.mark.parametrize(("goal", "asked", "message"), PROPOSED)
def test_whether_to_do_it_or_leave_it_gets_a_yes_beside_a_side_note(goal: JSON, asked: str, message: str) -> None:
    reply = replies_to(shopper(goal), asked, message)[-1]
    assert (reply.stance, moves_of(reply)) == ("agree", ["agree"])


@pytest.mark.parametrize(("goal", "asked", "message"), INSTEAD)
def test_something_else_or_leaving_it_gets_no_yes(goal: JSON, asked: str, message: str) -> None:
    reply = replies_to(shopper(goal), asked, message)[-1]
    assert reply.stance != "agree"
    assert "agree" not in moves_of(reply)


IN_PLACE: list[tuple[JSON, str]] = [
    (EXCHANGE, "White, medium is out of stock. I could do coral, medium for $2.00 on your Orbis card ending in 4454."),
    (RETURN, "The trail socks can't be returned. I could exchange them for another pair."),
    (RETURN, "The trail socks are final sale, so no. I could take back the pillow from R123456 to Meridian 7058."),
    (CANCEL, "I can't cancel R123456. I could change its address instead."),
    (ADDRESS, "I can't send R123456 to Rowan Drive. I could have it held at the store in Ashmere for pickup."),
    (ADDRESS, "R123456 is with the carrier, so no. I could put 86 Rowan Drive, Glenrath, 27249 in your profile."),
    (PAYMENT, "The gift card is too low. I could charge PayNest instead."),
    (PAYMENT, "The gift card holds only $20.00, so I can't. It could pay $20.00 and your Orbis card $28.00."),
    (PAYMENT, "The gift card falls short. Your Orbis card could stay on R123456."),
]
WHAT_IT_IS = "Which order is it, and what exactly shall be done?"


@pytest.mark.parametrize(
    "asked", ["Shall I go ahead, or leave it?", "Would you like that, or should it stay as it is?", "May I?"]
)
@pytest.mark.parametrize(("goal", "told"), IN_PLACE)
@pytest.mark.parametrize("pressure", [[], ["sympathy"]])
def test_what_is_put_in_place_of_a_wish_gets_no_yes(goal: JSON, told: str, asked: str, pressure: list[str]) -> None:
    first, no = told.split(". ", maxsplit=1)[0], shopper(goal, pressure=pressure)
    for before in ((), (f"{first}.",)):
        assert replies_to(no, WHAT_IT_IS, *before, f"{told} {asked}")[-1].stance != "agree"


def test_no_no_is_said_to_leaving_it_by_who_lets_it_go() -> None:
    refused = "R123456 is with the carrier and its address can't be changed any more. Shall I leave it as it is?"
    reply = replies_to(shopper(ADDRESS), ADDRESS_ASKED, refused, refused)[-1]
    assert "accept_refusal" in moves_of(reply)
    assert reply.stance is None
    assert not (reply.text or "").startswith("No")
