"""Refusals of a part: which of the things that a goal is about are refused, and going on with the others."""

from collections.abc import Iterable

from domains.kit.scenario import BranchOn, Want
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.moves import MoveKind
from simulators.agenda.set_apart import ids_set_apart, set_apart
from simulators.agenda.sides import sides_of
from simulators.understand.acts import Act
from simulators.understand.slots import CHOICE
from simulators.understand.values import says


def refused_things(talk: Deliberation) -> tuple[Want, ...]:
    """The things of the present goal that a message refuses; empty where it refuses all of them, or none by name.

    Those are what it sets apart from what it goes on with. Or else, where it proposes some of them, the others are,
    whatever clause gives the details once the customer has contested it. Or it is those that the refusing clause names,
    or the clause before it where that one names none, or the part of it that says no where it names all.
    """
    if apart := set_apart(talk):
        return apart
    things = [want for want in talk.wants() if want.key == CHOICE]
    proposed = _named(things, (clause.text for clause in talk.clauses(Act.CONFIRM)))
    if not proposed and not talk.acts.isdisjoint({Act.CONFIRM, Act.OFFER}) and talk.state.contested:
        proposed = _named(
            things, (clause.text for clause in talk.heard.reading.clauses if Act.REFUSE not in clause.acts)
        )
    if _is_part(proposed, things):
        return tuple(want for want in things if want not in proposed)
    for texts in _refusing(talk):
        if _is_part(refused := _named(things, texts), things):
            return tuple(refused)
    return ()


def refuses_some(talk: Deliberation) -> bool:
    """Whether a message refuses some of the things of a goal that goes on without them, or one of several orders."""
    if ids_set_apart(talk):
        return True
    if talk.branch(BranchOn.PARTLY_REFUSED) is None or not talk.underway():
        return False
    return bool(refused_things(talk) if Act.REFUSE in talk.acts else set_apart(talk))


def let_go(talk: Deliberation, things: Iterable[Want]) -> None:
    """Goes on with the present goal without these things."""
    talk.change(let_go=(*talk.state.let_go, *(want.value for want in things)))
    talk.say(MoveKind.ACCEPT_REFUSAL, goal=talk.goal.id, detail=BranchOn.PARTLY_REFUSED.value)


def _refusing(talk: Deliberation) -> Iterable[list[str]]:
    """Texts in which what is refused may be named, the closest first."""
    clauses = talk.heard.reading.clauses
    refusing = [place for place, clause in enumerate(clauses) if Act.REFUSE in clause.acts]
    yield [clauses[place].text for place in refusing]
    yield [clauses[place - 1].text for place in refusing if place]
    yield [part for place in refusing for part in sides_of(talk, clauses[place].text).against]


def _named(things: Iterable[Want], texts: Iterable[str]) -> list[Want]:
    text = "\n".join(texts)
    return [want for want in things if says(text, want.kind, want.value, want.say)]


def _is_part(some: list[Want], things: list[Want]) -> bool:
    return 0 < len(some) < len(things)
