"""Measures customers: gold serves them over the real API, and every conversation is examined."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.agents.manners import MANNERS
from app.agents.play import Order, Played, play_many
from app.agents.registry import GOLD
from app.audit.customers.detector import mistakes_in
from app.audit.customers.mistakes import Examined, Kind, Mistake, ModelWords
from app.audit.plan import NEUTRAL
from app.audit.service import Service
from app.audit.sessions import AT_ONCE
from app.audit.workers import spread
from app.engine.events import AgentSpoke, CustomerReplied, Event
from app.grading.errors import GradingError
from app.grading.grader import grade
from domains.kit.domain import Domain
from domains.kit.scenario import Persona, Trait
from domains.kit.task import Task
from simulators.protocol import Reply

SHORT = 3
"""Words of a reply that counts as short."""
OWN = "own"
PERSONAS: dict[str, Persona | None] = {
    OWN: None,
    NEUTRAL.name: NEUTRAL,
    **{trait.value: Persona(name=trait.value, traits=(trait,)) for trait in Trait},
}
"""Personas by name; `own` is the scenario's."""
_POLITE = re.compile(
    r"\b(?:please|thank(?:s|ful)?|grateful|appreciate|kind(?:ly)?|(?:could|would) you|would you mind|sorry"
    r"|have a (?:good|nice|great|lovely) (?:day|one|evening))\b",
    re.IGNORECASE,
)


class NotPlayed(Exception):
    """A session could not even be opened; the message says why."""


@dataclass(frozen=True)
class Plan:
    """Which conversations are held: every task with every seed in every manner with every persona."""

    tasks: tuple[str, ...]
    seeds: tuple[str, ...] = ("0",)
    manners: tuple[str, ...] = tuple(MANNERS)
    personas: tuple[str, ...] = tuple(PERSONAS)
    customer: str = "agenda"
    keep: bool = False
    """Whether transcripts come back, so that the sessions can be kept."""

    @property
    def conversations(self) -> int:
        """How many there will be."""
        return len(self.tasks) * len(self.seeds) * len(self.manners) * len(self.personas)


@dataclass(frozen=True)
class _Unit:
    """One task, with one seed in one manner, with every persona."""

    task: str
    seed: str
    manner: str
    personas: tuple[str, ...]
    customer: str
    keep: bool


def sampled(tasks: Iterable[Task], count: int | None) -> list[Task]:
    """That many of the tasks, spread over their families; all of them without a number."""
    families: dict[str, list[Task]] = {}
    for task in tasks:
        families.setdefault(task.family, []).append(task)
    # The n-th of every family before the next of any: a small sample has every family in it.
    places = max(map(len, families.values()), default=0)
    ordered = [found[place] for place in range(places) for found in families.values() if place < len(found)]
    return ordered if count is None else ordered[:count]


def measure(
    domain: Domain,
    plan: Plan,
    *,
    workers: int | None = None,
    progress: Callable[[Sequence[Examined]], None] | None = None,
) -> list[Examined]:
    """Hold the conversations and examine them; the result is the same for any number of workers, but for session ids.

    `progress` is called with every few conversations. Raises `NotPlayed` where a session cannot be opened.
    """
    found: list[Examined] = []
    for examined in spread(domain, _examined, list(_units(plan)), workers):
        found += examined
        if progress is not None:
            progress(examined)
    return sorted(found, key=lambda each: _place(each, plan))


def _place(each: Examined, plan: Plan) -> tuple[int, ...]:
    task, seed = plan.tasks.index(each.task), plan.seeds.index(each.seed)
    return task, seed, plan.manners.index(each.manner), plan.personas.index(each.persona)


def _units(plan: Plan) -> Iterator[_Unit]:
    for task in plan.tasks:
        for seed in plan.seeds:
            for manner in plan.manners:
                yield _Unit(task, seed, manner, plan.personas, plan.customer, plan.keep)


async def _examined(unit: _Unit, domain: Domain, service: Service) -> list[Examined]:
    task, manner = domain.tasks[unit.task], MANNERS[unit.manner]
    orders = [
        Order(GOLD, task, domain, seed=unit.seed, persona=PERSONAS[name], manner=manner) for name in unit.personas
    ]
    played = await play_many(service.client, orders, at_once=AT_ONCE, customer=unit.customer)
    found = []
    for name, each in zip(unit.personas, played, strict=True):
        if each.session_id is None:
            raise NotPlayed(each.error)
        recorded = await service.operator.events(each.session_id)
        events = [Event.model_validate(event) for event in recorded["events"]]
        transcript = await service.operator.export(each.session_id) if unit.keep else None
        found.append(examine(each, events, persona=name).model_copy(update={"transcript": transcript}))
    return found


def examine(played: Played, events: Sequence[Event], *, persona: str = OWN) -> Examined:
    """Judge one conversation that gold held, from what was recorded of it."""
    order, session = played.order, played.session_id or ""
    trouble, success = played.error or "", False
    try:
        success = grade(order.task, events, order.domain).success
    except GradingError as error:
        trouble = trouble or f"it cannot be graded: {error}"
    replies = [event.payload.reply for event in events if isinstance(event.payload, CustomerReplied) and event.step]
    texts = [reply.text for reply in replies if reply.text is not None]
    return Examined(
        session=session,
        task=order.task.id,
        family=order.task.family,
        seed=order.seed,
        manner=order.manner.name,
        persona=persona,
        success=success,
        end_reason=played.end_reason or "",
        trouble=trouble,
        messages=sum(isinstance(event.payload, AgentSpoke) and event.payload.heard is not None for event in events),
        replies=len(texts),
        short=sum(len(text.split()) <= SHORT for text in texts),
        polite=sum(_POLITE.search(text) is not None for text in texts),
        corrections=sum(reply.corrections for reply in replies),
        words=_words_of([event.payload.reply for event in events if isinstance(event.payload, CustomerReplied)]),
        mistakes=tuple(
            Mistake(
                **each.model_dump(),
                session=session,
                task=order.task.id,
                blocking=not success and each.kind is not Kind.LEAKED_EARLY,
            )
            for each in mistakes_in(order.task, order.domain.lexicon, events, played.notes, persona=order.persona)
        ),
    )


def _words_of(replies: Sequence[Reply]) -> ModelWords:
    calls = [use for reply in replies for use in reply.models]
    instead = [[each.instead for each in reply.interventions] for reply in replies]
    return ModelWords(
        calls=len(calls),
        cost_usd=sum(use.cost_usd or 0.0 for use in calls),
        stopped=sum(each != "mended" for those in instead for each in those),
        templates=sum("template" in those for those in instead),
        replies=sum(bool(reply.models or reply.interventions) for reply in replies),
    )
