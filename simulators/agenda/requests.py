"""Answers to what the agent asks for."""

from collections.abc import Sequence

from domains.kit.scenario import BranchOn, Disclosure, Fact, Want
from simulators.agenda.asked import asked_for
from simulators.agenda.choices import choices
from simulators.agenda.deliberation import PRICE_LIMIT, Deliberation
from simulators.agenda.lacking import know_nothing
from simulators.agenda.moves import MoveKind, item_of
from simulators.agenda.pace import at_hand, one_at_a_time, owed
from simulators.agenda.present_or_new import of_anything, only_general
from simulators.agenda.refused import is_refused, refused_wants
from simulators.understand.acts import Act
from simulators.understand.slots import CHOICE, VAGUE
from simulators.understand.values import says

_TOLD_NOBODY = "secret_code"
"""The slot of codes and passwords, which nobody tells in a chat."""


def answer_request(talk: Deliberation) -> None:
    """Gives, for all slots asked for at once, what may be said, and says what may not or is not known.

    Of a slot that the scenario is silent about the customer knows nothing, but says so only if it was asked for alone.
    What is put to choice is answered by everybody: the yes to something else beside it would leave it open.
    """
    chosen = [want.key for choice in choices(talk) for want in choice.wants]
    _answer(talk, list(dict.fromkeys([*one_at_a_time(talk, asked_for(talk)), *chosen])))


def give_what_is_owed(talk: Deliberation) -> None:
    """Goes on with what was asked for before and not answered yet, where a message asks for nothing itself."""
    if talk.underway() and talk.acts <= {Act.INFORM, Act.HOLD} and (left := owed(talk)):
        _answer(talk, one_at_a_time(talk, left))


def _answer(talk: Deliberation, slots: Sequence[str]) -> None:
    facts: list[Fact] = []
    wants: list[Want] = []
    for slot in slots:
        found = _with_what_goes_along(talk, talk.wants_of(slot))
        if found and (general := of_anything(talk, slot)):
            facts += general
            wants += [] if only_general(talk, slot) else found
        elif found:
            wants += found
        elif sayable := talk.sayable(slot):
            facts += sayable
        else:
            facts += _without_answer(talk, slot)
    said = "\n".join(fact.value for fact in facts)
    wants = [
        want for want in wants if not (talk.has_said(item_of(want)) or says(said, want.kind, want.value, want.say))
    ]
    if refused := refused_wants(talk):
        wants = [want for want in wants if want not in refused]
        facts = [fact for fact in facts if not is_refused(fact, refused)]
    if talk.said(MoveKind.PRESS, MoveKind.TAKE_NEXT):
        wants = [want for want in wants if not talk.has_wished(want)]
    if talk.said(MoveKind.TAKE_NEXT, MoveKind.COMPLETE):
        wants = [want for want in wants if want.key != CHOICE or not talk.has_wished(want)]
    facts = [fact for fact in at_hand(talk, facts) if not talk.has_said(item_of(fact))]
    limitless = PRICE_LIMIT in slots and not (talk.sayable(PRICE_LIMIT) or talk.branch(BranchOn.PRICE_ABOVE))
    unanswered = all(move.kind is MoveKind.AFFIRM for move in talk.moves)
    if unanswered and not (facts or wants or limitless or Act.OFFER in talk.acts):
        answered_otherwise = VAGUE if talk.moves or Act.CONFIRM in talk.acts else frozenset()
        know_nothing(talk, [slot for slot in slots if slot not in answered_otherwise])
    if facts:
        talk.told(*facts)
        talk.say(MoveKind.GIVE, goal=talk.goal.id, items=tuple(dict.fromkeys(item_of(fact) for fact in facts)))
    if wants:
        talk.say(MoveKind.WANT, goal=talk.goal.id, items=tuple(dict.fromkeys(item_of(want) for want in wants)))
    if limitless:
        talk.say(MoveKind.NO_LIMIT)


def _with_what_goes_along(talk: Deliberation, found: list[Want]) -> list[Want]:
    keys = {key for want in found for key in want.along}
    along = [want for want in talk.wants() if want.key in keys and not talk.has_wished(want)]
    return [want for want in talk.wants() if want in found or want in along]


def _without_answer(talk: Deliberation, slot: str) -> list[Fact]:
    """Says that a slot has no answer; gives the facts that stand in for it."""
    if slot == _TOLD_NOBODY or any(
        fact.disclose is Disclosure.NEVER for fact in talk.scenario.facts_of(slot, talk.goal.id)
    ):
        talk.say(MoveKind.DECLINE, keys=(slot,))
        return []
    for unknown in talk.scenario.unknown:
        if unknown.key == slot:
            keys = unknown.instead
            again = slot in talk.inner.unable
            if again and _is_found(talk, slot):
                return []
            if again:
                keys += unknown.asked_again
            talk.keep(unable=tuple(dict.fromkeys((*talk.inner.unable, slot))))
            talk.say(MoveKind.CANNOT_GIVE, keys=(slot,))
            facts = [fact for key in keys for fact in talk.sayable(key)]
            return [fact for fact in facts if not (again and talk.may_say(fact))]
    return []


def _is_found(talk: Deliberation, slot: str) -> bool:
    """Whether a message that names the value of a slot itself, and only one, can do without the customer's."""
    values = {value.value for value in talk.heard.reading.values if value.slot == slot}
    return len(values) == 1 and not talk.acts & {Act.NOT_FOUND, Act.REFUSE}
