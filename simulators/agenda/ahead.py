"""What an agent says about a goal that is still to come: a question for it, or word that it cannot be, is taken up."""

from collections.abc import Iterable

from domains.kit.scenario import CustomerGoal, Disclosure, Fact
from domains.kit.values import Value, ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import Stage
from simulators.agenda.mismatches import names_own
from simulators.agenda.moves import MoveKind, item_of
from simulators.understand.acts import Act
from simulators.understand.values import same


def hear_ahead(talk: Deliberation) -> None:
    """States the next goal at once where a message asks whether there is such a thing too, or says of what it is about
    that it will not be. The present goal stays the one that is pursued."""
    if not talk.underway() or talk.said(MoveKind.STATE_GOAL):
        return
    for goal in talk.scenario.goals:
        if goal.id == talk.goal.id or goal.only_by_branch or goal.questions or not goal.needs_write:
            continue
        if (numbers := _ruled_out(talk, goal) or _asked_number(talk, goal)) or _is_asked_for(talk, goal):
            present = talk.goal.id
            talk.take_up(goal.id)
            talk.told(*numbers)
            talk.say(MoveKind.STATE_GOAL, goal=goal.id, items=tuple(map(item_of, numbers)))
            talk.keep(current=present)
            if numbers:
                talk.take_back(MoveKind.NO_IDEA)
            return


def _ruled_out(talk: Deliberation, goal: CustomerGoal) -> list[Fact]:
    """The identifiers, not said yet, of a goal that is ruled out."""
    if talk.inner.goals[goal.id].stage not in {Stage.OPEN, Stage.STATED} or not is_ruled_out(talk, goal):
        return []
    own = [fact for fact in talk.scenario.facts if fact.goal == goal.id and fact.kind is ValueKind.ID]
    return [fact for fact in own if fact.disclose is not Disclosure.NEVER and not talk.may_say(fact)]


def is_ruled_out(talk: Deliberation, goal: CustomerGoal) -> bool:
    """Whether a message says of what a goal alone is about that it stays as it is, or cannot be changed."""
    return any(
        talk.cues.standing.still.search(clause.text) is not None and names_own(talk, goal, clause.values)
        for clause in talk.heard.reading.clauses
        if not clause.acts & {Act.REQUEST, Act.CONFIRM, Act.OFFER, Act.CLAIM_DONE}
    )


def _is_asked_for(talk: Deliberation, goal: CustomerGoal) -> bool:
    """Whether a message asks if the customer has something else for which the same is to be done as for a goal."""
    if talk.inner.goals[goal.id].stage is not Stage.OPEN:
        return False
    asking = [clause for clause in talk.heard.reading.clauses if not clause.acts & {Act.CONFIRM, Act.CLAIM_DONE}]
    return any(
        goal.action in clause.actions and talk.cues.turns.any_others.search(clause.text) is not None
        for clause in asking
    )


def _asked_number(talk: Deliberation, goal: CustomerGoal) -> list[Fact]:
    """The identifiers of a goal still to come that a message asks for in case there is such a thing."""
    if talk.inner.goals[goal.id].stage is not Stage.OPEN:
        return []
    asking = [clause for clause in talk.clauses(Act.REQUEST) if talk.cues.turns.any_others.search(clause.text)]
    slots = {slot for clause in asking for slot in clause.slots}
    own = [fact for fact in talk.scenario.facts if fact.goal == goal.id and fact.kind is ValueKind.ID]
    return [fact for fact in own if fact.key in slots and fact.disclose is not Disclosure.NEVER]


def let_go_of_ruled_out(talk: Deliberation, agreed: Iterable[Value]) -> None:
    """Lets a goal still to come go that is ruled out while the customer agrees to the same for another order: they have
    contested it before, and knew several orders for goals of which none has its own."""
    if Act.REFUSE not in talk.acts or not talk.state.contested:
        return
    refused = [value for clause in talk.clauses(Act.REFUSE) for value in clause.values]
    known = [fact for fact in talk.scenario.facts if fact.kind is ValueKind.ID and fact.goal is None]
    turned_down = {fact.value for fact in known if _is_among(fact, refused)}
    done = {fact.value for fact in known if _is_among(fact, agreed)}
    waiting = [
        goal
        for goal in talk.scenario.goals
        if goal.action == talk.goal.action
        and talk.inner.goals[goal.id].stage is Stage.OPEN
        and not any(fact.kind is ValueKind.ID and fact.goal == goal.id for fact in talk.scenario.facts)
    ]
    if len(waiting) == 1 and turned_down and done - turned_down:
        talk.close(Stage.REFUSED, waiting[0].id)


def _is_among(fact: Fact, values: Iterable[Value]) -> bool:
    return any(value.kind is fact.kind and same(fact.kind, fact.value, value.value) for value in values)
