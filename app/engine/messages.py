"""The agent's message, read from the OpenAI shape: speech, reasoning, tool calls."""

import re
from dataclasses import dataclass
from json import dumps

from app.errors import InvalidMessage
from domains.kit.records import JSON

# Some chat templates open the thought themselves, so that the model's text begins within it.
_THINK = re.compile(r"(?:<think>|\A(?=(?:(?!<think>).)*</think>))(.*?)(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class ToolCall:
    """One call that the agent asks for. `arguments` is the text as sent."""

    id: str
    name: str
    arguments: str

    @property
    def openai(self) -> JSON:
        """The call in the OpenAI shape."""
        return {"id": self.id, "type": "function", "function": {"name": self.name, "arguments": self.arguments}}


@dataclass(frozen=True)
class AgentMessage:
    """What the agent said, thought and called."""

    content: str
    reasoning: str | None = None
    tool_calls: tuple[ToolCall, ...] = ()


def parse_message(message: dict[str, JSON], *, step: int, most_calls: int) -> AgentMessage:
    """Read an OpenAI-style assistant message; raises `InvalidMessage` naming the field that is wrong.

    Fields that chat-completions servers add (`refusal`, `annotations`, `audio`, …) are ignored. Reasoning is taken
    from `reasoning_content`, `reasoning` and `<think>…</think>` in the text.
    """
    role = message.get("role", "assistant")
    if role != "assistant":
        raise InvalidMessage(f"message.role must be 'assistant', not {role!r}")
    content, thoughts = _speech(message.get("content"))
    for field in ("reasoning_content", "reasoning"):
        if isinstance(message.get(field), str) and message[field]:
            thoughts.insert(0, message[field])
            break
    calls = message.get("tool_calls") or []
    if not isinstance(calls, list):
        raise InvalidMessage("message.tool_calls must be a list")
    if len(calls) > most_calls:
        raise InvalidMessage(f"message.tool_calls has {len(calls)} calls, and at most {most_calls} are allowed")
    parsed = tuple(_call(call, f"call_{step}_{index}", index) for index, call in enumerate(calls))
    if len({call.id for call in parsed}) != len(parsed):
        raise InvalidMessage("message.tool_calls must have ids of their own, and two are the same")
    return AgentMessage(content=content, reasoning="\n".join(thoughts) or None, tool_calls=parsed)


def _speech(content: JSON) -> tuple[str, list[str]]:
    if content is None:
        content = ""
    if isinstance(content, list):
        content = "".join(_part(part) for part in content)
    if not isinstance(content, str):
        raise InvalidMessage("message.content must be a string, null, or a list of text parts")
    if "<" not in content:
        return content.strip(), []  # Hardly anybody thinks aloud, and the search costs as much as reading a call.
    thoughts = [thought.strip() for thought in _THINK.findall(content)]
    return _THINK.sub("", content).strip(), [thought for thought in thoughts if thought]


def _part(part: JSON) -> str:
    if isinstance(part, dict) and isinstance(part.get("text"), str):
        return str(part["text"])
    raise InvalidMessage('message.content has a part that is not text: only {"type": "text", "text": …} is read')


def _call(call: JSON, default_id: str, index: int) -> ToolCall:
    place = f"message.tool_calls[{index}]"
    function = call.get("function") if isinstance(call, dict) else None
    if not isinstance(function, dict) or not isinstance(function.get("name"), str):
        raise InvalidMessage(f'{place} must be {{"id", "type": "function", "function": {{"name", "arguments"}}}}')
    arguments = function.get("arguments", "{}")
    if isinstance(arguments, dict):
        arguments = _as_text(arguments, place)
    if not isinstance(arguments, str):
        raise InvalidMessage(f"{place}.function.arguments must be a JSON text or an object")
    call_id = call.get("id") or default_id
    if not isinstance(call_id, str):
        raise InvalidMessage(f"{place}.id must be a string")
    return ToolCall(id=call_id, name=function["name"], arguments=arguments)


def _as_text(arguments: JSON, place: str) -> str:
    try:
        return dumps(arguments, ensure_ascii=False)
    except RecursionError:
        raise InvalidMessage(f"{place}.function.arguments is nested too deeply") from None
