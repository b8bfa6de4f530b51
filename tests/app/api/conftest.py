"""Services in process, on each database, with the lending library as their business."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from app.api.access import OPERATOR_KEY_FILE
from app.main import create_app
from app.models.gateway import Gateway
from app.settings import Settings
from domains.kit.domain import Domain
from simulators.protocol import Customer
from tests.app.api.api_house import JSON, House, Opener, SetClock


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def open_house(tmp_path: Path, database_url: str, library: Domain) -> Opener:
    """Starts a service; several may run on one PostgreSQL, one after another on one SQLite file."""
    clock = SetClock()

    @asynccontextmanager
    async def start(
        *,
        customers: Mapping[str, Customer] | None = None,
        domains: Mapping[str, Domain] | None = None,
        models: Gateway | None = None,
        folder: str = "data",
        **settings: JSON,
    ) -> AsyncIterator[House]:
        data_dir = tmp_path / folder
        url = {} if database_url.startswith("sqlite") else {"database_url": database_url}
        quiet: dict[str, JSON] = {"allow_uncertified": True, "log_level": "error", "sweep_seconds": 3600}
        chosen = Settings(
            data_dir=data_dir,
            **(quiet | url | settings),
        )
        app = create_app(
            chosen, domains=domains or {library.name: library}, customers=customers, clock=clock, models=models
        )
        async with app.router.lifespan_context(app):
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
                key = (data_dir / OPERATOR_KEY_FILE).read_text().strip()
                yield House(app, http, {"Authorization": f"Bearer {key}"}, clock)

    return start


@pytest.fixture
async def house(open_house: Opener) -> AsyncIterator[House]:
    """A service with the agenda customer."""
    async with open_house() as found:
        yield found


@pytest.fixture
def task(library: Domain) -> str:
    """The id of a task that needs a write."""
    return next(task.id for task in library.tasks.values() if task.goal.expected)
