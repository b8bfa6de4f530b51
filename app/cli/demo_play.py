"""Plays the reference agents of the demo, and shows how far they are."""

import asyncio
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import perf_counter, sleep
from types import FrameType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from app.agents.play import Order, Played, play_many
from app.agents.registry import AGENTS
from app.cli.fault import CommandFailed
from app.cli.local import domain_named, split_named
from app.cli.service import Service, connect
from app.client import AsyncClient
from app.engine.events import NOT_THE_AGENTS
from app.grading.estimates import Outcome
from domains.kit.task import Task

AT_ONCE = 8
PATIENCE = 20
"""Seconds in which the last sessions must have been graded."""


@dataclass(frozen=True)
class Cast:
    """One agent and what it plays."""

    agent: str
    orders: tuple[Order, ...]


@dataclass
class Row:
    """What came of one agent."""

    agent: str
    played: list[Played] = field(default_factory=list)
    seconds: float = 0.0
    verdicts: Mapping[str, tuple[bool | None, float | None]] = field(default_factory=dict)
    """Session to success and partial; None where it was not graded."""

    @property
    def successes(self) -> list[Played]:
        """The sessions that succeeded."""
        return [one for one in self.played if one.session_id and self.verdicts.get(one.session_id, (None, None))[0]]

    @property
    def outcomes(self) -> list[Outcome]:
        """What the estimates are made of."""
        won = {one.session_id for one in self.successes}
        return [
            Outcome(one.order.task.id, one.session_id in won, one.end_reason not in NOT_THE_AGENTS)
            for one in self.played
        ]

    @property
    def marks(self) -> list[float]:
        """The partial marks there are."""
        return [partial for _, partial in self.verdicts.values() if partial is not None]

    @property
    def ends(self) -> Counter[str]:
        """Why the sessions ended."""
        return Counter(one.end_reason or "not_opened" for one in self.played)


def casting(domain_name: str, split_name: str, *, agents: str | None, most: int | None) -> list[Cast]:
    """Which agents play which tasks: all, apart from tasks on which an exploit would do what gold does."""
    domain = domain_named(domain_name)
    split = split_named(split_name)
    tasks: Sequence[Task] = [task for task in domain.tasks.values() if task.split is split][:most]
    if not tasks:
        raise CommandFailed(f"{domain_name} has no tasks in {split_name}.", "Make some with `regulars tasks generate`.")
    return [
        Cast(name, tuple(Order(name, task, domain) for task in tasks if AGENTS[name].plays(task, domain)))
        for name in _chosen(agents)
    ]


def _chosen(agents: str | None) -> list[str]:
    if agents is None:
        return list(AGENTS)
    names = [name.strip().replace("-", "_") for name in agents.split(",") if name.strip()]
    if unknown := [name for name in names if name not in AGENTS]:
        raise CommandFailed(f"There is no agent {unknown[0]!r}.", f"Choose from {', '.join(AGENTS)}.")
    return names


class Stage:
    """A running service on which agents play."""

    def __init__(self, url: str, data_dir: Path, screen: Console) -> None:
        self._url = url
        self._data_dir = data_dir
        self._screen = screen
        self._stopping = threading.Event()
        self.seconds = 0.0

    def play(self, casts: Sequence[Cast]) -> list[Row]:
        """Let all agents play, one after the other, and collect their grades."""
        sessions = sum(len(cast.orders) for cast in casts)
        self._screen.print(
            f"Regulars listens on {self._url}.\n{len(casts)} agents play {sessions} sessions over HTTP.\n"
        )
        began = perf_counter()
        with _stopping_at_sigterm(), self._progress(casts) as seen:
            rows = asyncio.run(self._played(casts, seen))
        with connect(self._url, None, self._data_dir) as service:
            for row in rows:
                row.verdicts = _verdicts(service, row)
        self.seconds = perf_counter() - began
        return rows

    def check_playable(self, casts: Sequence[Cast]) -> None:
        """Refuse to begin where tasks have no valid certificate: every session would only say so."""
        with connect(self._url, None, self._data_dir) as service:
            playable = set(service.client.tasks(casts[0].orders[0].domain.name))
        tasks = {order.task.id for cast in casts for order in cast.orders}
        if closed := sorted(tasks - playable):
            raise CommandFailed(
                f"{len(closed)} of {len(tasks)} tasks have no valid certificate ({closed[0]}, …).",
                "Run `regulars tasks audit --write`, or set REGULARS_ALLOW_UNCERTIFIED=true.",
                exit_code=1,
            )

    def wait_for_the_end(self) -> None:
        """Until Ctrl-C or SIGTERM."""
        with _stopping_at_sigterm(), suppress(KeyboardInterrupt):
            self._stopping.wait()

    async def _played(self, casts: Sequence[Cast], seen: Callable[[str, Played], None]) -> list[Row]:
        rows = []
        async with AsyncClient(self._url) as client:
            for cast in casts:
                began = perf_counter()
                played = await play_many(client, cast.orders, at_once=AT_ONCE, progress=partial(seen, cast.agent))
                rows.append(Row(cast.agent, played, perf_counter() - began))
        return rows

    @contextmanager
    def _progress(self, casts: Sequence[Cast]) -> Iterator[Callable[[str, Played], None]]:
        if not self._screen.is_terminal:
            yield _lines(self._screen, casts)
            return
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=self._screen, transient=True) as progress:
            bars = {cast.agent: progress.add_task(cast.agent, total=len(cast.orders)) for cast in casts}

            def seen(agent: str, _played: Played) -> None:
                progress.advance(bars[agent])

            yield seen


def _lines(screen: Console, casts: Sequence[Cast]) -> Callable[[str, Played], None]:
    left = {cast.agent: len(cast.orders) for cast in casts}

    def seen(agent: str, _played: Played) -> None:
        left[agent] -= 1
        if left[agent] == 0:
            total = next(len(cast.orders) for cast in casts if cast.agent == agent)
            screen.print(f"  {agent}: {total} sessions played")

    return seen


def _verdicts(service: Service, row: Row) -> dict[str, tuple[bool | None, float | None]]:
    """Grades follow the end of a session; the last ones may take a moment."""
    waited = perf_counter()
    ids = {one.session_id for one in row.played if one.session_id}
    while True:
        found: dict[str, tuple[bool | None, float | None]] = {}
        for listed in service.operator.sessions(agent=row.agent, limit=500):
            if listed["id"] in ids:
                found[listed["id"]] = (listed["success"], listed["partial"])
            if len(found) == len(ids):
                break
        if all(success is not None for success, _ in found.values()) or perf_counter() - waited > PATIENCE:
            return found
        sleep(0.2)


@contextmanager
def _stopping_at_sigterm() -> Iterator[None]:
    """SIGTERM ends the demo as Ctrl-C does, so that the service is stopped and not left behind."""
    previous = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, previous)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
