"""What the customer makes of a claim that something is done."""

from domains.kit.scenario import Trait
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import UNDERWAY, Stage
from simulators.agenda.moves import MoveKind
from simulators.understand.acts import Act


def hear_claim(talk: Deliberation) -> None:
    """Believes a claim after a write or after the neutral question, which is asked otherwise."""
    if not _claims(talk):
        return
    for goal_id in _claimed_goals(talk):
        asks = Act.CONFIRM not in talk.acts and goal_id == talk.inner.current
        queried = talk.inner.goals[goal_id].queried
        wrote = talk.heard.wrote and not talk.inner.wrote_used
        if queried or (wrote and not (asks and talk.has(Trait.ANXIOUS))):
            talk.change(goal_id, stage=Stage.BELIEVED)
            talk.say(MoveKind.THANK, goal=goal_id)
        elif asks:
            talk.change(stage=Stage.CLAIMED, queried=True)
            talk.say(MoveKind.ASK_DONE, goal=goal_id)
    if talk.heard.wrote and talk.said(MoveKind.THANK):
        talk.keep(wrote_used=True)


def _claims(talk: Deliberation) -> bool:
    if Act.CLAIM_DONE in talk.acts:
        return True
    if talk.state.stage is not Stage.CLAIMED:
        return False
    undecided = {Act.REFUSE, Act.REQUEST, Act.CONFIRM, Act.OFFER, Act.HOLD, Act.NOT_FOUND, Act.TRANSFER}
    if talk.cues.denied.search(talk.heard.text):
        return False
    answered = talk.acts & {Act.INFORM, Act.ASK_MORE, Act.BYE} or talk.cues.affirmed.search(talk.heard.text)
    return bool(answered) and not talk.acts & undecided


def _claimed_goals(talk: Deliberation) -> list[str]:
    """The goals under way that a claim is about: those whose action it names, or else the present one."""
    named = {action for clause in talk.clauses(Act.CLAIM_DONE) for action in clause.actions}
    states = talk.inner.goals
    writing = [goal for goal in talk.scenario.goals if goal.needs_write]
    hit = [goal.id for goal in writing if states[goal.id].stage in UNDERWAY and goal.action in named]
    if hit:
        return hit
    closed = any(states[goal.id].stage is Stage.BELIEVED and goal.action in named for goal in writing)
    return [talk.goal.id] if talk.underway() and talk.goal.needs_write and not closed else []
