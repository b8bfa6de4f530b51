"""Which of several numbers a proposal is for: "A is pending, B has shipped; I'd change A. Shall I?"."""

import re
from collections.abc import Iterable

from domains.kit.values import Value, ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.proposed import Proposal, values_of
from simulators.understand.values import values_in

_PARTS = re.compile(r"[;:,()\n\u2013\u2014]|(?<=[.?!])\s")


def ids_meant(talk: Deliberation, proposal: Proposal, slot: str) -> list[Value]:
    """The identifiers of a slot that a yes would be to: those in the question itself, or in a question whether a thing
    is the one that is meant, or in the parts that say what would be done; none where these name none."""
    # The sentence may go on after it: "did you mean A, and if so, shall I?".
    which = [each for each in talk.heard.reading.clauses if talk.cues.questions.asks_which.search(f"{each.text}?")]
    return (
        _of_slot(slot, proposal.asking_values)
        or _of_slot(slot, values_of(which))
        or _of_slot(slot, _to_be_done(talk, proposal.details))
    )


def _to_be_done(talk: Deliberation, details: str) -> list[Value]:
    """The identifiers in parts that say what would be done, or in the last part before one that points back to it."""
    turns, found, last = talk.cues.turns, list[Value](), list[Value]()
    for part in _PARTS.split(details):
        ids = [value for value in values_in(part, talk.lexicon) if value.kind is ValueKind.ID]
        if turns.would_be_done.search(part):
            found += ids or (last if turns.points_back.search(part) else [])
        last = ids or last
    return found


def _of_slot(slot: str, values: Iterable[Value]) -> list[Value]:
    return [value for value in values if value.kind is ValueKind.ID and value.slot == slot]
