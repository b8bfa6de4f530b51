"""Inserting what another process may be about to insert."""

from typing import cast

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def insert_new(session: Session, row: SQLModel) -> bool:
    """Insert a row; False, and nothing changed, if it would break a unique constraint.

    Where another transaction is about to insert the same, this waits for its outcome.
    """
    table = cast("Table", type(row).__table__)  # type: ignore[attr-defined]
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    values = {name: value for name, value in row.model_dump().items() if value is not None}
    statement = insert(table).values(values).on_conflict_do_nothing().returning(*table.primary_key)
    return session.execute(statement).first() is not None
