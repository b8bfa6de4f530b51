"""Branches: after a refusal, a price or a gap in stock the customer does what the scenario says, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.agents.notes import Meaning
from app.audit.customers.answers import is_lost
from app.audit.customers.mistakes import Found, Kind
from app.audit.customers.sayings import all_wants, content, forms_of, is_said, says, straight, words
from app.audit.customers.talk import Exchange, Talk
from domains.kit.goal import Correct, Goal, Offer, Refuse, Suggest, Tell
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal, Want

_LETS_GO = re.compile(
    r"\b(?:ok(?:ay)?|all ?right|fine|fair enough|i see|i understand|understood|never ?mind|forget it|leave|drop it"
    r"|then not|i(?:'ll| will) pass|no,? thanks?|pity|shame|too bad|let's not|better not|rather not|accept(?:ed)?"
    r"|live with|won't insist|changed my mind|don't (?:want it|change)|then don't|nothing (?:to be done|else|more)"
    r"|that(?:'s| is| was) (?:all|it|everything)|all set|we're done|settled|(?:good)?bye|thank(?:s| you)|not worth)\b",
    re.IGNORECASE,
)
"""With straight apostrophes."""


_TURNS = frozenset({Meaning.REFUSE, Meaning.OFFER, Meaning.TELL, Meaning.SUGGEST, Meaning.CORRECT})


@dataclass(frozen=True)
class _Turn:
    """A move of the script at which a branch is due."""

    goal: CustomerGoal
    then: BranchThen
    """ACCEPT where the scenario has no branch: a customer then contests once and lets go."""
    other: CustomerGoal | None = None
    """The goal to turn to."""
    wants: tuple[Want, ...] = ()
    """The preference to go on to."""
    say: tuple[str, ...] = ()
    """Words with which the customer goes on with the rest."""
    refused: tuple[str, ...] = ()
    """Alternatives that the customer must not take."""

    def expected(self) -> str:
        """What is due, in words."""
        match self.then:
            case BranchThen.OTHER_GOAL:
                return f"to turn to the goal {self.other.id if self.other else ''!r}"
            case BranchThen.NEXT_PREFERENCE:
                return f"to choose {', '.join(want.value for want in self.wants)}"
            case BranchThen.THE_REST:
                return "to go on with the rest"
            case _:
                return "to let it go, and to take nothing else instead"


def ignored(talk: Talk) -> Iterator[Found]:
    """Branches that were due and not taken, or where another one was."""
    pursued: CustomerGoal | None = None
    for place, move in enumerate(talk.task.goal.script):
        made = [each for each in talk.exchanges if any(_makes(part.meaning, part.move, place) for part in each.parts)]
        if not isinstance(move, Refuse | Offer | Tell | Suggest | Correct) or not made:
            continue
        present = talk.goal_at(made[0])
        turn = _turn(talk, move, pursued if pursued is not None else present)
        if turn is None or any(is_lost(exchange) for exchange in made):
            continue
        pursued = turn.other
        if not _taken(talk, turn, made):
            last = made[-1]
            yield Found(kind=Kind.IGNORED_BRANCH, step=last.step, said=last.text, expected=turn.expected())
            return


def _makes(meaning: Meaning | None, move: int | None, place: int) -> bool:
    return move == place and meaning in _TURNS


def _turn(talk: Talk, move: Refuse | Offer | Tell | Suggest | Correct, goal: CustomerGoal) -> _Turn | None:
    match move:
        case Suggest():
            return _of_branch(talk, goal, _branch(goal, BranchOn.PROPOSED))
        case Correct():
            branch = _branch(goal, BranchOn.CORRECTED)
            return _of_branch(talk, goal, branch) if branch is not None else None
        case Refuse() if (part := _branch(goal, BranchOn.PARTLY_REFUSED)) is not None:
            return _Turn(goal, BranchThen.THE_REST, say=part.say)
        case Refuse():
            branch = _branch(goal, BranchOn.REFUSED) or _branch(goal, BranchOn.NOT_FOUND)
            return _of_branch(talk, goal, branch)
        case Offer():
            return _of_offer(talk, goal, move)
        case Tell():
            branch = _branch(goal, BranchOn.PRICE_ABOVE)
            dear = branch is not None and any(
                price > (branch.threshold or 0) for price in _prices(talk.task.goal, move)
            )
            return _of_branch(talk, goal, branch) if dear else None


def _branch(goal: CustomerGoal, on: BranchOn) -> Branch | None:
    return next((branch for branch in goal.branches if branch.on is on), None)


def _prices(goal: Goal, move: Tell) -> list[int]:
    return [int(fact.value) for fact in goal.tell if fact.key in move.keys and fact.kind.value == "money"]


def _of_branch(talk: Talk, goal: CustomerGoal, branch: Branch | None) -> _Turn:
    then = branch.then if branch is not None else BranchThen.ACCEPT
    if then is BranchThen.OTHER_GOAL and branch is not None and branch.goal is not None:
        return _Turn(goal, then, other=talk.goals[branch.goal])
    ranked = goal.preference.ranked if goal.preference is not None else ()
    if then is BranchThen.NEXT_PREFERENCE and len(ranked) > 1:
        return _Turn(goal, then, wants=ranked[1])
    return _Turn(goal, BranchThen.ACCEPT)


def _of_offer(talk: Talk, goal: CustomerGoal, move: Offer) -> _Turn:
    """The best preference that is on offer is due, or else the branch for what is not to be had."""
    ranked = goal.preference.ranked if goal.preference is not None else ()
    offered = "\n".join(move.alternatives)
    for wants in ranked:
        if all(is_said(offered, want) for want in wants):
            return _Turn(goal, BranchThen.NEXT_PREFERENCE, wants=wants)
    branch = _branch(goal, BranchOn.UNAVAILABLE)
    if branch is not None and branch.then is BranchThen.OTHER_GOAL:
        return _of_branch(talk, goal, branch)
    own = {word for want in all_wants(goal) for form in forms_of(want) for word in words(form)}
    strange = content(offered) - content(move.unavailable) - own
    return _Turn(goal, BranchThen.ACCEPT, refused=tuple(sorted(strange)))


def _taken(talk: Talk, turn: _Turn, made: list[Exchange]) -> bool:
    said = "\n".join(exchange.text for exchange in made)
    others = [goal for goal in map(talk.goals.__getitem__, talk.by_branch) if goal not in (turn.goal, turn.other)]
    if any(talk.speaks_of(said, goal, beside=turn.goal) for goal in others):
        return False
    match turn.then:
        case BranchThen.OTHER_GOAL if turn.other is not None:
            return talk.speaks_of(said, turn.other, beside=turn.goal)
        case BranchThen.THE_REST:
            return any(len(content(way) & content(said)) >= len(content(way)) / 2 for way in turn.say)
        case BranchThen.NEXT_PREFERENCE:
            return all(is_said(said, want) for want in turn.wants)
        case _:
            since = [each for each in talk.exchanges if each.step >= made[0].step]
            gone = any(each.reply.end is not None or _LETS_GO.search(straight(each.text)) for each in since)
            return gone and not any(says(exchange.text, word) for exchange in made for word in turn.refused)
