"""A session's transcript as people read it."""

import json
from collections.abc import Iterable
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from app.cli.wording import call_text, change_text, reading_text, stopped_text, understood_text

MOST_RESULT = 300
"""Characters of a tool result that are shown; `--full` shows all of it."""


def transcript(events: Iterable[dict[str, Any]], *, full: bool = False) -> RenderableType:
    """Who said and did what, step by step."""
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(justify="right", style="dim", no_wrap=True, min_width=3)
    grid.add_column(no_wrap=True, min_width=8)
    grid.add_column(ratio=1, overflow="fold")
    shown: int | None = None
    for event in events:
        step = int(event["step"])
        for speaker, line in _lines(event["payload"], full=full):
            first = step != shown
            if first and shown is not None:
                grid.add_row("", "", "")
            grid.add_row(str(step) if first else "", speaker, line)
            shown = step
    return Group(grid)


def _lines(payload: dict[str, Any], *, full: bool) -> list[tuple[Text, Text]]:
    match payload["kind"]:
        case "agent":
            return _agent(payload, full=full)
        case "tool":
            return _tool(payload, full=full)
        case "customer":
            return _customer(payload["reply"])
        case "ended":
            detail = f": {payload['detail']}" if payload.get("detail") else ""
            return [(Text("end", style="bold"), Text(f"{payload['reason']}{detail}", style="bold"))]
        case kind:
            return [(Text(str(kind)), Text(json.dumps(payload, ensure_ascii=False)))]


def _agent(payload: dict[str, Any], *, full: bool) -> list[tuple[Text, Text]]:
    agent = Text("agent", style="bold cyan")
    lines = []
    if reasoning := payload.get("reasoning"):
        lines.append((agent, Text(f"({_short(str(reasoning), full=full)})", style="dim italic")))
    content = str(payload.get("content") or "")
    calls = payload.get("tool_calls") or ()
    if content:
        held = Text(" (held until the agent speaks)", style="dim") if calls and payload.get("heard") is None else Text()
        lines.append((agent, Text(content) + held))
    if not content and not calls:
        lines.append((agent, Text("(said nothing)", style="dim")))
    return lines


def _tool(payload: dict[str, Any], *, full: bool) -> list[tuple[Text, Text]]:
    own = payload.get("actor", "agent") == "agent"
    who = Text("calls" if own else "device", style="magenta")
    lines = [(who, Text(call_text(payload["name"], payload["arguments"])))]
    if payload.get("skipped"):
        return [*lines, (Text(), Text("skipped: the session had ended", style="dim"))]
    if payload.get("is_error"):
        return [*lines, (Text(), Text("refused: " + str(payload["content"]), style="yellow"))]
    lines.append((Text(), Text("= " + _short(str(payload["content"]), full=full), style="dim")))
    lines += [(Text(), Text("* " + change_text(change), style="green")) for change in payload.get("changes") or ()]
    return lines


def _customer(reply: dict[str, Any]) -> list[tuple[Text, Text]]:
    lines = []
    # What leads to the opening is the scenario, and no message that could be misread.
    if reading_text(reply.get("reading")) and "acts" in reply["reading"]:
        lines.append((Text(), Text(understood_text(reply["reading"]), style="dim")))
    stopped = Text("stopped", style="red")
    lines += [(stopped, Text(stopped_text(each), style="dim")) for each in reply.get("interventions") or ()]
    customer = Text("customer", style="bold yellow")
    if text := reply.get("text"):
        lines.append((customer, Text(str(text))))
    notes = [note for note in (_stance(reply), _corrections(reply)) if note]
    if notes:
        lines.append((Text(), Text(f"({', '.join(notes)})", style="dim")))
    return lines


def _stance(reply: dict[str, Any]) -> str:
    return {"agree": "a yes", "reject": "a no"}.get(str(reply.get("stance")), "")


def _corrections(reply: dict[str, Any]) -> str:
    count = int(reply.get("corrections") or 0)
    return f"corrects {count} value{'s' if count != 1 else ''}" if count else ""


def _short(text: str, *, full: bool) -> str:
    if full or len(text) <= MOST_RESULT:
        return text
    return f"{text[:MOST_RESULT].rstrip()} … {len(text) - MOST_RESULT} more characters"
