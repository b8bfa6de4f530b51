"""A thousand sessions at once against one process: no error, no lost event, and a limit that holds."""

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any, TypeVar

import httpx
import pytest

from app.engine.events import ToolCalled
from domains.kit.domain import Domain
from tests.drills.drill_logs import Acknowledged, Ledger, check_log
from tests.drills.drill_services import (
    JSON,
    OPERATOR,
    Starter,
    all_sessions,
    calling,
    client,
    opened,
    record_of,
    saying,
    seat,
    take,
)

T = TypeVar("T")
pytestmark = [pytest.mark.anyio, pytest.mark.timeout(1200)]
SESSIONS = 1000
AT_ONCE = 100
"""Connections; a thousand clients share them."""
STEPS = 4


async def test_a_thousand_sessions_at_once_lose_no_event(starter: Starter, retail: Domain) -> None:
    service = starter(max_open_sessions=SESSIONS)
    tasks = list(retail.tasks)
    ledger = Ledger()

    async def step_of(session: JSON, number: int) -> None:
        text = f"{session['seed']}, question {number}: your e-mail, please?"
        message = (
            calling("search_products", {"words": "tent"}, f"call-{session['seed']}-{number}")
            if number % 2
            else saying(text)
        )
        answer = await take(http, session, number, message)
        assert answer.status_code == 200, answer.text
        told = Acknowledged({"step": number, "message": message}, answer.content, answer.json())
        ledger.note(session["id"], number, told)

    async with client(service.url, connections=AT_ONCE) as http:
        sessions = await gathered(opened_with_seed(http, tasks[n % len(tasks)], n) for n in range(SESSIONS))
        await check_limit(http, tasks[0], sessions[0])
        for number in range(1, STEPS + 1):
            await gathered(step_of(session, number) for session in sessions)
        assert len(await all_sessions(http, status="open")) == SESSIONS
        await gathered(nothing_lost(http, session, ledger) for session in sessions)
        await gathered(ended(http, session) for session in sessions)
        assert await all_sessions(http, status="open") == []
        assert len(await all_sessions(http, status="ended")) == SESSIONS + 1
        figures = (await http.get("/metrics", headers=OPERATOR)).text
        assert f'regulars_sessions_by_status{{status="ended"}} {SESSIONS + 1:.1f}' in figures
    assert starter.complaints() == ""


async def nothing_lost(http: httpx.AsyncClient, session: JSON, ledger: Ledger) -> None:
    _, events = await record_of(http, session["id"])
    check_log(events, ledger.steps[session["id"]])
    assert len(ledger.steps[session["id"]]) == STEPS
    assert sum(isinstance(event.payload, ToolCalled) for event in events) == STEPS / 2


async def check_limit(http: httpx.AsyncClient, task: str, leaving: JSON) -> None:
    """One more is turned away until a place is free; the place of `leaving` is taken by another."""
    refused = await http.post("/v1/sessions", json={"task": task})
    assert refused.status_code == 503
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["type"] == "urn:regulars:problem:at_capacity"
    assert refused.json()["retryable"] is True
    assert int(refused.headers["retry-after"]) >= 1
    await ended(http, leaving)
    leaving |= await opened_with_seed(http, task, SESSIONS)
    assert (await http.post("/v1/sessions", json={"task": task})).status_code == 503


async def opened_with_seed(http: httpx.AsyncClient, task: str, number: int) -> JSON:
    return await opened(http, task, seed=str(number)) | {"seed": str(number)}


async def ended(http: httpx.AsyncClient, session: JSON) -> None:
    answer = await http.post(f"/v1/sessions/{session['id']}/end", headers=seat(session))
    assert answer.status_code == 200, answer.text
    assert answer.json()["status"] == "ended"


async def gathered(jobs: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """Run all jobs, as many at a time as there are connections; the first failure ends the drill."""
    places = asyncio.Semaphore(AT_ONCE)

    async def in_place(job: Coroutine[Any, Any, T]) -> T:
        async with places:
            return await job

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(in_place(job)) for job in jobs]
    return [task.result() for task in tasks]
