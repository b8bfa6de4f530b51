"""A service in this process: bind, open, announce, serve, and leave nothing behind."""

import asyncio
import gc
import signal
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn
from fastapi import FastAPI

from app.api.services import Services
from app.catalog import Catalog
from app.cli import running
from app.cli.fault import CommandFailed, expected
from app.main import create_app
from app.settings import Settings

ANY_ADDRESS = "0.0.0.0"  # noqa: S104 - compared with, not bound to
PATIENCE = 5
"""Seconds that open requests (event streams) get when the service stops."""
KEEP_ALIVE = 75
"""Seconds that an idle connection is kept: longer than clients keep theirs (httpx 5, aiohttp 15), for where both ends
give up at the same moment, a request is lost on a connection that is being closed."""

YOUNG_OBJECTS = 50_000
"""New objects between two looks of the collector for those that hold each other: a step makes hundreds, and nearly all
go by themselves."""


def host(chosen: Settings, ready: Callable[[str], None], *, until_stdin_closes: bool = False) -> None:
    """Serve until SIGINT or SIGTERM; `ready` is called with the URL when requests are answered."""
    with _bound(chosen.host, chosen.port) as listener:
        url = _url(chosen.host, listener.getsockname()[1])
        # uvicorn raises the signal again when it has stopped; it ends here as an ordinary return.
        previous = {number: signal.signal(number, _stopped) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            with expected(), uvicorn_runner() as runner:
                runner.run(
                    _serve(create_app(chosen), chosen, listener, url, ready, until_stdin_closes=until_stdin_closes)
                )
        except _Stopped:
            pass
        finally:
            for number, handler in previous.items():
                signal.signal(number, handler)


def uvicorn_runner() -> asyncio.Runner:
    """An event loop of the fastest kind there is."""
    return asyncio.Runner(loop_factory=uvicorn.Config(app="", log_config=None).get_loop_factory())


async def _serve(
    app: FastAPI,
    chosen: Settings,
    listener: socket.socket,
    url: str,
    ready: Callable[[str], None],
    *,
    until_stdin_closes: bool,
) -> None:
    # The lifespan is run here and not by uvicorn, which would turn its errors into a log of a traceback.
    async with app.router.lifespan_context(app):
        config = uvicorn.Config(
            app,
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=PATIENCE,
            timeout_keep_alive=KEEP_ALIVE,
            server_header=False,
            ws_max_size=chosen.max_body_bytes,
        )
        services: Services = app.state.services
        _keep_for_good(services.catalog)
        server = _Server(config, lambda: _announce(chosen.data_dir, url, ready), services.stopping.set)
        if until_stdin_closes:
            threading.Thread(target=_watch_stdin, args=(server,), daemon=True).start()
        try:
            await server.serve(sockets=[listener])
        finally:
            running.withdraw(chosen.data_dir)


def _keep_for_good(catalog: Catalog) -> None:
    """Load all worlds and tasks, and take what is there now out of the garbage collector's rounds.

    Each round would look at every row of every world, which stops the service for a tenth of a second and more; rounds
    after every 700 new objects took a twentieth of a step.
    """
    for domain in catalog.domains.values():
        _ = domain.component_digests, domain.tasks
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, *gc.get_threshold()[1:])


def _announce(data_dir: Path, url: str, ready: Callable[[str], None]) -> None:
    running.announce(data_dir, url)
    ready(url)
    sys.stdout.flush()


class _Server(uvicorn.Server):
    """A server that says when it is up, and when it is about to stop."""

    def __init__(self, config: uvicorn.Config, up: Callable[[], None], down: Callable[[], None]) -> None:
        super().__init__(config)
        self._up = up
        self._down = down

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._up()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._down()
        await super().shutdown(sockets=sockets)


class _Stopped(BaseException):
    """SIGINT or SIGTERM, after the service has stopped."""


def _stopped(_number: int, _frame: FrameType | None) -> None:
    raise _Stopped


def _watch_stdin(server: uvicorn.Server) -> None:
    # Whoever started this service holds the other end of the pipe; it closes however they end.
    sys.stdin.buffer.read()
    server.should_exit = True


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise CommandFailed(
            f"{host}:{port} cannot be listened on: {error.strerror or error}.",
            "Choose another address with --port or --host; --port 0 takes a free one.",
        ) from None
    listener.set_inheritable(True)
    return listener


def _url(host: str, port: int) -> str:
    # An address that means "all of them" cannot be connected to everywhere; the loopback one can.
    name = {ANY_ADDRESS: "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{name}:{port}"
