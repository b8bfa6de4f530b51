"""What small words of a message change in its reading: what asks for no yes, what asks for one, and what is no no; and
which of them change nothing."""

import re

from domains.kit.values import ValueKind
from simulators.agenda.cues import Cues
from simulators.agenda.deliberation import PRICE_LIMIT
from simulators.agenda.notes import without_notes
from simulators.understand.acts import Act, Clause, Reading

REASON = "reason"
"""The slot of why somebody wants something."""
_ASKS = frozenset({Act.REQUEST, Act.CONFIRM, Act.OFFER})
_SETTLES = frozenset({Act.CONFIRM, Act.CLAIM_DONE})


def attentive(reading: Reading, cues: Cues, *, whole: bool, wrote: bool) -> Reading:
    """The reading as a customer takes it, who hears a proposal in "shall I, or would you rather not?", no refusal in "I
    haven't refused anything", and a request in "I can't find you without your e-mail". `whole` is that of notes, and
    `wrote` tells that what was agreed to has been seen to be done."""
    done = Act.CLAIM_DONE in reading.acts
    heard = (_heard(clause, cues, done=done, wrote=wrote) for clause in reading.clauses)
    clauses = tuple(_closing(clause, cues) if wrote else clause for clause in heard)
    asks = any(
        cue.search(clause.text)
        for clause in clauses
        for cue in (cues.turns.more_of_it, cues.questions.asks_whether_all)
    )
    if wrote or asks or any(clause.acts & _SETTLES for clause in clauses) or _only_asks(clauses):
        clauses = without_notes(clauses, cues, whole=whole)
    if clauses == reading.clauses:
        return reading
    return reading.model_copy(
        update={
            "clauses": clauses,
            "acts": frozenset(act for clause in clauses for act in clause.acts),
            "slots": tuple(dict.fromkeys(slot for clause in clauses for slot in clause.slots)),
        }
    )


def _only_asks(clauses: tuple[Clause, ...]) -> bool:
    """Whether a message asks for something, and says no to nothing that it names by a number."""
    refused = (value for clause in clauses if Act.REFUSE in clause.acts for value in clause.values)
    asks = any(Act.REQUEST in clause.acts and Act.ASK_MORE not in clause.acts for clause in clauses)
    return asks and not any(value.kind is ValueKind.ID for value in refused)


def _closing(clause: Clause, cues: Cues) -> Clause:
    """A clause as it is heard after a deed: asking whether that was all asks whether there is more."""
    if not cues.turns.closes.search(clause.text) or cues.turns.asks_to_do.search(clause.text):
        return clause
    return clause.model_copy(update={"acts": (clause.acts - _ASKS) | {Act.ASK_MORE}, "slots": ()})


def _asks_why(clause: Clause, cues: Cues) -> bool:
    """Whether a clause asks for a reason, and for no leave but to ask for it."""
    asks = "?" in clause.text or bool(clause.acts & _ASKS)
    leave = cues.questions.asks_leave.search(cues.questions.may_ask.sub(" ", clause.text))
    return asks and leave is None and cues.turns.asks_why.search(clause.text) is not None


def _heard(clause: Clause, cues: Cues, *, done: bool, wrote: bool) -> Clause:
    acts, slots = clause.acts, clause.slots
    if Act.REFUSE in acts and (denies_refusing(clause.text, cues) or cues.until_known.search(clause.text)):
        acts -= {Act.REFUSE}
    told = cues.denials.of_order.search(clause.text) or cues.unavailable.search(clause.text)
    if Act.CLAIM_DONE in acts and not wrote and told:
        acts = (acts - {Act.CLAIM_DONE}) | {Act.INFORM}
    if cues.questions.leave_or_more.search(clause.text):
        acts, slots = frozenset({Act.ASK_MORE} if done else {Act.ASK_MORE, Act.REFUSE}), ()
    elif not done and cues.questions.or_not.search(clause.text) and not cues.transfer.search(clause.text):
        acts, slots = (acts | {Act.CONFIRM}) - {Act.REQUEST, Act.ASK_MORE, Act.OFFER}, ()
    if not done and cues.questions.or_goes_ahead.search(clause.text):
        acts |= {Act.CONFIRM}
    if cues.questions.is_that_it.search(clause.text):
        acts, slots = (acts - {Act.REQUEST}) | {Act.ASK_MORE if done else Act.CONFIRM}, ()
    if Act.CONFIRM in acts and cues.other_matter.search(clause.text):
        acts = (acts - {Act.CONFIRM, Act.OFFER}) | {Act.ASK_MORE}
    if _asks_why(clause, cues):
        acts, slots = (acts - {Act.CONFIRM}) | {Act.REQUEST}, slots or (REASON,)
    if cues.questions.sets_limit.search(clause.text):
        acts, slots = (acts - {Act.CONFIRM}) | {Act.REQUEST}, (PRICE_LIMIT,)
    if clause.lacks and not acts & {Act.CONFIRM, Act.CLAIM_DONE}:
        acts, slots = acts | {Act.REQUEST}, tuple(dict.fromkeys((*clause.lacks, *slots)))
    if acts == clause.acts and slots == clause.slots:
        return clause
    return clause.model_copy(update={"acts": acts, "slots": slots})


def denies_refusing(text: str, cues: Cues) -> bool:
    """Whether a text says that nothing has been refused, and refuses nothing beside that."""
    rest = cues.no_refusal.sub(" ", text)
    return rest != text and not cues.cannot.search(rest)


def alike(one: str, other: str, cues: Cues) -> bool:
    """Whether two messages say the same but for filler words, punctuation and case."""
    left, right = _content(one, cues), _content(other, cues)
    if left == right:
        return True
    if len(left) <= 8 or len(left & right) < 0.93 * len(left | right):
        return False
    return not any(letter.isdigit() for word in left ^ right for letter in word)


def _content(text: str, cues: Cues) -> frozenset[str]:
    words = re.findall(r"[\w'$#@.-]*\w", text.lower().replace("\u2019", "'"))
    return frozenset(words) - cues.filler or frozenset(words)
