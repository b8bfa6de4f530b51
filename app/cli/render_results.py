"""Tables of how agents did."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from app.cli import output
from app.cli.demo_play import Row
from app.cli.estimate import interval


def demo_table(rows: Sequence[Row]) -> Table:
    """The demo's agents."""
    made = _empty("per s")
    for row in rows:
        count, successes = len(row.played), len(row.successes)
        made.add_row(
            row.agent,
            str(count),
            _successes(successes),
            estimate_text(successes / count if count else None, interval(successes, count)),
            _mean(row.marks),
            f"{count / row.seconds:.1f}" if row.seconds else "",
            Text(ends_text(row.ends)),
        )
    return made


def _empty(*further: str) -> Table:
    right = ("sessions", "success", "partial", *further)
    return output.table(
        "agent", "sessions", "success", "pass^1", "partial", *further, "ended", right=right, fold=("ended",)
    )


def estimate_text(value: float | None, bounds: Sequence[float] | None) -> str:
    """`0.50 (0.38-0.62)`."""
    if value is None:
        return "-"
    return f"{value:.2f}" + (f" ({bounds[0]:.2f}-{bounds[1]:.2f})" if bounds else "")


def ends_text(ends: Mapping[str, int]) -> str:
    """Why sessions ended, the most frequent reason first."""
    ordered = sorted(ends.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{reason} {count}" for reason, count in ordered)


def _successes(count: int) -> Text:
    return Text(str(count), style="green" if count else "")


def _mean(marks: Iterable[float]) -> str:
    values = list(marks)
    return f"{sum(values) / len(values):.2f}" if values else "-"


def table(rows: Iterable[dict[str, Any]]) -> Table:
    """Agents as the service has counted them."""
    made = _empty()
    for row in rows:
        made.add_row(
            Text(str(row["agent"])),
            str(row["sessions"]),
            _successes(int(row["successes"])),
            estimate_text(row["pass_1"], row.get("interval")),
            "-" if row.get("partial") is None else f"{row['partial']:.2f}",
            Text(ends_text(row.get("ends") or {})),
        )
    return made
