"""Text as it is compared: casefolded words without accents and punctuation."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=256)
def words(text: str) -> tuple[str, ...]:
    """Runs of letters and digits, casefolded and without accents.

    >>> words("Anna.Lee@example.com, José")
    ('anna', 'lee', 'example', 'com', 'jose')
    """
    if not text.isascii():
        text = "".join(char for char in normalize("NFKD", text) if not combining(char))
    return tuple(_WORD.findall(text.casefold()))


@lru_cache(maxsize=256)
def line(text: str) -> str:
    """The words with one space before, between and after them, so that phrases are found as substrings."""
    return f" {' '.join(words(text))} "


def contains(text: str, phrase: str) -> bool:
    """Whether the words of `phrase` stand in `text`, whole and in a row; a phrase without words is in no text."""
    found = line(phrase)
    return found.strip() != "" and found in line(text)


def squeezed(text: str) -> str:
    """The words written together: "1234 AB" and "1234-ab" are the same."""
    return "".join(words(text))
