"""Questions whether something is the one that is meant, or is understood rightly; they propose nothing."""

from dataclasses import replace

from domains.kit.scenario import Disclosure
from simulators.agenda.corrections import correct, overlooked
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.mismatches import Mismatch, mismatches
from simulators.agenda.moves import Item, MoveKind, item_of
from simulators.agenda.proposed import Proposal, actions_of, text_of, values_of
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE, VAGUE
from simulators.understand.values import says


def whether_meant(talk: Deliberation) -> list[Clause]:
    """The questions of a message whether what they name is meant; how something is, or which of two, is another."""
    if not talk.underway():
        return []
    return [clause for clause in talk.heard.reading.clauses if _asks_whether(talk, clause) and _concerns(talk, clause)]


def only_whether_meant(talk: Deliberation) -> list[Clause]:
    """Those questions, where the message proposes nothing beside them that a yes would be to."""
    asking = whether_meant(talk)
    return [] if any(_proposes(talk, clause) for clause in talk.clauses(Act.CONFIRM)) else asking


def _proposes(talk: Deliberation, clause: Clause) -> bool:
    """Whether a yes to a clause would be one to a deed: it asks for no fact, nor which is meant where none is named."""
    which = clause in talk.clauses_which and not actions_of(talk.heard.reading.clauses)
    return not (which or clause.slots)


def answer_whether_meant(talk: Deliberation) -> None:
    """Affirms or corrects what a message has understood, where it asks whether it has; its other questions are still to
    be answered."""
    if not (asking := only_whether_meant(talk)):
        return
    if wrong := [each for each in _wrong(talk, asking) if not overlooked(talk, each)]:
        correct(talk, wrong)
    else:
        talk.say(MoveKind.AFFIRM)


def _asks_whether(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause has the form of such a question and asks for nothing else."""
    cues = talk.cues
    if (
        "?" not in clause.text
        or clause.acts - {Act.REQUEST, Act.CONFIRM, Act.INFORM}
        or not (VAGUE | {CHOICE}).issuperset(clause.slots)
    ):
        return False
    if cues.questions.asks_whether.search(clause.text) is None or clause in talk.clauses_whether_all:
        return False
    others = (
        cues.questions.open_question,
        cues.questions.either_or,
        cues.questions.how_it_is,
        cues.questions.asks_leave,
        cues.transfer,
    )
    return not any(other.search(clause.text) for other in others)


def _concerns(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause names something that the customer means, or something else in its place."""
    named = any(says(clause.text, item.kind, item.value, item.forms) for item in _own(talk))
    return named or bool(_wrong(talk, [clause]))


def _own(talk: Deliberation) -> list[Item]:
    """What is wanted of the present goal, and the facts that the customer would say for it."""
    facts = (fact for fact in talk.scenario.facts if fact.goal in {None, talk.goal.id})
    return [*talk.want_items(), *(item_of(fact) for fact in facts if fact.disclose is not Disclosure.NEVER)]


def _wrong(talk: Deliberation, asking: list[Clause]) -> list[Mismatch]:
    """What the questions have wrong; they ask for what is right, so that it may be said."""
    values = values_of(asking)
    check = Proposal(text_of(asking), "", values, values, values, actions_of(asking))
    own = _own(talk)
    return [replace(each, may_say=each.right in own) for each in mismatches(talk, talk.goal, check)]
