"""How the end of a session, its log and its versions enter the grade."""

from dataclasses import replace

import pytest

from app.engine.events import SCHEMA, EndReason, Event, ToolCalled
from app.grading.errors import BadGoal, BrokenLog, GradingError, StaleLog, UnfinishedSession
from app.grading.grader import grade, grader_version
from app.grading.verdict import Attribution, FindingKind
from domains.kit.changes import Change
from domains.kit.lexicon import Lexicon
from tests.app.grading.bike_shop import DONE, LOOK, SHOP, YES, Play, goal_of, graded, kinds, shop, task_of

GOAL = goal_of([DONE])


@pytest.mark.parametrize("end", [EndReason.CUSTOMER_DONE, EndReason.AGENT_ENDED])
def test_these_ends_can_be_a_success(end: EndReason) -> None:
    verdict = graded(GOAL, Play().plan([DONE]), end=end)
    assert verdict.success
    assert (verdict.reward, verdict.attribution) == (1.0, Attribution.NONE)


@pytest.mark.parametrize(
    "end",
    [
        EndReason.STEP_LIMIT,
        EndReason.TOOL_ERROR_LIMIT,
        EndReason.NO_PROGRESS,
        EndReason.AGENT_TIMEOUT,
        EndReason.AGENT_ABANDONED,
    ],
)
def test_these_ends_are_the_agents_failure_even_with_the_right_state(end: EndReason) -> None:
    verdict = graded(GOAL, Play().plan([DONE]), end=end)
    assert kinds(verdict) == [FindingKind.WRONG_END]
    assert (verdict.success, verdict.partial, verdict.reward, verdict.counted) == (False, 0.5, 0.0, True)
    assert verdict.attribution is Attribution.AGENT


@pytest.mark.parametrize(
    ("end", "attribution"),
    [
        (EndReason.SIM_UNCERTAIN, Attribution.CUSTOMER),
        (EndReason.CUSTOMER_ERROR, Attribution.CUSTOMER),
        (EndReason.CUSTOMER_LEFT, Attribution.CUSTOMER),
        (EndReason.INFRASTRUCTURE, Attribution.INFRASTRUCTURE),
    ],
)
def test_these_ends_say_nothing_about_the_agent(end: EndReason, attribution: Attribution) -> None:
    verdict = graded(GOAL, Play().plan([DONE]), end=end)
    assert (verdict.success, verdict.counted, verdict.attribution) == (False, False, attribution)


def test_corrections_of_the_customer_are_counted() -> None:
    play = Play().says("The blue one?").customer("No, the red one.", corrections=1, stance="reject")
    assert graded(GOAL, play.says("And lost?").customer("No, no.", corrections=2).plan([DONE])).corrections == 3


def test_a_session_that_goes_on_is_not_graded() -> None:
    with pytest.raises(UnfinishedSession, match="bikes-1"):
        grade(task_of(GOAL), Play().plan([DONE]).events, SHOP)


def test_events_after_the_end_are_not_trusted() -> None:
    play = Play()
    play.end()
    with pytest.raises(BrokenLog, match="after the end"):
        grade(task_of(GOAL), play.says("Hm.").events, SHOP)


def test_a_log_with_a_gap_is_not_trusted() -> None:
    events = Play().plan([DONE]).end()
    with pytest.raises(BrokenLog, match="gap"):
        grade(task_of(GOAL), [*events[:1], *events[2:]], SHOP)


def test_events_of_a_newer_schema_are_not_graded() -> None:
    events = Play().plan([DONE]).end()
    with pytest.raises(StaleLog, match="schema"):
        grade(task_of(GOAL), [events[0].model_copy(update={"v": SCHEMA + 1}), *events[1:]], SHOP)


def test_a_refused_call_with_changes_is_not_trusted() -> None:
    assert _with_call(is_error=True) is BrokenLog


def test_changes_that_do_not_fit_the_world_are_not_trusted() -> None:
    assert _with_call(changes=(Change(table="repairs", key="R99", before={"status": "a"}, after={"status": "b"}),)) is (
        BrokenLog
    )


def test_a_call_that_the_tool_would_not_take_today_is_not_graded() -> None:
    event = Play().calls("show_repair", repair_id="R1").events[-1]
    assert isinstance(event.payload, ToolCalled)
    stale = event.payload.model_copy(update={"arguments": {"repair_id": "R1", "colour": "red"}})
    play = Play().calls("show_repair", repair_id="R1")
    play.events[-1] = event.model_copy(update={"payload": stale})
    with pytest.raises(StaleLog, match="show_repair"):
        graded(LOOK, play)


def test_a_task_of_another_world_is_not_graded() -> None:
    task = task_of(GOAL).model_copy(update={"world": "0" * 64})
    with pytest.raises(StaleLog, match="world"):
        grade(task, Play().end(), SHOP)


def test_a_task_of_another_domain_is_not_graded() -> None:
    task = task_of(GOAL).model_copy(update={"domain": "boats"})
    with pytest.raises(BadGoal, match="boats"):
        grade(task, Play().end(), SHOP)


def test_a_grade_names_its_grader_and_its_goal() -> None:
    task = task_of(GOAL)
    verdict = grade(task, Play().plan([DONE]).end(), SHOP)
    assert (verdict.grader_version, verdict.goal_digest) == (grader_version(SHOP), task.goal_digest)
    assert len(grader_version(SHOP)) == 64


def test_other_checks_make_another_grader() -> None:
    assert grader_version(SHOP) == grader_version(shop())
    assert grader_version(SHOP) != grader_version(shop(YES))
    assert grader_version(SHOP) != grader_version(replace(SHOP, lexicon=Lexicon()))


def test_a_grade_is_the_same_after_json() -> None:
    verdict = graded(GOAL, Play().calls("set_status", repair_id="R3", status="x"))
    assert type(verdict).model_validate_json(verdict.model_dump_json()) == verdict


def _with_call(**update: object) -> type[GradingError]:
    play = Play().plan([DONE])
    last: Event = play.events[-1]
    play.events[-1] = last.model_copy(update={"payload": last.payload.model_copy(update=update)})
    with pytest.raises(GradingError) as caught:
        graded(GOAL, play)
    return caught.type
