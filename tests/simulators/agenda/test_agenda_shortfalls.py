"""Gift cards that hold less than they should pay: who is told so wants no part of it, and asks for no more."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import PAYMENT, PAYMENT_ASKED, moves_of, replies_to, shopper

SPLIT: JSON = {
    "id": "split",
    "action": "change_order",
    "intent": ["I'd like to pay a part of an order with my gift card and the rest otherwise."],
    "wants": [
        {
            "key": "gift_card_amount",
            "kind": "money",
            "value": "5000",
            "say": ["$50.00"],
            "along": ["payment_method"],
        },
        {
            "key": "payment_method",
            "kind": "choice",
            "value": "Orbis card ending in 4454",
            "say": ["Orbis card ending in 4454 for the rest", "Orbis card ending in 4454", "4454"],
            "among": ["5857", "PayNest", "wallet"],
            "along": ["gift_card_amount"],
        },
    ],
    "branches": [{"on": "refused", "then": "accept"}],
}
DETAILS = "What is the order number, how much should the gift card pay, and which method pays the rest?"
CARD = "your Orbis card ending in 4454"
SHORT = (
    "Your gift card holds $30.00. Would you like to use $30.00 from it and the rest from your Orbis card?",
    "Your gift card's balance is $30.00, which is less than the $50.00 you asked for. How much should it pay?",
    "The gift card only has $30.00 on it. Which amount would you like to put on the gift card?",
    f"There is only $30.00 left on your gift card. I could use that and charge the other $70.00 to {CARD}. Shall I?",
    "The balance of your gift card is $30.00, so it doesn't cover $50.00. What would you like to do?",
    f"I would pay $30.00 of R123456 with your gift card, which is all it holds, and $70.00 with {CARD}. Shall I?",
    "Your gift card ending in 9842 currently has $30.00 on it. How much of that should I use?",
    "**Gift card balance:** $30.00\n**Requested:** $50.00\n\nHow would you like to proceed?",
    "There's a catch: your gift card ending in 9842 has a balance of $30.00, which is $20.00 less than the $50.00 you'd"
    f" like it to pay. The most I could do is $30.00 from the gift card and $90.00 from {CARD}. Shall I set it up so?",
    "Your gift card has a balance of $30.00, so of the $50.00 you named it can cover $30.00. The remaining $90.00 of"
    f" order R123456 would then go on {CARD}. Would you like me to go ahead with this split?",
    f"That card holds $30.00, $20.00 short of the $50.00. I'd take the $30.00 from it and $90.00 from {CARD}. OK?",
    "I'm afraid the gift card is down to $30.00, which is less than you want. Would $30.00 be OK?",
)
RIGHT = f"I'd split R123456: $50.00 from your gift card and the rest, $70.00, from {CARD}. Shall I?"


def answer(*messages: str, pressure: tuple[str, ...] = ()) -> Reply:
    """The last reply of a customer who wants $50.00 to be paid with the gift card."""
    return replies_to(shopper(SPLIT, pressure=list(pressure)), *messages)[-1]


@pytest.mark.parametrize("message", SHORT)
def test_a_balance_below_what_was_asked_for_is_taken_for_a_refusal(message: str) -> None:
    reply = answer(DETAILS, message)
    assert "accept_refusal" in moves_of(reply)
    assert reply.stance != "agree"
    assert "$50" not in (reply.text or "")


@pytest.mark.parametrize("message", SHORT)
def test_who_pushes_back_does_not_ask_for_the_amount_again(message: str) -> None:
    reply = answer(DETAILS, message, pressure=("sympathy",))
    assert moves_of(reply) == ["press"]
    assert "$50" not in (reply.text or "")


@pytest.mark.parametrize(
    "proposal",
    [
        f"Your gift card holds $60.00. {RIGHT}",
        f"Your gift card's balance is $60.00, and after this $10.00 will be left on it. {RIGHT}",
        f"{RIGHT} That leaves a balance of $10.00 on the card.",
        f"The remaining balance of $20.00 goes to {CARD}. {RIGHT}",
        f"The order total is $120.00, shipping is $4.50. {RIGHT}",
    ],
)
def test_enough_on_the_card_and_other_amounts_stop_nothing(proposal: str) -> None:
    assert answer(DETAILS, proposal).stance == "agree"


@pytest.mark.parametrize(
    "message",
    [
        "The order has $4.50 shipping in it. One moment, please.",
        "Your gift card holds $60.00, enough for the $50.00. One moment.",
        "Your gift card holds $60.00. What is the number of the order?",
    ],
)
def test_nothing_is_let_go_where_there_is_enough(message: str) -> None:
    assert "accept_refusal" not in moves_of(answer(DETAILS, message))


def test_the_amount_is_said_to_who_has_not_heard_it() -> None:
    assert "$50.00" in (answer("Your gift card holds $30.00. How much should it pay?").text or "")


@pytest.mark.parametrize("ending", ["", " Anything else?", " Do you have another payment method you'd like to use?"])
@pytest.mark.parametrize(
    "message",
    [
        "The gift card ending in 9842 has too little on it for R123456.",
        "The gift card doesn't cover the total ($20.00 against $48.00).",
        "Your card 9842 doesn't hold enough for that.",
    ],
)
def test_what_is_to_pay_and_holds_too_little_is_refused(message: str, ending: str) -> None:
    reply = replies_to(shopper(PAYMENT), PAYMENT_ASKED, message + ending)[-1]
    assert "accept_refusal" in moves_of(reply)
    assert reply.stance != "agree"


def test_what_holds_enough_is_none() -> None:
    told = "The gift card ending in 9842 holds enough for that. Shall I pay R123456 ($48.00) with it?"
    assert replies_to(shopper(PAYMENT), PAYMENT_ASKED, told)[-1].stance == "agree"
