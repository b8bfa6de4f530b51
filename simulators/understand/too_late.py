"""Refusals by time: the time for something is over, its one time has been had, or its time is still to come."""

from simulators.understand.clauses import Sentence
from simulators.understand.closed import is_set_aside
from simulators.understand.words import expression, listed

_GATE = listed(
    "no over up past gone passed ended expired lapsed closed out late only single one second third used spent had",
    "locked frozen stone cemented fixed final once",
)
_NO_DOING = expression(
    r"(?:^|[,;:.=\u2013\u2014-] |\b(?:so|but|and|sorry|means) )no (?:more |further )?"
    r"(?:cancell?|return|exchang|chang|swapp|switch|redirect|refund|mov)ing\b"
    r"(?: (?:it|this|that|these|those|them)(?: (?:one|order))?| (?:the|your) \w+)?"
    r"(?= (?:now|any ?more|any longer|at this (?:point|stage)|then|here|sorry|i am afraid)\b|\W*$|[,.;])"
)
"""Rules a deed out by its name: "no cancelling now"."""
_DAYS_OVER = expression(
    r"(?<!\bonce )(?<!\buntil )(?<!\btill )(?<!\bbefore )(?<!\bwhen )(?<!\bafter )(?<!\bif )"
    r"\b(?:the|your|its|those|these|all) (?:\d+|thirty|return|exchange|allowed)(?: \w+)?[ -]"
    r"(?:days?|windows?|periods?|deadlines?)(?: (?:for|to) (?:\w+ ){0,3}?\w+)? "
    r"(?:(?:are|were|is|was) (?:already |now |long |also )?(?:over|up|past|gone)"
    r"|(?:(?:has|have|had) (?:already |now |also |long )?)?(?:ended|expired|lapsed|passed|ran out)"
    r"|(?:has|have|had) (?:already |now |also |long )?run out)\b"
)
_TOO_LATE = expression(
    r"\b(?:it|that|this|which) (?:is|was)(?: (?:now|already|simply|just|unfortunately|sadly))* too late"
    r"(?=\W*$|[,.;]| (?:now|sorry|i am afraid)\b)"
    r"|^(?:(?:sorry|sadly|unfortunately|alas|now|by now)[, ]+)*too late(?=\W*$|[,.;:]| (?:now|sorry|i am afraid)\b)"
)
_ONE = (
    r"\b(?:one|1|a single) (?:\w+ )?(?:change|exchange|return|swap)(?: of (?:the )?\w+)?(?: only)?"
    r" (?:per|for (?:each|every|an)|an) order\b"
    r"|\b(?:each|every|an|any) order (?:gets|has|allows|comes with|may have|can have) (?:only |just )?(?:one|a single) "
    r"(?:\w+ )?(?:change|exchange|return|swap)\b"
    r"|\b(?:rules?|policy|shop|we) (?:allows?|permits?|grants?|gives?) (?:for )?(?:only |just |but )?(?:one|a single) "
    r"(?:\w+ )?(?:one|change|exchange|return|swap)\b"
    r"|\bonly (?:one|a single) (?:\w+ )?(?:change|exchange|return|swap|split|redirection) is (?:allowed"
    r"|permitted|possible)\b"
)
_ONE_ONLY = expression(_ONE)
"""States how often something may be done: beside no proposal of it, a refusal of another time."""
_AND_HAD = expression(
    rf"(?:{_ONE})[^.;?]{{0,30}}?\b(?:you|it|r\d+) (?:have |has )?(?:already |just |now )*(?:had|used|spent)\b"
    rf"|(?:{_ONE})[^.;?]{{0,30}}?\b(?:that|it|this)(?: one)? (?:has|is|was) (?:already |just |now )*(?:been )?"
    r"(?:made|used|done|spent|had|gone)\b"
)
_DONE = r"(?:return|exchange|change|swap)"
_ONE_AN_ORDER = (
    r"[^.;?]*\b(?:it is|there is|only|just) (?:only |just )?one"
    rf" (?:{_DONE}(?: or {_DONE})? )?(?:per|for each|an) order\b"
)
_MADE_ONCE = expression(
    rf"\b(?:an?|one|the) {_DONE}\b[^.;?]*\b(?:been|was|made|done)\b{_ONE_AN_ORDER}"
    rf"|\b(?:been|was) (?:an?|one) {_DONE}\b{_ONE_AN_ORDER}"
    r"|\b(?:been|was) \w+ed (?:\w+ )?(?:before|already|once)\b[^.;?]*\b(?:permits?|allows?|takes?|possible|goes)\b"
    r"[^.;?]*\bonce\b"
)
"""Says that it has been done, and how often it may be."""
_TIMES = expression(
    r"\b(?:had|used(?: up)?|spent) (?:its|your|their|the (?:one|only|single)|that one) (?:(?:one|only|single) )?"
    r"(?:shipping |address |delivery )?(?:changes?|exchanges?|returns?|swaps?|switch)(?: of (?:the )?\w+)?"
    r"(?=\W*$|[,.;]| (?:just|already|today|now|earlier|a moment|this|when|with)\b)"
    r"|\b(?:yours|the (?:one|only|single) (?:change|exchange|return|swap|one)(?: of (?:the )?\w+)?) (?:is|was|has been)"
    r" (?:now |already |just )*(?:used(?: up)?|spent|gone)\b"
    r"|\b(?:a|the|its|your) (?:second|third) (?:\w+ )?(?:change|exchange|return|one|time|swap)\b.*"
    r"\b(?:(?:allow|permit|grant|give|provide for)s?(?: for)? (?:only |just |but |exactly )?(?:one|a single)\b"
    r"|only (?:one|once)\b|one only\b)"
    r"|\b(?:that|this|it) was the (?:one|only|single) (?:\w+ )?(?:change|exchange|return|one|swap) (?:that |which )?"
    r"(?:the|our|any|each|an?|is|was|allowed|possible|it can|i can|we|there)\b"
)
"""The one time that there is has been had."""
_FASTENED = (
    r"\b(?:the|its|your|that|this) (?:\w+ ){0,2}?(?:address|shipping|delivery|payment|destination)(?: method)?"
    r" (?:is|are|stays)(?: (?:now|already|therefore|simply))* "
)
_FIXED = expression(
    rf"{_FASTENED}(?:locked(?: in)?|frozen|cemented|(?:set|cast|carved) in stone)\b"
    rf"|(?:\b(?:that|which|this) means(?: that)?|\bso|\btherefore|\bhence|\bwith that),? {_FASTENED}"
    r"(?:fixed|final)(?=\W*$|[,.;]| (?:now|and|for good|too)\b)"
)
_SENT = listed("processed carrier shipped dispatched sent way truck road packed courier travelling left depot van")
_HAVE = expression(r"\b(?:i|we) have\b")
_HERE = r"(?:arriv(?:al|e|es|ed)|deliver(?:y|ed)|reach(?:es|ed)?|with you|in your hands|landed)"
_DOES = (
    r"(?:arrange|set up|start|open|request|book|take|accept|do|create|register|organi[sz]e|initiate|return|exchange|put"
    r" through)(?![^,;:?]{0,40}\b(?:refund|money|pay|payment)\b)"
)
_ONLY_LATER = expression(
    rf"\b(?:i|we) (?:can|could|may) (?:\w+ly )?only {_DOES}\b[^,;:?]{{0,50}}?"
    rf"\b(?:once|after|when|as soon as)\b[^,;:?]{{0,40}}?\b{_HERE}\b"
    rf"|\b(?:i|we) (?:can|could|may) {_DOES}\b[^,;:?]{{0,50}}?"
    rf"\bonly (?:once|after|when|as soon as)\b[^,;:?]{{0,40}}?\b{_HERE}\b"
    rf"|\bonly (?:be )?[^;:?]{{0,40}}?\b(?:once|after|when|as soon as)\b[^;:?]{{0,40}}?\b{_HERE}\b"
    r"[^;:?]{0,20}?\b(?:come|get|write|contact|message)\b[^;:?]{0,12}\b(?:us|me|back|here|again)\b[^;:?]{0,8}\bthen\b"
)
"""What can be done after the delivery only, which has not been."""


def has_had_its_one(sentence: Sentence) -> bool:
    """Whether it says that the one time that there is for something has been had, which reports nothing new."""
    return any(rule.search(sentence.plain) is not None for rule in (_AND_HAD, _MADE_ONCE))


def is_too_late(sentence: Sentence) -> bool:
    """Whether it says that the time, or the one time, for something is over, or that it is still to come."""
    if sentence.vocabulary.isdisjoint(_GATE):
        return False
    plain = sentence.plain
    if is_set_aside(plain):
        return False
    if any(
        rule.search(plain) is not None
        for rule in (_NO_DOING, _DAYS_OVER, _TOO_LATE, _TIMES, _AND_HAD, _MADE_ONCE, _ONLY_LATER)
    ):
        return True
    sent = "locked" in plain or not sentence.vocabulary.isdisjoint(_SENT)
    return sent and _FIXED.search(plain) is not None and _HAVE.search(plain) is None


def allows_one(sentence: Sentence) -> bool:
    """Whether it says that something may be done a single time only."""
    return not sentence.question and _ONE_ONLY.search(sentence.plain) is not None
