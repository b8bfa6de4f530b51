"""`regulars run`."""

import json
from pathlib import Path

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
