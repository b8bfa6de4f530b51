"""Families whose customers change their mind, err, ask for too much, or cannot name their order."""

from functools import cache

import pytest

from domains.kit.generation import generate
from domains.kit.goal import Ask, Correct, Propose, Refuse, Suggest
from domains.kit.provenance import provenance_gaps
from domains.kit.task import Split, Task
from domains.retail import DOMAIN
from simulators.agenda.problems import problems

FAMILIES = (
    "change_of_mind",
    "cancel_after_all",
    "wrong_belief",
    "partly_allowed",
    "found_by_contents",
    "several_errands",
    "bargain_hunter",
)


@cache
def made(family: str) -> tuple[Task, ...]:
    return tuple(generate(DOMAIN, family=family, split=Split.TEST, seed="waver", count=12))


@pytest.mark.parametrize("family", FAMILIES)
def test_customers_can_act_and_every_argument_has_a_source(family: str) -> None:
    for task in made(family):
        assert problems(task.scenario, DOMAIN.lexicon) == []
        assert provenance_gaps(DOMAIN, task) == []


@pytest.mark.parametrize("family", ["change_of_mind", "cancel_after_all"])
def test_what_is_written_is_what_was_agreed_to_last(family: str) -> None:
    for task in made(family):
        *_, last = (move for move in task.goal.script if isinstance(move, Suggest | Propose))
        suggestions = [move for move in task.goal.script if isinstance(move, Suggest)]
        assert len(suggestions) == 1
        assert bool(task.goal.expected) is isinstance(last, Propose)


def test_of_twins_one_believes_what_is_not_so_and_it_is_told_or_refused() -> None:
    tasks = {task.id: task for task in made("wrong_belief")}
    for task in tasks.values():
        twin = tasks[task.twin or ""]
        assert sorted(_believes(each) for each in (task, twin)) == [False, True]
        if _believes(task):
            assert any(isinstance(move, Correct | Refuse) for move in task.goal.script)


def _believes(task: Task) -> bool:
    return any(goal.belief is not None for goal in task.scenario.goals)


def test_of_two_orders_that_fit_both_are_read_and_a_date_is_asked_for() -> None:
    asked = [task for task in made("found_by_contents") if _asks_for_the_date(task)]
    assert len(asked) == len(made("found_by_contents")) / 2
    for task in asked:
        read = {call.arguments["order_id"] for call in task.goal.calls if call.tool == "get_order"}
        assert len(read) > 1


def _asks_for_the_date(task: Task) -> bool:
    return any(isinstance(move, Ask) and "placed_on" in move.slots for move in task.goal.script)


def test_the_price_is_no_reason_to_cancel() -> None:
    for task in made("bargain_hunter"):
        elsewhere = any(fact.value == "found cheaper elsewhere" for fact in task.scenario.facts)
        assert not (elsewhere and task.goal.expected)
