"""What "where" and "which" ask for after a refund, or ways of payment or of shipping, have been spoken of."""

from collections.abc import Sequence

from simulators.understand.alternatives import kind_of_alternatives
from simulators.understand.choosing import chooses
from simulators.understand.clauses import Sentence
from simulators.understand.slots import CHOICE, OPTION, SlotIndex
from simulators.understand.words import expression

_PAID = "payment_method"
_WAYS = (_PAID, "shipping_method")
_PLACES = frozenset(("address", CHOICE))
"""What such a question asks for by its own words alone."""
_WHERE_IT_GOES = expression(
    r"\bwhere(?! (?:is|was|did)\b)[^,;?]*? (?:it|that|this)\b(?! (?:parcel|order|package|item))"
)
_MONEY = expression(r"\b(?:refunds?|money|reimbursement|(?:price )?difference|surplus)\b|[$\u00a3\u20ac]\d")
_PAID_TO = expression(r"\b(?:to|for|onto|on|in) (?:your|the|an?) (?:[\w-]+ ){0,3}?(?:cards?|wallet)\b")
_BARE_WHICH = expression(
    r"(?:(?:and|so|now),? )?which(?: (?:one|of (?:them|these|those)))?(?: (?:would|do) you (?:like|prefer|want"
    r"|rather have)| (?:shall|should|will) it be| suits you)?(?: instead| best)?\?$"
)
_COMES_IN = expression(
    r"\b(?:in stock|available|comes?|have (?:it|that|this|the [\w ]{2,30})) (?:now )?in\b"
    r"|\b(?:in stock|available|variants?|versions?|colou?rs?|sizes?|replacements?)\b[^.]*:$"
)
_SENT = expression(r"\b(?:parcel|package|deliver\w*|ship\w*|sent to|address)\b")


def with_way(
    slots: tuple[str, ...], sentence: Sentence, before: Sequence[Sentence], index: SlotIndex
) -> tuple[str, ...]:
    """The slots that a sentence asks for, with a way of paying or of shipping for a place or a choice that is one."""
    if _PLACES.isdisjoint(slots):
        return slots
    way = _PAID if index.has(_PAID) and _places_money(sentence, before) else None
    if way is None and slots == (CHOICE,):
        way = _way_before(sentence, before, index) or _option_before(sentence, before, index)
    return tuple(dict.fromkeys(way if key in _PLACES else key for key in slots)) if way else slots


def _option_before(sentence: Sentence, before: Sequence[Sentence], index: SlotIndex) -> str | None:
    """What "which one would you like" asks for where the ways in which one thing is in stock have been listed."""
    if not (index.has(OPTION) and _BARE_WHICH.match(sentence.plain) and any(earlier.item for earlier in before)):
        return None
    told = (earlier.plain for earlier in before if not (earlier.item or earlier.question))
    return OPTION if any(_COMES_IN.search(text) for text in told) else None


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


def _way_before(sentence: Sentence, before: Sequence[Sentence], index: SlotIndex) -> str | None:
    """What "which do you prefer" asks for right after ways: "to your card, or to a gift card"."""
    if not (before and chooses(sentence)):
        return None
    last = before[-1]
    kind = None if last.question or ":" in last.plain else kind_of_alternatives(last.plain, index.has)
    return kind if kind in _WAYS else None
