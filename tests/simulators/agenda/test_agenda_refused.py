"""Refusals with a question beside them: what was refused is no answer to it, and anything else still is."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import ADDRESS, ADDRESS_ASKED, PAYMENT, RETURN, moves_of, replies_to, shopper
from tests.simulators.agenda.test_agenda_plainly import PICKUP

REFUSED: list[tuple[JSON, str]] = [
    (
        PICKUP,
        "I'm afraid pickup isn't offered in Thornbury Vale; it's only possible where we have a shop. The order can "
        "stay with standard shipping, or I could change it to express for $7.50 more. Which would you like?",
    ),
    (
        PICKUP,
        "There's no pickup in Yarrow Falls. What I *can* offer is express instead of standard ($7.50 more). Would you "
        "like that, or does it stay with standard?",
    ),
    (
        PAYMENT,
        "Your gift card 9842 holds $120.00, and it would have to cover the whole total. So that doesn't work. Would "
        "you like PayNest instead, or leave it as it is?",
    ),
]
TOLD = "Which shipping method or payment method would you like for it?"


def answer(goal: JSON, *messages: str, pressure: tuple[str, ...] = (), **changes: JSON | list[JSON]) -> Reply:
    """The last reply of a customer of the shop with this one goal."""
    return replies_to(shopper({**goal, **changes}, pressure=list(pressure)), *messages)[-1]


@pytest.mark.parametrize("before", [(), (TOLD,)])
@pytest.mark.parametrize(("goal", "message"), REFUSED)
def test_who_gives_in_does_not_choose_what_was_refused(goal: JSON, message: str, before: tuple[str, ...]) -> None:
    assert moves_of(answer(goal, *before, message))[0] == "accept_refusal"


@pytest.mark.parametrize("before", [(), (TOLD,)])
@pytest.mark.parametrize(("goal", "message"), REFUSED)
def test_who_pushes_back_does_so_without_choosing(goal: JSON, message: str, before: tuple[str, ...]) -> None:
    assert moves_of(answer(goal, *before, message, pressure=("sympathy",))) == ["press"]


@pytest.mark.parametrize(("goal", "message"), REFUSED)
def test_who_has_nothing_else_in_mind_contests_it_once(goal: JSON, message: str) -> None:
    assert moves_of(answer(goal, message, branches=[])) == ["contest"]


def test_the_next_preference_is_taken_in_place_of_what_was_refused() -> None:
    ranked = [PICKUP["wants"], [{"key": "shipping_method", "kind": "choice", "value": "express"}]]
    reply = answer(PICKUP, REFUSED[0][1], wants=[], preference={"ranked": ranked})
    assert moves_of(reply) == ["take_next"]
    assert "express" in (reply.text or "").lower()


@pytest.mark.parametrize(
    "asked",
    ["So: express, or no change at all?", "It has to be one that we offer there. Which shipping would you like, then?"],
)
def test_asked_once_more_for_what_was_refused_and_contested_the_next_preference_is_named(asked: str) -> None:
    ranked = [PICKUP["wants"], [{"key": "shipping_method", "kind": "choice", "value": "express"}]]
    branches = [{"on": "refused", "then": "next_preference"}]
    goal = {**PICKUP, "wants": [], "preference": {"ranked": ranked}, "branches": branches}
    replies = replies_to(shopper(goal, pressure=["sympathy"]), TOLD, "I can't offer pickup for this one, sorry.", asked)
    assert [moves_of(reply) for reply in replies[-2:]] == [["press"], ["take_next"]]
    assert "express" in (replies[-1].text or "").lower()


@pytest.mark.parametrize(
    ("goal", "message", "said"),
    [
        (PICKUP, "I can't offer express there. Would you like standard or pickup?", "pick"),
        (PICKUP, "Unfortunately I can't change the address any more. Which shipping method would you like?", "pick"),
        (PICKUP, "I can't set it to pickup until I have the order number. What is it?", "R123456"),
        (PAYMENT, "I can't use PayNest for this one. Would you like your gift card or the Orbis card?", "9842"),
        (RETURN, "I can't refund the socks to your gift card. Which payment method would you like?", "7058"),
        (RETURN, "The frying pan can't be returned. Which item would you like to return instead?", "socks"),
    ],
)
def test_a_question_beside_a_refusal_of_something_else_is_answered(goal: JSON, message: str, said: str) -> None:
    reply = answer(goal, message, pressure=("sympathy",))
    assert "press" not in moves_of(reply)
    assert said in (reply.text or "").lower() + (reply.text or "")


@pytest.mark.parametrize(
    ("goal", "message", "said"),
    [
        (PICKUP, "I can't offer express there. Would you like standard or pickup?", "ick-up"),
        (PICKUP, "I can't do express for this order, only pickup or standard. Which one?", "ick-up"),
        (PAYMENT, "I can't use PayNest for this one. Would you like your gift card or the Orbis card?", "9842"),
    ],
)
def test_who_has_said_it_says_it_again_where_only_something_else_was_refused(
    goal: JSON, message: str, said: str
) -> None:
    reply = answer(goal, TOLD, message, pressure=("sympathy",))
    assert "press" not in moves_of(reply)
    assert said in (reply.text or "")


def test_a_refusal_that_goes_on_with_the_matter_is_queried_before_it_is_accepted() -> None:
    told = "Your e-mail, the order number, the item and where the refund should go?"
    doubtful = "I'm unable to take that back like this. What is your e-mail address?"
    goal: JSON = {**RETURN, "branches": [{"on": "refused", "then": "accept"}]}
    assert moves_of(answer(goal, told, doubtful))[0] == "contest"
    assert moves_of(answer(goal, told, doubtful, "It can't be returned."))[0] == "accept_refusal"


def test_asked_besides_for_a_change_on_file_the_customer_agrees_to_the_deed_alone() -> None:
    reply = replies_to(
        shopper(ADDRESS),
        ADDRESS_ASKED,
        "Do you confirm the change of address of R123456 to 86 Rowan Drive, Glenrath, 27249? And would you also "
        "like me to update the address in your profile?",
    )[-1]
    assert reply.stance == "agree"
    assert moves_of(reply) == ["agree", "rest_stays"]
