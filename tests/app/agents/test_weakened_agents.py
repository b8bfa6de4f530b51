"""What the proof stands on: slips that are known before the session is played."""

import pytest

from domains.kit.goal import NextGoal, calls_of
from domains.kit.task import Task
from domains.retail import DOMAIN
from tests.proof.weakened import SLIPS, WRONG_VALUE, Mishaps, Slip, first_errand

MISHAPS = Mishaps(DOMAIN)
TASKS = list(DOMAIN.tasks.values())[:30]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_made_on_the_tasks_it_concerns_and_about_as_often_as_its_chance(slip: Slip) -> None:
    every = list(DOMAIN.tasks.values())
    concerned = [task for task in every if MISHAPS.concerns(slip, task)]
    made = [bool(MISHAPS.slips(task, {slip.name: 0.5}, trial=str(trial))) for task in concerned for trial in range(100)]
    assert concerned
    assert 0.4 < sum(made) / len(made) < 0.6
    others = (task for task in every if task not in concerned)
    assert not any(MISHAPS.slips(task, {slip.name: 1.0}, trial="0") for task in others)


def test_a_slip_at_some_chance_is_one_at_every_greater_chance() -> None:
    for task in TASKS:
        few, many = (MISHAPS.slips(task, {slip.name: chance for slip in SLIPS}, trial="7") for chance in (0.2, 0.6))
        assert few <= many


def test_wrong_scripts_differ_from_the_right_one_in_a_single_call() -> None:
    concerned = [task for task in TASKS if MISHAPS.concerns(WRONG_VALUE, task)]
    for task in concerned:
        right = calls(task)
        for script in MISHAPS.wrong_scripts(task):
            made = [call for move in script for call in calls_of(move)]
            assert sum(one != other for one, other in zip(right, made, strict=True)) == 1


def test_the_first_errand_ends_where_the_customer_is_asked_for_the_next() -> None:
    two = next(t for t in DOMAIN.tasks.values() if any(isinstance(move, NextGoal) for move in t.goal.script))
    cut = first_errand(two.goal.script)
    assert cut == two.goal.script[: len(cut)]
    assert isinstance(two.goal.script[len(cut)], NextGoal)


def calls(task: Task) -> list[object]:
    return [call for move in task.goal.script for call in calls_of(move)]
