"""When two JSON values are the same, where new keys stand for labels and some lists count as sets."""

import re
from dataclasses import dataclass
from functools import cached_property

from domains.kit.goal import Match
from domains.kit.records import JSON

Links = frozenset[tuple[str, str]]
"""Pairs of (new key, label) that stand for each other."""
_NEW = "\x00"


@dataclass(frozen=True)
class Sameness:
    """The labels of a goal and the new keys of a session.

    Where `links` is None every new key may stand for every label.
    """

    labels: frozenset[str]
    new_keys: frozenset[str]

    def fits(self, match: Match, actual: JSON, links: Links | None, *, unordered: bool = False) -> bool:
        """Whether a field's value is one of those that are right."""
        match match.how:
            case "anything":
                return True
            case "any_of":
                return any(self.same(value, actual, links, unordered=unordered) for value in match.values)
            case _:
                return self.same(match.value, actual, links, unordered=unordered)

    def same(self, expected: JSON, actual: JSON, links: Links | None, *, unordered: bool = False) -> bool:
        """Whether two values are equal up to the links; `unordered` holds for the outermost list."""
        if isinstance(expected, str) and isinstance(actual, str):
            return self._same_text(expected, actual, links)
        if isinstance(expected, list | tuple) and isinstance(actual, list | tuple):
            return self._same_list(list(expected), list(actual), links, unordered=unordered)
        if isinstance(expected, dict) and isinstance(actual, dict):
            return self._same_object(expected, actual, links)
        return isinstance(expected, bool) is isinstance(actual, bool) and bool(expected == actual)

    def shown(self, value: JSON, links: Links) -> JSON:
        """An expected value as people read it: labels replaced by the new keys that stand for them."""
        if isinstance(value, dict):
            return {self.shown(name, links): self.shown(item, links) for name, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.shown(item, links) for item in value]
        if isinstance(value, str) and value in self.labels:
            return next((key for key, label in sorted(links) if label == value), value)
        return value

    def refers(self, value: JSON, key: str) -> bool:
        """Whether the key stands anywhere in the value."""
        if isinstance(value, dict):
            return any(self.refers(item, key) for pair in value.items() for item in pair)
        if isinstance(value, list | tuple):
            return any(self.refers(item, key) for item in value)
        return isinstance(value, str) and key in value

    def renamed(self, value: JSON, links: Links) -> JSON:
        """The value with linked keys replaced by their labels and other new keys by one and the same mark."""
        names = dict.fromkeys(self.new_keys, _NEW) | {key: _NEW + label for key, label in sorted(links)}
        return _replaced(value, self._new_pattern, names)

    def marked(self, value: JSON, key: str) -> JSON:
        """The value with this key and all other new keys replaced by two marks."""
        names = dict.fromkeys(self.new_keys, _NEW) | {key: _NEW * 2}
        return _replaced(value, self._new_pattern, names)

    def _same_text(self, expected: str, actual: str, links: Links | None) -> bool:
        if expected in self.labels:
            return actual in self.new_keys if links is None else (actual, expected) in links
        if expected == actual:
            return True
        if not self.labels or not self._new_pattern.search(actual):
            return False
        if links is None:
            masked = re.sub("|".join(map(re.escape, sorted(self.labels, reverse=True))), _NEW, expected)
            return masked == self._new_pattern.sub(_NEW, actual)
        names = dict(sorted(links))
        return expected == self._new_pattern.sub(lambda found: names.get(found[0], _NEW), actual)

    def _same_list(self, expected: list[JSON], actual: list[JSON], links: Links | None, *, unordered: bool) -> bool:
        if len(expected) != len(actual):
            return False
        if unordered:
            return self._same_set(expected, actual, links)
        return all(self.same(one, other, links) for one, other in zip(expected, actual, strict=True))

    def _same_set(self, expected: list[JSON], actual: list[JSON], links: Links | None) -> bool:
        for one in expected:
            place = next((i for i, other in enumerate(actual) if self.same(one, other, links)), None)
            if place is None:
                return False
            del actual[place]
        return True

    def _same_object(self, expected: dict[str, JSON], actual: dict[str, JSON], links: Links | None) -> bool:
        if expected.keys() == actual.keys():
            return all(self.same(value, actual[name], links) for name, value in expected.items())
        # Keys of objects can be new keys too: compare the objects as sets of pairs.
        return len(expected) == len(actual) and self._same_set(
            [list(pair) for pair in expected.items()], [list(pair) for pair in actual.items()], links
        )

    @cached_property
    def _new_pattern(self) -> re.Pattern[str]:
        """Matches any new key, the longer ones first; without any, nothing."""
        keys = sorted(self.new_keys, key=lambda key: (-len(key), key))
        return re.compile("|".join(map(re.escape, keys)) if keys else r"(?!)")


def _replaced(value: JSON, pattern: re.Pattern[str], names: dict[str, str]) -> JSON:
    if isinstance(value, dict):
        return {_replaced(k, pattern, names): _replaced(v, pattern, names) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(item, pattern, names) for item in value]
    if isinstance(value, str):
        return pattern.sub(lambda found: names[found[0]], value)
    return value
