"""The README taken apart: its blocks, its inline code, its tables, and the commands it names."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Block:
    """A fenced block; `title` is what stands behind its language."""

    language: str
    title: str
    text: str


BLOCKS = [Block(*found) for found in re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)]
PROSE = re.sub(r"^```.*?^```$", "", TEXT, flags=re.MULTILINE | re.DOTALL)
INLINE = [" ".join(found.split()).replace(r"\|", "|") for found in re.findall(r"`([^`]+)`", PROSE)]
ELIDED = "…"


def sample(title: str) -> str:
    """The block of printed text of that title."""
    (found,) = [block.text for block in BLOCKS if block.language == "text" and block.title == title]
    return found


def table(*header: str) -> list[list[str]]:
    """The cells of the table with that header, row by row."""
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in PROSE.splitlines()]
    start = rows.index(list(header)) + 2
    end = next(number for number in range(start, len(rows) + 1) if number == len(rows) or not rows[number])
    return rows[start:end]


def lines(script: str) -> list[str]:
    """The commands of a script; one that goes on in the next line, or within quotes, is one."""
    found: list[str] = []
    for line in script.splitlines():
        if found and _goes_on(found[-1]):
            found[-1] += "\n" + line
        elif line.strip():
            found.append(line)
    return found


def _goes_on(command: str) -> bool:
    try:
        shlex.split(command)
    except ValueError:
        return True
    return command.endswith("\\")


def calls() -> Iterator[list[str]]:
    """The arguments of each `regulars …` in blocks of commands and inline, as far as the next pipe or redirection."""
    commands = [line for block in BLOCKS if block.language == "bash" for line in lines(block.text)]
    for command in [*commands, *INLINE]:
        words = shlex.split(command) if "regulars " in command else []
        if "regulars" in words:
            rest = words[words.index("regulars") + 1 :]
            yield rest[: next((i for i, word in enumerate(rest) if word in {"|", ">", "<"}), len(rest))]
