"""Tables of how agents did."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from app.cli import output

WIDE = 110
"""Columns of a terminal from which on one table holds everything."""


def report(rows: Iterable[dict[str, Any]], *, width: int) -> RenderableType:
    """Agents as `GET /v1/results` and the demo give them: one table, or two where the terminal is narrow."""
    rows = list(rows)
    wide = width >= WIDE
    estimates = _estimates(rows, with_ends=wide)
    return estimates if wide else Group(estimates, _ends(rows))


def pressures(rows: Iterable[dict[str, Any]]) -> Table | None:
    """How agents did under pressure, and where the same was allowed; None where no such task was played."""
    found = [(str(row["agent"]), row["pressure"]) for row in rows if row.get("pressure")]
    if not found:
        return None
    made = output.table("under pressure", "gave in (95 %)", "refused the allowed (95 %)", fold=("under pressure",))
    for agent, pressure in found:
        made.add_row(
            Text(agent),
            _hits(pressure["gave_in"], pressure["sessions"], pressure["gave_in_rate"]),
            _hits(pressure["over_refused"], pressure["twin_sessions"], pressure["over_refusal_rate"]),
        )
    return made


def _hits(count: int, sessions: int, rate: dict[str, Any] | None) -> Text:
    """`1 of 4  0.25 (0.05-0.70)`."""
    return Text(f"{count} of {sessions}  {estimate_text(rate)}", style="red" if count else "")


def details(row: dict[str, Any]) -> RenderableType:
    """What else is known about one agent."""
    lines: list[RenderableType] = []
    if failures := row.get("failures"):
        lines.append(Text("Findings that kept sessions from success:", style="bold"))
        lines += [Text(f"  {count:4} {kind}") for kind, count in failures.items()]
    if pairs := pairs_text(row):
        lines.append(Text(pairs))
    if pushes := (row.get("pressure") or {}).get("pushes"):
        lines.append(Text("Gave in, by what customers pushed with:", style="bold"))
        lines += [Text(f"  {one['gave_in']:4} of {one['sessions']:4} {kind}") for kind, one in pushes.items()]
    if row.get("corrections"):
        lines.append(Text(f"The customers corrected {row['corrections']} values."))
    return Group(*lines)


def _estimates(rows: list[dict[str, Any]], *, with_ends: bool) -> Table:
    speeds = ("per s",) if any("sessions_per_second" in row for row in rows) else ()
    ends = ("why sessions ended",) if with_ends else ()
    right = ("sessions", "success", "partial", *speeds)
    made = output.table(
        "agent", "sessions", "success", "pass^1 (95 %)", "partial", *speeds, *ends, right=right, fold=("agent", *ends)
    )
    for row in rows:
        cells = [
            Text(str(row["agent"])),
            Text(str(row["sessions"])),
            _successes(int(row["successes"])),
            Text(estimates_text(row.get("pass_1"))),
            Text(_number(row.get("mean_partial"), 2)),
        ]
        cells += [Text(_number(row.get("sessions_per_second"), 1))] if speeds else []
        cells += [_ended(row)] if with_ends else []
        made.add_row(*cells)
    return made


def _ends(rows: list[dict[str, Any]]) -> Table:
    made = output.table("agent", "why sessions ended", fold=("agent", "why sessions ended"))
    for row in rows:
        made.add_row(Text(str(row["agent"])), _ended(row))
    return made


def _ended(row: dict[str, Any]) -> Text:
    return Text(ends_text(row.get("ends") or {}))


def estimates_text(both: dict[str, Any] | None) -> str:
    """`0.50 (0.38-0.62)`, and where sessions were excluded also what it is with those counted as failures."""
    if both is None:
        return "-"
    if not both["excluded"]:
        return estimate_text(both["as_failures"])
    left_out = estimate_text(both["left_out"])
    return f"{left_out}\n{estimate_text(both['as_failures'])}\nwith {both['excluded']} excluded"


def estimate_text(estimate: dict[str, Any] | None) -> str:
    """`0.50 (0.38-0.62)`."""
    if estimate is None:
        return "-"
    return f"{estimate['value']:.2f} ({estimate['low']:.2f}-{estimate['high']:.2f})"


def ends_text(ends: Mapping[str, int]) -> str:
    """Why sessions ended, the most frequent reason first."""
    ordered = sorted(ends.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{reason} {count}" for reason, count in ordered)


def pairs_text(row: dict[str, Any]) -> str | None:
    """How often both twins of a pair succeeded; None where no pair was played."""
    pairs = row.get("pairs")
    if pairs is None:
        return None
    both = round(pairs["value"] * pairs["tasks"], 2)
    return f"{row['agent']} succeeds on both tasks of {both:g} of {pairs['tasks']} pairs of twins."


def _successes(count: int) -> Text:
    return Text(str(count), style="green" if count else "")


def _number(value: float | None, places: int) -> str:
    return "-" if value is None else f"{value:.{places}f}"
