"""`audit replay` over the API of a running service."""

import asyncio
from pathlib import Path

import httpx

from app.agents.play import Order, play
from app.audit.replay import replay_session
from app.audit.service import service_in
from app.client import Operator
from tests.app.agents.kiosk import TASKS, kiosk


def test_a_played_session_replays_the_same(tmp_path: Path) -> None:
    domain = kiosk(tmp_path)

    async def recorded() -> tuple[str, object]:
        async with service_in(tmp_path / "data", {"kiosk": domain}) as service:
            played = await play(service.client, Order("gold", TASKS["kiosk-1"], domain, seed="5"))
            assert played.session_id is not None
            return played.session_id, await service.operator.events(played.session_id)

    session_id, events = asyncio.run(recorded())
    http = httpx.Client(
        transport=httpx.MockTransport(lambda _: httpx.Response(200, json=events)), base_url="http://kiosk"
    )
    with Operator("http://kiosk", "rgo_key", http=http) as operator:
        replay = replay_session(operator, session_id, {"kiosk": domain})
    assert (replay.same, replay.calls, replay.task) == (True, 3, "kiosk-1")
