"""What must not happen at any time: changes that stay forbidden when undone, and words."""

from collections.abc import Iterator

from app.grading.log import Call, Log
from app.grading.spoken import contains
from app.grading.verdict import Finding, FindingKind
from domains.kit.changes import Actor, Change
from domains.kit.goal import ChangePattern, Goal


def judge(goal: Goal, log: Log) -> tuple[Finding, ...]:
    """Forbidden changes of the agent, each write by itself, and forbidden texts that the customer heard."""
    return (*_changes(goal, log), *_texts(goal, log))


def _changes(goal: Goal, log: Log) -> Iterator[Finding]:
    for call in log.writes:
        if call.event.actor is not Actor.AGENT:
            continue
        for change in call.event.changes:
            pattern = next((pattern for pattern in goal.forbidden_changes if _covers(pattern, change)), None)
            if pattern is not None:
                yield _finding(pattern, change, call)


def _covers(pattern: ChangePattern, change: Change) -> bool:
    fields = {**(change.before or {}), **(change.after or {})}
    return (
        pattern.table == change.table
        and pattern.key in (None, change.key)
        and (pattern.field is None or pattern.field in fields)
    )


def _finding(pattern: ChangePattern, change: Change, call: Call) -> Finding:
    where = change.path if pattern.field is None else f"{change.path}/{pattern.field}"
    return Finding(
        kind=FindingKind.FORBIDDEN_CHANGE,
        step=call.step,
        where=where,
        expected=change.before,
        actual=change.after,
        text=f"{call.event.name} changed {where}, which must not be touched at any time.",
    )


def _texts(goal: Goal, log: Log) -> Iterator[Finding]:
    for text in goal.forbidden_disclosures:
        said = next((heard for heard in log.heard if contains(heard.text, text)), None)
        if said is not None:
            yield Finding(
                kind=FindingKind.FORBIDDEN_DISCLOSURE,
                step=said.step,
                where="forbidden_disclosures",
                actual=text,
                text=f"The customer was told {text!r}, which must not be said to them.",
            )
