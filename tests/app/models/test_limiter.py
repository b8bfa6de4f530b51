"""Who may ask a provider, and when."""

import asyncio

import pytest

from app.models.limiter import Limiter, Limits, PausedTooLong
from tests.app.models.model_fakes import PassingTime

pytestmark = pytest.mark.anyio


async def test_no_more_than_allowed_are_at_it_at_once_and_those_who_wait_come_in_their_order() -> None:
    limiter = Limiter(Limits(at_once=2), PassingTime().timing())
    inside: list[int] = []
    most = 0
    order: list[int] = []

    async def ask(number: int) -> None:
        nonlocal most
        async with limiter.turn(60):
            order.append(number)
            inside.append(number)
            most = max(most, len(inside))
            await asyncio.sleep(0)
            inside.remove(number)

    await asyncio.gather(*(ask(number) for number in range(10)))
    assert most == 2
    assert order == list(range(10))


async def test_in_any_minute_no_more_begin_than_allowed() -> None:
    time = PassingTime()
    limiter = Limiter(Limits(per_minute=3), time.timing())
    begun = []
    for _ in range(8):
        async with limiter.turn(60):
            begun.append(time.now)
        time.now += 1
    for start, later in zip(begun, begun[3:], strict=False):
        assert later - start >= 60
    assert begun[:3] == [1000, 1001, 1002]


async def test_a_pause_holds_for_all_and_can_be_prolonged_while_somebody_waits_for_its_end() -> None:
    time = PassingTime()
    limiter = Limiter(Limits(), time.timing())
    limiter.pause(10)
    waiting = asyncio.create_task(_began(limiter, time))
    await asyncio.sleep(0)
    limiter.pause(20)
    assert await waiting == 1030
    assert await _began(limiter, time) == 1030


async def test_a_longer_pause_than_one_can_wait_for_is_told_at_once() -> None:
    time = PassingTime()
    limiter = Limiter(Limits(), time.timing())
    limiter.pause(100)
    with pytest.raises(PausedTooLong, match="100 s"):
        await _began(limiter, time)
    assert time.slept == []


async def _began(limiter: Limiter, time: PassingTime) -> float:
    async with limiter.turn(60):
        return time.now
