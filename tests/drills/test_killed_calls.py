"""A service is killed under single calls, over REST and over MCP: sent again under its id, each has run once."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from random import Random
from typing import cast

import httpx
import httpx2
import pytest
from mcp import MCPError
from mcp.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.types import RequestParamsMeta

from domains.kit.domain import Domain
from tests.drills.drill_services import JSON, ServiceProcess, Starter, client, opened, record_of, seat

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(1200)]
KILLS = 8
SESSIONS = 6
CALLS = 40
"""In each session."""
Attempt = Callable[[str, JSON, str], Awaitable[bool]]
"""Makes the call of one id at the service of that address; False if it was not answered."""


async def over_rest(url: str, session: JSON, call_id: str) -> bool:
    async with client(url) as http:
        try:
            answer = await http.post(
                f"/v1/sessions/{session['id']}/tools/think",
                json={"thought": call_id},
                headers=seat(session) | {"Idempotency-Key": call_id},
            )
        except httpx.TransportError:
            return False
    return answer.status_code == 200


async def over_mcp(url: str, session: JSON, call_id: str) -> bool:
    meta = cast("RequestParamsMeta", {"regulars/idempotency-key": call_id})
    try:
        async with httpx2.AsyncClient(headers=seat(session), trust_env=False) as http:
            transport = streamable_http_client(f"{url}/v1/sessions/{session['id']}/mcp", http_client=http)
            async with Client(transport) as mcp:
                result = await mcp.call_tool("think", {"thought": call_id}, meta=meta)
    except (MCPError, ExceptionGroup):
        return False
    return not result.is_error


async def test_no_call_is_lost_or_doubled_by_a_kill(starter: Starter, retail: Domain) -> None:
    draws, services = Random("killed calls"), [starter(max_steps=10_000)]
    task = next(iter(retail.tasks))
    lost: Counter[str] = Counter()
    between, answered = SESSIONS * CALLS // (KILLS + 1), 0
    reached = [asyncio.Event() for _ in range(KILLS)]

    async def calls(session: JSON, attempt: Attempt) -> None:
        nonlocal answered
        for number in range(CALLS):
            while not await attempt(services[0].url, session, f"id-{number}"):
                lost[attempt.__name__] += 1
                await asyncio.sleep(0.02)
            answered += 1
            for event in reached[: answered // between]:
                event.set()

    async def kills() -> None:
        for event in reached:
            await event.wait()
            await asyncio.sleep(draws.uniform(0, 0.03))
            services[0].kill()
            services[0] = await restarted(starter)

    async with client(services[0].url) as http:
        sessions = [await opened(http, task, seed=str(number)) for number in range(SESSIONS)]
    async with asyncio.TaskGroup() as group:
        for number, session in enumerate(sessions):
            group.create_task(calls(session, (over_rest, over_mcp)[number % 2]))
        group.create_task(kills())

    async with client(services[0].url) as http:
        for session in sessions:
            _, events = await record_of(http, session["id"])
            ran = [event.payload.arguments["thought"] for event in events if event.payload.kind == "tool"]
            assert ran == [f"id-{number}" for number in range(CALLS)]
    assert min(lost["over_rest"], lost["over_mcp"]) > 0, "kills must have cost answers"
    assert starter.complaints() == ""


async def restarted(starter: Starter) -> ServiceProcess:
    return await asyncio.to_thread(lambda: starter(max_steps=10_000))
