"""Events as the agent sees them: OpenAI-style messages."""

from collections.abc import Iterable

from app.engine.events import AgentSpoke, CustomerReplied, Payload, ToolCalled
from domains.kit.changes import Actor
from domains.kit.records import JSON

Message = dict[str, JSON]


def instructions(policy: str, account: str | None) -> str:
    """What opens every session, as the agent's system prompt: the policy, and who is logged in where somebody is."""
    return policy if account is None else f"{policy.rstrip()}\n\nThe customer is logged in as {account}.\n"


def new_messages(payloads: Iterable[Payload]) -> list[Message]:
    """What the agent has not written itself: tool results and the customer's words."""
    return [message for payload in payloads if (message := _received(payload)) is not None]


def all_messages(policy: str, payloads: Iterable[Payload], *, account: str | None = None) -> list[Message]:
    """The whole conversation from the agent's side, without its reasoning."""
    messages: list[Message] = [{"role": "system", "content": instructions(policy, account)}]
    for payload in payloads:
        message = _sent(payload) if isinstance(payload, AgentSpoke) else _received(payload)
        if message is not None:
            messages.append(message)
    return messages


def _received(payload: Payload) -> Message | None:
    if isinstance(payload, ToolCalled) and payload.actor is Actor.AGENT:
        return {"role": "tool", "tool_call_id": payload.call_id, "name": payload.name, "content": payload.content}
    if isinstance(payload, CustomerReplied) and payload.reply.text is not None:
        return {"role": "user", "content": payload.reply.text}
    return None


def _sent(payload: AgentSpoke) -> Message:
    message: Message = {"role": "assistant", "content": payload.content}
    if payload.tool_calls:
        message["tool_calls"] = list(payload.tool_calls)
    return message
