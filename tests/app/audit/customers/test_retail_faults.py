"""The same faults in the business that is published: found in every family, and nothing else with them."""

import asyncio
from functools import cache

import pytest

from app.agents.notes import outstanding
from app.agents.play import Order, Played, play
from app.audit.customers.detector import mistakes_in
from app.audit.customers.mistakes import Found, Kind
from app.audit.excerpts import excerpt
from app.audit.plan import NEUTRAL
from domains.kit.domain import Domain, discover
from domains.kit.goal import Ask, HandOver
from domains.kit.scenario import Disclosure
from domains.kit.task import Task
from domains.kit.values import ValueKind
from tests.app.agents.desk_fakes import Desk
from tests.app.audit.customers.faulty import Fault, Faulty, adds, ends, honest, says_instead, stays

NEEDS_A_QUESTION = {Kind.WRONG_ANSWER, Kind.ENDED_EARLY}


@cache
def retail() -> Domain:
    return discover()["retail"]


@cache
def one_of_each_family() -> dict[str, Task]:
    return {task.family: task for task in retail().tasks.values()}


def judged(task: Task, fault: Fault) -> tuple[list[Found], Played, str]:
    desk = Desk(retail(), Faulty(fault))

    async def run() -> Played:
        async with desk.client() as client:
            return await play(client, Order("gold", task, retail(), persona=NEUTRAL))

    played = asyncio.run(run())
    events = desk.held[played.session_id or ""].events
    mistakes = mistakes_in(task, retail().lexicon, events, played.notes, persona=NEUTRAL)
    return mistakes, played, excerpt(events, last=60)


@pytest.mark.parametrize("family", one_of_each_family())
def test_the_honest_agenda_makes_no_mistake(family: str) -> None:
    task = one_of_each_family()[family]
    mistakes, played, shown = judged(task, honest)
    assert mistakes == [], shown
    assert outstanding(task.goal.script, played.notes) == []


@pytest.mark.faulty_customers
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        pytest.param(adds("The order was R998877.", at=1), Kind.INVENTED_FACT, id="invents"),
        pytest.param(says_instead("I don't know, sorry.", at=1), Kind.WRONG_ANSWER, id="knows nothing"),
        pytest.param(says_instead("Come again?", at=1), Kind.UNREAD_MESSAGE, id="understands nothing"),
        pytest.param(ends(at=1), Kind.ENDED_EARLY, id="leaves"),
        pytest.param(stays, Kind.NEVER_ENDED, id="stays"),
    ],
)
def test_a_fault_is_found_as_what_it_is_in_every_family(fault: Fault, kind: Kind) -> None:
    for task in one_of_each_family().values():
        if kind is Kind.NEVER_ENDED and any(isinstance(move, HandOver) for move in task.goal.script):
            continue  # The agent's transfer ends the session, whatever the customer does.
        if kind in NEEDS_A_QUESTION and not any(isinstance(move, Ask) for move in task.goal.script):
            continue  # Nothing is asked: there is no answer to spoil, and all is told before the customer can leave.
        mistakes, _, shown = judged(task, fault)
        assert {each.kind for each in mistakes} == {kind}, f"{task.id}\n{shown}"


@pytest.mark.faulty_customers
def test_what_is_told_on_request_is_leaked_when_it_opens_the_conversation() -> None:
    for task in one_of_each_family().values():
        hidden = [fact for fact in task.scenario.facts if fact.disclose is not Disclosure.OPENLY]
        fact = next(fact for fact in hidden if fact.kind in {ValueKind.EMAIL, ValueKind.POSTCODE})
        mistakes, _, shown = judged(task, adds(f"By the way: {fact.value}.", at=0))
        assert [(each.kind, each.step) for each in mistakes] == [(Kind.LEAKED_EARLY, 0)], f"{task.id}\n{shown}"
