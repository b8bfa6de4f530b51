"""The load: a keep-alive HTTP/1.1 client small enough not to be what is measured."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter, process_time

from domains.kit.records import JSON
from tests.benchmarks.processes import Server

_LENGTH = b"content-length: "


class Connection:
    """One request after another over one connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        self._reader = reader
        self._writer = writer

    async def send(self, request: bytes) -> tuple[int, bytes]:
        """The status and body of the answer."""
        self._writer.write(request)
        head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        start = head.index(_LENGTH) + len(_LENGTH)
        length = int(head[start : head.index(b"\r", start)])
        return int(head[9:12]), await self._reader.readexactly(length) if length else b""

    async def ask(self, request: bytes) -> JSON:
        """The body of an answer that must be a success."""
        status, body = await self.send(request)
        if status >= 300:
            raise RuntimeError(f"{request.splitlines()[0].decode()} was answered with {status}: {body.decode()}")
        return json.loads(body)


@asynccontextmanager
async def connected(server: Server) -> AsyncIterator[Connection]:
    """A connection to a server."""
    reader, writer = await asyncio.open_connection(*server.address)
    try:
        yield Connection(reader, writer)
    finally:
        writer.close()
        await writer.wait_closed()


def request(
    method: str, path: str, body: JSON = None, *, bearer: str | None = None, prefer: str | None = None
) -> bytes:
    """A request, ready to be written."""
    content = b"" if body is None else json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    head = [f"{method} {path} HTTP/1.1", "host: 127.0.0.1", f"content-length: {len(content)}"]
    head += ["content-type: application/json"] if content else []
    head += [f"authorization: Bearer {bearer}"] if bearer else []
    head += [f"prefer: {prefer}"] if prefer else []
    return "\r\n".join([*head, "", ""]).encode() + content


@dataclass
class Round:
    """What came of one round of requests."""

    seconds: float = 0.0
    server_cpu: float = 0.0
    driver_cpu: float = 0.0
    latencies: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def requests(self) -> int:
        """How many were answered."""
        return len(self.latencies)

    @property
    def per_second(self) -> float:
        """Answers in a second."""
        return self.requests / self.seconds


async def race(server: Server, queues: Sequence[Sequence[bytes]], *, at_once: int) -> Round:
    """Send each queue's requests one after another, on `at_once` connections, each with the next queue when free."""
    waiting = list(reversed(queues))
    done = Round()

    async def work(connection: Connection) -> None:
        while waiting:
            for sent in waiting.pop():
                began = perf_counter()
                status, body = await connection.send(sent)
                done.latencies.append(perf_counter() - began)
                if status != 200:
                    done.failures.append(f"{status}: {body[:200].decode()}")

    connections = [connected(server) for _ in range(min(at_once, len(queues)))]
    opened = [await connection.__aenter__() for connection in connections]
    server_cpu, driver_cpu, began = server.cpu_seconds(), process_time(), perf_counter()
    await asyncio.gather(*(work(connection) for connection in opened))
    done.seconds = perf_counter() - began
    done.server_cpu, done.driver_cpu = server.cpu_seconds() - server_cpu, process_time() - driver_cpu
    for connection in connections:
        await connection.__aexit__(None, None, None)
    return done
