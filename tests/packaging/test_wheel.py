"""The wheel: all that is needed, nothing else, and it works outside the checkout."""

import json
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest

CHECKOUT = Path(__file__).parents[2]
CONTENTS = {
    "app": "app",
    "simulators": "simulators",
    "domains": "domains",
    "app/client": "regulars_client",
    "migrations": "app/storage/migrations",
}
Run = Callable[..., subprocess.CompletedProcess[str]]


def source_files(folder: str) -> list[Path]:
    files = (path for path in (CHECKOUT / folder).rglob("*") if path.is_file())
    return [path.relative_to(CHECKOUT / folder) for path in files if "__pycache__" not in path.parts]


@pytest.fixture
def names(wheel: Path) -> set[str]:
    with ZipFile(wheel) as contents:
        return set(contents.namelist())


@pytest.mark.parametrize(("folder", "package"), CONTENTS.items())
def test_the_wheel_has_every_file_of(folder: str, package: str, names: set[str]) -> None:
    assert {f"{package}/{path.as_posix()}" for path in source_files(folder)} <= names


def test_the_wheel_has_nothing_but_packages_and_what_is_said_about_them(names: set[str]) -> None:
    expected = {f"{package}/{path.as_posix()}" for folder, package in CONTENTS.items() for path in source_files(folder)}
    about = f"regulars-{version('regulars')}.dist-info/"
    assert {name for name in names - expected if not name.startswith(about)} == set()


def test_the_wheel_brings_its_licence(names: set[str]) -> None:
    assert f"regulars-{version('regulars')}.dist-info/licenses/LICENSE" in names


def test_the_command_says_what_it_can_do(run: Run) -> None:
    asked = run("regulars", "--help")
    assert (asked.returncode, asked.stderr) == (0, "")
    assert "serve" in asked.stdout


def test_the_command_knows_its_version(run: Run) -> None:
    assert run("regulars", "--version").stdout.strip() == version("regulars")


def test_nothing_is_taken_from_the_checkout(run: Run) -> None:
    code = (
        "import app, domains, regulars_client, simulators; print(app.__file__, domains.__file__, simulators.__file__)"
    )
    assert str(CHECKOUT) not in run("python", "-c", code).stdout


def test_a_database_is_made_by_the_migrations_in_the_wheel(run: Run, tmp_path: Path) -> None:
    upgraded = run("regulars", "db", "upgrade", "--data-dir", "data")
    assert upgraded.returncode == 0, upgraded.stderr
    with closing(sqlite3.connect(tmp_path / "data" / "regulars.db")) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"alembic_version", "sessions", "events", "grades"} <= tables


def test_the_client_is_imported_without_the_rest(run: Run) -> None:
    code = "import sys, regulars_client; print({'app', 'domains', 'simulators'} & set(sys.modules))"
    asked = run("python", "-c", code)
    assert (asked.stdout.strip(), asked.stderr) == ("set()", "")


@contextmanager
def serving(scripts: Path, folder: Path, variables: dict[str, str]) -> Iterator[str]:
    command = [
        str(scripts / "regulars"),
        "serve",
        "--json",
        "--until-stdin-closes",
        "--port",
        "0",
        "--data-dir",
        "data",
    ]
    variables = variables | {"REGULARS_ALLOW_UNCERTIFIED": "true", "REGULARS_LOG_LEVEL": "error"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=variables, stdin=pipe, stdout=pipe, text=True) as service:
        assert service.stdout is not None
        assert service.stdin is not None
        yield json.loads(service.stdout.readline())["url"]
        service.stdin.close()
        assert service.wait(20) == 0


def test_a_session_is_played_with_the_installed_service_and_client(
    run: Run, scripts: Path, tmp_path: Path, elsewhere: dict[str, str]
) -> None:
    with serving(scripts, tmp_path, elsewhere) as url:
        play = f"""
from regulars_client import Client
with Client({url!r}) as client:
    task = client.tasks("retail")[0]
    session = client.open_session(task, agent="wheel@1")
    print([message["role"] for message in session.messages])
    session.end()
    print(session.end_reason)
"""
        played = run("python", "-c", play)
    assert played.stdout.splitlines() == ["['system', 'user']", "agent_ended"], played.stderr
