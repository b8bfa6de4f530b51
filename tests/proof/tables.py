"""Markdown: tables, shares, and claims that hold or do not."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Claim(NamedTuple):
    """Something that the proof must show."""

    text: str
    holds: bool
    seen: str
    """The figure that decides it."""


class Section(NamedTuple):
    """A part of the report."""

    title: str
    lines: Sequence[str]
    claims: Sequence[Claim] = ()


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """A table whose first column is text and whose others are figures."""
    marks = ["---", *["---:"] * (len(head) - 1)]
    return [_row(head), _row(marks), *map(_row, rows), ""]


def share(part: int, whole: int) -> str:
    """`3 of 4`, or a dash where there is nothing."""
    return f"{part} of {whole}" if whole else "-"


def report(sections: Sequence[Section], opening: Sequence[str]) -> str:
    """The whole page: what must hold first, then the figures."""
    claims = [claim for section in sections for claim in section.claims]
    verdicts = [(claim.text, "holds" if claim.holds else "**does not hold**", claim.seen) for claim in claims]
    lines = ["# Proof that the score means something", "", *opening, ""]
    lines += table(("what must hold", "does it", "seen"), verdicts)
    for section in sections:
        lines += [f"## {section.title}", "", *section.lines]
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"
