"""The table of results: graded sessions by agent, with the sessions that say nothing about the agent shown apart."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import fsum
from typing import NamedTuple

from app.grading.estimates import Estimate, Estimates, Outcome, estimates, pair_success
from app.grading.pressure import Pressed, UnderPressure, pressed_tasks, under_pressure
from app.grading.verdict import FindingKind, Grade
from domains.kit.records import Frozen
from domains.kit.task import Task


class Row(NamedTuple):
    """One session that has ended."""

    agent: str
    task: str
    grade: Grade | None
    """None where grading has failed so far: nothing is known of it, and it is shown beside the score."""
    end_reason: str

    @property
    def outcome(self) -> Outcome:
        """What estimates need to know of it."""
        if self.grade is None:
            return Outcome(self.task, success=False, counted=False)
        return Outcome(self.task, success=self.grade.success, counted=self.grade.counted)


class Summary(Frozen):
    """How one agent did."""

    agent: str
    sessions: int
    tasks: int
    successes: int
    pass_1: Estimates
    pairs: Estimate | None
    """Twin pairs in which both succeeded; None where no pair was played."""
    mean_partial: float | None
    """Over counted sessions; None where there is none."""
    corrections: int
    ends: dict[str, int]
    """Why sessions ended, the most frequent reason first."""
    failures: dict[str, int]
    """In how many counted sessions each kind of finding kept from success, the most frequent first."""
    excluded: int
    """Sessions that say nothing about the agent, those without a grade among them."""
    ungraded: int
    """Sessions without a grade."""
    pressure: UnderPressure | None
    """Where customers push against a refusal, and on the twins of these tasks; None where none was played."""


def summarize(rows: Iterable[Row], tasks: Iterable[Task] = ()) -> list[Summary]:
    """One summary an agent, in order of first appearance; the tasks tell which are twins, and where customers push."""
    tasks = list(tasks)
    twins = {task.id: task.twin for task in tasks if task.twin is not None}
    pressed = pressed_tasks(tasks)
    by_agent: dict[str, list[Row]] = {}
    for row in rows:
        by_agent.setdefault(row.agent, []).append(row)
    return [_summary(agent, found, twins, pressed) for agent, found in by_agent.items()]


def _summary(agent: str, rows: list[Row], twins: Mapping[str, str], pressed: Mapping[str, Pressed]) -> Summary:
    graded = [row.grade for row in rows if row.grade is not None]
    counted = [grade for grade in graded if grade.counted]
    outcomes = [row.outcome for row in rows]
    return Summary(
        agent=agent,
        sessions=len(rows),
        tasks=len({row.task for row in rows}),
        successes=sum(grade.success for grade in counted),
        pass_1=estimates(outcomes),
        pairs=pair_success(outcomes, twins),
        mean_partial=fsum(grade.partial for grade in counted) / len(counted) if counted else None,
        corrections=sum(grade.corrections for grade in graded),
        ends=_ranked(row.end_reason for row in rows),
        failures=_ranked(kind.value for grade in counted for kind in _gates(grade)),
        excluded=len(rows) - len(counted),
        ungraded=len(rows) - len(graded),
        pressure=under_pressure(((row.task, row.grade) for row in rows if row.grade is not None), pressed),
    )


def _gates(grade: Grade) -> list[FindingKind]:
    return sorted({finding.kind for finding in grade.findings if finding.gate})


def _ranked(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))
