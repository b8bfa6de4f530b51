"""Customers who hear that nothing is changed: a refusal that asks nothing, and what takes a belief back."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import CANCEL, moves_of, replies_to, shopper

TOWEL: JSON = {
    "key": "item_choice",
    "kind": "choice",
    "value": "bath towel",
    "say": ["bath towel", "towel"],
    "among": ["pillow", "lamp"],
}
SURE = "Is that really so? Other shops have never said no to me."
LESS: JSON = {
    "id": "less",
    "action": "lower_price",
    "intent": ["There must be a coupon for something in my order, please apply it."],
    "wants": [TOWEL],
    "belief": {"doubt": [SURE]},
    "branches": [{"on": "refused", "then": "other_goal", "goal": "instead", "say": ["Fine, so the price stays."]}],
}
INSTEAD: JSON = {
    "id": "instead",
    "action": "change_order",
    "intent": ["Then swap mine for the cheapest version of it in stock, provided that it is below what I paid."],
    "wants": [TOWEL],
    "only_by_branch": True,
    "branches": [{"on": "unavailable", "then": "abandon"}, {"on": "refused", "then": "accept"}],
}
DATA = (
    "I'm not able to reduce the price of anything in an order, and there are no discounts I could add. What might help:"
    " an item can be changed to a cheaper variant. Then I need your e-mail address, the order number and the item."
)
LEFT = (
    "So none of them is cheaper than yours, and I'll leave order #R123456 unchanged. Anything else you'd like me to"
    " check?",
    "I'd suggest we keep R123456 just as it is, as changing it wouldn't save you anything. Is there anything else?",
    "Your bath towel at $23.00 is the least expensive version in stock, so there's nothing to get back and I'm leaving"
    " it. Is there anything else I can help with?",
    "Then there's nothing to gain, I'm afraid: your bath towel is the cheapest already, and I'd leave R123456 as it is."
    " Is there anything else I can do for you?",
    "So R123456 remains in place as ordered. Can I help with anything else?",
    "I won't touch the order, then. Anything else?",
    "Your towel was $23.00, and that's already the cheapest one of the Cascade towels; all others cost more. So there's"
    " nothing I can knock off. Shall everything stay as it is?",
    "No discounts here, sorry. Shall I leave everything as it is?",
    "There's nothing to save on the towel. Do you want the order to stay as it is?",
)


def hunter(*messages: str, seed: str = "1") -> list[Reply]:
    return replies_to(shopper(LESS, INSTEAD, orders=("R123456",)), *messages, seed=seed)


@pytest.mark.parametrize("seed", ["1", "2", "3"])
@pytest.mark.parametrize("message", LEFT)
def test_leaving_things_as_they_are_is_a_no_to_a_discount(message: str, seed: str) -> None:
    reply = hunter("Your e-mail, order number and the item, please.", message, seed=seed)[-1]
    assert reply.stance != "agree"
    assert reply.denied == ("less",)
    assert not {"restate", "insist", "affirm"} & {*moves_of(reply)}


@pytest.mark.parametrize("message", LEFT[:2] + LEFT[4:])
def test_leaving_things_as_they_are_is_a_no_to_a_change(message: str) -> None:
    assert moves_of(replies_to(shopper(CANCEL), message)[-1]) == ["accept_refusal", "leave"]


@pytest.mark.parametrize(
    "message",
    [
        "I'll leave the rest of the order unchanged. Shall I cancel R123456 as no longer needed?",
        "R123456 will stay as it is until I know why you'd like to cancel it. What's the reason?",
        "Shall I leave order R123456 unchanged, or cancel it?",
        "One moment, I'm looking at it. Your other order stays as it is.",
    ],
)
def test_leaving_other_things_or_asking_refuses_nothing(message: str) -> None:
    reply = replies_to(shopper(CANCEL), "Your order number, please.", message)[-1]
    assert not reply.denied


DENIALS = (
    "No, nothing has been changed: there's no bath towel in stock that's cheaper than the one you have, so a swap would"
    " give you nothing back. Is there anything else?",
    "No, it hasn't: there is no cheaper one to change it to. Can I do anything else for you?",
    "Nothing was done, no: the price is the same as before. Is there something else?",
)


@pytest.mark.parametrize("message", DENIALS)
def test_a_no_to_the_question_whether_it_is_done_is_a_no(message: str) -> None:
    replies = hunter(
        "Your e-mail, order number and the item, please.",
        "Shall I lower the price of the bath towel?",
        "Is there anything else?",
        message,
    )
    assert moves_of(replies[-2]) == ["ask_done"]
    assert replies[-1].denied == ("less",)
    assert replies[-1].inner["goals"]["less"]["stage"] != "claimed"


@pytest.mark.parametrize(
    "message",
    [
        "Yes, it's really so: no coupon, no rebate and no lower price on R123456. I'm sorry.",
        "Yes, I'm quite sure.",
        "Yes, that's how it is, I'm afraid. Anything else?",
    ],
)
@pytest.mark.parametrize("before", [LEFT[0], "I'm sorry, I can't lower any prices."])
def test_who_is_told_that_it_is_really_so_takes_the_refusal(before: str, message: str) -> None:
    replies = hunter("Your e-mail, order number and the item, please.", before, message)
    assert SURE in (replies[-2].text or "")
    assert not replies[-1].believes
    assert "Fine, so the price stays." in (replies[-1].text or "")


def test_a_yes_after_a_question_whether_it_is_done_is_no_deed_once_that_was_denied() -> None:
    replies = hunter(
        "Your e-mail, order number and the item, please.",
        "Shall I lower the price of the bath towel?",
        "Is there anything else?",
        DENIALS[0],
        "Yes, it's really so.",
    )
    assert not any(reply.believes for reply in replies)


def test_a_refusal_beside_a_question_is_remembered() -> None:
    replies = hunter(DATA, "I had a look at it. White small is $23.00 as you paid. Is there anything else?")
    assert "email" in (replies[1].reading["slots"])
    assert "restate" not in moves_of(replies[2])
    assert replies[2].denied == ("less",)


SWAP = (
    "The cheapest bath towel in stock is sage, small, $20.75; yours was $23.00. In R123456 I could change white/small"
    " to sage/small and refund $2.25 to your Orbis card ending in 4454. Would you like that?"
)


@pytest.mark.parametrize(
    "before", [DATA, "I can't apply a coupon, there's none that I could give. Your e-mail, please?"]
)
def test_a_yes_to_what_is_offered_in_place_of_a_discount_is_one_to_that(before: str) -> None:
    reply = hunter(before, SWAP)[-1]
    assert reply.stance == "agree"
    assert reply.denied == ("less",)
    assert reply.inner["current"] == "instead"
    assert "Fine, so the price stays." in (reply.text or "")


def test_what_is_offered_beside_the_refusal_is_not_turned_down() -> None:
    refused = "I can't apply a coupon or rebate to R123456, there's none that I could give. But I've got an idea. "
    reply = hunter("Your e-mail, order number and the item, please.", refused + SWAP)[-1]
    assert reply.stance == "agree"
    assert reply.denied == ("less",)


def test_an_offer_of_something_else_that_refuses_nothing_is_no_discount() -> None:
    reply = hunter("Your e-mail, order number and the item, please.", SWAP)[-1]
    assert reply.stance == "reject"
    assert not reply.denied


@pytest.mark.parametrize(
    "question",
    [
        "Shall I leave it at that, or is there another thing?",
        "Would you like me to leave everything as it is, or is there something else I can do?",
    ],
)
def test_asked_to_leave_it_or_for_more_the_customer_hears_a_no(question: str) -> None:
    reply = replies_to(shopper(CANCEL), "Which order is it?", f"R123456 went out yesterday. {question}")[-1]
    assert reply.stance != "agree"
    assert "accept_refusal" in moves_of(reply)
