"""Conversations as plain text, for models that are not given tools in a field of their own."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from json import JSONDecodeError, dumps, loads

from app.client import JSON
from simulators.model import Message


@dataclass(frozen=True)
class Manner:
    """How each kind of thing is written in a conversation that is nothing but text."""

    act: Callable[[str, JSON], str]
    """A call of a tool, given its name and arguments."""
    say: Callable[[str], str]
    """What the agent said to the customer."""
    result: str
    """Introduces what a tool gave."""
    thought: str = ""
    """Introduces a thought."""


def catalogue(tools: Sequence[JSON]) -> str:
    """The tools, one JSON object a line."""
    return "\n".join(dumps(_described(tool["function"]), ensure_ascii=False) for tool in tools)


def as_text_only(messages: Iterable[Message], manner: Manner) -> list[Message]:
    """The same conversation, every message a text. Neighbours of one side become one: providers want turns."""
    texts: list[Message] = []
    for message in messages:
        role, said = str(message["role"]), _said(message, manner)
        role = "user" if role == "tool" else role
        if texts and texts[-1]["role"] == role != "system":
            texts[-1] = {"role": role, "content": f"{texts[-1]['content']}\n{said}"}
        else:
            texts.append({"role": role, "content": said})
    return texts


def _said(message: Message, manner: Manner) -> str:
    content = str(message.get("content") or "")
    if message["role"] == "tool":
        return f"{manner.result}{content}"
    if message["role"] != "assistant":
        return content
    lines = [f"{manner.thought}{message['reasoning_content']}"] if message.get("reasoning_content") else []
    if content:
        lines.append(manner.say(content))
    calls = (call["function"] for call in message.get("tool_calls") or ())
    lines += [manner.act(call["name"], _decoded(call["arguments"])) for call in calls]
    return "\n".join(lines)


def _decoded(arguments: JSON) -> JSON:
    try:
        return loads(arguments) if isinstance(arguments, str) else arguments
    except JSONDecodeError:
        return arguments


def _described(function: JSON) -> dict[str, JSON]:
    return {name: function[name] for name in ("name", "description", "parameters") if name in function}
