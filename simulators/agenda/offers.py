"""What the customer does when other things are offered in the place of what is wanted, or a human."""

from domains.kit.scenario import BranchOn, BranchThen, Fact
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.granted import has_yet_to_look
from simulators.agenda.moves import MoveKind, item_of
from simulators.agenda.not_to_be_had import is_said, on_offer
from simulators.agenda.pace import at_hand
from simulators.agenda.refusals import follow
from simulators.understand.acts import Act, Clause

_SETTLED = (MoveKind.TAKE_NEXT, MoveKind.PRESS, MoveKind.CONTEST, MoveKind.STATE_GOAL, MoveKind.CHOOSE)
"""Moves that answer an offer already."""


def hear_offer(talk: Deliberation) -> None:
    """Declines a transfer once, unless it is what is wanted; chooses what fits best among alternatives, or says no."""
    offers = talk.clauses(Act.OFFER)
    transfers = [clause for clause in [*offers, *talk.clauses(Act.CONFIRM)] if talk.cues.transfer.search(clause.text)]
    if transfers:
        _hear_transfer_offer(talk)
    rest = [clause for clause in offers if clause not in transfers]
    if rest and talk.underway() and talk.stance is None and not talk.said(*_SETTLED):
        _choose(talk, rest)


def _hear_transfer_offer(talk: Deliberation) -> None:
    declined = talk.inner.transfers_offered
    talk.keep(transfers_offered=declined + 1)
    if talk.stance is not None or talk.said(MoveKind.PRESS, MoveKind.CONTEST):
        return
    if not talk.is_over() and (declined or wants_a_person(talk)):
        talk.stance = "agree"
        talk.say(MoveKind.ACCEPT_TRANSFER)
        return
    talk.stance = "reject"
    if talk.is_over():
        talk.say(MoveKind.NO_NEED)
    else:
        talk.say(MoveKind.DECLINE_TRANSFER, goal=talk.goal.id)


def wants_a_person(talk: Deliberation) -> bool:
    """Whether to be handed over is what the present goal comes to."""
    words = [word for action in talk.lexicon.actions if action.key == talk.goal.action for word in action.words]
    return any(talk.cues.transfer.search(word) for word in words)


def _choose(talk: Deliberation, offers: list[Clause]) -> None:
    if talk.said(MoveKind.WANT):
        return
    text = on_offer(talk)
    matching = [want for want in talk.wants() if is_said(text, want)]
    actions = {action for clause in offers for action in clause.actions}
    if matching:
        talk.say(MoveKind.CHOOSE, goal=talk.goal.id, items=tuple(item_of(want) for want in matching))
    elif talk.said(MoveKind.LOOK_UP):
        return
    elif facts := _put_up(talk, offers):
        if not (facts := at_hand(talk, facts)):
            return
        talk.told(*facts)
        talk.say(MoveKind.GIVE, goal=talk.goal.id, items=tuple(item_of(fact) for fact in facts))
    elif talk.goal.action not in actions:
        _no_choice(talk, actions)
    elif not talk.moves:
        talk.restate()


def _put_up(talk: Deliberation, offers: list[Clause]) -> list[Fact]:
    """The facts of the slots whose identifiers are put up to choose from: "the order R1, or another one?"."""
    slots = dict.fromkeys(value.slot for clause in offers for value in clause.values if value.kind is ValueKind.ID)
    return [fact for slot in slots if slot for fact in talk.sayable(slot)]


def _no_choice(talk: Deliberation, actions: set[str]) -> None:
    for branch in talk.goal.branches:
        if branch.then is BranchThen.OTHER_GOAL and branch.goal and talk.goal_of(branch.goal).action in actions:
            follow(talk, branch)
            return
    if talk.moves or has_yet_to_look(talk):
        return
    talk.stance = "reject"
    if unavailable := talk.branch(BranchOn.UNAVAILABLE):
        follow(talk, unavailable)
    else:
        talk.say(MoveKind.REJECT, goal=talk.goal.id)
        talk.restate()
