"""The reason of a cancellation is the customer's own: they are asked for it, and none is suggested."""

import pytest

from domains.kit.task import Task
from domains.retail import DOMAIN
from tests.domains.retail.talks import CANCEL, PENDING, YES, Customer, Turn, findings

CHECK = "the_reason_is_the_customers_own"
PROPOSAL = "I'd cancel the whole of R537649 as no longer needed, with $318.50 back to your card. Shall I?"
WISH = Customer("Hello. I want to cancel an order. I hope I've got that straight.")
OTHER_SHOP = "I would rather order from another shop"
REFUSED = next(
    task
    for task in DOMAIN.tasks.values()
    if any(fact.key == "reason" and OTHER_SHOP in fact.say for fact in task.scenario.facts)
)
BECAUSE = Customer(f"Because {OTHER_SHOP}.")


def found(*turns: Turn, task: Task = REFUSED) -> int:
    return len(findings(CHECK, PENDING, *turns, task=task))


@pytest.mark.parametrize(
    "said",
    [
        "Hello. I want to cancel an order.",
        "Please cancel order R537649 for me. These screens get the better of me.",
        "There is an order of mine that I want to call off: please cancel it.",
    ],
)
def test_a_reason_must_not_be_made_up_for_the_customer(said: str) -> None:
    assert found(Customer(said), PROPOSAL, YES, CANCEL) == 1
    assert found(Customer(said), PROPOSAL, Customer("How would that work?"), PROPOSAL, YES, CANCEL) == 1


@pytest.mark.parametrize(
    "said",
    [
        "I want to cancel an order that I don't need any more.",
        "Cancel R537649, please, I ordered it by mistake.",
        "Cancel R537649, please, I orderd it by mistaek.",
        "I'd like to cancel. It was an acident.",
        "Please cancel it, I changed my mind.",
        "Please cancel it, as my wife has bought one.",
        "Cancel it. I can do without it.",
    ],
)
def test_a_customer_may_give_their_reason_unasked(said: str) -> None:
    assert found(Customer(said), PROPOSAL, YES, CANCEL) == 0


@pytest.mark.parametrize(
    "asked",
    [
        "Why would you like to cancel it?",
        "Could you share your e-mail address, the order number and the reason?",
        "May I ask what your reason for cancelling is?",
    ],
)
def test_who_asks_for_the_reason_may_take_any_answer(asked: str) -> None:
    assert found(WISH, asked, Customer("Pure boredom."), PROPOSAL, YES, CANCEL) == 0


@pytest.mark.parametrize(
    "said",
    [
        PROPOSAL,
        "That reason isn't one the system takes, so I'd simply put \"no longer needed\" in for you. Shall I do it?",
        "So it would be cancelled as *no longer needed*, and $318.50 would be refunded. Shall I go ahead?",
        "I can cancel R537649:\n- **Reason:** ordered by mistake\n- **Refund:** $318.50\n\nShall I?",
        "I could just note that it was ordered by mistake. Is that all right?",
    ],
)
def test_who_has_another_reason_must_not_be_given_one_that_is_accepted(said: str) -> None:
    assert found(WISH, "Why?", BECAUSE, said) == 1


@pytest.mark.parametrize(
    "said",
    [
        "I can cancel an order only if it is no longer needed or was ordered by mistake. Anything else?",
        "Only an order that is no longer needed can be cancelled. Shall I leave it as it is?",
        "That isn't a reason with which I can cancel it; it must be no longer needed. Shall I leave it?",
        "I can't put it down as no longer needed, as that's not your reason. Shall I leave it as it is?",
        "If you no longer need it, I could cancel it. Shall I leave it as it is?",
        "I'm sorry, that's no reason for which I may cancel it. Is there anything else?",
        "Shall I cancel R537649 because you would rather order from another shop?",
    ],
)
def test_what_is_accepted_may_be_told(said: str) -> None:
    assert found(WISH, "Why?", BECAUSE, said) == 0


def test_nothing_is_put_into_the_mouth_of_who_has_said_nothing_yet() -> None:
    assert found(WISH, PROPOSAL, Customer("No.", "reject")) == 0
