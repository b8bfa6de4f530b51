"""Events: what a session is made of. Everything else about it can be folded from these."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from domains.kit.changes import Actor, Change
from domains.kit.records import JSON, Frozen
from simulators.protocol import Reply

SCHEMA = 1
"""Version of the event payloads; old ones must load and grade in every later version."""


class EndReason(StrEnum):
    """Why a session ended."""

    CUSTOMER_DONE = "customer_done"
    AGENT_ENDED = "agent_ended"
    TRANSFERRED = "transferred"
    STEP_LIMIT = "step_limit"
    TOOL_ERROR_LIMIT = "tool_error_limit"
    NO_PROGRESS = "no_progress"
    AGENT_TIMEOUT = "agent_timeout"
    AGENT_ABANDONED = "agent_abandoned"
    SIM_UNCERTAIN = "sim_uncertain"
    CUSTOMER_ERROR = "customer_error"
    CUSTOMER_LEFT = "customer_left"
    INFRASTRUCTURE = "infrastructure"


NOT_THE_AGENTS = frozenset(
    {EndReason.SIM_UNCERTAIN, EndReason.CUSTOMER_ERROR, EndReason.CUSTOMER_LEFT, EndReason.INFRASTRUCTURE}
)
"""Ends that say nothing about the agent: counted apart, and shown beside every score."""


class AgentSpoke(Frozen):
    """An assistant message arrived. `heard` is what reaches the customer: held text of earlier steps joined with
    this one's, or None where the message calls tools and its text is held."""

    kind: Literal["agent"] = "agent"
    content: str
    """The text without reasoning."""
    reasoning: str | None = None
    tool_calls: tuple[JSON, ...] = ()
    """As sent, in the OpenAI shape."""
    heard: str | None = None


class ToolCalled(Frozen):
    """A tool ran, was refused, or was skipped because an earlier call of the message ended the session."""

    kind: Literal["tool"] = "tool"
    call_id: str
    name: str
    arguments: JSON
    """An object; or the text as sent, where it is not one."""
    content: str
    is_error: bool = False
    skipped: bool = False
    changes: tuple[Change, ...] = ()
    actor: Actor = Actor.AGENT


class CustomerReplied(Frozen):
    """The customer took a turn."""

    kind: Literal["customer"] = "customer"
    reply: Reply


class Ended(Frozen):
    """The session ended."""

    kind: Literal["ended"] = "ended"
    reason: EndReason
    detail: str | None = None


Payload = Annotated[AgentSpoke | ToolCalled | CustomerReplied | Ended, Field(discriminator="kind")]
PAYLOAD: TypeAdapter[Payload] = TypeAdapter(Payload)


class Event(Frozen):
    """One entry of a session's log, numbered from 0 without gaps."""

    seq: int
    step: int
    """The step in which it happened; 0 is the opening."""
    at: datetime
    v: int = SCHEMA
    payload: Payload
