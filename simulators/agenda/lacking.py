"""What customers say to a slot to which they have no answer."""

from collections.abc import Sequence

from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import Stage
from simulators.agenda.moves import MoveKind
from simulators.understand.slots import CHOICE, OPTION, VAGUE


def know_nothing(talk: Deliberation, slots: Sequence[str]) -> None:
    """Has no answer to slots. Asked for a choice where there is none ("what would you like?"), for what it is about, or
    for what something is to be that is no thing with options ("what should it become?"), says the goal again."""
    lacking: dict[MoveKind, list[str]] = {}
    for slot in slots:
        without_things = slot == OPTION and bool(talk.wants()) and not talk.wants_of(CHOICE)
        if _is_for_later(talk, slot):
            continue
        if talk.underway() and (without_things or slot in {CHOICE, *VAGUE}):
            talk.restate()
        else:
            lacking.setdefault(_lack_of(talk, slot), []).append(slot)
    for kind, keys in lacking.items():
        talk.say(kind, keys=tuple(keys))


def _is_for_later(talk: Deliberation, slot: str) -> bool:
    """Whether the customer would have an answer if they came to want something else."""
    goals = {fact.goal for fact in talk.scenario.facts if fact.key == slot}
    return any(goal.id in goals and talk.inner.goals[goal.id].stage is Stage.OPEN for goal in talk.scenario.goals)


def _lack_of(talk: Deliberation, key: str) -> MoveKind:
    """How it is said that there is no answer to a slot."""
    slot = talk.lexicon.slot(key)
    if slot is not None and slot.whole:
        return MoveKind.NOTHING_TO_TELL
    chosen = slot is not None and slot.kind is ValueKind.CHOICE
    return MoveKind.NO_PREFERENCE if chosen else MoveKind.NO_IDEA
