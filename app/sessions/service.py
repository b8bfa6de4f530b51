"""The session service: what the faces of Regulars call."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection
from sqlmodel import Session

from app.engine.conversation import Awaits, finish
from app.engine.events import Ended, EndReason, Event
from app.errors import InvalidRequest, StepInProgress, UnknownSession
from app.grading.diffs import diff
from app.grading.grader import grade
from app.grading.summary import Row, Summary, summarize
from app.grading.verdict import FieldDiff, Grade
from app.sessions.answers import Feedback, session_answer
from app.sessions.keeper import Keeper, Overtaken, Record
from app.sessions.opening import Openings
from app.sessions.queue import Queue
from app.sessions.steps import ATTEMPTS, Steps
from app.sessions.turns import CustomerTurns
from app.sessions.verdicts import grade_values, refuse_if_changed
from app.storage.grades import GradeRepository, add_grade
from app.storage.keys import IdempotencyRepository
from app.storage.sessions import SessionFilter, SessionRepository, event_values
from app.storage.tables import GradeRow, StoredSession
from domains.kit.records import JSON


class SessionService:
    """Sessions, whole: `openings` makes them, `steps` and `queue` take them further, the rest looks and ends."""

    def __init__(self, keeper: Keeper):
        self.keeper = keeper
        self.turns = CustomerTurns(keeper)
        self.openings = Openings(keeper, self.turns)
        self.steps = Steps(keeper, self.turns)
        self.queue = Queue(keeper, self.steps)

    async def record(self, session_id: str) -> Record:
        """A session's row and events as they are committed; raises `UnknownSession`."""
        return await self.keeper.record(session_id)

    async def view(self, session_id: str) -> dict[str, JSON]:
        """The session as its agent sees it now."""
        row, events = await self.record(session_id)
        live = self.keeper.alive(row, events)
        verdict = None
        if row.status == "ended" and row.feedback != Feedback.NONE:
            grades = await self.grades(session_id)
            verdict = Grade.model_validate_json(grades[-1].body) if grades else None
        return session_answer(live, [event.payload for event in events], verdict)

    async def end(
        self,
        session_id: str,
        reason: EndReason,
        *,
        detail: str | None = None,
        only_overdue_at: datetime | None = None,
    ) -> None:
        """End a session; one that has ended stays as it is.

        With `only_overdue_at` only if its time is up then; it was the customer's, if the session waits for them.
        """
        # In memory it may be behind: then another writer was first, and the database is asked.
        for look in (self.keeper.live, *(self.keeper.fresh for _ in range(ATTEMPTS))):
            live = await look(session_id)
            if live.row.status == "ended":
                return
            if only_overdue_at is not None and not self.keeper.overdue(live, only_overdue_at):
                return
            late = only_overdue_at is not None and live.row.awaits == Awaits.CUSTOMER
            try:
                with self.keeper.working(session_id):
                    why = EndReason.CUSTOMER_ERROR if late else reason
                    await self.keeper.commit(live, [finish(live.conversation, why, detail)])
            except Overtaken:
                continue
            return
        raise StepInProgress(f"session {session_id} is being worked on", retry_after=0.2)

    async def write_off(self, session_id: str) -> None:
        """End a session that what is installed now cannot go on with; nobody is to blame for it who was in it."""
        row, events = await self.record(session_id)
        now, step = self.keeper.clock.now(), events[-1].step if events else 0
        ended = Ended(reason=EndReason.INFRASTRUCTURE, detail="what it was begun with is not installed any more")
        event = Event(seq=len(events), step=step, at=now, payload=ended)
        standing = {
            "status": "ended", "awaits": Awaits.NOBODY.value, "end_reason": ended.reason.value, "grading": "ungraded",
            "step": step + 1, "ended_at": now, "updated_at": now, "pending_body": None, "lease_owner": None,
            "lease_until": None,
        }  # fmt: skip
        await self.keeper.database.write(
            lambda session: SessionRepository(session).advance(
                session_id, row.version, standing, [event_values(session_id, event)]
            )
        )

    async def row(self, session_id: str) -> StoredSession:
        """A session's row as it is committed; raises `UnknownSession`."""
        found = await self.keeper.database.query(lambda connection: SessionRepository(connection).get(session_id))
        if found is None:
            raise UnknownSession(f"there is no session {session_id!r}")
        return found

    async def page(
        self, chosen: SessionFilter, *, limit: int, before: tuple[datetime, str] | None = None
    ) -> list[StoredSession]:
        """Sessions that match, newest first."""
        return await self.keeper.database.read(
            lambda session: SessionRepository(session).page(chosen, limit=limit, before=before)
        )

    async def count_by(self, column: str, chosen: SessionFilter) -> dict[str, int]:
        """How many sessions match, by the values of one column."""
        return await self.keeper.database.read(lambda session: SessionRepository(session).count_by(column, chosen))

    async def events(self, session_id: str, *, after: int = -1) -> list[Event]:
        """Events with a number above `after`."""
        return await self.keeper.events(session_id, after=after)

    async def grades(self, session_id: str) -> list[GradeRow]:
        """All grades of a session, oldest first."""
        return await self.keeper.database.read(lambda session: GradeRepository(session).of_session(session_id))

    async def summaries(self, chosen: SessionFilter) -> list[Summary]:
        """How agents did in the sessions that match. Forks and imports enter no statistics."""
        live = replace(chosen, origin="live")
        found = await self.keeper.database.read(lambda session: GradeRepository(session).latest_of(live))
        rows = [
            Row(
                row.agent, row.task, None if kept is None else Grade.model_validate_json(kept.body), str(row.end_reason)
            )
            for row, kept in found
        ]
        return summarize(rows, self.keeper.catalog.tasks.values())

    async def diff(self, session_id: str) -> list[FieldDiff]:
        """Per row and field what was expected, what is there, and which step did it."""
        row, events = await self.record(session_id)
        return diff(self.keeper.catalog.task(row.task), events, self.keeper.catalog.domain(row.domain))

    async def regrade(self, session_id: str) -> GradeRow:
        """Grade an ended session by what is installed now; the same grader and goal give the row that is there."""
        row, events = await self.record(session_id)
        if row.status != "ended":
            raise InvalidRequest(f"session {session_id} is open; it is graded when it ends")
        task, domain = self.keeper.catalog.task(row.task), self.keeper.catalog.domain(row.domain)
        refuse_if_changed(row, domain, task)
        verdict = grade(task, events, domain)

        def work(connection: Connection) -> GradeRow:
            standing = {"grading": "graded", "success": verdict.success, "partial": verdict.partial}
            if any(getattr(row, name) != value for name, value in standing.items()):
                SessionRepository(connection).judge(session_id, standing)
            return add_grade(connection, GradeRow(**grade_values(session_id, verdict, self.keeper.clock.now())))

        return await self.keeper.database.execute(work)

    async def erase(self, session_id: str) -> None:
        """Delete a session with all that belongs to it; raises `UnknownSession`."""

        def work(session: Session) -> bool:
            IdempotencyRepository(session).forget_session(session_id)
            return SessionRepository(session).erase(session_id)

        erased = await self.keeper.database.write(work)
        self.keeper.forget(session_id)
        if not erased:
            raise UnknownSession(f"there is no session {session_id!r}")

    async def close(self) -> None:
        """Let go of what runs in the background."""
        await self.turns.close()
