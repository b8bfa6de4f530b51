"""What a message notes beside a proposal or a receipt: that it cannot be repeated or taken back, or what does not come
back with it.

Such a note says no to nothing that is wanted; the rest of its clause is the proposal, or the receipt.
"""

import re
from collections.abc import Sequence

from domains.kit.values import ValueKind
from simulators.agenda.cues import Cues
from simulators.understand.acts import Act, Clause

_SAYS_NO = frozenset({Act.REFUSE})
_MAY_NOTE = frozenset({Act.REFUSE, Act.INFORM, Act.OFFER, Act.CLAIM_DONE})
_PARTS_AT_MOST = 3
"""Over how many parts of a clause a note may go."""
_LEFT_OVER = " ,;:(-\u2013\u2014"
"""What may stand behind the rest where a note was cut off."""


def without_notes(clauses: tuple[Clause, ...], cues: Cues, *, whole: bool) -> tuple[Clause, ...]:
    """The clauses of a message that asks for a yes to what it proposes, or says what was done: those that only note
    something are left out, or are without the note and the refusal that was heard in it. `whole` tells that nothing
    less than all of an order is wanted, so that it is only a note that a part of one cannot be."""
    if any(_asks_to_leave(clause, cues) or _is_reason(clause, cues) for clause in clauses):
        return clauses
    notes = [*_always(cues), *([cues.notes.whole_only] if whole else [])]
    if any(_is_proposal(clause) for clause in clauses):
        notes.append(cues.notes.no_more)
    left = (_without_notes(clause, cues, notes) for clause in clauses)
    return tuple(clause for clause in left if clause is not None)


def beside_notes(text: str, cues: Cues) -> str:
    """What a text says but for its notes."""
    return _rest(text, cues, _always(cues))


def _always(cues: Cues) -> tuple[re.Pattern[str], ...]:
    return (cues.notes.later, cues.notes.cost, cues.notes.others)


def _is_proposal(clause: Clause) -> bool:
    """Whether a clause names something to be done that it says no to nowhere, or amounts to be paid."""
    does = bool(clause.actions) and not clause.acts & _SAYS_NO
    return does or any(value.kind is ValueKind.MONEY for value in clause.values)


def _asks_to_leave(clause: Clause, cues: Cues) -> bool:
    return Act.CONFIRM in clause.acts and cues.notes.asks_to_leave.search(clause.text) is not None


def _is_reason(clause: Clause, cues: Cues) -> bool:
    """Whether a clause says no because of what was done before, and not only in a note."""
    return bool(clause.acts & _SAYS_NO) and cues.notes.as_it_stands.search(beside_notes(clause.text, cues)) is not None


def _without_notes(clause: Clause, cues: Cues, notes: Sequence[re.Pattern[str]]) -> Clause | None:
    if not clause.acts <= _MAY_NOTE:
        return clause
    rest = _rest(clause.text, cues, notes)
    if not re.search(r"\w", rest):
        return None
    if not clause.acts & _SAYS_NO:
        return clause
    if rest == clause.text or cues.cannot.search(rest) or not _proposes(clause, rest, cues):
        return clause
    return clause.model_copy(update={"text": rest, "acts": clause.acts - _SAYS_NO})


def _proposes(clause: Clause, rest: str, cues: Cues) -> bool:
    """Whether what is left of a clause can be a proposal: it says more than how things stand with an order."""
    if any(value.kind is not ValueKind.ID for value in clause.values):
        return True
    return bool(clause.actions) and not cues.notes.as_it_is.search(rest)


def _rest(text: str, cues: Cues, notes: Sequence[re.Pattern[str]]) -> str:
    """What a text says beside its notes, which begin where a part begins and may go on over the next."""
    joins = [match.span() for match in cues.notes.joins.finditer(text)]
    begins = [0, *(end for _, end in joins), len(text)]
    ends = [*(start for start, _ in joins), len(text)]
    kept, at = "", 0
    while at < len(ends):
        last = range(min(at + _PARTS_AT_MOST, len(ends)) - 1, at - 1, -1)
        note = next((part for part in last if _is_note(text[begins[at] : ends[part]], notes)), None)
        if note is None:
            kept += text[begins[at] : begins[at + 1]]
        at = (at if note is None else note) + 1
    return kept.rstrip(_LEFT_OVER)


def _is_note(part: str, notes: Sequence[re.Pattern[str]]) -> bool:
    return any(cue.search(part) for cue in notes)
