"""What a session did to the world: its net changes, its final state, and who wrote what."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import ValidationError

from app.grading.errors import BrokenLog
from app.grading.log import Call, Log
from domains.kit.changes import Actor, Change
from domains.kit.domain import Domain
from domains.kit.state import State
from domains.kit.tools import ToolError

SEED = "grading"
"""Of the states that the grader opens; it runs no tool, so nothing depends on it."""


def opened(domain: Domain) -> State:
    """A fresh state of the world."""
    return domain.open_state(seed=SEED)


def advance(state: State, call: Call) -> None:
    """Apply what a call changed; raises `BrokenLog` where that does not fit the rows that are there."""
    try:
        state.load(call.event.changes)
    except (ToolError, ValidationError) as error:
        raise BrokenLog(f"event {call.seq}: the changes of {call.event.name} do not fit the state: {error}") from error


@dataclass(frozen=True)
class Played:
    """The outcome of a session in the database."""

    final: State
    net: tuple[Change, ...]
    """Net changes of the agent against the world, bookkeeping left out."""
    writers: dict[tuple[str, str, str | None], Call] = field(repr=False)
    """The agent's last call that wrote a field, or (with None) anything of a row."""

    def writer(self, change: Change, name: str | None = None) -> Call | None:
        """Who wrote a field last; without a name, or where only the row is known, who touched the row last."""
        place = change.table, change.key
        return self.writers.get((*place, name)) or self.writers.get((*place, None))


def play(log: Log, domain: Domain) -> Played:
    """Apply all recorded changes; no tool is run."""
    state = opened(domain)
    writers: dict[tuple[str, str, str | None], Call] = {}
    for call in log.writes:
        advance(state, call)
        if call.event.actor is Actor.AGENT:
            writers.update((place, call) for change in call.event.changes for place in _places(change))
    net = tuple(change for change in state.diff() if change.actor is Actor.AGENT)
    return Played(final=state, net=net, writers=writers)


def _places(change: Change) -> Iterator[tuple[str, str, str | None]]:
    yield change.table, change.key, None
    for name in {**(change.before or {}), **(change.after or {})}:
        yield change.table, change.key, name
