"""What the customer does when something is refused, not found, unavailable or offered in its place."""

from domains.kit.scenario import Branch, BranchOn, BranchThen, Want
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import Stage
from simulators.agenda.moves import MoveKind, item_of
from simulators.agenda.parts import let_go, refused_things
from simulators.understand.acts import Act, Clause
from simulators.understand.values import says

_OWN_WILL = frozenset({BranchOn.PRICE_ABOVE, BranchOn.PROPOSED})
"""Branches on which customers let a goal go although they could have it."""
_SETTLED = (MoveKind.TAKE_NEXT, MoveKind.PRESS, MoveKind.STATE_GOAL)
"""Moves that answer an offer already."""
_ABOUT_STOCK = (Act.INFORM, Act.OFFER, Act.REFUSE, Act.NOT_FOUND)


def follow(talk: Deliberation, branch: Branch) -> None:
    """Does what a branch of the present goal says."""
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
    """Lets the present goal go because the agent refuses it."""
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


def hear_refusal(talk: Deliberation) -> None:
    """Contests a refusal while there is pressure left, then takes the branch, or gives in."""
    if not talk.underway() or talk.said(MoveKind.TAKE_NEXT):
        return
    if Act.CONFIRM in talk.acts or Act.OFFER in talk.acts:
        talk.stance = "reject"
    if talk.inner.pressure < len(talk.scenario.pressure):
        used = talk.scenario.pressure[talk.inner.pressure]
        talk.keep(pressure=talk.inner.pressure + 1)
        talk.change(contested=talk.state.contested + 1)
        talk.say(MoveKind.PRESS, goal=talk.goal.id, detail=used.value)
        return
    branch = talk.branch(BranchOn.PARTLY_REFUSED) if refused_things(talk) else None
    if branch := branch or talk.branch(BranchOn.REFUSED):
        talk.stance = None
        follow(talk, branch)
    elif talk.state.contested == 0:
        talk.change(contested=1)
        talk.say(MoveKind.CONTEST, goal=talk.goal.id)
    else:
        accept_refusal(talk)


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


def hear_unavailable(talk: Deliberation) -> None:
    """Takes the next preference, or the branch, when what is wanted is said to be unavailable, or is not on offer."""
    if not talk.underway():
        return
    puts_up = talk.clauses(Act.OFFER) or _refuses_wish(talk)
    if puts_up and (offered := _best_rank(talk, _on_offer(talk))) not in {None, talk.state.rank}:
        take_next(talk, offered)
        return
    if not _unavailable(talk):
        return
    branch = talk.branch(BranchOn.UNAVAILABLE)
    if take_next(talk):
        return
    if branch is not None:
        follow(talk, branch)
    elif talk.goal.wants or talk.goal.preference:
        hear_refusal(talk)


def _unavailable(talk: Deliberation) -> bool:
    """Whether a clause says that the present wish is not to be had: it names the wish, or no other value."""
    if talk.goal.preference is None and talk.branch(BranchOn.UNAVAILABLE) is None:
        return False
    for clause in talk.clauses(*_ABOUT_STOCK):
        if talk.cues.unavailable.search(clause.text) and _concerns_wish(talk, clause):
            return True
    return False


def _refuses_wish(talk: Deliberation) -> bool:
    """Whether a refusal names what is wished for, so that what stands beside it is meant in its place."""
    wishes = _ranked(talk, talk.state.rank)
    return any(_said(clause.text, want) for clause in talk.clauses(Act.REFUSE) for want in wishes)


def _concerns_wish(talk: Deliberation, clause: Clause) -> bool:
    wishes = _ranked(talk, talk.state.rank) or talk.wants()
    if any(_said(clause.text, want) for want in wishes):
        return True
    count = len(talk.goal.preference.ranked) if talk.goal.preference else 0
    others = [want for rank in range(count) if rank != talk.state.rank for want in _ranked(talk, rank)]
    return not clause.values and not any(_said(clause.text, want) for want in others)


def _ranked(talk: Deliberation, rank: int) -> tuple[Want, ...]:
    return talk.goal.preference.ranked[rank] if talk.goal.preference else ()


def hear_offer(talk: Deliberation) -> None:
    """Declines a transfer once; chooses what fits best among alternatives, or says no."""
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
    if declined and not talk.is_over():
        talk.stance = "agree"
        talk.say(MoveKind.ACCEPT_TRANSFER)
        return
    talk.stance = "reject"
    if talk.is_over():
        talk.say(MoveKind.NO_NEED)
    else:
        talk.say(MoveKind.DECLINE_TRANSFER, goal=talk.goal.id)


def _choose(talk: Deliberation, offers: list[Clause]) -> None:
    if talk.said(MoveKind.WANT):
        return
    text = _on_offer(talk)
    matching = [want for want in talk.wants() if _said(text, want)]
    actions = {action for clause in offers for action in clause.actions}
    if matching or talk.goal.action in actions:
        items = tuple(item_of(want) for want in matching)
        talk.say(MoveKind.CHOOSE, goal=talk.goal.id, items=items)
        return
    _no_choice(talk, actions)


def _on_offer(talk: Deliberation) -> str:
    """The text of a message but for what it says to be unavailable or refused; lists stand in clauses of their own."""
    clauses = [clause for clause in talk.heard.reading.clauses if Act.REFUSE not in clause.acts]
    return "\n".join(clause.text for clause in clauses if not talk.cues.unavailable.search(clause.text))


def _best_rank(talk: Deliberation, text: str) -> int | None:
    """The best preference that is offered; what ranks above the present one was unavailable before."""
    preference = talk.goal.preference
    if preference is None:
        return None
    ranks = range(talk.state.rank, len(preference.ranked))
    return next((rank for rank in ranks if all(_said(text, want) for want in preference.ranked[rank])), None)


def _said(text: str, want: Want) -> bool:
    return says(text, want.kind, want.value, want.say)


def _no_choice(talk: Deliberation, actions: set[str]) -> None:
    for branch in talk.goal.branches:
        if branch.then is BranchThen.OTHER_GOAL and branch.goal and talk.goal_of(branch.goal).action in actions:
            follow(talk, branch)
            return
    if talk.moves:
        return
    talk.stance = "reject"
    if unavailable := talk.branch(BranchOn.UNAVAILABLE):
        follow(talk, unavailable)
    else:
        talk.say(MoveKind.REJECT, goal=talk.goal.id)
        talk.restate()
