"""A provider's limits: how many requests at a time, how many in a minute, and pauses that it asks for."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from app.models.timing import Timing

MINUTE = 60.0


class PausedTooLong(Exception):
    """The provider has asked for a longer pause than the request can wait for."""

    def __init__(self, seconds: float):
        super().__init__(f"it asked for a pause, of which {seconds:.0f} s are left")


@dataclass(frozen=True)
class Limits:
    """What one provider is burdened with."""

    at_once: int = 256
    per_minute: int | None = None
    """Requests begun in any minute; None for any number."""


class Limiter:
    """Lets requests to one provider through, first come, first served."""

    def __init__(self, limits: Limits, timing: Timing):
        self._limits = limits
        self._timing = timing
        self._places = asyncio.Semaphore(limits.at_once)
        self._gate = asyncio.Lock()
        self._begun: deque[float] = deque(maxlen=limits.per_minute)
        self._paused_until = 0.0

    @asynccontextmanager
    async def turn(self, patience: float) -> AsyncIterator[None]:
        """A place, held until the block ends. Waits for others as long as it takes.

        A pause that has more than `patience` seconds to go is not waited for: raises `PausedTooLong`.
        """
        async with self._places:
            # Only the first in line looks at the time, so nobody can overtake it.
            async with self._gate:
                while (wait := self._wait(patience)) > 0:
                    await self._timing.sleep(wait)
                self._begun.append(self._timing.monotonic())
            yield

    def pause(self, seconds: float) -> None:
        """Let nobody begin for a while."""
        self._paused_until = max(self._paused_until, self._timing.monotonic() + seconds)

    def _wait(self, patience: float) -> float:
        now = self._timing.monotonic()
        paused = self._paused_until - now
        if paused > patience:
            raise PausedTooLong(paused)
        full = self._limits.per_minute is not None and len(self._begun) == self._limits.per_minute
        return max(paused, self._begun[0] + MINUTE - now if full else 0.0)
