"""What the service answers, as plain frozen values; fields that a newer service adds are ignored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from json import dumps
from typing import Any, Literal, Self

JSON = Any
"""A value as `json.loads` gives it."""


Author = Literal["policy", "customer", "tool", "agent"]
"""Who wrote a message of a conversation."""
_AUTHORS: dict[str, Author] = {"system": "policy", "user": "customer", "tool": "tool", "assistant": "agent"}


class _FromJSON:
    @classmethod
    def of(cls, body: Mapping[str, JSON]) -> Self:
        """Read a response body."""
        known = {item.name for item in fields(cls)}  # type: ignore[arg-type]
        return cls(**{name: value for name, value in body.items() if name in known})


@dataclass(frozen=True)
class StepView(_FromJSON):
    """What followed from one step."""

    id: str
    status: str
    """`open` or `ended`."""
    awaits: str
    """`agent`, `customer` or `nobody`."""
    step: int
    """The step that the agent's next message takes."""
    messages: list[dict[str, JSON]] = field(default_factory=list)
    """New messages: `tool` results for the calls, then `user` if the customer spoke."""
    end_reason: str | None = None
    reward: float | None = None
    grade: JSON = None

    @property
    def customer(self) -> str | None:
        """What the customer said in this step, or None."""
        said = [str(message.get("content") or "") for message in self.messages if message.get("role") == "user"]
        return "\n".join(said) if said else None

    @property
    def results(self) -> list[str]:
        """Contents of the tool results of this step, in the order of the calls."""
        return [str(message.get("content") or "") for message in self.messages if message.get("role") == "tool"]


@dataclass(frozen=True)
class SessionView(_FromJSON):
    """A session as its agent sees it."""

    id: str
    task: str
    domain: str
    agent: str
    status: str
    awaits: str
    step: int
    messages: list[dict[str, JSON]] = field(default_factory=list)
    """OpenAI-style messages, the policy first."""
    tools: list[dict[str, JSON]] = field(default_factory=list)
    """OpenAI-style tools."""
    limits: dict[str, JSON] = field(default_factory=dict)
    created_at: str = ""
    """ISO 8601."""
    account: str | None = None
    """Who is logged in, as the business knows them; None where nobody is."""
    end_reason: str | None = None
    reward: float | None = None
    grade: JSON = None
    token: str | None = None


@dataclass(frozen=True)
class DomainView(_FromJSON):
    """A business that can be served."""

    name: str
    title: str
    policy: str = ""
    tools: list[dict[str, JSON]] = field(default_factory=list)
    tasks: int | None = None
    """How many tasks are published."""


def as_message(message: Mapping[str, JSON] | str) -> dict[str, JSON]:
    """An assistant message; a bare text is what the agent says."""
    if isinstance(message, str):
        return {"role": "assistant", "content": message}
    return {"role": "assistant", **message}


def author_of(message: Mapping[str, JSON]) -> Author:
    """Who wrote a message; raises `KeyError` for roles that no conversation has."""
    return _AUTHORS[str(message["role"])]


def tool_call(call_id: str, name: str, arguments: Mapping[str, JSON]) -> dict[str, JSON]:
    """One tool call in the OpenAI shape."""
    function = {"name": name, "arguments": dumps(dict(arguments), ensure_ascii=False)}
    return {"id": call_id, "type": "function", "function": function}


def tool_message(calls: Iterable[Mapping[str, JSON]], content: str | None = None) -> dict[str, JSON]:
    """An assistant message that makes calls, see `tool_call`."""
    return {"role": "assistant", "content": content, "tool_calls": [dict(call) for call in calls]}
