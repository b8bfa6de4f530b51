"""Typing errors and lower case in a text, never inside protected words or marked values."""

import re

from domains.kit.draws import Draw, Part
from simulators.understand.amounts import NUMBER_WORDS

VALUE_OPENS, VALUE_CLOSES = "\ue000", "\ue001"
"""Private-use characters around values while a text is in the making."""
_PIECES = re.compile(f"({VALUE_OPENS}[^{VALUE_CLOSES}]*{VALUE_CLOSES}|[A-Za-z]+)")


def marked_value(text: str) -> str:
    """A value with its marks."""
    return f"{VALUE_OPENS}{text}{VALUE_CLOSES}"


def unmarked_value(text: str) -> str:
    """A text without marks."""
    return text.replace(VALUE_OPENS, "").replace(VALUE_CLOSES, "")


def roughened(text: str, share: float, protected: frozenset[str], draw: Draw, *step: Part) -> str:
    """The text with about that share of its words mistyped or in lower case; none becomes a protected word, and what
    follows a number word stays, as it tells a count from a figure of speech ("one moment")."""
    pieces = _PIECES.split(text)
    for index in range(1, len(pieces), 2):
        word = pieces[index]
        counted = index > 1 and pieces[index - 2].lower() in NUMBER_WORDS
        if word.startswith(VALUE_OPENS) or word.lower() in protected or counted:
            continue
        if draw.chance(share, "word", index, *step):
            typed = _mistyped(word, draw, index, *step)
            pieces[index] = word.lower() if typed in protected else typed
    return "".join(pieces)


def _mistyped(word: str, draw: Draw, *step: Part) -> str:
    if len(word) < 5 or not word.islower():
        return word.lower()
    at = 1 + draw.integer(len(word) - 2, "at", *step)
    if draw.chance(0.5, "how", *step):
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
