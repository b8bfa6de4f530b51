"""What a session costs: to open, to keep, to grade; and a thousand of them at once."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import cycle
from statistics import quantiles
from time import process_time

from app.engine.events import PAYLOAD, Event
from app.grading.grader import grade
from domains.kit.domain import Domain
from tests.benchmarks.driver import Round, connected, race, request
from tests.benchmarks.figures import Bound, Figure
from tests.benchmarks.processes import Server
from tests.benchmarks.workload import Conversation, Opened, events, open_session, open_sessions

BATCH = 100
"""Sessions a round: the system counts CPU time in hundredths of a second."""
CROWD = 1_000
KIBIBYTE = 1024


async def opening(server: Server, conversations: Sequence[Conversation], *, rounds: int) -> Figure:
    """CPU that the service takes to open a session, HTTP and commit included."""
    spent = []
    for _ in range(rounds):
        before = server.cpu_seconds()
        opened = await open_sessions(server, conversations, BATCH)
        spent.append(1000 * (server.cpu_seconds() - before) / BATCH)
        await _leave(server, opened)
    return Figure("opening a session: CPU", spent, "ms", Bound("most", 5.0), "over HTTP, with its commit")


async def grading(server: Server, conversations: Sequence[Conversation], *, rounds: int) -> Figure:
    """CPU that the service takes to grade a session that has ended: read, judge, keep, answer."""
    opened = await open_sessions(server, conversations, len(conversations))
    pairs = list(zip(conversations, opened, strict=True))
    await race(server, [conversation.requests(session) for conversation, session in pairs], at_once=8)
    asked = [request("POST", f"/v1/sessions/{session.id}/grades", bearer=server.operator_key) for session in opened]
    spent = []
    async with connected(server) as connection:
        for session in opened:
            # A conversation may stop before its end: what the agent leaves is graded as it stands.
            await connection.ask(request("POST", f"/v1/sessions/{session.id}/end", bearer=session.token))
        for _ in range(rounds):
            before = server.cpu_seconds()
            for _ in range(BATCH // len(asked) + 1):
                for sent in asked:
                    await connection.ask(sent)
            spent.append(1000 * (server.cpu_seconds() - before) / (len(asked) * (BATCH // len(asked) + 1)))
    return Figure("grading a session: CPU", spent, "ms", Bound("most", 5.0), "over HTTP, reading and keeping included")


def grading_alone(domain: Domain, conversations: Sequence[Conversation], *, rounds: int) -> Figure:
    """CPU of the grader itself, in this process, for events that are in memory."""
    played = [(domain.tasks[conversation.task], _events(conversation)) for conversation in conversations]
    spent = []
    for _ in range(rounds + 1):
        began = process_time()
        for task, log in played:
            grade(task, log, domain)
        spent.append(1000 * (process_time() - began) / len(played))
    return Figure("grading alone: CPU", spent[1:], "ms", Bound("most", 1.0), f"{len(played)} whole sessions")


async def crowd(server: Server, conversations: Sequence[Conversation]) -> list[Figure]:
    """Open a thousand sessions, let them idle, play them all at once, and look for every event of theirs."""
    async with connected(server) as connection:
        for conversation in conversations:
            await open_session(connection, conversation.task)
    before = server.resident_bytes()
    opened = await open_sessions(server, conversations, CROWD)
    idle = (server.resident_bytes() - before) / CROWD / KIBIBYTE
    pairs = list(zip(cycle(conversations), opened, strict=False))
    done = await race(server, [conversation.requests(session) for conversation, session in pairs], at_once=CROWD)
    wrong = await _wrong(server, pairs)
    return [
        Figure("an idle open session: memory", [idle], "KiB", Bound("most", 64.0), f"resident, of {CROWD:,}"),
        Figure(
            f"{CROWD:,} sessions at once: errors", [len(done.failures)], "", Bound("most", 0), _first(done.failures)
        ),
        Figure(f"{CROWD:,} sessions at once: not as recorded", [len(wrong)], "", Bound("most", 0), _first(wrong)),
        Figure(f"{CROWD:,} sessions at once: speed", [done.per_second], "steps/s", note=_latencies(done)),
    ]


async def _wrong(server: Server, pairs: Sequence[tuple[Conversation, Opened]]) -> list[str]:
    """Sessions whose stored events are not, one for one, those that the same conversation had when it was recorded."""
    found = []
    async with connected(server) as connection:
        for conversation, session in pairs:
            stored = await events(server, connection, session.id)
            numbers = [event["seq"] for event in stored]
            if numbers != list(range(len(stored))) or [event["payload"] for event in stored] != [
                *conversation.payloads
            ]:
                found.append(f"{session.id}, {conversation.task}: {len(stored)} of {len(conversation.payloads)} events")
    return found


async def _leave(server: Server, opened: Sequence[Opened]) -> None:
    left = [[request("DELETE", f"/v1/sessions/{session.id}", bearer=session.token)] for session in opened]
    await race(server, left, at_once=4)


def _events(conversation: Conversation) -> list[Event]:
    at, step, log = datetime.now(UTC), 0, []
    for seq, payload in enumerate(conversation.payloads):
        step += payload["kind"] == "agent"
        log.append(Event(seq=seq, step=step, at=at, payload=PAYLOAD.validate_python(payload)))
    return log


def _latencies(done: Round) -> str:
    cuts = quantiles(done.latencies, n=100)
    return f"latency {cuts[49]:.2f} s median, {cuts[94]:.2f} s for 95 %, {max(done.latencies):.2f} s at most"


def _first(faults: Sequence[str]) -> str:
    return faults[0] if faults else ""
