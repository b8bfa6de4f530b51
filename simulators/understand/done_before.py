"""What has been done once already, told as the reason of a no: no news of a change, and the no that goes with it."""

from simulators.understand.clauses import Sentence
from simulators.understand.closed import is_set_aside
from simulators.understand.words import expression, listed

_DONE = r"(?:(?!need|want|ask|mention)\w+ed|split|sent|made|put|set|taken|done|given)"
_LATELY = r"(?:(?:already|actually|also|all|both|since) )*"
_BEEN = rf"(?:(?:has|have|had) {_LATELY}been|was|were) {_LATELY}{_DONE}"
_HAD = r"(?:had (?:(?:it|that|this|the|your) (?:\w+ )?)?)?"
_HAVE = rf"(?:i|we|you) (?:have )?{_LATELY}{_HAD}{_DONE}"
_ON = r"(?:(?!\b(?:and|but|so|once|twice|before|now|if|when|as|than|like)\b)[^,;:.?]){0,60}?"
_THEN = r"(?=\W*$|[,;:.)]| [\u2013\u2014-]| (?:and|so|which|but|on|for|this|that|today|earlier|in)\b)"
_BEFORE = rf"(?:(?:once|twice) (?:already|before)|already (?:once|twice)|before(?= (?:already|once)\b)){_THEN}"
_ONCE_BEFORE = expression(
    rf"\b(?:{_BEEN}|{_HAVE})\b{_ON} {_BEFORE}"
    rf"|\b(?:(?:has|have|had) already been|(?:was|were|been|(?:i|we|you)(?: have)?) already) {_HAD}{_DONE}\b{_ON} "
    rf"(?:once|twice){_THEN}|\b{_BEEN}\b{_ON} before(?=\W*$|[,;:.)])"
)
"""By its words done at another time than now."""
_SOME_TIME = expression(rf"\b{_BEEN}\b{_ON} (?:already|before|once){_THEN}")
"""Done at another time where it is the reason of a no."""
_NO = expression(
    r"\b(?:can not|can no longer|unable to|not able to) (?!(?:see|find|tell|say|locate|verify|confirm|match|be (?:found"
    r"|located|verified|sure))\b)\w"
    r"|\b(?:not|no longer) (?:be )?(?:possible|allowed|permitted|an option)\b|\bimpossible\b|\bnot allow\b"
    r"|\bno (?:further|second|more|other|additional|third)\b|\b(?:only (?:be \w+ )?|just )once\b|\bonce only\b"
    r"|\bthat is all (?:that )?(?:the|our) \w+ (?:allows?|permits?)\b"
    r"|\bonce is (?:all|the (?:limit|most|maximum))\b|\b(?:only (?:allow |permit )?|just )(?:one|a single)\b"
    r"|\b(?:one|a single) (?:\w+ )?(?:per|for (?:each|every|an))\b|\b(?:have to|must) (?:decline|say no|refuse)\b"
    r"|\b(?:its|the|your|their|that) (?:one|only|single) (?:\w+ )?(?:time|chance|change|exchange|split|redirection)\b"
    r"|(?:^|[,;] )(?:so |but |and |then )?(?:it is )?(?:a )?no\W*$|\bruled out\b|\brules out\b"
)
_GATE = listed("already before once twice")
_IF = expression(r"\b(?:if|unless|whether|until|when(?:ever)?)\b")


def is_reason(sentence: Sentence) -> bool:
    """Whether it tells of something done at another time than now, of which it may say that it rules another out."""
    if sentence.question or sentence.vocabulary.isdisjoint(_GATE):
        return False
    plain = sentence.plain
    return _ONCE_BEFORE.search(plain) is not None or (_SOME_TIME.search(plain) is not None and _says_no(plain))


def tells(segment: str) -> bool:
    """Whether a part of such a sentence, in lower case, is the one that tells of what was done."""
    return (_ONCE_BEFORE.search(segment) or _SOME_TIME.search(segment)) is not None


def rules_out_another(sentence: Sentence) -> bool:
    """Whether it refuses because of what has been done before: "it's been split once already, so I can't again"."""
    return is_reason(sentence) and _says_no(sentence.plain)


def _says_no(plain: str) -> bool:
    return _NO.search(plain) is not None and not (_IF.search(plain) or is_set_aside(plain))
