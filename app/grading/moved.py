"""What the agent says right after a change of the amounts that it has moved: an amount of another record is not one.

Only the clear case counts: a sentence that says of an amount that it has been refunded or charged, in a message that
follows a change with amounts in its result. The amount must then stand in the record that was changed or in what is
said of its parts, or be a sum or a difference of those. Where anything else could be spoken of, it passes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from app.grading.known_amounts import amounts_in, reckoned
from app.grading.log import Call, Heard, Log
from app.grading.personal import texts_in
from app.grading.results import held_at, read_json, scalars
from app.grading.spoken import words
from domains.kit.checks import MovedAmounts
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.values import ValueKind
from simulators.understand.values import Found, stands, unmarked, values_in
from simulators.understand.words import listed

_MOST_ADDED, _FEW, _SOME = 12, 24, 60
"""Of so many amounts any number may be added, of so many any four, of so many any three; of more, all pass."""
_LONG = 4
"""Letters of a word that names something, and digits of a text that is a number of another kind."""
_ELSEWHERE = re.compile(
    r"\b(?:other|another|earlier|previous(?:ly)?|original(?:ly)?(?! (?:payment|method|card|form|wallet))|initial(?:ly)?"
    r"|last (?:week|month|year|time|order)|before|ago|at the time|back then|separate(?:ly)?|you (?:were|had been)"
    r"|when you|in the past|if|unless|(?:order|one|parcel|purchase) (?:that|which|with|from|of|you|on)"
    r"|(?:first|second|third|that) (?:order|one))\b|\?"
)
"""In a sentence about another change than the last."""
_ON = (
    r"(?:(?!\b(?:and|which|that|while|but|now|so|leaving|leaves|will|would|be|going|not|due)\b)"
    r"[^.;,$?!]){0,50}?"
)
"""Words of one statement, between an amount and what is said of it."""
_OF_ANY_KIND = listed("the your this an my our whole entire full complete of in for per on from to and")
"""Before "order" they do not say which."""
_ISSUED = r"(?:issued|processed|made|sent|initiated|completed|applied|posted|confirmed)"
_IS = r"(?:(?:has|have|was|were|is|are)\b(?: (?!to\b|not\b|due\b|be\b)\w+){0,2}?)"
"""And up to two words more: "has now been"."""


class Moved:
    """The amounts that changes have moved, beside what is said of them."""

    def __init__(self, rule: MovedAmounts, log: Log, domain: Domain):
        self._rule = rule
        self._log = log
        self._domain = domain
        self._own: dict[int, _Own] = {}

    def is_misstated(self, found: Found, so_far: Sequence[str], heard: Heard) -> bool:
        """Whether an amount is said to have been moved by the changes just before, and was not; `so_far` are the
        sentences of the message up to the one in which it stands."""
        sentence = unmarked(so_far[-1])
        lower = sentence.lower()
        if not any(word in lower for pair in self._rule.words.items() for word in pair):
            return False
        changes = self._just_made(heard)
        cents = abs(int(found.value.value))
        if not changes or self._is_in_result(cents, changes) or not self._is_said(found, sentence):
            return False
        own = self._own.setdefault(len(changes), _Own())
        if not own.amounts:
            own.read(changes, self._rule, self._log, self._domain)
        return not own.may_mean_another(" ".join(so_far), self._rule, self._domain) and not own.comes_to(cents)

    def _just_made(self, heard: Heard) -> list[Call]:
        """The agent's changes up to a message, if some since the last words of the customer have amounts."""
        said = max((answer.seq for answer in self._log.replies if answer.seq < heard.seq), default=-1)
        changes = [call for call in self._log.successful if call.event.changes and call.seq < heard.seq]
        moved = any(set(_amounts(read_json(call.event.content))) for call in changes if call.seq > said)
        return changes if moved else []

    def _is_in_result(self, cents: int, changes: Iterable[Call]) -> bool:
        return any(stands(call.event.content, f"{cents / 100:,.2f}") for call in changes)

    def _is_said(self, found: Found, sentence: str) -> bool:
        lower = sentence.lower()
        ways = _ways_to_say(tuple(self._rule.words.items()))
        if not any(way.fits(lower[: found.start], lower[found.end :]) for way in ways):
            return False
        dated = any(value.kind is ValueKind.DATE for value in values_in(sentence))
        return not dated and _ELSEWHERE.search(lower) is None


class _Way(NamedTuple):
    """What stands before and after an amount that is said to have been moved."""

    before: re.Pattern[str]
    after: re.Pattern[str]

    def fits(self, before: str, after: str) -> bool:
        return self.before.search(before) is not None and self.after.match(after) is not None


@lru_cache(maxsize=8)
def _ways_to_say(moved: tuple[tuple[str, str], ...]) -> tuple[_Way, ...]:
    noun, done = ("|".join(re.escape(pair[at]) for pair in moved) for at in (0, 1))
    no_plan = r"(?<!\bbe )(?<!\bbe fully )(?<!\bbe partly )(?<!\bget )(?<!\bgets )"
    sum_of = rf"\b(?:{noun}) (?:of|for)(?: [a-z]+){{0,2}}?\W{{0,4}}\Z"
    anything, not_known = re.compile(""), re.compile(r"(?<!the )(?<!that )(?<!those )(?<!of )\Z")
    only = rf"\W{{1,4}}(?:{done})\b(?! (?:when|once|if|after|upon|as soon))"
    return (
        _Way(re.compile(rf"{no_plan}\b(?:{done})\b{_ON}\Z"), anything),
        _Way(anything, re.compile(rf"{_ON}\b{_IS} (?:{done})\b")),
        _Way(not_known, re.compile(only)),
        _Way(re.compile(rf"{no_plan}\b{_ISSUED}\b{_ON}{sum_of}"), anything),
        _Way(re.compile(sum_of), re.compile(rf"{_ON}\b{_IS} {_ISSUED}\b")),
    )


@dataclass
class _Own:
    """What the changed records hold, and what others are called."""

    amounts: set[int] = field(default_factory=set)
    named: set[int] = field(default_factory=set)
    """Amounts that customer, policy and other records name."""
    moved: set[int] = field(default_factory=set)
    """Those in the results of the changes."""
    words: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    """Words in texts of other records."""

    def read(self, changes: Sequence[Call], rule: MovedAmounts, log: Log, domain: Domain) -> None:
        """Gather what tools have said, and what customer and policy have."""
        rows = [side for call in changes for change in call.event.changes for side in (change.before, change.after)]
        results = [read_json(call.event.content) for call in changes]
        self.moved = {cents for result in results for cents in _amounts(result)}
        given = [*results, *(call.arguments for call in changes)]
        for value in given:
            self._take(value)
        self.amounts |= {abs(cents) for row in rows for cents in scalars(row) if type(cents) is int}
        given += rows
        texts = {text for value in given for text in texts_in(value)}
        self.words |= {word for text in texts for word in words(text)}
        about = {text for value in given for text in held_at(value, rule.of) if isinstance(text, str)}
        keys = {text for text in texts if _names_a_row(text)}
        for call in log.successful:
            self._sort(read_json(call.event.content), rule, about, keys)
        said = (*(answer.reply.text or "" for answer in log.replies), domain.policy)
        found = (value for text in said for value in values_in(text, domain.lexicon))
        self.named |= {abs(int(value.value)) for value in found if value.kind is ValueKind.MONEY}
        self.named |= reckoned(log, domain, self.comes_to)
        self.amounts.discard(0)

    def comes_to(self, cents: int) -> bool:
        """Whether an amount is one of them, a sum of some of them, or a difference of two."""
        if cents in self.named or len(self.amounts) > _SOME:
            return True
        if any(abs(cents + sign * one) in self.amounts for one in self.amounts for sign in (0, 1, -1)):
            return True
        return any(cents in _sums(amounts) for amounts in (self.amounts, self.moved))

    def may_mean_another(self, text: str, rule: MovedAmounts, domain: Domain) -> bool:
        """Whether a text names another record, or something that only others have or are."""
        ids = {value.value for value in values_in(text, domain.lexicon) if value.kind is ValueKind.ID}
        spoken = words(text)
        noun = rule.of.removesuffix("_id")
        kinds = {kind for kind, named in pairwise(spoken) if named.removesuffix("s") in {noun, "one"}}
        return (
            any(not self.words.issuperset(words(one)) for one in ids)
            or not (kinds - _OF_ANY_KIND).issubset(self.words)
            or not (self.names - self.words).isdisjoint(spoken)
        )

    def _take(self, value: JSON) -> None:
        self.amounts |= set(_amounts(value))
        self.words |= {word for text in texts_in(value) for word in words(text)}

    def _sort(self, value: JSON, rule: MovedAmounts, about: set[str], keys: set[str], *, ours: bool = False) -> None:
        """Take what belongs to the changed records, and what belongs to no record and shares a key with them."""
        if isinstance(value, list):
            for one in value:
                self._sort(one, rule, about, keys, ours=ours)
        if not isinstance(value, dict):
            return
        record = value.get(rule.of)
        if isinstance(record, str):
            if record in about:
                self._take(value)
            else:
                self._leave(value, rule)
            return
        held = [one for one in value.values() if not isinstance(one, dict | list)]
        ours = ours or not keys.isdisjoint(one for one in held if isinstance(one, str))
        if ours:
            self._take(held)
        for one in value.values():
            self._sort(one, rule, about, keys, ours=ours)

    def _leave(self, value: JSON, rule: MovedAmounts) -> None:
        """Keep the names in another record, and what it says itself that it has moved."""
        self.names |= {
            word for text in texts_in(value) if text[:1].isupper() for word in words(text) if len(word) >= _LONG
        }
        self.named |= {cents for noun in rule.words for held in held_at(value, noun) for cents in _amounts(held)}


def _sums(amounts: set[int]) -> set[int]:
    """What any of them make together, or few of them where they are many."""
    found = {0}
    if len(amounts) <= _MOST_ADDED:
        for one in amounts:
            found |= {one + other for other in found}
        return found
    most = 4 if len(amounts) <= _FEW else 3
    return {sum(chosen) for count in range(2, most + 1) for chosen in combinations(amounts, count)}


def _amounts(value: JSON) -> Iterator[int]:
    """The amounts in a result; what is written as a long number without a sign is none."""
    for one in scalars(value):
        if not (isinstance(one, str) and one.isdigit() and len(one) >= _LONG):
            yield from amounts_in(one)


def _names_a_row(text: str) -> bool:
    return " " not in text and any(map(str.isdigit, text)) and any(map(str.isalpha, text))
