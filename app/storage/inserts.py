"""Inserting what another process may be about to insert."""

from typing import cast

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel

from app.storage.database import Unit, connection_of


def insert_new(unit: Unit, row: SQLModel) -> bool:
    """Insert a row; False, and nothing changed, if it would break a unique constraint.

    Where another transaction is about to insert the same, this waits for its outcome.
    """
    table = cast("Table", type(row).__table__)  # type: ignore[attr-defined]
    connection = connection_of(unit)
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    values = {name: value for name, value in row.model_dump().items() if value is not None}
    statement = insert(table).values(values).on_conflict_do_nothing().returning(*table.primary_key)
    return connection.execute(statement).first() is not None
