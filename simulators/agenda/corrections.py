"""What customers say to a proposal that has something wrong in it."""

from collections.abc import Sequence

from domains.kit.scenario import Trait
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.mismatches import Mismatch
from simulators.agenda.moves import MoveKind, item_of
from simulators.understand.slots import CHOICE

LETS_PASS = 0.5
"""How likely an inattentive customer overlooks one wrong value."""


def correct(talk: Deliberation, wrong: Sequence[Mismatch]) -> None:
    """Says what would be right: of several things all of them, as one alone would sound as if the others were not."""
    talk.stance = "reject"
    talk.corrections = len(wrong)
    avowed = (each.right.key for each in wrong if each.avowed)
    talk.change(set_right=tuple(dict.fromkeys([*talk.state.set_right, *avowed])))
    if sayable := tuple(each.right for each in wrong if each.may_say):
        talk.told(*(fact for fact in talk.scenario.facts if item_of(fact) in sayable))
        things = [item for item in talk.want_items() if item.key == CHOICE]
        items = tuple(dict.fromkeys([*(things if any(item in things for item in sayable) else ()), *sayable]))
        talk.unsay(MoveKind.WANT, items)
        talk.say(MoveKind.CORRECT, goal=talk.goal.id, items=items)
    said = {each.right.key for each in wrong if each.may_say}
    if hidden := tuple(each.right.key for each in wrong if not each.may_say and each.right.key not in said):
        talk.say(MoveKind.DISPUTE, goal=talk.goal.id, keys=hidden)


def puts_up_with(talk: Deliberation, mismatch: Mismatch) -> bool:
    """Whether it is only about what customers say of themselves, and they have put it right before: whoever hears it
    proposed once more lets the agent have it their way, for the sake of what they want."""
    return mismatch.avowed and mismatch.right.key in talk.state.set_right


def overlooked(talk: Deliberation, mismatch: Mismatch) -> bool:
    """Whether an inattentive customer lets a wrong value pass."""
    return talk.has(Trait.INATTENTIVE) and talk.draw.chance(LETS_PASS, "overlook", talk.inner.step, mismatch.right.key)
