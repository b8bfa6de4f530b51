"""The data directory: upgraded, copied, deleted; and the note of the service that runs on it."""

import json
import os
import stat
from pathlib import Path

import pytest

from app.cli import run, running


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    assert run(["db", "upgrade", "--data-dir", str(folder)]) == 0
    (folder / "operator.key").write_text("rgo_secret")
    return folder


def test_a_database_is_made_where_there_is_none(data_dir: Path) -> None:
    assert (data_dir / "regulars.db").is_file()


def test_upgrading_twice_changes_nothing(data_dir: Path) -> None:
    assert run(["db", "upgrade", "--data-dir", str(data_dir)]) == 0


def test_a_backup_is_a_data_directory_only_its_owner_can_read(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy"
    capsys.readouterr()

    code = run(["data", "backup", str(copy), "--data-dir", str(data_dir), "--json"])

    assert code == 0
    assert json.loads(capsys.readouterr().out) == {"backup": str(copy), "sessions": 0}
    assert (copy / "operator.key").read_text() == "rgo_secret"
    assert stat.S_IMODE((copy / "regulars.db").stat().st_mode) == 0o600


def test_a_backup_never_overwrites(data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine").touch()

    assert run(["data", "backup", str(taken), "--data-dir", str(data_dir)]) == 2
    assert "exists already. Name a new folder." in capsys.readouterr().err


def test_deleting_removes_our_files_and_names_what_is_left(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data_dir / "notes.txt").touch()

    assert run(["data", "delete", "--data-dir", str(data_dir), "--yes"]) == 0
    assert [path.name for path in data_dir.iterdir()] == ["notes.txt"]
    assert "still there: notes.txt" in capsys.readouterr().out


def test_deleting_takes_the_folder_with_it_when_nothing_else_is_there(data_dir: Path) -> None:
    assert run(["data", "delete", "--data-dir", str(data_dir), "--yes"]) == 0
    assert not data_dir.exists()


def test_deleting_is_refused_while_a_service_runs(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    running.announce(data_dir, "http://127.0.0.1:1")

    assert run(["data", "delete", "--data-dir", str(data_dir), "--yes"]) == 2
    assert f"process {os.getpid()}. Stop it first" in capsys.readouterr().err
    assert (data_dir / "regulars.db").is_file()


def test_a_folder_without_a_database_is_never_deleted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["data", "delete", "--data-dir", str(tmp_path), "--yes"]) == 2
    assert "There is no database" in capsys.readouterr().err


def test_the_note_of_a_service_is_for_its_owner_and_goes_with_it(tmp_path: Path) -> None:
    running.announce(tmp_path, "http://127.0.0.1:8000")

    assert running.url_of(tmp_path) == "http://127.0.0.1:8000"
    assert stat.S_IMODE((tmp_path / running.FILE).stat().st_mode) == 0o600
    running.withdraw(tmp_path)
    assert running.url_of(tmp_path) is None


def test_a_note_of_a_dead_process_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / running.FILE).write_text(json.dumps({"url": "http://127.0.0.1:8000", "pid": 2**22 + 1}))

    assert running.url_of(tmp_path) is None


def test_reading_commands_do_not_make_a_data_directory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "none"

    assert run(["sessions", "list", "--data-dir", str(missing)]) == 2
    assert "There is no data directory" in capsys.readouterr().err
    assert not missing.exists()


def test_a_service_that_is_not_there_is_said_to_be_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sessions", "list", "--url", "http://127.0.0.1:9", "--key", "rgo_x"]) == 2
    assert "No service answers at http://127.0.0.1:9" in capsys.readouterr().err
