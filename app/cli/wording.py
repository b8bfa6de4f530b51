"""Pieces of a transcript in words: calls, changes, readings, values."""

import json
from typing import Any

from domains.kit.values import money_text

MOST_STOPPED = 200
"""Characters of a text that was not said that are shown."""
_INSTEAD = {"again": "asked again", "template": "a template spoke", "mended": "said without that"}
_BY = {"rules": "by the rules", "model": "by the model", "both": "by rules and model"}


def value_text(value: object) -> str:
    """A JSON value as it would be typed."""
    return json.dumps(value, ensure_ascii=False)


def call_text(name: str, arguments: object) -> str:
    """`cancel_order(order_id="O1", reason="mistake")`."""
    if not isinstance(arguments, dict):
        return f"{name}({arguments})"
    return f"{name}({', '.join(f'{key}={value_text(value)}' for key, value in arguments.items())})"


def change_text(change: dict[str, Any]) -> str:
    """One write to one row, with the fields that it changed."""
    place = f"{change['table']}/{change['key']}"
    before, after = change.get("before"), change.get("after")
    if before is None:
        return f"{place} added: {fields_text(after or {})}"
    if after is None:
        return f"{place} deleted"
    fields = (f"{name} {value_text(before.get(name))} -> {value_text(value)}" for name, value in after.items())
    return f"{place} {', '.join(fields)}"


def fields_text(fields: dict[str, Any]) -> str:
    """Fields of a row with their values."""
    return ", ".join(f"{name} {value_text(value)}" for name, value in fields.items())


def reading_text(reading: object) -> str:
    """How a customer understood a message: the acts, what was asked for, the values heard, and what follows."""
    if not isinstance(reading, dict):
        return ""
    acts = sorted(str(act) for act in reading.get("acts") or ())
    slots = [str(slot) for slot in reading.get("slots") or ()]
    values = [_heard(value) for value in reading.get("values") or ()]
    parts = [", ".join(f"{act} {', '.join(slots)}" if act == "REQUEST" and slots else act for act in acts)]
    if values:
        parts.append("values " + ", ".join(values))
    understood = "; ".join(part for part in parts if part)
    if "acts" in reading and not understood:
        understood = "nothing of substance" if reading.get("substantive") is False else "nothing that is known"
    moves = ", ".join(_move(move) for move in reading.get("moves") or ())
    return " -> ".join(part for part in (understood, moves) if part)


def understood_text(reading: object) -> str:
    """What a reading says, and whose it is where rules and a model have read."""
    whose = _BY.get(str(reading.get("by"))) if isinstance(reading, dict) else None
    return f"understood{f' {whose}' if whose else ''}: {reading_text(reading)}"


def stopped_text(intervention: dict[str, Any]) -> str:
    """What a model wrote and was not let through, by which check, and what was done: `role: "…" -> asked again`."""
    check, text = str(intervention.get("check")), str(intervention.get("text"))
    shown = text if len(text) <= MOST_STOPPED else f"{text[:MOST_STOPPED].rstrip()} …"
    said = f"no answer ({text})" if check == "model" else f"{check}: {value_text(shown)}"
    instead = str(intervention.get("instead"))
    return f"{said} -> {_INSTEAD.get(instead, instead)}"


def _move(move: object) -> str:
    if not isinstance(move, dict):
        return str(move)
    keys = ", ".join(map(str, move.get("keys") or ()))
    detail = f"({move['detail']})" if move.get("detail") else ""
    return " ".join(part for part in (str(move.get("move")), keys, detail) if part)


def _heard(value: object) -> str:
    if not isinstance(value, dict):
        return str(value)
    said = str(value.get("value"))
    if value.get("kind") == "money" and said.lstrip("-").isdigit():
        said = money_text(int(said))
    return f"{value.get('slot') or value.get('kind')} {said}"
