"""A grade as people read it: the verdict, the findings with their steps, the diff per row and field."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from app.cli.wording import value_text

STYLES = {"right": "green", "wrong": "red", "missing": "red", "collateral": "red"}


def verdict(grade: dict[str, Any] | None) -> Text:
    """One line: whether it succeeded, how much of it, and whose doing that is."""
    if grade is None:
        return Text("not graded", style="yellow")
    if grade["success"]:
        return Text("SUCCESS", style="bold green") + Text(f"  partial {grade['partial']:.2f}")
    line = Text("FAILED", style="bold red") + Text(f"  partial {grade['partial']:.2f}")
    if attribution := grade.get("attribution"):
        line += Text(f"  because of the {attribution}" if attribution != "none" else "")
    if not grade.get("counted", True):
        line += Text("  (not counted: the end says nothing about the agent)", style="yellow")
    return line


def findings(grade: dict[str, Any]) -> RenderableType:
    """What is not as it should be, each with the step that caused it."""
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(ratio=1, overflow="fold")
    for finding in grade.get("findings") or ():
        mark = Text("x", style="bold red") if finding.get("gate", True) else Text("-", style="yellow")
        step = finding.get("step")
        grid.add_row(mark, "never" if step is None else f"step {step}", _finding(finding))
    return grid


def _finding(finding: dict[str, Any]) -> Text:
    text = Text(str(finding["text"]))
    text += Text(f"  [{finding['kind']} {finding['where']}]", style="dim")
    return text


def parts(grade: dict[str, Any]) -> Text:
    """How much of each part was matched."""
    shown = (f"{name} {part['matched']:g}/{part['total']:g}" for name, part in _parts(grade))
    return Text("  ".join(shown), style="dim")


def _parts(grade: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    # A part of which nothing was asked says nothing.
    return [(name, part) for name, part in (grade.get("parts") or {}).items() if part["total"]]


def diff(rows: Iterable[dict[str, Any]]) -> RenderableType:
    """Expected and actual state per row and field, and the step that wrote it."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault((row["table"], row["key"]), []).append(row)
    if not groups:
        return Text("Nothing was to be changed, and nothing was.", style="dim")
    shown: list[RenderableType] = [
        _columns(Text("field"), Text("expected"), Text("is"), style="bold"),
        Rule(style="dim"),
    ]
    for (table, key), fields in groups.items():
        shown.append(Text(f"{table}/{key}", style="bold") + Text(_writers(fields), style="dim"))
        shown += [_columns(*_field(row)) for row in fields]
    return Group(*shown)


def _columns(*cells: Text, style: str = "") -> Table:
    # The same shares of the width in every row, so that the rows of all tables stand under each other.
    grid = Table.grid(padding=(0, 1), expand=True)
    for cell, ratio in zip(cells, (2, 3, 3), strict=True):
        cell.stylize(style)
        grid.add_column(ratio=ratio, overflow="fold")
    grid.add_row(*cells)
    return grid


def _writers(fields: Sequence[dict[str, Any]]) -> str:
    """Which steps wrote to a row."""
    steps = {(row["step"], row.get("call")) for row in fields if row.get("step") is not None}
    written = (f"step {step} {call or ''}".rstrip() for step, call in sorted(steps, key=str))
    return "  " + (", ".join(written) or "never written")


def grade_view(grade: dict[str, Any] | None, rows: Iterable[dict[str, Any]]) -> RenderableType:
    """All of it."""
    if grade is None:
        return Group(verdict(None), diff(rows))
    shown: list[RenderableType] = [verdict(grade), parts(grade)]
    if grade.get("findings"):
        shown += [Text(), findings(grade)]
    return Group(*shown, Text(), diff(rows))


def _field(row: dict[str, Any]) -> tuple[Text, Text, Text]:
    name = Text("  " + str(row.get("field") or "(whole row)"))
    return name, Text(_expected(row)), Text(_actual(row), style=STYLES.get(row["verdict"], ""))


def _expected(row: dict[str, Any]) -> str:
    if row["verdict"] == "collateral":
        return "no change" if row.get("before") is None else f"unchanged: {value_text(row['before'])}"
    if row.get("field") is None:
        return "deleted"
    return _matcher_text(row.get("expected"))


def _matcher_text(expected: object) -> str:
    if isinstance(expected, dict) and set(expected) == {"any_of"}:
        return "one of " + ", ".join(map(value_text, expected["any_of"]))
    if isinstance(expected, dict) and set(expected) == {"anything"}:
        return "anything"
    return value_text(expected)


def _actual(row: dict[str, Any]) -> str:
    if row["verdict"] == "missing":
        return f"not done ({value_text(row['before'])})" if row.get("before") is not None else "not done"
    if row.get("field") is None:
        return "deleted"
    text = value_text(row.get("actual"))
    return text if row["verdict"] == "right" else f"{text} ({row['verdict']})"
