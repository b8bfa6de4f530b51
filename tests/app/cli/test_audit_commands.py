"""`regulars audit replay` and `regulars tasks audit`."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.cli import run
from tests.app.cli.conftest import Command, Played


def test_sessions_replay_as_they_were_recorded(command: Command, gold_session: str) -> None:
    shown = command("audit", "replay", gold_session)

    assert shown.code == 0
    assert shown.out.startswith("1 session, ")
    assert "All as recorded." in shown.out


def test_a_changed_record_is_found_and_named(
    played: Played, command: Command, gold_session: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy"
    assert command("data", "backup", str(copy)).code == 0
    with closing(sqlite3.connect(copy / "regulars.db")) as database, database:
        database.execute(
            "UPDATE events SET payload = json_set(payload, '$.content', 'forged')"
            " WHERE kind = 'tool' AND session_id = ?",
            (gold_session,),
        )

    code = run(["audit", "replay", gold_session, "--data-dir", str(copy)])

    shown = capsys.readouterr().out
    assert code == 1
    assert "another content" in shown
    assert "forged" in shown


def test_a_private_set_is_audited_certified_beside_its_file_and_can_be_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.json"
    family = "order_questions"
    assert run(["tasks", "generate", "--family", family, "--split", "dev", "--count", "1", "--out", str(file)]) == 0
    capsys.readouterr()

    code = run(["tasks", "audit", "--file", str(file), "--workers", "1", "--write", "--json"])

    audited = json.loads(capsys.readouterr().out)
    ids = {each["task"] for each in audited["audits"]}
    assert (code, audited["ok"]) == (0, True)
    assert set(json.loads((tmp_path / "mine.certificates.json").read_text())) == ids
    monkeypatch.setenv("REGULARS_TASK_FILES", json.dumps([str(file)]))
    run(["tasks", "list", "--json", "--data-dir", str(tmp_path / "none")])
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["tasks"]}
    assert {rows[task]["certified"] for task in ids} == {True}


def test_a_file_without_tasks_in_it_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.json"
    file.write_text('[{"id": 3}]')

    assert run(["tasks", "audit", "--file", str(file)]) == 2
    assert "is no file of tasks" in capsys.readouterr().err


def test_a_task_file_of_no_installed_domain_is_refused_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.json"
    file.write_text('[{"domain": "bakery"}]')
    monkeypatch.setenv("REGULARS_TASK_FILES", json.dumps([str(file)]))

    assert run(["tasks", "list", "--data-dir", str(tmp_path / "none")]) == 2
    assert "of the domain 'bakery', which is not installed" in capsys.readouterr().err
