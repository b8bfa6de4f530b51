"""Which clauses of a message ask for a yes to something that the agent would do."""

from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.denials import left_alone
from simulators.agenda.meant import only_whether_meant
from simulators.agenda.moves import item_of
from simulators.agenda.naming import says_right
from simulators.agenda.proposed import actions_of, text_of
from simulators.understand.acts import Act, Clause
from simulators.understand.values import says

_SETTLED_OTHERWISE = frozenset({Act.CLAIM_DONE, Act.REFUSE, Act.NOT_FOUND, Act.TRANSFER})
"""Acts of messages that propose nothing more."""
_IDENTITY = frozenset({ValueKind.NAME, ValueKind.EMAIL, ValueKind.PHONE, ValueKind.POSTCODE})


def asking_for_yes(talk: Deliberation) -> list[Clause]:
    """The clauses that ask for a yes to something that the agent would do."""
    whether = [*talk.clauses_whether_all, *talk.clauses_of_rest, *only_whether_meant(talk)]
    left = [*left_alone(talk), *asked_besides(talk)]
    asking = [
        clause
        for clause in talk.clauses(Act.CONFIRM)
        if clause not in left
        and not (_asks_openly(talk, clause) and not _asks_leave_too(talk, clause))
        and not talk.cues.transfer.search(clause.text)
        and (clause not in whether or _asks_leave_too(talk, clause))
    ]
    return asking or _asking_leave(talk)


def _asks_openly(talk: Deliberation, clause: Clause) -> bool:
    """Whether a question asks for something that no yes is, and for nothing before that."""
    first = talk.cues.questions.open_question.search(clause.text) if clause.slots else None
    return first is not None and talk.cues.turns.closed_question.search(clause.text, 0, first.start()) is None


def asked_besides(talk: Deliberation) -> list[Clause]:
    """The clauses that ask, beside others that ask for a yes to the deed, whether what is on file should be changed,
    too, where nobody wants that."""
    asking = talk.clauses(Act.CONFIRM)
    on_file = [clause for clause in asking if talk.cues.changes_profile.search(clause.text)]
    deed = any(talk.goal.action in clause.actions for clause in asking if clause not in on_file)
    wanted = any(talk.cues.in_profile.search(intent) for goal in talk.scenario.goals for intent in goal.intent)
    return on_file if deed and not wanted else []


def _asks_leave_too(talk: Deliberation, clause: Clause) -> bool:
    """Whether a question asks for leave, too: "is this all, and shall I go ahead?", the other way round, or "..., or
    shall I?"."""
    first, *rest = talk.cues.questions.and_then.split(clause.text, maxsplit=1)
    before = (
        rest
        and talk.cues.turns.asks_to_do.search(first)
        and not talk.cues.questions.asks_whether_all.search(f"{first}?")
    )
    return (
        bool(before)
        or talk.cues.questions.or_goes_ahead.search(clause.text) is not None
        or any(
            cue.search(part) for part in rest for cue in (talk.cues.questions.asks_leave, talk.cues.questions.asks_yes)
        )
        or any(talk.cues.turns.asks_to_do.search(part) and not talk.cues.turns.anything.search(part) for part in rest)
    )


def _asking_leave(talk: Deliberation) -> list[Clause]:
    """Questions for leave in a message that says all that is wanted, and no other action than the one that does it."""
    clauses = talk.heard.reading.clauses
    vague = [clause for clause in talk.clauses(Act.REQUEST) if talk.cues.questions.asks_leave.search(clause.text)]
    if not vague or talk.slots or not talk.underway() or talk.acts & _SETTLED_OTHERWISE:
        return []
    whole, named = text_of(clauses), actions_of(clauses)
    wants = talk.wants()
    complete = bool(wants) and all(says(whole, want.kind, want.value, want.say) for want in wants)
    return vague if complete and named <= {talk.goal.action} else []


def beside_the_point(talk: Deliberation, clause: Clause) -> bool:
    """Whether a question has a yes of its own that settles nothing: it offers to tell something, or checks a name."""
    if clause.actions or any(says_right(clause.text, item, ()) for item in talk.want_items()):
        return False
    if talk.cues.questions.offers_words.search(clause.text):
        return True
    if any(value.kind is ValueKind.ID for value in clause.values) and talk.cues.turns.asks_to_do.search(clause.text):
        return False
    identity = [item_of(fact) for fact in talk.scenario.facts if fact.kind in _IDENTITY]
    return any(says(clause.text, item.kind, item.value, item.forms) for item in identity)


def only_checks(talk: Deliberation, clause: Clause) -> bool:
    """Whether a question after a receipt only checks whether all is well: "ok?", "all good?"."""
    turns = talk.cues.turns
    told = Act.CLAIM_DONE in clause.acts and turns.asks_to_do.search(clause.text) is None
    return (turns.ends_checking if told else turns.only_checks).search(clause.text) is not None
