"""Sentences that say no only to what would stand in the way: "it hasn't shipped yet, so I can cancel it"."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression

_NOTHING_AGAINST = (
    r"(?:\b(?:not|never|no longer)(?: (?:yet|been|even|quite|still|already|to be|out))*"
    r" (?:shipped|processed|sent|dispatched|handed|left|gone|expired|ended|over|passed|lapsed|closed|used|sold[ -]out"
    r"|out[ -]of[ -]stock|stock|late|cost|on (?:its|the) way|final|in transit|with the carrier)\b"
    r"|\bnot (?:see|find|know of) (?:anything|any reason|a reason) (?:against|why|not)\b"
    r"|\b(?:nothing|no reason) (?:stands|speaks|is there|against)\b)"
)
_DOING = (
    r"(?:(?:i|we|you|it|this|that|they|cancel\w*|changing|(?:the|your|its|this|a) [\w'-]+)(?: of \w+)?"
    r"(?: (?:still|also|now|gladly|therefore))*"
    r" (?:can|could|may|will|would|am (?:still )?able|are (?:still )?able|is (?:still )?(?:possible|allowed|fine)"
    r"|works)\b"
    r"(?! (?:not|only|no)\b))"
)
_SO_IT_GOES = expression(
    rf"{_NOTHING_AGAINST}[^.;?]*?(?:,|\band\b)? ?\b(?:so|therefore|hence|thus|which means)(?: that)?,? {_DOING}"
)
_AS_NOTHING = expression(
    rf"\b(?:as|since|because|although|though|given that|while)\b[^.;?]*?{_NOTHING_AGAINST}[^.;?]*?, {_DOING}"
)
_GOES_AS = expression(
    rf"{_DOING}[^.;?]*?,? (?:as|since|because|for)\b[^.;?]*?{_NOTHING_AGAINST}(?![^.;?]*\b(?:but|can not)\b)"
)


def lets_do(sentence: Sentence) -> bool:
    """Whether it says that something can be done, as nothing stands in the way."""
    if "not" not in sentence.vocabulary and sentence.vocabulary.isdisjoint({"never", "no", "nothing"}):
        return False
    return any(rule.search(sentence.plain) for rule in (_SO_IT_GOES, _AS_NOTHING, _GOES_AS))
