"""A successful gold session, as mutations are made of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.audit.rerun import Edit, called, calls_in, rerun
from app.engine.events import Event, ToolCalled
from app.grading.grader import grade
from domains.kit.changes import Actor
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.state import HostedState
from domains.kit.task import Task
from domains.kit.tools import Tool, ToolKind


@dataclass(frozen=True)
class Original:
    """A successful gold session."""

    task: Task
    domain: Domain
    events: Sequence[Event]
    seed: str
    """Of its state."""

    @property
    def calls(self) -> list[ToolCalled]:
        """Its calls in order."""
        return calls_in(self.events)

    def tool(self, call: ToolCalled) -> Tool | None:
        """The tool of a call."""
        return self.domain.toolbox.get(call.name)

    def writes(self) -> Iterator[tuple[int, ToolCalled, Tool]]:
        """The agent's successful writes with their positions."""
        for position, call in enumerate(self.calls):
            tool = self.tool(call)
            if tool is not None and tool.kind is ToolKind.WRITE and call.changes and call.actor is Actor.AGENT:
                yield position, call, tool

    def succeeds(self, edit: Edit, *, by_state_alone: bool = False) -> bool:
        """Whether the edited session is graded a success."""
        events = rerun(self.events, self.domain, seed=self.seed, edit=edit)
        return grade(self.task, events, unchecked(self.domain) if by_state_alone else self.domain).success

    def state_before(self, position: int) -> HostedState:
        """A state in which the calls before that one have been made."""
        state = self.domain.open_state(self.seed)
        for call in self.calls[:position]:
            called(state, call)
        return state


def unchecked(domain: Domain) -> Domain:
    """The domain without its process rules, on the same world."""
    world = domain.world
    return replace(domain, checks=(), load_world=lambda: world)


def arguments_of(call: ToolCalled) -> dict[str, JSON]:
    """The arguments of a call; none where they are no object."""
    return call.arguments if isinstance(call.arguments, dict) else {}


def shown(call: ToolCalled) -> str:
    """A call as a line of text."""
    return f"{call.name}({', '.join(f'{name}={value!r}' for name, value in arguments_of(call).items())})"
