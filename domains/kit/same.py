"""Cache keys that compare by identity, for what takes long to hash and never changes."""

from typing import Generic, TypeVar

One = TypeVar("One")


class Same(Generic[One]):
    """One thing as a cache key; it is kept for as long as the key is."""

    __slots__ = ("one",)

    def __init__(self, one: One) -> None:
        self.one = one

    def __hash__(self) -> int:
        return id(self.one)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.one is self.one
