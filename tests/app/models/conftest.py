"""How asynchronous tests of the gateway run."""

import pytest


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
