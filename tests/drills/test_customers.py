"""The customer is up to what it is asked, in every manner of talking and with every persona."""

import os

import pytest

from app.agents.manners import MANNERS
from app.audit.customers.figures import figures_of
from app.audit.customers.measuring import OWN, PERSONAS, Plan, measure, sampled
from domains.kit.domain import Domain

pytestmark = pytest.mark.timeout(1200)
SUCCEEDS = 0.95
UNCERTAIN = 0.05
TASKS = 40
FEW = 4


def test_gold_succeeds_and_customers_neither_invent_nor_leave_in_any_manner_with_any_persona(retail: Domain) -> None:
    """Many tasks in every manner, and a few in every manner with every persona."""
    ids = tuple(task.id for task in sampled(retail.tasks.values(), TASKS))
    others = tuple(name for name in PERSONAS if name != OWN)
    plans = (Plan(ids, personas=(OWN,)), Plan(ids[:FEW], personas=others))

    examined = [each for plan in plans for each in measure(retail, plan, workers=os.cpu_count())]

    figures = figures_of(examined, customer="agenda")
    assert figures.ok, figures
    assert figures.unexplained == ()
    assert {group.name for group in figures.by_manner} == set(MANNERS)
    assert {group.name for group in figures.by_persona} == set(PERSONAS)
    for group in (*figures.by_manner, *figures.by_persona):
        assert group.success.value >= SUCCEEDS, group
        assert group.uncertain <= UNCERTAIN * group.conversations, group
