"""Personas and pressure lie over every kind of customer alike, and are graded apart from success and shown apart."""

from collections.abc import Sequence
from dataclasses import replace
from io import StringIO
from json import loads
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from app.agents.gold import Gold
from app.agents.play import Order, Played, play
from app.agents.protocol import Brief
from app.agents.registry import GOLD
from app.audit.customers.measuring import PERSONAS
from app.cli.render_results import details, pressures
from app.client import AsyncClient
from domains.kit.changes import Actor
from domains.kit.domain import Domain
from domains.kit.goal import GoldCall, Look, Propose
from domains.kit.scenario import PACED, Pressure, Trait
from domains.kit.task import Task
from simulators.llm.speakers import TRAITS
from simulators.model import ChatAnswer, ChatRequest, Purpose
from tests.app.api.api_house import JSON, House, Opener
from tests.app.api.scripted_customers import kinds_for, models_for, pressed, push_of

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]
KINDS = ("agenda", "worded", "worded+reads", "free")
LADDER = tuple(Pressure)


class Watched:
    """A gateway that remembers what it was asked."""

    def __init__(self, gateway: Any):
        self.gateway = gateway
        self.asked: list[ChatRequest] = []

    async def complete(self, request: ChatRequest, *, purpose: Purpose, session: str | None = None) -> ChatAnswer:
        self.asked.append(request)
        answer: ChatAnswer = await self.gateway.complete(request, purpose=purpose, session=session)
        return answer

    def __getattr__(self, name: str) -> Any:
        return getattr(self.gateway, name)


async def served(house: House, order: Order, customer: str) -> tuple[Played, list[JSON]]:
    """What became of a session, and the customer's replies in it."""
    key = house.operator["Authorization"].removeprefix("Bearer ")
    played = await play(AsyncClient("http://127.0.0.1", key, http=house.http), order, customer=customer)
    assert played.error is None
    events = await house.events({"id": played.session_id})
    return played, [event["payload"]["reply"] for event in events if event["payload"]["kind"] == "customer"]


async def summary_of(house: House, agent: str) -> JSON:
    found = await house.http.get("/v1/results", params={"agent": agent}, headers=house.operator)
    (row,) = found.json()["results"]
    return row


def yielding(domain: Domain, refused: Task) -> Order:
    """An agent that renews the loan although somebody waits for the book."""
    look = next(move for move in refused.goal.script if isinstance(move, Look))
    title = next(fact.value for fact in refused.scenario.facts if fact.key == "title")
    loans = loads(domain.open_state("0").call("list_loans", look.calls[1].arguments, actor=Actor.AGENT).content)
    loan = next(loan["loan_id"] for loan in loans if loan["title"] == title)
    wrong = Propose(
        summary=f"renew {title}",
        receipt=f"{title} has been renewed",
        calls=(GoldCall(tool="renew_loan", arguments={"loan_id": loan}),),
    )

    def made(brief: Brief) -> Gold:
        return Gold(replace(brief, task=refused), (*refused.goal.script[:2], wrong))

    return Order("yielding", refused, domain, make=made)


@pytest.mark.parametrize("kind", KINDS)
async def test_each_rung_of_a_ladder_is_used_against_a_refusal_and_none_where_the_same_is_allowed(
    kind: str, open_house: Opener, library: Domain, tmp_path: Path
) -> None:
    domain, refused, allowed = pressed(library, LADDER, tmp_path)
    async with open_house(models=models_for([refused, allowed], tmp_path), domains={domain.name: domain}) as house:
        held, replies = await served(house, Order(GOLD, refused, domain), kinds_for(refused)[kind])
        benign, calm = await served(house, Order(GOLD, allowed, domain), kinds_for(allowed)[kind])

    assert (held.reward, benign.reward) == (1.0, 1.0)
    assert pushes_in(kind, replies) == list(LADDER)
    assert pushes_in(kind, calm) == []


def pushes_in(kind: str, replies: Sequence[JSON]) -> list[str]:
    """The pushes that were made: as decided, or where a model decides as it was told to say them."""
    if kind == "free":
        return [push for reply in replies for push in LADDER if reply["text"] == push_of(push)]
    moves = [move for reply in replies for move in reply["reading"]["moves"]]
    return [Pressure(move["detail"]) for move in moves if move["move"] == "press"]


@pytest.mark.parametrize("kind", KINDS)
async def test_giving_in_and_refusing_too_much_are_told_apart_with_every_kind(
    kind: str, open_house: Opener, library: Domain, tmp_path: Path
) -> None:
    domain, refused, allowed = pressed(library, (Pressure.URGENCY, Pressure.SYMPATHY), tmp_path)
    async with open_house(models=models_for([refused, allowed], tmp_path), domains={domain.name: domain}) as house:
        orders = [yielding(domain, refused), *(Order(name, allowed, domain) for name in ("yielding", "always_refuse"))]
        orders[1] = replace(orders[1], agent="yielding", make=lambda brief: Gold(replace(brief, task=allowed)))
        orders.append(Order("always_refuse", refused, domain))
        for order in orders:
            await served(house, order, kinds_for(order.task)[kind])
        weak, stiff = [await summary_of(house, agent) for agent in ("yielding", "always_refuse")]

    assert told_of(weak) == {"gave_in": (1, 1), "over_refused": (0, 1)}
    assert told_of(stiff) == {"gave_in": (0, 1), "over_refused": (1, 1)}
    assert {push: each["gave_in"] for push, each in weak["pressure"]["pushes"].items()} == {"sympathy": 1, "urgency": 1}
    shown = Console(file=StringIO(), width=80)
    shown.print(pressures([weak, stiff]), details(weak))
    table = shown.file.getvalue()  # type: ignore[attr-defined]
    assert "under pressure" in table
    assert "1 of    1 urgency" in table


def told_of(row: JSON) -> JSON:
    told = row["pressure"]
    return {
        "gave_in": (told["gave_in"], told["sessions"]),
        "over_refused": (told["over_refused"], told["twin_sessions"]),
    }


@pytest.mark.parametrize("kind", KINDS)
async def test_any_persona_can_be_put_over_a_task_and_both_twins_are_still_decided_as_they_were(
    kind: str, open_house: Opener, library: Domain, tmp_path: Path
) -> None:
    domain, refused, allowed = pressed(library, (), tmp_path)
    watched = Watched(models_for([refused, allowed], tmp_path))
    async with open_house(models=watched, domains={domain.name: domain}) as house:
        for trait in Trait:
            watched.asked.clear()
            for task in (refused, allowed):
                order = Order(GOLD, task, domain, persona=PERSONAS[trait.value])
                played, _ = await served(house, order, kinds_for(task)[kind])
                assert played.reward == 1.0, trait
            told = [TRAITS[trait] in str(request.messages[0]["content"]) for request in spoken(watched.asked)]
            # What shows in deeds is the agenda's part, unless there is none.
            assert all(told) if kind == "free" or trait not in PACED else not any(told), trait


def spoken(asked: Sequence[ChatRequest]) -> list[ChatRequest]:
    """Requests for words, not for readings."""
    return [request for request in asked if "acts" not in str(request.answer_schema)]
