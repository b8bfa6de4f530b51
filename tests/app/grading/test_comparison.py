"""Comparing two agents: exact, paired by task, and never bold."""

from fractions import Fraction
from itertools import product
from random import Random

import pytest

from app.grading.comparison import Difference, compare, sign_flip_p_value
from app.grading.errors import EstimateError
from app.grading.estimates import Outcome


def played(successes: dict[str, int], trials: int) -> list[Outcome]:
    return [Outcome(task, success=number < won) for task, won in successes.items() for number in range(trials)]


def test_the_p_value_is_the_share_of_sign_patterns_that_go_as_far() -> None:
    differences = [Fraction(1, 2), Fraction(-1, 4), Fraction(1), Fraction(3, 4), Fraction(0)]
    observed = abs(sum(differences, Fraction(0)))
    patterns = list(product((1, -1), repeat=len(differences)))
    totals = (sum((sign * step for sign, step in zip(p, differences, strict=True)), Fraction(0)) for p in patterns)
    far = sum(abs(total) >= observed for total in totals)
    assert sign_flip_p_value(differences) == pytest.approx(far / len(patterns))


def test_an_agent_that_wins_all_of_six_tasks_is_better_and_of_five_not_yet() -> None:
    lost = [Outcome(str(task), success=False) for task in range(6)]
    won = [Outcome(str(task), success=True) for task in range(6)]
    assert compare(won, lost).verdict is Difference.BETTER
    assert compare(lost, won).verdict is Difference.WORSE
    assert compare(won[:5], lost[:5]).verdict is Difference.NOT_SHOWN


def test_only_tasks_that_both_have_played_are_compared_and_the_others_are_counted() -> None:
    found = compare(played({"a": 1, "b": 1, "c": 0}, 1), played({"b": 0, "c": 0, "d": 1}, 1))
    assert (found.tasks, found.left_out, found.wins, found.losses) == (2, 2, 1, 0)
    assert found.difference == pytest.approx(0.5)


def test_agents_without_a_common_task_cannot_be_compared() -> None:
    with pytest.raises(EstimateError, match="no task in common"):
        compare(played({"a": 1}, 1), played({"b": 1}, 1))


def test_sessions_that_say_nothing_about_the_agent_are_left_out() -> None:
    excluded = [Outcome("a", success=False, counted=False)] * 9
    found = compare([*played({"a": 2}, 2), *excluded], played({"a": 2}, 2))
    assert found.difference == 0
    assert found.p_value == 1


def test_the_difference_lies_in_its_interval() -> None:
    random = Random(3)
    for _ in range(50):
        one, other = ({str(task): random.randint(0, 4) for task in range(12)} for _ in range(2))
        found = compare(played(one, 4), played(other, 4))
        assert -1 <= found.low <= found.difference <= found.high <= 1


def simulated(random: Random, chances: dict[str, float], trials: int) -> list[Outcome]:
    return [Outcome(task, success=random.random() < chance) for task, chance in chances.items() for _ in range(trials)]


def test_of_agents_that_are_alike_few_are_called_different_and_the_interval_holds_zero() -> None:
    random = Random(20)
    different = missed = 0
    for _ in range(400):
        chances = {str(task): random.choice([0.0, 0.3, 0.8, 1.0]) for task in range(30)}
        found = compare(simulated(random, chances, 2), simulated(random, chances, 2))
        different += found.verdict is not Difference.NOT_SHOWN
        missed += not found.low <= 0 <= found.high
    assert different <= 0.05 * 400
    assert missed <= 0.08 * 400


def test_of_agents_that_differ_much_most_are_told_apart() -> None:
    random = Random(21)
    better = 0
    for _ in range(100):
        one = simulated(random, {str(task): 0.9 for task in range(40)}, 2)
        other = simulated(random, {str(task): 0.6 for task in range(40)}, 2)
        better += compare(one, other).verdict is Difference.BETTER
    assert better >= 90


def test_many_tasks_with_uneven_trials_take_no_time() -> None:
    random = Random(22)
    one, other = (
        [Outcome(str(task), success=random.random() < 0.5) for task in range(300) for _ in range(1 + task % 11)]
        for _ in range(2)
    )
    assert 0 < compare(one, other).p_value <= 1
