"""The events of a session as the grader reads them: calls, what was heard, replies, the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from app.engine.events import SCHEMA, AgentSpoke, CustomerReplied, Ended, EndReason, Event, ToolCalled
from app.grading.errors import BrokenLog, StaleLog
from domains.kit.changes import Actor
from domains.kit.records import JSON
from simulators.protocol import Reply


class Call(NamedTuple):
    """A tool call and what came of it; `seq` orders it among everything else."""

    seq: int
    step: int
    event: ToolCalled

    @property
    def ok(self) -> bool:
        """It ran and was not refused."""
        return not self.event.is_error and not self.event.skipped

    @property
    def arguments(self) -> dict[str, JSON]:
        """The arguments as sent; empty where they are not an object."""
        return self.event.arguments if isinstance(self.event.arguments, dict) else {}


class Heard(NamedTuple):
    """Text of the agent that reached the customer."""

    seq: int
    step: int
    text: str


class Answer(NamedTuple):
    """A reply of the customer."""

    seq: int
    step: int
    reply: Reply


@dataclass(frozen=True)
class Log:
    """One session, sorted by what happened."""

    calls: tuple[Call, ...]
    """The agent's, in order."""
    writes: tuple[Call, ...]
    """Everyone's calls that changed something, in order."""
    heard: tuple[Heard, ...]
    replies: tuple[Answer, ...]
    message_steps: tuple[int, ...]
    """The step of each message that the agent sent, heard or not."""
    end: EndReason | None
    end_step: int | None

    @cached_property
    def successful(self) -> tuple[Call, ...]:
        """The agent's calls that ran and were not refused."""
        return tuple(call for call in self.calls if call.ok)


def read(events: Sequence[Event]) -> Log:
    """Sort the events; raises `BrokenLog` or `StaleLog` where they cannot be trusted."""
    calls: list[Call] = []
    heard: list[Heard] = []
    replies: list[Answer] = []
    messages: list[int] = []
    end: Ended | None = None
    end_step: int | None = None
    for position, event in enumerate(events):
        if event.v > SCHEMA or event.seq != position or end is not None:
            raise _out_of_place(event, position)
        match event.payload:
            case ToolCalled() as called:
                calls.append(Call(event.seq, event.step, called))
                if called.changes:
                    _check_changes(calls[-1])
            case AgentSpoke(heard=text):
                messages.append(event.step)
                if text:
                    heard.append(Heard(event.seq, event.step, text))
            case CustomerReplied(reply=reply):
                replies.append(Answer(event.seq, event.step, reply))
            case Ended() as ended:
                end, end_step = ended, event.step
    return Log(
        calls=tuple(call for call in calls if call.event.actor is Actor.AGENT),
        writes=tuple(call for call in calls if call.event.changes),
        heard=tuple(heard),
        replies=tuple(replies),
        message_steps=tuple(messages),
        end=end.reason if end else None,
        end_step=end_step,
    )


def _out_of_place(event: Event, position: int) -> StaleLog | BrokenLog:
    if event.v > SCHEMA:
        return StaleLog(f"event {event.seq} has schema {event.v}, and this grader knows up to {SCHEMA}")
    if event.seq != position:
        return BrokenLog(f"event {position} is numbered {event.seq}: the log has a gap or is out of order")
    return BrokenLog(f"event {event.seq} comes after the end of the session")


def _check_changes(call: Call) -> None:
    if not call.ok:
        raise BrokenLog(f"event {call.seq}: {call.event.name} was refused or skipped and yet changed something")
    if any(change.actor is not call.event.actor for change in call.event.changes):
        raise BrokenLog(f"event {call.seq}: {call.event.name} has changes of another actor than its caller")
