"""The lending library, a stranger's domain, imported from its source folder."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from domains.kit.domain import Domain

LIBRARY_SOURCE = Path(__file__).parents[2] / "third_party" / "lending_library"


@pytest.fixture(scope="session")
def library() -> Iterator[Domain]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(LIBRARY_SOURCE)
        domain = import_module("lending_library").DOMAIN
        assert isinstance(domain, Domain)
        yield domain
