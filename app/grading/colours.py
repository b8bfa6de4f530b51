"""Colours of changes: two that look alike, and refer to and are referred to by alike ones, have the same.

Colour refinement (Weisfeiler and Leman 1968) over expected and actual changes together. It only guides the search of
`pairing`: which new row is tried first for an expected one, and which new rows need not both be tried.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json import dumps

from domains.kit.records import JSON

ROUNDS = 3
"""Chains of references longer than this are told apart by the search alone."""


@dataclass(frozen=True)
class Node:
    """One change: where it is, its new key or label if it has one, and the values that both sides compare."""

    place: str
    key: str | None
    content: Mapping[str, JSON]
    unordered: frozenset[str] = frozenset()


def colours(expected: Sequence[Node], actual: Sequence[Node]) -> tuple[list[int], list[int]]:
    """A colour for each node of both sides, comparable between them."""
    palette: dict[str, int] = {}
    sides = [_Side(expected, palette), _Side(actual, palette)]
    for _ in range(ROUNDS):
        for side in sides:
            side.refine()
    return sides[0].colours, sides[1].colours


class _Side:
    def __init__(self, nodes: Sequence[Node], palette: dict[str, int]):
        self._palette = palette
        holders = {node.key: index for index, node in enumerate(nodes) if node.key is not None}
        self._refers = [[holders[key] for key in keys_in(node.content, holders)] for node in nodes]
        self._referred: list[list[int]] = [[] for _ in nodes]
        for index, targets in enumerate(self._refers):
            for target in targets:
                self._referred[target].append(index)
        self.colours = [self._colour(node.place, _masked(node, holders)) for node in nodes]

    def refine(self) -> None:
        """Let each node see the colours around it."""
        old = self.colours
        self.colours = [
            self._colour(old[i], sorted(old[j] for j in self._refers[i]), sorted(old[j] for j in self._referred[i]))
            for i in range(len(old))
        ]

    def _colour(self, *parts: JSON) -> int:
        return self._palette.setdefault(dumps(parts, sort_keys=True), len(self._palette))


def _masked(node: Node, keys: Collection[str]) -> JSON:
    masked = {name: _mask(value, keys) for name, value in node.content.items()}
    for name in node.unordered & masked.keys():
        if isinstance(masked[name], list):
            masked[name] = sorted(masked[name], key=lambda item: dumps(item, sort_keys=True))
    return masked


def _mask(value: JSON, keys: Collection[str]) -> JSON:
    if isinstance(value, dict):
        return {_mask(name, keys): _mask(item, keys) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_mask(item, keys) for item in value]
    return "\x00" if isinstance(value, str) and value in keys else value


def keys_in(value: JSON, keys: Collection[str]) -> Iterator[str]:
    """Those of the keys that stand in a nested value, each as often as it does."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from keys_in(name, keys)
            yield from keys_in(item, keys)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from keys_in(item, keys)
    elif isinstance(value, str) and value in keys:
        yield value
