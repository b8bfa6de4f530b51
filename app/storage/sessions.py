"""Sessions and their events: the only SQL about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar, cast

from sqlalchemy import (
    ColumnElement,
    Insert,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    tuple_,
    update,
)
from sqlmodel import col

from app.engine.events import PAYLOAD, Event, Payload
from app.storage.database import Unit, connection_of
from app.storage.tables import EventRow, SessionRow, StoredSession

_SESSIONS = cast("Table", SessionRow.__table__)  # type: ignore[attr-defined]
_EVENTS = cast("Table", EventRow.__table__)  # type: ignore[attr-defined]
Values = dict[str, Any]
Writing = TypeVar("Writing", Insert, Update)

# Steps and their grades run these: built once, on the connection itself, they cost half of what the ORM makes of them.
_ADD = insert(_SESSIONS)
_ADVANCE = update(_SESSIONS).where(
    _SESSIONS.c.id == bindparam("of_session"), _SESSIONS.c.version == bindparam("from_version")
)
_ADD_EVENTS = insert(_EVENTS)
_OPENING_LOCK = 0x4F50454E
"""Names the lock in PostgreSQL, apart from that of the migrations."""
_OPENING = text("SELECT pg_advisory_xact_lock(:key)")
_SESSION = select(_SESSIONS).where(_SESSIONS.c.id == bindparam("of_session"))
_EVENTS_OF = (
    select(_EVENTS.c.seq, _EVENTS.c.step, _EVENTS.c.at, _EVENTS.c.v, _EVENTS.c.payload)
    .where(_EVENTS.c.session_id == bindparam("of_session"), _EVENTS.c.seq > bindparam("after"))
    .order_by(_EVENTS.c.seq)
)


@dataclass(frozen=True)
class SessionFilter:
    """Which sessions to list; None stands for any."""

    agent: str | None = None
    task: str | None = None
    domain: str | None = None
    family: str | None = None
    split: str | None = None
    status: str | None = None
    end_reason: str | None = None
    customer: str | None = None
    origin: str | None = None
    success: bool | None = None


def event_values(session_id: str, event: Event) -> Values:
    """An event as a row."""
    return {
        "session_id": session_id,
        "seq": event.seq,
        "step": event.step,
        "at": event.at,
        "v": event.v,
        "kind": event.payload.kind,
        "payload": event.payload.model_dump_json(),
    }


class SessionRepository:
    """Reads and writes sessions within one unit of work."""

    def __init__(self, unit: Unit):
        self._connection = connection_of(unit)

    def add(self, row: StoredSession, events: Sequence[Values], *, computed: Values | None = None) -> None:
        """Insert a new session with its first events, and with columns that the database works out."""
        computed = computed or {}
        plain = row.model_dump(exclude=set(computed))
        self._connection.execute(_computing(_ADD, tuple(computed.items())), plain)
        self._add_events(events)

    def get(self, session_id: str) -> StoredSession | None:
        """The session of that id."""
        found = self._connection.execute(_SESSION, {"of_session": session_id}).mappings().first()
        return None if found is None else StoredSession.model_construct(**found)

    def advance(self, session_id: str, version: int, values: Values, events: Sequence[Values] = ()) -> bool:
        """Move a session on from the version that was read; False, and nothing kept, if another writer was first."""
        computed = {name: value for name, value in values.items() if isinstance(value, ColumnElement)}
        plain = {name: value for name, value in values.items() if name not in computed}
        statement = _computing(_ADVANCE, tuple(computed.items()))
        expected = {"of_session": session_id, "from_version": version, "version": version + 1}
        if self._connection.execute(statement, plain | expected).rowcount != 1:
            return False
        self._add_events(events)
        return True

    def claim(self, session_id: str, version: int, owner: str, now: ColumnElement[float], seconds: float) -> bool:
        """Take over the customer's turn, if nobody's lease on it still runs."""
        statement = (
            update(_SESSIONS)
            .where(
                _SESSIONS.c.id == session_id,
                _SESSIONS.c.version == version,
                _SESSIONS.c.awaits == "customer",
                or_(_SESSIONS.c.lease_until < now, _SESSIONS.c.lease_until.is_(None)),
            )
            .values(version=version + 1, lease_owner=owner, lease_until=now + seconds)
        )
        return self._connection.execute(statement).rowcount == 1

    def renew(self, session_id: str, owner: str, now: ColumnElement[float], seconds: float) -> bool:
        """Prolong a lease that is still one's own."""
        statement = (
            update(_SESSIONS)
            .where(_SESSIONS.c.id == session_id, _SESSIONS.c.lease_owner == owner, _SESSIONS.c.awaits == "customer")
            .values(lease_until=now + seconds)
        )
        return self._connection.execute(statement).rowcount == 1

    def release(self, owner: str) -> None:
        """Give back every lease of one process."""
        statement = update(_SESSIONS).where(_SESSIONS.c.lease_owner == owner)
        self._connection.execute(statement.values(lease_owner=None, lease_until=None))

    def judge(self, session_id: str, values: Values) -> None:
        """Set the columns that sum up the latest grade; these take no part in who moves the session on."""
        self._connection.execute(update(_SESSIONS).where(_SESSIONS.c.id == session_id).values(**values))

    def count_attempt(self, session_id: str) -> None:
        """Count a try at grading."""
        attempts = _SESSIONS.c.grading_attempts + 1
        self._connection.execute(
            update(_SESSIONS).where(_SESSIONS.c.id == session_id).values(grading_attempts=attempts)
        )

    def events(self, session_id: str, *, after: int = -1) -> list[Event]:
        """Events with a number above `after`, in order."""
        rows = self._connection.execute(_EVENTS_OF, {"of_session": session_id, "after": after})
        return [
            Event.model_construct(seq=seq, step=step, at=at, v=v, payload=decode_payload(payload))
            for seq, step, at, v, payload in rows
        ]

    def keep_others_from_opening(self) -> None:
        """Let no other transaction past this call until this one is over; SQLite has one writer in any case."""
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(_OPENING, {"key": _OPENING_LOCK})

    def count_open(self) -> int:
        """How many sessions are open."""
        statement = select(func.count()).select_from(_SESSIONS).where(_SESSIONS.c.status == "open")
        return int(self._connection.execute(statement).scalar_one())

    def overdue(self, now: datetime, most: int) -> list[str]:
        """Open sessions past their deadline."""
        statement = select(_SESSIONS.c.id).where(_SESSIONS.c.status == "open", _SESSIONS.c.deadline < now)
        return list(self._connection.execute(statement.limit(most)).scalars())

    def orphaned(self, now: ColumnElement[float], most: int) -> list[str]:
        """Open sessions whose customer's turn nobody works on."""
        unclaimed = or_(_SESSIONS.c.lease_until < now, _SESSIONS.c.lease_until.is_(None))
        statement = select(_SESSIONS.c.id).where(
            _SESSIONS.c.status == "open", _SESSIONS.c.awaits == "customer", unclaimed
        )
        return list(self._connection.execute(statement.limit(most)).scalars())

    def ungraded(self, most_attempts: int, most: int) -> list[str]:
        """Ended sessions whose grading failed and is worth another try."""
        statement = select(_SESSIONS.c.id).where(
            _SESSIONS.c.grading == "ungraded", _SESSIONS.c.grading_attempts < most_attempts
        )
        return list(self._connection.execute(statement.limit(most)).scalars())

    def page(
        self, chosen: SessionFilter, *, limit: int, before: tuple[datetime, str] | None = None
    ) -> list[StoredSession]:
        """Sessions that match, newest first, older than the keyset position `before`."""
        statement = select(_SESSIONS).where(*conditions(chosen))
        if before is not None:
            statement = statement.where(tuple_(_SESSIONS.c.created_at, _SESSIONS.c.id) < tuple_(*before))
        statement = statement.order_by(_SESSIONS.c.created_at.desc(), _SESSIONS.c.id.desc()).limit(limit)
        return [StoredSession.model_construct(**found) for found in self._connection.execute(statement).mappings()]

    def count_by(self, column: str, chosen: SessionFilter) -> dict[str, int]:
        """How many sessions match, by the values of one column."""
        field = _SESSIONS.c[column]
        statement = select(field, func.count()).where(*conditions(chosen)).group_by(field)
        return {str(value): count for value, count in self._connection.execute(statement)}

    def erase(self, session_id: str) -> bool:
        """Delete a session with its events and grades; False if there is none."""
        deleted = self._connection.execute(delete(_SESSIONS).where(_SESSIONS.c.id == session_id))
        return deleted.rowcount == 1

    def _add_events(self, events: Sequence[Values]) -> None:
        if events:
            self._connection.execute(_ADD_EVENTS, list(events))


@lru_cache(maxsize=32)
def _computing(statement: Writing, computed: tuple[tuple[str, ColumnElement[Any]], ...]) -> Writing:
    """A statement that has the database work out some columns; to build it takes longer than to run it."""
    return statement.values(dict(computed)) if computed else statement


def decode_payload(text: str) -> Payload:
    """A stored payload; later versions of `SCHEMA` bring older ones up to date here."""
    return PAYLOAD.validate_json(text)


def conditions(chosen: SessionFilter) -> list[ColumnElement[bool]]:
    """What the filter asks of `sessions`."""
    named = {name: value for name, value in vars(chosen).items() if value is not None}
    return [and_(*(col(getattr(SessionRow, name)) == value for name, value in named.items()))] if named else []
