"""The state part of a grade: row changes against the goal, or the goal's assertions with what may change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.grading.errors import DomainFailed
from app.grading.matching import Matching, Pair, op_of, value_after
from app.grading.pairing import match
from app.grading.played import Played
from app.grading.verdict import Finding, FindingKind, Part
from domains.kit.changes import Change
from domains.kit.domain import Domain
from domains.kit.goal import Assertion, ExpectedChange, Goal


@dataclass(frozen=True)
class Changed:
    """How the net changes compare with the goal."""

    part: Part
    findings: tuple[Finding, ...]
    collateral: int
    """Rows that were changed in ways that nothing expected."""
    matching: Matching | None
    """None where the goal has assertions instead of expected changes."""


def judge(goal: Goal, played: Played, domain: Domain) -> Changed:
    """Compare the changes with the best of the goal's change sets, or check its assertions."""
    return _by_assertions(goal, played, domain) if goal.assertions else _by_changes(goal, played, domain)


def change_sets(goal: Goal) -> tuple[tuple[ExpectedChange, ...], ...]:
    """The change sets that are right, the gold one first."""
    return (goal.expected, *goal.alternatives)


def best_matching(goal: Goal, played: Played, domain: Domain) -> Matching:
    """The matching with the change set that the session comes closest to; of equals the first."""
    bound = [_bounded(match(one, played.net, domain.world), goal) for one in change_sets(goal)]
    return max(bound, key=_closeness)


def is_free(goal: Goal, table: str, key: str, name: str | None) -> bool:
    """Whether `may_change` covers the place; a field is also covered by its row and its table."""
    paths = {table, f"{table}/{key}"} | ({f"{table}/{key}/{name}"} if name is not None else set())
    return not paths.isdisjoint(goal.may_change)


def foreign_fields(goal: Goal, change: Change) -> tuple[str, ...]:
    """The fields of an update that `may_change` does not cover; of an insert or delete all or none."""
    if is_free(goal, change.table, change.key, None):
        return ()
    fields = tuple((change.after or {}) if op_of(change) == "update" else (change.after or change.before or {}))
    if op_of(change) != "update":
        return fields
    return tuple(name for name in fields if not is_free(goal, change.table, change.key, name))


def _by_changes(goal: Goal, played: Played, domain: Domain) -> Changed:
    matching = best_matching(goal, played, domain)
    findings = [
        *(finding for pair in matching.pairs for finding in _of_pair(pair, matching, played, domain)),
        *(_collateral_row(change, played) for change in matching.left),
    ]
    return Changed(Part(matched=matching.matched, total=matching.total), tuple(findings), matching.collateral, matching)


def _bounded(matching: Matching, goal: Goal) -> Matching:
    """The matching without the collateral that `may_change` allows."""
    pairs = []
    for pair in matching.pairs:
        place = pair.expected.table, pair.expected.key
        extra = tuple(name for name in pair.extra if not is_free(goal, *place, name))
        pairs.append(Pair(pair.expected, pair.actual, pair.wrong, extra))
    left = tuple(change for change in matching.left if foreign_fields(goal, change))
    return Matching(tuple(pairs), left, matching.sameness, matching.links)


def _closeness(matching: Matching) -> tuple[bool, float, int]:
    whole = all(pair.matched for pair in matching.pairs) and not matching.collateral
    share = matching.matched / matching.total if matching.total else 0.0
    return whole, share, -matching.collateral


def _of_pair(pair: Pair, matching: Matching, played: Played, domain: Domain) -> Iterator[Finding]:
    expected, actual = pair.expected, pair.actual
    row = f"{expected.table}/{expected.key}"
    if actual is None:
        yield Finding(
            kind=FindingKind.MISSING_CHANGE,
            where=row,
            expected={name: matching.shown(match) for name, match in expected.fields.items()},
            text=f"{_DONE[expected.op].format(row=row)} was expected and did not happen.",
        )
        return
    for name in pair.wrong:
        value = value_after(actual, name, domain.world)
        wanted = matching.shown(expected.fields[name])
        call = played.writer(actual, name)
        yield Finding(
            kind=FindingKind.WRONG_VALUE,
            step=call.step if call else None,
            where=f"{actual.table}/{actual.key}/{name}",
            expected=wanted,
            actual=value,
            text=f"{name} of {actual.path} is {value!r}, and {wanted!r} was expected.",
        )
    for name in pair.extra:
        yield _collateral_field(actual, name, played)


def _collateral_field(change: Change, name: str, played: Played) -> Finding:
    call = played.writer(change, name)
    before, after = (change.before or {}).get(name), (change.after or {}).get(name)
    return Finding(
        kind=FindingKind.COLLATERAL,
        step=call.step if call else None,
        where=f"{change.table}/{change.key}/{name}",
        expected=before,
        actual=after,
        text=f"{name} of {change.path} was changed from {before!r} to {after!r}, which nothing asked for.",
    )


def _collateral_row(change: Change, played: Played) -> Finding:
    call = played.writer(change)
    return Finding(
        kind=FindingKind.COLLATERAL,
        step=call.step if call else None,
        where=change.path,
        expected=change.before,
        actual=change.after,
        text=f"{_DONE[op_of(change)].format(row=change.path)} happened, which nothing asked for.",
    )


_DONE = {"insert": "Adding {row}", "update": "Changing {row}", "delete": "Deleting {row}"}


def _by_assertions(goal: Goal, played: Played, domain: Domain) -> Changed:
    broken = [assertion for assertion in goal.assertions if not _holds(assertion, played, domain)]
    total = sum(assertion.weight for assertion in goal.assertions)
    matched = sum(assertion.weight for assertion in goal.assertions if assertion not in broken)
    foreign = [change for change in played.net if foreign_fields(goal, change)]
    findings = [*map(_broken, broken), *_outside(goal, foreign, played)]
    return Changed(Part(matched=matched, total=total), tuple(findings), len(foreign), None)


def _outside(goal: Goal, foreign: Sequence[Change], played: Played) -> Iterator[Finding]:
    for change in foreign:
        if op_of(change) == "update":
            yield from (_collateral_field(change, name, played) for name in foreign_fields(goal, change))
        else:
            yield _collateral_row(change, played)


def _holds(assertion: Assertion, played: Played, domain: Domain) -> bool:
    try:
        held = domain.predicates[assertion.predicate](played.final, **assertion.arguments)
    except Exception as error:  # a stranger's predicate can fail in any way, and must be named
        raise DomainFailed(f"predicate {assertion.predicate!r} raised {type(error).__name__}: {error}") from error
    if not isinstance(held, bool):
        raise DomainFailed(f"predicate {assertion.predicate!r} gave {held!r}, and True or False was expected")
    return held


def _broken(assertion: Assertion) -> Finding:
    return Finding(
        kind=FindingKind.ASSERTION_FAILED,
        where=assertion.predicate,
        expected=assertion.arguments,
        text=f"{assertion.predicate} does not hold at the end.",
    )
