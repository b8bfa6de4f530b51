"""Changes of mind: what customers want instead when they hear proposed what they asked for, and no longer want."""

from collections.abc import Sequence

from domains.kit.scenario import BranchOn, CustomerGoal, Want
from simulators.agenda.deliberation import Deliberation, wants_at
from simulators.agenda.inner import CLOSED
from simulators.agenda.refusals import follow


def thinks_again(talk: Deliberation) -> bool:
    """Takes the branch for a proposal that fits, with a no to it; false where the customer is of the same mind."""
    branch = talk.branch(BranchOn.PROPOSED)
    if branch is None:
        return False
    talk.stance = "reject"
    follow(talk, branch)
    return True


def given_up(talk: Deliberation, goal: CustomerGoal) -> tuple[Want, ...]:
    """What was wanted until a change of mind led to this goal, and is wanted no more."""
    present = {want.value for want in talk.wants(goal)}
    return tuple(want for want in _before(talk, goal) if want.value not in present)


def in_its_place(talk: Deliberation, goal: CustomerGoal, want: Want) -> tuple[str, ...]:
    """The forms of what stood in the place of a want before the change of mind: wrong values now."""
    old = [each for each in _before(talk, goal) if each.key == want.key]
    new = [each for each in talk.wants(goal) if each.key == want.key]
    if len(old) != len(new):
        return ()
    other = old[new.index(want)]
    return () if other.value in {each.value for each in new} else (other.say or (other.value,))


def _before(talk: Deliberation, goal: CustomerGoal) -> Sequence[Want]:
    left = (
        other
        for other in talk.scenario.goals
        if talk.inner.goals[other.id].stage in CLOSED
        and any(branch.on is BranchOn.PROPOSED and branch.goal == goal.id for branch in other.branches)
    )
    return [want for other in left for want in wants_at(other, talk.inner.goals[other.id].rank)]
