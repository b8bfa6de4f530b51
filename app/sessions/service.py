"""The session service: what the faces of Regulars call."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from app.engine.conversation import finish
from app.engine.events import EndReason, Event
from app.errors import InvalidRequest, StepInProgress, UnknownSession
from app.grading.diffs import diff
from app.grading.grader import grade
from app.grading.summary import Row, Summary, summarize
from app.grading.verdict import FieldDiff, Grade
from app.sessions.answers import Feedback, session_answer
from app.sessions.keeper import Keeper, Overtaken
from app.sessions.live import bring_to_life
from app.sessions.opening import Openings
from app.sessions.queue import Queue
from app.sessions.steps import ATTEMPTS, Steps
from app.sessions.turns import CustomerTurns
from app.sessions.verdicts import grade_row, refuse_if_changed
from app.storage.grades import GradeRepository
from app.storage.sessions import SessionFilter, SessionRepository
from app.storage.tables import GradeRow, SessionRow
from domains.kit.records import JSON


class Record(NamedTuple):
    """A session as it is stored."""

    row: SessionRow
    events: list[Event]


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

        def read(session: Session) -> Record | None:
            repository = SessionRepository(session)
            row = repository.get(session_id)
            return None if row is None else Record(row, repository.events(session_id))

        found = await self.keeper.database.read(read)
        if found is None:
            raise UnknownSession(f"there is no session {session_id!r}")
        return found

    async def view(self, session_id: str) -> dict[str, JSON]:
        """The session as its agent sees it now."""
        row, events = await self.record(session_id)
        catalog = self.keeper.catalog
        live = bring_to_life(row, events, catalog.domain(row.domain), catalog.task(row.task))
        verdict = None
        if row.status == "ended" and row.feedback != Feedback.NONE:
            grades = await self.grades(session_id)
            verdict = Grade.model_validate_json(grades[-1].body) if grades else None
        return session_answer(live, [event.payload for event in events], verdict)

    async def end(self, session_id: str, reason: EndReason, *, only_overdue_at: datetime | None = None) -> None:
        """End a session; one that has ended stays as it is. With `only_overdue_at` only if its time is up then."""
        for _ in range(ATTEMPTS):
            live = await self.keeper.fresh(session_id)
            if live.row.status == "ended":
                return
            if only_overdue_at is not None and not self.keeper.overdue(live, only_overdue_at):
                return
            try:
                with self.keeper.working(session_id):
                    await self.keeper.commit(live, [finish(live.conversation, reason)])
            except Overtaken:
                continue
            return
        raise StepInProgress(f"session {session_id} is being worked on", retry_after=0.2)

    async def page(
        self, chosen: SessionFilter, *, limit: int, before: tuple[datetime, str] | None = None
    ) -> list[SessionRow]:
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
        rows = [Row(row.agent, row.task, Grade.model_validate_json(grade.body)) for row, grade in found]
        twins = {task.id: task.twin for task in self.keeper.catalog.tasks.values() if task.twin is not None}
        return summarize(rows, twins=twins)

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

        def work(session: Session) -> GradeRow:
            kept = GradeRepository(session).add(grade_row(session_id, verdict, self.keeper.clock.now()))
            standing = {"grading": "graded", "success": verdict.success, "partial": verdict.partial}
            SessionRepository(session).judge(session_id, standing)
            session.refresh(kept)
            session.expunge(kept)
            return kept

        return await self.keeper.database.write(work)

    async def erase(self, session_id: str) -> None:
        """Delete a session with all that belongs to it; raises `UnknownSession`."""
        self.keeper.forget(session_id)
        if not await self.keeper.database.write(lambda session: SessionRepository(session).erase(session_id)):
            raise UnknownSession(f"there is no session {session_id!r}")

    async def close(self) -> None:
        """Let go of what runs in the background."""
        await self.turns.close()
