"""What a session's log must be, whatever has happened to the services that wrote it."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.audit.replay import differences
from app.engine.events import AgentSpoke, CustomerReplied, Ended, Event, ToolCalled
from app.engine.transcript import new_messages
from app.sessions.live import state_seed
from domains.kit.domain import Domain
from tests.drills.drill_services import JSON


@dataclass(frozen=True)
class Acknowledged:
    """A step that a client was told to have taken."""

    body: JSON
    answer: bytes
    view: JSON


@dataclass
class Ledger:
    """All that clients were told, by session and step, and what they had to send twice."""

    steps: dict[str, dict[int, Acknowledged]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    lost: int = 0
    """Requests whose answers never came."""
    contradictions: list[str] = field(default_factory=list)
    """Steps that were answered twice, and differently."""
    acknowledged: int = 0
    _noted: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, session_id: str, step: int, told: Acknowledged) -> None:
        self.acknowledged += 1
        self._noted.set()
        known = self.steps.setdefault(session_id, {}).setdefault(step, told)
        if known.answer != told.answer:
            self.contradictions.append(f"{session_id} step {step}: {known.answer!r} and {told.answer!r}")

    async def grow_by(self, steps: int) -> None:
        """Wait until so many more steps have been acknowledged."""
        enough = self.acknowledged + steps
        while self.acknowledged < enough:
            self._noted.clear()
            await self._noted.wait()


def spoken_steps(events: Sequence[Event]) -> list[int]:
    return [event.step for event in events if isinstance(event.payload, AgentSpoke)]


def check_log(events: Sequence[Event], told: Mapping[int, Acknowledged]) -> None:
    """No event lost or doubled, and each acknowledged step there once, as it was acknowledged."""
    assert [event.seq for event in events] == list(range(len(events)))
    steps = spoken_steps(events)
    assert steps == list(range(1, len(steps) + 1)), "every step has one message of the agent"
    assert sum(isinstance(event.payload, Ended) for event in events) <= 1
    for step, acknowledged in told.items():
        check_step([event for event in events if event.step == step], acknowledged)


def check_step(events: Sequence[Event], told: Acknowledged) -> None:
    """The step has the message that was sent, each of its calls once, and what the client was told of them."""
    spoke = [event.payload for event in events if isinstance(event.payload, AgentSpoke)]
    assert len(spoke) == 1
    message = told.body["message"]
    assert spoke[0].content == (message["content"] or "").strip()
    ran = [event.payload.call_id for event in events if isinstance(event.payload, ToolCalled) and event.payload.call_id]
    assert ran == [call["id"] for call in message.get("tool_calls") or []]
    assert sum(isinstance(event.payload, CustomerReplied) for event in events) <= 1
    assert new_messages(event.payload for event in events) == told.view["messages"]


def check_replay(row: JSON, events: Sequence[Event], domain: Domain) -> None:
    """The tools, run again on a fresh state, do again what they did: no effect was lost, none came twice."""
    assert differences(events, domain, seed=state_seed(row["task"], row["seed"])) == []
