"""What the demo tells a newcomer to type works in a new terminal."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from app.agents.play import Played
from app.cli.demo_play import Row, casting
from app.cli.demo_report import closing_words


def words() -> str:
    (cast,) = casting("retail", "test", agents="gold", most=1)
    screen = Console(file=io.StringIO(), width=100)
    row = Row("gold", [Played(cast.orders[0], "5e551011")], verdicts={"5e551011": (True, 1.0)})
    closing_words(screen, "http://127.0.0.1:8000", Path(".regulars"), [row])
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


def test_where_the_command_is_not_known_the_demo_says_how_to_make_it_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    activate = tmp_path / ".venv" / "bin" / "activate"
    activate.parent.mkdir(parents=True)
    activate.touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.prefix", str(tmp_path / ".venv"))
    monkeypatch.setenv("PATH", str(tmp_path))

    assert "  . .venv/bin/activate  #" in words()


def test_where_the_command_is_known_the_demo_says_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = tmp_path / "regulars"
    command.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert "activate" not in words()
    assert "regulars sessions show 5e551011" in words()
