"""Receipts that leave nothing to ask, as they say all that was wanted and of which order, and those that err in it."""

from domains.kit.scenario import CustomerGoal, Want
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.mismatches import Mismatch, is_known
from simulators.agenda.moves import item_of
from simulators.agenda.naming import names_rival, says_right
from simulators.agenda.proposed import actions_of, text_of, values_of
from simulators.agenda.rivals import rivals_of
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE
from simulators.understand.values import same, says

_SPELT_OUT = frozenset({ValueKind.EMAIL, ValueKind.PHONE, ValueKind.POSTCODE})
"""Kinds of values that are right or wrong to the letter."""
_LEAVES_OPEN = frozenset({Act.REQUEST, Act.CONFIRM, Act.OFFER, Act.HOLD, Act.REFUSE, Act.NOT_FOUND, Act.TRANSFER})


def is_receipt(talk: Deliberation, goal: CustomerGoal) -> bool:
    """Whether a message says everything that a goal is about, its deed too, and leaves nothing of it open."""
    clauses = talk.heard.reading.clauses
    named = goal.action in actions_of(clauses) or Act.CLAIM_DONE in talk.acts
    return (named or any(talk.cues.standing.is_now.search(clause.text) for clause in clauses)) and tells_all(talk, goal)


def tells_all(talk: Deliberation, goal: CustomerGoal) -> bool:
    """Whether a message says everything that a goal is about but for its deed, and leaves nothing of it open."""
    if _leaves_open(talk):
        return False
    text = text_of(talk.heard.reading.clauses)
    wants = _told_wants(talk, goal)
    whole = all(says_right(text, item_of(want), rivals_of(talk, goal, want)) for want in wants)
    if wants and not whole:
        return _tells_by_order(talk, goal, text)
    return bool(wants) or _names_order(talk, goal)


def tells_some(talk: Deliberation, goal: CustomerGoal) -> bool:
    """Whether a message says something of what is wanted, nothing in the place of it, and leaves nothing of it open."""
    if _leaves_open(talk):
        return False
    text = text_of(talk.heard.reading.clauses)
    wants = _told_wants(talk, goal)
    right = [want for want in wants if says_right(text, item_of(want), rivals_of(talk, goal, want))]
    wrong = (want for want in wants if want not in right)
    return bool(right) and not any(names_rival(text, item_of(want), rivals_of(talk, goal, want)) for want in wrong)


def names_deed(talk: Deliberation, goal: CustomerGoal) -> bool:
    """Whether a message speaks of what a goal wants done, and leaves nothing of it open."""
    return goal.action in actions_of(talk.heard.reading.clauses) and not _leaves_open(talk)


def _tells_by_order(talk: Deliberation, goal: CustomerGoal, text: str) -> bool:
    """Whether a text says, by the number of their order, which things it is about, names no others, and says the
    rest."""
    things = [want for want in _told_wants(talk, goal) if want.key == CHOICE]
    rest = [want for want in _told_wants(talk, goal) if want.key != CHOICE]
    named = any(
        says_right(text, item_of(want), ()) or names_rival(text, item_of(want), rivals_of(talk, goal, want))
        for want in things
    )
    if not things or not rest or named or not _names_order(talk, goal):
        return False
    return all(says_right(text, item_of(want), rivals_of(talk, goal, want)) for want in rest)


def _told_wants(talk: Deliberation, goal: CustomerGoal) -> list[Want]:
    """The wants of a goal that a receipt says."""
    return [want for want in talk.wants(goal) if not _is_sentence(talk, want.key)]


def _leaves_open(talk: Deliberation) -> bool:
    clauses = [each for each in talk.heard.reading.clauses if not talk.cues.turns.only_checks.search(each.text)]
    return any(clause.acts & _LEAVES_OPEN or _denies(talk, clause.text) for clause in clauses)


def misstated(talk: Deliberation, goal: CustomerGoal) -> list[Mismatch]:
    """The wants of a goal in whose place a receipt gives something written out that the customer has never heard of."""
    wants = [want for want in talk.wants(goal) if want.kind in _SPELT_OUT]
    values = values_of(clause for clause in talk.heard.reading.clauses if wants and _says_how_it_is(talk, goal, clause))
    return [
        Mismatch(item_of(want), may_say=True)
        for want in wants
        if (said := [value for value in values if value.kind is want.kind])
        and not any(same(want.kind, want.value, value.value) for value in said)
        and any(not is_known(talk, value) for value in said)
    ]


def _says_how_it_is(talk: Deliberation, goal: CustomerGoal, clause: Clause) -> bool:
    """Whether a clause says what has been done, or how it now is with what is wanted."""
    if not clause.acts <= {Act.CLAIM_DONE, Act.INFORM, Act.HOLD}:
        return False
    named = any(says(clause.text, want.kind, want.value, want.say) for want in talk.wants(goal))
    return named or Act.CLAIM_DONE in clause.acts or talk.cues.standing.is_now.search(clause.text) is not None


def _denies(talk: Deliberation, text: str) -> bool:
    """Whether a text says that something has not been done; what else stays as it was is beside the matter."""
    return talk.cues.denied.search(text) is not None and talk.cues.beside.search(text) is None


def _is_sentence(talk: Deliberation, key: str) -> bool:
    """Whether a slot is said as a whole clause, such as a reason, which no receipt repeats."""
    slot = talk.lexicon.slot(key)
    return slot is not None and slot.whole


def _names_order(talk: Deliberation, goal: CustomerGoal) -> bool:
    """Whether a message names by a number what a goal is about; by the right one, where the customer knows that."""
    known = [fact for fact in talk.scenario.facts if fact.kind is ValueKind.ID and fact.goal in {None, goal.id}]
    named = [value for value in talk.heard.reading.values if value.kind is ValueKind.ID]
    return any(not known or any(same(fact.kind, fact.value, value.value) for fact in known) for value in named)
