"""`regulars tasks` and `regulars keys`, and a chat in which a person plays the agent."""

import json
from pathlib import Path

import pytest

from app.cli import run
from tests.app.cli.conftest import Command


@pytest.fixture
def task(command: Command) -> str:
    return str(command("tasks", "list", "--split", "dev", "--json").json["tasks"][0]["id"])


def test_tasks_are_listed_by_split(command: Command) -> None:
    rows = command("tasks", "list", "--split", "dev", "--json").json["tasks"]

    assert {row["split"] for row in rows} == {"dev"}
    assert rows[0]["id"] in command("tasks", "list", "--split", "dev").out


def test_a_task_is_shown_with_the_customers_side_and_the_goal(command: Command, task: str) -> None:
    shown = command("tasks", "show", task)

    for heading in ("The customer", "wants", "knows", "A right agent", "At the end"):
        assert heading in shown.out
    assert command("tasks", "show", task, "--json").json["id"] == task


def test_every_look_up_that_would_do_is_shown(command: Command) -> None:
    shown = " ".join(command("tasks", "show", "retail-53046").out.split())
    assert 'looked up: get_order(order_id="R110786") or list_orders(customer_id="C' in shown


def test_a_task_that_is_not_there_is_one_line(command: Command) -> None:
    shown = command("tasks", "show", "retail-none")

    assert shown.code == 2
    assert "`regulars tasks list` shows what there is." in shown.err


def test_tasks_can_be_read_without_service_and_data_directory(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "none"

    assert run(["tasks", "list", "--split", "dev", "--json", "--data-dir", str(missing)]) == 0
    assert json.loads(capsys.readouterr().out)["tasks"]
    assert not missing.exists()


def test_the_same_seed_makes_the_same_private_tasks(command: Command, tmp_path: Path) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    for file in (first, second):
        assert command("tasks", "generate", "--seed", "7", "--count", "2", "--out", str(file)).code == 0

    assert first.read_bytes() == second.read_bytes()
    assert len(json.loads(first.read_text())) >= 2


def test_generating_for_an_unknown_family_names_the_known_ones(command: Command) -> None:
    shown = command("tasks", "generate", "--family", "none")

    assert shown.code == 2
    assert "its families are:" in shown.err


def test_an_audit_of_an_unknown_task_is_refused_at_once(command: Command) -> None:
    assert "has no task 'none'" in command("tasks", "audit", "none").err


def test_a_key_is_shown_once_listed_and_revoked(command: Command) -> None:
    made = command("keys", "create", "ada", "--split", "dev", "--feedback", "reward", "--json").json

    listed = command("keys", "list")
    assert made["key"].startswith("rga_")
    assert made["key"] not in listed.out
    assert "splits dev; feedback reward" in listed.out
    assert command("keys", "revoke", made["id"]).code == 0
    assert "ada (revoked)" in command("keys", "list").out


def test_a_chat_ends_with_the_grade(command: Command, task: str) -> None:
    typed = "/help\n/tools\n/policy\nHello, how can I help?\n/quit\n"

    shown = command("chat", task, typed=typed)

    assert shown.code == 0
    assert "You are the agent." in shown.out
    assert "call a tool" in shown.out
    assert "The conversation has ended: agent_abandoned." in shown.out
    assert "FAILED" in shown.out


def test_a_chat_runs_tools_and_survives_typing_errors(command: Command, task: str) -> None:
    typed = "/calll x\n/call find_customer_by_email {\n/call find_customer_by_email email=nobody@example.com\n/end\n"

    shown = command("chat", task, typed=typed)

    assert "There is no command /calll" in shown.out
    assert "not valid JSON" in shown.out
    assert "nobody@example.com" in shown.out
    assert "The conversation has ended: agent_ended." in shown.out


def test_a_chat_as_json_is_one_document_a_line(command: Command, task: str) -> None:
    shown = command("chat", task, "--json", typed="Hello.\n")

    lines = [json.loads(line) for line in shown.out.splitlines()]
    assert lines[0]["session"]
    assert lines[-1]["end_reason"] == "agent_abandoned"
    assert lines[-1]["grade"]["success"] is False


def test_a_chat_about_no_task_is_refused(command: Command) -> None:
    shown = command("chat", "none")

    assert shown.code == 2
    assert "There is no task 'none'" in shown.err
