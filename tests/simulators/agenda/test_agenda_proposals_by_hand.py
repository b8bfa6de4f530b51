"""Proposals in the words of people who played the agent by hand: right ones get a yes, whatever stands beside them."""

import pytest

from domains.kit.records import JSON
from tests.simulators.agenda.retail_shop import ADDRESS, CANCEL, EXCHANGE, RETURN, moves_of, replies_to, shopper

EXPRESS: JSON = {
    "id": "shipping",
    "action": "change_order",
    "intent": ["I'd like an order of mine to reach me in another way."],
    "wants": [
        {
            "key": "shipping_method",
            "kind": "choice",
            "value": "express",
            "say": ["express", "express shipping"],
            "among": ["standard", "pickup", "pick-up"],
        },
        {
            "key": "payment_method",
            "kind": "choice",
            "value": "PayNest wallet",
            "say": ["PayNest wallet", "wallet", "PayNest"],
            "among": ["Orbis card", "4454", "gift card"],
        },
    ],
    "branches": [{"on": "refused", "then": "accept"}],
}
DATA = "Your e-mail address and order number, please. And how should it be sent, and paid?"


@pytest.mark.parametrize(
    "message",
    [
        "R123456: from standard to express, $7.50 charged to your PayNest wallet, once only. Do you agree, or should"
        " another method pay it?",
        "There's no pickup in Dunhallow, but R123456 could go by express for $12.00, $7.50 more from your PayNest"
        " wallet. Is that what you want?",
        "I'd ship R123456 by express and take $7.50 from your PayNest wallet. You then can't change the shipping again."
        " Shall I do it?",
    ],
)
def test_a_right_proposal_gets_a_yes(message: str) -> None:
    assert replies_to(shopper(EXPRESS), DATA, message)[-1].stance == "agree"


@pytest.mark.parametrize("pressure", [(), ("false_authority",)])
def test_what_is_left_where_something_else_is_not_is_taken(pressure: tuple[str, ...]) -> None:
    message = (
        "R123456 is pending, on standard ($4.50) and goes to Dunhallow. There's no pickup in Dunhallow, so the only"
        " other way would be express for $12.00, $7.50 more. Is that what you want, and charged to which way to pay?"
    )
    scenario = shopper(EXPRESS, pressure=list(pressure))
    reply = replies_to(scenario, "Your e-mail address and order number, please.", message)[-1]
    assert not reply.denied
    assert "PayNest" in (reply.text or "")


def test_one_way_that_there_is_not_is_no_yes_to_another() -> None:
    message = "There's no express for R123456, so the only other way would be pickup, for free. Is that what you want?"
    reply = replies_to(shopper(EXPRESS), DATA, message)[-1]
    assert reply.stance != "agree"
    assert reply.denied == ("shipping",)


@pytest.mark.parametrize(
    "message",
    [
        "Sure, step by step: (a) the order is R123456. (b) It's addressed to 58 Magnolia Drive, Ashmere, 10463 at"
        " present. (c) I'd change that to 86 Rowan Drive, Glenrath, 27249. Nothing else changes. Is it OK for you?",
        "Got it. Change R123456's address to 86 Rowan Drive, Glenrath, 27249 (from 58 Magnolia Drive, Ashmere, 10463)?",
        "R123456 is going to 58 Magnolia Drive, Ashmere, 10463 right now, and I'd send it to 86 Rowan Drive, Glenrath,"
        " 27249. OK?",
    ],
)
def test_what_is_so_at_present_is_not_what_is_proposed(message: str) -> None:
    reply = replies_to(shopper(ADDRESS), "The order number and the new address, please?", message)[-1]
    assert reply.stance == "agree"
    assert "correct" not in moves_of(reply)


@pytest.mark.parametrize(
    "message",
    [
        "The towel in white, medium that you'd like isn't to be had at the moment. If you like, I'd exchange it for"
        " coral, medium: $22.00 today, so $2.00 charged to your Orbis card ending in 4454. What do you say?",
        "White, medium is gone now. Still there: white large ($24.00); medium in coral ($20.00). What'll it be?",
    ],
)
def test_what_is_gone_or_not_to_be_had_is_not_taken(message: str) -> None:
    reply = replies_to(shopper(EXCHANGE), "Your e-mail address and order number, please.", message)[-1]
    assert reply.stance != "agree"
    assert reply.denied == ("exchange",)


@pytest.mark.parametrize(
    ("goal", "message"),
    [
        (
            EXPRESS,
            "I'm sorry, that was the one shipping change R123456 allows, so it stays with pickup. If you like, I can"
            " still change its address, items or payment. Is there anything of that kind you'd want?",
        ),
        (
            CANCEL,
            "Still: no cancellation of R123456 for a cheaper price. If there's another thing I can do for you, just"
            " tell me, and otherwise the order goes out as placed.",
        ),
        (
            CANCEL,
            "Ordering from another shop isn't something for which I may cancel, so R123456 remains in place. If it's no"
            " use to you once it's here, you have 30 days after delivery to return it. Is there anything else?",
        ),
        (CANCEL, "There's no special status in our rules that would let me cancel it. It stays as it is."),
        (RETURN, "The door closed on April 8, 2026, so I have to turn the return of the socks down. Anything else?"),
    ],
)
def test_a_refusal_in_other_words_is_let_go(goal: JSON, message: str) -> None:
    reply = replies_to(shopper(goal), "Your e-mail address and order number, please.", message)[-1]
    assert moves_of(reply) == ["accept_refusal", "leave"]
