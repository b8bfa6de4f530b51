"""What comes in while something is being written is written next, together."""

import asyncio

import pytest

from app.batches import Batches

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Slate:
    """Takes as long for each batch as it is told to."""

    def __init__(self) -> None:
        self.written: list[list[int]] = []
        self.ready = asyncio.Event()

    async def write(self, items: list[int]) -> None:
        await self.ready.wait()
        if 13 in items:
            raise OSError("unlucky")
        self.written.append(items)


async def turns(number: int = 5) -> None:
    for _ in range(number):
        await asyncio.sleep(0)


async def test_what_comes_meanwhile_goes_together_in_its_order() -> None:
    slate = Slate()
    batches = Batches(slate.write)
    first = asyncio.create_task(batches.add(0))
    await turns()
    others = [asyncio.create_task(batches.add(number)) for number in range(1, 5)]
    await turns()
    assert slate.written == []
    assert not first.done()
    slate.ready.set()
    await asyncio.gather(first, *others)
    await batches.add(5)
    assert slate.written == [[0], [1, 2, 3, 4], [5]]


async def test_who_is_cancelled_takes_nothing_along() -> None:
    slate = Slate()
    batches = Batches(slate.write)
    adding = [asyncio.create_task(batches.add(number)) for number in range(3)]
    await turns()
    adding[1].cancel()
    await turns()
    slate.ready.set()
    await asyncio.gather(*adding, return_exceptions=True)
    await batches.close()
    assert adding[1].cancelled()
    assert slate.written == [[0, 1, 2]]


async def test_a_failure_is_told_to_those_of_its_batch_alone() -> None:
    slate = Slate()
    slate.ready.set()
    batches = Batches(slate.write)
    outcomes = await asyncio.gather(batches.add(12), batches.add(13), return_exceptions=True)
    assert [isinstance(outcome, OSError) for outcome in outcomes] == [True, True]
    await batches.add(14)
    assert slate.written == [[14]]
