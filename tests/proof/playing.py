"""Plays many sessions of known agents over the real API, in several processes."""

import asyncio
import multiprocessing
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from app.agents.play import Order, Played, play_many
from app.agents.protocol import Brief, ReferenceAgent
from app.audit.service import Service, service_in
from app.engine.events import NOT_THE_AGENTS
from app.grading.estimates import Outcome
from domains.kit.domain import discover
from tests.proof.weakened import FirstErrandOnly, Mishaps, NoAlternatives, Weakened

BATCH = 60
"""Sessions that a process plays before it reports."""
AT_ONCE = 8
WEAKENED = "weakened"
HONEST: Mapping[str, Callable[[Brief], ReferenceAgent]] = {
    "first_errand_only": FirstErrandOnly,
    "no_alternatives": NoAlternatives,
}


@dataclass(frozen=True)
class Spec:
    """One session to play, in terms that a process can be sent."""

    agent: str
    """A reference agent, one of `HONEST`, or `WEAKENED`."""
    task: str
    customer_seed: str = "0"
    trial: str = "0"
    """Seeds the slips of a weakened agent."""
    chances: Mapping[str, float] = field(default_factory=dict)
    """How likely a weakened agent makes each slip."""


@dataclass(frozen=True)
class Result:
    """What came of a session."""

    spec: Spec
    success: bool
    counted: bool
    steps: int
    slipped: frozenset[str] = frozenset()

    @property
    def outcome(self) -> Outcome:
        """What estimates need to know of it."""
        return Outcome(self.spec.task, self.success, self.counted)


def play_all(
    domain: str, specs: Sequence[Spec], *, jobs: int, progress: Callable[[int], None] = lambda _: None
) -> list[Result]:
    """Play all sessions; results come in the order of the specs, and are the same for any number of jobs."""
    batches = [specs[start : start + BATCH] for start in range(0, len(specs), BATCH)]
    found: dict[int, list[Result]] = {}
    with TemporaryDirectory(prefix="regulars-proof-") as folder:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(folder, domain)) as pool:
            waiting = {pool.submit(_play_batch, batch): place for place, batch in enumerate(batches)}
            for done in as_completed(waiting):
                found[waiting[done]] = done.result()
                progress(len(found[waiting[done]]))
    return [result for place in range(len(batches)) for result in found[place]]


class _Worker:
    """A service with its event loop, which lives as long as the process does."""

    def __init__(self, folder: Path, name: str):
        self.domain = discover()[name]
        self.mishaps = Mishaps(self.domain)
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        running = service_in(folder, {name: self.domain})
        self.service: Service = self.runner.run(self.stack.enter_async_context(running))

    def play(self, specs: Sequence[Spec]) -> list[Result]:
        slips = [self._slips(spec) for spec in specs]
        orders = [self._order(spec, made) for spec, made in zip(specs, slips, strict=True)]
        played = self.runner.run(play_many(self.service.client, orders, at_once=AT_ONCE))
        return [_result(spec, one, made) for spec, one, made in zip(specs, played, slips, strict=True)]

    def _slips(self, spec: Spec) -> frozenset[str]:
        if spec.agent != WEAKENED:
            return frozenset()
        return self.mishaps.slips(self.domain.tasks[spec.task], spec.chances, trial=spec.trial)

    def _order(self, spec: Spec, slips: frozenset[str]) -> Order:
        make: Callable[[Brief], ReferenceAgent] | None = HONEST.get(spec.agent)
        if spec.agent == WEAKENED:
            make = partial(Weakened, mishaps=self.mishaps, slips=slips, trial=spec.trial)
        return Order(spec.agent, self.domain.tasks[spec.task], self.domain, seed=spec.customer_seed, make=make)


_of_this_process: list[_Worker] = []


def _start(folder: str, name: str) -> None:
    _of_this_process.append(_Worker(Path(folder) / str(os.getpid()), name))


def _play_batch(specs: Sequence[Spec]) -> list[Result]:
    (worker,) = _of_this_process
    return worker.play(specs)


def _result(spec: Spec, played: Played, slipped: frozenset[str]) -> Result:
    if played.session_id is None:
        raise RuntimeError(f"{spec} could not be played: {played.error}")
    return Result(
        spec,
        success=played.reward == 1.0,
        counted=played.end_reason not in NOT_THE_AGENTS,
        steps=played.steps,
        slipped=slipped,
    )
