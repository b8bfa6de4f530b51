"""What is said right before or after a value to rule it out."""

from simulators.understand.words import expression

_NEAR = 90
"""Characters around a value in which it is ruled out."""
_RULES_OUT = expression(
    r"\b(?:not|never|no|neither|nor|longer|than|instead|wrong|false|incorrect|doubt|out|forget|ignore|disregard|except"
    r"|but|else|customer|account|differ(?:s|ed|ent)?)\b|n't\b",
)
"""Without any of these words nothing is ruled out."""
_NOT = r"(?:\s+not|n't|\s+never)"
_DEGREE = r"(?!(?:until|till|after|before|more|less|than|over|under|only|just|yet|including|because|if|but)\b)"
_WORD = rf"{_DEGREE}(?!(?:that|which|so|you|it|we|they|is|was|are|were|costs?|paid)\b|and\s+(?:you|it|we|they|\Z))"
_IS_NOT = rf"(?:\b(?:is|are|was|were|be|been)|'s)(?:\s+[a-z]+ly)?{_NOT}"
_SURELY = r"(?:(?:really|actually|definitely|certainly|exactly|quite|in fact|indeed|even)\s+)?"
_THE_ONE = rf"(?:(?:the|an?|your|that|those|these|one of)\s+(?:{_WORD}[\w-]+\s+){{0,5}}?)"
_BEFORE = (
    r"(?:\b(?:not|never|no longer|rather than|instead of|neither|nor)|n't)\s+"
    r"(?:(?:the|an?|your|exactly|for|at|on|be|been|being|costs?|pay|paid|have|has|had|delivered|placed|refunded|charged"
    r"|priced|to|is|was|amount|sum|total|price|date|day|of|it|that|you|come|came|arrived?|ordered|shipped|sent"
    r"|really|actually|definitely|certainly|quite|full|one)\s+){0,4}",
    rf"{_IS_NOT}\s+{_SURELY}{_THE_ONE}(?:(?:that|which|you)\s+(?:is|was|were|costs?|came|arrived|paid)\s+)?"
    r"(?:(?:at|for|on|from|of)\s+)?",
    rf"\b(?:did|do|does|have|has|had){_NOT}\s+{_SURELY}(?:get|got|have|had|buy|bought|pay|paid|cost|order|ordered)\s+"
    rf"{_THE_ONE}",
    rf"\b(?:do|does|would){_NOT}\s+(?:think|believe|say)\s+(?:that\s+)?(?:{_DEGREE}[\w-]+\s+){{1,4}}?",
    r"\bnot,?\s+(?:as you (?:say|said|think|thought|put it),?|like|as if)\s+(?:[\w-]+\s+){0,3}?",
    r"\b(?:i doubt(?:\s+that)?|(?:is|was|be) (?:wrong|false|incorrect|not true)(?: to say)?\s+that)\s+"
    r"(?:[\w-]+\s+){1,3}?",
    r"(?<!not )(?<!n't )\b(?:(?:any|every)thing|(?:any|every) [\w-]+)\s+(?:but|except|other than)\s+"
    r"(?:for\s+)?(?:the\s+)?",
    r"(?<!not )(?<!n't )\bdiffer(?:s|ed|ent)?\s+(?:from|than|to)\s+(?:the\s+)?",
    r"\b(?:ruled? out|forget|ignore|disregard)\s+(?:the\s+|those\s+|that\s+)?",
)
"""Before a value. "Not after", "not until" and "not more than" deny something else."""
_DENIED_BEFORE = expression(rf"(?:{'|'.join(_BEFORE)})\Z")
_WHAT = r"(?:one|amount|price|total|figure|sum|order|charge|parcel|set|date|day|option|value|answer|number)"
_MERELY = r"(?:right|correct|actual|true)"
_AFTER = (
    rf"(?:is|are|was|were){_NOT}\s+{_SURELY}(?:it\b(?!\s*\?)|what (?:you|it|they|was|is)\b|{_MERELY}\b"
    rf"|yours\b|meant\b|(?:the|your)\s+(?:{_MERELY}\s+)?{_WHAT}(?=\s*(?:[.,;:!?\n]|\Z)|\s+you\b))",
    r"(?:is|are|was|were|would be|can only be|must be|seems)\s+(?:simply\s+|clearly\s+)?(?:wrong|incorrect|false"
    r"|ruled out|out(?! of)|(?:a|an) (?:mistake|error)|(?:for\s+|that of\s+)?(?:someone|somebody) else"
    r"|(?:for\s+|that of\s+|from\s+)?another (?:customer|person|account))\b",
    r"(?:does|do|did|would|wo|will|can|ca)(?:\s+not|n't)\s+(?:apply|be (?:it|right|correct))\b",
    r"(?:was|were)\s+never\s+(?:charged|paid|taken|yours)\b",
    rf"(?:is|was|are|were)\s+what\s+(?:it|you|they|we)\s+(?:did|do|does|have|has|had|was|were|is|are){_NOT}\b",
)
_DENIED_AFTER = expression(
    rf"(?:\s+{_WHAT}s?)?(?:,?\s+(?:that|which))?\s+(?:{'|'.join(_AFTER)})|\?\s+no\b(?! (?:problem|worries|doubt))",
)


def may_deny(plain: str) -> bool:
    """A quick look at a text, as `folded` returns it."""
    return _RULES_OUT.search(plain) is not None


def is_denied(plain: str, start: int, end: int) -> bool:
    """Whether a text, as `folded` returns it, says of what stands from start to end that it is not the one."""
    before, after = plain[max(0, start - _NEAR) : start], plain[end : end + _NEAR]
    return (_RULES_OUT.search(before) is not None and _DENIED_BEFORE.search(before) is not None) or (
        _RULES_OUT.search(after) is not None and _DENIED_AFTER.match(after) is not None
    )
