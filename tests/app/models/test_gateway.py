"""What becomes of a call: its attempts, its entry in the ledger, and what the caller gets."""

import asyncio
from datetime import UTC, datetime

import pytest

from app.models.gateway import Gateway
from app.models.ledger import MemoryLedger, ModelCall
from app.models.limiter import Limits
from app.models.provider import AttemptFailed, Given
from app.models.retries import Retries
from simulators.model import ModelFailed
from tests.app.models.model_fakes import PassingTime, ToldProvider, asking, failing, said

pytestmark = pytest.mark.anyio


class StillClock:
    def now(self) -> datetime:
        return datetime(2026, 6, 1, tzinfo=UTC)


class WatchedLedger(MemoryLedger):
    """Remembers in which order entries came."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[ModelCall] = []

    async def enter(self, call: ModelCall) -> None:
        self.entries.append(call)
        await super().enter(call)

    async def complete(self, call: ModelCall) -> None:
        self.entries.append(call)
        await super().complete(call)


def gateway_to(
    provider: ToldProvider,
    *,
    time: PassingTime | None = None,
    ledger: MemoryLedger | None = None,
    limits: Limits | None = None,
) -> Gateway:
    return Gateway(
        provider,
        ledger=ledger,
        timing=(time or PassingTime()).timing(),
        clock=StillClock(),
        new_id=lambda: "c1",
        limits=limits,
    )


async def test_an_answer_comes_with_what_it_took() -> None:
    ledger = WatchedLedger()
    gateway = gateway_to(
        ToldProvider([said("Hi.", prompt_tokens=7, completion_tokens=2, cost_usd=0.01)]), ledger=ledger
    )
    answer = await gateway.complete(asking(), purpose="agent", session="s1")
    assert answer.text == "Hi."
    assert (answer.call, answer.cached, answer.usage.prompt_tokens, answer.usage.cost_usd) == ("c1", False, 7, 0.01)
    entered, done = ledger.entries
    assert (entered.status, entered.attempts, entered.session_id, entered.purpose) == ("entered", 1, "s1", "agent")
    assert (done.status, done.prompt_tokens, done.completion_tokens, done.cost_usd) == ("done", 7, 2, 0.01)


async def test_a_call_is_entered_before_it_is_sent() -> None:
    ledger = MemoryLedger()

    async def look() -> Given:
        assert ledger.calls["c1"].status == "entered"
        return said("Hi.")

    await gateway_to(ToldProvider([look]), ledger=ledger).complete(asking(), purpose="agent")


async def test_nothing_is_sent_that_cannot_be_entered() -> None:
    class ClosedLedger(MemoryLedger):
        async def enter(self, call: ModelCall) -> None:  # noqa: ARG002
            raise OSError("disk full")

    provider = ToldProvider([said("Hi.")])
    with pytest.raises(ModelFailed, match="nothing was sent"):
        await gateway_to(provider, ledger=ClosedLedger()).complete(asking(), purpose="agent")
    assert provider.asked == []


async def test_an_answer_is_not_lost_to_a_ledger_that_fails_afterwards() -> None:
    class FailingLedger(MemoryLedger):
        async def complete(self, call: ModelCall) -> None:  # noqa: ARG002
            raise OSError("disk full")

    answer = await gateway_to(ToldProvider([said("Hi.")]), ledger=FailingLedger()).complete(asking(), purpose="agent")
    assert answer.text == "Hi."


async def test_what_may_pass_is_tried_again_after_growing_waits_and_each_attempt_is_entered() -> None:
    time, ledger = PassingTime(), WatchedLedger()
    provider = ToldProvider([failing(503), failing(500), failing(429), said("Hi.")])
    answer = await gateway_to(provider, time=time, ledger=ledger).complete(asking(), purpose="agent")
    assert answer.text == "Hi."
    assert time.slept == [0.25, 0.5, 1.0]
    assert answer.seconds == 1.75
    assert [(entry.status, entry.attempts) for entry in ledger.entries] == [
        ("entered", 1),
        ("entered", 2),
        ("entered", 3),
        ("entered", 4),
        ("done", 4),
    ]


async def test_what_will_not_pass_is_not_tried_again() -> None:
    ledger = MemoryLedger()
    provider = ToldProvider([AttemptFailed("no such key", kind="key")])
    with pytest.raises(ModelFailed, match="told/one: no such key") as failed:
        await gateway_to(provider, ledger=ledger).complete(asking(), purpose="agent")
    assert failed.value.kind == "key"
    assert len(provider.asked) == 1
    assert (ledger.calls["c1"].status, ledger.calls["c1"].error) == ("failed", "key")


async def test_attempts_come_to_an_end() -> None:
    provider = ToldProvider([failing(503)])
    with pytest.raises(ModelFailed, match="after 4 attempts"):
        await gateway_to(provider).complete(asking(), purpose="agent")
    assert len(provider.asked) == 4


async def test_a_provider_is_left_alone_by_everybody_for_as_long_as_it_asks() -> None:
    time = PassingTime()
    asked_at: list[float] = []

    async def busy() -> Given:
        asked_at.append(time.now - 1000)
        raise failing(429, retry_after=30.0)

    async def ready() -> Given:
        asked_at.append(time.now - 1000)
        return said("Hi.")

    gateway = gateway_to(ToldProvider([busy, ready]), time=time, limits=Limits(at_once=1))
    calls = [gateway.complete(asking(text), purpose="agent") for text in ("first", "second", "third")]
    answers = await asyncio.gather(*calls)
    assert [answer.text for answer in answers] == ["Hi."] * 3
    assert asked_at[0] == 0.0
    assert min(asked_at[1:]) >= 30.0


async def test_a_wait_beyond_the_deadline_is_not_begun() -> None:
    time = PassingTime()
    provider = ToldProvider([failing(429, retry_after=3600.0)])
    gateway = gateway_to(provider, time=time)
    for _ in range(2):
        with pytest.raises(ModelFailed) as failed:
            await gateway.complete(asking(), purpose="agent")
        assert failed.value.kind == "unavailable"
    assert time.slept == []
    assert len(provider.asked) == 1


async def test_an_attempt_has_its_time_and_no_more() -> None:
    async def never() -> Given:
        await asyncio.Event().wait()
        raise AssertionError

    provider = ToldProvider([never, said("Hi.")])
    answer = await gateway_to(provider).complete(asking(timeout=0.01), purpose="agent")
    assert answer.text == "Hi."
    assert len(provider.asked) == 2


async def test_an_answer_that_comes_in_parts_is_waited_for_as_long_as_they_come() -> None:
    provider = ToldProvider([])

    async def slowly() -> Given:
        for _ in range(8):
            await asyncio.sleep(0.05)
            provider.heard()
        return said("Hi.")

    provider.told = [slowly]
    gateway = Gateway(provider, retries=Retries(attempts=1))
    answer = await gateway.complete(asking(timeout=0.25, stream=True), purpose="agent")
    assert answer.first_seconds is not None
    assert 0.05 <= answer.first_seconds < answer.seconds
    assert answer.seconds >= 0.4


async def test_parts_that_stop_coming_are_a_timeout_and_the_next_attempt_counts_from_its_own_beginning() -> None:
    time, provider = PassingTime(), ToldProvider([])

    async def halting() -> Given:
        provider.heard()
        await asyncio.Event().wait()
        raise AssertionError

    async def flowing() -> Given:
        time.now += 2.0
        provider.heard()
        time.now += 3.0
        provider.heard()
        return said("Hi.")

    provider.told = [halting, flowing]
    answer = await gateway_to(provider, time=time).complete(asking(timeout=0.01, stream=True), purpose="agent")
    assert (answer.first_seconds, answer.seconds) == (2.0, 5.25)
    provider.told = [halting] * 9
    with pytest.raises(ModelFailed, match=r"no more of the answer within 0.01 s \(after 4 attempts\)") as failed:
        await gateway_to(provider, time=time).complete(asking(timeout=0.01, stream=True), purpose="agent")
    assert failed.value.kind == "timeout"


async def test_parts_that_never_end_are_heard_no_longer_than_a_call_may_take() -> None:
    provider = ToldProvider([])

    async def endless() -> Given:
        while True:
            await asyncio.sleep(0.01)
            provider.heard()

    provider.told = [endless]
    with pytest.raises(ModelFailed) as failed:
        await Gateway(provider, retries=Retries(deadline=0.1)).complete(asking(stream=True), purpose="agent")
    assert failed.value.kind == "timeout"
    assert len(provider.asked) == 1


async def test_an_answer_that_comes_whole_has_no_first_words() -> None:
    answer = await gateway_to(ToldProvider([said("Hi.")])).complete(asking(stream=True), purpose="agent")
    assert answer.first_seconds is None


async def test_a_cancelled_call_says_so_in_the_ledger_and_gives_its_place_back() -> None:
    sent = asyncio.Event()

    async def never() -> Given:
        sent.set()
        await asyncio.Event().wait()
        raise AssertionError

    ledger = MemoryLedger()
    gateway = gateway_to(ToldProvider([never, said("Hi.")]), ledger=ledger, limits=Limits(at_once=1))
    call = asyncio.create_task(gateway.complete(asking(), purpose="agent"))
    await sent.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert (ledger.calls["c1"].status, ledger.calls["c1"].error) == ("failed", "cancelled")
    assert (await gateway.complete(asking(), purpose="agent")).text == "Hi."


async def test_a_defect_of_a_provider_is_entered_and_raised() -> None:
    ledger = MemoryLedger()
    with pytest.raises(ZeroDivisionError):
        await gateway_to(ToldProvider([ZeroDivisionError()]), ledger=ledger).complete(asking(), purpose="agent")
    assert ledger.calls["c1"].error == "ZeroDivisionError"


async def test_a_provider_that_cannot_be_loaded_is_not_asked() -> None:
    missing = AttemptFailed("install it", kind="not_installed")
    provider = ToldProvider([said("Hi.")], unprepared=missing)
    with pytest.raises(ModelFailed, match="install it") as failed:
        await gateway_to(provider).complete(asking(), purpose="agent")
    assert failed.value.kind == "not_installed"
    assert provider.asked == []


async def test_models_are_found_by_the_first_part_of_their_names_and_all_providers_closed() -> None:
    one, other = ToldProvider([said("one")]), ToldProvider([said("other")])
    gateway = Gateway(other, providers={"told": one})
    assert (await gateway.complete(asking(model="told/x"), purpose="agent")).text == "one"
    assert (await gateway.complete(asking(model="told"), purpose="agent")).text == "other"
    assert (await gateway.complete(asking(model="gpt/told"), purpose="agent")).text == "other"
    await gateway.close()
    assert one.closed
    assert other.closed


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_jitter_is_full(number: int) -> None:
    retries = Retries()
    bound = retries.first * 2 ** (number - 1)
    waits = [retries.wait(failing(503), number, left=100, chance=chance) for chance in (0.0, 0.25, 0.5)]
    assert waits == [0.0, bound / 4, bound / 2]


def test_what_the_provider_asks_for_is_the_least_that_is_waited() -> None:
    assert Retries().wait(failing(429, retry_after=7.0), 1, left=100, chance=0.5) == 7.25
    assert Retries().wait(failing(429, retry_after=7.0), 1, left=7, chance=0.0) is None
