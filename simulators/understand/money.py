"""Where money is to go: what "where" and "which" ask for after a refund or ways of payment have been spoken of."""

from collections.abc import Sequence

from simulators.understand.alternatives import kind_of_alternatives
from simulators.understand.clauses import Sentence
from simulators.understand.requests import chooses
from simulators.understand.slots import CHOICE, SlotIndex
from simulators.understand.words import expression

_PAID = "payment_method"
_PLACES = frozenset(("address", CHOICE))
"""What such a question asks for by its own words alone."""
_WHERE_IT_GOES = expression(
    r"\bwhere(?! (?:is|was|did)\b)[^,;?]*? (?:it|that|this)\b(?! (?:parcel|order|package|item))"
)
_MONEY = expression(r"\b(?:refunds?|money|reimbursement)\b|[$\u00a3\u20ac]\d")
_PAID_TO = expression(r"\b(?:to|for|onto|on|in) (?:your|the|an?) (?:[\w-]+ ){0,3}?(?:cards?|wallet)\b")
_SENT = expression(r"\b(?:parcel|package|deliver\w*|ship\w*|sent to|address)\b")


def with_way_of_payment(
    slots: tuple[str, ...], sentence: Sentence, before: Sequence[Sentence], index: SlotIndex
) -> tuple[str, ...]:
    """The slots that a sentence asks for, with the way of payment for a place or a choice if it is one of money."""
    if _PLACES.isdisjoint(slots) or not index.has(_PAID):
        return slots
    if not (_places_money(sentence, before) or (slots == (CHOICE,) and _chooses_way(sentence, before, index))):
        return slots
    return tuple(dict.fromkeys(_PAID if key in _PLACES else key for key in slots))


def _places_money(sentence: Sentence, before: Sequence[Sentence]) -> bool:
    """Whether "where should it go instead" speaks of a refund."""
    asking = _WHERE_IT_GOES.search(sentence.plain)
    if asking is None:
        return False
    for text in (sentence.plain[: asking.start()], *(earlier.plain for earlier in reversed(before))):
        if _PAID_TO.search(text):
            return True
        if _MONEY.search(text) or _SENT.search(text):
            return _SENT.search(text) is None
    return False


def _chooses_way(sentence: Sentence, before: Sequence[Sentence], index: SlotIndex) -> bool:
    """Whether "which do you prefer" comes right after ways of payment: "to your card, or to a gift card"."""
    if not (before and chooses(sentence)):
        return False
    last = before[-1]
    return not (last.question or ":" in last.plain) and kind_of_alternatives(last.plain, index.has) == _PAID
