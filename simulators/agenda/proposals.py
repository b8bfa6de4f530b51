"""Answers to proposals: a yes, a correction, or a no."""

from collections.abc import Sequence

from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal
from simulators.agenda.ahead import is_ruled_out, let_go_of_ruled_out
from simulators.agenda.alternatives import proposes_nothing
from simulators.agenda.asking import asked_besides, asking_for_yes, beside_the_point, only_checks
from simulators.agenda.choices import choices
from simulators.agenda.corrections import correct, overlooked, puts_up_with
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.denials import says_not_to
from simulators.agenda.denied import ways
from simulators.agenda.inner import CLOSED, UNDERWAY, Stage, next_open
from simulators.agenda.instead import offers_instead, proposes_another, speaks_against
from simulators.agenda.limits import beyond_limit, costs_too_much, says_beyond
from simulators.agenda.mismatches import Mismatch, mismatches, names_own
from simulators.agenda.moves import GRUDGING, Item, MoveKind, item_of
from simulators.agenda.naming import says_right
from simulators.agenda.next_wish import is_of_something_else
from simulators.agenda.pace import hesitates
from simulators.agenda.parts import refused_things
from simulators.agenda.prices import prices_of
from simulators.agenda.proposed import Proposal, actions_of, proposal_of, text_of
from simulators.agenda.refusals import follow, hear_refusal, next_press
from simulators.agenda.ruled_out import rules_out_deed
from simulators.agenda.second_thoughts import thinks_again
from simulators.agenda.set_apart import ids_set_apart, set_apart
from simulators.understand.acts import Act
from simulators.understand.values import says


def answer_proposal(talk: Deliberation) -> None:
    """Agrees, corrects or rejects where the message asks for a yes."""
    asking = asking_for_yes(talk)
    done = talk.is_over() and talk.state.stage is Stage.BELIEVED
    if not asking or (done and all(only_checks(talk, clause) for clause in asking)):
        return
    nothing = talk.underway() and all(proposes_nothing(talk, clause) for clause in asking)
    if nothing or all(beside_the_point(talk, clause) for clause in asking):
        if not talk.moves:
            talk.restate() if nothing else talk.say(MoveKind.ACKNOWLEDGE)
        return
    proposal = proposal_of(talk, asking)
    if talk.is_over() or talk.state.stage in CLOSED:
        _answer_beyond(talk, proposal)
        return
    if _answers_what_is_asked(talk) and not _speaks_of_goal(talk, proposal):
        return
    if proposes_another(talk, proposal):
        _turn_down(talk, proposal)
        return
    if (branch := _leading_to(talk, proposal)) and _is_turned_down(talk):
        follow(talk, branch)
    goal = _meant(talk, proposal)
    keeps = all(talk.cues.questions.asks_to_keep.search(each.text) for each in asking)
    if goal is None or keeps or says_not_to(talk, goal):
        talk.stance = "reject"
        talk.say(MoveKind.NOT_ASKED_FOR)
        talk.restate()
        return
    talk.keep(current=goal.id)
    if _leaves_out_what_was_refused(talk):
        hear_refusal(talk)
    if not talk.said(MoveKind.PRESS) and not is_of_something_else(talk, proposal):
        _answer_for(talk, proposal)


def _leaves_out_what_was_refused(talk: Deliberation) -> bool:
    """Whether a message proposes some of the things and sets others apart, or the customer has contested the refusal of
    those before."""
    partly = talk.branch(BranchOn.PARTLY_REFUSED) is not None and talk.state.contested
    before = bool(partly) and Act.REFUSE not in talk.acts and bool(refused_things(talk))
    return before or bool(set_apart(talk))


def hear_price(talk: Deliberation) -> bool:
    """Lets a goal go that costs too much, where a message asks whether to go on at a price before it asks for anything
    else; true if so."""
    asking = [
        clause
        for clause in talk.clauses(Act.REQUEST, Act.OFFER)
        if talk.cues.questions.asks_leave.search(talk.cues.questions.open_question.split(clause.text, maxsplit=1)[0])
    ]
    return bool(asking) and talk.underway() and _too_dear(talk, proposal_of(talk, asking))


def _own_items(talk: Deliberation) -> list[Item]:
    told = [item_of(talk.scenario.facts[index]) for index in talk.inner.told]
    return [*told, *talk.want_items()]


def goal_is_proposed(talk: Deliberation) -> bool:
    """Whether the message proposes the present goal itself, and rightly: then a refusal in it is a side remark."""
    asking = asking_for_yes(talk)
    if not asking or not talk.underway() or any(Act.OFFER in clause.acts for clause in asking):
        return False
    if set_apart(talk) or ids_set_apart(talk) or rules_out_deed(talk):
        return False
    proposal = proposal_of(talk, asking)
    if offers_instead(talk, proposal) or proposes_another(talk, proposal):
        return False
    text = f"{proposal.asking}\n{proposal.details}"
    named = talk.goal.action in proposal.actions
    if not named and (proposal.actions or not any(says_right(text, item, ()) for item in talk.want_items())):
        return False
    return not mismatches(talk, talk.goal, proposal)


def offers_what_follows(talk: Deliberation) -> bool:
    """Whether a message that refuses the present goal proposes what the customer would turn to then, and they have
    nothing left to press with."""
    asking = asking_for_yes(talk) if talk.underway() and Act.REFUSE in talk.acts else []
    return bool(asking) and _leading_to(talk, proposal_of(talk, asking)) is not None and next_press(talk) is None


def _leading_to(talk: Deliberation, proposal: Proposal) -> Branch | None:
    """The branch of the present goal that turns, after a refusal, to a goal that a proposal is about instead."""
    branch = talk.branch(BranchOn.REFUSED)
    if branch is None or branch.then is not BranchThen.OTHER_GOAL or talk.goal.action in proposal.actions:
        return None
    other = talk.goal_of(branch.goal or "")
    waiting = talk.inner.goals[other.id].stage is Stage.OPEN
    return branch if waiting and other.action in proposal.actions else None


def _is_turned_down(talk: Deliberation) -> bool:
    """Whether the present goal is refused, or was before."""
    return Act.REFUSE in talk.acts or talk.state.turned_down or talk.state.contested > 0


def _answer_for(talk: Deliberation, proposal: Proposal) -> None:
    asked = _asked_now(talk, proposal)
    dear = beyond_limit(talk, proposal)
    found = [*mismatches(talk, talk.goal, proposal), *dear]
    so_it_is = _is_about_what_is_so(talk, proposal)
    deed = talk.goal.action in proposal.actions and not so_it_is
    borne = [each for each in found if deed and puts_up_with(talk, each)]
    new = [*asked, *_told_now(talk)]
    wrong = [each for each in found if each.right not in new and each not in borne and not overlooked(talk, each)]
    if wrong and _stands_by_refusal(talk, wrong):
        talk.stance = "reject"
        hear_refusal(talk)
    elif wrong:
        correct(talk, wrong)
        talk.change(priced=talk.state.priced and not dear)
    elif not (asked or _too_dear(talk, proposal) or thinks_again(talk) or hesitates(talk)):
        talk.stance = "agree"
        talk.change(stage=Stage.CONFIRMING)
        talk.keep(wrote_used=False)
        talk.unsay(MoveKind.WANT, _said_before(talk))
        detail = GRUDGING if borne else None
        talk.say(MoveKind.BEAR_OUT if so_it_is else MoveKind.AGREE, goal=talk.goal.id, detail=detail)
        if asked_besides(talk):
            talk.say(MoveKind.REST_STAYS)
        _take_along(talk, proposal)
        let_go_of_ruled_out(talk, proposal.all_values)


def _stands_by_refusal(talk: Deliberation, wrong: Sequence[Mismatch]) -> bool:
    """Whether a message puts up, where the customer has contested that a way cannot be, another in its place."""
    contested = {item_of(want) for want in ways(talk)} if talk.state.contested else set()
    return all(each.right in contested for each in wrong)


def _is_about_what_is_so(talk: Deliberation, proposal: Proposal) -> bool:
    """Whether a yes says how something is, or which thing is meant, and not that something may be done."""
    which = text_of(talk.clauses_which) == proposal.asking and not actions_of(talk.clauses_which)
    return which or talk.cues.questions.about_itself.search(proposal.asking) is not None


def _answers_what_is_asked(talk: Deliberation) -> bool:
    """Whether the reply says something that the message has asked for."""
    return Act.REQUEST in talk.acts and talk.said(
        MoveKind.GIVE,
        MoveKind.WANT,
        MoveKind.LOOK_UP,
        MoveKind.CANNOT_GIVE,
        MoveKind.NO_IDEA,
        MoveKind.NO_PREFERENCE,
        MoveKind.NOTHING_TO_TELL,
        MoveKind.DECLINE,
    )


def _turn_down(talk: Deliberation, proposal: Proposal) -> None:
    """Says no to what is proposed in place of a wish, which has been refused if it was said before and this message
    says that something about it cannot be, or it was contested that it cannot. Where neither is so, it may only be
    asked whether there is more."""
    wished = all(talk.has_wished(want) for want in talk.wants())
    if talk.said(MoveKind.WANT) and not speaks_against(talk):
        return
    talk.stance = "reject"
    if wished and (speaks_against(talk) or talk.state.contested):
        hear_refusal(talk)
        talk.stance = "reject"
    elif wished and talk.cues.another.search(proposal.asking):
        talk.say(MoveKind.NO_NEED)
    elif not talk.said(MoveKind.WANT):
        talk.say(MoveKind.REJECT, goal=talk.goal.id)
        talk.restate()


def _asked_now(talk: Deliberation, proposal: Proposal) -> list[Item]:
    """What this very message asks for, for the first time, and leaves open: it cannot have proposed that."""
    known = talk.before.goals[talk.goal.id].wished
    text = f"{proposal.asking}\n{proposal.details}"
    items = [item for move in talk.moves if move.kind is MoveKind.WANT for item in move.items]
    return [item for item in items if item.value not in known and not says_right(text, item, ())]


def _told_now(talk: Deliberation) -> list[Item]:
    """What the reply tells for the first time, as this very message asks for it: it cannot have been wrong about it."""
    before = {talk.scenario.facts[index].value for index in talk.before.told}
    items = [item for move in talk.moves if move.kind is MoveKind.GIVE for item in move.items]
    return [item for item in items if item.value not in before]


def _said_before(talk: Deliberation) -> list[Item]:
    """What the customer has said before, and the message says rightly, so that a bare yes says it again."""
    left_open = [want for choice in choices(talk) for want in choice.wants]
    known = talk.before.goals[talk.goal.id].wished
    items = [item_of(want) for want in talk.wants() if want not in left_open and want.value in known]
    return [item for item in items if says_right(talk.heard.text, item, ())]


def _take_along(talk: Deliberation, proposal: Proposal) -> None:
    """Agrees to goals still to come where the same proposal names what they are about and all that is wanted."""
    text = f"{proposal.asking}\n{proposal.details}"
    for goal in talk.scenario.goals:
        waiting = talk.inner.goals[goal.id].stage is Stage.OPEN and not goal.only_by_branch and not goal.questions
        named = goal.action in proposal.actions and names_own(talk, goal, proposal.all_values)
        whole = all(says_right(text, item_of(want), ()) for want in talk.wants(goal))
        if waiting and named and whole and not (is_ruled_out(talk, goal) or mismatches(talk, goal, proposal)):
            talk.change(goal.id, stage=Stage.CONFIRMING, along=True)


def _answer_beyond(talk: Deliberation, proposal: Proposal) -> None:
    """A proposal when the present goal is over: only one about a goal still to come is welcome, which is stated in this
    very reply, so that an offer to look for it needs no answer."""
    if talk.cues.turns.offers_to_look.search(proposal.asking) and next_open(talk.scenario, talk.inner):
        return
    for goal in talk.scenario.goals:
        waiting = talk.inner.goals[goal.id].stage is Stage.OPEN and not goal.only_by_branch
        if waiting and goal.action in proposal.actions:
            talk.take_up(goal.id)
            if mismatches(talk, goal, proposal):
                # It is of what is over, not of this with something wrong in it.
                talk.stance = "reject"
                talk.say(MoveKind.NO_NEED)
                talk.say(MoveKind.STATE_GOAL, goal=goal.id)
                return
            talk.say(MoveKind.STATE_GOAL, goal=goal.id)
            _answer_for(talk, proposal)
            return
    if _only_asks_which(talk, proposal):
        talk.say(MoveKind.BEAR_OUT, goal=talk.goal.id)
        return
    let_go = talk.said(MoveKind.ABANDON, MoveKind.ACCEPT_REFUSAL)
    if let_go and talk.asks_to_leave():
        return
    talk.stance = "reject"
    if not let_go:
        talk.say(MoveKind.NO_NEED)


def _only_asks_which(talk: Deliberation, proposal: Proposal) -> bool:
    """Whether a message that has just settled a goal asks besides if the right thing is the one that is meant."""
    before = talk.before.goals[talk.goal.id].stage in UNDERWAY and talk.state.stage is Stage.BELIEVED
    return before and text_of(talk.clauses_which) == proposal.asking and not mismatches(talk, talk.goal, proposal)


def _meant(talk: Deliberation, proposal: Proposal) -> CustomerGoal | None:
    """The goal that a proposal is about: the present one, or another open one that it names or fits better."""
    others = [
        goal
        for goal in talk.scenario.goals
        if goal is not talk.goal and talk.inner.goals[goal.id].stage in UNDERWAY and goal.action in proposal.actions
    ]
    if proposal.actions and talk.goal.action not in proposal.actions:
        if others:
            return others[0]
        in_passing = proposal.named_in_passing and _says_a_want(talk, proposal)
        return talk.goal if in_passing and _leading_to(talk, proposal) is None else None
    if others and mismatches(talk, talk.goal, proposal):
        return next((goal for goal in others if not mismatches(talk, goal, proposal)), talk.goal)
    return talk.goal


def _says_a_want(talk: Deliberation, proposal: Proposal) -> bool:
    """Whether a proposal says something that is wanted of the present goal."""
    text = f"{proposal.asking}\n{proposal.details}"
    return any(says(text, item.kind, item.value, item.forms) for item in talk.want_items())


def _speaks_of_goal(talk: Deliberation, proposal: Proposal) -> bool:
    """Whether a proposal says a value that the customer wants or has told for this goal."""
    text = f"{proposal.asking}\n{proposal.details}"
    return any(says(text, item.kind, item.value, item.forms) for item in _own_items(talk))


def _too_dear(talk: Deliberation, proposal: Proposal) -> bool:
    """Takes the branch for a price above its threshold; true if that settles the answer."""
    branch = talk.branch(BranchOn.PRICE_ABOVE)
    beyond = says_beyond(talk)
    if branch is None or branch.then is BranchThen.ACCEPT or (talk.state.priced and not beyond):
        return False
    dear = beyond or any(amount > (branch.threshold or 0) for amount in prices_of(talk, proposal))
    if not (dear or costs_too_much(talk, proposal)):
        return False
    talk.stance = "reject"
    follow(talk, branch)
    return True
