"""The async client and the operator's client drive the same flows."""

import asyncio

import httpx
import pytest

from app.client import AsyncClient, AsyncOperator, Operator, StepMismatch
from app.client.transport import AsyncTransport
from tests.app.client.client_fakes import STEADY, Clock, Service, opened, problem, stepped


def test_the_async_session_survives_a_lost_answer() -> None:
    service, clock = Service(opened(), httpx.ReadError("gone"), stepped(status="ended", end_reason="x")), Clock()

    async def conversation() -> str | None:
        http = httpx.AsyncClient(transport=httpx.MockTransport(service), base_url="http://service")
        async with AsyncClient("http://service", http=http, retry=STEADY) as client:
            client.transport = AsyncTransport(http, sleep=clock.pause)
            session = await client.open_session("retail-0001", customer="agenda")
            await session.send("Hello")
            return session.end_reason

    assert asyncio.run(conversation()) == "x"
    assert clock.slept == [0.25]
    assert service.body(0) == {"task": "retail-0001", "agent": "anonymous", "seed": "0", "customer": "agenda"}


def test_the_async_session_raises_the_same_errors() -> None:
    service = Service(opened(), problem(409, "step_mismatch", current_step=2))

    async def conversation() -> None:
        http = httpx.AsyncClient(transport=httpx.MockTransport(service), base_url="http://service")
        async with AsyncClient("http://service", http=http) as client:
            session = await client.open_session("retail-0001")
            await session.send("Hello")

    with pytest.raises(StepMismatch):
        asyncio.run(conversation())


def operator_of(service: Service) -> Operator:
    http = httpx.Client(transport=httpx.MockTransport(service), base_url="http://service")
    return Operator("http://service", "rgo_key", http=http, retry=STEADY)


def test_the_operator_reads_sessions_page_by_page() -> None:
    pages = [{"sessions": [{"id": "a"}], "next_cursor": "c"}, {"sessions": [{"id": "b"}], "next_cursor": None}]
    service = Service(*[httpx.Response(200, json=page) for page in pages])
    with operator_of(service) as operator:
        assert [row["id"] for row in operator.sessions(agent="mine", success=True)] == ["a", "b"]
    assert service.asked[1] == "GET /v1/sessions?agent=mine&success=true&cursor=c"


def test_grading_again_is_not_repeated_after_a_lost_answer() -> None:
    service = Service(httpx.ReadError("gone"))
    with operator_of(service) as operator, pytest.raises(Exception, match="ReadError"):
        operator.grade("s1")
    assert len(service.requests) == 1


def test_the_async_operator_reads_a_task() -> None:
    service = Service(httpx.Response(200, json={"id": "retail-0001"}))

    async def read() -> object:
        http = httpx.AsyncClient(transport=httpx.MockTransport(service), base_url="http://service")
        operator = AsyncOperator("http://service", "rgo_key", http=http)
        try:
            return await operator.task("retail-0001")
        finally:
            await operator.close()

    assert asyncio.run(read()) == {"id": "retail-0001"}
