"""Questions whether what was named is all that is wanted, and whether the rest may stay as it is."""

from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import Stage
from simulators.agenda.moves import MoveKind, item_of
from simulators.understand.acts import Act
from simulators.understand.slots import CHOICE
from simulators.understand.values import says


def answer_whether_all(talk: Deliberation) -> None:
    """Says that what the agent has named is all, or all that it should be, and that what else there is may stay."""
    if not talk.underway() or talk.said(MoveKind.PRESS, MoveKind.CONTEST, MoveKind.RELY):
        return
    if (talk.clauses_whether_all or _asks_beside(talk)) and not _may_be_another(talk):
        _say_whether_all(talk)
    elif talk.clauses_of_rest:
        talk.say(MoveKind.REST_STAYS)


def _asks_beside(talk: Deliberation) -> bool:
    """Whether a request for something else goes on with that question: "which colour, and is the mug all?"."""
    split, cue = talk.cues.turns.and_asks.split, talk.cues.questions.asks_whether_all
    asking = [clause.text for clause in talk.clauses(Act.REQUEST) if "?" in clause.text]
    return any(cue.search(part) for text in asking for part in split(text)[1:])


def _say_whether_all(talk: Deliberation) -> None:
    things = [want for want in talk.wants() if want.key == CHOICE]
    heard = talk.heard.text
    missing = [want for want in things if not says(heard, want.kind, want.value, want.say)]
    others = any(says(heard, ValueKind.TEXT, other) for want in things for other in want.among)
    if missing and (others or len(missing) < len(things) or not all(talk.has_wished(want) for want in missing)):
        talk.say(MoveKind.WANT, goal=talk.goal.id, items=tuple(item_of(want) for want in things))
    else:
        talk.say(MoveKind.COMPLETE)


def _may_be_another(talk: Deliberation) -> bool:
    """Whether all that asks may be asking for a goal of the same kind that is still to come."""
    waiting = (goal for goal in talk.scenario.goals if talk.inner.goals[goal.id].stage is Stage.OPEN)
    alike = any(goal.action == talk.goal.action and not goal.only_by_branch for goal in waiting)
    return alike and len(talk.clauses_for_more) == len(talk.clauses_whether_all)
