"""Opening under an Idempotency-Key, and words and tool calls without step numbers."""

import asyncio

import pytest

from domains.kit.domain import Domain
from tests.app.api.api_house import House, Opener, auth

pytestmark = pytest.mark.anyio
one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def test_an_opening_that_is_retried_opens_one_session(house: House, task: str) -> None:
    headers = {"Idempotency-Key": "k1"}
    answers = [await house.http.post("/v1/sessions", json={"task": task}, headers=headers) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    listed = await house.http.get("/v1/sessions", headers=house.operator)
    assert len(listed.json()["sessions"]) == 1
    other = await house.http.post("/v1/sessions", json={"task": task, "seed": "2"}, headers=headers)
    assert other.status_code == 409
    assert other.json()["type"] == "urn:regulars:problem:idempotency_conflict"


async def test_openings_that_race_under_one_key_open_one_session(house: House, task: str) -> None:
    headers = {"Idempotency-Key": "k1"}
    answers = await asyncio.gather(
        *(house.http.post("/v1/sessions", json={"task": task}, headers=headers) for _ in range(8))
    )
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1


@one_database
async def test_words_and_calls_queue_up_and_all_run(house: House, library: Domain, task: str) -> None:
    session = await house.open(task)
    url = f"/v1/sessions/{session['id']}"
    tool = library.tools[0].name
    answers = await asyncio.gather(
        *(house.http.post(f"{url}/tools/{tool}", json={"n": n}, headers=auth(session)) for n in range(6)),
        house.http.post(f"{url}/messages", json={"content": "What is your e-mail?"}, headers=auth(session)),
    )
    assert [answer.status_code for answer in answers] == [200] * 7
    assert all(answer.json()["is_error"] for answer in answers[:6]), "the arguments were wrong"
    steps = {event["step"] for event in await house.events(session)}
    assert steps == set(range(8))


async def test_a_call_that_is_retried_under_its_key_runs_once(house: House, library: Domain, task: str) -> None:
    session = await house.open(task)
    url = f"/v1/sessions/{session['id']}/tools/{library.tools[0].name}"
    headers = auth(session) | {"Idempotency-Key": "c1"}
    answers = await asyncio.gather(*(house.http.post(url, json={}, headers=headers) for _ in range(5)))
    assert len({answer.content for answer in answers}) == 1
    assert [e["payload"]["kind"] for e in await house.events(session)] == ["customer", "agent", "tool"]
    other = await house.http.post(url, json={"x": 1}, headers=headers)
    assert other.status_code == 409


@one_database
async def test_a_message_that_is_retried_under_its_key_is_said_once(house: House, task: str) -> None:
    session = await house.open(task)
    url, headers = f"/v1/sessions/{session['id']}/messages", auth(session) | {"Idempotency-Key": "m1"}
    answers = [await house.http.post(url, json={"content": "Your e-mail?"}, headers=headers) for _ in range(2)]
    assert answers[0].content == answers[1].content
    assert [e["payload"]["kind"] for e in await house.events(session)] == ["customer", "agent", "customer"]


@one_database
async def test_at_the_limit_of_open_sessions_the_service_says_when_to_come_back(open_house: Opener, task: str) -> None:
    async with open_house(max_open_sessions=2) as house:
        one, _ = await house.open(task), await house.open(task)
        full = await house.http.post("/v1/sessions", json={"task": task})
        assert full.status_code == 503
        assert full.headers["retry-after"]
        assert full.json()["retryable"] is True
        await house.http.delete(f"/v1/sessions/{one['id']}", headers=auth(one))
        assert (await house.http.post("/v1/sessions", json={"task": task})).status_code == 201


@one_database
async def test_leaving_and_ending_are_told_apart_and_can_be_repeated(house: House, task: str) -> None:
    left, done = await house.open(task), await house.open(task)
    for _ in range(2):
        gone = await house.http.delete(f"/v1/sessions/{left['id']}", headers=auth(left))
        over = await house.http.post(f"/v1/sessions/{done['id']}/end", headers=auth(done))
        assert gone.json()["end_reason"] == "agent_abandoned"
        assert over.json()["end_reason"] == "agent_ended"
    assert len(await house.events(left)) == 2


@one_database
async def test_limits_above_the_services_own_are_refused(house: House, task: str) -> None:
    answer = await house.http.post("/v1/sessions", json={"task": task, "limits": {"steps": 10_000}})
    assert answer.status_code == 422
    assert "at most 60" in answer.json()["detail"]


@one_database
async def test_the_agent_may_speak_first(house: House, task: str) -> None:
    session = await house.open(task, first_speaker="agent")
    assert session["awaits"] == "agent"
    assert [message["role"] for message in session["messages"]] == ["system"]
    answer = await house.step(session, "Hello, how can I help you?")
    assert answer.json()["messages"][0]["role"] == "user"


@one_database
async def test_unknown_things_are_named(house: House) -> None:
    for order, named in (({"task": "x-1"}, "x-1"), ({"task": "x", "sed": 1}, "sed"), ({}, "task")):
        answer = await house.http.post("/v1/sessions", json=order)
        assert answer.status_code in (404, 422)
        assert named in answer.json()["detail"]


@one_database
async def test_an_unknown_customer_kind_is_named(house: House, task: str) -> None:
    answer = await house.http.post("/v1/sessions", json={"task": task, "customer": "oracle"})
    assert answer.status_code == 422
    assert "agenda" in answer.json()["detail"]
