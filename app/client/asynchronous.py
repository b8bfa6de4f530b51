"""The client for programs that hold many conversations at once (asyncio)."""

from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Self
from uuid import uuid4

import httpx

from . import flows
from .conversation import Conversation, order, orders_of
from .errors import ProblemError
from .flows import Retry
from .transport import TIMEOUT, AsyncTransport
from .views import JSON, DomainView, SessionView, StepView, as_message


class AsyncSession(Conversation):
    """One conversation; see `AsyncClient.open_session`."""

    def __init__(self, client: "AsyncClient", view: SessionView, *, token: str | None = None, wait: int = 25):
        super().__init__(view, token=token, wait=wait)
        self._client = client

    async def send(self, message: Mapping[str, JSON] | str) -> StepView:
        """Send the agent's message, or bare text, and return what followed.

        Lost answers, a busy service and a thinking customer are waited for; nothing is ever run twice. Raises
        `SessionEnded`, `StepMismatch` (another program has taken this step) or another `ClientError`.
        """
        body = as_message(message)
        client = self._client
        flow = flows.take_step(self.id, self.step, body, token=self.token, wait=self.wait, retry=client.retry)
        return self._took(body, await client.transport.run(flow))

    async def refresh(self) -> None:
        """Read the session again from the service."""
        self._seen(await self._client.transport.run(flows.session(self.id, self.token, self._client.retry)))

    async def end(self, *, reason: str | None = None, detail: str | None = None) -> None:
        """End the conversation; it is graded as it stands.

        With the operator key a `reason` may say that it was nobody's failure: "infrastructure", with a `detail`.
        """
        flow = flows.end(self.id, self.token, self._client.retry, reason=reason, detail=detail)
        self._seen(await self._client.transport.run(flow))

    async def abandon(self) -> None:
        """Leave the conversation, which counts as the agent's failure."""
        self._seen(await self._client.transport.run(flows.abandon(self.id, self.token, self._client.retry)))


class AsyncClient:
    """Talks to one service. `key` is an agent key; on the same machine none is needed."""

    def __init__(
        self,
        base_url: str,
        key: str | None = None,
        *,
        http: httpx.AsyncClient | None = None,
        retry: Retry | None = None,
    ):
        self.http = http or httpx.AsyncClient(base_url=base_url, timeout=TIMEOUT)
        self.transport = AsyncTransport(self.http, key)
        self.retry = retry or Retry()

    async def open_session(
        self,
        task: str,
        *,
        agent: str = "anonymous",
        seed: str | int = 0,
        metadata: Mapping[str, str] | None = None,
        wait: int = 25,
        idempotency_key: str | None = None,
        **options: JSON,
    ) -> AsyncSession:
        """Open a conversation about a task; `options` are the other fields of `POST /v1/sessions`."""
        body = order(task, agent=agent, seed=seed, metadata=metadata, options=options)
        flow = flows.open_session(body, idempotency_key or str(uuid4()), self.retry)
        return AsyncSession(self, await self.transport.run(flow), wait=wait)

    async def open_sessions(
        self,
        orders: Iterable[str | Mapping[str, JSON]],
        *,
        agent: str = "anonymous",
        wait: int = 25,
        idempotency_key: str | None = None,
        **options: JSON,
    ) -> list[AsyncSession | ProblemError]:
        """Open many conversations, hundreds in one request.

        Each order is a task's id, or the fields of `POST /v1/sessions`; what it leaves out is taken from `agent` and
        `options`. Gives, in the order of the orders, the session or the problem that kept it from being opened. Called
        again with the same `idempotency_key` and orders, it gives the sessions that are there and tries the others.
        """
        bodies = orders_of(orders, agent=agent, options=options)
        flow = flows.open_sessions(bodies, idempotency_key or str(uuid4()), self.retry)
        views = await self.transport.run(flow)
        return [view if isinstance(view, ProblemError) else AsyncSession(self, view, wait=wait) for view in views]

    async def resume(self, session_id: str, token: str | None = None) -> AsyncSession:
        """Go on with a session that is there."""
        return AsyncSession(self, await self.transport.run(flows.session(session_id, token, self.retry)), token=token)

    async def domains(self) -> list[DomainView]:
        """The businesses that can be served."""
        return await self.transport.run(flows.domains(self.retry))

    async def domain(self, name: str) -> DomainView:
        """One business with its policy and tools."""
        return await self.transport.run(flows.domain(name, self.retry))

    async def tasks(self, domain: str) -> list[str]:
        """Ids of a domain's tasks."""
        return await self.transport.run(flows.tasks(domain, self.retry))

    async def close(self) -> None:
        """Close the connections."""
        await self.http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
