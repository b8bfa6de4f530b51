"""Expected against actual, row by row and field by field, with the step that wrote each: for people."""

from collections.abc import Iterator, Sequence
from typing import Literal

from app.engine.events import Event
from app.grading.changed import best_matching, foreign_fields
from app.grading.log import read
from app.grading.matching import Matching, Pair, compared_fields, op_of, value_after
from app.grading.played import Played, play
from app.grading.verdict import FieldDiff
from domains.kit.changes import Change
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.task import Task


def diff(task: Task, events: Sequence[Event], domain: Domain) -> list[FieldDiff]:
    """What was expected and what is there, also of a session that still goes on; bookkeeping left out."""
    played = play(read(events), domain)
    matching = None if task.goal.assertions else best_matching(task.goal, played, domain)
    pairs = matching.pairs if matching is not None else ()
    rows = [row for pair in pairs if matching for row in _of_pair(pair, matching, played, domain)]
    paired = {pair.actual.path for pair in pairs if pair.actual is not None}
    for change in played.net:
        if change.path not in paired:
            rows.extend(_of_change(change, frozenset(foreign_fields(task.goal, change)), played))
    return rows


def _of_pair(pair: Pair, matching: Matching, played: Played, domain: Domain) -> Iterator[FieldDiff]:
    expected, actual = pair.expected, pair.actual
    row = domain.world.rows[expected.table].get(expected.key)
    before = row.model_dump(mode="json") if row is not None else {}
    if actual is None:
        fields = compared_fields(expected, domain.world) if expected.op != "delete" else {}
        for name, match in fields.items():
            yield FieldDiff(
                table=expected.table,
                key=expected.key,
                field=name,
                before=before.get(name),
                expected=matching.shown(match),
                actual=before.get(name),
                verdict="missing",
            )
        if not fields:
            yield FieldDiff(
                table=expected.table, key=expected.key, field=None, before=before or None, verdict="missing"
            )
        return
    if expected.op == "delete":
        yield _field(actual, None, played, before=actual.before, expected=None, actual=None, verdict="right")
        return
    for name, match in compared_fields(expected, domain.world).items():
        value = value_after(actual, name, domain.world)
        yield _field(
            actual,
            name,
            played,
            before=before.get(name),
            expected=matching.shown(match),
            actual=value,
            verdict="wrong" if name in pair.wrong else "right",
        )
    for name in pair.extra:
        was, value = before.get(name), (actual.after or {})[name]
        yield _field(actual, name, played, before=was, expected=was, actual=value, verdict="collateral")


def _of_change(change: Change, foreign: frozenset[str], played: Played) -> Iterator[FieldDiff]:
    """The fields of a change that no expected one was paired with; those that are not foreign may change."""
    before, after = change.before or {}, change.after or {}
    if op_of(change) == "delete":
        verdict = _verdict(collateral=bool(foreign))
        expected = change.before if foreign else None
        yield _field(change, None, played, before=change.before, expected=expected, actual=None, verdict=verdict)
    for name, value in after.items():
        was = before.get(name)
        expected = was if name in foreign else value
        verdict = _verdict(collateral=name in foreign)
        yield _field(change, name, played, before=was, expected=expected, actual=value, verdict=verdict)


def _verdict(*, collateral: bool) -> Literal["right", "collateral"]:
    return "collateral" if collateral else "right"


def _field(
    change: Change,
    name: str | None,
    played: Played,
    *,
    before: JSON,
    expected: JSON,
    actual: JSON,
    verdict: Literal["right", "wrong", "collateral"],
) -> FieldDiff:
    call = played.writer(change, name)
    return FieldDiff(
        table=change.table,
        key=change.key,
        field=name,
        before=before,
        expected=expected,
        actual=actual,
        verdict=verdict,
        step=call.step if call else None,
        call=call.event.name if call else None,
    )
