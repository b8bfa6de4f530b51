"""The amounts of money that are so in a session: those named by tools, customer and policy, and what they come to.

What they come to is searched only for an amount that nobody named. The search is wide, since an agent may add up
whatever it has read; where it would become too wide, every amount counts as known. What an agent works out with a tool
that only thinks is so where the amounts that it gives to the tool are.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cached_property
from itertools import combinations, product

from app.grading.log import Call, Log
from app.grading.results import read_json, scalars
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.tools import ToolKind
from domains.kit.values import ValueKind
from simulators.understand.values import stands, values_in

_PLAIN = re.compile(r"[-\u2212]?\s*\$?\s*[-\u2212]?(?P<amount>\d[\d,]*(?:\.\d+)?)")
_WITHIN = re.compile(r"(?<![\w.])(?:\$\s?(?=\d)|(?=[\d,]+\.\d\d?(?!\w)))(?P<amount>\d[\d,]*(?:\.\d+)?)(?!\w)")
"""In a text only what is written as an amount: dates hold numbers, too."""
_SIGNED = re.compile(r"\$ ?(?P<amount>\d[\d,]*(?:\.\d+)?)")
_MAY_HOLD = re.compile(r"[$.]|\A\W*\d[\d,]*\s*\Z")
_EXPRESSION = re.compile(r"[\d\s$.,()+*/\u00d7\u2212-]+")
_TERM = re.compile(r"(?P<by>[*/\u00d7]\s*)?(?P<amount>\$?\s?\d[\d,]*(?:\.\d+)?)(?P<times>\s*[*/\u00d7])?")
_FACTOR = re.compile(r"\d\d?|100|0?\.\d+|[01]\.0*")
"""How often, or which part of it."""
_KEY = re.compile(r"(?=\S*\d)(?=\S*[a-z])\S+", re.IGNORECASE)
_DIGITS = 12
_TO_THE_CENT = re.compile(r"[\d,]*\d\.\d\d")
MOST_TIMES = 10
_FEW, _SOME = 8, 24
"""Of so many amounts in one result, any four, or any three, may be added or subtracted; of more, any two."""
_MOST_TERMS = 4
_MOST_ADDED = 10
"""Of so many amounts in one result any number may be added."""
_WIDEST = 200_000
"""Sums that are worked out, at most, in one way."""


@dataclass(frozen=True)
class _Part:
    """An object in a result: the keys and amounts that stand in it, and all amounts in or below it."""

    keys: frozenset[str]
    own: frozenset[int]
    all: frozenset[int]
    parts: "tuple[_Part, ...]"

    def walk(self) -> "Iterator[_Part]":
        yield self
        for part in self.parts:
            yield from part.walk()


class KnownAmounts:
    """What is known of amounts, in cents and without sign, once a session is over."""

    def __init__(self, log: Log, domain: Domain):
        self._log = log
        self._domain = domain

    def has(self, cents: int) -> bool:
        """Whether an amount has been named, or can be worked out from those that have."""
        if self._is_named(cents) or cents in self._reckoned:
            return True
        return (
            self._can_be_worked_out(cents)
            or any(abs(cents + sign * one) in self._named for one in self._reckoned for sign in (1, -1))
            or any(self.names(cents + left) for left in self._left)
        )

    def names(self, cents: int) -> bool:
        """Whether an amount itself has been named."""
        return self._written(cents) or cents in self._named

    def names_sum(self, cents: int) -> bool:
        """Whether an amount has been named, or one result holds two or three that make it."""
        return self.names(cents) or any(
            cents == sum(chosen)
            for result in self._results
            for count in (2, 3)
            for chosen in combinations(sorted(result.all), count)
            if len(result.all) <= _SOME
        )

    def _is_named(self, cents: int) -> bool:
        if self.names(cents):
            return True
        return any(cents % times == 0 and cents // times in self._named for times in range(2, MOST_TIMES + 1))

    def _can_be_worked_out(self, cents: int) -> bool:
        if any(cents + one in self._named or abs(cents - one) in self._named for one in self._named):
            return True
        return self._worked_out is None or cents in self._worked_out

    def _written(self, cents: int) -> bool:
        """Whether a result has the amount as it is usually written, which is seen without reading the result."""
        texts = {f"{cents / 100:.2f}", f"{cents / 100:,.2f}"}
        return any(stands(self._contents, text) for text in texts)

    @cached_property
    def _contents(self) -> str:
        """All that the results say, each once."""
        return "\n".join(dict.fromkeys(call.event.content for call in self._told))

    @cached_property
    def _told(self) -> list[Call]:
        """Calls that say something which the agent has not made up itself."""
        return [call for call in self._log.calls if not _only_thinks(call, self._domain)]

    @cached_property
    def _reckoned(self) -> frozenset[int]:
        return reckoned(self._log, self._domain, lambda cents: self._is_named(cents) or self._can_be_worked_out(cents))

    @cached_property
    def _results(self) -> list[_Part]:
        calls = {call.seq: call for call in (*self._told, *self._log.writes)}.values()
        contents = dict.fromkeys(call.event.content for call in calls)
        return [*(_part(read_json(content)) for content in contents), *(_part(call.arguments) for call in calls)]

    @cached_property
    def _named(self) -> frozenset[int]:
        said = [answer.reply.text or "" for answer in self._log.replies]
        values = (value for text in (*said, self._domain.policy) for value in values_in(text, self._domain.lexicon))
        told = {abs(int(value.value)) for value in values if value.kind is ValueKind.MONEY}
        return frozenset({0}).union(told, *(part.all for part in self._results))

    @cached_property
    def _left(self) -> frozenset[int]:
        """What changes have made of the amounts of rows that were there before: balances as they then stand, of which
        an amount can be short though no result tells them."""
        updates = (
            (change.before, change.after)
            for call in self._log.writes
            for change in call.event.changes
            if change.before and change.after
        )
        return frozenset(
            cents
            for before, after in updates
            for key, cents in after.items()
            if type(cents) is int and before.get(key) != cents
        )

    @cached_property
    def _worked_out(self) -> frozenset[int] | None:
        """What several amounts of one result come to; None where there are too many."""
        if len(self._named) ** 2 > _WIDEST:
            return None
        found: set[int] = set()
        for result in self._results:
            found |= _sums(result.all)
            swapped = self._swapped(result)
            if swapped is None:
                return None
            found |= swapped
        return frozenset(found)

    def _swapped(self, result: _Part) -> set[int] | None:
        """What it makes to put other things in the place of several parts of a result: the amounts of each part against
        amounts of results that share a key with it."""
        found: set[int] = set()
        for whole in result.walk():
            inner = [one for part in whole.parts for one in part.walk() if one.own]
            choices = [gains for one in inner if (gains := self._gains(one, result))]
            for count in range(1, min(len(choices), _MOST_TERMS) + 1):
                for chosen in combinations(choices, count):
                    for taken in product(*chosen):
                        found.update(abs(sum(taken) + sign * start) for start in (0, *whole.own) for sign in (1, -1))
                    if len(found) > _WIDEST:
                        return None
        return found

    def _gains(self, part: _Part, result: _Part) -> frozenset[int]:
        others = (one for other in self._results if other is not result for one in other.walk() if one.keys & part.keys)
        prices = frozenset[int]().union(*(one.all for one in others if one.parts or one.own))
        return frozenset(price - own for price in prices for own in part.own)


def _sums(amounts: frozenset[int]) -> set[int]:
    """What some of them make together, each added or taken away."""
    terms = 4 if len(amounts) <= _FEW else 3 if len(amounts) <= _SOME else 2
    found: set[int] = set()
    for count in range(2, terms + 1):
        for first, *others in combinations(amounts, count):
            for signs in product((1, -1), repeat=count - 1):
                found.add(abs(first + sum(sign * one for sign, one in zip(signs, others, strict=True))))
    if len(amounts) <= _MOST_ADDED:
        for count in range(terms + 1, len(amounts) + 1):
            found.update(map(sum, combinations(amounts, count)))
    return found


def reckoned(log: Log, domain: Domain, is_known: Callable[[int], bool]) -> frozenset[int]:
    """What tools that only think have made of known amounts: results of known terms, and sums in thoughts."""
    found: set[int] = set()
    for call in log.successful:
        if not _only_thinks(call, domain):
            continue
        terms = dict(term for one in scalars(call.arguments) if one is not None for term in _terms(str(one)))
        known = frozenset(cents for cents in terms if cents in found or is_known(cents))
        result = _part(read_json(call.event.content)).all
        if known and all(cents in known or is_factor for cents, is_factor in terms.items()):
            found |= result
        else:
            found |= _sums(known) & (result | terms.keys())
    return frozenset(found)


def _only_thinks(call: Call, domain: Domain) -> bool:
    tool = domain.toolbox.get(call.event.name)
    return tool is not None and tool.kind is ToolKind.THINK


def _terms(text: str) -> Iterator[tuple[int, bool]]:
    """The amounts of a text, and whether each may be a mere factor; in an expression every number is one."""
    if not _EXPRESSION.fullmatch(text):
        yield from ((cents, False) for cents in amounts_in(text))
        return
    for term in _TERM.finditer(text):
        is_factor = bool(term["by"] or term["times"]) and _FACTOR.fullmatch(term["amount"].strip()) is not None
        yield from ((cents, is_factor) for cents in _cents([term["amount"].lstrip("$ ")]))


def _part(value: JSON) -> _Part:
    """An object, a list or a lone value with all that is in it."""
    held = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else [value]
    keys = frozenset(one for one in held if isinstance(one, str) and _KEY.fullmatch(one))
    own = frozenset(cents for one in held for cents in amounts_in(one))
    parts = tuple(_part(one) for one in held if isinstance(one, dict | list))
    return _Part(keys, own, own.union(*(part.all for part in parts)), parts)


def dollars_in(text: str) -> Iterator[int]:
    """The amounts that a text writes with the sign of dollars, in order and each as often as it stands there."""
    for found in _SIGNED.finditer(text):
        exact = Decimal(found["amount"].rstrip(",").replace(",", "")) * 100
        yield int(exact.to_integral_value())


def amounts_in(value: JSON) -> Iterator[int]:
    """The amounts in a value: dollars as text, and numbers as dollars or as cents."""
    if isinstance(value, str):
        if not _MAY_HOLD.search(value):
            return
        plain = _PLAIN.fullmatch(value.strip())
        yield from _cents(found["amount"] for found in ([plain] if plain else _WITHIN.finditer(value)))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield from _cents([f"{abs(value):f}"])
        if isinstance(value, int):
            yield abs(value)


def _cents(texts: Iterable[str]) -> Iterator[int]:
    for text in texts:
        if len(text) > _DIGITS:
            continue
        if _TO_THE_CENT.fullmatch(text):
            yield int(text.replace(".", "").replace(",", ""))
        else:
            exact = Decimal(text.replace(",", "")) * 100
            yield int(exact.to_integral_value(ROUND_FLOOR))
            yield int(exact.to_integral_value(ROUND_CEILING))
