"""Slots for which something is wanted where customers have a value already: which of the two is asked for."""

import re

from domains.kit.scenario import Fact
from simulators.agenda.deliberation import Deliberation


def of_anything(talk: Deliberation, slot: str) -> tuple[Fact, ...]:
    """Facts that hold whatever the goal, of a slot for which something is wanted too: "your postcode" may be the
    present one or the new one. Beside other things that are wanted, or asked for as new, it is what is wanted."""
    beside = any(talk.wants_of(other) for other in talk.slots if other != slot)
    if not _is_on_file(talk, slot) and (beside or _asks(talk, slot, talk.cues.new_one)):
        return ()
    return tuple(fact for fact in talk.sayable(slot) if fact.goal is None)


def only_general(talk: Deliberation, slot: str) -> bool:
    """Whether a slot is asked for as it is on file, or something beside it that has nothing to do with a goal: then so
    has the rest."""
    others = [each for each in talk.slots if not talk.wants_of(each)]
    beside = any(fact.goal is None for each in others for fact in talk.sayable(each))
    return _is_on_file(talk, slot) or beside


def _is_on_file(talk: Deliberation, slot: str) -> bool:
    return _asks(talk, slot, talk.cues.on_file) and not _asks(talk, slot, talk.cues.new_one)


def _asks(talk: Deliberation, slot: str, cue: re.Pattern[str]) -> bool:
    """Whether one of the clauses that ask for a slot holds a cue."""
    return any(slot in clause.slots and cue.search(clause.text) for clause in talk.heard.reading.clauses)
