"""Gold calls: running them, and comparing what came of them with what a goal expects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domains.kit.changes import Actor, Change
from domains.kit.domain import Domain
from domains.kit.goal import ExpectedChange, Goal, GoldCall, Match
from domains.kit.records import JSON, Mark, as_set, marked
from domains.kit.state import HostedState
from domains.kit.tools import Outcome
from domains.kit.world import World

GOLD_SEED = "gold"
"""Session seed of the state on which gold calls run: generated keys in `Goal.expected` are labels made from it."""


@dataclass(frozen=True)
class Played:
    """A state in which the gold calls of a goal have run, and what each of them gave."""

    state: HostedState
    outcomes: tuple[tuple[GoldCall, Outcome], ...]

    @property
    def errors(self) -> list[str]:
        """The calls that were refused, with what they said."""
        return [f"{call.tool}({call.arguments}): {got.content}" for call, got in self.outcomes if got.is_error]


def play(domain: Domain, goal: Goal, *, seed: str = GOLD_SEED) -> Played:
    """Run the gold calls on a fresh state."""
    state = domain.open_state(seed)
    return Played(state, tuple((call, state.call(call.tool, call.arguments, actor=Actor.AGENT)) for call in goal.calls))


def expected_of(change: Change, world: World) -> ExpectedChange:
    """The net change as a goal expects it: every field equal, the key said by `key` alone."""
    if change.after is None:
        return ExpectedChange(op="delete", table=change.table, key=change.key)
    # The key field of a new row is left out: where keys are generated it is a label and no value to compare.
    key_field = world.tables[change.table].key
    fields = {name: Match(value=value) for name, value in change.after.items() if name != key_field}
    op = "insert" if change.before is None else "update"
    return ExpectedChange.model_validate({"op": op, "table": change.table, "key": change.key, "fields": fields})


def agree(expected: Sequence[ExpectedChange], actual: Sequence[Change], world: World) -> bool:
    """Whether the net changes are the expected ones, new keys of generated tables standing for labels one to one."""
    return len(expected) == len(actual) and _agree(tuple(expected), tuple(actual), {}, (), world)


def _agree(
    expected: tuple[ExpectedChange, ...],
    actual: tuple[Change, ...],
    labels: dict[str, str],
    pairs: tuple[tuple[ExpectedChange, Change], ...],
    world: World,
) -> bool:
    if not expected:
        return all(_fits(one, change, labels, world) for one, change in pairs)
    first, rest = expected[0], expected[1:]
    for index, change in enumerate(actual):
        if (change.table, _op(change)) != (first.table, first.op):
            continue
        free = first.op == "insert" and world.tables[first.table].generated
        if change.key == first.key or free:
            linked = {**labels, change.key: first.key} if free else labels
            left = actual[:index] + actual[index + 1 :]
            if _agree(rest, left, linked, (*pairs, (first, change)), world):
                return True
    return False


def _fits(expected: ExpectedChange, change: Change, labels: Mapping[str, str], world: World) -> bool:
    table = world.tables[change.table]
    ignored = marked(table.record, Mark.BOOKKEEPING) | {table.key}
    after = {name: value for name, value in (change.after or {}).items() if name not in ignored}
    fields = {name: match for name, match in expected.fields.items() if name not in ignored}
    if expected.op == "update" and after.keys() - fields.keys():
        return False
    unordered = marked(table.record, Mark.UNORDERED)
    return all(
        name in after and _matches(match, _labelled(after[name], labels), unordered=name in unordered)
        for name, match in fields.items()
    )


def _matches(match: Match, value: JSON, *, unordered: bool) -> bool:
    if match.how == "anything":
        return True
    options = match.values if match.how == "any_of" else (match.value,)
    return any(value == option or (unordered and as_set(value) == as_set(option)) for option in options)


def _labelled(value: JSON, labels: Mapping[str, str]) -> JSON:
    if isinstance(value, dict):
        return {_labelled(key, labels): _labelled(inner, labels) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_labelled(inner, labels) for inner in value]
    return labels.get(value, value) if isinstance(value, str) else value


def _op(change: Change) -> str:
    if change.before is None:
        return "insert"
    return "delete" if change.after is None else "update"
