"""Requests that nobody in their right mind sends: each gets an answer that says what is wrong, and harms nothing."""

from base64 import urlsafe_b64encode
from json import dumps

import pytest

from domains.kit.domain import Domain
from tests.app.api.api_house import JSON, House, auth, call

pytestmark = pytest.mark.anyio
one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


@one_database
@pytest.mark.parametrize("depth", [60, 110, 220, 500, 960, 50_000])
async def test_arguments_nested_to_any_depth_leave_a_session_that_can_be_read(
    house: House, library: Domain, task: str, depth: int
) -> None:
    as_text, as_object, bare = [await house.open(task) for _ in range(3)]
    tool, argument = library.tools[0].name, f'{{"a": {nested(depth)}}}'
    body = '{"step": 1, "message": {"tool_calls": [{"function": {"name": "%s", "arguments": %s}}]}}'
    answers = [
        await house.step(as_text, call(tool, argument)),
        await post(house, as_object, "steps", body % (tool, argument)),
        await post(house, bare, f"tools/{tool}", argument),
    ]
    assert answers[0].status_code == 200
    assert {answer.status_code for answer in answers} <= {200, 400, 422}
    for session in (as_text, as_object, bare):
        house.sessions.keeper.forget(session["id"])
        assert await house.events(session)
        ended = await house.http.post(f"/v1/sessions/{session['id']}/end", headers=auth(session))
        assert ended.json()["end_reason"] == "agent_ended"


@one_database
@pytest.mark.parametrize("origin", ["http://[::1", "http://[a]/", "http://\xbd", "://", ""])
async def test_an_origin_that_is_no_url_is_turned_away(house: House, origin: str) -> None:
    answer = await house.http.get("/v1/domains", headers=[(b"Origin", origin.encode("latin-1"))])
    assert answer.status_code == 403
    assert answer.json()["type"] == "urn:regulars:problem:wrong_origin"


async def post(house: House, session: JSON, route: str, body: str) -> JSON:
    headers = auth(session) | {"Content-Type": "application/json"}
    return await house.http.post(f"/v1/sessions/{session['id']}/{route}", content=body, headers=headers)


@pytest.mark.parametrize("session_id", ["\\u0000", "\\ud800"])
async def test_a_forged_cursor_is_told_so(house: House, session_id: str) -> None:
    cursor = urlsafe_b64encode(f'["2026-01-01T00:00:00+00:00", "{session_id}"]'.encode()).decode()
    answer = await house.http.get("/v1/sessions", params={"cursor": cursor}, headers=house.operator)
    assert answer.status_code == 422
    assert "next_cursor" in answer.json()["detail"]


@pytest.mark.parametrize(
    "change",
    [
        {"at": "0001-01-01T00:00:00+14:00"},
        {"at": "9999-12-31T23:59:59-14:00"},
        {"at": "2026-01-01T00:00:00"},
        {"step": 2**31},
        {"step": 2**70},
        {"step": -1},
        {"v": 99},
        {"v": 2**70},
    ],
)
async def test_events_that_no_session_has_are_refused(house: House, task: str, change: JSON) -> None:
    transcript = await exported(house, task)
    transcript["events"][0] |= change
    answer = await house.http.post("/v1/transcripts", json=transcript, headers=house.operator)
    assert answer.status_code == 422, answer.text


@one_database
@pytest.mark.parametrize("inner", [nested(220), nested(300), '"\\ud800"'])
async def test_a_transcript_that_could_not_be_read_again_is_refused(house: House, task: str, inner: str) -> None:
    transcript = await exported(house, task)
    transcript["events"][0]["payload"]["reply"]["inner"] = "here"
    body = dumps(transcript).replace('"here"', inner)
    headers = house.operator | {"Content-Type": "application/json"}
    answer = await house.http.post("/v1/transcripts", content=body, headers=headers)
    assert answer.status_code == 422, answer.text


@one_database
@pytest.mark.parametrize("limits", [{"idle_seconds": 1e300}, {"total_seconds": -1e300}, {"steps": 2**80}])
async def test_a_transcript_with_limits_beyond_all_time_is_refused(house: House, task: str, limits: JSON) -> None:
    transcript = await exported(house, task)
    transcript["session"]["options"]["limits"] |= limits
    answer = await house.http.post("/v1/transcripts", json=transcript, headers=house.operator)
    assert answer.status_code == 422, answer.text


@one_database
async def test_a_transcript_that_goes_on_after_its_end_or_goes_back_is_refused(house: House, task: str) -> None:
    transcript = await exported(house, task)
    first, end = transcript["events"]
    after_the_end = [first, end, end | {"seq": 2}]
    backwards = [first | {"step": 3}, end | {"step": 1}]
    for events in (after_the_end, backwards):
        answer = await house.http.post("/v1/transcripts", json=transcript | {"events": events}, headers=house.operator)
        assert answer.status_code == 422, answer.text


async def exported(house: House, task: str) -> JSON:
    session = await house.open(task)
    await house.http.post(f"/v1/sessions/{session['id']}/end", headers=auth(session))
    answer = await house.http.get(f"/v1/sessions/{session['id']}/export", headers=house.operator)
    return answer.json()


NUMBERS = ("1e999", "-1e999", "NaN", "Infinity")


@pytest.mark.parametrize("number", NUMBERS)
async def test_a_number_that_no_database_carries_leaves_a_session_that_can_be_read(
    house: House, library: Domain, task: str, number: str
) -> None:
    session, tool = await house.open(task), library.tools[0].name
    path = f"/v1/sessions/{session['id']}"
    said = {"content": "Hello", "more": HERE}
    bodies: list[tuple[str, JSON]] = [
        (f"{path}/steps", {"step": 1, "message": said}),
        (f"{path}/steps", {"step": 2, "message": call(tool, {"a": HERE})}),
        (f"{path}/tools/{tool}", {"a": HERE}),
        ("/v1/sessions", {"task": task, "limits": {"steps": HERE}}),
        ("/v1/sessions", {"task": task, "limits": {"idle_seconds": HERE}}),
        ("/v1/sessions", {"task": task, "metadata": {"run": HERE}}),
        ("/v1/sessions/batch", {"sessions": [{"task": HERE}]}),
    ]
    answers = [
        await house.http.post(
            where,
            content=with_number(body, number),
            headers=AS_JSON | (auth(session) if where.startswith(path) else {}),
        )
        for where, body in bodies
    ]
    assert [answer.status_code for answer in answers[3:-1]] == [422, 422, 422]
    assert answers[-1].json()["sessions"][0]["status"] == 422
    assert {answer.status_code for answer in answers[:3]} <= {200, 422}, [answer.text for answer in answers]
    house.sessions.keeper.forget(session["id"])
    assert await house.events(session)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("place", ["format", "session", "events", "payload", "limits"])
async def test_a_transcript_with_a_number_that_no_database_carries_is_refused(
    house: House, task: str, place: str, number: str
) -> None:
    transcript = await exported(house, task)
    if place == "payload":
        transcript["events"][0]["payload"]["reply"]["inner"] = HERE
    elif place == "limits":
        transcript["session"]["options"]["limits"]["idle_seconds"] = HERE
    else:
        transcript[place] = HERE
    body = with_number(transcript, number)
    answer = await house.http.post("/v1/transcripts", content=body, headers=house.operator | AS_JSON)
    assert answer.status_code == 422, answer.text


HERE = "here"
AS_JSON = {"Content-Type": "application/json"}


def with_number(document: JSON, number: str) -> str:
    """The document as text, with a number that Python's encoder would refuse."""
    return dumps(document).replace(dumps(HERE), number)
