"""Which sessions an audit plays: gold in every way in which it must succeed, and every cheat."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, cycle, islice

from app.agents.manners import MANNERS
from app.agents.play import Order
from app.agents.registry import AGENTS, EXPLOITS, GOLD
from domains.kit.domain import Domain
from domains.kit.draws import Draw
from domains.kit.personas import drawn_persona
from domains.kit.scenario import Persona, Trait
from domains.kit.task import Task

SEEDS = ("0", "1", "2", "3", "4")
RANDOM_SEEDS = ("0", "1")
MIXES = 2
NEUTRAL = Persona(name="neutral")


@dataclass(frozen=True)
class Line:
    """One session of an audit."""

    order: Order
    title: str
    """How findings name it: "gold with a terse customer"."""

    @property
    def is_gold(self) -> bool:
        """Whether it must succeed."""
        return self.order.agent == GOLD


def lines_for(task: Task, domain: Domain) -> Iterator[Line]:
    """Gold in every manner, with five seeds in turn; gold with a neutral customer, with each single trait and with
    mixes of traits; then the exploit agents."""
    for seed, manner in zip(cycle(SEEDS), MANNERS.values(), strict=False):
        order = Order(GOLD, task, domain, seed=seed, manner=manner)
        yield Line(order, f"gold with seed {seed}, in the {manner.name} manner")
    singles = (Persona(name=trait.value, traits=(trait,)) for trait in Trait)
    for persona in (NEUTRAL, *singles, *mixes(task)):
        yield Line(Order(GOLD, task, domain, persona=persona), f"gold with a customer who is {persona.name}")
    for agent in EXPLOITS:
        if AGENTS[agent].plays(task, domain):
            for seed in RANDOM_SEEDS if agent == "random_tools" else ("0",):
                yield Line(Order(agent, task, domain, seed=seed), f"{agent} with seed {seed}")


def mixes(task: Task) -> Iterator[Persona]:
    """The first drawn personas that have several traits; other ones for each task."""
    drawn = (drawn_persona(Draw(task.id, f"mix/{number}"), "mixed") for number in count())
    for persona in islice((one for one in drawn if len(one.traits) > 1), MIXES):
        yield persona.model_copy(update={"name": " and ".join(persona.traits)})


def units_of(tasks: Iterable[Task], published: Mapping[str, Task]) -> list[tuple[Task, ...]]:
    """The tasks in groups that are judged together: twins, and all others by themselves."""
    units: list[tuple[Task, ...]] = []
    placed: set[str] = set()
    for task in tasks:
        if task.id in placed:
            continue
        twin = published.get(task.twin) if task.twin is not None else None
        unit = (task,) if twin is None else (task, twin)
        placed |= {member.id for member in unit}
        units.append(unit)
    return units
