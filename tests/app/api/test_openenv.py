"""OpenEnv's WebSocket: episodes with the rights of an agent, and nothing of what an agent may not see."""

import asyncio
from collections.abc import Iterator
from json import dumps, loads
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr
from starlette.testclient import WebSocketDenialResponse, WebSocketTestSession

from app.main import create_app
from app.settings import Settings
from domains.kit.domain import Domain
from domains.kit.task import Task
from simulators.protocol import Customer, CustomerEnd, Reply
from simulators.scripted import ScriptedCustomer

JSON = Any
KEY = "rgo_the-key"
URL = "ws://127.0.0.1/openenv/ws"
OPERATOR = {"Authorization": f"Bearer {KEY}"}


def service(
    folder: Path, library: Domain, *, customers: dict[str, Customer] | None = None, **settings: JSON
) -> TestClient:
    chosen = Settings(
        data_dir=folder, operator_key=SecretStr(KEY), allow_uncertified=True, log_level="error", **settings
    )
    return TestClient(
        create_app(chosen, domains={library.name: library}, customers=customers), base_url="http://127.0.0.1"
    )


@pytest.fixture
def http(tmp_path: Path, library: Domain) -> Iterator[TestClient]:
    with service(tmp_path, library) as client:
        yield client


@pytest.fixture
def task(library: Domain) -> Task:
    return next(task for task in library.tasks.values() if task.goal.expected and task.split == "train")


def asked(socket: WebSocketTestSession, kind: str, **data: JSON) -> JSON:
    socket.send_text(dumps({"type": kind, "data": data} if kind in {"reset", "step"} else {"type": kind}))
    return loads(socket.receive_text())


def told(socket: WebSocketTestSession, kind: str, **data: JSON) -> JSON:
    answer = asked(socket, kind, **data)
    assert answer["type"] == "observation", answer
    assert answer["data"].keys() == {"observation", "reward", "done"}
    return answer["data"]


def code(answer: JSON) -> str:
    assert answer["type"] == "error"
    return str(answer["data"]["code"])


def row_of(http: TestClient, session_id: str) -> JSON:
    return http.get(f"/v1/sessions/{session_id}/events", headers=OPERATOR).json()["session"]


def test_an_episode_is_a_session_with_words_and_tools(http: TestClient, library: Domain, task: Task) -> None:
    with http.websocket_connect(URL) as socket:
        begun = told(socket, "reset", task=task.id, seed=4, agent="policy@7", episode_id="mine")
        assert [message["role"] for message in begun["observation"]["messages"]] == ["system", "user"]
        assert {tool["name"] for tool in begun["observation"]["tools"]} == {
            "talk_to_customer", *[tool.name for tool in library.tools]
        }  # fmt: skip
        assert (begun["reward"], begun["done"]) == (None, False)

        said = told(socket, "step", text="What is your e-mail address?")
        assert said["observation"]["text"] == said["observation"]["messages"][-1]["content"]
        called = told(socket, "step", type="call_tool", tool_name="search_books", arguments={"words": "a"})
        assert called["observation"]["tool_name"] == "search_books"
        assert called["observation"]["result"] == called["observation"]["messages"][0]["content"]
        spoken = told(socket, "step", tool_name="talk_to_customer", arguments={"text": "One moment."})
        assert spoken["observation"]["messages"][0]["role"] == "user"
        told(socket, "step", message={"role": "assistant", "content": "Which book is it?"})

        state = asked(socket, "state")["data"]
        row = row_of(http, state["session_id"])
        assert (row["task"], row["seed"], row["agent"]) == (task.id, "4", "policy@7")
        assert (state["episode_id"], state["step_count"], state["status"]) == ("mine", 4, "open")


def test_the_end_brings_the_reward_as_far_as_the_key_allows(http: TestClient, task: Task) -> None:
    limited = {"task": task.id, "limits": {"steps": 1}}
    with http.websocket_connect(URL) as socket:
        told(socket, "reset", **limited)
        ended = told(socket, "step", text="Hello")
        after = asked(socket, "step", text="Hello?")
    with http.websocket_connect(URL, headers=OPERATOR) as socket:
        told(socket, "reset", **limited)
        graded = told(socket, "step", text="Hello")

    assert (ended["reward"], ended["done"], ended["observation"]["end_reason"]) == (0.0, True, "step_limit")
    assert "grade" not in ended["observation"]
    assert graded["observation"]["grade"]["partial"] == 0.0
    assert after["data"]["problem"]["type"] == "urn:regulars:problem:session_ended"


def test_nothing_of_the_task_is_told_but_its_id(http: TestClient, library: Domain) -> None:
    hidden = next(task for task in library.tasks.values() if task.split == "test")
    with http.websocket_connect(URL) as socket:
        begun = asked(socket, "reset", task=hidden.id, limits={"steps": 1})
        ended = asked(socket, "step", text="Hello")
        state = asked(socket, "state")

    assert ended["data"]["reward"] is None
    for answer in (begun, ended, state):
        assert not {"split", "family", "goal", "scenario", "facts", "grade", "persona"} & set(_names(answer))


def test_a_seed_draws_the_task_and_makes_the_same_episode_again(http: TestClient) -> None:
    def episode(seed: int) -> JSON:
        begun = told(socket, "reset", seed=seed)
        return [
            begun,
            told(socket, "step", text="What is your e-mail address?"),
            asked(socket, "state")["data"]["task"],
        ]

    with http.websocket_connect(URL) as socket:
        assert episode(1) == episode(1)
        assert len({episode(seed)[-1] for seed in range(8)}) > 1


def test_whoever_goes_away_or_begins_anew_has_left(http: TestClient, task: Task) -> None:
    with http.websocket_connect(URL) as socket:
        told(socket, "reset", task=task.id)
        first = asked(socket, "state")["data"]["session_id"]
        told(socket, "reset", task=task.id)
        second = asked(socket, "state")["data"]["session_id"]
        asked_to_close = dumps({"type": "close"})
        socket.send_text(asked_to_close)
        assert socket.receive()["type"] == "websocket.close"

    reasons = [row_of(http, each)["end_reason"] for each in (first, second)]
    assert reasons == ["agent_abandoned", "agent_abandoned"]


def test_a_service_that_stops_is_not_the_agents_fault(http: TestClient, task: Task) -> None:
    with http.websocket_connect(URL) as socket:
        told(socket, "reset", task=task.id)
        session_id = asked(socket, "state")["data"]["session_id"]
        socket.close(1012)
        ended = next(row for _ in range(200) if (row := row_of(http, session_id))["status"] == "ended")

    assert ended["end_reason"] == "infrastructure"


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("{", "INVALID_JSON"),
        ("[]", "INVALID_JSON"),
        ("[" * 100_000, "INVALID_JSON"),
        ('{"type": "mcp", "data": {}}', "UNKNOWN_TYPE"),
        ('{"type": "step", "data": {"text": "before a reset"}}', "VALIDATION_ERROR"),
        ('{"type": "step"}', "VALIDATION_ERROR"),
        ('{"type": "step", "data": {"action": 3}}', "VALIDATION_ERROR"),
        ('{"type": "reset", "data": {"tusk": "x"}}', "VALIDATION_ERROR"),
        ('{"type": "reset", "data": {"seed": -1}}', "VALIDATION_ERROR"),
        ('{"type": "reset", "data": {"task": "nowhere-1"}}', "EXECUTION_ERROR"),
        ('{"type": "reset", "data": {"domain": "nowhere"}}', "EXECUTION_ERROR"),
        ('{"type": "reset", "data": {"persona": {"name": "Ann"}}}', "EXECUTION_ERROR"),
    ],
    ids=lambda text: text[:50],
)
def test_a_message_that_cannot_be_followed_is_answered_and_the_next_one_works(
    http: TestClient, sent: str, expected: str
) -> None:
    with http.websocket_connect(URL) as socket:
        socket.send_text(sent)
        assert code(loads(socket.receive_text())) == expected
        told(socket, "reset")


def test_a_message_in_bytes_is_read_like_one_in_text(http: TestClient) -> None:
    with http.websocket_connect(URL) as socket:
        for sent, expected in ((b'{"type": "reset"}', "observation"), (b"\xff", "error")):
            socket.send_bytes(sent)
            assert loads(socket.receive_text())["type"] == expected


def test_the_limit_of_open_sessions_holds(tmp_path: Path, library: Domain) -> None:
    with (
        service(tmp_path, library, max_open_sessions=1) as http,
        http.websocket_connect(URL) as one,
        http.websocket_connect(URL) as other,
    ):
        told(one, "reset")
        assert code(asked(other, "reset")) == "CAPACITY_REACHED"


def test_a_slow_customer_is_waited_for(tmp_path: Path, library: Domain, task: Task) -> None:
    async def thinking(_seconds: float) -> None:
        for _ in range(50):
            await asyncio.sleep(0)

    replies: list[Reply | str] = ["Hello, I need help.", "Sure.", Reply(text="Bye.", end=CustomerEnd.DONE)]
    slow: dict[str, Customer] = {"scripted": ScriptedCustomer(replies, wait=thinking)}
    with (
        service(tmp_path, library, customers=slow, customer_wait_seconds=0.001) as http,
        http.websocket_connect(URL) as socket,
    ):
        begun = told(socket, "reset", task=task.id, customer="scripted")
        said = [told(socket, "step", text=text) for text in ("What is it?", "Done.")]

    assert begun["observation"]["text"] == "Hello, I need help."
    assert [each["observation"]["text"] for each in said] == ["Sure.", "Bye."]
    assert (said[-1]["done"], said[-1]["observation"]["end_reason"]) == (True, "customer_done")


def test_tools_can_be_asked_for_before_a_reset(http: TestClient, library: Domain) -> None:
    with http.websocket_connect(URL) as socket:
        listed = told(socket, "step", type="list_tools")

    assert len(listed["observation"]["tools"]) == len(library.tools) + 1


def test_away_from_loopback_a_key_is_needed_as_bearer_or_in_the_url(
    tmp_path: Path, library: Domain, task: Task
) -> None:
    with service(tmp_path, library, host="0.0.0.0") as http:
        for headers in ({}, {"Authorization": "Basic ???"}, {"Authorization": "Bearer rga_unknown"}):
            with (
                pytest.raises(WebSocketDenialResponse) as denied,
                http.websocket_connect(URL, headers=headers),
            ):
                pass
            assert (denied.value.status_code, denied.value.json()["status"]) == (401, 401)
        key = http.post("/v1/keys", headers=OPERATOR, json={"name": "ada", "seeds": ["1"]}).json()["key"]
        for url, headers in (
            (URL, {"Authorization": f"Bearer {key}"}),
            (f"ws://agent:{key}@127.0.0.1/openenv/ws", {}),
        ):
            with http.websocket_connect(url, headers=headers) as socket:
                told(socket, "reset", task=task.id, seed=1)
                assert asked(socket, "reset", task=task.id, seed=2)["data"]["problem"]["status"] == 403


@pytest.mark.parametrize(
    ("headers", "status"), [({"Host": "evil.example"}, 421), ({"Origin": "https://evil.example"}, 403)], ids=str
)
def test_pages_of_other_sites_cannot_connect(http: TestClient, headers: dict[str, str], status: int) -> None:
    with pytest.raises(WebSocketDenialResponse) as denied, http.websocket_connect(URL, headers=headers):
        pass
    assert denied.value.status_code == status


def test_what_its_tools_look_for_over_http_is_there(http: TestClient) -> None:
    assert http.get("/openenv/health").json() == {"status": "healthy"}
    assert http.get("/openenv/schema").json().keys() == {"action", "observation", "state"}
    assert http.get("/openenv/metadata").json()["name"] == "regulars"


def _names(value: JSON) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _names(each)
