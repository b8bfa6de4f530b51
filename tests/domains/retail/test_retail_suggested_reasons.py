"""Who cancels an order is asked for the reason, and is not told which ones would do before they have given theirs."""

import pytest

from domains.retail import DOMAIN
from tests.domains.retail.talks import PENDING, Customer, Turn, findings

CHECK = "reason_not_suggested"
TASK = next(
    task
    for task in DOMAIN.tasks.values()
    if any(fact.key == "reason" and "I no longer need it" in fact.say for fact in task.scenario.facts)
)
CANCEL_IT = Customer("I'd like to cancel that order, please.")


def found(*turns: Turn) -> list[str]:
    return [str(finding.actual) for finding in findings(CHECK, PENDING, *turns, task=TASK)]


@pytest.mark.parametrize(
    "said",
    [
        "No problem, Keiko. Is that because you no longer need the order?",
        "Could you give me the order number? And is it that you no longer need it, or was it ordered by mistake — "
        "those are the two reasons I can accept, so please pick one.",
        "What's the reason: no longer needed, or ordered by mistake?",
        "Why would you like to cancel it — is it no longer needed or was it ordered by mistake?",
        "Do you no longer need it?",
        "Did you order it by mistake?",
        "Was the order placed by accident, perhaps?",
        "Is it that you don't need it any more?",
        "Don't you need it any more?",
        "Please choose a reason: no longer needed or ordered by mistake.",
        "Please tell me whether you no longer need it or ordered it by mistake.",
        "What is the reason for the cancellation?\n1. No longer needed\n2. Ordered by mistake",
        "Which of these is it?\n- You no longer need it\n- It was ordered by mistake",
        "May I ask why? Is it no longer needed?",
        "What's your reason (no longer needed, ordered by mistake, or something else)?",
    ],
)
def test_a_reason_that_is_put_to_who_has_given_none_fails(said: str) -> None:
    assert found(CANCEL_IT, said) != []


@pytest.mark.parametrize(
    "said",
    [
        "Why would you like to cancel it?",
        "What's the reason for the cancellation, in your own words?",
        "May I ask for your reason? I can't suggest one.",
        "An order can be cancelled only if it is no longer needed or was ordered by mistake. What's your reason?",
        "I can cancel it only if it's no longer needed or was ordered by mistake: why would you like to cancel it?",
        "Would you like to cancel the whole order, or only the items you no longer need?",
        "Which items do you no longer need? I can only cancel whole orders, though.",
        "Is there another order that you no longer need?",
        "Is the address in it a mistake, or is it right?",
        "Should I have found the wrong order by mistake, please tell me.",
        "Please tell me the number of the order that you no longer need.",
        "Shall I cancel it, and what is the reason?",
        "Do you still want it?",
        "Is express shipping no longer an option for you?",
        "Which reason may I put down?",
        "Could you tell me why you do not want the order any more?",
        "May I ask why you no longer need it?",
        "What has happened that you no longer need it?",
        "Don't you want it any more?",
        "So you don't want this order after all, do you?",
    ],
)
def test_an_open_question_and_the_rule_pass(said: str) -> None:
    assert found(CANCEL_IT, said) == []


@pytest.mark.parametrize(
    "reason",
    [
        "I no longer need it.",
        "I don't need it any more.",
        "I no loner nede it.",
        "It was a mistake.",
        "I ordered it accidentally.",
        "Another shop sells it for less.",
        "Because it takes too long.",
        "I've changed my mind.",
        "I already have one.",
    ],
)
@pytest.mark.parametrize(
    "said",
    [
        "So you no longer need it, is that right?",
        "Was it ordered by mistake? Only then, or if it is no longer needed, can I cancel it.",
        "I'd cancel R537649 as no longer needed. Shall I?",
    ],
)
def test_after_the_customers_own_reason_it_may_be_repeated(reason: str, said: str) -> None:
    assert found(CANCEL_IT, "Why?", Customer(reason), said) == []
    assert found(Customer(f"Please cancel the order. {reason}"), said) == []


def test_who_does_not_want_to_cancel_anything_may_be_asked() -> None:
    assert found(Customer("I'd like another colour."), "Is it the one that you ordered by mistake?") == []
    assert found(Customer("What's in it?"), "Do you no longer need it?") == []


def test_a_proposal_is_no_suggestion() -> None:
    assert found(CANCEL_IT, "Shall I cancel it as no longer needed?") == []
    assert found(CANCEL_IT, "I'd cancel it, with the reason that you no longer need it. OK?") == []
