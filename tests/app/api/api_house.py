"""A whole service in process, for tests: how to start it and how to talk to it."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from fastapi import FastAPI

from app.sessions.service import SessionService

JSON = Any


class SetClock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.time = datetime(2026, 6, 1, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def pass_seconds(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@dataclass
class House:
    """One running service and the ways to talk to it."""

    app: FastAPI
    http: httpx.AsyncClient
    operator: dict[str, str]
    clock: SetClock

    @property
    def sessions(self) -> SessionService:
        found: SessionService = self.app.state.services.sessions
        return found

    async def open(self, task: str, **fields: JSON) -> JSON:
        answer = await self.http.post("/v1/sessions", json={"task": task, **fields})
        assert answer.status_code == 201, answer.text
        return answer.json()

    async def open_as_operator(self, task: str, **fields: JSON) -> JSON:
        answer = await self.http.post("/v1/sessions", json={"task": task, **fields}, headers=self.operator)
        assert answer.status_code == 201, answer.text
        return answer.json()

    async def step(
        self, session: JSON, message: JSON, *, step: int | None = None, headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        if isinstance(message, str):
            message = {"role": "assistant", "content": message}
        body = {"step": session["step"] if step is None else step, "message": message}
        return await self.http.post(
            f"/v1/sessions/{session['id']}/steps", json=body, headers=auth(session) | dict(headers or {})
        )

    async def events(self, session: JSON) -> list[JSON]:
        answer = await self.http.get(f"/v1/sessions/{session['id']}/events", headers=self.operator)
        assert answer.status_code == 200, answer.text
        found: list[JSON] = answer.json()["events"]
        return found


def auth(session: JSON) -> dict[str, str]:
    return {"Authorization": f"Bearer {session['token']}"}


def call(name: str, arguments: JSON, call_id: str = "c1") -> JSON:
    """An assistant message with one tool call."""
    function = {"name": name, "arguments": arguments}
    return {"role": "assistant", "content": None, "tool_calls": [{"id": call_id, "function": function}]}


Opener = Callable[..., AbstractAsyncContextManager[House]]
