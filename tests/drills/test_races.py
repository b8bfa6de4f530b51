"""Clients that race each other, and clients that hang up: over real connections, on both databases."""

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

import httpx
import pytest

from app.engine.events import AgentSpoke, ToolCalled
from domains.kit.domain import Domain
from tests.drills.drill_logs import check_log, check_replay, spoken_steps
from tests.drills.drill_services import JSON, Starter, calling, client, opened, record_of, saying, seat, take

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(600)]
RACERS = 20
ROUNDS = 5
SEARCH = "tools/search_products"
TRANSFER = {"topic": "product safety", "summary": "They need somebody else."}


@pytest.fixture
def task(retail: Domain) -> str:
    return next(iter(retail.tasks))


async def test_of_twenty_clients_with_different_bodies_one_wins_each_step(starter: Starter, task: str) -> None:
    async with client(starter().url) as http:
        session = await opened(http, task)
        for step in range(1, ROUNDS + 1):
            bodies = [calling("search_products", {"words": f"tent {n}"}) for n in range(RACERS)]
            answers = await asyncio.gather(*(take(http, session, step, body) for body in bodies))
            assert Counter(answer.status_code for answer in answers) == {200: 1, 409: RACERS - 1}
            refusals = {kind(answer) for answer in answers if answer.status_code == 409}
            assert refusals <= {"step_in_progress", "step_mismatch"}
            (winner,) = [place for place, answer in enumerate(answers) if answer.status_code == 200]
            _, events = await record_of(http, session["id"])
            check_log(events, {})
            ran = [event.payload for event in events if isinstance(event.payload, ToolCalled)]
            assert [call.arguments for call in ran][step - 1 :] == [{"words": f"tent {winner}"}]
        assert spoken_steps(events) == list(range(1, ROUNDS + 1))
    assert starter.complaints() == ""


async def test_of_twenty_clients_that_race_for_the_last_step_one_wins(starter: Starter, task: str) -> None:
    async with client(starter().url) as http:
        session = await opened(http, task)
        bodies = [calling("transfer_to_human", TRANSFER | {"summary": f"Racer {n}"}) for n in range(RACERS)]
        answers = await asyncio.gather(*(take(http, session, 1, body) for body in bodies))
        assert Counter(answer.status_code for answer in answers)[200] == 1
        assert {kind(answer) for answer in answers if answer.status_code != 200} <= {
            "step_in_progress",
            "session_ended",
        }
        row, events = await record_of(http, session["id"])
        check_log(events, {})
        assert (row["end_reason"], spoken_steps(events)) == ("transferred", [1])
    assert starter.complaints() == ""


async def test_twenty_clients_with_one_body_get_one_answer_and_it_runs_once(
    starter: Starter, task: str, retail: Domain
) -> None:
    async with client(starter().url) as http:
        session = await opened(http, task)
        for step in range(1, ROUNDS + 1):
            message = (
                calling("search_products", {"words": "tent"})
                if step % 2
                else saying(f"Question {step}: what is your e-mail, please?")
            )
            answers = await asyncio.gather(*(take(http, session, step, message) for _ in range(RACERS)))
            told = [answer for answer in answers if answer.status_code == 200]
            assert told
            assert len({answer.content for answer in told}) == 1
            for other in answers:
                assert other.status_code == 200 or (kind(other) == "step_in_progress" and other.json()["retryable"])
                assert other.status_code == 200 or int(other.headers["retry-after"]) >= 1
            _, events = await record_of(http, session["id"])
            check_log(events, {})
            assert spoken_steps(events) == list(range(1, step + 1))
        assert sum(isinstance(event.payload, ToolCalled) for event in events) == (ROUNDS + 1) // 2
    assert starter.complaints() == ""


async def test_lost_answers_are_given_again_and_nothing_runs_twice(starter: Starter, task: str, retail: Domain) -> None:
    """The last step among them: its answer stands after the end, with the reward that goes with it."""
    last = 8
    async with client(starter().url) as http:
        session = await opened(http, task)
        for step in range(1, last + 1):
            message = calling("transfer_to_human", TRANSFER) if step == last else saying(f"{step}: your e-mail?")
            for patience in (0.0, 0.0, 0.002, 0.01):
                await hang_up(http, session, {"step": step, "message": message}, patience)
            answers = [await until_answered(http, session, step, message) for _ in range(2)]
            assert answers[0].content == answers[1].content
            _, events = await record_of(http, session["id"])
            check_log(events, {})
            assert spoken_steps(events) == list(range(1, step + 1))
        row, events = await record_of(http, session["id"])
        check_replay(row, events, retail)
        assert (answers[1].json()["status"], row["status"]) == ("ended", "ended")
        assert (await take(http, session, last, saying("Something else."))).status_code == 410
    assert starter.complaints() == ""


async def test_words_without_step_numbers_queue_up_and_each_is_heard_once(starter: Starter, task: str) -> None:
    said = [f"Question {n}: could you tell me your e-mail, please?" for n in range(6)]
    async with client(starter().url) as http:
        session = await opened(http, task)
        answers = await asyncio.gather(
            *(posted(http, session, "messages", {"content": text}, key=text) for text in said for _ in range(3))
        )
        told: dict[str, set[bytes]] = {}
        for answer, text in zip(answers, [text for text in said for _ in range(3)], strict=True):
            assert answer.status_code == 200, answer.text
            told.setdefault(text, set()).add(json.dumps(answer.json()["messages"]).encode())
        assert {len(messages) for messages in told.values()} == {1}
        _, events = await record_of(http, session["id"])
        check_log(events, {})
        assert sorted(spoken(events)) == sorted(said)
    assert starter.complaints() == ""


async def test_tool_calls_without_step_numbers_queue_up_and_each_runs_once(
    starter: Starter, task: str, retail: Domain
) -> None:
    async with client(starter().url) as http:
        session = await opened(http, task)
        keys = [f"key-{n}" for n in range(6)]
        answers = await asyncio.gather(
            *(posted(http, session, SEARCH, {"words": "tent"}, key=key) for key in keys for _ in range(3))
        )
        assert {answer.status_code for answer in answers} == {200}
        _, events = await record_of(http, session["id"])
        check_log(events, {})
        assert spoken_steps(events) == list(range(1, len(keys) + 1))
        other = await posted(http, session, SEARCH, {"words": "lamp"}, key=keys[0])
        assert (other.status_code, kind(other)) == (409, "idempotency_conflict")
        for key in keys:
            await hang_up(http, session, {"words": "tent"}, 0.0, path=SEARCH, **{"Idempotency-Key": f"{key}-again"})
        for key in keys:
            assert (await posted(http, session, SEARCH, {"words": "tent"}, key=f"{key}-again")).status_code == 200
        _, events = await record_of(http, session["id"])
        assert spoken_steps(events) == list(range(1, 2 * len(keys) + 1))
    assert starter.complaints() == ""


@pytest.mark.parametrize("database_url", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
async def test_what_queues_up_at_two_processes_runs_once(starter: Starter, task: str) -> None:
    said = [f"Question {n}: could you tell me your e-mail, please?" for n in range(4)]
    async with client(starter().url) as one, client(starter().url) as two:
        session = await opened(one, task)
        answers = await asyncio.gather(
            *(posted(http, session, "messages", {"content": text}, key=text) for text in said for http in (one, two))
        )
        assert {answer.status_code for answer in answers} == {200}
        _, events = await record_of(one, session["id"])
        check_log(events, {})
        assert sorted(spoken(events)) == sorted(said)
    assert starter.complaints() == ""


async def test_twenty_openings_under_one_key_open_one_session(starter: Starter, task: str) -> None:
    services = [starter(), starter()] if starter.on_postgres else [starter()]
    headers = {"Idempotency-Key": "the same"}
    async with client(services[0].url) as one, client(services[-1].url) as two:
        answers = await asyncio.gather(
            *((one, two)[n % 2].post("/v1/sessions", json={"task": task}, headers=headers) for n in range(RACERS))
        )
        assert {answer.status_code for answer in answers} == {201}
        assert len({answer.content for answer in answers}) == 1
    assert starter.complaints() == ""


def kind(answer: httpx.Response) -> str:
    assert answer.headers["content-type"] == "application/problem+json"
    return str(answer.json()["type"]).removeprefix("urn:regulars:problem:")


def spoken(events: Sequence[JSON]) -> list[str]:
    return [event.payload.content for event in events if isinstance(event.payload, AgentSpoke)]


async def posted(http: httpx.AsyncClient, session: JSON, path: str, body: JSON, *, key: str) -> httpx.Response:
    headers = seat(session) | {"Idempotency-Key": key}
    return await http.post(f"/v1/sessions/{session['id']}/{path}", json=body, headers=headers)


async def until_answered(http: httpx.AsyncClient, session: JSON, step: int, message: JSON) -> httpx.Response:
    """Send a step until it is no longer being worked on."""
    while True:
        answer = await take(http, session, step, message)
        if answer.status_code != 409:
            assert answer.status_code == 200, answer.text
            return answer
        assert kind(answer) == "step_in_progress"
        await asyncio.sleep(0.01)


async def hang_up(
    http: httpx.AsyncClient, session: JSON, body: JSON, patience: float, path: str = "steps", **headers: str
) -> None:
    """Send a request and cut the connection without waiting for the answer."""
    place = urlsplit(str(http.base_url))
    content = json.dumps(body).encode()
    named = {"Host": place.netloc, "Content-Type": "application/json", "Content-Length": str(len(content))}
    lines = [f"POST /v1/sessions/{session['id']}/{path} HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in (named | seat(session) | headers).items()]
    _, writer = await asyncio.open_connection(place.hostname, place.port)
    writer.write("\r\n".join([*lines, "", ""]).encode() + content)
    await writer.drain()
    await asyncio.sleep(patience)
    writer.transport.abort()
