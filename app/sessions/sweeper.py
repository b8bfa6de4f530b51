"""The sweeper: ends silent sessions, takes over lost turns, and grades what could not be graded."""

import asyncio
from collections.abc import Awaitable
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from app.engine.events import EndReason
from app.errors import RegularsError, Unplayable
from app.sessions.service import SessionService
from app.storage.keys import IdempotencyRepository
from app.storage.sessions import SessionRepository

_log = structlog.get_logger(__name__)
BATCH = 200
GRADING_ATTEMPTS = 5
REMEMBERED = timedelta(days=1)
"""How long an answer under an Idempotency-Key is kept."""


class Sweeper:
    """Does once in a while what no request waits for."""

    def __init__(self, service: SessionService):
        self._service = service
        self._keeper = service.keeper

    async def run(self) -> None:
        """Sweep until cancelled; a sweep that fails is logged, and the next one tries again."""
        while True:
            try:
                await self.sweep()
            except Exception:  # noqa: BLE001 - a sweep that fails for any reason must not be the last one
                _log.exception("sweep_failed")
            await asyncio.sleep(self._keeper.settings.sweep_seconds)

    async def sweep(self) -> None:
        """Look once at everything that may be due."""
        now, database = self._keeper.clock.now(), self._keeper.database

        def due(session: Session) -> tuple[list[str], list[str], list[str], bool]:
            sessions = SessionRepository(session)
            return (
                sessions.overdue(now, BATCH),
                sessions.orphaned(database.now, BATCH),
                sessions.ungraded(GRADING_ATTEMPTS, BATCH),
                IdempotencyRepository(session).any_before(now - REMEMBERED),
            )

        overdue, orphaned, ungraded, stale = await database.read(due)
        for session_id in overdue:
            await self._one("timeout", session_id, self._time_out(session_id, now))
        for session_id in orphaned:
            await self._one("take_over", session_id, self._take_over(session_id))
        for session_id in ungraded:
            await self._one("grading", session_id, self._grade(session_id))
        if stale:
            await database.write(lambda session: IdempotencyRepository(session).forget_before(now - REMEMBERED))

    async def _grade(self, session_id: str) -> None:
        await self._keeper.database.write(lambda session: SessionRepository(session).count_attempt(session_id))
        await self._service.regrade(session_id)

    async def _time_out(self, session_id: str, now: datetime) -> None:
        if self._keeper.is_working(session_id):
            return
        try:
            await self._service.end(session_id, EndReason.AGENT_TIMEOUT, only_overdue_at=now)
        except Unplayable:
            await self._service.write_off(session_id)

    async def _take_over(self, session_id: str) -> None:
        if await self._service.turns.take_over(session_id) is not None:
            _log.info("customer_turn_taken_over", session_id=session_id)

    async def _one(self, what: str, session_id: str, work: Awaitable[None]) -> None:
        try:
            await work
        except RegularsError as refused:
            _log.warning(f"{what}_refused", session_id=session_id, detail=refused.detail)
        except Exception:  # noqa: BLE001 - whatever is wrong with a session, the next one must get its turn
            _log.exception(f"{what}_failed", session_id=session_id)
