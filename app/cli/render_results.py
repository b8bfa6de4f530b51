"""Tables of how agents did."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from app.cli import output
from app.cli.demo_play import Row
from app.grading.estimates import estimates


def demo_table(rows: Sequence[Row]) -> Table:
    """The demo's agents."""
    made = _empty("per s")
    for row in rows:
        count = len(row.played)
        made.add_row(
            row.agent,
            str(count),
            _successes(len(row.successes)),
            estimates_text(estimates(row.outcomes).model_dump() if count else None),
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


def estimates_text(both: dict[str, Any] | None) -> str:
    """`0.50 (0.38-0.62)`, and where sessions were excluded also what it is with those counted as failures."""
    if both is None:
        return "-"
    if not both["excluded"]:
        return estimate_text(both["as_failures"])
    left_out = estimate_text(both["left_out"])
    return f"{left_out}\n{estimate_text(both['as_failures'])} with {both['excluded']} excluded"


def estimate_text(estimate: dict[str, Any] | None) -> str:
    """`0.50 (0.38-0.62)`."""
    if estimate is None:
        return "-"
    return f"{estimate['value']:.2f} ({estimate['low']:.2f}-{estimate['high']:.2f})"


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
            estimates_text(row.get("pass_1")),
            "-" if row.get("partial") is None else f"{row['partial']:.2f}",
            Text(ends_text(row.get("ends") or {})),
        )
    return made
