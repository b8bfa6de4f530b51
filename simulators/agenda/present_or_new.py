"""Slots for which something is wanted where customers have a value already: which of the two is asked for."""

import re
from collections.abc import Sequence

from domains.kit.scenario import Fact, Want
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.understand.acts import Act, Clause


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


def with_new_ones(talk: Deliberation, slots: Sequence[str]) -> Sequence[str]:
    """The slots asked for, where a goal consists in putting a new value into the place of one of the customer's: "which
    e-mail should it become?" asks for the new one, and "the old one and the new one" for both."""
    wants = talk.wants() if talk.underway() else ()
    if len(wants) != 1 or wants[0].kind not in {ValueKind.EMAIL, ValueKind.PHONE} or not slots:
        return slots
    new = wants[0].key
    asked = _told_apart(talk, slots, new, present) if (present := _replaced_by(talk, wants[0])) else list(slots)
    unnamed = new not in asked and any(_parts_to_be(talk, clause) for clause in talk.clauses(Act.REQUEST))
    return tuple(dict.fromkeys([*asked, new] if unnamed else asked))


def _told_apart(talk: Deliberation, slots: Sequence[str], new: str, present: str) -> list[str]:
    """The slots asked for, where one stands for what is to be and another for what it is now."""
    asked: list[str] = []
    for slot in slots:
        foreign = slot not in {new, present} and not talk.sayable(slot)
        meant = [key for key in (present, new) if _asks_for(talk, slot, new=key == new)]
        if slot == new:
            asked += [*(key for key in meant if key == present), new]
        else:
            asked += meant if meant and (foreign or (slot == present and new not in slots)) else [slot]
    return asked


def _replaced_by(talk: Deliberation, want: Want) -> str | None:
    """The slot of what customers have now in the place of a want, where it is another than that of the want."""
    own = [fact.key for fact in talk.scenario.facts if fact.kind is want.kind and fact.goal is None]
    return own[0] if own and want.key not in own else None


def _asks_for(talk: Deliberation, slot: str, *, new: bool) -> bool:
    """Whether a part of a clause that names a slot asks for it as it is to be, or else as it is on file."""
    clauses = [clause for clause in _clauses(talk) if slot in clause.slots]
    to_be = [part for clause in clauses for part in _parts_to_be(talk, clause)]
    if new:
        return bool(to_be)
    parts = (part for clause in clauses for part in talk.cues.turns.joins.split(clause.text))
    return any(talk.cues.on_file.search(part) for part in parts if part not in to_be)


def _parts_to_be(talk: Deliberation, clause: Clause) -> list[str]:
    """The parts of a clause that speak of something as it is to be, and not in order to say what for it asks."""
    turns = talk.cues.turns
    parts = turns.joins.split(clause.text)
    return [part for part in parts if turns.becomes.search(part) and not turns.finds.search(part)]


def _is_on_file(talk: Deliberation, slot: str) -> bool:
    """Whether a slot is asked for as the business knows it, or after saying that this is to identify the customer."""
    clauses = _clauses(talk)
    asking = [place for place, clause in enumerate(clauses) if slot in clause.slots]
    # What is said just before says it of this one only if it asks for nothing of its own, and tells no value.
    told = [clauses[place - 1] for place in asking if place]
    before = [clause for clause in told if not (clause.slots or clause.values)]
    near = [*(clauses[place] for place in asking), *before]
    return any(talk.cues.on_file.search(clause.text) for clause in near) and not _is_new(talk, slot)


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
