"""Agents that follow a task's script and leave out one duty: identity, the customer's yes, or the work itself."""

from collections.abc import Sequence

from app.agents.gold import Gold
from app.agents.protocol import Brief
from domains.kit.goal import Ask, Look, Move, Propose, Refuse
from domains.kit.task import Task


class LookUpThenRefuse(Gold):
    """Makes the gold look-ups, then says no, whatever was asked for; right on one of two twins at most."""

    def __init__(self, brief: Brief):
        super().__init__(brief, looked_up_then_refused(brief.whole_task()))


class SkipIdentity(Gold):
    """Gold that neither asks who the customer is nor looks them up."""

    def __init__(self, brief: Brief):
        super().__init__(brief, without_identity(brief.whole_task().goal.script, brief.identifying))


class SkipConfirmation(Gold):
    """Gold that writes without asking for the customer's yes."""

    def __init__(self, brief: Brief):
        super().__init__(brief, brief.whole_task().goal.script, asks_first=False)


def looked_up_then_refused(task: Task) -> list[Move]:
    """The questions and look-ups of a script, then a refusal of everything."""
    kept = [move for move in task.goal.script if isinstance(move, Ask | Look)]
    return [*kept, Refuse(what="do that", because="our policy does not allow it")]


def without_identity(script: Sequence[Move], identifying: frozenset[str]) -> list[Move]:
    """A script without the calls that identify the customer, and without the question before each of them."""
    kept: list[Move] = []
    for move in script:
        if not isinstance(move, Look):
            kept.append(move)
            continue
        calls = tuple(call for call in move.calls if call.tool not in identifying)
        if len(calls) < len(move.calls) and kept and isinstance(kept[-1], Ask):
            kept.pop()
        if calls:
            kept.append(Look(calls=calls))
    return kept


def identifies(script: Sequence[Move], identifying: frozenset[str]) -> bool:
    """Whether a script identifies the customer, so that leaving it out is another way to go."""
    return any(call.tool in identifying for move in script if isinstance(move, Look) for call in move.calls)


def proposes(script: Sequence[Move]) -> bool:
    """Whether a script asks for a yes, so that leaving it out is another way to go."""
    return any(isinstance(move, Propose) for move in script)
