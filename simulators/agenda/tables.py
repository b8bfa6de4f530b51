"""What a table says to be unavailable: a cell, by its row and its column."""

import re
from collections.abc import Iterator

from simulators.agenda.deliberation import Deliberation

_BORDER = re.compile(r"[\s|:+-]+")
_MARKUP = re.compile(r"[*_`~]+")


def unavailable_cells(talk: Deliberation) -> Iterator[str]:
    """For each cell that says of something that it is not to be had: the row's name, the column's, and the row."""
    for header, row in _rows(talk.heard.text):
        for place, cell in enumerate(row):
            column = header[place] if place < len(header) else ""
            none = talk.cues.of_stock.search(column) and talk.cues.says_none.search(cell)
            if none or talk.cues.unavailable.search(cell):
                yield f"{row[0]}\n{column}\n{' '.join(each for each in row if each)}"


def in_table(text: str) -> bool:
    """Whether a clause is a row of a table, whose cells are about different things."""
    return text.count("|") > 1


def _rows(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """The rows of the tables of a text below the first, each with that one."""
    header: list[str] = []
    for line in text.splitlines():
        if not in_table(line):
            header = []
        elif not _BORDER.fullmatch(line):
            cells = [_MARKUP.sub("", cell).strip() for cell in line.strip().strip("|").split("|")]
            if header:
                yield header, cells
            header = header or cells
