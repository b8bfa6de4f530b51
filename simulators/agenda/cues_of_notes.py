"""Cues of a language that tell a note beside a proposal from a refusal of it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class NoteCues:
    """Regular expressions over parts of a clause, case ignored."""

    joins: re.Pattern[str]
    """Stands between a part and the next."""
    later: re.Pattern[str]
    """A whole part that says of what is proposed, or of nothing in particular, that it cannot be repeated, changed or
    taken back once it is done."""
    cost: re.Pattern[str]
    """A whole part that says that what was paid beside the goods does not come back."""
    others: re.Pattern[str]
    """A whole part that says that what else there is stays as it is."""
    no_more: re.Pattern[str]
    """Says that something cannot be changed any more, which beside a proposal is meant for afterwards."""
    whole_only: re.Pattern[str]
    """A whole part that says that nothing less than a whole order can be dealt with."""
    as_it_stands: re.Pattern[str]
    """Speaks of what has been done before, which may be why something cannot be."""
    as_it_is: re.Pattern[str]
    """Tells what state something is in."""
    asks_to_leave: re.Pattern[str]
    """A whole question whether things may stay as they are."""


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_CANNOT = (
    r"(?:can(?:not| not|['\u2019]t)|could(?:n['\u2019]t| not)|(?:wo(?:n['\u2019]t)|will not|would(?:n['\u2019]t| not))"
    r"(?: be able to)?|(?:am|are|is|['\u2019]m|['\u2019]re|['\u2019]s)(?: not|n['\u2019]t) able to"
    r"|(?:['\u2019]ll|will|would) not be able to|(?:am|are|is|['\u2019]s|will be|would be) unable to|can no longer)"
)
_DEED = (
    r"(?:(?:whole |new )?(?:change|exchange|return|cancell?ation|refund|split|switch|swap|request|step|choice|update"
    r"|redirection|decision|order))"
)
_IT = (
    rf"(?:it|this|that|these|those|they|them|you|i|we"
    rf"|(?:the|your|this|that|such an?|an?) {_DEED}"
    rf"(?: (?:itself|as such))?|(?:the |your )?(?:order )?#?[a-z]*\d[\w-]*"
    r"|an? \w+ed (?:order|item|return)|(?:whatever|anything|what|everything|items?|things?)(?: [^,;:.?]{1,40}?)?)"
)
_SUCH = rf"(?:something|a thing|an? {_DEED})(?: that| which)?"
_ONCE = r"(?:only |just )?(?:once|one time|a single time)(?: only)?(?: (?:per|for an|in an|for each) order)?"
_UNDONE = (
    r"(?:undone|reversed|revoked|recalled|reinstated|restored|reopened|withdrawn|(?:taken|brought|rolled) back|revived"
    r"|(?:un(?:do|cancel)|reverse|revoke|recall|reinstate|restore|reopen|withdraw|take|roll)"
    r"(?: (?:it|this|that|them|an?y of it))?(?: back)?)"
)
_LATER = (
    r"(?:again|twice|(?:a|any) (?:second|third|further|other) time|another time|once more|more than once|any further"
    r"|later(?: on)?|afterwards?|from then on|after (?:that|this|it)|(?:after|once) (?:that|this|it)(?:['\u2019]s| is)"
    r"(?: done)?|thereafter|in hindsight|back)"
)
_NOTE_THAT = (
    r"^\W*(?:(?:please|and|but|so|as|since|because|also|just|then|only|though|although|yet|which|with"
    r"|(?:do )?(?:note|remember|mind|know)|be aware|keep in mind|bear in mind|so you know|for your information"
    r"|(?:before|once|when|if) (?:i|we) (?:do|submit|save|place|put (?:it|this|that) through)(?: (?:it|this|that|so))?"
    r"|after (?:that|this|which)|thereafter|once (?:done|that(?:['\u2019]s| is) done|submitted)|afterwards?"
    r"|from then on|of course|however|unfortunately)(?: that)?,? )*"
)
_END = r"(?: (?:by me|by us|for you|any ?more|then|either|at all|though|here|of course))*\W*$"
ENGLISH = NoteCues(
    joins=_of(
        r"\s*[,;:\u2013\u2014]\s*(?:and |but |so |as |since |because )?|\s+-\s+|\s*\(|\)\s*|\s+(?:and|but|so|because)\s"
    ),
    later=_of(
        r"^\W*(?:and |but |so )?(?:thereafter|after (?:that|this|which)|afterwards|from then on),? "
        rf"[^,;:.?]*\b{_CANNOT}\b[^,;:.?]*\W*$|"
        rf"{_NOTE_THAT}(?:"
        rf"{_IT} {_CANNOT} (?:\w+ ){{0,4}}?{_LATER}(?: {_LATER})?"
        rf"|(?:the|its|your) payment(?: of (?:this|that|the) order)? {_CANNOT} (?:\w+ ){{0,4}}?(?:afterwards?"
        rf"|from then on"
        r"|(?:any ?more |any longer )?(?:after|once) (?:that|this|it|the \w+)(?: is (?:made|done))?)"
        rf"|(?:the )?payment of such an order {_CANNOT} (?:\w+ ){{0,4}}?(?:any ?more|any longer|again|afterwards?)"
        rf"|{_IT} {_CANNOT} (?:then |later |simply |just )?(?:be )?{_UNDONE}(?: {_LATER})?"
        rf"|(?:you|i|we|(?:other|further|more) (?:items|things)) {_CANNOT} (?:then "
        rf"|later )?(?:be )?add(?:ed)?\b[^,;:.?]*"
        rf"|(?:you|i|we) {_CANNOT} (?:\w+ ){{0,2}}?change (?:your|my|our) minds?(?: {_LATER})?"
        rf"|(?:(?:{_IT}|{_SUCH}) )?(?:can|may) (?:only |just )?be \w+ {_ONCE}"
        rf"|(?:(?:{_IT}|{_SUCH}) )?(?:is|works|goes) (?:only |just )?(?:(?:possible|allowed|permitted) )?{_ONCE}"
        r"|(?:one |a )?(?:last |small |important )?(?:caveat|caution|warning|remark|reminder|word of warning|note)"
        rf"|{_IT}(?: is|['\u2019]s|['\u2019]ll be| will be| are| would be| becomes)(?: then)?"
        r" (?:final|irreversible|definite|for good|permanent|(?:a )?(?:once|one time) only"
        r"|not (?:reversible|revocable))"
        r"|only (?:one|a single) (?:\w+ )?(?:change|return|exchange|switch)(?: of \w+)?(?: (?:per|for an|in an) order)?"
        r" (?:is|can be) (?:allowed|possible|made|permitted)"
        r"|(?:no|nothing)(?: (?:else|more|further|other))? (?:of (?:it|this|that|the order) )?(?:\w+ ){0,5}?"
        r"(?:possible|allowed|changed?|changes?|way back|going back|turning back|undoing)"
        rf"(?: (?:of|to|in|about|on|for|from) (?:it|this|that|(?:the|this) order))?(?: {_LATER})?"
        rf"|there(?:['\u2019]s| is| will be| would be)(?: then)? no (?:way|going|turning|undoing|second|further|other"
        rf"|more)(?: (?:it|that|this|back|chance|changes?|change))*(?: possible| allowed)?(?: {_LATER})?"
        rf"){_END}"
    ),
    cost=_of(
        rf"{_NOTE_THAT}(?:only )?(?:(?:the|your|any) )?(?:[$\u20ac\u00a3]?[\d.,]+\d )?(?:express |standard |original )?"
        r"(?:shipping|delivery|postage)(?: (?:fees?|costs?|charges?|price))?(?: of [$\u20ac\u00a3]?[\d.,]+\d)?"
        r"(?: (?:you |that )?(?:you )?paid)?"
        rf"(?: {_CANNOT} be (?:refunded|returned|given back|paid back|reimbursed|included)"
        r"|(?: is|['\u2019]s| are)(?: not|n['\u2019]t)(?: a?)? ?(?:refundable|refunded|included|part of it|reimbursed"
        r"|returned|covered)"
        r"|(?: is|['\u2019]s) (?:non-?refundable|excluded|kept)|(?: does| do)(?:n['\u2019]t| not) come back"
        rf"|(?: wo(?:n['\u2019]t)| will not) (?:come back|be (?:refunded|returned|reimbursed|included)))"
        rf"(?: with it)?{_END}"
    ),
    others=_of(
        rf"{_NOTE_THAT}(?:the rest(?: of (?:it|the order|your order))?|everything else|(?:all )?(?:the )?other"
        r" (?:items|things|orders)|nothing else(?: (?:of|in|about) (?:it|the order|this order))?)"
        r" (?:is(?: not|n['\u2019]t)|are(?: not|n['\u2019]t)|wo(?:n['\u2019]t) be|will not be|will be|is) "
        rf"(?:affected|touched|changed|concerned){_END}"
    ),
    no_more=_of(
        rf"{_NOTE_THAT}{_IT} {_CANNOT} (?:\w+ ){{0,3}}?"
        r"(?:any ?more|any longer|(?:any ?more |any longer )?(?:after|once) (?:the|a|this|that) \w+(?: is (?:made"
        r"|done))?)"
        rf"{_END}"
    ),
    whole_only=_of(
        rf"{_NOTE_THAT}(?:(?:i|we) {_CANNOT} \w+ (?:(?:just|only) )?(?:an? |one |any )?(?:single|individual"
        rf"|separate|part"
        r"|parts|one|two|only|just)\b[^,;:.?]*"
        r"|(?:single|individual|separate) (?:items?|things?|articles?|products?)\b[^,;:.?]*"
        r"|(?:the |your )?(?:items?|things?) [^,;:.?]*\b(?:separately|individually|one by one|on (?:its"
        r"|their) own)\b[^,;:.?]*"
        r"|(?:it is|it['\u2019]s) (?:possible )?only (?:possible )?(?:for |with )?the (?:whole|entire"
        r"|complete) order\b[^,;:.?]*"
        r"|only (?:the|an?) (?:whole|entire|complete) order\b[^,;:.?]*"
        r"|(?:i|we) can only \w+ (?:the|an?|your) (?:whole|entire|complete) order\b[^,;:.?]*"
        r"|not (?:just |only )?(?:single|individual|separate|some|parts?|one)\b[^,;:.?]*"
        rf"|it(?:['\u2019]s| is) all or nothing){_END}"
    ),
    as_it_is=_of(
        r"\b(?:on (?:its|the|their) way|carriers?|couriers?|depot|in transit|final sale|delivered|shipped|dispatched"
        r"|sent|left|arrived|came|stays?|remains?|keeps?|too late|past|passed|expired|over)\b"
    ),
    asks_to_leave=_of(r"^(?!.*\b(?:or|but)\b).*\b(?:leave|keep|stay|remain|let it be|drop)\b.*\?\W*$"),
    as_it_stands=_of(
        r"\b(?:already|before|had|has been|have been|was|were|used up|earlier|yesterday|last (?:week|month)|ago|once)\b"
    ),
)
