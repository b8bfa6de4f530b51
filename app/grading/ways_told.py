"""How messages name the ways of paying that a check knows, and money that goes to one."""

import re
from functools import lru_cache

from app.grading.wordings import by_check, either
from domains.kit.checks import Routes
from simulators.understand.words import expression

_SUM = r"(?:\$ ?\d|\b(?:refund|money|amount|difference|total|it|that|which|this)\b)"
MOVES = expression(
    r"\b(?:put|refund\w*|credit\w*|pa(?:id|y|ys) back|paid out|back|transfer\w*|sent|goes|go|going|went|moved|booked"
    r"|reimburs\w*|charg\w*|issued|receiv\w+|gets?|got|comes?)\b"
    r"|\b(?:is|are|be) (?:(?:now|already|back|there) )*(?=(?:on|in)\b)"
)
_DIGITS = r"(?P<digits>(?: (?:ending|that ends|which ends)(?: (?:in|with))?| no\.?| number)?[ (.*x\u2022]*\d{4}\b)?"


def speaks_of_ways(text: str, check: Routes) -> bool:
    """Whether a text in lower case names a way of paying."""
    return any(name in text for name in _names(check))


@by_check
def _names(check: Routes) -> tuple[str, ...]:
    """How the ways of paying are called, without those in which another stands."""
    names = (*check.kinds, *check.forms)
    return tuple(name for name in names if not any(other in name for other in names if other != name))


@lru_cache(maxsize=64)
def ids_in(begins: tuple[str, ...]) -> re.Pattern[str]:
    """Texts in JSON that begin so."""
    return re.compile(rf'"((?:{"|".join(map(re.escape, begins))})[^"]*)"(?!:)')


@lru_cache(maxsize=8)
def formed(forms: tuple[str, ...]) -> re.Pattern[str]:
    """What money is said to come as."""
    return expression(
        rf"{_SUM}.*?\b(?:as|in|by|via|in the form of) (?:(?:a|an|your|our|some|the|[a-z]+) )?(?P<form>{either(forms)})"
    )


@lru_cache(maxsize=8)
def named_ways(kinds: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Payment methods as what money goes to, and as what gets it."""
    kind, moves = either(kinds), MOVES.pattern
    method = rf"(?P<brand>(?!{kind})[a-z]+ )?(?P<kind>{kind}){_DIGITS}"
    target = rf"(?:your |the )?{method}"
    return (
        expression(rf"{_SUM}.*?(?:{moves}).*?\b(?:to|on|onto|into|in) {target}"),
        expression(rf"(?:{moves}).*?{_SUM}.*?\b(?:to|on|onto|into) {target}"),
        expression(rf"\$ ?\d[\d,.]*(?: [a-z]+){{0,2}}? (?:to|onto|into) {target}"),
        expression(rf"\byour {method} (?:has (?:now |already |just )?)?(?:gets?|got|received|receives)\b.*?{_SUM}"),
    )
