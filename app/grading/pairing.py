"""Expected row changes against actual ones: an assignment in which new keys correspond one to one.

Rows with known keys are paired by key. New rows of tables with generated keys are paired by a depth-first search
with a bound, best candidates first; rows that cannot be told apart are tried once. It is exact until `BUDGET` nodes
have been visited, and then keeps the best assignment found, so that a flood of alike rows cannot stall a grade; but if
all might still be as expected, it raises.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from json import dumps

from app.grading.colours import Node, colours, keys_in
from app.grading.errors import TooManyAlike
from app.grading.matching import Matching, Pair, compared_fields, op_of, value_after
from app.grading.sameness import ANY, Links, Sameness
from domains.kit.changes import Change
from domains.kit.goal import ExpectedChange
from domains.kit.records import JSON, Mark, marked
from domains.kit.world import World

BUDGET = 400
"""Nodes of the search; few are needed unless several alike new rows are wrong, and it bounds the time of a grade."""
LIKENESS = 0.5
"""A new row stands for an expected one if at least this share of the expected fields is right."""
MOST_CANDIDATES = 24
"""So many of the likeliest new rows are tried for each expected one."""


def match(expected: Sequence[ExpectedChange], actual: Sequence[Change], world: World) -> Matching:
    """The best assignment of net changes (bookkeeping left out) to expected ones.

    Raises `TooManyAlike` where the search ends before it is known whether everything is as expected.
    """
    return _Search(tuple(expected), tuple(actual), world).best()


Assignment = tuple[int | None, ...]
"""For each expected new row the index of the actual change that stands for it."""


@dataclass
class _Search:
    expected: tuple[ExpectedChange, ...]
    actual: tuple[Change, ...]
    world: World
    visited: int = field(default=0, init=False)
    best_weight: float = field(default=-1.0, init=False)
    loosely_wrong: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        generated = {name for name, table in self.world.tables.items() if table.generated}
        self.free = [i for i, e in enumerate(self.expected) if e.op == "insert" and e.table in generated]
        self.new = [i for i, a in enumerate(self.actual) if a.before is None and a.table in generated]
        self.sameness = Sameness(
            labels=frozenset(self.expected[i].key for i in self.free),
            new_keys=frozenset(self.actual[i].key for i in self.new),
        )
        new = frozenset(self.new)
        self.by_place = {(a.table, a.key): i for i, a in enumerate(self.actual) if i not in new}
        self.fields = [compared_fields(e, self.world) for e in self.expected]

    def best(self) -> Matching:
        """The evident assignment if it matches everything; else visit assignments until one reaches the bound or the
        budget is spent."""
        evident = self._evident()
        if evident is not None and (found := self._matching(evident)).matched >= found.total:
            return found
        bound = self._bound()
        best: tuple[float, float] | None = None
        chosen: Matching | None = None
        for assignment in self._assignments((), frozenset(), bound):
            found = self._matching(assignment)
            rank = found.matched, -float(sum(len(p.wrong) for p in found.pairs) + 2 * len(found.left))
            if best is None or rank > best:
                best, chosen = rank, found
                self.best_weight = found.matched
            if found.matched >= bound:
                break
        assert chosen is not None, "the first descent of the search is always complete"  # noqa: S101
        if self.visited > BUDGET and self.best_weight < bound and self._may_be_whole(bound):
            raise TooManyAlike(f"{len(self.new)} new rows are too alike to tell whether they are the expected ones")
        return chosen

    def _evident(self) -> Assignment | None:
        """The assignment where each table has just one new row, and one is expected."""
        rows = {self.actual[i].table: i for i in self.new}
        tables = [self.expected[i].table for i in self.free]
        if len(rows) < len(self.new) or len(set(tables)) < len(tables) or not rows.keys() >= set(tables):
            return None
        return tuple(rows[table] for table in tables)

    def _may_be_whole(self, bound: float) -> bool:
        """Whether nothing shows yet that some assignment cannot match everything."""
        whole = bound >= sum(expected.weight for expected in self.expected)
        return whole and Counter(self.colours[0]) == Counter(self.colours[1])

    @cached_property
    def candidates(self) -> dict[int, list[int]]:
        """For each expected new row the new rows that may stand for it."""
        return {i: self._candidates(i) for i in self.free}

    @cached_property
    def referring(self) -> dict[int, list[int]]:
        """For each expected new row the expected changes that refer to its label."""
        holders = {self.expected[i].key: i for i in self.free}
        referring: dict[int, list[int]] = {i: [] for i in self.free}
        for other, fields in enumerate(self.fields):
            values = [[match.value, match.values] for match in fields.values()]
            for holder in {holders[key] for key in keys_in(values, holders)}:
                if holder != other:
                    referring[holder].append(other)
        return referring

    @cached_property
    def colours(self) -> tuple[list[int], list[int]]:
        """Colours of expected and actual changes; all the same where nothing can be confused."""
        rows = Counter(self.actual[i].table for i in self.new)
        if all(count == 1 for count in rows.values()):
            return [0] * len(self.expected), [0] * len(self.actual)
        shared: dict[str, set[str]] = {}
        for e, fields in zip(self.expected, self.fields, strict=True):
            names = {name for name, match in fields.items() if match.how == "equal"}
            shared[e.table] = shared.get(e.table, names) & names
        nodes = [
            self._node(e.table, e.key, {n: m.value for n, m in self.fields[i].items()}, shared, is_new=i in self.free)
            for i, e in enumerate(self.expected)
        ]
        new = frozenset(self.new)
        found = [self._node(a.table, a.key, a.after or {}, shared, is_new=i in new) for i, a in enumerate(self.actual)]
        return colours(nodes, found)

    def _node(
        self, table: str, key: str, content: Mapping[str, JSON], shared: Mapping[str, set[str]], *, is_new: bool
    ) -> Node:
        return Node(
            place=table if is_new else f"{table}/{key}",
            key=key if is_new else None,
            content={name: value for name, value in content.items() if name in shared.get(table, ())},
            unordered=marked(self.world.tables[table].record, Mark.UNORDERED),
        )

    def _candidates(self, index: int) -> list[int]:
        """New rows that may stand for the expected one, those of its colour first, then the likeliest."""
        scored = []
        for i in self.new:
            if self.actual[i].table == self.expected[index].table:
                likeness = self._likeness(index, i)
                if likeness >= LIKENESS:
                    scored.append((self.colours[0][index] != self.colours[1][i], -likeness, i))
        return [i for _, _, i in sorted(scored)]

    def _likeness(self, index: int, found: int) -> float:
        """Share of the expected fields that are right if every new key stood for every label."""
        fields = self.fields[index]
        return 1.0 - len(self._loosely_wrong(index, found)) / len(fields) if fields else 1.0

    def _loosely_wrong(self, index: int, found: int) -> tuple[str, ...]:
        """Fields that are wrong whatever new key stands for which label."""
        if (index, found) not in self.loosely_wrong:
            self.loosely_wrong[index, found] = self._wrong(index, self.actual[found], ANY)
        return self.loosely_wrong[index, found]

    def _bound(self) -> float:
        """No assignment can match more weight than this."""
        fixed = [i for i in range(len(self.expected)) if i not in self.candidates]
        bound = sum(self.expected[i].weight for i in fixed if self._pair(i, self._placed(i), ANY).matched)
        weights: dict[str, list[float]] = defaultdict(list)
        for i, candidates in self.candidates.items():
            if any(not self._loosely_wrong(i, a) for a in candidates):
                weights[self.expected[i].table].append(self.expected[i].weight)
        rows = Counter(self.actual[i].table for i in self.new)
        return bound + sum(sum(sorted(w, reverse=True)[: rows[table]]) for table, w in weights.items())

    def _assignments(self, chosen: Assignment, used: frozenset[int], hope: float) -> Iterator[Assignment]:
        """Complete assignments, the likeliest first; a node is one more expected new row decided.

        `hope` is more weight than any assignment below this node can match.
        """
        self.visited += 1 + len(self.actual) // 32
        if len(chosen) == len(self.free):
            self.visited += len(self.actual) // 8
            yield chosen
            return
        index = self.free[len(chosen)]
        links = self._links(chosen, complete=False)
        alike = set()
        options = [i for i in self.candidates[index] if i not in used][:MOST_CANDIDATES]
        for loss, option in self._by_loss(index, options, chosen, links):
            if option is not None:
                appearance = self._appearance(option, links) if len(options) > 1 else ""
                if appearance in alike:
                    continue
                alike.add(appearance)
            if hope - loss > self.best_weight:
                taken = used if option is None else used | {option}
                yield from self._assignments((*chosen, option), taken, hope - loss)
            if self.visited > BUDGET:
                return

    def _by_loss(
        self, index: int, options: list[int], chosen: Assignment, links: Links
    ) -> list[tuple[float, int | None]]:
        """The options with the weight that each gives away for certain, the least first; at last, to leave it empty.

        To leave an expected row empty loses nothing here: the bound has already counted how many rows there are.
        """
        losses = [(self._loss(index, option, chosen, links), option) for option in options]
        return [*sorted(losses, key=lambda item: item[0]), (0.0, None)]

    def _loss(self, index: int, option: int, chosen: Assignment, links: Links) -> float:
        """Weight of the row itself and of the rows that refer to it, where the choice makes them wrong."""
        added = Links(links.pairs | {(self.actual[option].key, self.expected[index].key)}, complete=False)
        lost = 0.0
        if not self._loosely_wrong(index, option) and self._wrong(index, self.actual[option], added):
            lost += self.expected[index].weight
        decided: dict[int, int | None] = dict(zip(self.free, chosen, strict=False))
        for other in self.referring[index]:
            place = (
                decided[other] if other in decided else self._placed(other) if other not in self.candidates else None
            )
            if place is not None and not self._wrong(other, self.actual[place], links):
                lost += self.expected[other].weight * bool(self._wrong(other, self.actual[place], added))
        return lost

    def _appearance(self, index: int, links: Links) -> str:
        """All that tells a new row from others under the links so far: its content and its colour."""
        change = self.actual[index]
        key = self.world.tables[change.table].key
        content = {name: value for name, value in (change.after or {}).items() if name != key}
        return dumps([self.colours[1][index], self.sameness.renamed(content, links)], sort_keys=True)

    def _links(self, chosen: Assignment, *, complete: bool) -> Links:
        pairs = zip(self.free, chosen, strict=False)
        linked = ((self.actual[a].key, self.expected[e].key) for e, a in pairs if a is not None)
        return Links(frozenset(linked), complete=complete)

    def _matching(self, assignment: Assignment) -> Matching:
        links = self._links(assignment, complete=True)
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

    def _pair(self, index: int, found: int | None, links: Links) -> Pair:
        expected = self.expected[index]
        if found is None or op_of(self.actual[found]) != expected.op:
            return Pair(expected, None)
        actual = self.actual[found]
        if expected.op == "delete":
            return Pair(expected, actual)
        extra = tuple(sorted(set(actual.after or {}) - set(expected.fields))) if expected.op == "update" else ()
        return Pair(expected, actual, self._wrong(index, actual, links), extra)

    def _wrong(self, index: int, actual: Change, links: Links) -> tuple[str, ...]:
        unordered = marked(self.world.tables[actual.table].record, Mark.UNORDERED)
        wrong = []
        for name, expected in self.fields[index].items():
            value = value_after(actual, name, self.world)
            if not self.sameness.fits(expected, value, links, unordered=name in unordered):
                wrong.append(name)
        return tuple(wrong)
