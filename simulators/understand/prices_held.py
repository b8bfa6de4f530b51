"""Refusals to ask less for something: "no discounts here", "nothing comes off", "we don't match prices"."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_GATE = listed("no not nothing fixed firm final nor neither never what paid")
_LESS = (
    r"(?:discounts?|coupons?|rebates?|reductions?|mark-?downs?|haggling|bargaining|price[ -](?:match(?:es|ing)?"
    r"|adjust(?:ments?|ing)|cuts?|reductions?)|money off)"
)
_ENDS = (
    r"(?=\W*$|[,.;:)]| [\u2013\u2014-]| (?:and|so|here|at all|either|i am afraid|available|possible|allowed|of any kind"
    r"|from (?:me|us)|with us|in (?:this|the|our) (?:shop|store)|(?:on|for) (?:it|this|that|these|those|the|your"
    r"|#?[a-z]*\d[\w-]*))\b)"
)
_NO_LESS = expression(
    rf"(?:^|[,;:.\u2013\u2014-] |\b(?:so|and|but|therefore|sorry|afraid|that|there (?:is|are)|(?:i|we) (?:do|give|offer"
    rf"|grant|make|have)) )(?:simply |just )?no (?:\w+ )?{_LESS}(?:(?:,| or| and| nor| no)+ \w+){{0,3}}{_ENDS}"
)
_KNOWS_NONE = expression(
    r"\b(?:i|we|rules?|policy|shop|system) (?:simply |just )?(?:know|allow|permit|provide for|offer|have|has|contain)s?"
    rf" no (?:\w+ )?{_LESS}"
)
_NOTHING_OFF = expression(
    r"\bnothing (?:\w+ )?(?:(?:can |will |would )?(?:come|go)(?:es)?|(?:can|will) be (?:taken|knocked)) off\b"
    r"|\bnothing (?:that )?(?:i|we) (?:can|could|may) (?:take|knock|get|shave) off\b"
    r"|\b(?:i|we) (?:can|could|do|will|may) (?:not|never)(?: \w+ly)? (?:take|knock|get|give|shave) (?:you )?"
    r"(?:any\w*|an?|a cent|a penny|[$\u00a3\u20ac]\S+|(?:\w+ )?money)(?: \w+)? off\b"
    r"|\b(?:stays?|remains?) (?:at |with )?(?:what|the price(?: that)?) you(?: have)? paid\b"
)
_AS_IT_IS = expression(
    r"\b(?:price|amount|cost)(?: (?!per\b)[\w'-]+){0,6}? (?:is|stays|remains|are) "
    r"(?:(?:already|now|also|simply|just|quite|therefore) )*"
    r"(?:fixed(?! (?:the|your|now)\b)|firm|final(?! sale\b)|what it is|as (?:it is|shown|listed|marked))\b"
)
_NO_MATCH = expression(
    r"\b(?:i|we|the shop|our shop) (?:do|can|will|could) not (?:\w+ly |ever )?(?:price[ -]match\b"
    r"|match (?:[\w']+ ){0,4}?(?:prices?|offers?|deals?)\b)"
)
_OF_RECORD = expression(r"\b(?:applied|on (?:file|record)|needed|required|necessary|code|was|were|yet|so far)\b")


def holds_price(sentence: Sentence) -> bool:
    """Whether it says that nothing is taken off a price."""
    if sentence.question or sentence.vocabulary.isdisjoint(_GATE):
        return False
    plain = sentence.plain
    if any(rule.search(plain) is not None for rule in (_KNOWS_NONE, _NOTHING_OFF, _NO_MATCH)) or keeps_price(sentence):
        return True
    return _NO_LESS.search(plain) is not None and _OF_RECORD.search(plain) is None


def keeps_price(sentence: Sentence) -> bool:
    """Whether it says of a price that it stays what it is, which no word in it makes a change that was made."""
    return not sentence.question and _AS_IT_IS.search(sentence.plain) is not None
