"""Which slots of a lexicon a piece of text names: exact phrasings first, then what nearly is one."""

import re
from collections import Counter
from collections.abc import Iterator

from domains.kit.lexicon import Lexicon
from simulators.understand.words import Phrase, Phrases, Word, spaced, words

OTHER = "other"
"""Stands for something that is asked for and that the lexicon has no slot for."""

VAGUE = frozenset({"details", "issue"})
"""Keys that give way to any other slot that is asked for beside them."""

_SAME = {
    "id": "number", "no": "number", "num": "number", "identifier": "number", "ids": "number", "numbers": "number",
    "zipcode": "zip", "colour": "color", "postal": "zip", "mail": "email", "emails": "email", "mobile": "phone",
    "telephone": "phone", "cell": "phone", "cellphone": "phone", "booking": "reservation", "dob": "birth",
}  # fmt: skip
_SHARED = re.compile(
    r"\b(\w+) (?:and|or|&|/) (?:your )?(\w+) (names?|numbers?|dates?|address(?:es)?|codes?|ids?|digits)\b"
)
_CHUNK = re.compile(r"[,;:()/]| and | or | with | as well as | along | plus ")
_LEAD = re.compile(r"^(?:.*\b(?:your|the|an?|its|any|me|us|provide|share|enter|what is|what are|what|which)\s+)(?=\w)")
_NEAR = 0.62


def slot_word(word: str) -> str:
    """A word in the form in which phrasings are compared: singular, and one word for "ID" and "number"."""
    word = _SAME.get(word, word)
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "su":
        return word[:-1]
    return word


class SlotIndex:
    """A lexicon's phrasings, compiled."""

    def __init__(self, lexicon: Lexicon) -> None:
        said = [(phrase, slot.key) for slot in lexicon.slots for phrase in _phrasings(slot.key, slot.label, slot.ask)]
        self._phrases = Phrases(said, normal=slot_word)
        self._grams: dict[str, list[int]] = {}
        self._near: list[tuple[str, int]] = []
        for phrase, key in said:
            grams = _trigrams(phrase)
            for gram in grams:
                self._grams.setdefault(gram, []).append(len(self._near))
            self._near.append((key, len(grams)))
        self.past = frozenset(
            word.lower() for action in lexicon.actions for word in action.words if word.lower().endswith(("ed", "en"))
        )
        self.actions = Phrases((word, action.key) for action in lexicon.actions for word in action.words)
        self._keys = frozenset(slot.key for slot in lexicon.slots)

    def has(self, key: str) -> bool:
        """Whether the lexicon has a slot of that key."""
        return key in self._keys

    def names(self, text: str) -> bool:
        """Whether a few words name a slot, other than details in general."""
        return any(phrase.payload not in VAGUE for phrase in self.exact(words(text)))

    def exact(self, text: tuple[Word, ...]) -> Iterator[Phrase[str]]:
        """Phrasings that stand in the text word for word."""
        return self._phrases.found(text)

    def near(self, text: str) -> Iterator[str]:
        """Keys of slots that a part of the text nearly names: misspelt, or in another order of words."""
        for chunk in _CHUNK.split(text):
            part = _LEAD.sub("", chunk).strip(" .?!'\"")
            if 4 <= len(part) <= 48 and (key := self._nearest(part)):
                yield key

    def _nearest(self, part: str) -> str | None:
        grams = _trigrams(part)
        shared = Counter(at for gram in grams for at in self._grams.get(gram, ()))
        best, best_key = _NEAR, None
        for at, count in shared.items():
            key, size = self._near[at]
            score = 2 * count / (size + len(grams))
            if score > best:
                best, best_key = score, key
        return best_key


def _phrasings(key: str, label: str, ask: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase.lower() for phrase in (label, *ask, key.replace("_", " ")) if phrase.strip()))


def _trigrams(text: str) -> frozenset[str]:
    padded = "  ".join(("", *sorted(slot_word(word) for word in spaced(text).split()), ""))
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def expanded(text: str) -> str:
    """ "first and last name" as "first name and last name"."""
    return _SHARED.sub(r"\1 \3 and \2 \3", text)
