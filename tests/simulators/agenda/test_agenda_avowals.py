"""What is said in the customer's name: reasons that are not theirs get corrected, and no others."""

import pytest

from domains.kit.records import JSON
from domains.retail.families.wants import OTHER_REASON_WORDS
from domains.retail.mentions import REASON_WORDS
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import CANCEL, moves_of, replies_to, shopper

WHY = "What is the order number, and what is your reason?"
ELSEWHERE: JSON = {
    "key": "reason",
    "kind": "choice",
    "value": "prefer another shop",
    "say": ["I would rather order from another shop"],
    "goal": "cancel",
}
NO_NEED: JSON = {"key": "reason", "kind": "choice", "value": "no longer needed", "say": ["I don't need it any more"]}
UNNEEDED: JSON = {
    **CANCEL,
    "wants": [
        {
            "key": "stated_reason",
            "kind": "choice",
            "value": "no longer needed",
            "say": ["I no longer need it", *REASON_WORDS["no longer needed"]],
            "among": [*REASON_WORDS["ordered by mistake"], *OTHER_REASON_WORDS],
        }
    ],
}


def answer(goal: JSON, reason: JSON, *messages: str) -> Reply:
    """The last reply of a customer who wants to cancel for this reason."""
    scenario = shopper(goal).model_dump(mode="json")
    scenario["facts"].append({**reason, "goal": goal["id"]})
    return replies_to(shopper(goal).model_validate(scenario), *messages)[-1]


@pytest.mark.parametrize("before", [(), (WHY,)])
@pytest.mark.parametrize(
    "proposal",
    [
        "I would cancel order R123456, reason: no longer needed. Yes?",
        "I'd cancel R123456 as you don't need it any more. OK?",
        "Shall I cancel R123456 since it was ordered in error?",
        "I'd note 'no longer needed' as the reason and cancel R123456. Do you agree?",
        "To cancel R123456, I would register it as accidentally ordered. Yes?",
        "**Order:** R123456\n**Reason:** Ordered by mistake\n\nShall I proceed?",
        "You said you'd rather order from another shop. I'd record it as no longer needed and cancel R123456. Yes?",
        "Would it be correct to say that you no longer need it?",
        "I will cancel R123456; I'd put down that it isn't needed. Shall I?",
    ],
)
def test_a_reason_that_the_customer_does_not_have_is_corrected(before: tuple[str, ...], proposal: str) -> None:
    reply = answer(CANCEL, ELSEWHERE, *before, proposal)
    assert (reply.stance, moves_of(reply)) == ("reject", ["correct"])
    assert "I would rather order from another shop" in (reply.text or "")


@pytest.mark.parametrize(
    "proposal",
    [
        "I'd cancel R123456 because you want to order from another shop. Shall I?",
        "I'd cancel R123456, which was not ordered by mistake. Shall I?",
        "As a rule, orders are cancelled if they are no longer needed or ordered by mistake. I'd cancel R123456. OK?",
        "I'd cancel R123456, with $30.00 refunded to your card. OK?",
        "You don't need to send anything back. I'd cancel R123456. OK?",
    ],
)
def test_no_reason_or_ones_own_is_not_corrected(proposal: str) -> None:
    assert answer(CANCEL, ELSEWHERE, WHY, proposal).stance == "agree"


def test_a_question_between_two_reasons_is_answered_with_ones_own() -> None:
    reply = answer(CANCEL, ELSEWHERE, "Is the order no longer needed, or was it ordered by mistake?")
    assert (reply.stance, moves_of(reply)) == (None, ["give"])


WRONG = "I would cancel order R123456, reason: no longer needed. Yes?"
AGAIN = "I know yours, but it works this way only: R123456 cancelled as no longer needed. Deal?"


def test_an_agent_who_insists_on_another_reason_gets_a_grudging_yes() -> None:
    reply = answer(CANCEL, ELSEWHERE, WHY, WRONG, AGAIN)
    assert (reply.stance, moves_of(reply)) == ("agree", ["agree"])
    assert reply.text in {"Yes, all right, put it that way, then.", "Yes, fine, if it has to be put like that."}


@pytest.mark.parametrize(
    "question", ["Would it be correct to say that you no longer need it?", "Am I right you have no need of it?"]
)
def test_nobody_says_a_second_time_that_something_untrue_is_so(question: str) -> None:
    assert answer(CANCEL, ELSEWHERE, WHY, WRONG, question).stance != "agree"


def test_a_reason_that_is_wanted_is_put_right_however_often_another_is_proposed() -> None:
    wrong = "I would cancel order R123456, reason: ordered by mistake. Yes?"
    reply = answer(UNNEEDED, NO_NEED, WHY, wrong, f"Again. {wrong}", f"So now. {wrong}")
    assert (reply.stance, moves_of(reply)) == ("reject", ["correct"])


def test_a_reason_that_is_never_said_is_disputed_without_it() -> None:
    secret = {**ELSEWHERE, "disclose": "never"}
    reply = answer(CANCEL, secret, "I would cancel order R123456, reason: no longer needed. Yes?")
    assert (reply.stance, moves_of(reply)) == ("reject", ["dispute"])
    assert "another shop" not in (reply.text or "")


@pytest.mark.parametrize(
    "proposal",
    [
        "I would cancel order R123456, reason: ordered by mistake. Yes?",
        "I would cancel order R123456, reason: found it cheaper elsewhere. Yes?",
        "I'd cancel R123456 because you want to buy from another shop. Shall I?",
        "I'd cancel R123456 since the delivery takes too long. Shall I?",
        "Cancellation:\n- Order: R123456\n- Reason: the parcel is late\n\nDo you confirm?",
        "I'd cancel R123456 with the reason 'bought elsewhere'. Do you agree?",
        "I'd cancel R123456, giving the reason as a late parcel. OK?",
    ],
)
def test_another_reason_than_the_accepted_one_is_corrected(proposal: str) -> None:
    reply = answer(UNNEEDED, NO_NEED, WHY, proposal)
    assert (reply.stance, moves_of(reply)) == ("reject", ["correct"])
    assert "I no longer need it" in (reply.text or "")


@pytest.mark.parametrize(
    "proposal",
    [
        "I would cancel order R123456, reason: no longer needed. Yes?",
        "I'd cancel R123456 because you don't need it any more. Shall I?",
        "A better price elsewhere would be no reason, but yours is fine: R123456, not needed. Shall I cancel it?",
        "Cancellation:\n- Order: R123456\n- Reason for the cancellation: you no longer want it\n\nDo you confirm?",
        "I'd cancel R123456 for the reason you gave. Do you agree?",
        "Your reason is accepted. I'd cancel R123456. OK?",
    ],
)
def test_the_accepted_reason_in_any_words_is_agreed_to(proposal: str) -> None:
    assert answer(UNNEEDED, NO_NEED, WHY, proposal).stance == "agree"
