"""Plays many sessions of known agents over the real API, in several processes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from app.agents.play import Order, Played, play_many
from app.agents.protocol import Brief, ReferenceAgent
from app.audit.service import Service
from app.audit.workers import spread
from app.engine.events import NOT_THE_AGENTS
from app.grading.estimates import Outcome
from domains.kit.domain import Domain
from tests.proof.weakened import FirstErrandOnly, NoAlternatives, Script, Weakened

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
    chances: Mapping[str, float] = field(default_factory=dict)
    """How likely a weakened agent made each slip."""
    slips: frozenset[str] = frozenset()
    """The slips that it makes in this session."""
    script: Script | None = None
    """What it does in place of the task's script, where it writes another value."""


class Result(NamedTuple):
    """What came of a session."""

    spec: Spec
    success: bool
    counted: bool
    steps: int

    @property
    def outcome(self) -> Outcome:
        """What estimates need to know of it."""
        return Outcome(self.spec.task, self.success, self.counted)


class _Batch(NamedTuple):
    place: int
    specs: Sequence[Spec]


def play_all(
    domain: Domain, specs: Sequence[Spec], *, jobs: int, progress: Callable[[int], None] = lambda _: None
) -> list[Result]:
    """Play all sessions; results come in the order of the specs, and are the same for any number of jobs."""
    starts = range(0, len(specs), BATCH)
    batches = [_Batch(place, specs[start : start + BATCH]) for place, start in enumerate(starts)]
    found: dict[int, list[Result]] = {}
    for place, results in spread(domain, _play_batch, batches, jobs):
        found[place] = results
        progress(len(results))
    return [result for place in sorted(found) for result in found[place]]


async def _play_batch(batch: _Batch, domain: Domain, service: Service) -> tuple[int, list[Result]]:
    orders = [_order(spec, domain) for spec in batch.specs]
    played = await play_many(service.client, orders, at_once=AT_ONCE)
    return batch.place, [_result(spec, one) for spec, one in zip(batch.specs, played, strict=True)]


def _order(spec: Spec, domain: Domain) -> Order:
    make = HONEST.get(spec.agent)
    if spec.agent == WEAKENED:
        make = partial(Weakened, slips=spec.slips, script=spec.script)
    return Order(spec.agent, domain.tasks[spec.task], domain, seed=spec.customer_seed, make=make)


def _result(spec: Spec, played: Played) -> Result:
    if played.session_id is None:
        raise RuntimeError(f"{spec} could not be played: {played.error}")
    return Result(
        spec,
        success=played.reward == 1.0,
        counted=played.end_reason not in NOT_THE_AGENTS,
        steps=played.steps,
    )
