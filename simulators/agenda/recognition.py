"""Recognising what one cannot name: among several that the agent puts up, the customer knows the one they mean."""

from domains.kit.scenario import Disclosure, Fact
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.moves import MoveKind, item_of
from simulators.understand.acts import Act
from simulators.understand.slots import CHOICE
from simulators.understand.values import says


def recognise(talk: Deliberation) -> bool:
    """Says by which fact it is, where a message that lets the customer choose names that fact of something unknown.

    True if nothing else is asked for.
    """
    if not talk.underway() or not talk.acts & {Act.REQUEST, Act.OFFER}:
        return False
    known = [fact for fact in _told_apart_by(talk) if _among_others(talk, fact)] or _asked_to_pick(talk)
    if not known:
        return False
    talk.told(*known)
    talk.say(MoveKind.GIVE, goal=talk.goal.id, items=tuple(item_of(fact) for fact in known))
    meant = {CHOICE, *(fact.key for fact in known), *(unknown.key for unknown in talk.scenario.unknown)}
    return meant.issuperset(talk.slots)


def _told_apart_by(talk: Deliberation) -> list[Fact]:
    """What the customer would think of only when asked again about something unknown."""
    keys = dict.fromkeys(key for unknown in talk.scenario.unknown for key in unknown.asked_again)
    return [fact for key in keys for fact in talk.sayable(key) if not talk.may_say(fact)]


def _asked_to_pick(talk: Deliberation) -> list[Fact]:
    """The identifiers of the present goal, not said yet, that a question which of several numbers it is asks for, where
    no things are wanted that it could mean instead."""
    ids = {(value.slot, value.value) for value in talk.heard.reading.values if value.kind is ValueKind.ID}
    asks = talk.cues.turns.asks_which_one.search
    if len(ids) < 2 or talk.wants_of(CHOICE) or not any(asks(clause.text) for clause in talk.heard.reading.clauses):
        return []
    own = [fact for fact in talk.scenario.facts if fact.kind is ValueKind.ID and fact.goal == talk.goal.id]
    return [
        fact
        for fact in own
        if fact.disclose is not Disclosure.NEVER
        and not talk.may_say(fact)
        and sum(slot == fact.key for slot, _ in ids) > 1
    ]


def _among_others(talk: Deliberation, fact: Fact) -> bool:
    """Whether the message says the fact and another value of its kind."""
    values = {value.value for value in talk.heard.reading.values if value.kind is fact.kind}
    return len(values) > 1 and says(talk.heard.text, fact.kind, fact.value, fact.say)
