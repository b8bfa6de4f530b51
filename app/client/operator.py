"""What the operator asks of the service: sessions, events, grades, tasks, results. Needs the operator key."""

from collections.abc import AsyncIterator, Iterator, Mapping
from types import TracebackType
from typing import Self
from uuid import uuid4

import httpx

from .flows import Call, Flow, Retry, body_of
from .transport import TIMEOUT, AsyncTransport, Transport
from .views import JSON, SessionView

Filters = str | int | bool | None


class _Requests:
    """The requests by name, as flows; how they are driven is the subclass's business."""

    def __init__(self, retry: Retry | None):
        self.retry = retry or Retry()

    def _get(self, path: str, filters: Mapping[str, Filters] | None = None) -> Flow[JSON]:
        return body_of(Call("GET", path, params=_query(filters or {})), self.retry)

    def _post(self, path: str, body: JSON = None) -> Flow[JSON]:
        return body_of(Call("POST", path, json=body, repeatable=False), self.retry)

    def _forked(self, session_id: str, step: int, agent: str | None) -> Flow[SessionView]:
        order = {"step": step} | ({"agent": agent} if agent is not None else {})
        headers = {"Idempotency-Key": str(uuid4())}
        call = Call("POST", f"/v1/sessions/{session_id}/fork", json=order, headers=headers)
        body = yield from body_of(call, self.retry)
        return SessionView.of(body)

    def _purged(self, session_id: str) -> Flow[JSON]:
        return body_of(Call("DELETE", f"/v1/sessions/{session_id}", params={"purge": "true"}), self.retry)


class Operator(_Requests):
    """The operator's view of one service, for programs that wait for each answer."""

    def __init__(self, base_url: str, key: str, *, http: httpx.Client | None = None, retry: Retry | None = None):
        super().__init__(retry)
        self.http = http or httpx.Client(base_url=base_url, timeout=TIMEOUT)
        self.transport = Transport(self.http, key)

    def page(self, **filters: Filters) -> JSON:
        """One page of sessions, newest first: `{"sessions": [...], "next_cursor": ...}`."""
        return self.transport.run(self._get("/v1/sessions", filters))

    def sessions(self, **filters: Filters) -> Iterator[JSON]:
        """All sessions that match (agent, task, domain, status, end_reason, success), page by page."""
        cursor: Filters = None
        while True:
            page = self.page(**{**filters, "cursor": cursor})
            yield from page["sessions"]
            cursor = page.get("next_cursor")
            if not cursor:
                return

    def events(self, session_id: str) -> JSON:
        """`{"session": row, "events": [...]}`."""
        return self.transport.run(self._get(f"/v1/sessions/{session_id}/events"))

    def diff(self, session_id: str) -> list[JSON]:
        """The net changes of a session."""
        return list(self.transport.run(self._get(f"/v1/sessions/{session_id}/diff"))["diff"])

    def grades(self, session_id: str) -> list[JSON]:
        """All grades of a session, as stored."""
        return list(self.transport.run(self._get(f"/v1/sessions/{session_id}/grades"))["grades"])

    def grade(self, session_id: str) -> JSON:
        """Grade a session again; earlier grades stay."""
        return self.transport.run(self._post(f"/v1/sessions/{session_id}/grades"))

    def fork(self, session_id: str, step: int, *, agent: str | None = None) -> SessionView:
        """A new session that has all events up to and including that step."""
        return self.transport.run(self._forked(session_id, step, agent))

    def purge(self, session_id: str) -> None:
        """Erase a session."""
        self.transport.run(self._purged(session_id))

    def tasks(self, **filters: Filters) -> list[JSON]:
        """Rows of tasks (domain, split, family)."""
        return list(self.transport.run(self._get("/v1/tasks", filters))["tasks"])

    def task(self, task_id: str) -> JSON:
        """A whole task with its scenario and goal."""
        return self.transport.run(self._get(f"/v1/tasks/{task_id}"))

    def results(self, **filters: Filters) -> list[JSON]:
        """The table of estimates, one row an agent."""
        return list(self.transport.run(self._get("/v1/results", filters))["results"])

    def export(self, session_id: str) -> JSON:
        """A session as a transcript file."""
        return self.transport.run(self._get(f"/v1/sessions/{session_id}/export"))

    def load(self, transcript: JSON) -> JSON:
        """Import a transcript."""
        return self.transport.run(self._post("/v1/transcripts", transcript))

    def keys(self) -> JSON:
        """The agent keys, without their secrets."""
        return self.transport.run(self._get("/v1/keys"))

    def make_key(self, **scopes: JSON) -> JSON:
        """A new agent key; its secret is shown once."""
        return self.transport.run(self._post("/v1/keys", scopes))

    def revoke_key(self, key_id: str) -> None:
        """Make a key worthless."""
        self.transport.run(body_of(Call("DELETE", f"/v1/keys/{key_id}"), self.retry))

    def close(self) -> None:
        """Close the connections."""
        self.http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncOperator(_Requests):
    """The operator's view of one service, for asyncio."""

    def __init__(self, base_url: str, key: str, *, http: httpx.AsyncClient | None = None, retry: Retry | None = None):
        super().__init__(retry)
        self.http = http or httpx.AsyncClient(base_url=base_url, timeout=TIMEOUT)
        self.transport = AsyncTransport(self.http, key)

    async def page(self, **filters: Filters) -> JSON:
        """One page of sessions, newest first: `{"sessions": [...], "next_cursor": ...}`."""
        return await self.transport.run(self._get("/v1/sessions", filters))

    async def sessions(self, **filters: Filters) -> AsyncIterator[JSON]:
        """All sessions that match (agent, task, domain, status, end_reason, success), page by page."""
        cursor: Filters = None
        while True:
            page = await self.page(**{**filters, "cursor": cursor})
            for row in page["sessions"]:
                yield row
            cursor = page.get("next_cursor")
            if not cursor:
                return

    async def events(self, session_id: str) -> JSON:
        """`{"session": row, "events": [...]}`."""
        return await self.transport.run(self._get(f"/v1/sessions/{session_id}/events"))

    async def grades(self, session_id: str) -> list[JSON]:
        """All grades of a session, as stored."""
        return list((await self.transport.run(self._get(f"/v1/sessions/{session_id}/grades")))["grades"])

    async def export(self, session_id: str) -> JSON:
        """A session as a transcript file."""
        return await self.transport.run(self._get(f"/v1/sessions/{session_id}/export"))

    async def tasks(self, **filters: Filters) -> list[JSON]:
        """Rows of tasks (domain, split, family)."""
        return list((await self.transport.run(self._get("/v1/tasks", filters)))["tasks"])

    async def task(self, task_id: str) -> JSON:
        """A whole task with its scenario and goal."""
        return await self.transport.run(self._get(f"/v1/tasks/{task_id}"))

    async def results(self, **filters: Filters) -> list[JSON]:
        """The table of estimates, one row an agent."""
        return list((await self.transport.run(self._get("/v1/results", filters)))["results"])

    async def close(self) -> None:
        """Close the connections."""
        await self.http.aclose()


def _query(filters: Mapping[str, Filters]) -> dict[str, str]:
    given = {name: value for name, value in filters.items() if value is not None}
    return {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in given.items()}
