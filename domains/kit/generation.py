"""Generation: tasks made from families, with the expected changes that follow from their gold calls."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from pathlib import Path
from typing import Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from domains.kit.domain import Domain
from domains.kit.draws import Draw, Part, hashed
from domains.kit.goal import ExpectedChange, Goal
from domains.kit.gold import expected_of, play
from domains.kit.records import JSON
from domains.kit.task import Draft, Family, Split, Task

WORDINGS: Mapping[Split, str] = {Split.TRAIN: "a", Split.DEV: "a", Split.TEST: "b"}
FRUITLESS_DRAWS = 300
"""Draws in a row without a new task, after which a family has no more to give."""
FAMILIES_AT_MOST = 50
COMMITTED_DIGITS = 5
PRIVATE_DIGITS = 6

_SPLITS = tuple(Split)


class GenerationError(Exception):
    """Tasks cannot be made; the message names the domain, the family, the draw where there is one, and the reason."""


class ExhaustedError(GenerationError):
    """A family has made all the tasks that it can make of this world."""


@dataclass(frozen=True)
class _Unnumbered:
    """A draft on its way to a task: `number` is its position within its family and split."""

    family: Family
    split: Split
    number: int
    draft: Draft
    twin: int | None


def generate(domain: Domain, *, family: str | None, split: Split, seed: Part, count: int) -> list[Task]:
    """New tasks of one family, or spread evenly over all families of the split, in an order that shows neither.

    The same arguments give the same tasks, and a larger `count` adds to them. Twins are never parted, so one task more
    than `count` may come. Ids have six digits (committed ones five) and differ between all families and splits of one
    seed. Raises `ExhaustedError` where there are fewer different tasks than `count`.
    """
    families = _families(domain, split) if family is None else (_family(domain, family),)
    made = _made(domain, families, split=split, seed=seed, count=count, seen=set())
    return _numbered(domain, made, seed=seed, digits=PRIVATE_DIGITS)


def build_splits(domain: Domain, sizes: Mapping[Split, int], seed: Part) -> dict[Split, list[Task]]:
    """The tasks that a domain commits: for each split its size, spread over the families that belong to it.

    They are spread evenly as far as each family goes. No errand comes twice, in one split or in two. Ids have five
    digits.
    """
    seen: set[str] = set()
    built = {}
    for split in (split for split in _SPLITS if split in sizes):
        made = _made(domain, _families(domain, split), split=split, seed=seed, count=sizes[split], seen=seen)
        built[split] = _numbered(domain, made, seed=seed, digits=COMMITTED_DIGITS)
    return built


def write_tasks(path: Path, tasks: Iterable[Task]) -> None:
    """Write tasks as indented JSON that reads and diffs well; the same tasks give the same bytes."""
    rows = [_readable(task) for task in tasks]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _readable(value: JSON) -> JSON:
    """JSON without fields that have their default, but with the ones that tell kinds apart."""
    if isinstance(value, BaseModel):
        return {
            name: _readable(getattr(value, name))
            for name, field in type(value).model_fields.items()
            if _is_tag(field) or getattr(value, name) != field.get_default()
        }
    if isinstance(value, Mapping):
        return {key: _readable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_readable(item) for item in value]
    return value


def _is_tag(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is Literal and len(get_args(field.annotation)) == 1


def expected_changes(domain: Domain, goal: Goal) -> tuple[ExpectedChange, ...]:
    """The net changes that follow from the gold calls; raises `GenerationError` where a call is refused."""
    played = play(domain, goal)
    if played.errors:
        raise GenerationError("gold call " + "; ".join(played.errors))
    return tuple(expected_of(change, domain.world) for change in played.state.diff())


def _family(domain: Domain, name: str) -> Family:
    for family in domain.families:
        if family.name == name:
            return family
    known = ", ".join(family.name for family in domain.families) or "none"
    raise GenerationError(f"domain {domain.name!r} has no family {name!r}; its families are: {known}")


def _families(domain: Domain, split: Split) -> tuple[Family, ...]:
    if families := tuple(family for family in domain.families if split in family.splits):
        return families
    raise GenerationError(f"domain {domain.name!r} has no family in the split {split.value!r}")


def _made(
    domain: Domain, families: Sequence[Family], *, split: Split, seed: Part, count: int, seen: set[str]
) -> list[_Unnumbered]:
    """Drafts in turn from the family that has fewest so far, until there are `count`.

    A family that has no more leaves the rest to the others; when none has, the last one's error is raised.
    """
    sources = {family.name: _drafts(domain, family, split=split, seed=seed, seen=seen) for family in families}
    made: dict[str, list[_Unnumbered]] = {family.name: [] for family in families}
    while sum(map(len, made.values())) < count:
        name = min(sources, key=lambda name: len(made[name]))
        try:
            made[name] += next(sources[name])
        except ExhaustedError:
            del sources[name]
            if not sources:
                raise
    return [item for items in made.values() for item in items]


def _drafts(
    domain: Domain, family: Family, *, split: Split, seed: Part, seen: set[str]
) -> Iterator[tuple[_Unnumbered, ...]]:
    """What each fruitful draw of a family gives; an errand whose goal was `seen` before is passed over."""
    number = fruitless = step = 0
    while fruitless < FRUITLESS_DRAWS:
        draw = Draw(seed, f"{domain.name}/{family.name}/{split.value}/{step}")
        drafts = _filled(domain, draw, family.make(domain.world, draw, WORDINGS[split]))
        digests = {dumps(draft.goal.model_dump(mode="json"), sort_keys=True) for draft in drafts}
        step += 1
        if not drafts or seen & digests or len(digests) < len(drafts):
            fruitless += 1
            continue
        fruitless = 0
        seen |= digests
        yield tuple(_placed(family, split, number, drafts))
        number += len(drafts)
    raise ExhaustedError(
        f"family {family.name!r} of {domain.name!r} has no more than {number} different tasks for {split.value!r}: "
        f"{FRUITLESS_DRAWS} draws in a row gave none that was new"
    )


def _placed(family: Family, split: Split, number: int, drafts: Sequence[Draft]) -> Iterator[_Unnumbered]:
    for offset, draft in enumerate(drafts):
        twin = number + 1 - offset if len(drafts) == 2 else None
        yield _Unnumbered(family=family, split=split, number=number + offset, draft=draft, twin=twin)


def _filled(domain: Domain, draw: Draw, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with their expected changes, except where the family has filled them or judges by assertions."""
    if len(drafts) > 2 or len({draft.variant for draft in drafts}) < len(drafts):
        raise GenerationError(f"draw {draw.stream}: a draft or two twins of different variants, not {len(drafts)}")
    filled = []
    for draft in drafts:
        goal = draft.goal
        if not (goal.expected or goal.assertions):
            try:
                goal = goal.model_copy(update={"expected": expected_changes(domain, goal)})
            except GenerationError as error:
                raise GenerationError(f"draw {draw.stream}, variant {draft.variant!r}: {error}") from error
        filled.append(Draft(scenario=draft.scenario, goal=goal, variant=draft.variant))
    return filled


def _numbered(domain: Domain, made: Iterable[_Unnumbered], *, seed: Part, digits: int) -> list[Task]:
    names = [family.name for family in domain.families]

    def task_id(item: _Unnumbered, number: int) -> str:
        place = names.index(item.family.name)
        index = (number * FAMILIES_AT_MOST + place) * len(_SPLITS) + _SPLITS.index(item.split)
        if place >= FAMILIES_AT_MOST or index >= 10**digits:
            raise GenerationError(
                f"{item.family.name!r} has too many tasks in {item.split.value!r} for {digits} digits"
            )
        return f"{domain.name}-{_scrambled(index, digits, seed):0{digits}d}"

    return _apart(sorted((_task(domain, item, task_id) for item in made), key=lambda task: task.id))


def _task(domain: Domain, item: _Unnumbered, task_id: Callable[[_Unnumbered, int], str]) -> Task:
    return Task(
        id=task_id(item, item.number),
        domain=domain.name,
        family=item.family.name,
        split=item.split,
        world=domain.world.digest,
        scenario=item.draft.scenario,
        goal=item.draft.goal,
        twin=None if item.twin is None else task_id(item, item.twin),
    )


def _apart(tasks: list[Task]) -> list[Task]:
    """Tasks in the same order, except that of twins side by side one changes places with its other neighbour."""
    ordered = list(tasks)
    for place in range(1, len(ordered)):
        if ordered[place].twin != ordered[place - 1].id or len(ordered) == 2:
            continue
        first, second = (place, place + 1) if place + 1 < len(ordered) else (place - 1, place - 2)
        ordered[first], ordered[second] = ordered[second], ordered[first]
    return ordered


def _scrambled(index: int, digits: int, seed: Part) -> int:
    """A number below 10**digits: a permutation of them keyed by the seed, so that ids never meet and show no order.

    A Feistel network over two halves of bits, walked until it falls inside (Black & Rogaway 2002).
    """
    half = (10**digits - 1).bit_length() // 2 + 1
    mask = (1 << half) - 1
    while True:
        left, right = index >> half, index & mask
        for turn in range(4):
            left, right = right, left ^ (hashed(seed, "task id", turn, right) & mask)
        index = left << half | right
        if index < 10**digits:
            return index
