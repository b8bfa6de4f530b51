"""Reports of something that has not come: that it is on its way is the answer to them, though no parcel."""

from domains.kit.scenario import CustomerGoal
from domains.kit.values import ValueKind
from simulators.agenda.cues import Cues
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.moves import MoveKind, item_of
from simulators.agenda.refusals import hear_refusal
from simulators.understand.acts import Act, Clause

ISSUE = "issue"
"""The slot of what has happened."""
_OPEN = frozenset({Act.REQUEST, Act.OFFER, Act.TRANSFER, Act.NOT_FOUND})
"""Acts of messages that go on with the matter."""


def hear_on_its_way(talk: Deliberation) -> bool:
    """Answers that what has not come is on its way as a refusal to do more about it; true if so."""
    if not (talk.underway() and waits(talk.goal, talk.cues) and _is_told(talk)):
        return False
    hear_refusal(talk)
    return True


def hear_whether_come(talk: Deliberation) -> bool:
    """Says once more that nothing has come where a message only asks whether that is so; true if it does."""
    if not (talk.underway() and waits(talk.goal, talk.cues)):
        return False
    if not any(talk.cues.standing.asks_if_come.search(clause.text) for clause in talk.heard.reading.clauses):
        return False
    facts = tuple(fact for fact in talk.sayable(ISSUE) if fact.kind is ValueKind.TEXT)
    talk.told(*facts)
    if facts:
        talk.say(MoveKind.GIVE, goal=talk.goal.id, items=tuple(map(item_of, facts)))
    else:
        talk.say(MoveKind.AFFIRM)
    return True


def waits(goal: CustomerGoal, cues: Cues) -> bool:
    """Whether a goal consists in saying that something has not come."""
    if goal.wants or goal.preference or goal.questions or not goal.intent:
        return False
    return all(cues.standing.not_come.search(intent) for intent in goal.intent)


def _is_told(talk: Deliberation) -> bool:
    """Whether a message says that something is on its way, and leaves it at that."""
    clauses = talk.heard.reading.clauses
    if talk.acts & _OPEN or not any(_says_so(talk, clause) for clause in clauses):
        return False
    looks = Act.ASK_MORE not in talk.acts and any(not _says_so(talk, clause) for clause in talk.clauses(Act.HOLD))
    return not looks and not any(_proposes(talk, clause) for clause in talk.clauses(Act.CONFIRM))


def _says_so(talk: Deliberation, clause: Clause) -> bool:
    standing = talk.cues.standing
    found = standing.on_its_way.search(clause.text)
    return found is not None and "?" not in clause.text and not standing.unsure.search(clause.text[: found.start()])


def _proposes(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause asks for a yes to more than to what has been said."""
    return bool(clause.actions) or talk.cues.turns.content.search(clause.text) is None
