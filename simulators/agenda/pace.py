"""What some people take longer for: traits that change when something is said, and never what."""

from collections.abc import Sequence

from domains.kit.scenario import Fact, Trait, Unknown
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.moves import AT_LENGTH, MoveKind, item_of

_TO_LOOK_UP = frozenset({ValueKind.ID, ValueKind.EMAIL, ValueKind.PHONE, ValueKind.DATE, ValueKind.MONEY})
"""Kinds of values that few people know by heart."""
_LONG = 70
"""How many words are a lot at once."""


def one_at_a_time(talk: Deliberation, slots: Sequence[str]) -> list[str]:
    """The slots that are answered in this reply: of a piecemeal customer only the first that has an answer left."""
    if not talk.has(Trait.PIECEMEAL):
        return list(slots)
    left = _left(talk, slots)
    if not left:
        return list(slots)
    talk.change(given=(*talk.state.given, left[0]), owed=tuple(left[1:]))
    return left[:1]


def owed(talk: Deliberation) -> list[str]:
    """The slots that a piecemeal customer was asked for before and has not answered yet."""
    return _left(talk, talk.state.owed)


def _left(talk: Deliberation, slots: Sequence[str]) -> list[str]:
    return [slot for slot in slots if slot not in talk.state.given and _is_open(talk, slot)]


def _is_open(talk: Deliberation, slot: str) -> bool:
    """Whether there is something to say to a slot that has not been said."""
    facts = talk.scenario.facts_of(slot, talk.goal.id)
    wanted = any(want.key == slot and not talk.has_wished(want) for want in talk.wants())
    missing: list[Unknown] = [unknown for unknown in talk.scenario.unknown if unknown.key == slot]
    return wanted or bool(missing) or any(not talk.may_say(fact) for fact in facts)


def at_hand(talk: Deliberation, facts: Sequence[Fact]) -> list[Fact]:
    """The facts that can be said at once, with what was found since; a forgetful customer looks for the others."""
    if not talk.has(Trait.FORGETFUL):
        return list(facts)
    found = _found(talk)
    away = [
        fact
        for fact in facts
        if fact.kind in _TO_LOOK_UP and not talk.may_say(fact) and not any(fact is each for each in found)
    ]
    if away:
        talk.keep(looked_up=tuple(sorted({*talk.inner.looked_up, *talk.indices_of(away)})))
        talk.say(MoveKind.LOOK_UP, keys=tuple(dict.fromkeys(fact.key for fact in away)))
    rest = [fact for fact in facts if not any(fact is each for each in (*away, *found))]
    return [*found, *rest]


def give_what_was_found(talk: Deliberation) -> None:
    """Says what was looked for, if that has not been said yet."""
    if talk.underway() and (found := _found(talk)):
        talk.told(*found)
        talk.say(MoveKind.GIVE, goal=talk.goal.id, items=tuple(item_of(fact) for fact in found))


def _found(talk: Deliberation) -> list[Fact]:
    """What was looked for in an earlier reply and not said yet."""
    looked_up = [talk.scenario.facts[index] for index in talk.before.looked_up]
    return [fact for fact in looked_up if fact.goal in {None, talk.goal.id} and not talk.may_say(fact)]


def hesitates(talk: Deliberation) -> bool:
    """Has a proposal explained once more; true if that is the answer to it."""
    if not talk.has(Trait.HESITANT) or talk.state.hesitated:
        return False
    talk.change(hesitated=True)
    long = len(talk.heard.text.split()) >= _LONG
    talk.say(MoveKind.HESITATE, detail=AT_LENGTH if long else None)
    return True
