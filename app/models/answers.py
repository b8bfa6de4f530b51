"""What comes back from a provider, brought into one shape: plain JSON, whatever was left out or misplaced."""

import re
from json import JSONDecodeError, dumps, loads

from app.models.provider import AttemptFailed, Given
from domains.kit.records import JSON
from simulators.model import ChatRequest, Message, Usage

CHARACTERS_A_TOKEN = 4
"""Used only where a provider does not count tokens."""

_FENCE = re.compile(r"^```(?:json)?\s*(.*?)\s*```$", re.DOTALL)
_TAGGED = re.compile(r"<tool_call>\s*(.*?)\s*(?:</tool_call>|$)", re.DOTALL)


def answer_of(response: JSON, request: ChatRequest, *, cost: float | None) -> Given:
    """What a chat completion gives; raises `AttemptFailed` where it has no message.

    `cost` is in US dollars. Where the provider does not count tokens they are estimated from the length of the texts,
    and the cost is unknown.
    """
    choices = response.get("choices") or []
    if not choices:
        raise AttemptFailed("the answer has no choices", kind="unavailable", again=True)
    message = _message(choices[0].get("message") or {}, request)
    reason = "tool_calls" if "tool_calls" in message else choices[0].get("finish_reason")
    counted = response.get("usage") or {}
    prompt, completion = counted.get("prompt_tokens") or 0, counted.get("completion_tokens") or 0
    if prompt:
        usage = Usage(prompt_tokens=prompt, completion_tokens=completion, cost_usd=cost)
        return Given(message, reason, usage)
    usage = Usage(prompt_tokens=_estimate([*request.messages, *request.tools]), completion_tokens=_estimate([message]))
    return Given(message, reason, usage, estimated=True)


def calls_in_text(text: str, names: frozenset[str]) -> list[tuple[str, JSON]]:
    """Tool calls that a model has put into its text, as small local ones do; none unless they are all that it says.

    Known are JSON objects with `name` and `arguments` (or `parameters`), one or a list, bare, in a code fence or
    between `<tool_call>` tags, of tools that are in `names`.
    """
    whole = text.strip()
    tagged = _TAGGED.findall(whole)
    if tagged and _TAGGED.sub("", whole).strip():
        return []
    found: list[tuple[str, JSON]] = []
    for part in tagged or [_FENCE.sub(r"\1", whole)]:
        try:
            value = loads(part)
        except JSONDecodeError:
            return []
        for each in value if isinstance(value, list) else [value]:
            if not isinstance(each, dict) or each.get("name") not in names:
                return []
            arguments = each.get("arguments", each.get("parameters"))
            if not isinstance(arguments, dict):
                return []
            found.append((each["name"], arguments))
    return found


def _message(given: JSON, request: ChatRequest) -> Message:
    content = given.get("content")
    message: Message = {"role": "assistant", "content": content if isinstance(content, str) else None}
    if reasoning := given.get("reasoning_content"):
        message["reasoning_content"] = reasoning
    calls = [_call(each, number, request) for number, each in enumerate(given.get("tool_calls") or [])]
    if not calls and request.tools and message["content"]:
        names = frozenset(tool["function"]["name"] for tool in request.tools)
        spoken = calls_in_text(message["content"], names)
        calls = [
            _call({"function": {"name": name, "arguments": dumps(arguments)}}, number, request)
            for number, (name, arguments) in enumerate(spoken)
        ]
        message["content"] = None if calls else message["content"]
    if calls:
        message["tool_calls"] = calls
    return message


def _call(given: JSON, number: int, request: ChatRequest) -> JSON:
    function = given.get("function") or {}
    arguments = function.get("arguments")
    return {
        # Some servers leave it out; it must not come twice in one conversation.
        "id": given.get("id") or f"call_{len(request.messages)}_{number}",
        "type": "function",
        "function": {
            "name": function.get("name") or "",
            "arguments": arguments if isinstance(arguments, str) else dumps(arguments or {}),
        },
    }


def _estimate(things: list[JSON]) -> int:
    return sum(len(dumps(thing, ensure_ascii=False)) for thing in things) // CHARACTERS_A_TOKEN
