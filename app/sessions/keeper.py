"""The keeper: brings sessions into memory, and commits what happened in them, whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

import structlog
from pydantic import ValidationError
from sqlalchemy import ColumnElement, Connection

from app.catalog import Catalog
from app.clock import Clock
from app.engine.conversation import Awaits
from app.engine.events import Event, Payload
from app.errors import NotFound, StepInProgress, UnknownSession, Unplayable
from app.grading.verdict import Grade
from app.sessions.answers import step_answer
from app.sessions.live import Live, LiveSessions, bring_to_life
from app.sessions.verdicts import changed_components, grade_or_none, grade_values
from app.settings import Settings
from app.storage.database import Database
from app.storage.grades import add_first_grade
from app.storage.sessions import SessionRepository, Values, event_values
from app.storage.tables import StoredSession
from domains.kit.tools import ToolError

_log = structlog.get_logger(__name__)
Also = Callable[[Connection], None]


class Overtaken(Exception):
    """Another writer has moved the session on; nothing of this attempt was kept."""


class Record(NamedTuple):
    """A session as it is stored."""

    row: StoredSession
    events: list[Event]


@dataclass
class Keeper:
    """What every part of the session service shares. Holds nothing that the database does not have."""

    database: Database
    catalog: Catalog
    settings: Settings
    clock: Clock
    new_id: Callable[[], str]
    worker: str
    """Names this process in leases."""

    def __post_init__(self) -> None:
        self._live = LiveSessions(self.settings.cached_sessions)
        self._working: set[str] = set()

    async def live(self, session_id: str) -> Live:
        """The session, from memory if it is there; another process may have moved it on since."""
        return self._live.get(session_id) or await self.fresh(session_id)

    async def fresh(self, session_id: str) -> Live:
        """The session as the database has it now; raises `UnknownSession`."""
        live = self.alive(*await self.record(session_id))
        return live if live.conversation.end is not None else self._live.keep(live)

    async def record(self, session_id: str) -> Record:
        """A session's row and events as they are committed; raises `UnknownSession`."""

        def read(connection: Connection) -> Record | None:
            repository = SessionRepository(connection)
            row = repository.get(session_id)
            return None if row is None else Record(row, repository.events(session_id))

        found = await self.database.query(read)
        if found is None:
            raise UnknownSession(f"there is no session {session_id!r}")
        return found

    def alive(self, row: StoredSession, events: Sequence[Event]) -> Live:
        """A stored session as one that can go on; raises `Unplayable` if it does not fit what is installed."""
        try:
            return bring_to_life(row, events, self.catalog.domain(row.domain), self.catalog.task(row.task))
        except (NotFound, ToolError, ValidationError) as error:
            # Its text may have rows of the world in it: it is neither for the agent nor for the log.
            _log.warning("session_unplayable", session_id=row.id, error=type(error).__name__)
            raise Unplayable(f"what is installed now is not what session {row.id} was played with") from error

    async def events(self, session_id: str, *, after: int = -1) -> list[Event]:
        """The session's events from the database."""
        return await self.database.query(
            lambda connection: SessionRepository(connection).events(session_id, after=after)
        )

    def is_working(self, session_id: str) -> bool:
        """Whether this process is in the middle of a step of that session."""
        return session_id in self._working

    def forget(self, session_id: str) -> None:
        """Drop a session from memory."""
        self._live.drop(session_id)

    @contextmanager
    def working(self, session_id: str) -> Iterator[None]:
        """Keep other requests of this process off the session; raises `StepInProgress` if one is on it already."""
        if session_id in self._working:
            raise StepInProgress(f"session {session_id} is being worked on", retry_after=0.2)
        self._working.add(session_id)
        try:
            yield
        except BaseException:
            # The conversation may be ahead of what was committed: only the rows are to be trusted.
            self._live.drop(session_id)
            raise
        finally:
            self._working.discard(session_id)

    async def create(
        self, live: Live, events: Sequence[Event], *, values: Values | None = None, also: Also | None = None
    ) -> None:
        """Insert a new session with its first events, in one commit; `also` runs before it and may refuse."""
        live.events = list(events)
        verdict = self._verdict(live)
        given = values or {}
        live.settle({**self._standing(live, [], verdict, body=None), **given})
        computed = {name: value for name, value in given.items() if isinstance(value, ColumnElement)}

        def work(connection: Connection) -> None:
            if also is not None:
                also(connection)
            rows = [event_values(live.id, event) for event in events]
            SessionRepository(connection).add(live.row, rows, computed=computed)
            self._keep_verdict(connection, live.id, verdict)

        await self.database.execute(work)
        if live.conversation.end is None:
            self._live.keep(live)

    async def commit(
        self,
        live: Live,
        payloads: Sequence[Payload],
        *,
        body: str | None = None,
        values: Values | None = None,
        also: Also | None = None,
    ) -> None:
        """Add events to a session and move it on; raises `Overtaken` if another writer was first.

        `body` names the request that is answered by these events; without it no answer is stored.
        """
        events = self.new_events(live, payloads)
        live.events += events
        verdict = self._verdict(live)
        standing = {**self._standing(live, payloads, verdict, body=body), **(values or {})}
        version = live.row.version

        def work(connection: Connection) -> None:
            rows = [event_values(live.id, event) for event in events]
            if not SessionRepository(connection).advance(live.id, version, standing, rows):
                raise Overtaken
            self._keep_verdict(connection, live.id, verdict)
            if also is not None:
                also(connection)

        try:
            await self.database.execute(work)
        except BaseException:
            self._live.drop(live.id)
            raise
        live.settle({**standing, "version": version + 1})
        if live.conversation.end is not None:
            self._live.drop(live.id)
            _log.info("session_ended", session_id=live.id, task=live.row.task, reason=live.conversation.end.value)

    def overdue(self, live: Live, now: datetime) -> bool:
        """Whether the agent has been silent for too long, or the session is too old."""
        return live.row.awaits != Awaits.NOBODY and live.row.deadline < now

    def new_events(self, live: Live, payloads: Sequence[Payload]) -> list[Event]:
        """The last payloads that the conversation has applied, as events of its present step."""
        now = self.clock.now()
        first = live.conversation.next_seq - len(payloads)
        step = live.conversation.step
        return [Event(seq=first + index, step=step, at=now, payload=payload) for index, payload in enumerate(payloads)]

    def _verdict(self, live: Live) -> Grade | None:
        if live.conversation.end is None:
            return None
        if changed := changed_components(live.row, live.domain, live.task):
            _log.warning("grading_refused", session_id=live.id, changed=changed)
            return None
        return grade_or_none(live.task, live.events, live.domain, live.id)

    def _keep_verdict(self, connection: Connection, session_id: str, verdict: Grade | None) -> None:
        if verdict is not None:
            add_first_grade(connection, grade_values(session_id, verdict, self.clock.now()))

    def _standing(self, live: Live, payloads: Sequence[Payload], verdict: Grade | None, *, body: str | None) -> Values:
        """The columns that follow from where the conversation stands now."""
        conversation, now = live.conversation, self.clock.now()
        values: Values = {
            "awaits": conversation.awaits.value,
            "step": conversation.next_step,
            "updated_at": now,
            "deadline": self._deadline(live, now),
        }
        if conversation.awaits is not Awaits.CUSTOMER:
            values |= {"pending_body": None, "lease_owner": None, "lease_until": None}
            if body is not None:
                answer = step_answer(live, payloads, verdict)
                values |= {"last_step": conversation.step, "last_body": body, "last_response": answer}
        if conversation.end is not None:
            values |= {
                "status": "ended",
                "end_reason": conversation.end.value,
                "ended_at": now,
                "grading": "ungraded" if verdict is None else "graded",
                "success": None if verdict is None else verdict.success,
                "partial": None if verdict is None else verdict.partial,
            }
        return values

    def _deadline(self, live: Live, now: datetime) -> datetime:
        limits = live.options.limits
        end = live.row.created_at + timedelta(seconds=limits.total_seconds)
        # A slow customer is not the agent's silence.
        idle = live.conversation.awaits is Awaits.AGENT
        return min(end, now + timedelta(seconds=limits.idle_seconds)) if idle else end
