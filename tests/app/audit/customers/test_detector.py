"""The detector of customers' mistakes: every planted fault is found as what it is, and the honest agenda has none."""

import asyncio
from pathlib import Path

import pytest

from app.agents.manners import ASSISTANT, MANNERS, MIXED
from app.audit.customers.mistakes import Found, Kind
from app.audit.excerpts import excerpt
from domains.kit.domain import Domain
from domains.kit.scenario import Persona, Trait
from simulators.protocol import CustomerEnd
from tests.app.audit.customers.faulty import (
    ALL_TASKS,
    Fault,
    adds,
    counter,
    ends,
    found_in,
    honest,
    insists,
    says_instead,
    stays,
)


@pytest.fixture
def domain(tmp_path: Path) -> Domain:
    return counter(tmp_path)


def found(domain: Domain, task: str, fault: Fault) -> list[Found]:
    mistakes, desk = asyncio.run(found_in(domain, task, fault))
    print(excerpt(desk.held["s0"].events, last=60))  # noqa: T201 - shown where the test fails
    return mistakes


@pytest.mark.parametrize("manner", [name for name in MANNERS if name not in {ASSISTANT.name, MIXED.name}])
@pytest.mark.parametrize("task", ALL_TASKS)
def test_the_honest_agenda_makes_no_mistake(task: str, manner: str, domain: Domain) -> None:
    """But for what its reader cannot read: a list below a question mark, as the assistant manner asks."""
    for trait in (None, *Trait):
        persona = Persona(name="x", traits=(trait,) if trait else ())
        mistakes, desk = asyncio.run(found_in(domain, task, honest, manner=MANNERS[manner], persona=persona))
        assert mistakes == [], excerpt(desk.held["s0"].events, last=60)
        assert desk.held["s0"].conversation.end is not None


FAULTS = [
    pytest.param("kiosk-1", adds("My ticket was number T998877.", at=1), Kind.INVENTED_FACT, 1, id="an id"),
    pytest.param("kiosk-1", adds("I paid $99.99 for it.", at=3), Kind.INVENTED_FACT, None, id="an amount"),
    pytest.param("kiosk-1", adds("I bought it on May 3.", at=1), Kind.INVENTED_FACT, 1, id="a date"),
    pytest.param("kiosk-1", adds("My name is Zora Quill.", at=1), Kind.INVENTED_FACT, 1, id="a name"),
    pytest.param("kiosk-1", says_instead("eve@example.net, T100001.", at=1), Kind.INVENTED_FACT, 1, id="an address"),
    pytest.param("kiosk-1", adds("I'm ann@example.org.", at=0), Kind.LEAKED_EARLY, 0, id="what is told on request"),
    pytest.param("kiosk-secret", adds("My card is 4111-2222.", at=1), Kind.LEAKED_EARLY, 1, id="a secret"),
    pytest.param("kiosk-1", says_instead("I don't know, sorry.", at=1), Kind.WRONG_ANSWER, 1, id="no idea"),
    pytest.param("kiosk-1", says_instead("To a voucher, please.", at=2), Kind.WRONG_ANSWER, None, id="another choice"),
    pytest.param("kiosk-1", says_instead("It is T100001.", at=1), Kind.WRONG_ANSWER, 1, id="half of an answer"),
    pytest.param("kiosk-1", ends(at=1), Kind.ENDED_EARLY, 1, id="leaves when asked"),
    pytest.param("kiosk-1", ends(at=3), Kind.ENDED_EARLY, None, id="leaves before the write"),
    pytest.param("kiosk-3", ends(at=1, reason=CustomerEnd.NO_PROGRESS), Kind.ENDED_EARLY, 1, id="gives up"),
    pytest.param("kiosk-1", stays, Kind.NEVER_ENDED, None, id="stays after a write"),
    pytest.param("kiosk-2", stays, Kind.NEVER_ENDED, None, id="stays after a refusal"),
    pytest.param("kiosk-3", stays, Kind.NEVER_ENDED, None, id="stays after an answer"),
    pytest.param("kiosk-1", adds("Put it on a voucher.", at=4), Kind.CONTRADICTION, None, id="another choice later"),
    pytest.param("kiosk-2", insists("But I want a refund!", since=2), Kind.IGNORED_BRANCH, None, id="insists"),
    pytest.param("kiosk-turning", insists("OK then.", since=2), Kind.IGNORED_BRANCH, None, id="lets go, not turns"),
    pytest.param("kiosk-less", insists("But I want a refund!", since=2), Kind.IGNORED_BRANCH, None, id="asks for all"),
    pytest.param("kiosk-turning", ends(at=2), Kind.IGNORED_BRANCH, None, id="leaves instead of turning"),
    pytest.param("kiosk-choosing", insists("In cash then.", since=3), Kind.IGNORED_BRANCH, None, id="chooses another"),
    pytest.param("kiosk-dear", insists("Do the refund.", since=2), Kind.IGNORED_BRANCH, None, id="too dear, and on"),
    pytest.param("kiosk-1", says_instead("What?", at=1), Kind.UNREAD_MESSAGE, 1, id="what?"),
    pytest.param(
        "kiosk-1", says_instead("Sorry, I don't understand that.", at=2), Kind.UNREAD_MESSAGE, None, id="not understood"
    ),
    pytest.param("kiosk-1", ends(at=1, reason=CustomerEnd.UNCERTAIN), Kind.UNREAD_MESSAGE, 1, id="uncertain"),
]


@pytest.mark.faulty_customers
@pytest.mark.parametrize(("task", "fault", "kind", "step"), FAULTS)
def test_a_planted_fault_is_found_as_exactly_that(
    task: str, fault: Fault, kind: Kind, step: int | None, domain: Domain
) -> None:
    mistakes = found(domain, task, fault)
    assert {each.kind for each in mistakes} == {kind}
    assert step is None or [each.step for each in mistakes] == [step]
    assert all(each.expected for each in mistakes)


def test_every_kind_of_mistake_has_been_planted() -> None:
    assert {str(param.values[2]) for param in FAULTS} == set(Kind)
