"""Writing together what comes in while something is being written."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Batches(Generic[T]):
    """Hands items over in batches, one after another: the first at once, all that come meanwhile in the next one."""

    def __init__(self, write: Callable[[list[T]], Awaitable[None]]):
        """What `write` raises is raised to all whose items it was given."""
        self._write = write
        self._next: _Batch[T] | None = None
        self._writing: asyncio.Task[None] | None = None

    async def add(self, item: T) -> None:
        """Returns when the item has been written. It is, even if who waits for it is cancelled."""
        if self._next is None:
            self._next = _Batch()
            if self._writing is None:
                self._writing = asyncio.create_task(self._run(), name="batches")
        await self._next.wait_for(item)

    async def close(self) -> None:
        """Write what is still to be written."""
        if self._writing is not None:
            await self._writing

    async def _run(self) -> None:
        while (batch := self._next) is not None:
            self._next = None
            try:
                await self._write(batch.items)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is for those who wait
                batch.settle(error)
            else:
                batch.settle()
        self._writing = None


class _Batch(Generic[T]):
    """Items, and who waits until they have been written."""

    def __init__(self) -> None:
        self.items: list[T] = []
        self._waiting: list[asyncio.Future[None]] = []

    def wait_for(self, item: T) -> asyncio.Future[None]:
        """Take an item. Each has a future of its own: cancelling it is nothing to the others."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.items.append(item)
        self._waiting.append(written)
        return written

    def settle(self, error: Exception | None = None) -> None:
        """Tell those who still wait."""
        for written in self._waiting:
            if written.done():
                continue
            if error is None:
                written.set_result(None)
            else:
                written.set_exception(error)
