from app.engine.events import EndReason
from app.grading.grader import grade
from app.grading.summary import Row, summarize
from app.grading.verdict import Grade
from tests.app.grading.bike_shop import DONE, SHOP, Play, goal_of, task_of

TASK = task_of(goal_of([DONE]))
GOOD = grade(TASK, Play().plan([DONE]).end(), SHOP)
IDLE = grade(TASK, Play().says("Bye.").end(EndReason.NO_PROGRESS), SHOP)
LOST = grade(TASK, Play().end(EndReason.INFRASTRUCTURE), SHOP)


def row(agent: str, task: str, verdict: Grade) -> Row:
    return Row(agent, task, verdict, verdict.end_reason.value)


def test_each_agent_has_one_summary() -> None:
    found = summarize([row("gold", "t1", GOOD), row("idle", "t1", IDLE), row("gold", "t2", GOOD)])
    assert [(one.agent, one.sessions, one.tasks, one.successes) for one in found] == [
        ("gold", 2, 2, 2),
        ("idle", 1, 1, 0),
    ]


def test_excluded_sessions_stand_beside_the_score() -> None:
    (found,) = summarize([row("gold", "t1", GOOD), row("gold", "t2", LOST)])
    assert found.pass_1.left_out is not None
    assert (found.pass_1.left_out.value, found.pass_1.as_failures.value, found.excluded) == (1.0, 0.5, 1)
    assert found.mean_partial == 1.0


def test_ends_and_failures_are_counted() -> None:
    (found,) = summarize([row("idle", "t1", IDLE), row("idle", "t2", IDLE), row("idle", "t3", GOOD)])
    assert found.ends == {"no_progress": 2, "customer_done": 1}
    assert found.failures == {"missing_change": 2, "wrong_end": 2}


def test_twins_are_scored_as_pairs() -> None:
    twins = [TASK.model_copy(update={"id": one, "twin": other}) for one, other in (("t1", "t2"), ("t2", "t1"))]
    (found,) = summarize([row("gold", "t1", GOOD), row("gold", "t2", IDLE)], twins)
    assert found.pairs is not None
    assert found.pairs.value == 0.0


def test_a_session_that_could_not_be_graded_stands_beside_the_score() -> None:
    (found,) = summarize([row("gold", "t1", GOOD), Row("gold", "t2", None, "customer_done")])
    assert found.pass_1.left_out is not None
    assert (found.pass_1.left_out.value, found.pass_1.as_failures.value) == (1.0, 0.5)
    assert (found.excluded, found.ungraded, found.sessions) == (1, 1, 2)
    assert found.ends == {"customer_done": 2}
