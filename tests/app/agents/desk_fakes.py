"""A service in a hundred lines: the real engine and customer behind the routes that agents use, all in memory."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx

from app.client import JSON, AsyncClient
from app.engine.conversation import Awaits, Conversation, Limits, finish, take_message, take_reply
from app.engine.events import EndReason, Event, Payload
from app.engine.messages import parse_message
from app.engine.transcript import all_messages, new_messages
from app.grading.grader import grade
from app.grading.verdict import Grade
from app.sessions.live import state_seed
from domains.kit.domain import Domain
from domains.kit.scenario import Persona
from domains.kit.task import Task
from simulators.agenda.customer import AgendaCustomer
from simulators.protocol import Customer, View

LIMITS = Limits(steps=60, tool_calls=32, tool_errors=30, idle_seconds=60, total_seconds=600)
NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


@dataclass
class Held:
    task: Task
    seed: str
    persona: Persona | None
    conversation: Conversation
    events: list[Event] = field(default_factory=list)

    def log(self, payloads: list[Payload]) -> None:
        for payload in payloads:
            step = self.conversation.step
            self.events.append(Event(seq=len(self.events), step=step, at=NOON, payload=payload))


class Desk:
    """Answers agents as the service does, for one domain."""

    def __init__(self, domain: Domain, customer: Customer | None = None):
        self.domain = domain
        self.customer = customer or AgendaCustomer()
        self.held: dict[str, Held] = {}

    def client(self) -> AsyncClient:
        http = httpx.AsyncClient(transport=httpx.MockTransport(self.answer), base_url="http://desk")
        return AsyncClient("http://desk", http=http)

    async def answer(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content or b"{}")
        parts = request.url.path.strip("/").split("/")
        if parts[-1] == "sessions":
            return await self._opened(body)
        held = self.held[parts[2]]
        match parts[-1]:
            case "steps":
                payloads = await self._stepped(held, body)
                return httpx.Response(200, json=self._standing(parts[2]) | {"messages": new_messages(payloads)})
            case "end":
                if held.conversation.end is None:
                    held.log([finish(held.conversation, EndReason(request.url.params.get("reason", "agent_ended")))])
                return httpx.Response(200, json=self._whole(parts[2]))
        raise AssertionError(f"unscripted: {request.method} {request.url}")

    def grade(self, session_id: str) -> Grade:
        held = self.held[session_id]
        return grade(held.task, held.events, self.domain)

    async def _opened(self, order: JSON) -> httpx.Response:
        if order["task"] not in self.domain.tasks:
            return httpx.Response(404, json={"type": "urn:regulars:problem:unknown_task", "title": "No such task"})
        task = self.domain.tasks[order["task"]]
        seed = state_seed(task.id, order["seed"])
        persona = Persona.model_validate(order["persona"]) if "persona" in order else None
        held = Held(task, seed, persona, Conversation(self.domain.open_state(seed), LIMITS))
        session_id = f"s{len(self.held)}"
        self.held[session_id] = held
        await self._reply(held)
        return httpx.Response(201, json=self._whole(session_id))

    async def _stepped(self, held: Held, body: JSON) -> list[Payload]:
        step = held.conversation.step + 1
        assert body["step"] == step
        before = len(held.events)
        held.log(take_message(held.conversation, parse_message(body["message"], step=step, most_calls=32)))
        if held.conversation.awaits is Awaits.CUSTOMER and held.conversation.end is None:
            await self._reply(held)
        return [event.payload for event in held.events[before:]]

    async def _reply(self, held: Held) -> None:
        scenario = held.task.scenario
        if held.persona is not None:
            scenario = scenario.model_copy(update={"persona": held.persona})
        talk = held.conversation
        view = View(scenario, self.domain.lexicon, held.seed, talk.turns, talk.inner, talk.wrote)
        held.log(take_reply(talk, await self.customer.reply(view)))

    def _standing(self, session_id: str) -> dict[str, JSON]:
        talk = self.held[session_id].conversation
        return {
            "id": session_id,
            "status": "open" if talk.end is None else "ended",
            "awaits": "agent",
            "step": talk.step + 1,
            "end_reason": talk.end,
        }

    def _whole(self, session_id: str) -> dict[str, JSON]:
        held = self.held[session_id]
        payloads = [event.payload for event in held.events]
        return self._standing(session_id) | {
            "task": held.task.id,
            "domain": self.domain.name,
            "agent": "x",
            "messages": all_messages(self.domain.policy, payloads),
            "tools": [tool.openai for tool in self.domain.tools],
        }
