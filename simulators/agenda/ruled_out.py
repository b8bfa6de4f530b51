"""Messages that say of the very deed that the customer wants that it cannot be, in whatever words: "cancelling is no
longer on the table", "only pending orders can be cancelled, and yours is with the carrier", "it has left us". They are
refusals, whether they are called so or not."""

from collections.abc import Sequence

from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.granted import grants, has_yet_to_look, proposes_all
from simulators.agenda.inner import Stage
from simulators.agenda.notes import beside_notes
from simulators.agenda.rivals import rivals_of
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE
from simulators.understand.values import same, says

_GOES_ON = frozenset({Act.CLAIM_DONE, Act.NOT_FOUND, Act.TRANSFER})
_ASKS = frozenset({Act.CONFIRM, Act.OFFER})


def rules_out_deed(talk: Deliberation) -> bool:
    """Whether a message that asks for nothing and does not propose the deed says of it that it cannot be done."""
    done = talk.heard.wrote and not talk.inner.wrote_used
    if done or not talk.underway() or talk.state.stage is not Stage.STATED or not talk.goal.needs_write:
        return False
    if has_yet_to_look(talk) or proposes_all(talk):
        return False
    return _is_not_theirs(talk) or (not _is_beside_it(talk) and (_was_final(talk) or _cannot_be(talk)))


def _is_beside_it(talk: Deliberation) -> bool:
    """Whether a message reports a deed, goes on with the matter, or is about another order."""
    return bool(talk.acts & _GOES_ON) or _goes_on(talk) or _is_of_another(talk)


def _cannot_be(talk: Deliberation) -> bool:
    return not talk.clauses_whether_all and (bars_deed(talk) or _is_too_late(talk))


def bars_deed(talk: Deliberation) -> bool:
    """Whether a message says of the deed that it cannot be done, or could be only if things stood otherwise."""
    cues = talk.cues.denials
    telling = _telling(talk)
    own = [clause for clause in telling if _is_own(talk, clause)]
    if any(cues.bad_reason.search(clause.text) for clause in telling):
        return True
    if own and any(cues.not_one.search(clause.text) for clause in telling):
        return True
    if any(is_ruled_out(talk, clause) and not cues.holds.search(clause.text) for clause in own):
        return True
    if any(cues.only_if.search(clause.text) for clause in own) and any(_is_gone(talk, clause) for clause in telling):
        return True
    once, before = (any(cue.search(clause.text) for clause in telling) for cue in (cues.is_one_only, cues.was_before))
    return bool(own) and once and before


def _is_own(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause speaks of the deed, and not of the profile where an order is to be changed."""
    return talk.goal.action in clause.actions and not talk.cues.changes_profile.search(clause.text)


def _is_not_theirs(talk: Deliberation) -> bool:
    """Whether a message says that what the customer has named belongs to another account, and asks for nothing that
    they have not told yet."""
    if not any(talk.cues.denials.not_theirs.search(clause.text) for clause in _telling(talk)):
        return False
    another = talk.cues.turns.for_another
    asking = (clause for clause in talk.clauses(Act.REQUEST) if not another.search(clause.text))
    asked = [fact for clause in asking for slot in clause.slots for fact in talk.sayable(slot)]
    known = [fact for fact in talk.scenario.facts if fact.kind is ValueKind.ID and fact.goal in {None, talk.goal.id}]
    return any(talk.may_say(fact) for fact in known) and all(fact in known for fact in asked)


def _was_final(talk: Deliberation) -> bool:
    """Whether a message says of the one thing that is wanted that it was sold for good."""
    things = [want for want in talk.wants() if want.key == CHOICE]
    if len(things) != 1 or not talk.has_wished(things[0]):
        return False
    told = [clause.text for clause in _telling(talk) if talk.cues.denials.final.search(clause.text)]
    own = things[0]
    return any(
        says(text, own.kind, own.value, own.say) and not any(says(text, ValueKind.TEXT, other) for other in own.among)
        for text in told
    )


def _telling(talk: Deliberation) -> Sequence[Clause]:
    return [
        clause for clause in talk.heard.reading.clauses if "?" not in clause.text and Act.CONFIRM not in clause.acts
    ]


def _is_gone(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause says of what the customer has that it is where nothing can be done to it any more."""
    cues = talk.cues.denials
    return cues.is_gone.search(clause.text) is not None and cues.holds.search(clause.text) is None


def _is_too_late(talk: Deliberation) -> bool:
    """Whether a message says that what the customer has is on its way, and what follows from that."""
    follows = any(talk.cues.denials.follows.search(clause.text) for clause in _telling(talk))
    told = [clause for clause in _telling(talk) if talk.cues.denials.has_left.search(clause.text)]
    if any(talk.cues.denials.has_come.search(clause.text) for clause in talk.heard.reading.clauses):
        return False
    return (
        follows
        and any(_is_gone(talk, clause) for clause in told)
        and not any(
            talk.goal.action in clause.actions and talk.cues.denials.would_do.search(clause.text)
            for clause in talk.heard.reading.clauses
            if clause not in told
        )
    )


def _goes_on(talk: Deliberation) -> bool:
    """Whether a message proposes the deed, or says that the agent has yet to look."""
    denials = talk.cues.denials
    clauses = talk.heard.reading.clauses
    if any(Act.REQUEST in clause.acts and Act.ASK_MORE not in clause.acts for clause in clauses):
        return True
    looks = any(Act.HOLD in clause.acts and Act.INSTRUCT not in clause.acts for clause in clauses)
    if looks and Act.ASK_MORE not in talk.acts:
        return True
    own = [clause for clause in clauses if _is_own(talk, clause)]
    if any(clause.acts & _ASKS and not is_ruled_out(talk, clause) for clause in own):
        return True
    return Act.CONFIRM in talk.acts and any(
        not (is_ruled_out(talk, each) or denials.only_if.search(each.text))
        for each in clauses
        if each in own or _says_a_want(talk, each)
    )


def is_ruled_out(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause says of a deed, and not only in a note, that it cannot be done."""
    ruled = talk.cues.denials.rules_out.search(beside_notes(clause.text, talk.cues)) is not None
    return ruled and not grants(talk, clause) and not _is_of_other_thing(talk, clause)


def _is_of_other_thing(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause names a thing that is not wanted, or no longer, and none that is."""
    things = [want for want in talk.wants() if want.key == CHOICE]
    if any(says(clause.text, want.kind, want.value, want.say) for want in things):
        return False
    others = (other for want in things for other in rivals_of(talk, talk.goal, want))
    return any(says(clause.text, ValueKind.TEXT, other) for other in others)


def _says_a_want(talk: Deliberation, clause: Clause) -> bool:
    return any(says(clause.text, want.kind, want.value, want.say) for want in talk.wants())


def _is_of_another(talk: Deliberation) -> bool:
    """Whether a message names by a number what the present goal is not about, and not what it is about."""
    own = [fact for fact in talk.scenario.facts if fact.kind is ValueKind.ID and fact.goal in {None, talk.goal.id}]
    named = [value for value in talk.heard.reading.values if value.kind is ValueKind.ID]
    return (
        bool(own)
        and bool(named)
        and not any(same(fact.kind, fact.value, value.value) for fact in own for value in named)
    )
