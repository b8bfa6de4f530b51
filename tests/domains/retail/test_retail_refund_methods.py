"""Customers who want a refund elsewhere than where the money came from know one from the other."""

from functools import cache

import pytest

from domains.kit.scenario import BranchOn, Want
from domains.retail import DOMAIN
from simulators.agenda.customer import AgendaCustomer
from simulators.protocol import Reply, Turn, View

ORIGINAL = "original payment method"


@cache
def made() -> dict[str, Want]:
    """Tasks of one return, with the payment method that is wanted in place of the order's."""
    found = {}
    for task in DOMAIN.tasks.values():
        first, *others = task.scenario.goals
        wanted = [want for want in first.wants if want.key == "payment_method" and ORIGINAL in want.among]
        wavers = any(branch.on is BranchOn.PROPOSED for branch in first.branches)
        if wanted and first.action == "return_items" and not others and not wavers:
            found[task.id] = wanted[0]
    return found


def answer(task: str, message: str) -> Reply:
    view = View(DOMAIN.tasks[task].scenario, DOMAIN.lexicon, "seed", (), None, wrote=False)
    opening = AgendaCustomer(strict=True).answer(view)
    turns = (Turn("customer", opening.text or ""), Turn("agent", message))
    return AgendaCustomer(strict=True).answer(view._replace(turns=turns, inner=opening.inner))


def test_there_are_such_customers_who_know_what_they_want() -> None:
    assert made()
    assert all(ORIGINAL not in want.say for want in made().values())


@pytest.mark.parametrize(
    "said",
    [
        "I'll set up the return with the refund to the original payment method. Does that sound good?",
        "Shall I register the return and refund the original payment method?",
    ],
)
def test_a_refund_to_where_the_money_came_from_gets_no_yes(said: str) -> None:
    assert {answer(task, said).stance for task in made()} == {"reject"}


def test_a_refund_to_what_is_wanted_rather_than_that_gets_a_yes() -> None:
    for task, want in made().items():
        said = f"Shall I register the return and refund your {want.say[1]}, rather than the {ORIGINAL}?"
        assert answer(task, said).stance == "agree"
