"""Rules for requests to choose among things that others name: \"which one\"."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_PICKS = expression(
    r"\b(?:pick|choose|choice|call|fancy|which|prefer|like|choose|rather|want|option|options|how|these|those)\b"
)
_WHICH_ONE = expression(
    r"\b(?:like|want|prefer|fancy|take) (?:one|any|either) of (?:these|those|them)\b|\b(?:your (?:pick|choice|call"
    r"|preference|favou?rite|vote)|any (?:takers|favou?rites?|preferences?)|(?:up|over) to you)\W*$|\bpick one\b"
    r"|\b(?:say|tell me|name) which\W*$"
    r"|\bthe (?:first|second|former) (?:one )?or (?:the )?(?:second|third|latter|first|last)\b"
    r"|\beither(?: (?:one|of (?:them|those|these|the two)))? (?:interest|appeal|tempt|suit|work|do)\b"
    r"|\bwhat (?:will|shall|would|is) it (?:to )?be\b|^(?:and |so |or |then )?(?:to |for |on |from |in |with |at )?"
    r"which(?: one)?\W*$|\bthe ones? (?:from|with|for|in|on|ending|you)\b|"
    r"\bwhich (?:is|was|are) (?:better|best|it\W*$|yours|the (?:right|correct) one)\b|\b(?:which|what) (?:ones?"
    r"|of (?:those|these|them|the \w+)|option|would you (?:prefer|like(?= to\b|\W*$)|rather)"
    r"|do you (?:prefer|want(?=\W*$))|would (?:be|work|suit)|should|applies|suits|works)\b|\b(?:which"
    r"|what) \w+ (?:works"
    r"|suits|fits)\b|\b(?:which|what) you (?:would )?(?:prefer|like|want|rather)\b"
)
_WHICH_GATE = listed(
    "which what one ones either any pick choice call preference preferences favourite favourites favorite favorites",
    "vote takers up over second latter",
)


def picks(sentence: Sentence) -> bool:
    """Whether alternatives in it are for the customer to choose from, not ways to be identified."""
    return _PICKS.search(sentence.plain) is not None


def chooses(sentence: Sentence) -> bool:
    """Whether it asks to choose without naming what: "which one"."""
    return not sentence.vocabulary.isdisjoint(_WHICH_GATE) and _WHICH_ONE.search(sentence.plain) is not None


def before_choosing(sentence: Sentence) -> str:
    """What stands before the words that ask which one."""
    found = _WHICH_ONE.search(sentence.plain)
    return sentence.plain[: found.start()] if found else ""
