"""What goes over the wire on the operator plane."""

from datetime import datetime
from json import loads
from typing import Literal

from pydantic import BaseModel, Field

from app.api.schemas import Body, Plain
from app.engine.events import Event
from app.sessions.answers import Feedback
from app.sessions.live import Options
from app.storage.tables import GradeRow, KeyRow, StoredSession
from domains.kit.records import JSON
from domains.kit.scenario import Persona
from domains.kit.task import Split

TRANSCRIPT_FORMAT: Literal["regulars-transcript/1"] = "regulars-transcript/1"


class SessionRecord(BaseModel):
    """A session as the operator sees it."""

    id: str
    task: str
    domain: str
    family: str
    split: str
    agent: str
    metadata: dict[str, str]
    seed: str
    customer: str
    customer_version: str
    persona: JSON
    options: JSON
    components: dict[str, str]
    feedback: str
    origin: str
    forked_from: str | None
    forked_step: int | None
    status: str
    awaits: str
    step: int
    end_reason: str | None
    grading: str
    success: bool | None
    partial: float | None
    created_at: datetime
    updated_at: datetime
    ended_at: datetime | None

    @classmethod
    def of(cls, row: StoredSession) -> "SessionRecord":
        """The record of a stored session."""
        columns = {name: getattr(row, name) for name in cls.model_fields if name in StoredSession.model_fields}
        return cls.model_validate(
            columns
            | {
                "metadata": loads(row.agent_metadata),
                "persona": None if row.persona is None else loads(row.persona),
                "options": loads(row.options),
                "components": loads(row.components),
            }
        )


class SessionPage(BaseModel):
    """Sessions, newest first."""

    sessions: list[SessionRecord]
    next_cursor: str | None = Field(description="Give it as `cursor` for the next page; null on the last one.")


class SessionEvents(BaseModel):
    """A session with its whole log."""

    session: SessionRecord
    events: list[Event]


class GradeRecord(BaseModel):
    """One verdict on a session."""

    id: int
    session_id: str
    kind: str
    judge: str
    created_at: datetime
    grade: JSON

    @classmethod
    def of(cls, row: GradeRow) -> "GradeRecord":
        """The record of a stored grade."""
        return cls(
            id=row.id or 0,
            session_id=row.session_id,
            kind=row.kind,
            judge=row.judge,
            created_at=row.created_at,
            grade=loads(row.body),
        )


class ForkIn(Body):
    """From where to fork, and who plays on."""

    step: int = Field(ge=0, le=100_000, description="The last step that the new session shares with the old one.")
    agent: Plain | None = None


class KeyIn(Body):
    """A key for an agent: what is left out is not restricted."""

    name: Plain
    domains: list[Plain] | None = None
    splits: list[Split] | None = None
    seeds: list[Plain] | None = None
    customers: list[Plain] | None = None
    feedback: Feedback = Feedback.NONE


class KeyRecord(BaseModel):
    """A key without the key."""

    id: str
    name: str
    plane: str
    scopes: JSON
    created_at: datetime
    revoked_at: datetime | None
    key: str | None = Field(default=None, description="The key itself; given once, when it is made.")

    @classmethod
    def of(cls, row: KeyRow, key: str | None = None) -> "KeyRecord":
        """The record of a stored key."""
        return cls(
            id=row.id,
            name=row.name,
            plane=row.plane,
            scopes=loads(row.scopes),
            created_at=row.created_at,
            revoked_at=row.revoked_at,
            key=key,
        )


class TranscriptHeader(Body):
    """What made the session of a transcript."""

    id: Plain
    task: Plain
    agent: Plain
    metadata: dict[str, str] = {}
    seed: Plain
    customer: Plain
    customer_version: Plain
    persona: Persona | None = None
    options: Options
    components: dict[str, str]


class Transcript(Body):
    """A session as it travels between services."""

    format: Literal["regulars-transcript/1"] = TRANSCRIPT_FORMAT
    session: TranscriptHeader
    events: list[Event] = Field(min_length=1)

    @classmethod
    def of(cls, row: StoredSession, events: list[Event]) -> "Transcript":
        """The transcript of a stored session."""
        record = SessionRecord.of(row).model_dump(include=set(TranscriptHeader.model_fields))
        return cls(session=TranscriptHeader.model_validate(record), events=events)
