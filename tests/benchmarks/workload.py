"""The work: conversations as the reference agent holds them, brought to 60 % tool calls and 40 % talk."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from app.agents.play import Order, play_many
from app.client import AsyncClient
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.tools import ToolKind
from tests.benchmarks.driver import Connection, connected, request
from tests.benchmarks.processes import Server

CALLS = 0.6
AGENT = "gold"


@dataclass(frozen=True)
class Opened:
    """A session that waits for its agent."""

    id: str
    token: str

    def step(self, number: int, message: JSON, suffix: str = "") -> bytes:
        """A step of it as a request."""
        body = {"step": number, "message": message}
        return request("POST", f"/v1/sessions/{self.id}/steps{suffix}", body, bearer=self.token)


@dataclass(frozen=True)
class Conversation:
    """What an agent says and calls in one session, and what the service makes of it."""

    task: str
    messages: tuple[JSON, ...]
    answers: tuple[int, ...]
    """Sizes of the answers, in bytes."""
    payloads: tuple[JSON, ...]
    """Of all events; they come out the same each time."""

    @property
    def calls(self) -> int:
        """How many messages call tools."""
        return sum(bool(message["tool_calls"]) for message in self.messages)

    def requests(self, session: Opened) -> list[bytes]:
        """The steps of a session."""
        return [session.step(number, message) for number, message in enumerate(self.messages, start=1)]

    def floor_requests(self, session: Opened) -> list[bytes]:
        """The same bodies for the floor server, which is told how much to answer."""
        steps = enumerate(zip(self.messages, self.answers, strict=True), start=1)
        return [session.step(number, message, f"?answer={size}") for number, (message, size) in steps]


async def open_session(connection: Connection, task: str) -> Opened:
    """Open a session on a task."""
    view = await connection.ask(request("POST", "/v1/sessions", {"task": task, "agent": "bench@1"}))
    return Opened(view["id"], view["token"])


async def open_sessions(server: Server, conversations: Sequence[Conversation], count: int) -> list[Opened]:
    """Open sessions on the conversations in turn."""
    async with connected(server) as connection:
        tasks = [conversations[index % len(conversations)].task for index in range(count)]
        return [await open_session(connection, task) for task in tasks]


async def events(server: Server, connection: Connection, session_id: str) -> list[JSON]:
    """The events of a session, as the operator sees them."""
    asked = request("GET", f"/v1/sessions/{session_id}/events", bearer=server.operator_key)
    found: list[JSON] = (await connection.ask(asked))["events"]
    return found


async def record(server: Server, domain: Domain, most: int) -> list[Conversation]:
    """Let the reference agent play tasks, and play what it said again with more look-ups among it."""
    tasks = list(domain.tasks.values())[:most]
    async with AsyncClient(server.url, server.operator_key) as client:
        played = await play_many(client, [Order(AGENT, task, domain) for task in tasks])
    reads = {tool.name for tool in domain.tools if tool.kind is ToolKind.READ}
    async with connected(server) as connection:
        found = []
        for one in played:
            if one.session_id is None:
                raise RuntimeError(f"{one.order.task.id} could not be played: {one.error}")
            said = _said(await events(server, connection, one.session_id))
            found.append(await _replayed(server, connection, one.order.task.id, _balanced(said, reads)))
            await asyncio.sleep(0)
    return [conversation for conversation in found if conversation.messages]


def _said(of_session: list[JSON]) -> list[JSON]:
    """The messages of a session's agent."""
    spoken = [event["payload"] for event in of_session if event["payload"]["kind"] == "agent"]
    return [
        {"role": "assistant", "content": message["content"], "tool_calls": message["tool_calls"]} for message in spoken
    ]


def _balanced(said: list[JSON], reads: set[str]) -> list[JSON]:
    """The messages with look-ups repeated until as many as wanted call tools."""
    places = [place for place, message in enumerate(said) if _only_reads(message, reads)]
    calls = sum(bool(message["tool_calls"]) for message in said)
    missing = max(ceil((CALLS * len(said) - calls) / (1 - CALLS)), 0)
    times = dict.fromkeys(range(len(said)), 1)
    for turn in range(missing if places else 0):
        times[places[turn % len(places)]] += 1
    return [message for place, message in enumerate(said) for _ in range(times[place])]


def _only_reads(message: JSON, reads: set[str]) -> bool:
    return bool(message["tool_calls"]) and all(call["function"]["name"] in reads for call in message["tool_calls"])


async def _replayed(server: Server, connection: Connection, task: str, messages: list[JSON]) -> Conversation:
    session = await open_session(connection, task)
    answers: list[int] = []
    for number, message in enumerate(messages, start=1):
        status, body = await connection.send(session.step(number, message))
        if status != 200:
            raise RuntimeError(f"{task}, step {number}: {status}: {body.decode()}")
        answers.append(len(body))
        if json.loads(body)["status"] == "ended":
            break
    payloads = tuple(event["payload"] for event in await events(server, connection, session.id))
    return Conversation(task, tuple(messages[: len(answers)]), tuple(answers), payloads)
