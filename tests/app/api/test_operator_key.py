"""The operator key over starts and restarts of services."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from app.api.access import OPERATOR_KEY_FILE, UnusableKey
from app.main import create_app
from app.settings import Settings
from domains.kit.domain import Domain
from tests.app.api.api_house import JSON

pytestmark = pytest.mark.anyio
one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgres = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)


@asynccontextmanager
async def service(folder: Path, url: str, library: Domain, **settings: JSON) -> AsyncIterator[httpx.AsyncClient]:
    elsewhere: Mapping[str, JSON] = {} if url.startswith("sqlite") else {"database_url": SecretStr(url)}
    app = create_app(Settings(data_dir=folder, log_level="error", **elsewhere, **settings), domains={"l": library})
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
            yield http


async def keys(http: httpx.AsyncClient, key: str) -> httpx.Response:
    return await http.get("/v1/keys", headers={"Authorization": f"Bearer {key}"})


@on_postgres
async def test_services_with_one_operator_key_start_at_once_on_an_empty_database(
    tmp_path: Path, database_url: str, library: Domain
) -> None:
    async def started(number: int) -> int:
        folder = tmp_path / str(number)
        async with service(folder, database_url, library, operator_key=SecretStr("rgo_ours")) as http:
            return (await keys(http, "rgo_ours")).status_code

    assert await asyncio.gather(*(started(number) for number in range(5))) == [200] * 5


@one_database
async def test_a_key_file_that_was_left_empty_gets_a_key(tmp_path: Path, database_url: str, library: Domain) -> None:
    file = tmp_path / OPERATOR_KEY_FILE
    file.touch()
    async with service(tmp_path, database_url, library) as http:
        assert (await keys(http, file.read_text().strip())).status_code == 200
    assert file.stat().st_mode & 0o777 == 0o600


@one_database
async def test_a_revoked_operator_key_is_replaced_at_the_next_start(
    tmp_path: Path, database_url: str, library: Domain
) -> None:
    file = tmp_path / OPERATOR_KEY_FILE
    async with service(tmp_path, database_url, library) as http:
        old = file.read_text().strip()
        row = (await keys(http, old)).json()["keys"][0]
        await http.delete(f"/v1/keys/{row['id']}", headers={"Authorization": f"Bearer {old}"})
    async with service(tmp_path, database_url, library) as http:
        assert (await keys(http, old)).status_code == 401
        assert (await keys(http, file.read_text().strip())).status_code == 200


@one_database
async def test_a_revoked_operator_key_cannot_be_set_again(tmp_path: Path, database_url: str, library: Domain) -> None:
    async with service(tmp_path, database_url, library, operator_key=SecretStr("rgo_ours")) as http:
        row = (await keys(http, "rgo_ours")).json()["keys"][0]
        await http.delete(f"/v1/keys/{row['id']}", headers={"Authorization": "Bearer rgo_ours"})
    with pytest.raises(UnusableKey):
        async with service(tmp_path, database_url, library, operator_key=SecretStr("rgo_ours")):
            pass
