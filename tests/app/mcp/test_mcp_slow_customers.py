"""Customers that take their time, met over MCP: signs of life, clients that give up, calls that come too late."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2
import pytest
import uvicorn
from mcp import MCPError
from mcp.client import Client
from mcp.client.streamable_http import streamable_http_client

from tests.app.api.api_house import JSON, House, Opener, auth
from tests.app.api.test_turns import Gate, opened, scripted
from tests.app.mcp.mcp_house import both_eras, kinds, one_database, seated, texts

pytestmark = [pytest.mark.anyio, one_database]
ASK = {"text": "What can I do?"}


@asynccontextmanager
async def on_loopback(house: House) -> AsyncIterator[str]:
    """The service behind a socket, where a client can hang up."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(house.app, lifespan="off", log_config=None, access_log=False))
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await serving


@asynccontextmanager
async def connected(url: str, session: JSON, mode: str) -> AsyncIterator[Client]:
    async with httpx2.AsyncClient(headers=auth(session), trust_env=False) as http:
        transport = streamable_http_client(f"{url}/v1/sessions/{session['id']}/mcp", http_client=http)
        async with Client(transport, mode=mode) as client:
            yield client


@both_eras
async def test_a_client_hears_that_the_customer_is_thinking_and_then_the_reply(
    open_house: Opener, task: str, mode: str
) -> None:
    gate, signs = Gate(), []

    async def heard(progress: float, total: float | None, message: str | None) -> None:
        signs.append(message)
        gate.opened.set()

    async with open_house(customers=scripted(gate), customer_wait_seconds=2) as house:
        session = await opened(house, task, gate)
        async with on_loopback(house) as url, connected(url, session, mode) as client:
            said = await client.call_tool("talk_to_customer", ASK, progress_callback=heard)

    assert texts(said) == ["Sure."]
    assert set(signs) == {"Waiting for the customer."}


@both_eras
async def test_a_reply_that_takes_too_long_can_be_heard_later(open_house: Opener, task: str, mode: str) -> None:
    gate = Gate()
    async with open_house(customers=scripted(gate), customer_wait_seconds=0.05) as house:
        session = await opened(house, task, gate)
        async with seated(house, session, mode=mode) as client:
            said = await client.call_tool("talk_to_customer", ASK)
            assert said.structured_content == {"reply": None, "ended": False, "end_reason": None}
            assert "still thinking" in texts(said)[0]
            assert "still thinking" in texts(await client.call_tool("talk_to_customer", {}))[0]
            gate.opened.set()
            assert texts(await client.call_tool("talk_to_customer", {})) == ["Sure."]
            ended = await client.call_tool("talk_to_customer", {"text": "Anything else?"})
            assert ended.structured_content == {"reply": "Bye.", "ended": True, "end_reason": "customer_done"}
            assert texts(ended) == ["Bye.", "The conversation has ended: customer_done."]
            assert texts(await client.call_tool("talk_to_customer", {})) == texts(ended)


async def unheard(progress: float, total: float | None, message: str | None) -> None:
    """What a client does with signs that it does not want."""


@both_eras
async def test_what_was_said_stands_although_the_client_hung_up(
    open_house: Opener, task: str, mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    gate = Gate()
    async with open_house(customers=scripted(gate), customer_wait_seconds=1) as house:
        session = await opened(house, task, gate)
        async with on_loopback(house) as url:
            async with connected(url, session, mode) as client:
                with pytest.raises(MCPError, match=r"(?i)timed out"):
                    await client.call_tool("talk_to_customer", ASK, read_timeout_seconds=0.3, progress_callback=unheard)
            await asyncio.sleep(0.3)  # Nobody hears the signs that are still given.
            gate.opened.set()
            async with connected(url, session, mode) as client:
                assert texts(await client.call_tool("talk_to_customer", {})) == ["Sure."]

        assert kinds(await house.events(session)) == ["customer", "agent", "customer"]
    assert caplog.records == []


async def test_a_call_of_a_turn_that_is_over_does_not_wait_for_the_next(open_house: Opener, task: str) -> None:
    gate = Gate()
    async with open_house(customers=scripted(gate)) as house:
        session = await opened(house, task, gate)
        gate.reached.clear()
        async with seated(house, session, headers={"X-Regulars-Step": "1"}) as client:
            saying = asyncio.create_task(client.call_tool("talk_to_customer", ASK))
            await gate.reached.wait()
            straggling = asyncio.create_task(client.call_tool("search_books", {"words": "sea"}))
            await asyncio.sleep(0.05)
            gate.opened.set()
            assert texts(await saying) == ["Sure."]
            late = await straggling

        assert late.is_error
        assert "step 1 is not one of this turn" in texts(late)[0]
        assert kinds(await house.events(session)) == ["customer", "agent", "customer"]
