"""Time that passes when somebody sleeps, and providers that do as they are told."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.models.provider import AttemptFailed, Given, Heard
from app.models.timing import Timing
from simulators.model import ChatRequest, Usage


class PassingTime:
    """Sleeping takes no time, and moves the clock."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)

    def timing(self, chance: float = 0.5) -> Timing:
        return Timing(monotonic=lambda: self.now, sleep=self.sleep, chance=lambda: chance)


@dataclass
class ToldProvider:
    """Gives or raises what it was told, in order; the last of it for good."""

    told: Sequence[Given | BaseException | Callable[[], Any]]
    version: str | None = "told 1"
    asked: list[ChatRequest] = field(default_factory=list)
    closed: bool = False
    unprepared: AttemptFailed | None = None
    heard: Heard = lambda: None
    """The present attempt's, for what was told to give its answer in parts."""

    def place(self, request: ChatRequest) -> str:
        return request.model.partition("/")[0]

    async def prepare(self) -> None:
        if self.unprepared is not None:
            raise self.unprepared

    async def attempt(self, request: ChatRequest, number: int, heard: Heard) -> Given:  # noqa: ARG002
        self.asked.append(request)
        self.heard = heard
        thing = self.told[min(len(self.asked), len(self.told)) - 1]
        if isinstance(thing, BaseException):
            raise thing
        if isinstance(thing, Given):
            return thing
        found: Given = await thing()
        return found

    async def close(self) -> None:
        self.closed = True


def said(text: str, **usage: Any) -> Given:
    return Given({"role": "assistant", "content": text}, "stop", Usage(**usage))


def asking(text: str = "Hello?", model: str = "told/one", **fields: Any) -> ChatRequest:
    return ChatRequest(model=model, messages=({"role": "user", "content": text},), **fields)


def failing(status: int, *, again: bool = True, retry_after: float | None = None) -> AttemptFailed:
    return AttemptFailed(f"HTTP {status}", kind="unavailable", again=again, retry_after=retry_after)


def files_in(folder: Path) -> list[Path]:
    """What a cache has written."""
    return [path for path in folder.rglob("*") if path.is_file()]
