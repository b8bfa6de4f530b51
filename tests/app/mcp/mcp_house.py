"""How tests take a seat over MCP: the SDK's own client, and a reference agent that plays through it alone."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from json import loads
from typing import Protocol, cast

import httpx
import httpx2
import pytest
from mcp.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, RequestParamsMeta, TextContent

from app.client import AsyncClient, AsyncSession
from app.client.views import SessionView, StepView, as_message
from tests.app.api.api_house import JSON, House, auth

one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
both_eras = pytest.mark.parametrize("mode", ["auto", "legacy"])
"""The stateless protocol of 2026, and the handshake of all before it."""


@asynccontextmanager
async def seated(
    house: House, session: JSON, *, mode: str = "auto", headers: Mapping[str, str] | None = None
) -> AsyncIterator[Client]:
    """The SDK's client in the agent's seat."""
    transport = httpx2.ASGITransport(house.app)
    async with httpx2.AsyncClient(transport=transport, headers=auth(session) | dict(headers or {})) as http:
        url = f"http://127.0.0.1/v1/sessions/{session['id']}/mcp"
        async with Client(streamable_http_client(url, http_client=http), mode=mode) as client:
            yield client


def marked(**names: object) -> RequestParamsMeta:
    """What a call carries in its `_meta`."""
    spelled = {"key": "regulars/idempotency-key", "step": "regulars/step"}
    return cast("RequestParamsMeta", {spelled[name]: value for name, value in names.items()})


def texts(result: CallToolResult) -> list[str]:
    """What a language model reads of a result."""
    return [item.text for item in result.content if isinstance(item, TextContent)]


def kinds(events: list[JSON]) -> list[str]:
    return [event["payload"]["kind"] for event in events]


class Caller(Protocol):
    """A client that is in the agent's seat."""

    async def call_tool(self, name: str, arguments: dict[str, JSON] | None = None, /) -> CallToolResult: ...


class SessionOverMcp(AsyncSession):
    """A session as reference agents know it, of which every step goes over MCP; only its early end does not."""

    def __init__(self, mcp: Caller, http: httpx.AsyncClient, session: JSON):
        super().__init__(AsyncClient(str(http.base_url), http=http), SessionView.of(session))
        self._mcp = mcp
        self._held: list[str] = []

    async def send(self, message: Mapping[str, JSON] | str) -> StepView:
        """Take a step, or one for each call; words beside calls wait for the next that are said."""
        body = as_message(message)
        calls = body.get("tool_calls") or []
        self._held.append(body.get("content") or "")
        received = [await self._called(call) for call in calls] or await self._said()
        view = StepView(self.id, self.status, self.awaits, self.step, received, self.end_reason)
        return self._took(body, view)

    async def _called(self, call: JSON) -> JSON:
        function = call["function"]
        arguments = function["arguments"]
        result = await self._mcp.call_tool(
            function["name"], loads(arguments) if isinstance(arguments, str) else arguments
        )
        self._stands(result)
        return {"role": "tool", "tool_call_id": call["id"], "content": texts(result)[0]}

    async def _said(self) -> list[JSON]:
        text = "\n\n".join(text for text in self._held if text)
        self._held.clear()
        result = await self._mcp.call_tool("talk_to_customer", {"text": text})
        self._stands(result)
        heard = result.structured_content
        self.end_reason = heard["end_reason"]
        return [] if heard["reply"] is None else [{"role": "user", "content": heard["reply"]}]

    def _stands(self, result: CallToolResult) -> None:
        assert result.meta is not None, texts(result)
        self.status, self.step = result.meta["regulars/status"], result.meta["regulars/step"]
        self.awaits = "nobody" if self.status == "ended" else "agent"
