"""When the demo complains, and tables of estimates."""

from dataclasses import replace

import pytest

from app.agents.play import Order, Played
from app.cli.demo_play import Row
from app.cli.demo_report import complaints, table_row
from app.cli.render_results import ends_text, estimates_text, pairs_text
from domains.kit.task import Task
from domains.retail import DOMAIN


@pytest.fixture
def twins() -> tuple[Task, Task]:
    first = next(task for task in DOMAIN.tasks.values() if task.twin is not None)
    return first, DOMAIN.tasks[str(first.twin)]


def row(agent: str, *outcomes: tuple[Task, bool | None]) -> Row:
    played = [Played(Order(agent, task, DOMAIN), f"s-{task.id}", end_reason="customer_done") for task, _ in outcomes]
    verdicts = {f"s-{task.id}": (success, float(bool(success))) for task, success in outcomes}
    return Row(agent, played, 1.0, verdicts)


def test_gold_that_succeeds_and_exploits_that_fail_leave_nothing_to_complain_about(twins: tuple[Task, Task]) -> None:
    one, other = twins

    assert complaints([row("gold", (one, True), (other, True)), row("silent", (one, False), (other, False))]) == []


@pytest.mark.parametrize("success", [False, None])
def test_gold_must_succeed_and_be_graded_everywhere(twins: tuple[Task, Task], success: bool | None) -> None:
    one, other = twins

    (complaint,) = complaints([row("gold", (one, True), (other, success))])

    assert other.id in complaint
    assert f"s-{other.id}" in complaint


def test_an_exploit_must_succeed_nowhere(twins: tuple[Task, Task]) -> None:
    (complaint,) = complaints([row("greeter", (twins[0], True), (twins[1], False))])

    assert complaint.startswith(f"greeter succeeded on {twins[0].id}")


def test_looking_up_and_refusing_may_succeed_on_one_twin_and_never_on_both(twins: tuple[Task, Task]) -> None:
    one, other = twins

    assert complaints([row("look_up_then_refuse", (one, True), (other, False))]) == []
    (complaint,) = complaints([row("look_up_then_refuse", (one, True), (other, True))])
    assert "and its twin" in complaint


def test_a_session_that_could_not_be_opened_counts_as_gold_failing(twins: tuple[Task, Task]) -> None:
    found = row("gold", (twins[0], True))
    found.played = [replace(found.played[0], session_id=None, error="no room")]

    assert "no room" in complaints([found])[0]


def test_pairs_are_counted_where_both_twins_were_played(twins: tuple[Task, Task]) -> None:
    both = table_row(row("gold", (twins[0], True), (twins[1], True)))

    assert pairs_text(both) == "gold succeeds on both tasks of 1 of 1 pairs of twins."
    assert pairs_text(table_row(row("gold", (twins[0], True)))) is None


def test_excluded_sessions_are_shown_in_both_counts() -> None:
    half = {"value": 0.5, "low": 0.2, "high": 0.8}
    whole = {"value": 1.0, "low": 0.6, "high": 1.0}

    shown = estimates_text({"left_out": whole, "as_failures": half, "excluded": 3})

    assert shown == "1.00 (0.60-1.00)\n0.50 (0.20-0.80)\nwith 3 excluded"


def test_ends_come_with_the_most_frequent_first() -> None:
    assert ends_text({"transferred": 2, "customer_done": 58}) == "customer_done 58, transferred 2"
