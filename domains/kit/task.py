"""Tasks: one customer with one errand; committed as JSON, made by a family from a world and a seed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from json import dumps

from domains.kit.draws import Draw
from domains.kit.goal import Goal
from domains.kit.records import Frozen
from domains.kit.scenario import Scenario
from domains.kit.world import World


class Split(StrEnum):
    """Which tasks may be learned from. `test` has families and wordings that `train` has not."""

    TRAIN = "train"
    DEV = "dev"
    TEST = "test"


class Task(Frozen):
    """One customer with one errand. The id is opaque: it shows neither family nor split."""

    id: str
    domain: str
    family: str
    split: Split
    world: str
    """Digest of the world for which it was made."""
    scenario: Scenario
    goal: Goal
    twin: str | None = None
    """The id of the task in which the same request is allowed (or refused): the pair is also scored as one."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the task's content without its id, twin and split, in hexadecimal."""
        return _digest(self.model_dump(mode="json", exclude={"id", "twin", "split"}))

    @cached_property
    def goal_digest(self) -> str:
        """SHA-256 of the goal alone."""
        return _digest(self.goal.model_dump(mode="json"))

    @cached_property
    def scenario_digest(self) -> str:
        """SHA-256 of the scenario alone."""
        return _digest(self.scenario.model_dump(mode="json"))


@dataclass(frozen=True)
class Draft:
    """A task without its id: what a family makes. `variant` tells twins apart ("allowed", "refused")."""

    scenario: Scenario
    goal: Goal
    variant: str = "only"


@dataclass(frozen=True)
class Family:
    """A function that makes tasks of one kind: each call gives one draft, or a pair of twins.

    `make(world, draw, wording)` must depend on nothing else. It may return an empty tuple when the draw leads
    nowhere; it is then called with the next draw. Expected changes are left empty: they are filled by running the
    gold calls.
    """

    name: str
    title: str
    """One sentence for operators: what the errand is and what makes it hard."""
    make: Callable[[World, Draw, str], tuple[Draft, ...]]
    splits: frozenset[Split]


def _digest(content: object) -> str:
    return sha256(dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
