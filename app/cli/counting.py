"""How far a long command is: a bar on a terminal, a line now and then elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from app.cli import output

Advance = Callable[[int, str], None]
"""Takes how many more are done, and what is wrong with them, if anything."""


@contextmanager
def counted(doing: str, done: str, *, total: int, line_every: int) -> Iterator[Advance]:
    """Counts up to `total` on standard error: "auditing", "tasks audited"."""
    screen = output.notices()
    if not screen.is_terminal:
        yield _lines(screen, done, line_every)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=screen, transient=True) as progress:
        bar = progress.add_task(doing, total=total)

        def advance(count: int, trouble: str) -> None:
            progress.advance(bar, count)
            if trouble:
                progress.console.print(Text(trouble, style="red"))

        yield advance


def _lines(screen: Console, done: str, line_every: int) -> Advance:
    seen = 0

    def advance(count: int, _trouble: str) -> None:
        nonlocal seen
        before, seen = seen, seen + count
        if before // line_every != seen // line_every:
            screen.print(f"{seen} {done}")

    return advance
