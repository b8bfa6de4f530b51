"""Refusals that name only the rule, or what stands in the way, and leave the no to be concluded: "43 days ago; returns
close after 30". They are ones in messages that neither propose nor ask for nor report anything else."""

from collections.abc import Sequence

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression

_DEED = r"(?:returns?|exchanges?|refunds?|cancell?ations?|swaps?|splits?|redirections?|(?:\w+ )?changes?)"
_AGAINST = expression(
    rf"\b{_DEED} (?:\w+ly )?(?:only )?(?:close|end|stop|run|work|go|are (?:\w+ )?(?:open|possible|accepted|allowed"
    r"|taken|for))s?\b[^.;?]*\b(?:after|within|for|until|till|up to|before|while|as long as|days)\b"
    r"|\bonly (?:pending|open|unshipped|unsent|delivered|full[- ]price|undelivered) (?:orders?|items?|things|ones)"
    r" (?:can|may|are|qualify)\b"
    r"|\bcan only be \w+ed (?:while|before|as long as|until|when|on|if)\b"
    r"|\b(?:shipped|sent|delivered|dispatched|final[- ]sale) (?:orders?|items?|parcels?|things)"
    r" (?:keep|stay|remain)\b"
    r"|\b(?:that|this|which) is (?:the|our|its|your) (?:limit|maximum|most|one)\b"
    r"|\b(?:payment|address|shipping|delivery|destination)\b[^,;:.?]{0,30}?\b(?:is|are) (?:now |already )?(?:locked"
    r"|frozen|fixed|closed)\b"
    r"|\bthe (?:\w+ )?(?:limit|maximum|window|deadline|period) (?:is|was|of|ends? after|closes? after) (?:\d+|thirty)\b"
    r"|\btoo (?:old|long ago|far back) (?:for|to)\b"
    r"|\b(?:i|we) (?:can )?only (?:\w+ )?(?:take|accept|process|allow|do)\b[^.;?]*\b(?:within|for|up to|until"
    r"|before|when"
    r"|if|while)\b"
    rf"|\b{_DEED} (?:must|have to|need to) be \w+ (?:within|before|while|until)\b"
    r"|\btoo late (?:for|to) (?!(?:me|you|say|thank|find|help)\b)\w"
    r"|\b(?:i|we) have no (?:\w+ )?(?:way|means) (?:to|of)"
    r" (?!(?:find|see|know|tell|check|look|verif|identif|confirm))\w"
    r"|\b(?:policy|rules?)(?: here)? (?:do|does|will|would) not (?:let|allow|permit) (?:me|us) (?:to )?\w"
)
_FOR_IT = expression(
    r"\b(?:good news|great news|eligible|in time|no problem|gladly|of course|qualif\w+|luckily|fortunately"
    r"|still (?:in|within|open|possible|time|early)|(?:happy|glad) to|sure|so (?:it|this|that|yours|you) (?:is|are|can)"
    r"|(?:i|we|you) (?:can|could|will|would|may)|(?:can|may) (?:now |still |also )?be)\b"
    r"(?! (?:only|not|no longer|see|tell|imagine|understand|be sorry)\b)"
)
"""Says that something goes."""


_AGO = expression(r"\b(\d+) days (?:ago|old|earlier|back|have (?:gone|passed)|since)\b")
_AT_MOST = expression(
    r"\b(?:up to|until|till|within|only|limit(?: is| of)?|maximum(?: is| of)?|no (?:more|later) than|at most|for"
    r"|after|(?:close|end|stop)s? (?:after|at|on)|window(?: is| of)?|inside) (?:the )?(?:first )?(?:day )?"
    r"(?P<limit>\d+)\b(?! (?:ago|old))(?: days)?|\b(?P<window>\d+)[- ]day (?:\w+ )?(?:window|limit|period|deadline)\b"
)


def is_over(sentences: Sequence[Sentence]) -> bool:
    """Whether sentences tell that more days have gone by than there are for something."""
    plain = " ".join(sentence.plain for sentence in sentences)
    gone = [int(found[1]) for found in _AGO.finditer(plain)]
    limits = [int(found["limit"] or found["window"]) for found in _AT_MOST.finditer(plain)]
    return bool(gone and limits) and min(gone) > max(limits)


def sets_days(sentence: Sentence) -> bool:
    """Whether it says how many days there are for something."""
    return not sentence.question and _AT_MOST.search(sentence.plain) is not None


def tells_against(sentence: Sentence) -> bool:
    """Whether it names a rule, or a state of things, by which something cannot be."""
    return not sentence.question and _AGAINST.search(sentence.plain) is not None


def tells_for(sentence: Sentence) -> bool:
    """Whether it says of something, beside such a rule, that it can be."""
    return _FOR_IT.search(_AGAINST.sub(" ", sentence.plain)) is not None
