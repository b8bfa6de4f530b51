"""Grades: rows that are added and never overwritten."""

from sqlmodel import Session, col, select

from app.storage.tables import GradeRow


class GradeRepository:
    """Reads and adds grades within one unit of work."""

    def __init__(self, session: Session):
        self._session = session

    def add(self, row: GradeRow) -> GradeRow:
        """Add a grade, or give the one that is there under the same key."""
        found = self._session.exec(
            select(GradeRow).where(
                GradeRow.session_id == row.session_id,
                GradeRow.kind == row.kind,
                GradeRow.grader_version == row.grader_version,
                GradeRow.goal_digest == row.goal_digest,
                GradeRow.judge == row.judge,
            )
        ).first()
        if found is not None:
            return found
        self._session.add(row)
        self._session.flush()
        return row

    def of_session(self, session_id: str) -> list[GradeRow]:
        """All grades of a session, oldest first."""
        statement = select(GradeRow).where(GradeRow.session_id == session_id).order_by(col(GradeRow.id))
        return list(self._session.exec(statement))
