from math import comb
from random import Random

import pytest

from app.grading.errors import EstimateError
from app.grading.estimates import Outcome, Tally, estimate, estimates, pair_success


def test_pass_k_is_the_mean_share_of_k_trials_that_all_succeed() -> None:
    found = estimate([Tally(3, 4), Tally(4, 4), Tally(1, 4)], 2)
    assert found.value == pytest.approx((comb(3, 2) / comb(4, 2) + 1 + 0) / 3)
    assert (found.tasks, found.trials, found.k) == (3, 12, 2)


def test_pass_k_is_refused_where_a_task_has_fewer_trials() -> None:
    with pytest.raises(EstimateError, match="at least 3 trials"):
        estimate([Tally(3, 4), Tally(2, 2)], 3)


def test_pass_0_is_refused() -> None:
    with pytest.raises(EstimateError):
        estimate([Tally(3, 4)], 0)


def test_nothing_to_estimate_from_is_refused() -> None:
    with pytest.raises(EstimateError, match="no session"):
        estimate([])


@pytest.mark.parametrize("successes", [0, 4])
def test_the_interval_at_the_border_is_that_of_the_tasks_alone(successes: int) -> None:
    found = estimate([Tally(successes, 4)] * 50)
    one_each = estimate([Tally(successes // 4, 1)] * 50)
    assert (found.low, found.high) == (one_each.low, one_each.high)
    assert found.high - found.low == pytest.approx(0.0713, abs=0.001)


def test_trials_that_agree_within_tasks_count_as_one_each() -> None:
    clustered = estimate([Tally(8, 8)] * 50 + [Tally(0, 8)] * 50)
    single = estimate([Tally(1, 1)] * 50 + [Tally(0, 1)] * 50)
    assert clustered.high - clustered.low == pytest.approx(single.high - single.low, rel=0.02)


def test_trials_that_do_not_depend_on_the_task_count_in_full() -> None:
    spread = estimate([Tally(4, 8)] * 100)
    single = estimate([Tally(1, 1)] * 400 + [Tally(0, 1)] * 400)
    assert spread.high - spread.low == pytest.approx(single.high - single.low, rel=0.02)


def test_the_value_lies_in_its_interval_and_the_interval_in_the_unit() -> None:
    for successes in range(9):
        found = estimate([Tally(successes, 8), Tally(8, 8), Tally(0, 8)], 3)
        assert 0.0 <= found.low <= found.value <= found.high <= 1.0


def test_more_confidence_needs_a_wider_interval() -> None:
    tallied = [Tally(3, 4), Tally(4, 4), Tally(1, 4)]
    assert estimate(tallied, confidence=0.99).high > estimate(tallied, confidence=0.9).high


@pytest.mark.parametrize(
    ("share", "tasks", "trials", "alike"),
    [
        (0.5, 60, 4, 2.0),
        (0.8, 100, 4, 0.5),
        (0.95, 60, 4, 2.0),
        (0.95, 100, 4, 0.5),
        (0.99, 100, 4, 2.0),
        (0.99, 100, 4, 0.5),
        (0.99, 115, 8, 0.5),
        (0.99, 300, 4, None),
    ],
)
def test_95_percent_intervals_hold_the_truth_in_92_to_97_percent(
    share: float, tasks: int, trials: int, alike: float | None
) -> None:
    # Tasks differ by a beta distribution: the smaller `alike`, the more trials of a task agree; with None, not at all.
    draw = Random(f"{share} {tasks} {trials} {alike}")
    repeats = 1200
    held = 0
    for _ in range(repeats):
        chances = [draw.betavariate(share * alike, (1 - share) * alike) if alike else share for _ in range(tasks)]
        found = estimate([Tally(sum(draw.random() < chance for _ in range(trials)), trials) for chance in chances])
        held += found.low <= share <= found.high
    assert 0.92 <= held / repeats <= 0.975


def test_excluded_sessions_are_left_out_and_counted_as_failures() -> None:
    found = estimates(
        [Outcome("a", success=True), Outcome("a", success=False, counted=False), Outcome("b", success=True)]
    )
    assert found.left_out is not None
    assert (found.left_out.value, found.as_failures.value, found.excluded) == (1.0, 0.75, 1)


def test_where_every_session_is_excluded_nothing_is_left() -> None:
    found = estimates([Outcome("a", success=False, counted=False)])
    assert found.left_out is None
    assert found.as_failures.value == 0.0


def test_too_few_counted_trials_of_one_task_refuse_pass_k() -> None:
    outcomes = [Outcome("a", success=True)] * 2 + [
        Outcome("b", success=True),
        Outcome("b", success=True, counted=False),
    ]
    with pytest.raises(EstimateError):
        estimates(outcomes, 2)


def test_a_pair_succeeds_where_both_twins_do() -> None:
    outcomes = [Outcome(task, success=task in "abc") for task in "abcdx"]
    found = pair_success(outcomes, {"a": "b", "b": "a", "c": "d", "x": "unplayed"})
    assert found is not None
    assert (found.value, found.tasks) == (0.5, 2)


def test_without_pairs_there_is_no_pair_success() -> None:
    assert pair_success([Outcome("a", success=True)], {"a": "b"}) is None
