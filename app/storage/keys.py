"""Keys, shared secrets, and answers given under an Idempotency-Key."""

from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, delete, or_
from sqlmodel import Session, col, select

from app.storage.database import Unit, connection_of
from app.storage.inserts import insert_new
from app.storage.tables import IdempotencyRow, KeyRow, SecretRow

_BY_HASH = select(KeyRow).where(col(KeyRow.hash) == bindparam("digest"), col(KeyRow.revoked_at).is_(None))
_ANSWERS = cast("Table", IdempotencyRow.__table__)  # type: ignore[attr-defined]


class KeyRepository:
    """Reads and writes keys and secrets within one unit of work."""

    def __init__(self, session: Session):
        self._session = session

    def by_hash(self, digest: str) -> KeyRow | None:
        """The key with that hash, unless it was revoked."""
        return self._session.exec(_BY_HASH, params={"digest": digest}).first()

    def add(self, row: KeyRow) -> None:
        """Add a key."""
        self._session.add(row)
        self._session.flush()

    def ensure(self, row: KeyRow) -> bool:
        """Add a key that may be known already; False if that one is of the other plane, or was revoked."""
        insert_new(self._session, row)
        known = self.by_hash(row.hash)
        return known is not None and known.plane == row.plane

    def all(self) -> list[KeyRow]:
        """Every key, oldest first, the revoked ones too."""
        return list(self._session.exec(select(KeyRow).order_by(col(KeyRow.created_at))))

    def revoke(self, key_id: str, at: datetime) -> KeyRow | None:
        """Revoke a key; None if there is none of that id."""
        row = self._session.get(KeyRow, key_id)
        if row is not None and row.revoked_at is None:
            row.revoked_at = at
            self._session.add(row)
        return row

    def secret(self, name: str, proposed: str) -> str:
        """The shared secret of that name: the first one proposed by any process."""
        insert_new(self._session, SecretRow(name=name, value=proposed))
        return self._session.exec(select(SecretRow.value).where(SecretRow.name == name)).one()


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
        old = select(IdempotencyRow.key).where(col(IdempotencyRow.created_at) < time).limit(1)
        return self._connection.execute(old).first() is not None

    def forget_before(self, time: datetime) -> None:
        """Drop answers that nobody will ask for again."""
        self._connection.execute(delete(IdempotencyRow).where(col(IdempotencyRow.created_at) < time))
