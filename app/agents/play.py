"""Plays reference agents against a service, one session or many at once."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from time import perf_counter
from uuid import uuid4

from app.agents.manner import Manner
from app.agents.manners import PLAIN
from app.agents.notes import Notes
from app.agents.protocol import Brief, ReferenceAgent, Stuck
from app.agents.registry import AGENTS, brief_for
from app.client import (
    JSON,
    AsyncClient,
    AsyncSession,
    Busy,
    ClientError,
    ConnectionFailed,
    NotAllowed,
    Retry,
    ServerFailed,
    StillWorking,
)
from domains.kit.domain import Domain
from domains.kit.scenario import Persona
from domains.kit.task import Task
from simulators.model import FailureKind, ModelFailed

_NOT_THE_AGENTS = (ConnectionFailed, StillWorking, Busy, ServerFailed)
"""What may go wrong with the service while an agent plays."""


@dataclass(frozen=True)
class Order:
    """One session to play."""

    agent: str
    """A name in `registry.AGENTS`, or of an agent that `make` makes."""
    task: Task
    domain: Domain
    seed: str = "0"
    persona: Persona | None = None
    """Replaces the scenario's; needs a client with the operator key."""
    manner: Manner = PLAIN
    given_task: bool = True
    """False gives the agent no more than any agent sees, where it can do with that."""
    make: Callable[[Brief], ReferenceAgent] | None = None
    """Makes an agent that is not in the registry."""


@dataclass(frozen=True)
class Played:
    """What became of an order."""

    order: Order
    session_id: str | None
    """None where the session could not even be opened."""
    end_reason: str | None = None
    steps: int = 0
    reward: float | None = None
    seconds: float = 0.0
    error: str | None = None
    """Why the agent could not go on, where it could not."""
    out_of_order: FailureKind | None = None
    """Where that was not the agent's doing: what was wrong with its model, or the service."""
    grade: JSON = None
    """The whole grade, where the key allows to see it."""
    notes: Notes = field(default_factory=Notes)
    """What the agent meant, where it follows a script."""


async def play(client: AsyncClient, order: Order, *, customer: str = "agenda", **options: JSON) -> Played:
    """Open a session and let the agent play it; an agent that gets stuck ends the session and is reported."""
    began = perf_counter()
    persona = order.persona.model_dump(mode="json") if order.persona is not None else None
    wanted = {"agent": order.agent, "seed": order.seed, "customer": customer, "persona": persona, **options}
    key = str(uuid4())
    try:
        session = await client.open_session(order.task.id, idempotency_key=key, **wanted)
    except asyncio.CancelledError:
        await asyncio.shield(_never_begun(client, order.task.id, key, wanted))
        raise
    except ClientError as error:
        return Played(order, None, error=f"{type(error).__name__}: {error}", seconds=perf_counter() - began)
    failure: str | None = None
    out_of_order: FailureKind | None = None
    brief = _brief_of(order)
    try:
        await _made(order, brief).play(session)
    except ModelFailed as error:
        failure = f"its model: {error}"
        out_of_order = None if error.kind == "refused" else error.kind
        if session.open:
            failure = await _ended(lambda: _left(session, out_of_order), failure)
    except _NOT_THE_AGENTS as error:
        failure, out_of_order = f"{type(error).__name__}: {error}", "unavailable"
        failure = await _ended(lambda: _left(session, "the service failed"), failure)
    except asyncio.CancelledError:
        # Whoever stops a run has not found a fault with the agent.
        await asyncio.shield(_ended(lambda: _left(session, "stopped"), "stopped"))
        raise
    except Exception as error:  # noqa: BLE001 - whatever an agent does, its session is accounted for
        failure = str(error) if isinstance(error, Stuck) else f"{type(error).__name__}: {error}"
        failure = await _ended(session.end, failure) if session.open else failure
    return Played(
        order,
        session.id,
        end_reason=session.end_reason,
        steps=session.step,
        reward=session.reward,
        seconds=perf_counter() - began,
        error=failure,
        out_of_order=out_of_order,
        grade=session.grade,
        notes=brief.notes,
    )


async def play_many(
    client: AsyncClient,
    orders: Iterable[Order],
    *,
    at_once: int = 8,
    progress: Callable[[Played], None] | None = None,
    customer: str = "agenda",
    **options: JSON,
) -> list[Played]:
    """Play all orders, at most `at_once` at a time; results come back in the order of the orders.

    `progress` is called after each session.
    """
    waiting = list(enumerate(orders))[::-1]
    results: dict[int, Played] = {}

    async def work() -> None:
        while waiting:
            place, order = waiting.pop()
            results[place] = await play(client, order, customer=customer, **options)
            if progress is not None:
                progress(results[place])

    async with asyncio.TaskGroup() as group:
        for _ in range(max(1, at_once)):
            group.create_task(work())
    return [results[place] for place in sorted(results)]


def _brief_of(order: Order) -> Brief:
    brief = replace(brief_for(order.task, order.domain, seed=order.seed), manner=order.manner)
    given = order.given_task or order.make is not None or AGENTS[order.agent].needs_task
    return brief if given else replace(brief, task=None)


def _made(order: Order, brief: Brief) -> ReferenceAgent:
    return (order.make or AGENTS[order.agent].make)(brief)


async def _never_begun(client: AsyncClient, task: str, key: str, wanted: Mapping[str, JSON]) -> None:
    """End a session that may have been opened already, as nobody's failure; its customer's words are not waited for."""
    hurried = AsyncClient("", client.transport.key, http=client.http, retry=Retry(attempts=1, patience=0.0))
    with suppress(ClientError):
        await _left(await hurried.open_session(task, idempotency_key=key, **wanted), "stopped")


async def _left(session: AsyncSession, why: str | None) -> None:
    """End a session that cannot go on: as nobody's failure where there is such a reason, and the key may say so."""
    if why is None:
        await session.end()
        return
    try:
        await session.end(reason="infrastructure", detail=f"the run: {why}")
    except NotAllowed:
        await session.abandon()


async def _ended(end: Callable[[], Awaitable[None]], failure: str) -> str:
    try:
        await end()
    except ClientError as error:
        return f"{failure} (and the session could not be ended: {error})"
    return failure
