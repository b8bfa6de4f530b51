"""Opening: a new session, a fork of one, or one that was recorded elsewhere."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR
from json import dumps, loads
from typing import Literal

import structlog
from pydantic import ValidationError
from sqlalchemy import Connection

from app.engine.conversation import MOST_STEPS, Awaits, Limits, TextBesideCalls
from app.engine.events import SCHEMA, CustomerReplied, Ended, Event, Payload
from app.errors import AtCapacity, IdempotencyConflict, InvalidRequest, NotCertified
from app.sessions.answers import Feedback, canonical_body, session_answer
from app.sessions.keeper import Keeper
from app.sessions.live import Live, Options, bring_to_life
from app.sessions.turns import CustomerTurns
from app.sessions.verdicts import components, refuse_if_changed
from app.storage.keys import IdempotencyRepository
from app.storage.sessions import SessionRepository, decode_payload
from app.storage.tables import IdempotencyRow, StoredSession
from domains.kit.records import JSON
from domains.kit.scenario import Persona
from domains.kit.task import Task
from domains.kit.tools import ToolError

_log = structlog.get_logger(__name__)
CAPACITY_RETRY_SECONDS = 5.0
ROOM = 512
"""Sessions below the limit from which on they are counted exactly: more than all processes open in the same moment."""

_OPENING = canonical_body("opening")
"""Stands for the request that the customer's first message answers: no step is like it."""


@dataclass(frozen=True)
class Opening:
    """What to open, and how."""

    task: str
    agent: str = "anonymous"
    seed: str = "0"
    customer: str = "agenda"
    first_speaker: Literal["customer", "agent"] = "customer"
    text_beside_calls: TextBesideCalls = "hold"
    limits: dict[str, float] = field(default_factory=dict)
    metadata: dict[str, str] = field(default_factory=dict)
    persona: Persona | None = None
    feedback: Feedback = Feedback.NONE


@dataclass(frozen=True)
class Opened:
    """A session that is there now, and what its agent is told."""

    session_id: str
    answer: dict[str, JSON]


class _KnownAlready(Exception):
    def __init__(self, response: str):
        super().__init__(response)
        self.response = response


class Openings:
    """Makes sessions."""

    def __init__(self, keeper: Keeper, turns: CustomerTurns):
        self._keeper = keeper
        self._turns = turns

    async def open(self, opening: Opening, *, scope: str, key: str | None, body: JSON) -> Opened:
        """Open a session. Under the same `key` in the same `scope`, the same body gives the same answer again."""
        task = self._keeper.catalog.task(opening.task)
        self._refuse_uncertified(task)
        live = self._new(opening, task)
        payloads: list[Payload] = []
        if live.conversation.awaits is Awaits.CUSTOMER and self._turns.customer_of(live).at_once:
            payloads = await self._turns.at_once(live)
        return await self._made(live, self._keeper.new_events(live, payloads), scope=scope, key=key, body=body)

    async def reserve(self, scope: str, key: str, body: JSON) -> None:
        """Keep `key` for this body; raises `IdempotencyConflict` if it was used with another."""

        def work(connection: Connection) -> None:
            with suppress(_KnownAlready):
                self._remember(connection, scope, key, canonical_body(body), "")

        await self._keeper.database.execute(work)

    async def fork(self, session_id: str, step: int, *, agent: str | None, key: str | None = None) -> Opened:
        """A new session that has everything of another one up to and including `step`, and goes its own way.

        Under the same `key` the same fork is the same session again.
        """
        origin = await self._keeper.fresh(session_id)
        refuse_if_changed(origin.row, origin.domain, origin.task)
        last = origin.conversation.step - (origin.conversation.awaits is Awaits.CUSTOMER)
        if not 0 <= step <= last:
            raise InvalidRequest(f"step: session {session_id} can be forked from steps 0 to {last}")
        earlier = [event for event in await self._keeper.events(session_id) if event.step <= step]
        events = [event for event in earlier if not isinstance(event.payload, Ended)]
        if any(isinstance(event.payload, CustomerReplied) and event.payload.reply.end for event in events):
            raise InvalidRequest(f"step: the customer ended the conversation in step {step}; fork from an earlier one")
        row = self._row(
            origin.task,
            agent=agent or origin.row.agent,
            origin="fork",
            forked_from=origin.id,
            forked_step=step,
            **{name: getattr(origin.row, name) for name in _KEPT_IN_A_FORK},
        )
        live = bring_to_life(row, events, origin.domain, origin.task)
        return await self._made(live, events, scope="fork", key=key, body=[session_id, step, agent])

    async def adopt(self, task_id: str, columns: dict[str, JSON], events: Sequence[Event]) -> str:
        """Keep a session that was recorded elsewhere under a new id, which is returned.

        It is graded if it was played in what is installed here.
        """
        task = self._keeper.catalog.task(task_id)
        domain = self._keeper.catalog.domain(task.domain)
        row = self._row(task, origin="imported", feedback=Feedback.NONE.value, **columns)
        _refuse_unkeepable(events)
        try:
            live = bring_to_life(row, events, domain, task)
        except (ToolError, ValidationError) as error:
            raise InvalidRequest(f"events: their changes do not fit the world that is installed: {error}") from error
        if live.conversation.end is None:
            raise InvalidRequest("events: only sessions that have ended can be imported")
        await self._keeper.create(live, events)
        return live.id

    async def _made(self, live: Live, events: Sequence[Event], *, scope: str, key: str | None, body: JSON) -> Opened:
        """Keep a new session, unless one was made under that key."""
        answer = session_answer(live, [event.payload for event in events])

        def guard(connection: Connection) -> None:
            if key is not None:
                self._remember(connection, scope, key, canonical_body(body), dumps([live.id, answer]))
            self._refuse_at_capacity(connection)

        waits = live.conversation.awaits is Awaits.CUSTOMER
        try:
            pending = {"pending_body": _OPENING, **self._turns.lease()} if waits else None
            await self._keeper.create(live, events, values=pending, also=guard)
        except _KnownAlready as known:
            return Opened(*loads(known.response))
        _log.info("session_opened", session_id=live.id, task=live.row.task, agent=live.row.agent)
        if waits:
            self._turns.start(live)
        return Opened(live.id, answer)

    def _new(self, opening: Opening, task: Task) -> Live:
        customer = self._keeper.catalog.customer(opening.customer)
        options = Options(
            limits=self._limits(opening.limits),
            first_speaker=opening.first_speaker,
            text_beside_calls=opening.text_beside_calls,
        )
        row = self._row(
            task,
            agent=opening.agent,
            agent_metadata=dumps(opening.metadata),
            seed=opening.seed,
            customer=opening.customer,
            customer_version=customer.version,
            persona=None if opening.persona is None else opening.persona.model_dump_json(),
            options=options.model_dump_json(),
            feedback=opening.feedback.value,
        )
        return bring_to_life(row, [], self._keeper.catalog.domain(task.domain), task)

    def _row(self, task: Task, **columns: JSON) -> StoredSession:
        now = self._keeper.clock.now()
        standing: dict[str, JSON] = {"awaits": Awaits.CUSTOMER.value, "step": 0, "deadline": now}
        made_by = {"components": dumps(components(self._keeper.catalog.domain(task.domain), task))}
        given = standing | made_by | columns
        return StoredSession(
            id=self._keeper.new_id(),
            task=task.id,
            domain=task.domain,
            family=task.family,
            split=task.split.value,
            created_at=now,
            updated_at=now,
            **given,
        )

    def _limits(self, asked: dict[str, float]) -> Limits:
        settings = self._keeper.settings
        most: dict[str, float] = {
            "steps": settings.max_steps,
            "tool_calls": settings.max_tool_calls,
            "tool_errors": settings.max_tool_errors,
            "idle_seconds": settings.idle_seconds,
            "total_seconds": settings.total_seconds,
        }
        if above := [name for name, value in asked.items() if value > most[name]]:
            raise InvalidRequest(f"limits: {above[0]} is at most {most[above[0]]:g} on this service")
        return Limits.model_validate(most | asked)

    def _refuse_uncertified(self, task: Task) -> None:
        if not self._keeper.catalog.playable(task):
            raise NotCertified(f"task {task.id} has no certificate that is valid for what is installed")

    def _refuse_at_capacity(self, connection: Connection) -> None:
        most, sessions = self._keeper.settings.max_open_sessions, SessionRepository(connection)
        if sessions.count_open() + ROOM < most:
            return
        # Transactions do not see what others have not committed yet: near the limit, they go one by one.
        sessions.keep_others_from_opening()
        if sessions.count_open() >= most:
            raise AtCapacity(f"{most} sessions are open, which is the limit", retry_after=CAPACITY_RETRY_SECONDS)

    def _remember(self, connection: Connection, scope: str, key: str, body: str, response: str) -> None:
        repository, now = IdempotencyRepository(connection), self._keeper.clock.now()
        if repository.claim(IdempotencyRow(scope=scope, key=key, body=body, response=response, created_at=now)):
            return
        known = repository.get(scope, key)
        if known is None or known.body != body:
            raise IdempotencyConflict(f"the Idempotency-Key {key!r} was used with another body")
        raise _KnownAlready(known.response)


def _refuse_unkeepable(events: Sequence[Event]) -> None:
    """Raise `InvalidRequest` for events that no session has, or that could not be read again."""
    last = 0
    for position, event in enumerate(events):
        place = f"events[{position}]"
        if event.seq != position:
            raise InvalidRequest(f"{place}: seq must count from 0 without gaps")
        if not 1 <= event.v <= SCHEMA:
            raise InvalidRequest(f"{place}: there is no schema {event.v}; this service knows up to {SCHEMA}")
        if not last <= event.step <= MOST_STEPS:
            raise InvalidRequest(f"{place}: step must be from {last} to {MOST_STEPS}")
        last = event.step
        if isinstance(event.payload, Ended) and position + 1 < len(events):
            raise InvalidRequest(f"{place}: nothing can come after the end")
        if event.at.tzinfo is None or not MINYEAR < event.at.year < MAXYEAR:
            raise InvalidRequest(f"{place}: at must be a time with its zone")
        try:
            kept = decode_payload(event.payload.model_dump_json())
        except ValueError as error:
            raise InvalidRequest(f"{place}: the payload cannot be kept: {error}") from error
        if kept != event.payload:
            raise InvalidRequest(f"{place}: the payload has a number that is not finite")


_KEPT_IN_A_FORK = (
    "agent_metadata", "seed", "customer", "customer_version", "persona", "options", "feedback",
)  # fmt: skip
