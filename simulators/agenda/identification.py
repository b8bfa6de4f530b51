"""Refusals that ask first what they are about: "is that the one you mean? If so, I cannot cancel it"."""

from domains.kit.values import ValueKind
from simulators.agenda.corrections import correct, overlooked
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.mismatches import mismatches
from simulators.agenda.moves import MoveKind
from simulators.agenda.proposed import proposal_of
from simulators.agenda.refusals import refuses_goal
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE


def asks_which_to_refuse(talk: Deliberation) -> bool:
    """Whether a message refuses the present goal for the thing that it asks about: is that the one that is meant?"""
    refused = Act.REFUSE in talk.acts and refuses_goal(talk)
    return talk.underway() and bool(talk.clauses_which) and (refused or any(_follows(talk, c) for c in _rest(talk)))


def says_which(talk: Deliberation) -> bool:
    """Says that it is the one, as far as the customer can tell, or which one it is; true if it is."""
    check = proposal_of(talk, talk.clauses_which)
    about = [
        each
        for each in mismatches(talk, talk.goal, check)
        if each.right.key == CHOICE or each.right.kind is ValueKind.ID
    ]
    if wrong := [each for each in about if not overlooked(talk, each)]:
        correct(talk, wrong)
        return False
    talk.say(MoveKind.AFFIRM)
    return True


def _rest(talk: Deliberation) -> list[Clause]:
    which = talk.clauses_which
    return [clause for clause in talk.heard.reading.clauses if clause not in which]


def _follows(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause says that, if so, what is wanted cannot be."""
    named = not clause.actions or talk.goal.action in clause.actions
    return named and all(cue.search(clause.text) for cue in (talk.cues.questions.if_so, talk.cues.cannot))
