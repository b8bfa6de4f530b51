"""Grading where sessions end: a grade never holds up an end, and a failed one is tried again."""

from collections.abc import Sequence
from datetime import datetime
from json import loads

import structlog

from app.engine.events import Event
from app.errors import RegradeRefused
from app.grading.grader import grade
from app.grading.verdict import Grade
from app.storage.grades import STATE
from app.storage.sessions import Values
from app.storage.tables import StoredSession
from domains.kit.domain import Domain
from domains.kit.task import Task

_log = structlog.get_logger(__name__)
UNCHANGEABLE = ("world", "policy", "tools", "scenario")
"""Where one of these differs from what was played, a grade would judge another session."""


def components(domain: Domain, task: Task) -> dict[str, str]:
    """Digests of everything that a session's grade depends on, besides its events."""
    return {
        **domain.component_digests,
        "task": task.digest,
        "goal": task.goal_digest,
        "scenario": task.scenario_digest,
    }


def grade_or_none(task: Task, events: Sequence[Event], domain: Domain, session_id: str) -> Grade | None:
    """The grade, or None where the grader failed: the end stands, and grading is tried again."""
    try:
        return grade(task, events, domain)
    except Exception:  # noqa: BLE001 - whatever is wrong with a grader must not undo an acknowledged step
        _log.exception("grading_failed", session_id=session_id, task=task.id)
        return None


def changed_components(row: StoredSession, domain: Domain, task: Task) -> list[str]:
    """What is another now than when the session was played, of that which a grade cannot do without."""
    played, installed = loads(row.components), components(domain, task)
    return [name for name in UNCHANGEABLE if played.get(name) != installed[name]]


def refuse_if_changed(row: StoredSession, domain: Domain, task: Task) -> None:
    """Raise `RegradeRefused` if the session was played in another world than the one that is installed."""
    if changed := changed_components(row, domain, task):
        raise RegradeRefused(f"session {row.id} was played with another {' and '.join(changed)}", changed=changed)


def grade_values(session_id: str, verdict: Grade, at: datetime) -> Values:
    """A grade as it is stored."""
    return {
        "session_id": session_id,
        "kind": STATE,
        "grader_version": verdict.grader_version,
        "goal_digest": verdict.goal_digest,
        "judge": "",
        "success": verdict.success,
        "partial": verdict.partial,
        "body": verdict.model_dump_json(),
        "created_at": at,
    }
