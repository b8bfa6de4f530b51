"""The step protocol: what makes retries safe, and what is answered to requests that may not take a step."""

import asyncio
from typing import Any

import pytest

from tests.app.api.api_house import House, Opener, auth, call

pytestmark = pytest.mark.anyio


async def test_a_step_gives_the_customers_reply_and_the_next_step(house: House, task: str) -> None:
    session = await house.open(task)
    assert session["step"] == 1
    assert [m["role"] for m in session["messages"]] == ["system", "user"]
    answer = await house.step(session, "Could you tell me your e-mail address?")
    assert answer.status_code == 200
    body = answer.json()
    assert body["step"] == 2
    assert [m["role"] for m in body["messages"]] == ["user"]


async def test_tool_results_come_back_under_their_call_ids(house: House, task: str) -> None:
    session = await house.open(task)
    answer = await house.step(session, call("no_such_tool", {}, "abc"))
    assert answer.status_code == 200
    (message,) = answer.json()["messages"]
    assert message["role"] == "tool"
    assert message["tool_call_id"] == "abc"
    assert "no_such_tool" in message["content"]


async def test_the_same_step_with_the_same_message_gets_the_same_answer_and_runs_nothing_twice(
    house: House, task: str
) -> None:
    session = await house.open(task)
    message = {"role": "assistant", "content": "Hello, what is your e-mail address?"}
    first = await house.step(session, message)
    before = await house.events(session)
    again = await house.step(session, dict(reversed(message.items())))
    assert again.content == first.content
    assert await house.events(session) == before


@pytest.mark.parametrize(
    "body",
    [
        '{"step": 1, "message": {"role": "assistant", "content": "What is your e-mail address?"}}',
        '{"step": "1", "message": {"content": "Hello."}}',
        '{"step": 1.0, "message": {"content": "Hello."}}',
        '{"step": true, "message": {"content": "Hello."}}',
        '{"step": 0, "message": {"content": "Hello."}}',
        '{"step": 2, "message": {"content": "Hello."}}',
        '{"step": 1, "message": "Hello."}',
        '{"step": 1, "message": {"content": NaN}}',
        '{"step": 1, "message": {"content": "\\ud800"}}',
        '{"step": 1, "message": {"content": "Hello."}, "more": 1}',
        '{"step": 1',
        "[]",
        "null",
        "\xff",
        "",
    ],
)
async def test_a_body_is_read_in_the_same_way_however_its_type_is_written(house: House, task: str, body: str) -> None:
    answers = []
    for content_type in ("application/json", "application/json; charset=utf-8"):
        session = await house.open(task)
        headers = auth(session) | {"Content-Type": content_type}
        url = f"/v1/sessions/{session['id']}/steps"
        answer = await house.http.post(url, content=body.encode("latin-1"), headers=headers)
        answers.append((answer.status_code, answer.text.replace(session["id"], "the session")))
    assert answers[0] == answers[1]


async def test_an_id_that_is_too_long_is_told_so(house: House, task: str) -> None:
    session = await house.open(task)
    answer = await house.step(session | {"id": "x" * 101}, "Hello.")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["loc"] == ["path", "session_id"]


async def test_the_last_step_can_be_retried_after_the_end(house: House, task: str) -> None:
    session = await house.open(task, limits={"steps": 1})
    first = await house.step(session, "Hello.")
    assert first.json()["status"] == "ended"
    again = await house.step(session, "Hello.")
    assert again.status_code == 200
    assert again.content == first.content


async def test_another_message_after_the_end_is_gone(house: House, task: str) -> None:
    session = await house.open(task, limits={"steps": 1})
    await house.step(session, "Hello.")
    answer = await house.step(session, "Hello again.", step=2)
    assert answer.status_code == 410
    assert answer.json()["type"] == "urn:regulars:problem:session_ended"
    assert answer.json()["end_reason"] == "step_limit"


async def test_a_wrong_step_is_told_the_current_one(house: House, task: str) -> None:
    session = await house.open(task)
    answer = await house.step(session, "Hello.", step=7)
    assert answer.status_code == 409
    assert answer.json()["type"] == "urn:regulars:problem:step_mismatch"
    assert answer.json()["current_step"] == 1


async def test_an_answered_step_with_another_message_is_a_mismatch(house: House, task: str) -> None:
    session = await house.open(task)
    await house.step(session, "Hello.")
    answer = await house.step(session, "Something else.")
    assert answer.status_code == 409
    assert answer.json()["current_step"] == 2


async def test_of_twenty_clients_with_different_messages_one_wins(house: House, task: str) -> None:
    session = await house.open(task)
    answers = await asyncio.gather(*(house.step(session, f"Hello number {n}.") for n in range(20)))
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [200] + [409] * 19
    assert all(answer.json()["retryable"] in (True, False) for answer in answers if answer.status_code == 409)
    assert [e["payload"]["kind"] for e in await house.events(session)] == ["customer", "agent", "customer"]


async def test_an_invalid_message_changes_nothing_and_the_step_can_be_taken_still(house: House, task: str) -> None:
    session = await house.open(task)
    refused = await house.step(session, {"role": "user", "content": "x"})
    assert refused.status_code == 422
    assert "role" in refused.json()["detail"]
    taken = await house.step(session, "Hello.")
    assert taken.status_code == 200


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\U0001f600", "\u202e", "x" * 200_000])
async def test_any_text_that_json_can_hold_is_kept_as_it_is(house: House, task: str, text: str) -> None:
    session = await house.open(task)
    assert (await house.step(session, text)).status_code == 200
    spoke = (await house.events(session))[1]["payload"]
    assert spoke["content"] == text.strip()


async def test_half_a_surrogate_pair_is_refused_not_lost(house: House, task: str) -> None:
    session = await house.open(task)
    body = b'{"step": 1, "message": {"role": "assistant", "content": "\\ud800"}}'
    headers = auth(session) | {"Content-Type": "application/json"}
    answer = await house.http.post(f"/v1/sessions/{session['id']}/steps", content=body, headers=headers)
    assert answer.status_code == 422


@pytest.mark.parametrize("body", [b"{", b"[]", b"null", b'{"step": 1}', b'{"step": 0, "message": {}}', b"[" * 50_000])
async def test_malformed_bodies_are_told_what_is_wrong(house: House, task: str, body: bytes) -> None:
    session = await house.open(task)
    headers = auth(session) | {"Content-Type": "application/json"}
    answer = await house.http.post(f"/v1/sessions/{session['id']}/steps", content=body, headers=headers)
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


async def test_the_answer_to_an_earlier_step_can_be_asked_for(house: House, task: str) -> None:
    session = await house.open(task)
    first = (await house.step(session, "Hello.")).json()
    await house.step(session, "Hello?", step=2)
    url = f"/v1/sessions/{session['id']}"
    again = await house.http.get(url, params={"after_step": 1}, headers=auth(session))
    assert again.json()["messages"] == first["messages"]
    never = await house.http.get(url, params={"after_step": 9}, headers=auth(session))
    assert never.status_code == 409


async def test_a_session_that_left_memory_goes_on_from_its_rows(open_house: Opener, task: str) -> None:
    async with open_house(cached_sessions=1) as house:
        one, other = await house.open(task), await house.open(task)
        for session in (one, other, one, other):
            answer = await house.step(session, f"Hello {session['step']}, what is your e-mail address?")
            assert answer.status_code == 200
            session["step"] = answer.json()["step"]
        assert one["step"] == other["step"] == 3


async def test_a_new_process_goes_on_with_every_session(open_house: Opener, task: str) -> None:
    async with open_house() as house:
        session = await house.open(task)
        first = await house.step(session, "What is your e-mail address?")
    async with open_house() as house:
        again = await house.step(session, "What is your e-mail address?")
        assert again.content == first.content
        session["step"] = first.json()["step"]
        assert (await house.step(session, "And the book?")).status_code == 200


async def test_two_openings_with_the_same_seed_and_messages_are_byte_identical(house: House, task: str) -> None:
    async def played() -> list[Any]:
        session = await house.open(task, seed="7")
        said = [session["messages"]]
        for text in ("What is your e-mail address?", "I could not find it.", "Anything else?"):
            answer = (await house.step(session, text)).json()
            session["step"] = answer["step"]
            said.append(answer["messages"])
        return said

    assert await played() == await played()


async def test_a_silent_agent_times_out_when_it_comes_back_too_late(house: House, task: str) -> None:
    session = await house.open(task, limits={"idle_seconds": 60})
    house.clock.pass_seconds(61)
    answer = await house.step(session, "Sorry, I was away.")
    assert answer.status_code == 410
    view = await house.http.get(f"/v1/sessions/{session['id']}", headers=auth(session))
    assert view.json()["end_reason"] == "agent_timeout"


async def test_an_old_session_ends_however_busy_it_is(house: House, task: str) -> None:
    session = await house.open(task, limits={"idle_seconds": 60, "total_seconds": 100})
    house.clock.pass_seconds(55)
    answer = await house.step(session, "Hello.")
    session["step"] = answer.json()["step"]
    house.clock.pass_seconds(50)
    assert (await house.step(session, "Still here?")).status_code == 410
