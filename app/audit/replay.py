"""Replays: the recorded tool calls of a session run again on a fresh state, and compared with what was recorded.

A session is rebuilt from its recorded changes, never from its calls; that the calls still lead there is a separate
check of the transcript, and of the promise that tools depend on nothing but state and seed.
"""

from collections.abc import Mapping, Sequence

from app.audit.rerun import calls_in, rerun
from app.client import Operator
from app.engine.events import Event, ToolCalled
from app.errors import UnknownDomain
from app.sessions.live import state_seed
from domains.kit.domain import Domain
from domains.kit.records import JSON, Frozen

_COMPARED = ("is_error", "content", "changes")


class Difference(Frozen):
    """One call that gives another result now."""

    call: int
    """Its place among the session's calls, from 0."""
    step: int
    tool: str
    arguments: JSON
    what: str
    """`is_error`, `content` or `changes`."""
    recorded: JSON
    now: JSON


class Replay(Frozen):
    """What came of running a session's calls again."""

    session: str
    task: str
    calls: int
    differences: tuple[Difference, ...] = ()

    @property
    def same(self) -> bool:
        """Whether every call gave again what was recorded."""
        return not self.differences


def replay_session(operator: Operator, session_id: str, domains: Mapping[str, Domain]) -> Replay:
    """Fetch a session and run its calls again on the installed domain."""
    recorded = operator.events(session_id)
    row = recorded["session"]
    if row["domain"] not in domains:
        raise UnknownDomain(f"session {session_id} was played in the domain {row['domain']!r}, which is not installed")
    events = [Event.model_validate(event) for event in recorded["events"]]
    found = differences(events, domains[row["domain"]], seed=state_seed(row["task"], row["seed"]))
    return Replay(session=session_id, task=row["task"], calls=len(calls_in(events)), differences=tuple(found))


def differences(events: Sequence[Event], domain: Domain, *, seed: str) -> list[Difference]:
    """Run the calls of a session again, in order, and name every result that is another now."""
    again = calls_in(rerun(events, domain, seed=seed))
    steps = [event.step for event in events if isinstance(event.payload, ToolCalled)]
    found = []
    for place, (recorded, now) in enumerate(zip(calls_in(events), again, strict=True)):
        was, is_ = recorded.model_dump(mode="json"), now.model_dump(mode="json")
        found += [
            Difference(
                call=place,
                step=steps[place],
                tool=recorded.name,
                arguments=recorded.arguments,
                what=what,
                recorded=was[what],
                now=is_[what],
            )
            for what in _COMPARED
            if was[what] != is_[what]
        ]
    return found
