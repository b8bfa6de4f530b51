"""Sessions run again with other calls: the recorded talk, with tool calls made anew on a fresh state.

This is how mutations are graded: nobody talks again, so a mutation costs a millisecond, and nothing but the changed
call can make the difference.
"""

from collections.abc import Callable, Iterable, Sequence

from app.engine.events import Event, ToolCalled
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.state import HostedState

Edit = Callable[[int, ToolCalled], Iterable[ToolCalled]]
"""Given the position among the calls and the recorded call, the calls to make in its place."""


def rerun(events: Sequence[Event], domain: Domain, *, seed: str, edit: Edit | None = None) -> list[Event]:
    """The same session with its calls run again, edited where `edit` says so; events are numbered anew."""
    state = domain.open_state(seed)
    made: list[Event] = []
    position = 0
    for event in events:
        payload = event.payload
        if not isinstance(payload, ToolCalled):
            made.append(event.model_copy(update={"seq": len(made)}))
            continue
        wanted = [payload] if edit is None else edit(position, payload)
        position += 1
        for call in wanted:
            made.append(event.model_copy(update={"seq": len(made), "payload": called(state, call)}))
    return made


def called(state: HostedState, call: ToolCalled) -> ToolCalled:
    """A call made anew; a skipped one stays skipped."""
    if call.skipped:
        return call
    outcome = state.call(call.name, call.arguments, actor=call.actor)
    return call.model_copy(
        update={"content": outcome.content, "is_error": outcome.is_error, "changes": outcome.changes}
    )


def calls_in(events: Iterable[Event]) -> list[ToolCalled]:
    """The recorded calls in order, the customer's own among them."""
    return [event.payload for event in events if isinstance(event.payload, ToolCalled)]


def new_call(name: str, arguments: dict[str, JSON], *, call_id: str) -> ToolCalled:
    """A call that nobody made, ready to be made."""
    return ToolCalled(call_id=call_id, name=name, arguments=arguments, content="")
