"""What the customer does when something is refused or not found."""

from domains.kit.scenario import IN_OWN_WORDS, Branch, BranchOn, BranchThen, Pressure
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import Stage
from simulators.agenda.moves import MoveKind, item_of
from simulators.agenda.parts import let_go, refused_things
from simulators.agenda.promises import hear_promise
from simulators.agenda.refused import beside_rival
from simulators.agenda.set_apart import ids_set_apart, refuses_only_let_go
from simulators.understand.acts import Act
from simulators.understand.values import says

_OWN_WILL = frozenset({BranchOn.PRICE_ABOVE, BranchOn.PROPOSED})
"""Branches on which customers let a goal go although they could have it."""

_TURNS_AWAY = frozenset({BranchThen.ABANDON, BranchThen.OTHER_GOAL})
"""What leaves a goal as it is, so that nothing about it needs to be said."""


def follow(talk: Deliberation, branch: Branch) -> None:
    """Does what a branch of the present goal says."""
    if branch.then in _TURNS_AWAY:
        talk.take_back(MoveKind.COMPLETE, MoveKind.REST_STAYS, MoveKind.WANT)
    match branch.then:
        case BranchThen.ACCEPT:
            accept_refusal(talk, branch)
        case BranchThen.ABANDON:
            _abandon(talk, branch)
        case BranchThen.NEXT_PREFERENCE:
            if not take_next(talk):
                _abandon(talk, branch)
        case BranchThen.OTHER_GOAL:
            _turn_to(talk, branch)
        case BranchThen.THE_REST:
            let_go(talk, refused_things(talk))


def accept_refusal(talk: Deliberation, branch: Branch | None = None) -> None:
    """Lets the present goal go because the agent refuses it; a question whether all may stay as it is gets no "no"."""
    if talk.asks_to_leave():
        talk.stance = None
    talk.say(MoveKind.ACCEPT_REFUSAL, goal=talk.goal.id, detail=branch.on.value if branch else None)
    talk.close(Stage.REFUSED)


def _abandon(talk: Deliberation, branch: Branch) -> None:
    talk.say(MoveKind.ABANDON, goal=talk.goal.id, detail=branch.on.value)
    talk.close(Stage.ABANDONED)


def _turn_to(talk: Deliberation, branch: Branch) -> None:
    other = branch.goal or ""
    before, taken = talk.goal.id, talk.inner.goals[other].stage
    talk.close(Stage.ABANDONED if branch.on in _OWN_WILL else Stage.REFUSED)
    if taken is Stage.OPEN:
        talk.take_up(other)
        talk.say(MoveKind.STATE_GOAL, goal=other, keys=(before,), detail=branch.on.value)


def take_next(talk: Deliberation, rank: int | None = None) -> bool:
    """Goes on to a lower preference; false if there is none."""
    preference = talk.goal.preference
    following = talk.state.rank + 1 if rank is None else rank
    if preference is None or following >= len(preference.ranked):
        return False
    talk.change(rank=following, stage=Stage.STATED)
    items = tuple(item for item in talk.want_items() if item.key in {want.key for want in preference.ranked[following]})
    talk.say(MoveKind.TAKE_NEXT, goal=talk.goal.id, items=items, detail=str(following))
    return True


def refuses_goal(talk: Deliberation) -> bool:
    """Whether one of the refusals in a message may be of the present goal; a note on something else is none, nor what
    is said of things that were let go, nor a no to what would stand in the place of what is wanted."""
    return not refuses_only_let_go(talk) and any(
        talk.goal.action in clause.actions or not talk.cues.side_note.search(clause.text)
        for clause in talk.clauses(Act.REFUSE)
        if not beside_rival(talk, clause)
    )


def hear_refusal(talk: Deliberation, *, certain: bool = True) -> None:
    """Contests a refusal while there is pressure left, then takes the branch, or gives in; one that may be none is
    contested once in any case, unless it is `certain`.

    Beside a refusal of some things, a question whether to go on with the others gets no "no", as they are wanted,
    unless what was refused is pressed for: that might sound like a yes.
    """
    if not talk.underway() or talk.said(MoveKind.TAKE_NEXT):
        return
    if talk.state.stage is Stage.CLAIMED:
        talk.change(stage=Stage.STATED)
    partly = talk.branch(BranchOn.PARTLY_REFUSED) if refused_things(talk) else None
    place = next_press(talk)
    if talk.awaits_yes_or_no() and (partly is None or place is not None):
        talk.stance = "reject"
    if hear_promise(talk):
        return
    if place is not None:
        used = talk.scenario.pressure[place]
        talk.keep(pressure=place + 1)
        talk.change(contested=talk.state.contested + 1)
        talk.say(MoveKind.PRESS, goal=talk.goal.id, detail=used.value)
        return
    branch = partly or talk.branch(BranchOn.REFUSED)
    if talk.state.contested == 0 and (branch is None or (not (certain or partly) and _may_be_none(talk, branch))):
        talk.change(contested=1)
        talk.say(MoveKind.CONTEST, goal=talk.goal.id)
    elif branch is not None:
        talk.stance = None
        follow(talk, branch)
    else:
        accept_refusal(talk)


def _may_be_none(talk: Deliberation, branch: Branch | None) -> bool:
    """Whether what was heard as a refusal may be none, as the message goes on with the matter: it asks for something,
    or for a yes to what is wanted, and for nothing in its place; or the customer has just said yes to that."""
    if ids_set_apart(talk) or (branch is not None and branch.then is BranchThen.OTHER_GOAL):
        return False
    if talk.state.stage is Stage.CONFIRMING:
        return True
    asking = [each for each in talk.clauses(Act.REQUEST, Act.CONFIRM) if "?" in each.text]
    if any(talk.cues.turns.for_another.search(each.text) for each in asking):
        return False
    told = [each.text for each in talk.heard.reading.clauses if Act.REFUSE not in each.acts]
    names = any(says(text, want.kind, want.value, want.say) for text in told for want in talk.wants())
    offers = Act.OFFER in talk.acts
    openly = any(not (offers or each.acts & {Act.CONFIRM, Act.ASK_MORE}) for each in asking)
    return openly or any(names or talk.goal.action in each.actions for each in asking)


def hear_what_follows(talk: Deliberation) -> None:
    """Turns to the goal that comes after a refusal, where a message speaks of that one and asks for something that only
    belongs to it."""
    branch = talk.branch(BranchOn.REFUSED) if talk.underway() and Act.REQUEST in talk.acts else None
    if branch is None or branch.then is not BranchThen.OTHER_GOAL or branch.goal is None:
        return
    other = talk.goal_of(branch.goal)
    named = any(other.action in clause.actions for clause in talk.heard.reading.clauses)
    own = {fact.key for fact in talk.scenario.facts if fact.goal == other.id}
    asked = [slot for slot in talk.slots if slot in own and not talk.sayable(slot)]
    if named and asked and talk.inner.goals[other.id].stage is Stage.OPEN:
        follow(talk, branch)


def next_press(talk: Deliberation) -> int | None:
    """Where on the ladder the next kind of pressure stands that fits the goal; None where none is left."""
    ladder = talk.scenario.pressure
    return next((place for place in range(talk.inner.pressure, len(ladder)) if _fits(talk, ladder[place])), None)


def _fits(talk: Deliberation, kind: Pressure) -> bool:
    return kind not in IN_OWN_WORDS or any(push.kind is kind for push in talk.goal.pushes)


def hear_not_found(talk: Deliberation) -> None:
    """Gives what was said again, then another way to be found; from the third time on it is a refusal."""
    if not talk.underway():
        return
    misses = talk.state.not_found + 1
    talk.change(not_found=misses)
    asked_for_again = any(talk.sayable(slot) for slot in talk.slots)
    if branch := talk.branch(BranchOn.NOT_FOUND):
        follow(talk, branch)
    elif misses > 2:
        hear_refusal(talk)
    elif asked_for_again:
        return
    elif not (misses == 1 and _repeat_facts(talk)) and not _offer_instead(talk):
        talk.say(MoveKind.NOTHING_ELSE_KNOWN)


def _repeat_facts(talk: Deliberation) -> bool:
    named = {ValueKind.ID, ValueKind.EMAIL, ValueKind.PHONE, ValueKind.POSTCODE, ValueKind.NAME}
    facts = [talk.scenario.facts[index] for index in talk.inner.told]
    items = tuple(item_of(fact) for fact in facts if fact.kind in named and fact.goal in {None, talk.goal.id})
    if items:
        talk.say(MoveKind.REPEAT_FACTS, goal=talk.goal.id, items=items)
    return bool(items)


def _offer_instead(talk: Deliberation) -> bool:
    """Facts that stand in for something unknown, and have not been said yet."""
    keys = dict.fromkeys(key for unknown in talk.scenario.unknown for key in unknown.instead)
    facts = [fact for key in keys for fact in talk.sayable(key) if not talk.may_say(fact)]
    if facts:
        talk.told(*facts)
        talk.say(MoveKind.GIVE, goal=talk.goal.id, items=tuple(item_of(fact) for fact in facts))
    return bool(facts)
