"""`regulars run`."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest

from tests.app.cli.conftest import Command, Played
from tests.app.models.model_server import model_server

HELLO = '{"text": "Hello!"}\n' * 3


@pytest.fixture
def greeter(tmp_path: Path) -> str:
    """A model that says the same three times, which ends a session as `no_progress`."""
    file = tmp_path / "greeter.jsonl"
    file.write_text(HELLO, encoding="utf-8")
    return f"model:scripted/{file}"


def test_an_agent_plays_each_task_in_each_trial_and_a_table_says_how_it_did(command: Command) -> None:
    said = command("run", "--agent", "gold", "--tasks", "2", "--trials", "2", "--name", "golden@1")

    assert said.code == 0
    assert "golden@1         4        4  1.00" in said.out
    assert "4 sessions of 4" in said.out
    listed = command("sessions", "list", "--agent", "golden@1", "--json").json["sessions"]
    assert sorted((row["seed"], row["success"]) for row in listed) == [
        ("0", True),
        ("0", True),
        ("1", True),
        ("1", True),
    ]


def test_what_a_model_took_is_shown_and_kept_with_the_sessions(command: Command, greeter: str) -> None:
    said = command("run", "--agent", greeter, "--tasks", "2", "--name", "greeting@1")

    assert said.code == 0, said.err
    assert "The model: 6 calls" in said.out
    assert "regulars sessions show" in said.out
    row = command("sessions", "list", "--agent", "greeting@1", "--json").json["sessions"][0]
    assert row["metadata"] == {"design": "model", "model": greeter.partition(":")[2], "temperature": "0"}


@pytest.mark.parametrize("options", [[], ["--stream"]])
def test_a_model_behind_another_address_is_asked_for_its_answers_whole_or_in_parts(
    command: Command, options: list[str]
) -> None:
    with model_server() as server:
        found = command("run", "--agent", "model:openai/plain", "--api-base", server.api_base, "--tasks", "1", *options)

    assert found.code == 0, found.err
    assert "The model: 3 calls, 33 + 9 tokens, no known price" in found.out
    assert [bool(asked.get("stream")) for asked in server.asked] == [bool(options)] * 3


def test_a_server_of_chat_completions_is_called_as_it_is_and_sent_nothing_else(command: Command) -> None:
    with model_server() as server:
        found = command("run", "--agent", f"{server.api_base}/chat/completions", "--tasks", "1")

    assert found.code == 0, found.err
    assert "1 session of 1" in found.out
    assert "no_progress 1" in found.out
    assert len(server.asked) == 3
    for asked in server.asked:
        assert set(asked) == {"messages", "tools", "temperature", "seed"}
        assert not any(word in json.dumps(asked["messages"][1:]) for word in ("goal", "family", "split"))


def test_an_agent_with_its_own_loop_is_played_as_its_file_says(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOX_TOKEN", "t0p-secret")
    with box() as served:
        file = tmp_path / "agent.yaml"
        file.write_text(AGENT_YAML.format(url=served.url), encoding="utf-8")
        found = command("run", "--agent", str(file), "--tasks", "1")
        row = command("sessions", "list", "--agent", "box@1", "--json").json["sessions"][0]
        shown = command("sessions", "show", row["id"], "--json").json

    assert found.code == 0, found.err
    assert row["end_reason"] == "no_progress"
    turns = len(served.told)
    assert turns > 2
    assert [told["turn"] for told in served.told] == list(range(1, turns + 1))
    assert {told["thread"] for told in served.told} == {row["id"]}
    assert {headers["authorization"] for headers in served.headers} == {"Bearer t0p-secret"}
    assert all(headers["traceparent"].startswith("00-") for headers in served.headers)
    payloads = [event["payload"] for event in shown["events"]]
    calls = [payload["name"] for payload in payloads if payload["kind"] == "tool"]
    assert calls == ["search_products"] * turns
    said = [payload["heard"] for payload in payloads if payload["kind"] == "agent" and payload["heard"]]
    assert said == ["Hello!\n\nOne moment."] * turns
    assert "t0p-secret" not in found.out + json.dumps(shown)


AGENT_YAML = """
url: {url}
name: box@1
headers:
  Authorization: Bearer ${{BOX_TOKEN}}
request:
  thread: "{{{{session.id}}}}"
  text: "{{{{customer.text}}}}"
  tools: "{{{{session.tools_url}}}}"
  token: "{{{{session.token}}}}"
  turn: "{{{{turn}}}}"
reply: messages.*.text
"""


@dataclass
class Box:
    """An agent on loopback that looks something up each time, and says the same in two messages."""

    url: str
    told: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def box() -> Iterator[Box]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told = json.loads(self.rfile.read(int(self.headers["content-length"])))
            served.told.append(told)
            served.headers.append({name.lower(): value for name, value in self.headers.items()})
            seat = {"Authorization": f"Bearer {told['token']}"}
            httpx.post(f"{told['tools']}/search_products", json={"words": "lamp"}, headers=seat).raise_for_status()
            answer = json.dumps({"messages": [{"text": "Hello!"}, {"text": "One moment."}]}).encode()
            self.send_response(200)
            self.send_header("content-length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_args: object) -> None:
            """Nothing is said."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Box(f"http://127.0.0.1:{listening.server_port}/chat")
    thread = Thread(target=listening.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield served
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


def test_json_has_the_estimates_and_every_session(command: Command, greeter: str) -> None:
    found = command("run", "--agent", greeter, "--tasks", "1", "--trials", "2", "--json").json

    assert (found["ok"], found["results"]["sessions"], found["results"]["successes"]) == (True, 2, 0)
    assert found["model"]["calls"] == 6
    assert [(one["seed"], one["end_reason"], one["success"]) for one in found["sessions"]] == [
        ("0", "no_progress", False),
        ("1", "no_progress", False),
    ]


def test_a_model_that_cannot_answer_at_all_stops_the_run_and_counts_for_nothing(
    command: Command, tmp_path: Path
) -> None:
    said = command("run", "--agent", "model:scripted/none", "--tasks", "5", "--at-once", "1", "--name", "broken@1")

    assert said.code == 1
    assert "Not everything was played: its model: scripted/none: there is no script 'none'" in said.out
    assert "1 session of 5" in said.out
    (row,) = command("sessions", "list", "--agent", "broken@1", "--json").json["sessions"]
    assert row["end_reason"] == "infrastructure"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--agent", "nobody"], "There is no agent 'nobody': write model:MODEL"),
        (["--agent", "http://10.0.0.1/v1"], "10.0.0.1 is not on this machine"),
        (["--agent", "none.yaml"], "The file none.yaml cannot be read"),
        (["--agent", "gold", "--split", "all"], "There is no split 'all'"),
        (["--agent", "gold", "--task", "retail-00000"], "has no task 'retail-00000'"),
        (["--agent", "gold", "--persona", "evil"], "There is no persona 'evil'"),
    ],
)
def test_what_cannot_be_played_is_said_in_one_line(command: Command, arguments: list[str], complaint: str) -> None:
    said = command("run", *arguments)
    assert said.code == 2
    assert complaint in said.err
    assert said.err.count("\n") == 1


def test_without_a_running_service_one_is_started_for_the_run(
    played: Played, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from app.cli import run

    monkeypatch.setenv("REGULARS_ALLOW_UNCERTIFIED", "true")
    code = run(["run", "--agent", "gold", "--tasks", "1", "--data-dir", str(tmp_path / "own"), "--json"])
    assert (code, json.loads(capsys.readouterr().out)["results"]["successes"]) == (0, 1)
    assert not (tmp_path / "own" / "service.json").exists()
