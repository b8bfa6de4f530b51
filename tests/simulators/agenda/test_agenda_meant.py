"""Questions whether something is meant, alone and beside other questions: both are answered."""

import pytest

from domains.kit.records import JSON
from tests.simulators.agenda.retail_shop import CANCEL, PAYMENT, RETURN, moves_of, replies_to, shopper

RIGHT = "R892895"
MAIL = "What is your e-mail address?"
CARD = "Meridian card ending in 7058"


@pytest.mark.parametrize(
    "check",
    [
        f"Is it from {RIGHT} too?",
        f"Is this about order {RIGHT}?",
        f"Is it the order {RIGHT}?",
        "Did you mean the trail socks?",
        "Are you referring to the trail socks?",
        f"Is the refund to go to the {CARD}?",
    ],
)
@pytest.mark.parametrize("order", ["{check} And what is your e-mail address?", "What is your e-mail address? {check}"])
def test_a_check_beside_another_question_is_affirmed_and_the_other_answered(check: str, order: str) -> None:
    reply = replies_to(shopper(RETURN, orders=(RIGHT,)), order.format(check=check))[-1]
    assert moves_of(reply) == ["affirm", "give"]
    assert "keiko@inkwell.example" in (reply.text or "")
    assert reply.stance is None


@pytest.mark.parametrize(
    ("check", "right"),
    [
        ("Is it from R892894?", RIGHT),
        ("Did you mean the frying pan?", "trail socks"),
        ("Is the refund to go to the Cardinal card ending in 4906?", "7058"),
    ],
)
def test_a_wrong_check_beside_another_question_is_corrected_and_the_other_answered(check: str, right: str) -> None:
    for message in (check, f"{check} {MAIL}"):
        reply = replies_to(shopper(RETURN, orders=(RIGHT,)), message)[-1]
        assert moves_of(reply)[0] == "correct"
        assert right in (reply.text or "")
        assert reply.stance == "reject"
        assert ("keiko@inkwell.example" in (reply.text or "")) is (MAIL in message)


@pytest.mark.parametrize(
    "check", [f"Is it the order {RIGHT}?", f"Is this about {RIGHT}?", "Did you mean the trail socks?"]
)
def test_a_check_alone_is_affirmed_whether_the_value_was_said_or_not(check: str) -> None:
    for before in ((), ("Which order and which item is it?",)):
        reply = replies_to(shopper(RETURN, orders=(RIGHT,)), *before, check)[-1]
        assert (moves_of(reply), reply.stance) == (["affirm"], None)


def test_what_one_has_no_answer_to_is_said_beside_a_check() -> None:
    reply = replies_to(shopper(CANCEL, orders=(RIGHT,)), f"Is it from {RIGHT} too? And what is your postcode?")[-1]
    assert moves_of(reply) == ["affirm", "no_idea"]


@pytest.mark.parametrize(
    ("goal", "question"),
    [
        (RETURN, f"Has order {RIGHT} arrived?"),
        (RETURN, f"Is the parcel of {RIGHT} damaged?"),
        (RETURN, "Are the trail socks still unworn and in their original packaging?"),
        (CANCEL, f"Is it {RIGHT}, or another one?"),
        (RETURN, "Is the pillow staying with you?"),
        (RETURN, "Are the trail socks unused?"),
    ],
)
def test_how_something_is_and_which_of_two_are_no_checks(goal: JSON, question: str) -> None:
    for message in (question, f"{question} {MAIL}"):
        reply = replies_to(shopper(goal, orders=(RIGHT,)), message)[-1]
        assert not {"affirm", "correct"} & {*moves_of(reply)}


def test_how_something_is_beside_what_has_a_yes_draws_no_wish_again() -> None:
    asked = "Which order and which item is it, and where should the refund go?"
    for check, move in (
        ("Is your e-mail keiko@inkwell.example?", "affirm"),
        ("Shall I return the trail socks?", "agree"),
    ):
        reply = replies_to(shopper(RETURN, orders=(RIGHT,)), asked, f"{check} And are they unused?")[-1]
        assert moves_of(reply) == [move]


def test_the_number_of_another_errand_is_corrected_to_the_present_one() -> None:
    scenario = shopper(CANCEL, PAYMENT, orders=(RIGHT, "R123456"))
    reply = replies_to(scenario, f"Is it about R123456? {MAIL}")[-1]
    assert (moves_of(reply), reply.corrections) == (["correct", "give"], 1)
    assert RIGHT in (reply.text or "")


def test_a_thing_that_is_asked_about_by_what_is_wanted_is_affirmed_or_agreed_to() -> None:
    check = "Is it the trail socks you want to return?"
    for message, first in ((f"{check} {MAIL}", "affirm"), (f"{MAIL} {check}", "agree")):
        moves = moves_of(replies_to(shopper(RETURN, orders=(RIGHT,)), message)[-1])
        assert set(moves) == {first, "give"}


def test_a_proposal_is_agreed_to_and_no_check() -> None:
    details = f"Trail socks from {RIGHT}, refund to your {CARD}."
    reply = replies_to(shopper(RETURN, orders=(RIGHT,)), f"{details} Is it {RIGHT} you mean, and shall I return them?")[
        -1
    ]
    assert reply.stance == "agree"


def test_a_number_that_is_never_said_is_not_affirmed() -> None:
    secret = {"key": "order_id", "kind": "id", "value": RIGHT, "goal": "cancel", "disclose": "never"}
    scenario = shopper(CANCEL, orders=()).model_dump(mode="json")
    scenario["facts"].append(secret)
    reply = replies_to(shopper(CANCEL).model_validate(scenario), f"Is it about {RIGHT}?")[-1]
    assert "affirm" not in moves_of(reply)


@pytest.mark.parametrize("check", ["Did you mean a different order?", "Did you perhaps mean another one?"])
def test_that_another_is_meant_is_never_affirmed(check: str) -> None:
    reply = replies_to(shopper(CANCEL, orders=(RIGHT,)), "What is your order number?", check)[-1]
    assert "affirm" not in moves_of(reply)
    assert reply.stance is None
