"""When two JSON values are the same, where new keys stand for labels and some lists count as sets."""

import re
from dataclasses import dataclass
from functools import cached_property

from domains.kit.goal import Match
from domains.kit.records import JSON

_NEW = "\x00"


@dataclass(frozen=True)
class Links:
    """Which new keys stand for which labels."""

    pairs: frozenset[tuple[str, str]] = frozenset()
    """Of (new key, label)."""
    complete: bool = True
    """If not, a new key and a label that are in no pair may still stand for each other."""

    @cached_property
    def names(self) -> dict[str, str]:
        """Labels by new key."""
        return dict(sorted(self.pairs))

    @cached_property
    def taken(self) -> frozenset[str]:
        """Labels that have their key."""
        return frozenset(label for _, label in self.pairs)


ANY = Links(complete=False)
"""Every new key may stand for every label."""


@dataclass(frozen=True)
class Sameness:
    """The labels of a goal and the new keys of a session."""

    labels: frozenset[str]
    new_keys: frozenset[str]

    def fits(self, match: Match, actual: JSON, links: Links, *, unordered: bool = False) -> bool:
        """Whether a field's value is one of those that are right."""
        match match.how:
            case "anything":
                return True
            case "any_of":
                return any(self.same(value, actual, links, unordered=unordered) for value in match.values)
            case _:
                return self.same(match.value, actual, links, unordered=unordered)

    def same(self, expected: JSON, actual: JSON, links: Links, *, unordered: bool = False) -> bool:
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
            return next((key for key, label in sorted(links.pairs) if label == value), value)
        return value

    def renamed(self, value: JSON, links: Links) -> JSON:
        """The value with linked keys replaced by their labels and other new keys by one and the same mark."""
        if isinstance(value, dict):
            return {self.renamed(name, links): self.renamed(item, links) for name, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.renamed(item, links) for item in value]
        if isinstance(value, str):
            return self._new_pattern.sub(lambda found: _NEW + links.names.get(found[0], ""), value)
        return value

    def _same_text(self, expected: str, actual: str, links: Links) -> bool:
        if expected in self.labels:
            return (actual, expected) in links.pairs or (not links.complete and self._may_link(expected, actual, links))
        if expected == actual:
            return True
        if not self.labels or not self._new_pattern.search(actual):
            return False
        if not links.complete:
            return self._label_pattern.sub(_NEW, expected) == self._new_pattern.sub(_NEW, actual)
        return expected == self._new_pattern.sub(lambda found: links.names.get(found[0], _NEW), actual)

    def _may_link(self, label: str, key: str, links: Links) -> bool:
        return key in self.new_keys and key not in links.names and label not in links.taken

    def _same_list(self, expected: list[JSON], actual: list[JSON], links: Links, *, unordered: bool) -> bool:
        if len(expected) != len(actual):
            return False
        if unordered:
            return self._same_set(expected, actual, links)
        return all(self.same(one, other, links) for one, other in zip(expected, actual, strict=True))

    def _same_set(self, expected: list[JSON], actual: list[JSON], links: Links) -> bool:
        for one in expected:
            place = next((i for i, other in enumerate(actual) if self.same(one, other, links)), None)
            if place is None:
                return False
            del actual[place]
        return True

    def _same_object(self, expected: dict[str, JSON], actual: dict[str, JSON], links: Links) -> bool:
        if expected.keys() == actual.keys():
            return all(self.same(value, actual[name], links) for name, value in expected.items())
        # Keys of objects can be new keys too: compare the objects as sets of pairs.
        return len(expected) == len(actual) and self._same_set(
            [list(pair) for pair in expected.items()], [list(pair) for pair in actual.items()], links
        )

    @cached_property
    def _new_pattern(self) -> re.Pattern[str]:
        return _any_of(self.new_keys)

    @cached_property
    def _label_pattern(self) -> re.Pattern[str]:
        return _any_of(self.labels)


def _any_of(texts: frozenset[str]) -> re.Pattern[str]:
    """Matches any of the texts, the longer ones first; without any, nothing."""
    ordered = sorted(texts, key=lambda text: (-len(text), text))
    return re.compile("|".join(map(re.escape, ordered)) if ordered else r"(?!)")
