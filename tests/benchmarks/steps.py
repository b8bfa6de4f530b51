"""Steps a second over HTTP, as a ratio to the floor server, in rounds that alternate."""

from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from statistics import median
from uuid import uuid4

from tests.benchmarks.driver import Round, race
from tests.benchmarks.figures import Bound, Figure
from tests.benchmarks.processes import Server
from tests.benchmarks.workload import Conversation, Opened, open_sessions

AT_ONCE = 32


async def steps(
    service: Server, floor: Server, conversations: Sequence[Conversation], *, rounds: int, sessions: int
) -> list[Figure]:
    """Play the same conversations against both servers, in turn, after a warm-up."""
    await _ours(service, conversations, AT_ONCE)
    await _theirs(floor, conversations, AT_ONCE)
    ours, theirs = [], []
    for number in range(rounds):
        # Whoever is first in one round is second in the next, so that a drift of the machine favours neither.
        if number % 2:
            ours.append(await _ours(service, conversations, sessions))
            theirs.append(await _theirs(floor, conversations, sessions))
        else:
            theirs.append(await _theirs(floor, conversations, sessions))
            ours.append(await _ours(service, conversations, sessions))
    return list(_figures(ours, theirs, conversations))


async def _ours(server: Server, conversations: Sequence[Conversation], sessions: int) -> Round:
    opened = await open_sessions(server, conversations, sessions)
    pairs = zip(cycle(conversations), opened, strict=False)
    return await race(server, [conversation.requests(session) for conversation, session in pairs], at_once=AT_ONCE)


async def _theirs(server: Server, conversations: Sequence[Conversation], sessions: int) -> Round:
    chosen = islice(cycle(conversations), sessions)
    queues = [conversation.floor_requests(Opened(uuid4().hex, "rgs_" + "0" * 40)) for conversation in chosen]
    return await race(server, queues, at_once=AT_ONCE)


def _figures(ours: Sequence[Round], theirs: Sequence[Round], conversations: Sequence[Conversation]) -> Iterator[Figure]:
    ratios = [our.per_second / their.per_second for our, their in zip(ours, theirs, strict=True)]
    messages = sum(len(conversation.messages) for conversation in conversations)
    calls = sum(conversation.calls for conversation in conversations) / messages
    mix = f"{calls:.0%} tool calls, {AT_ONCE} sessions at once"
    yield Figure("steps: ratio to the floor", ratios, "", Bound("least", 0.5), mix)
    yield Figure("steps: service", [one.per_second for one in ours], "steps/s")
    yield Figure("steps: floor server", [one.per_second for one in theirs], "steps/s")
    yield Figure("steps: CPU of the service", [_milliseconds(one.server_cpu, one) for one in ours], "ms a step")
    yield Figure("steps: CPU of the floor server", [_milliseconds(one.server_cpu, one) for one in theirs], "ms a step")
    yield Figure("steps: CPU of this driver", [_milliseconds(one.driver_cpu, one) for one in ours], "ms a step")
    busy = [one.driver_cpu / one.seconds for one in theirs]
    yield Figure("steps: driver busy while driving the floor", [100 * share for share in busy], "% of a core")
    yield Figure("steps: latency", [1000 * median(one.latencies) for one in ours], "ms, median")
    failures = [failure for one in (*ours, *theirs) for failure in one.failures]
    yield Figure("steps: failed", [len(failures)], "", Bound("most", 0), failures[0] if failures else "")


def _milliseconds(seconds: float, one: Round) -> float:
    return 1000 * seconds / one.requests
