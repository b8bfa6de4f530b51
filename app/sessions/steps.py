"""Steps: which request may take one, and what is answered to those that may not."""

import asyncio
from typing import Literal

from app.engine.conversation import Awaits, finish, take_message
from app.engine.events import EndReason
from app.engine.messages import parse_message
from app.errors import RegularsError, SessionEnded, StepInProgress, StepMismatch
from app.sessions.answers import Answer, canonical, step_answer
from app.sessions.keeper import Also, Keeper, Overtaken
from app.sessions.live import Live
from app.sessions.turns import CustomerTurns
from domains.kit.records import JSON

ATTEMPTS = 4
"""How often a request looks again after another process was first, before it is told to come back."""
POLL_SECONDS = 0.1
"""How often the database is asked about a turn that another process works on."""


class Steps:
    """Takes steps. A step number makes every retry safe."""

    def __init__(self, keeper: Keeper, turns: CustomerTurns):
        self._keeper = keeper
        self._turns = turns

    async def take(
        self,
        session_id: str,
        number: int,
        message: dict[str, JSON],
        *,
        wait: float,
        also: Also | None = None,
        mark: str | None = None,
    ) -> Answer:
        """Take step `number`, or give again what was answered to it.

        Checked in this order: the last answered step with the same body gets the stored answer; an ended session is
        `SessionEnded`; one that is being worked on `StepInProgress`; another step than the current one
        `StepMismatch`; else it runs. `also` is committed together with the agent's message.
        Requests that say the same are one and the same, unless they have another `mark`.
        """
        body = canonical(number, message if mark is None else [message, mark])
        live = await self._keeper.live(session_id)
        for _ in range(ATTEMPTS):
            try:
                verdict = self._check(live, number, body)
                if isinstance(verdict, Answer):
                    return verdict
                if verdict == "join":
                    return await self._joined(live, number, wait)
                return await self._run(live, message, body, wait=wait, also=also)
            except Overtaken:
                live = await self._keeper.fresh(session_id)
            except (SessionEnded, StepInProgress, StepMismatch) as problem:
                live = await self._looked_again(live, problem)
        raise StepInProgress(f"session {session_id} is being worked on by another process", retry_after=0.2)

    async def answer_of(self, session_id: str, number: int, *, wait: float) -> Answer:
        """The answer to a step that was taken before; raises `StepMismatch` for one that was not."""
        # In memory it may be behind, but what was answered was answered, and whoever joins a turn finds out.
        for look in (self._keeper.live, self._keeper.fresh):
            live = await look(session_id)
            row = live.row
            if row.awaits == Awaits.CUSTOMER and number == row.step:
                return await self._joined(live, number, wait)
            if row.last_step == number and row.last_response is not None:
                return Answer(row.last_response)
        if not 0 <= number < row.step:
            raise StepMismatch(f"step {number} has not been taken; the next one is {row.step}", current_step=row.step)
        return await self._told_again(session_id, number)

    def _check(self, live: Live, number: int, body: str) -> Answer | Literal["join", "run"]:
        # The row is what was committed; the conversation may be ahead of it while another request works on it.
        row = live.row
        if row.last_step == number and row.last_body == body and row.last_response is not None:
            return Answer(row.last_response)
        if row.status == "ended":
            raise SessionEnded(f"session {row.id} has ended: {row.end_reason}", end_reason=row.end_reason)
        if row.awaits == Awaits.CUSTOMER and row.pending_body == body and number == row.step:
            return "join"
        if row.awaits == Awaits.CUSTOMER or self._keeper.is_working(row.id):
            raise StepInProgress(f"session {row.id} is being worked on", retry_after=0.5)
        if number != row.step:
            raise StepMismatch(f"step {number} is not the current step, which is {row.step}", current_step=row.step)
        return "run"

    async def _looked_again(self, live: Live, problem: RegularsError) -> Live:
        """A session in memory may be behind: before refusing, ask the database. Raises `problem` if it stands."""
        if self._keeper.is_working(live.id):
            raise problem
        fresh = await self._keeper.fresh(live.id)
        if fresh.row.version == live.row.version:
            raise problem
        return fresh

    async def _run(self, live: Live, message: dict[str, JSON], body: str, *, wait: float, also: Also | None) -> Answer:
        conversation = live.conversation
        with self._keeper.working(live.id):
            if self._keeper.overdue(live, self._keeper.clock.now()):
                await self._keeper.commit(live, [finish(conversation, EndReason.AGENT_TIMEOUT)])
                raise SessionEnded(f"session {live.id} has ended: agent_timeout", end_reason="agent_timeout")
            parsed = parse_message(message, step=live.row.step, most_calls=live.options.limits.tool_calls)
            payloads = take_message(conversation, parsed)
            if conversation.awaits is not Awaits.CUSTOMER or self._turns.customer_of(live).at_once:
                if conversation.awaits is Awaits.CUSTOMER:
                    payloads += await self._turns.at_once(live)
                await self._keeper.commit(live, payloads, body=body, also=also)
                return Answer(live.row.last_response)
            pending = {"pending_body": body, **self._turns.lease()}
            await self._keeper.commit(live, payloads, values=pending, also=also)
            self._turns.start(live)
        return await self._joined(live, live.row.step, wait)

    async def _joined(self, live: Live, number: int, wait: float) -> Answer:
        """Wait for the customer's turn of a step, wherever it is being worked on."""
        loop = asyncio.get_running_loop()
        until = loop.time() + wait
        while True:
            turn = self._turns.running(live.id)
            left = until - loop.time()
            if turn is not None:
                await asyncio.wait({turn}, timeout=max(left, 0))
            elif left > 0:
                await asyncio.sleep(min(POLL_SECONDS, left))
            # What was worked on here is in memory as it was committed.
            find = self._keeper.fresh if turn is None else self._keeper.live
            row = (await find(live.id)).row
            if row.last_step == number and row.last_response is not None:
                return Answer(row.last_response)
            if row.awaits != Awaits.CUSTOMER:
                return await self._told_again(live.id, number)
            if loop.time() >= until:
                return Answer(None)

    async def _told_again(self, session_id: str, number: int) -> Answer:
        """An answer that is not stored any more, made again from its events, as the session stood then."""
        row, events = await self._keeper.record(session_id)
        then = self._keeper.alive(row, [event for event in events if event.step <= number])
        return Answer(step_answer(then, [event.payload for event in events if event.step == number], None))
