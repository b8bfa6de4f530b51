"""Slots for which something is wanted where customers have a value already: which of the two is asked for."""

import re

from domains.kit.scenario import Fact
from simulators.agenda.deliberation import Deliberation
from simulators.understand.acts import Clause


def of_anything(talk: Deliberation, slot: str) -> tuple[Fact, ...]:
    """Facts that hold whatever the goal, of a slot for which something is wanted too: "your postcode" may be the
    present one or the new one. Beside other things that are wanted, asked for as new, or after what it is a part of, it
    is what is wanted."""
    before = talk.slots[: talk.slots.index(slot)] if slot in talk.slots else ()
    of_whole = bool(before) and any(fact.key == before[-1] for fact in talk.wholes())
    beside = of_whole or any(talk.wants_of(other) for other in talk.slots if other != slot)
    if not _is_on_file(talk, slot) and (beside or _is_new(talk, slot)):
        return ()
    return tuple(fact for fact in talk.sayable(slot) if fact.goal is None)


def only_general(talk: Deliberation, slot: str) -> bool:
    """Whether a slot is asked for as it is on file, or something beside it that has nothing to do with a goal: then so
    has the rest."""
    others = [each for each in talk.slots if not talk.wants_of(each)]
    beside = any(fact.goal is None for each in others for fact in talk.sayable(each))
    return _is_on_file(talk, slot) or beside


def _is_on_file(talk: Deliberation, slot: str) -> bool:
    """Whether a slot is asked for as the business knows it, or after saying that this is to identify the customer."""
    clauses = _clauses(talk)
    asking = [place for place, clause in enumerate(clauses) if slot in clause.slots]
    near = (clauses[each].text for place in asking for each in (place, place - 1) if each >= 0)
    return any(talk.cues.on_file.search(text) for text in near) and not _is_new(talk, slot)


def _is_new(talk: Deliberation, key: str) -> bool:
    """Whether a slot is named as new, and not only something beside it: "your postcode and the new street"."""
    slot = talk.lexicon.slot(key)
    names = "|".join(re.escape(name) for name in (slot.label, *slot.ask)) if slot else re.escape(key)
    named = re.compile(rf"(?:[\w'\u2019]+ ){{0,3}}\b(?:{names})\b(?:(?! and )[^,;.?!\n])*", re.IGNORECASE)
    parts = (
        part
        for clause in _clauses(talk)
        if key in clause.slots
        for found in named.finditer(clause.text)
        for part in found.group().split(" and ")
        if re.search(names, part, re.IGNORECASE)
    )
    return any(talk.cues.new_one.search(part) for part in parts)


def _clauses(talk: Deliberation) -> tuple[Clause, ...]:
    return talk.heard.reading.clauses
