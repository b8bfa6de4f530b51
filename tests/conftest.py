"""What all tests share: databases to run on, and the rule that in CI nothing is skipped."""

import os
import sys
from collections.abc import Generator, Iterator
from getpass import getuser
from importlib import import_module
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import psycopg
import pytest
import structlog
from sqlalchemy import URL, make_url

from domains.kit.domain import Domain

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
LENDING_LIBRARY = Path(__file__).parent / "third_party" / "lending_library"
SQLITE_OR_POSTGRES = [pytest.param("sqlite"), pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(autouse=True)
def logs_go_where_they_went_at_first() -> Iterator[None]:
    """A command that ran in this process has set up logging for an output that is closed after its test."""
    yield
    structlog.reset_defaults()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _failed_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _failed_if_skipped((yield))


def _failed_if_skipped(report: Report) -> Report:
    """CI has everything that tests need: what is skipped there would be lost unnoticed."""
    if os.environ.get("REGULARS_CI") == "1" and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped, and REGULARS_CI=1 forbids that: {reason}"
    return report


@pytest.fixture(scope="session")
def postgres_server() -> URL:
    """A server on which tests may make databases: REGULARS_TEST_POSTGRES, or the one that runs on this machine."""
    user = os.environ.get("PGUSER") or getuser()
    url = make_url(os.environ.get("REGULARS_TEST_POSTGRES") or f"postgresql+psycopg://{user}@127.0.0.1:5432/postgres")
    try:
        psycopg.connect(_for_driver(url), connect_timeout=3).close()
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL answers at {url.render_as_string()}: set REGULARS_TEST_POSTGRES ({error})")
    return url


@pytest.fixture
def postgres_url(postgres_server: URL) -> Iterator[str]:
    """A new, empty PostgreSQL database."""
    name = f"regulars_{uuid4().hex}"
    with psycopg.connect(_for_driver(postgres_server), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield postgres_server.set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A file for a new SQLite database."""
    return f"sqlite:///{tmp_path / 'regulars.db'}"


@pytest.fixture(params=SQLITE_OR_POSTGRES)
def database_url(request: pytest.FixtureRequest) -> str:
    """A new, empty database of each supported kind in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


def _for_driver(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def library() -> Domain:
    """The lending library of the third-party distribution, straight from its source: a small, whole business."""
    if str(LENDING_LIBRARY) not in sys.path:
        sys.path.append(str(LENDING_LIBRARY))
    found: Domain = import_module("lending_library").DOMAIN
    return found
