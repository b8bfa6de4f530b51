"""Opening many sessions at once, sync and async."""

import asyncio

import httpx
import pytest

from app.client import AsyncClient, Client, NotFound, Session
from app.client.flows import MOST_AT_ONCE
from domains.kit.task import Task
from tests.app.client.client_fakes import STEADY, Service, opened
from tests.app.client.served import Served


def test_sessions_and_problems_come_back_in_the_order_of_the_orders(served: Served, task: Task) -> None:
    with Client(served.url, served.key) as client:
        first, missing, last = client.open_sessions(
            [task.id, "nowhere-1", {"task": task.id, "seed": 3}], agent="mine@2"
        )

        assert isinstance(first, Session)
        assert isinstance(missing, NotFound)
        assert isinstance(last, Session)
        assert (first.agent, last.agent) == ("mine@2", "mine@2")
        first.send("Hello")
        assert first.step == 2


def test_the_same_batch_is_opened_once(served: Served, task: Task) -> None:
    with Client(served.url, served.key) as client:
        there, again = [client.open_sessions([task.id] * 3, idempotency_key="twice") for _ in range(2)]

    assert [each.id for each in there if isinstance(each, Session)] == [
        each.id for each in again if isinstance(each, Session)
    ]


def test_the_async_client_opens_many(served: Served, task: Task) -> None:
    async def ids() -> set[str]:
        async with AsyncClient(served.url, served.key) as client:
            found = await client.open_sessions([{"task": task.id, "seed": seed} for seed in range(5)])
            return {each.id for each in found if not isinstance(each, Exception)}

    assert len(asyncio.run(ids())) == 5


def test_what_one_request_cannot_hold_goes_in_several() -> None:
    def batch(count: int) -> httpx.Response:
        item = {"status": 201, "session": opened().json()}
        return httpx.Response(200, json={"sessions": [item] * count})

    service = Service(batch(MOST_AT_ONCE), batch(1))
    http = httpx.Client(transport=httpx.MockTransport(service), base_url="http://service")
    with Client("http://service", http=http, retry=STEADY) as client:
        found = client.open_sessions(["retail-0001"] * (MOST_AT_ONCE + 1))

    assert len(found) == MOST_AT_ONCE + 1
    assert len(service.body(0)["sessions"]) == MOST_AT_ONCE
    assert len({request.headers["idempotency-key"] for request in service.requests}) == 2


def test_an_order_leaves_out_what_all_share(served: Served) -> None:
    service = Service(httpx.Response(200, json={"sessions": []}))
    http = httpx.Client(transport=httpx.MockTransport(service), base_url="http://service")
    with Client("http://service", http=http) as client:
        client.open_sessions([{"task": "a", "seed": 7}, {"task": "b", "customer": None}], agent="x", customer="agenda")

    assert service.body(0)["sessions"] == [
        {"seed": "7", "agent": "x", "customer": "agenda", "task": "a"},
        {"seed": "0", "agent": "x", "task": "b"},
    ]


@pytest.mark.parametrize("lost", [httpx.ReadError("gone"), httpx.Response(502)], ids=["lost", "bad gateway"])
def test_a_batch_whose_answer_was_lost_is_asked_for_again(lost: httpx.Response | Exception) -> None:
    service = Service(lost, httpx.Response(200, json={"sessions": [{"status": 201, "session": opened().json()}]}))
    http = httpx.Client(transport=httpx.MockTransport(service), base_url="http://service")
    with Client("http://service", http=http, retry=STEADY) as client:
        client.transport = type(client.transport)(http, sleep=lambda _: None)
        (session,) = client.open_sessions(["retail-0001"])

    assert isinstance(session, Session)
    assert len({request.headers["idempotency-key"] for request in service.requests}) == 1
