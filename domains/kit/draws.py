"""Randomness without a remembered generator: a draw is a hash of (seed, stream, step)."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")
Part = str | int


def hashed(*parts: Part) -> int:
    """A 64-bit integer that depends on every part and their order, the same in every process."""
    text = "\x1f".join(map(str, parts))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


@dataclass(frozen=True)
class Draw:
    """A stream of draws named by its seed and stream parts; each draw is named by its own step parts.

    >>> Draw(7, "wording").choice(["a", "b", "c"], 1) == Draw(7, "wording").choice(["a", "b", "c"], 1)
    True
    """

    seed: Part
    stream: str

    def stream_of(self, name: str) -> "Draw":
        """A stream of its own below this one, so that draws in one never shift draws in the other."""
        return Draw(self.seed, f"{self.stream}/{name}")

    def integer(self, below: int, *step: Part) -> int:
        """An integer in [0, below)."""
        if below < 1:
            raise ValueError(f"below must be at least 1, not {below}")
        return hashed(self.seed, self.stream, *step) % below

    def chance(self, probability: float, *step: Part) -> bool:
        """True with the given probability in [0, 1]."""
        return hashed(self.seed, self.stream, *step) < probability * 2**64

    def choice(self, options: Sequence[T], *step: Part) -> T:
        """One of `options`, which must not be empty."""
        return options[self.integer(len(options), *step)]

    def shuffled(self, options: Sequence[T], *step: Part) -> list[T]:
        """All of `options` in a drawn order."""
        keyed = [(hashed(self.seed, self.stream, *step, index), index) for index in range(len(options))]
        return [options[index] for _, index in sorted(keyed)]
