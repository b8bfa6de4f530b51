"""Puts a gateway together."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from app.models.endpoint import PREFIXES, EndpointProvider
from app.models.gateway import Gateway
from app.models.scripted import ScriptedProvider


@asynccontextmanager
async def opened_gateway(*, check_url: Callable[[str], str]) -> AsyncIterator[Gateway]:
    """A gateway for one command. `check_url` raises a `ValueError` for URLs that must not be called."""
    endpoint = EndpointProvider(check_url)
    gateway = Gateway(ScriptedProvider(), providers={**dict.fromkeys(PREFIXES, endpoint)})
    try:
        yield gateway
    finally:
        await gateway.close()
