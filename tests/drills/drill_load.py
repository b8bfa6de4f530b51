"""Load that does not give up: agents whose requests are sent again, word for word, until some service answers."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from itertools import cycle
from json import loads
from random import Random

import httpx

from app.agents.play import Order, Played, play
from app.agents.registry import GOLD
from app.client import AsyncClient
from domains.kit.domain import Domain
from tests.drills.drill_logs import Acknowledged, Ledger
from tests.drills.drill_services import OPERATOR_KEY, ServiceProcess

RETRY_SECONDS = 0.02


class Fleet:
    """The services that requests go to, each time another one; with its gate closed requests wait."""

    def __init__(self, services: Sequence[ServiceProcess], draws: Random):
        self.services = list(services)
        self.under_way = 0
        self._draws = draws
        self._gate = asyncio.Event()
        self._gate.set()
        self._idle = asyncio.Event()
        self._idle.set()

    async def address(self) -> str:
        """Where the next request goes: to any service, also to one that was killed and not yet replaced."""
        await self._gate.wait()
        return self._draws.choice(self.services).url

    @contextmanager
    def request(self) -> Iterator[None]:
        """Count a request as under way."""
        self.under_way += 1
        self._idle.clear()
        try:
            yield
        finally:
            self.under_way -= 1
            if not self.under_way:
                self._idle.set()

    @asynccontextmanager
    async def silence(self) -> AsyncIterator[None]:
        """Hold back new requests, and wait for those that are under way."""
        self._gate.clear()
        try:
            await self._idle.wait()
            yield
        finally:
            self._gate.set()


class Stubborn(httpx.AsyncBaseTransport):
    """Sends each request until it is answered, and enters every acknowledged step into the ledger."""

    def __init__(self, fleet: Fleet, ledger: Ledger):
        self._fleet = fleet
        self._ledger = ledger
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=64)
        self._wire = httpx.AsyncHTTPTransport(limits=limits)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        content = await request.aread()
        while True:
            answer = await self._sent(request, content)
            if answer is not None:
                self._note(request, content, answer)
                return answer
            self._ledger.lost += 1
            await asyncio.sleep(RETRY_SECONDS)

    async def aclose(self) -> None:
        await self._wire.aclose()

    async def _sent(self, request: httpx.Request, content: bytes) -> httpx.Response | None:
        place = await self._fleet.address()
        url = httpx.URL(place).copy_with(raw_path=request.url.raw_path)
        again = httpx.Request(request.method, url, headers=request.headers, content=content, extensions=TIMEOUTS)
        try:
            with self._fleet.request():
                answer = await self._wire.handle_async_request(again)
                body = await answer.aread()
                await answer.aclose()
        except httpx.TransportError:
            return None
        return httpx.Response(answer.status_code, headers=answer.headers, content=body)

    def _note(self, request: httpx.Request, content: bytes, answer: httpx.Response) -> None:
        place = request.url.path.strip("/").split("/")
        if answer.status_code == 201 and place == ["v1", "sessions"]:
            view = answer.json()
            self._ledger.tokens[view["id"]] = view["token"]
        if answer.status_code == 200 and place[-1] == "steps":
            body = loads(content)
            self._ledger.note(place[2], body["step"], Acknowledged(body, answer.content, answer.json()))


TIMEOUTS = {"timeout": {"connect": 5.0, "read": 60.0, "write": 5.0, "pool": 60.0}}


@asynccontextmanager
async def stubborn_client(fleet: Fleet, ledger: Ledger) -> AsyncIterator[AsyncClient]:
    """A client of the fleet with the operator's key."""
    base = "http://127.0.0.1"
    async with httpx.AsyncClient(transport=Stubborn(fleet, ledger), base_url=base, timeout=None) as http:
        yield AsyncClient(base, OPERATOR_KEY, http=http)


def gold_orders(retail: Domain) -> Iterator[Order]:
    """Gold on every task of the test split, then again with other seeds."""
    tasks = [task for task in retail.tasks.values() if task.split == "test"]
    for number, task in enumerate(cycle(tasks)):
        yield Order(GOLD, task, retail, seed=str(number))


async def under_load(
    client: AsyncClient, orders: Iterator[Order], players: int, meanwhile: Callable[[], Awaitable[None]]
) -> list[Played]:
    """Let players take orders while something else goes on, then let each finish the one it has."""
    played: list[Played] = []
    over = asyncio.Event()

    async def player() -> None:
        while not over.is_set():
            played.append(await play(client, next(orders)))

    async with asyncio.TaskGroup() as group:
        for _ in range(players):
            group.create_task(player())
        try:
            await meanwhile()
        finally:
            over.set()
    return played
