"""When something is broken: what clients hear of it, and what comes after."""

from collections.abc import Iterator

import httpx
import psycopg
import pytest
from sqlalchemy import make_url

from app.errors import DataDirectoryUnusable
from app.main import create_app
from app.settings import Settings
from domains.kit.domain import Domain
from tests.app.api.api_house import House, auth

pytestmark = pytest.mark.anyio
one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgres = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)


@pytest.fixture
def server(database_url: str) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A connection to another database of the same server."""
    url = make_url(database_url).set(drivername="postgresql", database="postgres")
    with psycopg.connect(url.render_as_string(hide_password=False), autocommit=True) as connection:
        yield connection


@on_postgres
async def test_while_the_database_is_away_clients_are_told_to_come_back_and_then_go_on(
    house: House, server: psycopg.Connection[tuple[object, ...]], database_url: str, task: str
) -> None:
    session = await house.open(task)
    name = make_url(database_url).database
    server.execute(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS false')
    server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
    away = await house.step(session, "Hello.")
    ready = await house.http.get("/readyz")
    server.execute(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS true')
    assert (away.status_code, ready.status_code) == (503, 503)
    assert away.json()["type"] == "urn:regulars:problem:database_unavailable"
    assert away.json()["retryable"] is True
    assert away.headers["retry-after"] == "1"
    assert (await house.step(session, "Hello.")).status_code == 200
    assert [event["seq"] for event in await house.events(session)] == [0, 1, 2]


@one_database
async def test_a_defect_is_a_problem_document_that_tells_nothing(house: House, task: str) -> None:
    session = await house.open(task)
    del house.app.state.services
    transport = httpx.ASGITransport(house.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
        answer = await http.get(f"/v1/sessions/{session['id']}", headers=auth(session))
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "urn:regulars:problem:internal"
    assert "services" not in answer.text


async def test_a_data_directory_that_is_a_file_is_told_so(
    tmp_path_factory: pytest.TempPathFactory, library: Domain
) -> None:
    file = tmp_path_factory.mktemp("place") / "data"
    file.write_text("")
    app = create_app(Settings(data_dir=file, log_level="error"), domains={library.name: library})
    with pytest.raises(DataDirectoryUnusable, match="data"):
        async with app.router.lifespan_context(app):
            pass


async def test_a_service_on_an_ipv6_address_knows_its_own_name(
    tmp_path_factory: pytest.TempPathFactory, library: Domain
) -> None:
    place = tmp_path_factory.mktemp("place")
    app = create_app(Settings(data_dir=place, host="fd00::1", log_level="error"), domains={library.name: library})
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://[fd00::1]:8000") as http,
    ):
        assert (await http.get("/healthz")).status_code == 200
