"""OpenEnv connections that are cut off in the middle: no session stays open, and the end says whose doing it was."""

import asyncio
from contextlib import suppress
from json import dumps
from typing import Any

import pytest
from fastapi.websockets import WebSocket

from app.api.openenv import play
from tests.app.api.api_house import JSON, House, Opener
from tests.app.api.test_model_customers import Speaking, gateway

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]
MODEL = "told/one"


class Line:
    """Both ends of a connection to the service, without a network."""

    def __init__(self, house: House):
        self.incoming: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.outgoing: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        scope = {"type": "websocket", "app": house.app, "headers": [], "path": "/openenv/ws"}
        self.incoming.put_nowait({"type": "websocket.connect"})
        self.service = asyncio.create_task(play(WebSocket(scope, self.incoming.get, self._sent)))

    async def _sent(self, message: Any) -> None:
        await self.outgoing.put(message)

    def say(self, kind: str, **data: JSON) -> None:
        self.incoming.put_nowait({"type": "websocket.receive", "text": dumps({"type": kind, "data": data})})

    async def answered(self) -> None:
        while (await self.outgoing.get())["type"] != "websocket.send":
            pass

    async def cancelled(self) -> None:
        self.service.cancel()
        with suppress(asyncio.CancelledError):
            await self.service


async def ends(house: House) -> list[tuple[str, str | None]]:
    page = await house.http.get("/v1/sessions", headers=house.operator)
    return [(row["status"], row["end_reason"]) for row in page.json()["sessions"]]


async def test_a_connection_that_the_service_cuts_off_is_not_the_agents_doing(house: House, task: str) -> None:
    line = Line(house)
    line.say("reset", task=task)
    await line.answered()
    await line.cancelled()
    assert await ends(house) == [("ended", "infrastructure")]


async def test_a_session_whose_first_words_never_came_is_left_too(open_house: Opener, task: str) -> None:
    provider = Speaking()
    provider.gate.clear()
    async with open_house(models=gateway(provider), customer_models=[MODEL]) as house:
        line = Line(house)
        line.say("reset", task=task, customer=f"worded:{MODEL}")
        await provider.reached.wait()
        await line.cancelled()
        assert await ends(house) == [("ended", "infrastructure")]


async def test_a_session_that_is_being_worked_on_is_left_when_that_is_done(house: House, task: str) -> None:
    line = Line(house)
    line.say("reset", task=task)
    await line.answered()
    (row,) = (await house.http.get("/v1/sessions", headers=house.operator)).json()["sessions"]
    with house.sessions.keeper.working(row["id"]):
        line.incoming.put_nowait({"type": "websocket.disconnect", "code": 1006})
        await asyncio.sleep(0.05)
    await line.service
    assert await ends(house) == [("ended", "agent_abandoned")]
