"""A service with the lending library on a loopback address, for clients that open connections of their own."""

import asyncio
import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from pydantic import SecretStr

from app.main import create_app
from app.settings import Settings
from domains.kit.domain import Domain
from domains.kit.task import Task
from tests.app.client.served import Served

OPERATOR_KEY = "rgo_the-key-of-the-clients"


@pytest.fixture(scope="session")
def served(library: Domain, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The service, in a thread of this process."""
    settings = Settings(
        data_dir=tmp_path_factory.mktemp("served"),
        operator_key=SecretStr(OPERATOR_KEY),
        allow_uncertified=True,
        log_level="error",
    )
    app = create_app(settings, domains={library.name: library})
    config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=2)
    server = uvicorn.Server(config)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=asyncio.run, args=[server.serve(sockets=[listener])])
        thread.start()
        yield Served(f"http://127.0.0.1:{listener.getsockname()[1]}", library, OPERATOR_KEY)
        server.should_exit = True
        thread.join()


@pytest.fixture
def task(library: Domain) -> Task:
    """A task that needs a write."""
    return next(task for task in library.tasks.values() if task.goal.expected)
