"""Proposals that also name what is there now: what something is changed from is not what is proposed."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import ADDRESS, PAYMENT, moves_of, replies_to, shopper

SHIPPING: JSON = {
    "id": "shipping",
    "action": "change_order",
    "intent": ["The shipping of an order should be another one."],
    "wants": [
        {
            "key": "shipping_method",
            "kind": "choice",
            "value": "pickup",
            "say": ["pick-up", "pickup"],
            "among": ["express", "standard"],
        }
    ],
}
VERSION: JSON = {
    "id": "version",
    "action": "change_order",
    "intent": ["I'd like another version of something in my order."],
    "wants": [
        {"key": "item_choice", "kind": "choice", "value": "day pack", "say": ["day pack"], "among": ["rain hat"]},
        {"key": "option_choice", "kind": "choice", "value": "teal", "say": ["teal"], "among": ["mustard", "black"]},
    ],
}
NEW = "86 Rowan Drive, Glenrath, 27249"


def answer(goal: JSON, *messages: str) -> Reply:
    """The last reply of a customer of the shop with this one goal."""
    return replies_to(shopper(goal), *messages)[-1]


@pytest.mark.parametrize(
    ("goal", "proposal"),
    [
        (ADDRESS, f"The new one is:\n\n{NEW}\n\nShall I change R123456 from 58 Magnolia Drive, Ashmere to that one?"),
        (ADDRESS, f"I have noted {NEW}. Shall I switch R123456 from 58 Magnolia Drive, Ashmere, 10463 to it?"),
        (ADDRESS, f"Shall I send R123456 to the new address rather than to 58 Magnolia Drive? I mean {NEW}."),
        (ADDRESS, f"New address: {NEW}. Shall I put that in place of 58 Magnolia Drive, Ashmere?"),
        (ADDRESS, f"That's {NEW}. Shall I make the change to R123456, which currently goes to 58 Magnolia Drive?"),
        (ADDRESS, f"Old address: 58 Magnolia Drive, Ashmere, 10463\nNew address: {NEW}\nShall I save that?"),
        (ADDRESS, f"Shall I change R123456: 58 Magnolia Drive, Ashmere, 10463 -> {NEW}?"),
        (
            ADDRESS,
            f"It has 58 Magnolia Drive, Ashmere, 10463 now. I would replace it with {NEW} on R123456. Do you agree?",
        ),
        (PAYMENT, "I can use your gift card ending in 9842. Shall I move R123456 from your Orbis card to that one?"),
        (PAYMENT, "Gift card 9842 it is. Shall I change the payment of R123456 (currently Orbis card 2631) to it?"),
        (PAYMENT, "It would be the gift card ending in 9842. May I use this instead of the PayNest wallet?"),
        (SHIPPING, "You'd like to use pickup. Shall I change R123456 from express to that?"),
        (SHIPPING, "Pickup is free. Shall I make that change in place of express shipping for R123456?"),
        (SHIPPING, "Shall I change R123456 from standard to pickup?"),
        (VERSION, "The teal one is in stock. Shall I swap the day pack from mustard to that colour?"),
        (VERSION, "Shall I change the day pack in R123456 from mustard \u2192 teal?"),
    ],
)
def test_a_proposal_that_names_what_it_changes_is_agreed_to(goal: JSON, proposal: str) -> None:
    assert answer(goal, proposal).stance == "agree"


@pytest.mark.parametrize(
    ("goal", "proposal", "right"),
    [
        (ADDRESS, "Shall I change R123456 from 86 Rowan Drive, Glenrath to 58 Magnolia Drive, Ashmere?", "Rowan"),
        (ADDRESS, "Shall I send R123456 to 58 Magnolia Drive, Ashmere?", "Rowan"),
        (ADDRESS, "Shall I send R123456 to your current address, 58 Magnolia Drive, Ashmere?", "Rowan"),
        (PAYMENT, "Shall I change R123456 from your gift card ending in 9842 to your Orbis card?", "9842"),
        (PAYMENT, "Shall I charge R123456 to the Orbis card instead of the gift card ending in 9842?", "9842"),
        (PAYMENT, "Shall I take the amount for R123456 from your Orbis card to pay for it?", "9842"),
        (SHIPPING, "Shall I change R123456 from pickup to express?", "ick"),
        (SHIPPING, "Shall I change R123456 from standard to express?", "ick"),
        (VERSION, "Shall I swap the day pack from teal to mustard?", "teal"),
        (VERSION, "Shall I swap the day pack from black to mustard?", "teal"),
    ],
)
def test_a_change_to_something_else_is_corrected_whatever_it_is_changed_from(
    goal: JSON, proposal: str, right: str
) -> None:
    reply = answer(goal, proposal)
    assert (reply.stance, moves_of(reply)[0]) == ("reject", "correct")
    assert right in (reply.text or "")
