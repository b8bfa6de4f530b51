"""Tool calls that a model has written into its text, as small and local ones do, whatever field there is for them."""

import re
from collections.abc import Collection, Mapping
from json import JSONDecodeError, JSONDecoder
from typing import NamedTuple

from app.client import JSON, tool_call

_DECODER = JSONDecoder()
_WRAPPING = re.compile(
    r"</?(?:tool_call|function_call|tools?)>|```(?:json|tool_call)?|<\|/?(?:tool_call|python_tag)\|>"
)
_MOST = 16
"""Calls taken from one text."""


class Spoken(NamedTuple):
    """A text taken apart."""

    calls: list[JSON]
    """Tool calls in the chat-completions shape."""
    rest: str
    """What else was said."""


def spoken_calls(text: str, tools: Collection[str], *, step: int) -> Spoken:
    """The calls of known tools that stand in `text` as JSON objects `{"name", "arguments"}`, and the text without them.

    "parameters" is taken for "arguments", as some models were trained to write it. Other JSON stays text.
    """
    calls: list[JSON] = []
    rest: list[str] = []
    position = 0
    while (start := text.find("{", position)) >= 0:
        found, end = _object_at(text, start)
        call = _call_of(found, tools)
        if call is None or len(calls) == _MOST:
            rest.append(text[position : start + 1])
            position = start + 1
            continue
        rest.append(text[position:start])
        calls.append(tool_call(f"call_{step}_{len(calls)}", *call))
        position = end
    rest.append(text[position:])
    said = "".join(rest)
    return Spoken(calls, _WRAPPING.sub("", said).strip() if calls else text)


def _object_at(text: str, start: int) -> tuple[JSON, int]:
    try:
        return _DECODER.raw_decode(text, start)
    except (JSONDecodeError, RecursionError):
        return None, start


def _call_of(found: JSON, tools: Collection[str]) -> tuple[str, Mapping[str, JSON]] | None:
    if not isinstance(found, dict) or found.get("name") not in tools:
        return None
    arguments = found.get("arguments", found.get("parameters", {}))
    return (found["name"], arguments) if isinstance(arguments, dict) else None
