"""Help: quick, complete, and with an example for every command."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from app.cli import run
from app.cli.root import cli


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, (*path, name))


@pytest.mark.parametrize("path", list(commands(get_command(cli))), ids=" ".join)
def test_help_of_every_command_has_an_example_of_it(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code = run([*path, "--help"])

    shown = capsys.readouterr().out
    assert code == 0
    assert "Examples:" in shown
    assert f"    {' '.join(('regulars', *path))}" in shown or f"| {' '.join(('regulars', *path))}" in shown


@pytest.mark.parametrize("path", [p for p in commands(get_command(cli)) if p not in {(), ("serve",)}], ids=" ".join)
def test_no_short_help_is_cut_off(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    run([*path[:-1], "--help"])

    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith(f"  {path[-1]} "))
    assert not line.endswith("...")


def test_help_imports_neither_the_service_nor_a_domain() -> None:
    code = (
        "import sys; from app.cli import run; run(['--help']); "
        "print([name for name in ('pydantic', 'httpx', 'rich', 'fastapi', 'sqlmodel') if name in sys.modules])"
    )

    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert shown.splitlines()[-1] == "[]"


def test_an_unknown_command_is_wrong_usage_and_a_near_one_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["tsks"])

    assert code == 2
    assert "Did you mean 'tasks'?" in capsys.readouterr().err


def test_the_version_is_the_distributions(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("0.")
