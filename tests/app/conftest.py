"""The lending library, a small business for tests that need a whole one."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from domains.kit.domain import Domain

SOURCE = Path(__file__).parents[1] / "third_party" / "lending_library"


@pytest.fixture(scope="session")
def library() -> Domain:
    """The domain of the third-party distribution, straight from its source."""
    if str(SOURCE) not in sys.path:
        sys.path.append(str(SOURCE))
    found: Domain = import_module("lending_library").DOMAIN
    return found
