"""The tables. JSON is kept as text that its writer made: it is read whole, and compared byte by byte in replays."""

from datetime import UTC, datetime
from typing import ClassVar

from sqlalchemy import BigInteger, DateTime, Dialect, Float, Index, Integer, Text, UniqueConstraint
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING
SerialId = BigInteger().with_variant(Integer, "sqlite")


class UtcTime(TypeDecorator[datetime]):
    """An aware time; SQLite keeps it without its zone, which is always UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Any aware time as UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """A stored time as an aware one."""
        return None if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value


class StoredSession(SQLModel):
    """One session: what made it, where it stands, and the answer to its last step.

    Apart from its table, because the ORM's books on every attribute of a row cost a twentieth of a step.
    """

    id: str = Field(primary_key=True)
    task: str = Field(index=True)
    domain: str
    family: str
    split: str
    agent: str = Field(index=True)
    agent_metadata: str = Field(default="{}", sa_type=Text)
    seed: str
    customer: str
    customer_version: str
    persona: str | None = Field(default=None, sa_type=Text)
    options: str = Field(sa_type=Text)
    """JSON: limits, first_speaker, text_beside_calls."""
    components: str = Field(sa_type=Text)
    """JSON: digests of world, policy, tools, checks, task, goal and scenario."""
    feedback: str
    origin: str = "live"
    forked_from: str | None = None
    forked_step: int | None = None
    status: str = "open"
    awaits: str
    step: int
    """The step that the agent's next message takes."""
    version: int = 0
    """Counts commits; a writer wins only with the version it has read."""
    last_step: int | None = None
    last_body: str | None = None
    last_response: str | None = Field(default=None, sa_type=Text)
    pending_body: str | None = None
    """Hash of the body whose step waits for the customer."""
    lease_owner: str | None = None
    lease_until: float | None = Field(default=None, sa_type=Float)
    """Seconds since 1970 on the database's clock."""
    end_reason: str | None = None
    grading: str = "open"
    """`open` until it ends; then `graded`, or `ungraded` where grading failed and is tried again."""
    grading_attempts: int = 0
    success: bool | None = None
    partial: float | None = None
    created_at: datetime = Field(sa_type=UtcTime)
    updated_at: datetime = Field(sa_type=UtcTime)
    deadline: datetime = Field(sa_type=UtcTime)
    """When it ends as `agent_timeout` unless the agent acts."""
    ended_at: datetime | None = Field(default=None, sa_type=UtcTime)


class SessionRow(StoredSession, table=True):
    """One session, as a row."""

    __tablename__: ClassVar[str] = "sessions"
    __table_args__ = (
        Index("ix_sessions_created_at_id", "created_at", "id"),
        Index("ix_sessions_status_deadline", "status", "deadline"),
    )


class EventRow(SQLModel, table=True):
    """One event of a session."""

    __tablename__: ClassVar[str] = "events"

    session_id: str = Field(primary_key=True, foreign_key="sessions.id", ondelete="CASCADE")
    seq: int = Field(primary_key=True)
    step: int
    at: datetime = Field(sa_type=UtcTime)
    v: int
    kind: str
    payload: str = Field(sa_type=Text)


class GradeRow(SQLModel, table=True):
    """A verdict on a session; never overwritten."""

    __tablename__: ClassVar[str] = "grades"
    __table_args__ = (UniqueConstraint("session_id", "kind", "grader_version", "goal_digest", "judge"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=SerialId)
    session_id: str = Field(foreign_key="sessions.id", ondelete="CASCADE")
    kind: str = "state"
    grader_version: str
    goal_digest: str
    judge: str = ""
    success: bool
    partial: float
    body: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=UtcTime)


class ModelCallRow(SQLModel, table=True):
    """One call of a language model; see `app.models.ledger.ModelCall`, which has the same fields.

    It refers to its session without a foreign key: a call can come before its session is kept, and what was spent stays
    in the books when the session is erased.
    """

    __tablename__: ClassVar[str] = "model_calls"
    __table_args__ = (Index("ix_model_calls_started_at_id", "started_at", "id"),)

    id: str = Field(primary_key=True)
    session_id: str | None = Field(default=None, index=True)
    purpose: str
    model: str
    provider: str
    started_at: datetime = Field(sa_type=UtcTime)
    status: str
    attempts: int
    prompt_tokens: int
    completion_tokens: int
    estimated: bool
    cost_usd: float | None
    seconds: float
    cached: bool
    error: str | None


class KeyRow(SQLModel, table=True):
    """A key, of which only the hash is kept."""

    __tablename__: ClassVar[str] = "keys"

    id: str = Field(primary_key=True)
    name: str
    plane: str
    hash: str = Field(unique=True)
    scopes: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=UtcTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcTime)


class IdempotencyRow(SQLModel, table=True):
    """The answer that was given under an Idempotency-Key."""

    __tablename__: ClassVar[str] = "idempotency"

    scope: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    body: str
    response: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=UtcTime, index=True)


class SecretRow(SQLModel, table=True):
    """A secret that all processes on one database share."""

    __tablename__: ClassVar[str] = "secrets"

    name: str = Field(primary_key=True)
    value: str
