"""Questions whether what was named is all that is wanted, and whether the rest may stay as it is."""

from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.moves import MoveKind, item_of
from simulators.understand.slots import CHOICE
from simulators.understand.values import says


def answer_whether_all(talk: Deliberation) -> None:
    """Says that what the agent has named is all, or all that it should be."""
    if not talk.clauses_whether_all or not talk.underway():
        return
    things = [want for want in talk.wants() if want.key == CHOICE]
    heard = talk.heard.text
    missing = [want for want in things if not says(heard, want.kind, want.value, want.say)]
    others = any(says(heard, ValueKind.TEXT, other) for want in things for other in want.among)
    if missing and (others or len(missing) < len(things) or not all(talk.has_wished(want) for want in missing)):
        talk.say(MoveKind.WANT, goal=talk.goal.id, items=tuple(item_of(want) for want in things))
    else:
        talk.say(MoveKind.COMPLETE)
