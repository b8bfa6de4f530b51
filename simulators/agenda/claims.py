"""What the customer makes of a claim that something is done."""

from domains.kit.scenario import Trait
from simulators.agenda.corrections import correct, overlooked
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import UNDERWAY, Stage
from simulators.agenda.mismatches import names_own
from simulators.agenda.moves import MoveKind, item_of
from simulators.agenda.naming import says_right
from simulators.agenda.receipts import is_receipt, misstated, names_deed, tells_all, tells_some
from simulators.agenda.refusals import refuses_goal
from simulators.agenda.rivals import rivals_of
from simulators.understand.acts import Act


def hear_claim(talk: Deliberation) -> None:
    """Believes a claim after a write or after the neutral question, which is asked otherwise; of those who worry, only
    a receipt that says everything is believed at once."""
    if not _claims(talk) or _puts_right(talk):
        return
    for goal_id in _claimed_goals(talk):
        asks = Act.CONFIRM not in talk.acts and goal_id == talk.inner.current
        queried = talk.inner.goals[goal_id].queried
        wrote = talk.heard.wrote and not talk.inner.wrote_used
        worried = asks and talk.has(Trait.ANXIOUS) and not (is_receipt(talk, talk.goal) or _is_bare_receipt(talk))
        if queried or (wrote and not worried):
            talk.change(goal_id, stage=Stage.BELIEVED)
            talk.say(MoveKind.THANK, goal=goal_id)
        elif asks:
            talk.change(stage=Stage.CLAIMED, queried=True)
            talk.say(MoveKind.ASK_DONE, goal=goal_id)
    if talk.said(MoveKind.THANK):
        talk.keep(wrote_used=talk.inner.wrote_used or talk.heard.wrote)
        _leave_for_later(talk)


def _puts_right(talk: Deliberation) -> bool:
    """Corrects a claim that gives something else in the place of what was wanted; true if so."""
    if talk.inner.current not in _claimed_goals(talk):
        return False
    wrong = [each for each in misstated(talk, talk.goal) if not overlooked(talk, each)]
    if wrong:
        correct(talk, wrong)
    return bool(wrong)


def _claims(talk: Deliberation) -> bool:
    if Act.CLAIM_DONE in talk.acts:
        return not _is_about_other(talk)
    if _is_bare_receipt(talk):
        return True
    if talk.state.stage is not Stage.CLAIMED or talk.cues.denied.search(talk.heard.text):
        return False
    undecided = {Act.REFUSE, Act.REQUEST, Act.CONFIRM, Act.OFFER, Act.HOLD, Act.NOT_FOUND, Act.TRANSFER}
    affirmed = talk.cues.affirmed.search(talk.heard.text) is not None
    goes_on = talk.heard.wrote and bool(talk.acts & {Act.INFORM, Act.ASK_MORE, Act.BYE})
    return (affirmed or goes_on) and not talk.acts & undecided


def _is_bare_receipt(talk: Deliberation) -> bool:
    """Whether a message gives, without a word of its being done, the receipt of what was agreed to and seen to be done;
    of those who worry only one that says everything is taken for it."""
    agreed = talk.state.stage is Stage.CONFIRMING and talk.goal.needs_write
    seen = talk.heard.wrote and not talk.inner.wrote_used
    if not (agreed and seen):
        return False
    if talk.has(Trait.ANXIOUS):
        return tells_all(talk, talk.goal) or is_receipt(talk, talk.goal)
    return names_deed(talk, talk.goal) or tells_some(talk, talk.goal) or tells_all(talk, talk.goal)


def _is_about_other(talk: Deliberation) -> bool:
    """Whether what is said to be done is not what the customer wants: it was done before, the same message refuses
    that, or it was neither agreed to nor named, by its action or by what is wanted, nor claimed after the goal was said
    again. A deed that was seen is believed, whatever else cannot be done."""
    if _names_a_done_one(talk) or (Act.REFUSE in talk.acts and _says_a_done_one(talk)):
        return True
    if talk.heard.wrote and not talk.inner.wrote_used:
        return False
    named = {action for clause in talk.clauses(Act.CLAIM_DONE) for action in clause.actions}
    if Act.REFUSE in talk.acts and _repeats_a_done_one(talk, named):
        return True
    if talk.cues.denials.no_second.search(talk.heard.text) and _was_done_before(talk):
        return True
    refused = {action for clause in talk.clauses(Act.REFUSE) for action in clause.actions}
    open_actions = {
        goal.action for goal in talk.scenario.goals if talk.inner.goals[goal.id].stage in UNDERWAY and goal.needs_write
    }
    if Act.REFUSE in talk.acts and refuses_goal(talk) and (not named & open_actions or refused & open_actions):
        return True
    return talk.state.stage is Stage.STATED and not (named or talk.state.restated or _says_what_is_wanted(talk))


def _was_done_before(talk: Deliberation) -> bool:
    """Whether the customer takes another goal with the same action to be done."""
    done = (goal for goal in talk.scenario.goals if talk.inner.goals[goal.id].stage is Stage.BELIEVED)
    return any(goal.action == talk.goal.action for goal in done)


def _says_what_is_wanted(talk: Deliberation) -> bool:
    """Whether a claim says something that is wanted of the present goal."""
    claims = [clause.text for clause in talk.clauses(Act.CLAIM_DONE)]
    return any(
        says_right(text, item_of(want), rivals_of(talk, talk.goal, want)) for text in claims for want in talk.wants()
    )


def _names_a_done_one(talk: Deliberation) -> bool:
    """Whether the claim names what belongs to a goal that the customer takes to be done already, and to no other."""
    values = [value for clause in talk.clauses(Act.CLAIM_DONE) for value in clause.values]
    own = {
        talk.inner.goals[goal.id].stage
        for goal in talk.scenario.goals
        if goal.needs_write and names_own(talk, goal, values)
    }
    return own == {Stage.BELIEVED}


def _says_a_done_one(talk: Deliberation) -> bool:
    """Whether the claim says what the customer wanted before in place of what they want now, and nothing of that: "it
    has just been changed to express"."""
    text = "\n".join(clause.text for clause in talk.clauses(Act.CLAIM_DONE))
    now = {want.key: want for want in talk.wants()}
    done = [goal for goal in talk.scenario.goals if talk.inner.goals[goal.id].stage is Stage.BELIEVED]
    replaced = [
        (want, now[want.key])
        for goal in done
        if goal.needs_write and goal.action == talk.goal.action
        for want in talk.wants(goal)
        if want.key in now and want.value != now[want.key].value
    ]
    return any(says_right(text, item_of(before), ()) for before, _ in replaced) and not any(
        says_right(text, item_of(after), ()) for _, after in replaced
    )


def _repeats_a_done_one(talk: Deliberation, named: set[str]) -> bool:
    """Whether a claim names, beside a refusal, the action of what was done before, and nothing that is wanted now and
    has not been agreed to."""
    done = {goal.action for goal in talk.scenario.goals if talk.inner.goals[goal.id].stage is Stage.BELIEVED}
    return talk.state.stage is Stage.STATED and bool(named & done) and not _says_what_is_wanted(talk)


def _claimed_goals(talk: Deliberation) -> list[str]:
    """The goals under way that a claim is about: those whose action it names, or else the present one."""
    named = {action for clause in talk.clauses(Act.CLAIM_DONE) for action in clause.actions}
    states = talk.inner.goals
    writing = [goal for goal in talk.scenario.goals if goal.needs_write]
    hit = [goal.id for goal in writing if states[goal.id].stage in UNDERWAY and goal.action in named]
    if len(hit) > 1 and not talk.cues.all_of_them.search(talk.heard.text):
        by_name = [goal for goal in hit if names_own(talk, talk.goal_of(goal), talk.heard.reading.values)]
        return by_name or [talk.goal.id if talk.goal.id in hit else hit[0]]
    if hit:
        return hit
    closed = any(states[goal.id].stage is Stage.BELIEVED and goal.action in named for goal in writing)
    return [talk.goal.id] if talk.underway() and talk.goal.needs_write and not closed else []


def _leave_for_later(talk: Deliberation) -> None:
    """Goals that were agreed to along with the one that is done, and are not done with it, are still to be stated."""
    for key, goal in talk.inner.goals.items():
        if goal.along and goal.stage is Stage.CONFIRMING and key != talk.inner.current:
            talk.change(key, stage=Stage.OPEN, along=False)
