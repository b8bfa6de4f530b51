"""A scripted service: answers in order, and fails on a request that no answer was written for."""

import json
from collections.abc import Callable

import httpx

from app.client import JSON, Retry

Scripted = httpx.Response | Exception
STEADY = Retry(base=0.5, draw=lambda: 0.0)


class Service:
    """Gives the scripted answers and remembers what it was asked."""

    def __init__(self, *answers: Scripted):
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        assert self.answers, f"unscripted: {request.method} {request.url}"
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def asked(self) -> list[str]:
        return [f"{request.method} {request.url.raw_path.decode()}" for request in self.requests]

    def body(self, number: int) -> JSON:
        return json.loads(self.requests[number].content)


class Clock:
    """Pauses without passing time."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)

    async def pause(self, seconds: float) -> None:
        self.slept.append(seconds)


def opened(**changed: JSON) -> httpx.Response:
    body = {
        "id": "s1",
        "task": "retail-0001",
        "domain": "retail",
        "agent": "mine@1",
        "status": "open",
        "awaits": "agent",
        "step": 1,
        "messages": [{"role": "system", "content": "Be kind."}, {"role": "user", "content": "Hello"}],
        "tools": [],
        "limits": {"steps": 40},
        "created_at": "2026-01-01T00:00:00Z",
        "token": "rgs_1",
        "a_field_of_tomorrow": 1,
    }
    return httpx.Response(201, json=body | changed)


def stepped(**changed: JSON) -> httpx.Response:
    body = {
        "id": "s1",
        "status": "open",
        "awaits": "agent",
        "step": 2,
        "messages": [{"role": "user", "content": "It is ann@example.org"}],
    }
    return httpx.Response(200, json=body | changed)


def problem(status: int, name: str, *, retry_after: int | None = None, **extras: JSON) -> httpx.Response:
    body = {
        "type": f"urn:regulars:problem:{name}",
        "title": name.replace("_", " ").capitalize(),
        "status": status,
        "detail": "For a reason",
        "retryable": retry_after is not None,
        "what_to_do": "Look at it.",
    }
    headers = {"content-type": "application/problem+json"}
    if retry_after is not None:
        headers["retry-after"] = str(retry_after)
    return httpx.Response(status, content=json.dumps(body | extras), headers=headers)


Handler = Callable[[httpx.Request], httpx.Response]
