"""The operator plane: lists, logs, streams, grades, forks and transcripts."""

import asyncio
from typing import Any

import pytest

from domains.kit.domain import Domain
from domains.kit.goal import calls_of
from tests.app.api.api_house import JSON, House, Opener, auth, call

pytestmark = pytest.mark.anyio
one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def ended(house: House, task: str, **fields: Any) -> JSON:
    session = await house.open(task, limits={"steps": 1}, **fields)
    await house.step(session, "Hello.")
    return session


async def got(house: House, path: str, **params: Any) -> JSON:
    answer = await house.http.get(path, params=params, headers=house.operator)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_sessions_are_listed_newest_first_in_pages_without_gaps(house: House, task: str) -> None:
    opened = []
    for number in range(7):
        house.clock.pass_seconds(number % 2)
        opened.append((await house.open(task, agent=f"a@{number}"))["id"])
    seen: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = await got(house, "/v1/sessions", limit=3, **cursor)
        seen += [row["id"] for row in page["sessions"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert sorted(seen) == sorted(opened)
    times = [(await got(house, f"/v1/sessions/{one}/events"))["session"]["created_at"] for one in seen]
    assert times == sorted(times, reverse=True)


@one_database
async def test_sessions_are_filtered(house: House, task: str) -> None:
    one, other = await ended(house, task, agent="one@1"), await house.open(task, agent="two@1")
    for params, expected in (
        ({"agent": "one@1"}, [one]), ({"status": "open"}, [other]), ({"end_reason": "step_limit"}, [one]),
        ({"success": False}, [one]), ({"success": True}, []), ({"task": "none"}, []), ({"split": "dev"}, []),
    ):  # fmt: skip
        page = await got(house, "/v1/sessions", **params)
        assert {row["id"] for row in page["sessions"]} == {session["id"] for session in expected}, params


@one_database
@pytest.mark.parametrize("cursor", ["x", "e30=", "W10=", "WyIxIiwyLDNd", "é"])
async def test_a_wrong_cursor_is_told_so(house: House, cursor: str) -> None:
    answer = await house.http.get("/v1/sessions", params={"cursor": cursor}, headers=house.operator)
    assert answer.status_code == 422
    assert "next_cursor" in answer.json()["detail"]


@one_database
async def test_a_record_says_what_made_the_session(house: House, task: str, library: Domain) -> None:
    session = await house.open(task, agent="mine@1.3", seed="9", metadata={"model": "x"})
    record = (await got(house, f"/v1/sessions/{session['id']}/events"))["session"]
    assert record["agent"] == "mine@1.3"
    assert record["metadata"] == {"model": "x"}
    assert record["seed"] == "9"
    assert record["components"]["world"] == library.world.digest
    assert {"policy", "tools", "checks", "task", "goal", "scenario"} <= set(record["components"])
    assert record["customer_version"]


@one_database
async def test_events_stream_and_go_on_after_the_last_one_seen(house: House, task: str) -> None:
    session = await ended(house, task)
    url, headers = f"/v1/sessions/{session['id']}/events", house.operator | {"Accept": "text/event-stream"}
    whole = await house.http.get(url, headers=headers)
    assert whole.headers["content-type"].startswith("text/event-stream")
    ids = [line for line in whole.text.splitlines() if line.startswith("id:")]
    assert ids == ["id: 0", "id: 1", "id: 2", "id: 3"]
    rest = await house.http.get(url, headers=headers | {"Last-Event-ID": "2"})
    assert [line for line in rest.text.splitlines() if line.startswith(("id:", "event:"))] == ["event: ended", "id: 3"]


@one_database
async def test_a_stream_shows_events_as_they_happen(house: House, task: str) -> None:
    session = await house.open(task, limits={"steps": 1})
    url, headers = f"/v1/sessions/{session['id']}/events", house.operator | {"Accept": "text/event-stream"}
    watched = asyncio.create_task(house.http.get(url, headers=headers))
    await asyncio.sleep(0)
    await house.step(session, "Hello.")
    text = (await watched).text
    assert [line for line in text.splitlines() if line.startswith("event:")] == [
        "event: customer", "event: agent", "event: customer", "event: ended",
    ]  # fmt: skip


async def play_gold(house: House, library: Domain, task_id: str) -> JSON:
    """The gold calls without a word: the state becomes right, the process is wrong."""
    session = await house.open(task_id)
    for move in library.tasks[task_id].goal.script:
        for gold in calls_of(move):
            answer = await house.step(session, call(gold.tool, gold.arguments))
            session["step"] = answer.json()["step"]
    await house.http.post(f"/v1/sessions/{session['id']}/end", headers=auth(session))
    return session


@one_database
async def test_the_diff_names_the_step_that_wrote_each_field(house: House, library: Domain, task: str) -> None:
    session = await play_gold(house, library, task)
    rows = (await got(house, f"/v1/sessions/{session['id']}/diff"))["diff"]
    assert rows
    assert {row["verdict"] for row in rows} == {"right"}
    assert all(row["step"] and row["call"] for row in rows)


@one_database
async def test_grades_are_added_and_never_overwritten(house: House, library: Domain, task: str) -> None:
    session = await play_gold(house, library, task)
    url = f"/v1/sessions/{session['id']}/grades"
    before = (await got(house, url))["grades"]
    again = await house.http.post(url, headers=house.operator)
    assert again.status_code == 201
    assert again.json() == before[0]
    assert (await got(house, url))["grades"] == before
    assert before[0]["grade"]["success"] is False, "it wrote without asking"


@one_database
async def test_an_open_session_cannot_be_graded(house: House, task: str) -> None:
    session = await house.open(task)
    answer = await house.http.post(f"/v1/sessions/{session['id']}/grades", headers=house.operator)
    assert answer.status_code == 422


@one_database
async def test_a_session_played_in_another_world_is_not_graded_again(
    open_house: Opener, library: Domain, task: str
) -> None:
    from dataclasses import replace

    async with open_house() as house:
        session = await ended(house, task)
    other = replace(library, tools=library.tools[:-1])
    async with open_house(domains={library.name: other}) as house:
        answer = await house.http.post(f"/v1/sessions/{session['id']}/grades", headers=house.operator)
        assert answer.status_code == 409
        assert answer.json()["type"] == "urn:regulars:problem:regrade_refused"
        assert answer.json()["changed"] == ["tools"]


async def test_a_fork_has_the_same_past_and_its_own_future(house: House, task: str) -> None:
    session = await house.open(task)
    for text in ("What is your e-mail address?", "What is the title?", "Anything else?"):
        session["step"] = (await house.step(session, text)).json()["step"]
    answer = await house.http.post(
        f"/v1/sessions/{session['id']}/fork", json={"step": 2, "agent": "other@1"}, headers=house.operator
    )
    assert answer.status_code == 201
    fork = answer.json()
    assert fork["step"] == 3
    assert fork["id"] != session["id"]
    past = (await house.events(session))[:5]
    assert await house.events(fork) == past
    same = await house.step(fork, "Anything else?")
    original = (await house.events(session))[5:]
    assert same.status_code == 200
    assert [e["payload"] for e in (await house.events(fork))[5:]] == [e["payload"] for e in original]
    record = (await got(house, f"/v1/sessions/{fork['id']}/events"))["session"]
    assert (record["origin"], record["forked_from"], record["forked_step"]) == ("fork", session["id"], 2)


@one_database
@pytest.mark.parametrize("step", [2, 99])
async def test_a_fork_from_a_step_that_is_not_there_is_refused(house: House, task: str, step: int) -> None:
    session = await house.open(task)
    await house.step(session, "Hello.")
    answer = await house.http.post(f"/v1/sessions/{session['id']}/fork", json={"step": step}, headers=house.operator)
    assert answer.status_code == 422
    assert "0 to 1" in answer.json()["detail"]


async def test_a_transcript_travels_and_gets_the_same_grade(house: House, library: Domain, task: str) -> None:
    session = await play_gold(house, library, task)
    transcript = await got(house, f"/v1/sessions/{session['id']}/export")
    answer = await house.http.post("/v1/transcripts", json=transcript, headers=house.operator)
    assert answer.status_code == 201, answer.text
    copy = answer.json()
    assert (copy["origin"], copy["grading"]) == ("imported", "graded")
    assert await house.events(copy) == await house.events(session)
    grades = [(await got(house, f"/v1/sessions/{one['id']}/grades"))["grades"][0]["grade"] for one in (session, copy)]
    assert grades[0] == grades[1]


@one_database
async def test_a_transcript_that_does_not_hold_together_is_refused(house: House, library: Domain, task: str) -> None:
    transcript = await got(house, f"/v1/sessions/{(await play_gold(house, library, task))['id']}/export")
    events = transcript["events"]
    unfinished = transcript | {"events": events[:-1]}
    gap = transcript | {"events": [events[0], *events[2:]]}
    writes = next(i for i, e in enumerate(events) if e["payload"].get("changes"))
    wrong = {**events[writes], "payload": {**events[writes]["payload"], "changes": [
        {"table": "nothing", "key": "1", "before": None, "after": {}, "actor": "agent"}]}}  # fmt: skip
    alien = transcript | {"events": [*events[:writes], wrong, *events[writes + 1 :]]}
    for broken in (unfinished, gap, alien, transcript | {"format": "other"}, transcript | {"events": []}):
        answer = await house.http.post("/v1/transcripts", json=broken, headers=house.operator)
        assert answer.status_code == 422, answer.text


@one_database
async def test_results_leave_forks_and_imports_out(house: House, task: str) -> None:
    session = await ended(house, task, agent="mine@1")
    transcript = await got(house, f"/v1/sessions/{session['id']}/export")
    await house.http.post("/v1/transcripts", json=transcript, headers=house.operator)
    (row,) = (await got(house, "/v1/results", agent="mine@1"))["results"]
    assert row["sessions"] == 1
    assert row["ends"] == {"step_limit": 1}


@one_database
async def test_a_purged_session_is_gone_with_its_events_and_grades(house: House, task: str) -> None:
    session = await ended(house, task)
    url = f"/v1/sessions/{session['id']}"
    assert (await house.http.delete(url, params={"purge": True}, headers=auth(session))).status_code == 401
    assert (await house.http.delete(url, params={"purge": True}, headers=house.operator)).status_code == 204
    assert (await house.http.get(f"{url}/events", headers=house.operator)).status_code == 404
    assert (await house.http.delete(url, params={"purge": True}, headers=house.operator)).status_code == 404


@one_database
async def test_tasks_are_shown_whole_to_the_operator(house: House, library: Domain) -> None:
    listed = (await got(house, "/v1/tasks", split="test"))["tasks"]
    assert {row["split"] for row in listed} == {"test"}
    whole = await got(house, f"/v1/tasks/{listed[0]['id']}")
    assert {"scenario", "goal", "certified"} <= set(whole)


@one_database
async def test_every_problem_says_what_to_do(house: House, task: str) -> None:
    for path in ("/v1/tasks/none", "/v1/sessions/none/diff", "/v1/nothing", "/v1/sessions?limit=0"):
        answer = await house.http.get(path, headers=house.operator)
        assert answer.status_code in (404, 422)
        assert answer.headers["content-type"] == "application/problem+json"
        assert {"type", "title", "status", "detail", "retryable", "what_to_do"} <= set(answer.json())
    assert (await house.http.put("/v1/tasks", headers=house.operator)).status_code == 405


@one_database
async def test_readiness_asks_the_database(house: House) -> None:
    assert (await house.http.get("/healthz")).json() == {"status": "ok"}
    assert (await house.http.get("/readyz")).json() == {"status": "ready"}
