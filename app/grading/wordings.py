"""Words and phrases of a check: as an expression for the plain text of sentences, and for a quick look at a text."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, wraps
from string import punctuation
from typing import NamedTuple, TypeVar

from simulators.understand.words import folded

Check = TypeVar("Check")
Rules = TypeVar("Rules")

_NEVER = "(?!)"
_MOST_CHECKS = 64
_SPACED = str.maketrans(dict.fromkeys(punctuation + "\u2018\u2019\u201c\u201d\u2013\u2014\u2026", " "))


_GAP = " ... "
_UP_TO_THREE_WORDS = r" (?:[\w-]+ ){0,3}?"


def either(phrases: Sequence[str]) -> str:
    """An expression for any of the phrases as whole words; for none of them, one that matches nothing.

    Where a phrase has three dots, up to three words may stand: "on your ... order".
    """
    folded_ones = sorted(map(folded, phrases), key=len, reverse=True)
    ways = [_UP_TO_THREE_WORDS.join(map(re.escape, phrase.split(_GAP))) for phrase in folded_ones]
    return rf"(?<![\w-])(?:{'|'.join(ways) or _NEVER})(?![\w-])"


class Said(NamedTuple):
    """A text as quick looks see it."""

    lower: str
    words: frozenset[str]


@lru_cache(maxsize=256)
def said(*texts: str) -> Said:
    """What several texts say together."""
    lower = "\n".join(texts).lower()
    return Said(lower, frozenset(lower.translate(_SPACED).split()))


class QuickLook:
    """Looks for many phrases in a text: by the longest word of each, and then as they are written."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_word: dict[str, list[str]] = {}
        for phrase in sorted({phrase.lower() for phrase in phrases}):
            self._by_word.setdefault(max(phrase.translate(_SPACED).split(), key=len), []).append(phrase)
        self._words = frozenset(self._by_word)

    def finds(self, text: Said) -> bool:
        """Whether a text has one of them."""
        for word in self._words & text.words:
            for phrase in self._by_word[word]:
                if _may_stand(phrase, text):
                    return True
        return False

    def found(self, text: Said) -> frozenset[str]:
        """Those that a text has."""
        words = self._words & text.words
        return words and frozenset(
            phrase for word in words for phrase in self._by_word[word] if _may_stand(phrase, text)
        )


def _may_stand(phrase: str, text: Said) -> bool:
    return phrase in text.lower or (_GAP in phrase and all(part in text.lower for part in phrase.split(_GAP)))


def by_check(build: Callable[[Check], Rules]) -> Callable[[Check], Rules]:
    """`build` with a memory of the last checks, told apart by identity: to hash one takes as long as to use it."""
    known: dict[int, tuple[Check, Rules]] = {}

    @wraps(build)
    def built(check: Check) -> Rules:
        found = known.get(id(check))
        if found is None:
            if len(known) >= _MOST_CHECKS:
                known.clear()
            # The check is kept beside its rules: as long as it lives, no other has its identity.
            found = known[id(check)] = check, build(check)
        return found[1]

    return built
