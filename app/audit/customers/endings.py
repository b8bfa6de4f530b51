"""Ends: not before the agent's work is done, and not long after."""

from collections.abc import Iterator

from app.agents.notes import outstanding
from app.audit.customers.mistakes import Found, Kind
from app.audit.customers.talk import Talk
from simulators.protocol import CustomerEnd

PATIENCE = 4
"""Replies of a customer, after the agent has done everything, with one of which they must end."""
_EARLY = frozenset({CustomerEnd.DONE, CustomerEnd.LEFT, CustomerEnd.NO_PROGRESS})


def early(talk: Talk) -> Iterator[Found]:
    """An end while writes, answers, refusals or offers of the script were still to come."""
    last = talk.last
    if last is None or last.reply.end not in _EARLY:
        return
    if left := outstanding(talk.task.goal.script, talk.notes, step=last.step):
        expected = f"to stay for what was still to come: {', '.join(move.do for move in left)}"
        yield Found(kind=Kind.ENDED_EARLY, step=last.step, said=last.text, expected=expected)


def never(talk: Talk) -> Iterator[Found]:
    """No end although everything was done and the agent said so."""
    finished = talk.notes.finished
    if finished is None or outstanding(talk.task.goal.script, talk.notes):
        return
    after = [exchange for exchange in talk.exchanges if exchange.step >= finished]
    if len(after) < PATIENCE or any(each.reply.end is CustomerEnd.DONE for each in after[:PATIENCE]):
        return
    late = after[PATIENCE - 1]
    expected = f"an end within {PATIENCE} replies, as everything was done"
    yield Found(kind=Kind.NEVER_ENDED, step=late.step, said=late.text, expected=expected)
