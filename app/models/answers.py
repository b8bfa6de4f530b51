"""What comes back from a provider, brought into one shape: plain JSON, whatever was left out."""

from json import dumps

from app.models.provider import AttemptFailed, Given
from domains.kit.records import JSON
from simulators.model import ChatRequest, Message, Usage

CHARACTERS_A_TOKEN = 4
"""Used only where a provider does not count tokens."""


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
    prompt, completion = _count(counted.get("prompt_tokens")), _count(counted.get("completion_tokens"))
    if prompt:
        usage = Usage(prompt_tokens=prompt, completion_tokens=completion, cost_usd=cost)
        return Given(message, reason, usage)
    usage = Usage(prompt_tokens=_estimate([*request.messages, *request.tools]), completion_tokens=_estimate([message]))
    return Given(message, reason, usage, estimated=True)


def _message(given: JSON, request: ChatRequest) -> Message:
    content = given.get("content")
    message: Message = {"role": "assistant", "content": content if isinstance(content, str) else None}
    if reasoning := given.get("reasoning_content"):
        message["reasoning_content"] = reasoning
    calls = [_call(each, number, request) for number, each in enumerate(given.get("tool_calls") or [])]
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


def _count(told: JSON) -> int:
    return told if isinstance(told, int) and told >= 0 else 0


def _estimate(things: list[JSON]) -> int:
    return sum(len(dumps(thing, ensure_ascii=False)) for thing in things) // CHARACTERS_A_TOKEN
