"""What commands print: tables and text for people, JSON for programs."""

import json
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def console() -> "Console":
    """Standard output as it is now; styles only on a terminal, none with NO_COLOR."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False, emoji=False, markup=True)


def notices() -> "Console":
    """Standard error, for what is not the result."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, emoji=False)


def print_json(value: object) -> None:
    """One JSON document, indented."""
    sys.stdout.write(json.dumps(value, indent=2, ensure_ascii=False, default=str) + "\n")


def print_line(value: object) -> None:
    """One JSON document on one line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")


def table(*columns: str, right: Iterable[str] = (), fold: Iterable[str] = ()) -> "Table":
    """An empty table. Cells stay on one line, apart from those of the columns in `fold`."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    made = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for name in columns:
        folds = name in set(fold)
        made.add_column(
            name,
            justify="right" if name in set(right) else "left",
            no_wrap=not folds,
            overflow="fold" if folds else "ellipsis",
        )
    return made


def cells(values: Sequence[Any]) -> list[str]:
    """Values as table cells, with nothing for None, safe from being read as markup."""
    from rich.markup import escape

    return ["" if value is None else escape(str(value)) for value in values]


@cache
def plural(count: int, noun: str) -> str:
    """`1 task`, `2 tasks`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
