"""Plays a run: an agent in many sessions at once, over HTTP, with progress. What was played counts, however it ends."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

import httpx

from app.agents.contract import ContractError
from app.agents.entrants import Entrant, Outside, UnknownAgent, entrant
from app.agents.minds.mind import Mind, Tally
from app.agents.play import Order, Played, play_many
from app.audit.customers.measuring import OWN, PERSONAS, sampled
from app.cli import child, running
from app.cli.auditing import chosen_tasks
from app.cli.configured import settings
from app.cli.counting import counted
from app.cli.fault import CommandFailed
from app.cli.local import domain_named
from app.cli.service import key_for, refusals
from app.client import AsyncClient
from app.client.transport import TIMEOUT
from app.logs import configure_logs
from app.models.opening import open_gateway
from app.models.outbound import AddressRefused
from domains.kit.domain import Domain
from simulators.model import ChatModel

LINE_EVERY = 20
HOPELESS = frozenset({"key", "unknown_model", "not_installed", "unscripted"})
"""What is wrong with a model in every session if it is in one: the run stops."""


@dataclass(frozen=True)
class Asking:
    """How an agent's model is asked."""

    api_base: str | None
    temperature: float
    max_tokens: int | None
    stream: bool


@dataclass(frozen=True)
class Wanted:
    """What is to be played."""

    agent: str
    name: str | None
    domain: str
    split: str
    ids: tuple[str, ...]
    """Tasks; none for all of the split."""
    tasks: int | None
    trials: int
    seed: int
    at_once: int
    customer: str
    persona: str | None
    asking: Asking


@dataclass
class Run:
    """What was played."""

    wanted: Wanted
    agent: str
    """As its sessions are listed."""
    sessions: int
    """How many there were to be."""
    tally: Tally | None
    """What the agent's model took; None for an agent without one."""
    played: list[Played] = field(default_factory=list)
    """In the order in which they were to be played; where the run was stopped, in which they ended."""
    seconds: float = 0.0
    stopped: str | None = None
    """Why not everything was played, where it was not."""

    @property
    def broken(self) -> list[Played]:
        """Sessions that could not be opened, or ended for what is not the agent's doing."""
        return [each for each in self.played if each.session_id is None or each.out_of_order]

    @property
    def ok(self) -> bool:
        """Whether everything was played to an end that says something about the agent."""
        return self.stopped is None and not self.broken


class _Hopeless(Exception):
    """The same would be wrong in every further session."""


@dataclass(frozen=True)
class _Place:
    """Where sessions are played."""

    url: str
    key: str | None
    data_dir: Path
    """Where answers of models are kept, so that the same run costs nothing again."""


def play_run(wanted: Wanted, *, data_dir: Path, url: str | None, key: str | None) -> Run:
    """Play all that is wanted; Ctrl-C ends it early, and the sessions that were under way count for nothing."""
    domain = domain_named(wanted.domain)
    configure_logs("error", "text")
    begun: list[Run] = []
    with _service(url, data_dir) as found, refusals(found, data_dir):
        try:
            asyncio.run(_run(wanted, domain, _Place(found, key or key_for(found, data_dir), data_dir), begun))
        except KeyboardInterrupt:
            if not begun:
                raise
            begun[0].stopped = "it was interrupted"
    return begun[0]


@contextmanager
def _service(url: str | None, data_dir: Path) -> Iterator[str]:
    """The service that was named, the one that runs already, or one for as long as this takes."""
    if (found := url or running.url_of(data_dir)) is not None:
        yield found
        return
    with child.service(data_dir, host="127.0.0.1", port=0) as started:
        yield started


async def _run(wanted: Wanted, domain: Domain, place: _Place, begun: list[Run]) -> None:
    # As many connections as sessions: a slow customer holds one for as long as they think.
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=wanted.at_once)
    chosen = settings(data_dir=place.data_dir)
    async with AsyncExitStack() as stack:
        models = open_gateway(chosen)
        stack.push_async_callback(models.close)
        http = await stack.enter_async_context(httpx.AsyncClient(base_url=place.url, timeout=TIMEOUT, limits=limits))
        outgoing = await stack.enter_async_context(httpx.AsyncClient(follow_redirects=False, limits=limits))
        client = AsyncClient(place.url, place.key, http=http)
        agent = _entrant(wanted, Outside(_minds(wanted, models), outgoing, place.url, chosen.agent_hosts))
        orders = _orders(wanted, agent, domain, set(await client.tasks(domain.name)))
        run = Run(wanted, agent.name, len(orders), agent.mind.tally if agent.mind else None)
        begun.append(run)
        began = perf_counter()
        try:
            await _play(run, agent, orders, client)
        finally:
            run.seconds = perf_counter() - began


def _minds(wanted: Wanted, models: ChatModel) -> Callable[[str], Mind]:
    asking = wanted.asking
    return lambda model: Mind(
        models, model, asking.api_base, asking.temperature, asking.max_tokens, stream=asking.stream
    )


def _entrant(wanted: Wanted, outside: Outside) -> Entrant:
    try:
        return entrant(wanted.agent, outside, name=wanted.name)
    except (UnknownAgent, AddressRefused, ContractError) as error:
        raise CommandFailed(str(error), "`regulars run --help` has examples.") from None


def _orders(wanted: Wanted, agent: Entrant, domain: Domain, playable: set[str]) -> list[Order]:
    chosen = chosen_tasks(domain, wanted.ids, None if wanted.ids else wanted.split)
    tasks = [task for task in chosen if task.id in playable and agent.plays(task, domain)]
    if not tasks:
        raise CommandFailed(
            f"None of {len(chosen)} tasks can be played there.",
            "They have no valid certificate (`regulars tasks audit --write`), or the key does not allow them.",
        )
    if wanted.persona is not None and wanted.persona not in PERSONAS:
        raise CommandFailed(f"There is no persona {wanted.persona!r}.", f"Choose from {', '.join(PERSONAS)}.")
    persona = PERSONAS[wanted.persona or OWN]
    return [
        Order(agent.name, task, domain, seed=str(wanted.seed + trial), persona=persona, make=agent.make)
        for trial in range(wanted.trials)
        for task in sampled(tasks, wanted.tasks)
    ]


async def _play(run: Run, agent: Entrant, orders: Sequence[Order], client: AsyncClient) -> None:
    with counted("playing", "sessions played", total=len(orders), line_every=LINE_EVERY) as advance:

        def seen(played: Played) -> None:
            run.played.append(played)
            advance(1, f"{played.order.task.id}: {played.error}" if played.error else "")
            if played.out_of_order in HOPELESS:
                raise _Hopeless(played.error)

        hopeless: list[str] = []
        try:
            run.played = await play_many(
                client,
                orders,
                at_once=run.wanted.at_once,
                progress=seen,
                customer=run.wanted.customer,
                metadata=dict(agent.metadata),
            )
        except* _Hopeless as group:
            hopeless += map(str, group.exceptions)
        run.stopped = hopeless[0] if hopeless else None
