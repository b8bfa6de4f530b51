"""What came of comparing expected row changes with actual ones, and what of a change is compared."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.grading.sameness import Links, Sameness
from domains.kit.changes import Change
from domains.kit.goal import ExpectedChange, Match
from domains.kit.records import JSON, Mark, marked
from domains.kit.world import World


@dataclass(frozen=True)
class Pair:
    """One expected change and what was found for it."""

    expected: ExpectedChange
    actual: Change | None
    wrong: tuple[str, ...] = ()
    """Fields with another value than expected."""
    extra: tuple[str, ...] = ()
    """Fields of an update that were changed and not expected to be."""

    @property
    def matched(self) -> bool:
        """The expected change is there, with every value right."""
        return self.actual is not None and not self.wrong


@dataclass(frozen=True)
class Matching:
    """A whole assignment."""

    pairs: tuple[Pair, ...]
    left: tuple[Change, ...]
    """Changes that nothing expected."""
    sameness: Sameness
    links: Links

    @property
    def matched(self) -> float:
        """Weight of the expected changes that are there."""
        return sum(pair.expected.weight for pair in self.pairs if pair.matched)

    @property
    def total(self) -> float:
        """Weight of all expected changes."""
        return sum(pair.expected.weight for pair in self.pairs)

    @property
    def collateral(self) -> int:
        """How many rows were changed in ways that nothing expected."""
        return len(self.left) + sum(1 for pair in self.pairs if pair.extra)

    def shown(self, match: Match) -> JSON:
        """A matcher as people read it: the value, or an object that names the choice."""
        if match.how == "anything":
            return {"anything": True}
        if match.how == "any_of":
            return {"any_of": self.sameness.shown(match.values, self.links)}
        return self.sameness.shown(match.value, self.links)


def compared_fields(expected: ExpectedChange, world: World) -> Mapping[str, Match]:
    """The fields of an expected change that count: no bookkeeping, and no generated key."""
    table = world.tables[expected.table]
    hidden = set(marked(table.record, Mark.BOOKKEEPING))
    if expected.op == "insert" and table.generated:
        hidden.add(table.key)
    return {name: match for name, match in expected.fields.items() if name not in hidden}


def op_of(change: Change) -> str:
    """Insert, update or delete."""
    if change.before is None:
        return "insert"
    return "delete" if change.after is None else "update"


def value_after(change: Change, name: str, world: World) -> JSON:
    """The field's value after the change; fields that an update left alone hold what the world has."""
    after = change.after or {}
    if name in after:
        return after[name]
    row = world.rows[change.table].get(change.key) if change.before is not None else None
    return row.model_dump(mode="json").get(name) if row is not None else None
