"""Words of a text, and phrases found among them by whole words."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, Protocol, TypeVar

Payload = TypeVar("Payload")

_WORD = re.compile(r"\d+(?:[.,]\d+)*(?=[a-z]{1,6}(?![^\W_]))|\d+(?:[.,]\d+)+|[^\W_]+(?:'(?:s|t|re|ve|ll|d|m)\b)?")
_MARKUP = re.compile(r"\*\*|__|`|~~|\\(?=[$#*_~-])|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
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


def expression(pattern: str) -> re.Pattern[str]:
    """An expression of rules, for text that `folded` has returned.

    Their words are of ASCII letters. To ask Unicode's tables of each sign whether it is part of a word made a tenth of
    the work of reading.
    """
    return re.compile(pattern, re.ASCII)


def folded(text: str) -> str:
    """Lower case with plain apostrophes and without accents, sign by sign: places in it are places in the text."""
    if text.isascii():
        return text.lower()
    return "".join(sign.lower() if sign < "\x80" else _plain_sign(sign) for sign in text)


@lru_cache(maxsize=4096)
def _plain_sign(sign: str) -> str:
    base = unicodedata.normalize("NFKD", sign.translate(_PLAIN))[:1].lower()
    return base if len(base) == 1 and base.isalnum() else sign.translate(_PLAIN)


def without_markup(text: str) -> str:
    """The text without the signs of Markdown emphasis, code and escapes."""
    if "*" in text or "_" in text or "`" in text or "~" in text or "\\" in text:
        return _MARKUP.sub("", text)
    return text


def words(text: str) -> tuple[Word, ...]:
    """The words of a text that `folded` has returned; "15GB" is two words, "1,234.50" is one."""
    return tuple([Word(_plain(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)])


@lru_cache(maxsize=4096)
def spaced(text: str) -> str:
    """The words of a text between single spaces, with one at each end: " the blue one "."""
    return " " + " ".join(_plain(found) for found in _WORD.findall(folded(text))) + " "


def _plain(word: str) -> str:
    return word.replace(",", "") if word[0].isdigit() else word


@lru_cache(maxsize=8192)
def _parts(phrase: str, normal: Callable[[str], str]) -> tuple[str, ...]:
    """The words of a phrase; kept, because most phrases of a lexicon are those of every other of its domain."""
    return tuple(normal(part) for part in spaced(phrase).split())


class Phrases(Generic[Payload]):
    """Finds many phrases in one pass; of phrases that start at the same word, the longest wins.

    A phrase that starts with one of the `leads` ("which phone") gives way to one that starts at the next word and goes
    on further ("phone number").
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, Payload]],
        *,
        normal: Callable[[str], str] = str,
        leads: frozenset[str] = frozenset(),
    ) -> None:
        self._normal = normal
        self._leads = leads
        by_start: dict[tuple[str, ...], list[_Entry[Payload]]] = {}
        for phrase, payload in phrases:
            if parts := _parts(phrase, normal):
                by_start.setdefault(parts[:2], []).append((parts, payload))
        for entries in by_start.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._by_start: _Entries[Payload] = by_start
        self.first = frozenset(start[0] for start in by_start)
        """The words that phrases begin with, for a quick look before the words of a text are found."""

    def overlaid(
        self,
        phrases: Iterable[tuple[str, Payload]],
        *,
        keeps: Callable[[Payload], bool],
        place: Callable[[Payload], int],
    ) -> "Phrases[Payload]":
        """As if all had been compiled together, in the order of their places: these where they are kept, and others."""
        over: Phrases[Payload] = Phrases(phrases, normal=self._normal, leads=self._leads)
        over._by_start = _Layered(self._by_start, over._by_start, keeps, place)
        over.first |= self.first
        return over

    def found(self, text: str) -> Iterator[Phrase[Payload]]:
        """Phrases of a text that `folded` has returned, in order.

        They never overlap, except that the same words may stand for several payloads.
        """
        places = list(_WORD.finditer(text))
        normal = [self._normal(_plain(place[0])) for place in places]
        if self.first.isdisjoint(normal):
            return
        at, count = 0, len(normal)
        while at < count:
            if normal[at] not in self.first:
                at += 1
                continue
            fitting = self._fitting(normal, at)
            best = len(fitting[0][0]) if fitting else 0
            if best > 1 and normal[at] in self._leads:
                following = self._fitting(normal, at + 1)
                if following and len(following[0][0]) >= best:
                    at += 1
                    fitting, best = following, len(following[0][0])
            for _, payload in fitting:
                yield Phrase(payload, places[at].start(), places[at + best - 1].end(), best)
            at += best or 1

    def _fitting(self, normal: Sequence[str], at: int) -> "list[_Entry[Payload]]":
        """The longest phrases that stand at a place."""
        best, fitting = 0, []
        for start in (tuple(normal[at : at + 2]), (normal[at],)):
            for parts, payload in self._by_start.get(start, ()):
                size = len(parts)
                if size < best or tuple(normal[at : at + size]) != parts:
                    continue
                best = size
                fitting.append((parts, payload))
        return fitting


_Entry = tuple[tuple[str, ...], Payload]
"""The words of a phrase, and what it stands for."""


class _Entries(Protocol[Payload]):
    """Entries by their first words, the longest first."""

    def get(self, start: tuple[str, ...], default: Sequence[_Entry[Payload]], /) -> Sequence[_Entry[Payload]]:
        """Those that begin like this."""


class _Layered(Generic[Payload]):
    """Entries over others; what begins alike is put in order when it is first looked for."""

    def __init__(
        self,
        below: _Entries[Payload],
        over: _Entries[Payload],
        keeps: Callable[[Payload], bool],
        place: Callable[[Payload], int],
    ) -> None:
        self._below = below
        self._over = over
        self._keeps = keeps
        self._place = place
        self._joined: dict[tuple[str, ...], Sequence[_Entry[Payload]]] = {}

    def get(self, start: tuple[str, ...], default: Sequence[_Entry[Payload]], /) -> Sequence[_Entry[Payload]]:
        """Those of both that begin like this."""
        joined = self._joined.get(start)
        if joined is not None:
            return joined
        below, over = self._below.get(start, ()), self._over.get(start, ())
        if not below and not over:
            return default
        entries = [*(entry for entry in below if self._keeps(entry[1])), *over]
        entries.sort(key=lambda entry: (-len(entry[0]), self._place(entry[1])))
        self._joined[start] = entries
        return entries
