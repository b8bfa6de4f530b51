"""Sessions that cannot be played to an end for a reason that is not the agent's."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from app.agents.play import Order, play
from app.audit.service import Service, service_in
from app.client import JSON, AsyncClient, AsyncSession, ClientError, ConnectionFailed, InvalidRequest, ServerFailed
from tests.app.agents.kiosk import kiosk, refund_task


@dataclass
class Failing:
    """An agent in whose session something goes wrong."""

    error: ClientError

    async def play(self, session: AsyncSession) -> None:  # noqa: ARG002
        raise self.error


class NeverAnswered(httpx.AsyncBaseTransport):
    """Brings the first request to the service, and its answer to nobody."""

    def __init__(self, http: httpx.AsyncClient):
        self.http = http
        self.arrived = asyncio.Event()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        sent = self.http.build_request(request.method, request.url, content=request.content, headers=request.headers)
        answer = await self.http.send(sent)
        if not self.arrived.is_set():
            self.arrived.set()
            await asyncio.Event().wait()
        return httpx.Response(answer.status_code, content=answer.content, headers=answer.headers)


async def rows(service: Service) -> list[JSON]:
    return [row async for row in service.operator.sessions()]


@pytest.mark.parametrize(
    ("error", "out_of_order", "end"),
    [
        (ConnectionFailed("the answer was lost"), "unavailable", "infrastructure"),
        (ServerFailed(500, {}), "unavailable", "infrastructure"),
        (InvalidRequest(422, {}), None, "agent_ended"),
    ],
)
def test_a_service_that_fails_is_not_the_agents_failure(
    error: ClientError, out_of_order: str | None, end: str, tmp_path: Path
) -> None:
    domain = kiosk(tmp_path)

    async def run() -> None:
        async with service_in(tmp_path / "data", {domain.name: domain}) as service:
            order = Order("failing", refund_task(), domain, make=lambda _brief: Failing(error))
            played = await play(service.client, order)
            assert (played.out_of_order, played.end_reason) == (out_of_order, end)

    asyncio.run(run())


def test_a_run_that_is_stopped_while_a_session_is_opened_leaves_none_open(tmp_path: Path) -> None:
    domain = kiosk(tmp_path)

    async def run() -> None:
        async with service_in(tmp_path / "data", {domain.name: domain}) as service:
            transport = NeverAnswered(service.client.http)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
                client = AsyncClient("http://127.0.0.1", service.client.transport.key, http=http)
                playing = asyncio.create_task(play(client, Order("gold", refund_task(), domain)))
                await transport.arrived.wait()
                playing.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await playing
            assert [(row["status"], row["end_reason"]) for row in await rows(service)] == [("ended", "infrastructure")]

    asyncio.run(run())
