"""A data directory in which agents have played, and a service that runs on it."""

import io
import json
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import child, run


@dataclass(frozen=True)
class Played:
    """What the demo left behind."""

    data_dir: Path
    output: str
    code: int

    @property
    def summary(self) -> Any:
        """The JSON on the demo's last line."""
        return json.loads(self.output.splitlines()[-1])


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """The demo with two agents on two tasks, once. Tasks need no certificate: what is tested here is the command."""
    data_dir = tmp_path_factory.mktemp("played") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REGULARS_ALLOW_UNCERTIFIED", "true")
        patch.setenv("COLUMNS", "80")
        out = io.StringIO()
        with redirect_stdout(out):
            code = run(
                ["demo", "--once", "--agents", "gold,always-refuse", "--tasks", "2", "--data-dir", str(data_dir)]
            )
        yield Played(data_dir, out.getvalue(), code)


@pytest.fixture(scope="session")
def service(played: Played) -> Iterator[str]:
    """The URL of a service on that data directory, in a process of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REGULARS_ALLOW_UNCERTIFIED", "true")
        with child.service(played.data_dir, host="127.0.0.1", port=0) as url:
            yield url


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)


Command = Callable[..., Said]


@pytest.fixture
def command(
    service: str, played: Played, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs a command against the service; `typed` is its standard input."""

    def run_it(*arguments: str, typed: str = "") -> Said:
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.setenv("REGULARS_DATA_DIR", str(played.data_dir))
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        capsys.readouterr()
        code = run(arguments)
        shown = capsys.readouterr()
        return Said(code, shown.out, shown.err)

    return run_it


@pytest.fixture
def gold_session(command: Command) -> str:
    """The id of a session in which gold succeeded."""
    rows = command("sessions", "list", "--agent", "gold", "--json").json["sessions"]
    return str(rows[0]["id"])


@pytest.fixture
def failed_session(command: Command) -> str:
    """The id of a session that failed."""
    rows = command("sessions", "list", "--agent", "always_refuse", "--failed", "--json").json["sessions"]
    return str(rows[0]["id"])
