"""The service in this process, as an audit plays against it: the real API on a data directory of its own."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe

import httpx
from pydantic import SecretStr

from app.client import AsyncClient, AsyncOperator
from app.main import create_app
from app.settings import Settings
from domains.kit.domain import Domain
from simulators.protocol import Customer

BASE_URL = "http://127.0.0.1"


@dataclass(frozen=True)
class Service:
    """Clients of a running service."""

    client: AsyncClient
    operator: AsyncOperator


@asynccontextmanager
async def service_in(
    data_dir: Path, domains: Mapping[str, Domain], *, customers: Mapping[str, Customer] | None = None
) -> AsyncIterator[Service]:
    """Run the service on that directory with those domains and kinds of customer; tasks need no certificate."""
    key = f"rgo_{token_urlsafe(32)}"
    settings = Settings(data_dir=data_dir, operator_key=SecretStr(key), allow_uncertified=True, log_level="error")
    app = create_app(settings, domains=domains, customers=customers)
    async with app.router.lifespan_context(app):
        http = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=BASE_URL)
        async with http:
            yield Service(AsyncClient(BASE_URL, key, http=http), AsyncOperator(BASE_URL, key, http=http))
