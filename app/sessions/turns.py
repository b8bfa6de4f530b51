"""The customer's turns: in the agent's commit where the customer answers at once, else in one of their own."""

import asyncio
from collections.abc import Sequence

import structlog

from app.engine.conversation import Awaits, finish, take_reply
from app.engine.events import CustomerReplied, EndReason, Payload
from app.errors import StepInProgress
from app.sessions.charging import charged_to
from app.sessions.keeper import Keeper, Overtaken
from app.sessions.live import Live
from app.storage.sessions import SessionRepository, Values
from simulators.llm.failed import CustomerFailed
from simulators.protocol import Customer, Reply

_log = structlog.get_logger(__name__)
DEVICE_TURNS = 8
"""How often a customer may use their own device before they say something."""


class CustomerTurns:
    """Gets replies from customers. A slow one holds a lease on its turn, and any process can take over a lost one."""

    def __init__(self, keeper: Keeper):
        self._keeper = keeper
        self._until = keeper.database.now + keeper.settings.lease_seconds
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def customer_of(self, live: Live) -> Customer:
        """The session's customer."""
        return self._keeper.catalog.customer(live.row.customer)

    async def at_once(self, live: Live) -> list[Payload]:
        """Let the customer act until the agent must; applies and returns the events."""
        customer = self.customer_of(live)
        payloads: list[Payload] = []
        for _ in range(DEVICE_TURNS):
            payloads += _replied(live, await self._reply(customer, live))
            if live.conversation.awaits is not Awaits.CUSTOMER:
                return payloads
        payloads.append(finish(live.conversation, EndReason.CUSTOMER_ERROR, "the customer never said anything"))
        return payloads

    def lease(self) -> Values:
        """Columns that give this process the customer's turn for a while."""
        return {"lease_owner": self._keeper.worker, "lease_until": self._until}

    def start(self, live: Live) -> asyncio.Task[None]:
        """Begin a slow customer's turn in the background; its lease must have been committed."""
        task = asyncio.create_task(self._turn(live), name=f"customer-{live.id}")
        self._tasks[live.id] = task
        task.add_done_callback(lambda done: self._forget(live.id, done))
        return task

    def running(self, session_id: str) -> asyncio.Task[None] | None:
        """The turn that this process is working on."""
        return self._tasks.get(session_id)

    async def take_over(self, session_id: str) -> asyncio.Task[None] | None:
        """Go on with a turn whose lease has run out; None if it is in good hands."""
        if session_id in self._tasks:
            return None
        live = await self._keeper.fresh(session_id)
        if live.conversation.awaits is not Awaits.CUSTOMER:
            return None
        keeper, version = self._keeper, live.row.version
        claimed = await keeper.database.write(
            lambda session: SessionRepository(session).claim(
                session_id, version, keeper.worker, keeper.database.now, keeper.settings.lease_seconds
            )
        )
        if not claimed:
            return None
        live.settle({"version": version + 1})
        return self.start(live)

    async def close(self) -> None:
        """Let go of every turn and its lease; other processes, or the next start, go on with them."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        worker = self._keeper.worker
        await self._keeper.database.write(lambda session: SessionRepository(session).release(worker))

    async def _turn(self, live: Live) -> None:
        version = live.row.version
        thinking = asyncio.create_task(self._reply(self.customer_of(live), live))
        try:
            if not await self._lease_kept(live, thinking):
                return
        finally:
            thinking.cancel()
        if live.row.version != version:
            return
        try:
            with self._keeper.working(live.id):
                await self._keep(live, _replied(live, thinking.result()))
        except (Overtaken, StepInProgress):
            _log.info("customer_turn_overtaken", session_id=live.id)

    async def _keep(self, live: Live, payloads: Sequence[Payload]) -> None:
        if live.conversation.awaits is Awaits.CUSTOMER:
            await self._keeper.commit(live, payloads, values=self.lease())
            self.start(live)
        else:
            await self._keeper.commit(live, payloads, body=live.row.pending_body)

    async def _lease_kept(self, live: Live, thinking: "asyncio.Task[Reply | Exception]") -> bool:
        """Wait for the reply and renew the lease meanwhile; False if it was lost."""
        keeper = self._keeper
        while True:
            done, _ = await asyncio.wait({thinking}, timeout=keeper.settings.lease_seconds / 3)
            if done:
                return True
            renewed = await keeper.database.write(
                lambda session: SessionRepository(session).renew(
                    live.id, keeper.worker, keeper.database.now, keeper.settings.lease_seconds
                )
            )
            if not renewed:
                return False

    async def _reply(self, customer: Customer, live: Live) -> Reply | Exception:
        try:
            with charged_to(live.id):
                return await customer.reply(live.view())
        except CustomerFailed as failed:
            _log.warning("customer_failed", session_id=live.id, customer=customer.kind, detail=str(failed))
            return failed
        except Exception as error:  # noqa: BLE001 - a defect of a customer ends the session, never the service
            _log.exception("customer_failed", session_id=live.id, customer=customer.kind)
            return error

    def _forget(self, session_id: str, done: asyncio.Task[None]) -> None:
        if self._tasks.get(session_id) is done:
            del self._tasks[session_id]
        if not done.cancelled() and (error := done.exception()) is not None:
            _log.error("customer_turn_failed", session_id=session_id, error=repr(error))


def _replied(live: Live, reply: Reply | Exception) -> Sequence[Payload]:
    if isinstance(reply, CustomerFailed):
        made = CustomerReplied(reply=reply.reply)
        live.conversation.apply(live.conversation.step, made)
        return [made, finish(live.conversation, EndReason.CUSTOMER_ERROR, str(reply))]
    if isinstance(reply, Exception):
        return [finish(live.conversation, EndReason.CUSTOMER_ERROR, f"{type(reply).__name__}: {reply}")]
    return take_reply(live.conversation, reply)
