"""What is compiled from a lexicon, kept for as long as the lexicon is in use."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, cast

from domains.kit.lexicon import Lexicon

Index = TypeVar("Index")
Reading = TypeVar("Reading")


class _Same:
    """A lexicon as a cache key that compares by identity: hashing a large one costs more than reading a message."""

    __slots__ = ("lexicon",)

    def __init__(self, lexicon: Lexicon | None) -> None:
        self.lexicon = lexicon

    def __hash__(self) -> int:
        return id(self.lexicon)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.lexicon is self.lexicon


def indexed(build: Callable[[Lexicon], Index], lexicon: Lexicon) -> Index:
    """What `build` makes of a lexicon, made once per lexicon: found by identity first, then by equality."""
    return cast("Index", _by_identity(build, _Same(lexicon)))


def remembered(read: Callable[[str, Lexicon | None], Reading]) -> Callable[[str, Lexicon | None], Reading]:
    """`read`, which must be pure, with a memory of the last texts: several look at a message, one after another."""

    @lru_cache(maxsize=32)
    def known(text: str, key: _Same) -> Reading:
        return read(text, key.lexicon)

    @wraps(read)
    def reading(text: str, lexicon: Lexicon | None) -> Reading:
        return known(text, _Same(lexicon))

    return reading


@lru_cache(maxsize=512)
def _by_identity(build: Callable[[Lexicon], object], key: _Same) -> object:
    return _by_value(build, cast("Lexicon", key.lexicon))


@lru_cache(maxsize=256)
def _by_value(build: Callable[[Lexicon], object], lexicon: Lexicon) -> object:
    return build(lexicon)
