"""Drivers: make the calls of a flow over httpx, sync or async."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from json import JSONDecodeError
from typing import TypeVar

import httpx

from .flows import Answer, Call, Flow, Lost, Pause

T = TypeVar("T")
TIMEOUT = httpx.Timeout(60.0, connect=10.0)
"""Longer than `Prefer: wait`, so that a slow customer gives a 202 and not a lost answer."""


@dataclass(frozen=True)
class Transport:
    """Runs flows over an `httpx.Client`."""

    http: httpx.Client
    key: str | None = None
    sleep: Callable[[float], None] = time.sleep

    def run(self, flow: Flow[T]) -> T:
        """Drive a flow to its end."""
        answer: Answer | Lost | None = None
        while True:
            try:
                wish = next(flow) if answer is None else flow.send(answer)
            except StopIteration as stop:
                result: T = stop.value
                return result
            if isinstance(wish, Pause):
                self.sleep(wish.seconds)
                answer = None
            else:
                answer = self._made(wish)

    def _made(self, call: Call) -> Answer | Lost:
        try:
            return _answer(self.http.send(_request(self.http, call, self.key)))
        except httpx.TransportError as error:
            return _lost(error)


@dataclass(frozen=True)
class AsyncTransport:
    """Runs flows over an `httpx.AsyncClient`."""

    http: httpx.AsyncClient
    key: str | None = None
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def run(self, flow: Flow[T]) -> T:
        """Drive a flow to its end."""
        answer: Answer | Lost | None = None
        while True:
            try:
                wish = next(flow) if answer is None else flow.send(answer)
            except StopIteration as stop:
                result: T = stop.value
                return result
            if isinstance(wish, Pause):
                await self.sleep(wish.seconds)
                answer = None
            else:
                answer = await self._made(wish)

    async def _made(self, call: Call) -> Answer | Lost:
        try:
            return _answer(await self.http.send(_request(self.http, call, self.key)))
        except httpx.TransportError as error:
            return _lost(error)


def _request(http: httpx.Client | httpx.AsyncClient, call: Call, key: str | None) -> httpx.Request:
    headers = dict(call.headers)
    if secret := call.key or key:
        headers["Authorization"] = f"Bearer {secret}"
    params = dict(call.params) if call.params else None
    return http.build_request(call.method, call.path, json=call.json, params=params, headers=headers)


def _answer(response: httpx.Response) -> Answer:
    body: object = response.text
    if response.content and response.headers.get("content-type", "").split(";")[0].endswith("json"):
        try:
            body = response.json()
        except JSONDecodeError as error:
            return Answer(502, f"not valid JSON: {error}")
    return Answer(response.status_code, body, _seconds(response.headers.get("retry-after")))


def _lost(error: httpx.TransportError) -> Lost:
    never_sent = isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout)
    return Lost(f"{type(error).__name__}: {error}", sent=not never_sent)


def _seconds(header: str | None) -> float | None:
    try:
        return float(header) if header is not None else None
    except ValueError:
        return None
