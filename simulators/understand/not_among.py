"""Refusals that only say that what the customer has given is none of what the rules allow: "and yours isn't one"."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression

_NOT_ONE = (
    r"(?:is|was|are|were)(?: (?:\w+ly|just|also))* (?:not (?:quite |really )?(?:(?:an?|any)?one\b|(?:one |any )?of\b"
    r"|among|in (?:it|them|there|the list)|on (?:it|them|the list|our list)|part of|covered|included|listed"
    r"|(?:an?|the) (?:valid|accepted|allowed|permitted|sufficient|good enough)|sufficient|enough|accepted|allowed"
    r"|permitted|pending|eligible)"
    r"|neither\b|none of|outside|beyond)"
    r"|(?:does|do) not (?:count|qualify|figure|fall under|appear|belong|meet|match|come under|do)\b"
)
_YOURS = (
    r"\b(?:yours|your (?:own |stated |given |present )?(?:reason|ground|case|situation)s?|that reason"
    r"|the (?:one|reason) (?:that |which )?you(?: have)? (?:gave|give|given|named|name|stated|state|mention(?:ed)?))"
)
_POINTED = r"\b(?:that|this|it|#?\w*\d\w*|[\w-]+ing(?: [\w-]+){0,5})"
_NOT_YOURS = expression(rf"{_YOURS} {_NOT_ONE}")
_NOT_THAT = expression(
    r"\b(?:reasons?|grounds?|cases|conditions|circumstances)\b"
    rf"[^.;:?]{{0,80}}?\b(?:and|but|while|whereas|however),? {_POINTED} {_NOT_ONE}"
)
_NOR_YOURS = expression(
    r"\b(?:and|but|while|whereas|which),? (?:yours|this one|this|that one) (?:(?:does|did|has) not(?=\W*$|[,.;])"
    r"|(?:is|was) not pending\b)"
)
_OF_WHICH = expression(r"\bof which (?:[\w'-]+ ){1,4}(?:is|are|was|were) not (?:one|part)\b")


def is_not_among(sentence: Sentence) -> bool:
    """Whether it says that the customer's reason, or what they want, is none of those that count."""
    if sentence.question:
        return False
    return any(rule.search(sentence.plain) for rule in (_NOT_YOURS, _NOT_THAT, _NOR_YOURS, _OF_WHICH))
