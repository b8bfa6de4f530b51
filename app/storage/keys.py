"""Keys, shared secrets, and answers given under an Idempotency-Key."""

from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, delete, insert, or_, select, update
from sqlmodel import col

from app.storage.database import Unit, connection_of
from app.storage.inserts import insert_new
from app.storage.tables import IdempotencyRow, KeyRow, SecretRow

_KEYS = cast("Table", KeyRow.__table__)  # type: ignore[attr-defined]
_BY_HASH = select(_KEYS).where(_KEYS.c.hash == bindparam("digest"), _KEYS.c.revoked_at.is_(None))
"""Every request with a key runs this; as rows of the ORM it takes twice as long."""
_SECRETS = cast("Table", SecretRow.__table__)  # type: ignore[attr-defined]
_ANSWERS = cast("Table", IdempotencyRow.__table__)  # type: ignore[attr-defined]


class KeyRepository:
    """Reads and writes keys and secrets within one unit of work."""

    def __init__(self, unit: Unit):
        self._connection = connection_of(unit)

    def by_hash(self, digest: str) -> KeyRow | None:
        """The key with that hash, unless it was revoked."""
        found = self._connection.execute(_BY_HASH, {"digest": digest}).mappings().first()
        return None if found is None else KeyRow(**found)

    def add(self, row: KeyRow) -> None:
        """Add a key."""
        self._connection.execute(insert(_KEYS), row.model_dump())

    def ensure(self, row: KeyRow) -> bool:
        """Add a key that may be known already; False if that one is of the other plane, or was revoked."""
        insert_new(self._connection, row)
        known = self.by_hash(row.hash)
        return known is not None and known.plane == row.plane

    def all(self) -> list[KeyRow]:
        """Every key, oldest first, the revoked ones too."""
        found = self._connection.execute(select(_KEYS).order_by(_KEYS.c.created_at))
        return [KeyRow(**row) for row in found.mappings()]

    def revoke(self, key_id: str, at: datetime) -> bool:
        """Revoke a key; False if there is none of that id."""
        known = self._connection.execute(select(_KEYS.c.id).where(_KEYS.c.id == key_id)).first()
        valid = _KEYS.c.id == key_id, _KEYS.c.revoked_at.is_(None)
        self._connection.execute(update(_KEYS).where(*valid).values(revoked_at=at))
        return known is not None

    def secret(self, name: str, proposed: str) -> str:
        """The shared secret of that name: the first one proposed by any process."""
        insert_new(self._connection, SecretRow(name=name, value=proposed))
        found = self._connection.execute(select(_SECRETS.c.value).where(_SECRETS.c.name == name))
        return str(found.scalar_one())


def session_scope(session_id: str) -> str:
    """The scope of keys that are used within one session."""
    return f"session:{session_id}"


class IdempotencyRepository:
    """Remembers answers within one unit of work."""

    def __init__(self, unit: Unit):
        self._connection = connection_of(unit)

    def get(self, scope: str, key: str) -> IdempotencyRow | None:
        """What was answered under that key."""
        same = col(IdempotencyRow.scope) == scope, col(IdempotencyRow.key) == key
        found = self._connection.execute(_ANSWERS.select().where(*same)).mappings().first()
        return None if found is None else IdempotencyRow(**found)

    def claim(self, row: IdempotencyRow) -> bool:
        """Remember an answer; False, and nothing changed, if there is one under that key already.

        Where another transaction is about to claim the key, this waits for its outcome.
        """
        return insert_new(self._connection, row)

    def forget_session(self, session_id: str) -> None:
        """Drop what was answered in a session, and to those who opened it."""
        opened = col(IdempotencyRow.response).startswith(f'["{session_id}", ', autoescape=True)
        inside = col(IdempotencyRow.scope) == session_scope(session_id)
        self._connection.execute(delete(IdempotencyRow).where(or_(inside, opened)))

    def any_before(self, time: datetime) -> bool:
        """Whether there is anything to forget."""
        old = select(_ANSWERS.c.key).where(col(IdempotencyRow.created_at) < time).limit(1)
        return self._connection.execute(old).first() is not None

    def forget_before(self, time: datetime) -> None:
        """Drop answers that nobody will ask for again."""
        self._connection.execute(delete(IdempotencyRow).where(col(IdempotencyRow.created_at) < time))
