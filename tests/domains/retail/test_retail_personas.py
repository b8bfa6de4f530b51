"""The same goal under every persona: gold reaches it whatever the customer is like, and tasks differ in personas."""

import asyncio
from collections.abc import Iterable, Iterator
from itertools import cycle

import pytest

from app.agents.manners import MANNERS
from app.agents.play import Order, play_many
from app.audit.excerpts import excerpt
from app.engine.events import CustomerReplied
from domains.kit.draws import Draw
from domains.kit.generation import generate
from domains.kit.personas import drawn_persona
from domains.kit.records import JSON
from domains.kit.scenario import Fact, Persona, Scenario, Trait, Want
from domains.kit.task import Split, Task
from domains.retail import DOMAIN
from simulators.agenda.customer import AgendaCustomer
from simulators.agenda.wording.render import all_wants
from simulators.understand.values import says
from tests.app.agents.desk_fakes import Desk

TASKS = list(DOMAIN.tasks.values())


def test_gold_reaches_the_goal_with_every_trait() -> None:
    alone = [Persona(name=trait.value, traits=(trait,)) for trait in Trait]
    assert_gold_succeeds(zip(twice(TASKS), cycle(alone), strict=False))


def test_gold_reaches_the_goal_with_mixes_of_traits() -> None:
    mixes = (drawn_persona(Draw(number, "mixes"), "mixed") for number in range(2 * len(TASKS)))
    assert_gold_succeeds(zip(twice(TASKS), mixes, strict=True))


@pytest.mark.parametrize("trait", [None, *Trait])
def test_whoever_speaks_what_counts_as_told_stands_in_the_words(trait: Trait | None) -> None:
    persona = Persona(name="speaker", traits=(trait,) if trait else (), noise=0.05)
    desk = Desk(DOMAIN, AgendaCustomer(strict=True))
    orders = [
        Order("gold", task, DOMAIN, persona=persona, manner=manner)
        for task, manner in zip(TASKS[::8], cycle(MANNERS.values()), strict=False)
    ]

    async def run() -> None:
        async with desk.client() as client:
            await play_many(client, orders)

    asyncio.run(run())
    for held in desk.held.values():
        before: dict[str, JSON] = {"goals": {}}
        for event in held.events:
            if isinstance(event.payload, CustomerReplied):
                after, text = event.payload.reply.inner, event.payload.reply.text or ""
                for source in newly_told(held.task.scenario, before, after):
                    assert says(text, source.kind, source.value, source.say), f"{source.value!r} in {text!r}"
                before = after


def newly_told(scenario: Scenario, before: dict[str, JSON], after: dict[str, JSON]) -> Iterator[Fact | Want]:
    """The facts and wants that a reply is taken to have said."""
    yield from (scenario.facts[place] for place in after.get("told", ()) if place not in before.get("told", ()))
    for goal in scenario.goals:
        known = before["goals"].get(goal.id, {}).get("wished", ())
        new = [value for value in after["goals"][goal.id].get("wished", ()) if value not in known]
        yield from (want for want in all_wants(goal) if want.value in new)


def twice(tasks: Iterable[Task]) -> list[Task]:
    return [task for task in tasks for _ in range(2)]


def assert_gold_succeeds(cases: Iterable[tuple[Task, Persona]]) -> None:
    desk = Desk(DOMAIN, AgendaCustomer(strict=True))
    orders = [
        Order("gold", task, DOMAIN, seed=str(number), persona=persona, manner=manner)
        for (number, (task, persona)), manner in zip(enumerate(cases), cycle(MANNERS.values()), strict=False)
    ]

    async def run() -> Iterator[tuple[Order, str]]:
        async with desk.client() as client:
            return zip(orders, [str(one.session_id) for one in await play_many(client, orders)], strict=True)

    for order, session in asyncio.run(run()):
        assert desk.grade(session).success, f"{order.persona}\n{excerpt(desk.held[session].events, last=40)}"


@pytest.mark.parametrize("split", Split)
def test_made_tasks_vary_in_personas(split: Split) -> None:
    made = generate(DOMAIN, family=None, split=split, seed="personas", count=40)
    personas = {(task.scenario.persona.traits, task.scenario.persona.noise) for task in made}
    assert len(personas) > 12
    assert {len(task.scenario.persona.traits) for task in made} == {0, 1, 2, 3}
