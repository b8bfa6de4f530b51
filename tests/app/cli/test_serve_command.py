"""`regulars serve`: what it says, where it leaves its note, and how it ends."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from app.cli import run, running
from tests.app.cli.conftest import Command, Played


@contextmanager
def served(data_dir: Path, *options: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "app.cli", "serve", "--port", "0", "--data-dir", str(data_dir), *options]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def first_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_service_answers_and_stops_cleanly_at_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    with served(tmp_path, "--json") as process:
        said = json.loads(first_line(process))
        assert httpx.get(f"{said['url']}/readyz").status_code == 200
        assert running.url_of(tmp_path) == said["url"]
        assert Path(said["operator_key_file"]).read_text().startswith("rgo_")

        process.send_signal(number)

        assert process.wait(20) == 0
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()
    assert not (tmp_path / running.FILE).exists()


def test_a_service_that_is_watched_stops_without_delay_or_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGULARS_ALLOW_UNCERTIFIED", "true")
    with served(tmp_path, "--json") as process:
        said = json.loads(first_line(process))
        operator = {"Authorization": f"Bearer {Path(said['operator_key_file']).read_text().strip()}"}
        with httpx.Client(base_url=said["url"], headers=operator) as http:
            task = http.get("/v1/domains/retail/tasks").json()["tasks"][0]
            session = http.post("/v1/sessions", json={"task": task}).json()
            stream = {"Accept": "text/event-stream"}
            with http.stream("GET", f"/v1/sessions/{session['id']}/events", headers=stream) as watched:
                chunks = watched.iter_text()
                assert "event: customer" in next(chunks)
                process.send_signal(signal.SIGTERM)
                assert list(chunks) == []

        assert process.wait(20) == 0
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


@pytest.mark.parametrize("folder", ["data", "[red]" + 80 * "x"])
def test_a_service_for_people_says_where_it_is_and_what_to_do_next(tmp_path: Path, folder: str) -> None:
    with served(tmp_path / folder, "--until-stdin-closes") as process:
        first = first_line(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(20) == 0
        assert process.stdout is not None
        rest = process.stdout.read()

    assert first.startswith("Regulars listens on http://127.0.0.1:")
    assert f"  operator key  {tmp_path / folder / 'operator.key'}\n" in rest
    assert "regulars chat TASK" in rest


def test_a_second_service_on_the_same_data_is_refused(
    service: str, played: Played, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["serve", "--port", "0", "--data-dir", str(played.data_dir)])

    assert code == 2
    assert "Another process uses" in capsys.readouterr().err
    assert running.url_of(played.data_dir) == service


def test_a_taken_port_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code = run(["serve", "--port", str(taken.getsockname()[1]), "--data-dir", str(tmp_path)])

    assert code == 2
    assert "--port 0 takes a free one." in capsys.readouterr().err


def test_a_wrong_setting_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REGULARS_MAX_STEPS", "none")

    assert run(["serve", "--data-dir", str(tmp_path)]) == 2
    assert "max_steps" in capsys.readouterr().err


def test_a_service_is_found_by_its_url_and_key(command: Command, service: str, played: Played) -> None:
    key = (played.data_dir / "operator.key").read_text().strip()

    assert command("sessions", "list", "--url", service, "--key", key).code == 0
