"""What customers do when they hear that something is not as they believe: ask back once, and then take it as it is."""

from domains.kit.scenario import BranchOn
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import Stage
from simulators.agenda.moves import BELIEF, MoveKind
from simulators.agenda.proposals import goal_is_proposed
from simulators.agenda.refusals import follow
from simulators.understand.acts import Act
from simulators.understand.values import says

_TELLS_NOTHING = frozenset({Act.REQUEST, Act.CONFIRM})
_LEAVES_OPEN = frozenset({Act.REQUEST, Act.HOLD, Act.ASK_MORE, Act.BYE})


def hear_truth(talk: Deliberation) -> None:
    """Asks back when the truth is told for the first time, and takes the branch when the agent keeps to it."""
    belief = talk.goal.belief
    if belief is None or not belief.truth or talk.state.stage is not Stage.STATED:
        return
    if not talk.state.asked_back:
        if _is_told(talk, belief.truth) and ask_back(talk):
            # It is no no to what the agent would do instead.
            talk.stance = None
    elif (branch := talk.branch(BranchOn.CORRECTED)) and (_is_told(talk, belief.truth) or _keeps_to_it(talk)):
        follow(talk, branch)


def ask_back(talk: Deliberation) -> bool:
    """Holds on to the belief of the present goal, which is done once; false where there is nothing to hold on to."""
    if talk.goal.belief is None or talk.state.asked_back or not talk.underway():
        return False
    if talk.awaits_yes_or_no():
        talk.stance = "reject"
    if talk.state.stage is Stage.CLAIMED:
        talk.change(stage=Stage.STATED)
    talk.change(asked_back=True, contested=talk.state.contested + 1)
    talk.say(MoveKind.CONTEST, goal=talk.goal.id, detail=BELIEF)
    return True


def keeps_to_refusal(talk: Deliberation) -> bool:
    """Whether the agent stands by a refusal where the customer has held on to what they believe: "yes, it is so"."""
    if not talk.underway() or not talk.state.asked_back or talk.acts - {Act.INFORM, Act.ASK_MORE, Act.BYE}:
        return False
    text, turns, standing = talk.heard.text, talk.cues.turns, talk.cues.standing
    if any(cue.search(text) for cue in (turns.grant, turns.promise, standing.mistaken)):
        return False
    return any(cue.search(text) for cue in (talk.cues.affirmed, standing.stands_by, standing.on_its_way))


def _is_told(talk: Deliberation, truth: tuple[str, ...]) -> bool:
    holds = talk.cues.denials.holds
    told = (
        clause
        for clause in talk.heard.reading.clauses
        if not (clause.acts & _TELLS_NOTHING or (Act.OFFER in clause.acts and holds.search(clause.text)))
    )
    return any(says(clause.text, ValueKind.TEXT, words) for clause in told for words in truth)


def _keeps_to_it(talk: Deliberation) -> bool:
    """Whether an answer to the customer's asking back stands by what was told: it neither waits nor gives in."""
    if Act.CONFIRM in talk.acts:
        return not goal_is_proposed(talk)
    return bool(talk.acts - _LEAVES_OPEN) or talk.cues.affirmed.search(talk.heard.text) is not None
