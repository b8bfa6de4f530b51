"""Lists of sessions, and one session as a page."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from app.cli import output
from app.cli.render_grade import grade_view
from app.cli.render_transcript import transcript

WIDE = 120
"""Columns of a terminal from which on lists show everything."""


def rows(sessions: Iterable[dict[str, Any]], *, width: int) -> Table:
    """Sessions, one on each line; on narrow terminals without what `sessions show` tells anyway."""
    wide = width >= WIDE
    further = ("partial", "steps", "ended", "when") if wide else ()
    made = output.table("session", "task", "agent", "outcome", *further, right=("partial", "steps"))
    for row in sessions:
        partial = row.get("partial")
        cells = [Text(str(row["id"])), Text(str(row["task"])), Text(str(row["agent"])), outcome(row)]
        if wide:
            cells += [
                Text("" if partial is None else f"{partial:.2f}"),
                Text(str(_taken(row))),
                Text(str(row.get("end_reason") or "")),
                Text(_when(row.get("created_at"))),
            ]
        made.add_row(*cells)
    return made


def outcome(row: dict[str, Any]) -> Text:
    """What came of a session, in a word."""
    if row.get("success") is True:
        return Text("success", style="green")
    if row.get("success") is False:
        return Text("failed", style="red")
    return Text("open" if row.get("status") == "open" else str(row.get("grading") or "ungraded"), style="yellow")


def session(
    row: dict[str, Any],
    events: Iterable[dict[str, Any]],
    grades: list[dict[str, Any]],
    diff: Iterable[dict[str, Any]],
    *,
    full: bool = False,
) -> RenderableType:
    """The whole page: what was played, the transcript, the grade, the diff."""
    latest = grades[-1]["grade"] if grades else None
    return Group(
        _heading(row),
        Rule(style="dim"),
        transcript(events, full=full),
        Rule(style="dim"),
        grade_view(latest, diff) if latest or row.get("status") == "ended" else Text("still open", style="yellow"),
    )


def _heading(row: dict[str, Any]) -> RenderableType:
    first = Text(str(row["id"]), style="bold") + Text("  ") + outcome(row)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    task = f"{row['task']} ({', '.join(str(row[name]) for name in ('domain', 'family', 'split') if row.get(name))})"
    grid.add_row("task", Text(task))
    grid.add_row("agent", Text(str(row["agent"])))
    grid.add_row("customer", Text(_customer(row)))
    ended = f"  ended {row['end_reason']}" if row.get("end_reason") else ""
    grid.add_row("played", Text(f"{_when(row.get('created_at'))}  steps {_taken(row)}{ended}"))
    if row.get("forked_from"):
        grid.add_row("forked from", Text(f"{row['forked_from']} step {row.get('forked_step')}"))
    return Group(first, grid)


def _customer(row: dict[str, Any]) -> str:
    persona = row.get("persona")
    name = persona.get("name", "") if isinstance(persona, dict) else str(persona or "")
    traits = ", ".join(persona.get("traits") or ()) if isinstance(persona, dict) else ""
    about = " ".join(part for part in (name, f"({traits})" if traits else "") if part)
    return "  ".join(part for part in (str(row.get("customer", "")), about, f"seed {row.get('seed')}") if part)


def _taken(row: dict[str, Any]) -> int:
    # The row names the step that comes next; an open session has not taken it yet.
    return max(int(row.get("step") or 1) - 1, 0)


def _when(time: object) -> str:
    if not time:
        return ""
    return datetime.fromisoformat(str(time)).astimezone().strftime("%Y-%m-%d %H:%M")
