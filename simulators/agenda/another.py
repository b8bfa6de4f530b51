"""Messages that take what the customer wants now to be about an order that they are done with."""

from collections.abc import Iterable

from domains.kit.scenario import Disclosure, Fact
from domains.kit.values import Value, ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import CLOSED
from simulators.agenda.moves import MoveKind, item_of
from simulators.agenda.refusals import refuses_goal
from simulators.agenda.requests import answer_request
from simulators.understand.acts import Act, Clause
from simulators.understand.values import same

PUT_RIGHT_AT_MOST = 2
"""How often an agent is told which one is meant; who keeps to the other after that refuses."""


def hear_another(talk: Deliberation) -> bool:
    """Says which identifier is meant where a message refuses something for another one, or asks whether that is meant;
    true if so."""
    if not talk.underway():
        return False
    meant = [fact for fact in _own(talk) if _is_taken_for_another(talk, fact)]
    if not meant:
        return False
    if talk.awaits_yes_or_no():
        talk.stance = "reject"
    talk.corrections = len(meant)
    talk.change(set_right=(*talk.state.set_right, *(fact.key for fact in meant)))
    talk.told(*meant)
    talk.say(MoveKind.ANOTHER, goal=talk.goal.id, items=tuple(map(item_of, meant)))
    if Act.REQUEST in talk.acts:
        answer_request(talk)
    return True


def _own(talk: Deliberation) -> list[Fact]:
    """The identifiers of the present goal that the agent has not been told of too often, and does not name."""
    own = [fact for fact in talk.scenario.facts if fact.kind is ValueKind.ID and fact.goal == talk.goal.id]
    return [
        fact
        for fact in own
        if fact.disclose is not Disclosure.NEVER
        and talk.state.set_right.count(fact.key) < PUT_RIGHT_AT_MOST
        and not _is_among(fact, talk.heard.reading.values)
    ]


def _is_taken_for_another(talk: Deliberation, own: Fact) -> bool:
    """Whether a message speaks against what is wanted by naming the identifier of a goal that is over, or without
    naming any, where it can know of no other than that."""
    others = [fact for fact in _settled(talk) if fact.key == own.key and not same(own.kind, own.value, fact.value)]
    if not others:
        return False
    naming = [each for each in talk.heard.reading.clauses if any(_is_among(fact, each.values) for fact in others)]
    if any(_turns_down(talk, clause) for clause in naming):
        return True
    if talk.may_say(own) or own.key in talk.slots or not (Act.REFUSE in talk.acts and refuses_goal(talk)):
        return False
    goals = {fact.goal for fact in others}
    alike = any(goal.id in goals and goal.action == talk.goal.action for goal in talk.scenario.goals)
    named = any(value.slot == own.key for value in talk.heard.reading.values)
    return bool(naming) or (alike and not named)


def _settled(talk: Deliberation) -> list[Fact]:
    """The identifiers of the goals that are over."""
    over = {goal for goal, state in talk.inner.goals.items() if state.stage in CLOSED}
    return [fact for fact in talk.scenario.facts if fact.kind is ValueKind.ID and fact.goal in over]


def _turns_down(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause refuses something, says that something stays as it is, or asks whether it is the one meant."""
    if clause in talk.clauses_which:
        return True
    standing = talk.cues.standing
    against = (talk.cues.cannot, standing.still, standing.stays_with, standing.so_already)
    stays = not clause.acts & {Act.CLAIM_DONE, Act.REQUEST} and any(cue.search(clause.text) for cue in against)
    return Act.REFUSE in clause.acts or stays


def _is_among(fact: Fact, values: Iterable[Value]) -> bool:
    return any(value.kind is fact.kind and same(fact.kind, fact.value, value.value) for value in values)
