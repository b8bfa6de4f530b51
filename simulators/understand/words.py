"""Words of a text, and phrases found among them by whole words."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

Payload = TypeVar("Payload")

_WORD = re.compile(r"\d+(?:[.,]\d+)*(?=[a-z]{1,6}(?![^\W_]))|\d+(?:[.,]\d+)+|[^\W_]+(?:'(?:s|t|re|ve|ll|d|m)\b)?")
_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00a0": " ", "\u202f": " "})


class Word(NamedTuple):
    """One word in lower case, with where it stands."""

    text: str
    start: int
    end: int


class Phrase(NamedTuple, Generic[Payload]):
    """A phrase that was found: what it stands for and the span of its words."""

    payload: Payload
    start: int
    end: int
    length: int
    """How many words it has."""


def listed(*lines: str) -> frozenset[str]:
    """A set of words, written as lines of words."""
    return frozenset(" ".join(lines).split())


def folded(text: str) -> str:
    """Lower case with plain apostrophes and without accents, sign by sign: places in it are places in the text."""
    if text.isascii():
        return text.lower()
    return "".join(sign.lower() if sign < "\x80" else _plain_sign(sign) for sign in text)


@lru_cache(maxsize=4096)
def _plain_sign(sign: str) -> str:
    base = unicodedata.normalize("NFKD", sign.translate(_PLAIN))[:1].lower()
    return base if len(base) == 1 and base.isalnum() else sign.translate(_PLAIN)


def words(text: str) -> tuple[Word, ...]:
    """The words of a text that `folded` has returned; "15GB" is two words, "1,234.50" is one."""
    return tuple([Word(_plain(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)])


@lru_cache(maxsize=512)
def spaced(text: str) -> str:
    """The words of a text between single spaces, with one at each end: " the blue one "."""
    return " " + " ".join(_plain(found) for found in _WORD.findall(folded(text))) + " "


def _plain(word: str) -> str:
    return word.replace(",", "") if word[0].isdigit() else word


class Phrases(Generic[Payload]):
    """Finds many phrases in one pass; of phrases that start at the same word, the longest wins."""

    def __init__(self, phrases: Iterable[tuple[str, Payload]], *, normal: Callable[[str], str] = str) -> None:
        self._normal = normal
        by_first: dict[str, list[tuple[tuple[str, ...], Payload]]] = {}
        for phrase, payload in phrases:
            parts = tuple(normal(part) for part in spaced(phrase).split())
            if parts:
                by_first.setdefault(parts[0], []).append((parts, payload))
        for entries in by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._by_first = by_first
        self.first = frozenset(by_first)
        """The words that phrases begin with, for a quick look before the words of a text are found."""

    def found(self, text: Sequence[Word]) -> Iterator[Phrase[Payload]]:
        """Phrases in order, never overlapping, except that the same words may stand for several payloads."""
        at, count = 0, len(text)
        normal = [self._normal(word.text) for word in text]
        while at < count:
            best = 0
            for parts, payload in self._by_first.get(normal[at], ()):
                size = len(parts)
                if size < best or at + size > count:
                    continue
                if all(normal[at + step] == parts[step] for step in range(1, size)):
                    best = size
                    yield Phrase(payload, text[at].start, text[at + size - 1].end, size)
            at += best or 1
