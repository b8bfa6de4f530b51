"""Grades: rows that are added and never overwritten."""

from typing import cast

from sqlalchemy import Connection, Table, bindparam, insert
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from app.storage.database import Unit, connection_of
from app.storage.inserts import insert_new
from app.storage.sessions import SessionFilter, Values, conditions
from app.storage.tables import GradeRow, SessionRow

STATE = "state"
"""The kind of grade that comes from the grader; a model's opinion has a kind of its own and never counts here."""

_KEY = ("session_id", "kind", "grader_version", "goal_digest", "judge")
_GRADES = cast("Table", GradeRow.__table__)  # type: ignore[attr-defined]
_SAME = _GRADES.select().where(*(_GRADES.c[name] == bindparam(name) for name in _KEY))
_ADD = insert(_GRADES)


def add_first_grade(connection: Connection, values: Values) -> None:
    """Add the first grade of a session, in the unit of work that ends it, which nobody else can do as well."""
    connection.execute(_ADD, values)


def add_grade(unit: Unit, row: GradeRow) -> GradeRow:
    """Add a grade, or give the one that is there under the same key."""
    known = _same(unit, row)
    if known is not None:
        return known
    insert_new(unit, row)
    return cast("GradeRow", _same(unit, row))


def _same(unit: Unit, row: GradeRow) -> GradeRow | None:
    found = connection_of(unit).execute(_SAME, {name: getattr(row, name) for name in _KEY}).mappings().first()
    return None if found is None else GradeRow(**found)


class GradeRepository:
    """Reads grades within one unit of work."""

    def __init__(self, session: Session):
        self._session = session

    def of_session(self, session_id: str) -> list[GradeRow]:
        """All grades of a session, oldest first."""
        statement = select(GradeRow).where(GradeRow.session_id == session_id).order_by(col(GradeRow.id))
        return list(self._session.exec(statement))

    def latest_of(self, chosen: SessionFilter) -> list[tuple[SessionRow, GradeRow | None]]:
        """Ended sessions that match, oldest first, each with its last grade of the state, or None where it has none."""
        # Aliased: under its own name the inner table would be taken for the outer one.
        own = aliased(GradeRow)
        last = select(func.max(own.id)).where(own.session_id == SessionRow.id, own.kind == STATE)
        statement = (
            select(SessionRow, GradeRow)
            .join(GradeRow, col(GradeRow.id) == last.scalar_subquery(), isouter=True)
            .where(SessionRow.status == "ended", *conditions(chosen))
            .order_by(col(SessionRow.created_at), col(SessionRow.id))
        )
        return list(self._session.exec(statement))
