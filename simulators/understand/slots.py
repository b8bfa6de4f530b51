"""Which slots of a lexicon a piece of text names: exact phrasings first, then what nearly is one."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from domains.kit.lexicon import Lexicon
from domains.kit.values import ValueKind
from simulators.understand.clauses import Sentence
from simulators.understand.indexed import indexed, layer_of
from simulators.understand.words import Phrase, Phrases, listed, spaced

OTHER = "other"
"""Stands for something that is asked for and that the lexicon has no slot for."""

CHOICE = "item_choice"
"""The slot of a choice among listed things, in any domain that has it."""
OPTION = "option_choice"
"""The slot of what a thing is exchanged for, in a domain that tells it from the thing."""
_STORY = ("details", "issue")
VAGUE = frozenset(_STORY)
"""Keys that give way to any other slot that is asked for beside them: what happened, how things are."""

_SAME = {
    "id": "number", "num": "number", "identifier": "number", "ids": "number", "numbers": "number",
    "zipcode": "zip", "colour": "color", "postal": "zip", "emails": "email",
    "ref": "reference", "telephone": "phone", "cellphone": "phone", "booking": "reservation", "dob": "birth",
    "traveller": "traveler",
    "travelling": "traveling", "flavour": "flavor",
}  # fmt: skip
_HISSING = ("sses", "ches", "shes", "xes")
_CHUNK = re.compile(r"[,;:()/]| and | or | with | as well as | along | plus ")
_EMPTY = listed(
    "a an and are as at be can could did do does for from had has have how i if in is it its kindly like me no",
    "my of on either or our please should so that the them these this those to us was we were what when where",
    "which who will with would you your provide share tell give let know want wish need prefer",
)
_GAP = "..."
_LEAD = re.compile(r"^(?:.*\b(?:your|the|an?|its|any|me|us|provide|share|enter|what is|what are|what|which)\s+)(?=\w)")
_TAIL = re.compile(r"\W+(?:(?:please|again|instead|first|now|today|for me|handy|ready)\W*)+$")
_CHANGING = listed("change changes changed update updates updated modify modified modification modifications")
_SPOKEN_OF = re.compile(
    r"\b(?:this|these|that|those|any|some|further|other|more|all|following|such|no|requested|proposed|above|make"
    r"|making|need|want|your|the(?= \w+\b(?! (?:of|to|in|for)\b))) (?:requested |proposed |other |further "
    r"|more )?(?:changes?|updates?|modifications?)\b|\b(?:what|whatever|anything|something) (?:\S+ ){0,4}?(?:changed?"
    r"|updated?|modif(?:y|ied))\b|\b(?:change|update|modify) (?:anything|something)\b|\b(?:update|change"
    r"|modify) (?:the|your|this|that) (?:order|booking|reservation|account|record|system|request)(?: now| accordingly"
    r"| for you)?(?=\W*$)"
)
"""Words for a change that name none: they point to what is proposed, or to what the customer may say against it."""
_RETURNING = listed("return returns returned returning")
_MONEY_BACK = re.compile(
    r"\breturn(?:s|ed|ing)? (?:back )?(?:(?:the|that|your) )?(?:\w+ )?"
    r"(?=[$\u20ac\u00a3]\s?\d|\d+(?:\.\d\d)? (?:dollars|euros|pounds)\b|(?:money|amount|difference|refund"
    r"|payment|balance)\b)"
)
"""Speaks of money that is given back, and of no goods."""
_WISHES = ("would you like", "do you want", "you would like", "you want")
_WISH = re.compile(rf"((?:what|which)(?: \w+)? )(?:{'|'.join(_WISHES)})( to .+)")
_LEADING = listed("which what")
_NEAR = 0.62
_SLIP = 0.6
_LEAST = 5
"""Letters of a word that may be misspelt."""


@lru_cache(maxsize=8192)
def slot_word(word: str) -> str:
    """A word in the form in which phrasings are compared: singular, and one word for "ID" and "number"."""
    word = _SAME.get(word, word).removesuffix("'s")
    if len(word) > 5 and word.endswith(_HISSING):
        word = word[:-2]
    elif len(word) > 3 and word[-1] == "s" and word[-2] not in "su":
        word = word[:-1]
    return _SAME.get(word, word)


class _Alike(NamedTuple):
    """A phrasing that has many trigrams in common with a text."""

    key: str
    said: str
    at: int
    share: float


class _Trigrams:
    """Phrasings by the trigrams of their words."""

    def __init__(self, said: Iterable[tuple[str, str]]) -> None:
        self._said: list[tuple[str, str, int]] = []
        self._with: dict[str, list[int]] = {}
        for phrase, key in said:
            grams = _trigrams(phrase) if _EMPTY.isdisjoint(spaced(phrase).split()) else ()
            for gram in grams:
                self._with.setdefault(gram, []).append(len(self._said))
            if grams:
                self._said.append((key, phrase, len(grams)))

    def alike(self, grams: frozenset[str]) -> Iterator[_Alike]:
        """Phrasings that are near to a text with these trigrams."""
        shared = Counter(at for gram in grams for at in self._with.get(gram, ()))
        for at, count in shared.items():
            key, said, size = self._said[at]
            share = 2 * count / (size + len(grams))
            if share > _NEAR:
                yield _Alike(key, said, at, share)


class _Compiled(NamedTuple):
    """What takes long to compile of a lexicon, of which an extension of it needs most."""

    phrases: Phrases[str]
    gapped: tuple[tuple[re.Pattern[str], str], ...]
    trigrams: tuple[_Trigrams, ...]
    """Its own last, after those of its base."""
    action_of: Mapping[str, str]
    """The actions that are named by one word."""
    actions: Phrases[str]
    """Those that are named by several."""
    past: frozenset[str]


def _compiled(lexicon: Lexicon) -> _Compiled:
    layer = layer_of(lexicon)
    every = [(phrase, slot.key) for slot in layer.slots for phrase in _phrasings(slot.key, slot.label, slot.ask)]
    said = [(phrase, key) for phrase, key in every if _GAP not in phrase]
    gapped = tuple((_gapped(phrase), key) for phrase, key in every if _GAP in phrase)
    if layer.base is None:
        named = [(word.lower(), action.key) for action in lexicon.actions for word in action.words]
        return _Compiled(
            phrases=Phrases(said, normal=slot_word, leads=_LEADING),
            gapped=gapped,
            trigrams=(_Trigrams(said),),
            action_of={word: key for word, key in named if word.isalpha()},
            actions=Phrases((word, key) for word, key in named if not word.isalpha()),
            past=frozenset(word for word, _ in named if word.endswith(("ed", "en"))),
        )
    below = indexed(_compiled, layer.base)
    return below._replace(
        phrases=below.phrases.overlaid(said, keeps=layer.keeps, place=layer.place),
        gapped=(*(each for each in below.gapped if layer.keeps(each[1])), *gapped),
        trigrams=(*below.trigrams, _Trigrams(said)),
    )


class SlotIndex:
    """A lexicon's phrasings, compiled."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._layer = layer_of(lexicon)
        self._compiled = _compiled(lexicon)
        self.past = self._compiled.past
        self._people = frozenset(slot.key for slot in lexicon.slots if slot.kind is ValueKind.NAME)
        self._dates = frozenset(slot.key for slot in lexicon.slots if slot.kind is ValueKind.DATE)
        self._choices = frozenset(slot.key for slot in lexicon.slots if slot.kind is ValueKind.CHOICE)
        self._keys = frozenset(slot.key for slot in lexicon.slots)
        self.another = next((key for key in (OPTION, CHOICE) if key in self._keys), None)
        """The slot of what is wanted in place of something, where there is one."""
        self.story = next((key for key in _STORY if key in self._keys), None)
        """The slot of what happened and how things are, where there is one."""
        self.facts = self.story if self.story == _STORY[0] else None
        """The slot of any fact that one may ask for; one of what went wrong is none."""

    def has(self, key: str) -> bool:
        """Whether the lexicon has a slot of that key."""
        return key in self._keys

    def within(self, keys: Container[str]) -> bool:
        """Whether the lexicon has no slots but these."""
        return all(key in keys for key in self._keys)

    def is_choice(self, key: str) -> bool:
        """Whether that slot is a choice of some kind of its own."""
        return key in self._choices and key != CHOICE

    def is_name(self, key: str) -> bool:
        """Whether that slot is a person's name."""
        return key in self._people

    def is_date(self, key: str) -> bool:
        """Whether that slot is a date."""
        return key in self._dates

    def which(self, noun: str) -> str | None:
        """The slot, other than a choice among listed things, that "which" and a noun ask for."""
        found = next(self._compiled.phrases.found(f"which {noun}"), None)
        return found.payload if found and found.length > 1 and found.payload != CHOICE else None

    def names(self, text: str) -> bool:
        """Whether a few words name a slot, other than details in general."""
        return any(phrase.payload not in VAGUE for phrase in self.exact(text))

    def actions(self, sentence: Sentence) -> tuple[str, ...]:
        """Keys of the actions that a sentence names, in the lexicon's order."""
        named: list[str] = []
        if not self._compiled.action_of.keys().isdisjoint(sentence.vocabulary):
            said = sentence.vocabulary
            if not said.isdisjoint(_CHANGING | _RETURNING):
                plain = _MONEY_BACK.sub(" ", _SPOKEN_OF.sub(" ", sentence.plain))
                said = frozenset(re.findall(r"[\w'#$%/-]+", plain))
            named = [key for word, key in self._compiled.action_of.items() if word in said]
        if not self._compiled.actions.first.isdisjoint(sentence.vocabulary):
            named += [phrase.payload for phrase in self._compiled.actions.found(sentence.plain)]
        return tuple(dict.fromkeys(named))

    def acts_in(self, said: frozenset[str]) -> bool:
        """Whether one of these words names an action."""
        return not self._compiled.action_of.keys().isdisjoint(said)

    def exact(self, text: str) -> Iterator[Phrase[str]]:
        """Phrasings that stand in the text word for word."""
        return self._compiled.phrases.found(text)

    def gapped(self, text: str) -> Iterator[str]:
        """Keys of phrasings with a gap ("where ... shipped") that fit the text; of those that begin alike, the"
        " longest."""
        line = spaced(text)
        fitting = [
            (found.start(), -found.end(), key) for form, key in self._compiled.gapped if (found := form.search(line))
        ]
        started: set[int] = set()
        for start, _, key in sorted(fitting):
            if start not in started:
                started.add(start)
                yield key

    def near(self, text: str) -> Iterator[str]:
        """Keys of slots that a part of the text nearly names: misspelt, or in another order of words."""
        for chunk in _CHUNK.split(text):
            part = _TAIL.sub("", _LEAD.sub("", chunk)).strip(" .?!'\"")
            if 4 <= len(part) <= 48 and (key := self._nearest(part)):
                yield key

    def _nearest(self, part: str) -> str | None:
        grams = _trigrams(part)
        if len(grams) < 4:
            return None
        *below, own = self._compiled.trigrams
        alike = [each for layer in below for each in layer.alike(grams) if self._layer.keeps(each.key)]
        alike += own.alike(grams)
        # Of those that are equally near, the first of the lexicon.
        alike.sort(key=lambda each: (-each.share, self._layer.place(each.key), each.at))
        return next((each.key for each in alike if _spelt_alike(part, each.said)), None)


def _phrasings(key: str, label: str, ask: tuple[str, ...]) -> tuple[str, ...]:
    said = (label, *ask) if ask else (label, key.replace("_", " "))
    bare = (phrase.lower().removeprefix("your ").removeprefix("the ") for phrase in said)
    return tuple(dict.fromkeys(form for phrase in bare if phrase.strip() for form in (phrase, *_indirect(phrase))))


def _indirect(phrase: str) -> Iterator[str]:
    """A question for a wish as part of a sentence, and in other words: "what you would like to return"."""
    if wish := _WISH.fullmatch(phrase):
        yield from (f"{wish[1]}{said}{wish[2]}" for said in _WISHES)


def _spelt_alike(one: str, other: str) -> bool:
    """Whether they have the same telling words, in any order, if misspelt: a user number is no order number."""
    first, second = _telling(one), _telling(other)
    return len(first) == len(second) and all(map(_same_word, first, second))


@lru_cache(maxsize=8192)
def _telling(text: str) -> tuple[str, ...]:
    return tuple(sorted({slot_word(word) for word in spaced(text).split() if word not in _EMPTY}))


def _same_word(one: str, other: str) -> bool:
    """Whether a word is another or a slip of it: they begin alike, and share nearly all groups of three letters."""
    if one == other:
        return True
    if one[0] != other[0] or min(len(one), len(other)) < _LEAST:
        return False
    first, second = _word_grams(one), _word_grams(other)
    return 2 * len(first & second) >= _SLIP * (len(first) + len(second))


@lru_cache(maxsize=4096)
def _word_grams(word: str) -> frozenset[str]:
    padded = f"  {word}  "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


@lru_cache(maxsize=1024)
def _gapped(phrase: str) -> re.Pattern[str]:
    parts = (" ".join(spaced(part).split()) for part in phrase.split(_GAP))
    return re.compile(
        r" (?:\S+ ){0,7}?".join(f"{re.escape(part)}" for part in parts if part).join((r"(?<= )", r"(?= )"))
    )


@lru_cache(maxsize=8192)
def _trigrams(text: str) -> frozenset[str]:
    telling = sorted({slot_word(word) for word in spaced(text).split() if word not in _EMPTY})
    if not telling or telling == ["number"]:
        return frozenset()
    padded = "  ".join(("", *telling, ""))
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))
