"""Words and single tool calls without step numbers: queued per session, and safe to retry under an Idempotency-Key.

Whoever knows in which of its turns a call was made may say so by `step`: any step of a turn stands for the whole turn.
A call that names one is never run in a later turn.
"""

import asyncio
from dataclasses import dataclass
from itertools import count
from json import loads

from sqlalchemy import Connection

from app.engine.conversation import Awaits
from app.engine.events import CustomerReplied, ToolCalled
from app.errors import IdempotencyConflict, RegularsError, StepInProgress, StepMismatch
from app.sessions.answers import Answer, canonical_body
from app.sessions.keeper import Also, Keeper
from app.sessions.live import Live
from app.sessions.steps import Steps
from app.storage.keys import IdempotencyRepository, session_scope
from app.storage.tables import IdempotencyRow
from domains.kit.records import JSON

RETRY_SECONDS = 0.05


@dataclass(frozen=True)
class Said:
    """What came of something that was said; the customer may still be thinking about it."""

    step: int
    """The step that it took."""
    answer: Answer


@dataclass(frozen=True)
class Called:
    """What a single tool call gave."""

    content: str
    is_error: bool
    answer: Answer

    def told(self) -> dict[str, JSON]:
        """The result, and where the session stands after it."""
        standing = loads(self.answer.text) if self.answer.text is not None else {}
        return {
            "content": self.content,
            "is_error": self.is_error,
            "status": standing.get("status", "open"),
            "step": standing.get("step"),
        }


@dataclass(frozen=True)
class _Request:
    """One message, with the terms on which it is taken."""

    message: dict[str, JSON]
    key: str | None
    mark: str | None
    """Tells it from others that say the same at the same time."""
    step: int | None
    wait: float


class _KeyTaken(Exception):
    """Another process has just taken a step under the same key."""


class _Place:
    """The line in front of one session."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.waiting = 0


class Queue:
    """Takes steps one after another for callers that do not count them."""

    def __init__(self, keeper: Keeper, steps: Steps):
        self._keeper = keeper
        self._steps = steps
        self._places: dict[str, _Place] = {}
        self._calls = count()

    async def speak(
        self, session_id: str, content: str, *, key: str | None, wait: float, step: int | None = None
    ) -> Said:
        """Say something to the customer; with `step`, raises `StepMismatch` where that is over."""
        message = {"role": "assistant", "content": content}
        return Said(*await self._in_turn(session_id, _Request(message, key, key, step, wait)))

    async def call(
        self, session_id: str, tool: str, arguments: str, *, key: str | None, wait: float, step: int | None = None
    ) -> Called:
        """Call one tool; `arguments` is a JSON text. With `step`, raises `StepMismatch` where that is over."""
        call = {"type": "function", "function": {"name": tool, "arguments": arguments}}
        message = {"role": "assistant", "content": None, "tool_calls": [call]}
        # Two calls without a key are two, although they may say the same in two processes at once.
        mark = key or f"{self._keeper.worker}/{next(self._calls)}"
        number, answer = await self._in_turn(session_id, _Request(message, key, mark, step, wait))
        events = await self._keeper.events(session_id)
        ran = next(e.payload for e in events if e.step == number and isinstance(e.payload, ToolCalled))
        return Called(ran.content, ran.is_error, answer)

    async def _in_turn(self, session_id: str, request: _Request) -> tuple[int, Answer]:
        place = self._places.setdefault(session_id, _Place())
        place.waiting += 1
        try:
            async with place.lock:
                return await self._take(session_id, request)
        finally:
            place.waiting -= 1
            if place.waiting == 0:
                self._places.pop(session_id, None)

    async def _take(self, session_id: str, request: _Request) -> tuple[int, Answer]:
        message, key, wait = request.message, request.key, request.wait
        body = canonical_body(message)
        loop = asyncio.get_running_loop()
        until = loop.time() + wait
        while True:
            if key is not None and (known := await self._known(session_id, key, body)) is not None:
                return known, await self._steps.answer_of(session_id, known, wait=wait)
            live = await self._keeper.fresh(session_id)
            if request.step is not None:
                _refuse_if_over(live, request.step)
            if live.row.awaits == Awaits.CUSTOMER:
                await self._steps.answer_of(session_id, live.row.step, wait=max(until - loop.time(), 0))
                live = await self._keeper.fresh(session_id)
            number = live.row.step
            remember = None if key is None else self._remember(session_id, key, body, number)
            try:
                answer = await self._steps.take(
                    session_id, number, message, wait=wait, also=remember, mark=request.mark
                )
            except (StepMismatch, StepInProgress) as taken:
                await self._wait_or_raise(until, taken)
            except _KeyTaken:
                continue
            else:
                return number, answer

    async def _wait_or_raise(self, until: float, taken: RegularsError) -> None:
        if asyncio.get_running_loop().time() >= until:
            raise taken
        await asyncio.sleep(RETRY_SECONDS)

    async def _known(self, session_id: str, key: str, body: str) -> int | None:
        row = await self._keeper.database.read(
            lambda session: IdempotencyRepository(session).get(session_scope(session_id), key)
        )
        if row is None:
            return None
        if row.body != body:
            raise IdempotencyConflict(f"the Idempotency-Key {key!r} was used with another body")
        return int(row.response)

    def _remember(self, session_id: str, key: str, body: str, number: int) -> Also:
        now = self._keeper.clock.now()

        def work(connection: Connection) -> None:
            row = IdempotencyRow(
                scope=session_scope(session_id), key=key, body=body, response=str(number), created_at=now
            )
            if not IdempotencyRepository(connection).claim(row):
                raise _KeyTaken

        return work


def _refuse_if_over(live: Live, step: int) -> None:
    """Raise `StepMismatch` unless `step` is one of the turn that the agent has now."""
    row = live.row
    if row.awaits == Awaits.CUSTOMER:
        raise StepMismatch(
            f"step {step} is over: the agent has spoken, and the customer is to reply", current_step=row.step
        )
    if row.awaits == Awaits.AGENT and not _turn_began(live) <= step <= row.step:
        raise StepMismatch(f"step {step} is not one of this turn; the current one is {row.step}", current_step=row.step)


def _turn_began(live: Live) -> int:
    """The first step after the customer's last words. What is not committed yet is left out: the row is the truth."""
    replies = (
        e.step for e in reversed(live.events) if isinstance(e.payload, CustomerReplied) and e.step < live.row.step
    )
    return 1 + next(replies, 0)
