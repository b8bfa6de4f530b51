"""What the drills share: services in processes of their own, on each database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domains.kit.domain import Domain, discover
from tests.drills.drill_services import Starter


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def retail() -> Domain:
    """The domain that the drills play."""
    return discover()["retail"]


@pytest.fixture
def starter(tmp_path: Path, database_url: str) -> Iterator[Starter]:
    """Starts services on one database; whatever still runs when the test is over is killed."""
    with Starter(tmp_path, database_url) as found:
        yield found
