"""The step loop: a conversation is a fold over its events, and each move of it gives the events that follow."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Literal, assert_never

from pydantic import Field

from app.engine.events import AgentSpoke, CustomerReplied, Ended, EndReason, Payload, ToolCalled
from app.engine.messages import AgentMessage, ToolCall
from domains.kit.changes import Actor
from domains.kit.decoding import NotAnObject, decode_object
from domains.kit.records import JSON, Frozen
from domains.kit.state import HostedState
from domains.kit.tools import Outcome
from simulators.protocol import Reply, Turn

TextBesideCalls = Literal["hold", "drop"]


class Awaits(StrEnum):
    """Whose turn it is."""

    AGENT = "agent"
    CUSTOMER = "customer"
    NOBODY = "nobody"


MOST_STEPS = 100_000
LONGEST = 1e9
"""Seconds: some thirty years, within what every clock and database can add to a date."""
Count = Annotated[int, Field(ge=1, le=MOST_STEPS)]
Seconds = Annotated[float, Field(gt=0, le=LONGEST)]


class Limits(Frozen):
    """What ends a session that would otherwise go on."""

    steps: Count
    tool_calls: Count
    """In one message; more are refused as an invalid message."""
    tool_errors: Count
    idle_seconds: Seconds
    total_seconds: Seconds


@dataclass
class Conversation:
    """Where a session stands. Built by `apply` from events alone; the moves below only propose further events."""

    state: HostedState
    limits: Limits
    text_beside_calls: TextBesideCalls = "hold"
    awaits: Awaits = Awaits.CUSTOMER
    step: int = 0
    """The last step taken; 0 is the opening."""
    next_seq: int = 0
    turns: list[Turn] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    inner: JSON = None
    wrote: bool = False
    tool_errors: int = 0
    device: list[JSON] = field(default_factory=list)
    end: EndReason | None = None

    @property
    def next_step(self) -> int:
        """The step that the agent's next message takes, or the one that still waits for the customer."""
        return self.step if self.awaits is Awaits.CUSTOMER else self.step + 1

    def apply(self, step: int, payload: Payload, *, ran: bool = False) -> None:
        """Take one event into account. `ran` says that a tool's changes are in the state already."""
        self.step = step
        self.next_seq += 1
        match payload:
            case AgentSpoke():
                self._apply_speech(payload)
            case ToolCalled():
                self._apply_call(payload, ran=ran)
            case CustomerReplied():
                self._apply_reply(payload.reply)
            case Ended():
                self.end, self.awaits = payload.reason, Awaits.NOBODY
            case _:
                assert_never(payload)

    def _apply_speech(self, speech: AgentSpoke) -> None:
        if speech.heard is None:
            self.awaits = Awaits.AGENT
            if speech.content and self.text_beside_calls == "hold":
                self.held.append(speech.content)
        else:
            self.held.clear()
            self.turns.append(Turn("agent", speech.heard))
            self.awaits = Awaits.CUSTOMER

    def _apply_call(self, call: ToolCalled, *, ran: bool) -> None:
        if not ran:
            self.state.load(call.changes)
        if call.actor is Actor.CUSTOMER:
            self.device.append({"tool": call.name, "content": call.content, "is_error": call.is_error})
            return
        self.wrote = self.wrote or bool(call.changes)
        self.tool_errors += call.is_error

    def _apply_reply(self, reply: Reply) -> None:
        self.inner = reply.inner
        self.device.clear()
        if reply.stance == "agree":
            self.wrote = False
        if reply.text is not None:
            self.turns.append(Turn("customer", reply.text))
        self.awaits = Awaits.CUSTOMER if reply.calls and reply.text is None and reply.end is None else Awaits.AGENT


def fold(conversation: Conversation, events: Iterable[tuple[int, Payload]]) -> Conversation:
    """Bring a new conversation to where the events, as (step, payload) in order, have left it."""
    for step, payload in events:
        conversation.apply(step, payload)
    return conversation


def take_message(conversation: Conversation, message: AgentMessage) -> list[Payload]:
    """The agent's step: its tools run in order, or its words reach the customer. Applies and returns the events."""
    step = conversation.step + 1
    events: list[Payload] = []

    def happens(payload: Payload) -> None:
        conversation.apply(step, payload, ran=True)
        events.append(payload)

    happens(_speech(conversation, message))
    end: Ended | None = None
    for call in message.tool_calls:
        if end is not None:
            happens(_skipped(call))
            continue
        ran, end = _run(conversation.state, call)
        happens(ran)
        if end is None and conversation.tool_errors >= conversation.limits.tool_errors:
            end = Ended(reason=EndReason.TOOL_ERROR_LIMIT)
    if end is None and _out_of_steps(conversation):
        end = Ended(reason=EndReason.STEP_LIMIT)
    if end is not None:
        happens(end)
    return events


def take_reply(conversation: Conversation, reply: Reply) -> list[Payload]:
    """The customer's turn: words, calls on their own device, or the end. Applies and returns the events."""
    step = conversation.step
    events: list[Payload] = [CustomerReplied(reply=reply)]
    conversation.apply(step, events[0])
    for index, call in enumerate(reply.calls):
        outcome, fault = _outcome(conversation.state, call.tool, call.arguments, Actor.CUSTOMER)
        called = ToolCalled(
            call_id=f"device_{step}_{index}",
            name=call.tool,
            arguments=call.arguments,
            content=outcome.content,
            is_error=outcome.is_error,
            changes=outcome.changes,
            actor=Actor.CUSTOMER,
        )
        conversation.apply(step, called, ran=True)
        events.append(called)
        if fault is not None:
            return [*events, finish(conversation, fault.reason, fault.detail)]
    if reply.end is not None:
        events.append(finish(conversation, EndReason(reply.end.value)))
    elif _out_of_steps(conversation):
        events.append(finish(conversation, EndReason.STEP_LIMIT))
    return events


def finish(conversation: Conversation, reason: EndReason, detail: str | None = None) -> Ended:
    """End the conversation now. Applies and returns the event."""
    ended = Ended(reason=reason, detail=detail)
    conversation.apply(conversation.step, ended)
    return ended


def _speech(conversation: Conversation, message: AgentMessage) -> AgentSpoke:
    calls = tuple(call.openai for call in message.tool_calls)
    heard = None
    if not calls:
        heard = "\n\n".join(text for text in (*conversation.held, message.content) if text)
    return AgentSpoke(content=message.content, reasoning=message.reasoning, tool_calls=calls, heard=heard)


def _out_of_steps(conversation: Conversation) -> bool:
    return conversation.awaits is Awaits.AGENT and conversation.step >= conversation.limits.steps


def _run(state: HostedState, call: ToolCall) -> tuple[ToolCalled, Ended | None]:
    """What the call gave, and the end of the session if it brings one about."""
    arguments = _decoded(call.arguments)
    outcome, end = _outcome(state, call.name, arguments, Actor.AGENT)
    if outcome.ends_session:
        end = Ended(reason=EndReason.TRANSFERRED)
    called = ToolCalled(
        call_id=call.id,
        name=call.name,
        arguments=arguments,
        content=outcome.content,
        is_error=outcome.is_error,
        changes=outcome.changes,
    )
    return called, end


def _outcome(
    state: HostedState, name: str, arguments: str | Mapping[str, JSON], actor: Actor
) -> tuple[Outcome, Ended | None]:
    try:
        return state.call(name, arguments, actor=actor), None
    except Exception as fault:  # noqa: BLE001 - a defect of a domain's tool is nobody's failure but ours
        end = Ended(reason=EndReason.INFRASTRUCTURE, detail=f"tool {name}: {type(fault).__name__}: {fault}")
        return Outcome(content="Error: the tool failed.", is_error=True), end


def _skipped(call: ToolCall) -> ToolCalled:
    return ToolCalled(
        call_id=call.id,
        name=call.name,
        arguments=_decoded(call.arguments),
        content="Skipped: an earlier call of this message ended the session.",
        is_error=True,
        skipped=True,
    )


def _decoded(arguments: str) -> JSON:
    """Arguments as they are stored: an object, or the text as sent where it is not one."""
    try:
        return decode_object(arguments)
    except NotAnObject:
        return arguments
