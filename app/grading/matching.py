"""Expected row changes against actual ones: an assignment in which new keys correspond one to one.

Rows with known keys are paired by key. New rows of tables with generated keys are paired by a depth-first search
with a bound, best candidates first; rows that cannot be told apart are tried once. It is exact until `BUDGET` nodes
have been visited, and then keeps the best assignment found, so that a flood of alike rows cannot stall a grade.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from json import dumps

from app.grading.sameness import Links, Sameness
from domains.kit.changes import Change
from domains.kit.goal import ExpectedChange, Match
from domains.kit.records import JSON, Mark, marked
from domains.kit.world import World

BUDGET = 4000
"""Nodes of the search; enough for six alike new rows in one table, and a bound on its time."""
LIKENESS = 0.5
"""A new row stands for an expected one if at least this share of the expected fields is right."""
MOST_CANDIDATES = 24
"""So many of the likeliest new rows are tried for each expected one."""


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


def match(expected: Sequence[ExpectedChange], actual: Sequence[Change], world: World) -> Matching:
    """The best assignment of net changes (bookkeeping left out) to expected ones."""
    return _Search(tuple(expected), tuple(actual), world).best()


def compared_fields(expected: ExpectedChange, world: World) -> Mapping[str, Match]:
    """The fields of an expected change that count: no bookkeeping, and no generated key."""
    table = world.tables[expected.table]
    hidden = set(marked(table.record, Mark.BOOKKEEPING))
    if expected.op == "insert" and table.generated:
        hidden.add(table.key)
    return {name: match for name, match in expected.fields.items() if name not in hidden}


Assignment = tuple[int | None, ...]
"""For each expected new row the index of the actual change that stands for it."""


@dataclass
class _Search:
    expected: tuple[ExpectedChange, ...]
    actual: tuple[Change, ...]
    world: World
    visited: int = field(default=0, init=False)
    referring: dict[int, list[str]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        generated = {name for name, table in self.world.tables.items() if table.generated}
        self.free = [i for i, e in enumerate(self.expected) if e.op == "insert" and e.table in generated]
        self.new = [i for i, a in enumerate(self.actual) if a.before is None and a.table in generated]
        self.sameness = Sameness(
            labels=frozenset(self.expected[i].key for i in self.free),
            new_keys=frozenset(self.actual[i].key for i in self.new),
        )
        self.by_place = {(a.table, a.key): i for i, a in enumerate(self.actual) if i not in set(self.new)}
        self.fields = [compared_fields(e, self.world) for e in self.expected]
        self.candidates = {i: self._candidates(i) for i in self.free}

    def best(self) -> Matching:
        """Visit assignments until one reaches the bound or the budget is spent."""
        bound = self._bound()
        best: tuple[float, float] | None = None
        chosen: Matching | None = None
        for assignment in self._assignments((), frozenset()):
            found = self._matching(assignment)
            rank = found.matched, -float(sum(len(p.wrong) for p in found.pairs) + 2 * len(found.left))
            if best is None or rank > best:
                best, chosen = rank, found
            if rank[0] >= bound:
                break
        assert chosen is not None, "the first descent of the search is always complete"  # noqa: S101
        return chosen

    def _candidates(self, index: int) -> list[int]:
        expected = self.expected[index]
        scored = []
        for i in self.new:
            if self.actual[i].table == expected.table:
                likeness = self._likeness(index, self.actual[i])
                if likeness >= LIKENESS:
                    scored.append((-likeness, i))
        return [i for _, i in sorted(scored)]

    def _likeness(self, index: int, actual: Change) -> float:
        """Share of the expected fields that are right if every new key stood for every label."""
        fields = self.fields[index]
        if not fields:
            return 1.0
        return 1.0 - len(self._wrong(index, actual, None)) / len(fields)

    def _bound(self) -> float:
        """No assignment can match more weight than this."""
        fixed = [i for i in range(len(self.expected)) if i not in self.candidates]
        bound = sum(self.expected[i].weight for i in fixed if self._pair(i, self._placed(i), None).matched)
        weights: dict[str, list[float]] = defaultdict(list)
        for i, candidates in self.candidates.items():
            if any(not self._wrong(i, self.actual[a], None) for a in candidates):
                weights[self.expected[i].table].append(self.expected[i].weight)
        rows = Counter(self.actual[i].table for i in self.new)
        return bound + sum(sum(sorted(w, reverse=True)[: rows[table]]) for table, w in weights.items())

    def _assignments(self, chosen: Assignment, used: frozenset[int]) -> Iterator[Assignment]:
        """Complete assignments, the likeliest first; each node is one more expected new row decided."""
        self.visited += 1
        if len(chosen) == len(self.free):
            self.visited += len(self.actual) // 8
            yield chosen
            return
        options = [i for i in self.candidates[self.free[len(chosen)]] if i not in used][:MOST_CANDIDATES]
        alike = set()
        for option in [*options, None]:
            if option is not None:
                appearance = self._appearance(option, chosen) if len(options) > 1 else ""
                if appearance in alike:
                    continue
                alike.add(appearance)
            yield from self._assignments((*chosen, option), used if option is None else used | {option})
            if self.visited > BUDGET:
                return

    def _appearance(self, index: int, chosen: Assignment) -> str:
        """All that tells a new row from others under the links so far: its content and who refers to it."""
        change = self.actual[index]
        links = self._links(chosen)
        key = self.world.tables[change.table].key
        content = {name: value for name, value in (change.after or {}).items() if name != key}
        own = dumps(self.sameness.renamed(content, links), sort_keys=True)
        return "\n".join([own, *self._referring(index)])

    def _referring(self, index: int) -> list[str]:
        if index not in self.referring:
            key = self.actual[index].key
            self.referring[index] = sorted(
                dumps([a.path if i not in self.new else a.table, self.sameness.marked(a.after, key)], sort_keys=True)
                for i, a in enumerate(self.actual)
                if i != index and self.sameness.refers(a.after, key)
            )
        return self.referring[index]

    def _links(self, chosen: Assignment) -> Links:
        pairs = zip(self.free, chosen, strict=False)
        return frozenset((self.actual[a].key, self.expected[e].key) for e, a in pairs if a is not None)

    def _matching(self, assignment: Assignment) -> Matching:
        links = self._links(assignment)
        placed: dict[int, int | None] = dict(zip(self.free, assignment, strict=True))
        pairs, used = [], set()
        for i in range(len(self.expected)):
            found = placed[i] if i in placed else self._placed(i)
            pair = self._pair(i, found, links)
            pairs.append(pair)
            if found is not None and pair.actual is not None:
                used.add(found)
        left = tuple(a for i, a in enumerate(self.actual) if i not in used)
        return Matching(tuple(pairs), left, self.sameness, links)

    def _placed(self, index: int) -> int | None:
        return self.by_place.get((self.expected[index].table, self.expected[index].key))

    def _pair(self, index: int, found: int | None, links: Links | None) -> Pair:
        expected = self.expected[index]
        if found is None or op_of(self.actual[found]) != expected.op:
            return Pair(expected, None)
        actual = self.actual[found]
        if expected.op == "delete":
            return Pair(expected, actual)
        extra = tuple(sorted(set(actual.after or {}) - set(expected.fields))) if expected.op == "update" else ()
        return Pair(expected, actual, self._wrong(index, actual, links), extra)

    def _wrong(self, index: int, actual: Change, links: Links | None) -> tuple[str, ...]:
        unordered = marked(self.world.tables[actual.table].record, Mark.UNORDERED)
        wrong = []
        for name, expected in self.fields[index].items():
            value = value_after(actual, name, self.world)
            if not self.sameness.fits(expected, value, links, unordered=name in unordered):
                wrong.append(name)
        return tuple(wrong)


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
