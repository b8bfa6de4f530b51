"""Transcripts as a task author reads them: the last lines before it went wrong."""

from collections.abc import Iterator, Sequence
from json import dumps

from app.engine.events import AgentSpoke, CustomerReplied, Ended, Event, ToolCalled

_WIDE = 320


def excerpt(events: Sequence[Event], *, last: int = 12) -> str:
    """The last events, one a line, long texts cut."""
    lines = [line for event in events for line in _lines(event)]
    return "\n".join(lines[-last:])


def _lines(event: Event) -> Iterator[str]:
    match event.payload:
        case AgentSpoke(heard=heard, content=content):
            if heard is not None or content:
                yield _cut(f"[{event.step}] agent: {heard or content}")
        case ToolCalled() as call:
            arguments = dumps(call.arguments, ensure_ascii=False)
            yield _cut(f"[{event.step}]   {call.name}({arguments}) -> {call.content}")
        case CustomerReplied(reply=reply):
            stance = f" ({reply.stance})" if reply.stance else ""
            yield _cut(f"[{event.step}] customer{stance}: {reply.text or ''}")
        case Ended(reason=reason):
            yield f"[{event.step}] ended: {reason.value}"


def _cut(line: str) -> str:
    flat = " ".join(line.split())
    return flat if len(flat) <= _WIDE else f"{flat[: _WIDE - 1]}…"
