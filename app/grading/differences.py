"""The check that a difference which is told beside today's price leads from that price to an amount that is named.

Only the clear case counts: the message has a price that a tool gives, of which it says that it is today's, and from
none of its amounts does the difference lead to an amount of a tool, the customer or the policy, or to a sum of a few.
"""

from collections.abc import Iterator
from itertools import combinations

from app.grading.known_amounts import MOST_TIMES, KnownAmounts, dollars_in
from app.grading.log import Log
from app.grading.sayings import Saying, broken_by, said_after, sayings_of
from app.grading.verdict import Finding
from domains.kit.checks import Amounts
from domains.kit.domain import Domain
from domains.kit.values import money_text
from simulators.understand.clauses import Sentence, sentences
from simulators.understand.words import expression, folded

_SUM = r"(?P<sum>\$ ?\d[\d,]*(?:\.\d+)?)"
_IS = r"(?: (?:of|is|would|be|will|comes?|to|only|just|here|then)|:| \|)*"
_DIFFERENCES = (
    expression(rf"\bdifference(?: (?:in|of) (?:the )?price)?{_IS} {_SUM}"),
    expression(rf"{_SUM} (?:price )?difference\b"),
    expression(
        rf"{_SUM} (?:more|less|cheaper|dearer|higher|lower)(?: today| now)? than (?:the one |what |when )?you\b"
    ),
    expression(rf"\b(?:gone|went|come|risen|fallen|dropped|increased|decreased)(?: up| down)? by {_SUM}"),
)
_TODAY = (
    expression(rf"{_SUM}[^$.;?!]{{0,25}}\b(?:today|now|currently|at the moment)\b"),
    expression(rf"\b(?:today|now|currently|costs?)\b[^$.;?!]{{0,25}}{_SUM}"),
)
_OF_TODAY = ("today", "now", "currently", "cost", "moment")
_PAID = expression(r"\bpaid\b[^$.;?!]{0,20}\$ ?\d|\$ ?\d[\d.,]*[^$.;?!]{0,20}\bpaid\b")
_FEWEST, _OLD_NEW_AND_DIFFERENCE = 2, 3
"""Amounts in a message that tells a difference."""
_OPEN = expression(
    r"\b(?:about|around|roughly|approximately|almost|nearly|some|at (?:least|most)|up to|over|under|limit|budget|not|no"
    r"|never|nor|neither|without|if (?:it|there|you) (?:were|was|had)|would have|you (?:said|mentioned|thought)"
    r"|expected|shipping|express|delivery)\b"
)
"""In a sentence that does not tell a difference of prices exactly."""
_CORRECTS = expression(r"\b(?:sorry|apolog\w+|correct\w*|mistake\w*|wrong|actually|i meant?|scratch that)\b")


def judge(check: Amounts, log: Log, domain: Domain) -> Iterator[Finding]:
    """Differences that lead from no price to an amount that is known, and that no later words correct."""
    known = KnownAmounts(log, domain)
    for heard in log.heard:
        if heard.text.count("$") < _FEWEST or not _may_tell(heard.text):
            continue
        starts = _starts("; ".join(sentence.plain for sentence in sentences(heard.text)), known)
        for saying in sayings_of(heard) if starts else ():
            wrong = next((one for one in _told(saying.sentence) if not _is_so(one, starts, known)), None)
            if wrong is not None and not _is_corrected(saying, log):
                amount = money_text(wrong)
                yield broken_by(check, heard, saying.sentence.text, f"and no prices differ by {amount}", actual=amount)


def _may_tell(text: str) -> bool:
    lower = folded(text)
    return any(word in lower for word in ("differ", " than ", " by ")) and any(word in lower for word in _OF_TODAY)


def _starts(said: str, known: KnownAmounts) -> frozenset[int]:
    """What a difference in a text may start from; without a price that is named and said to be today's, nothing."""
    prices = {cents for way in _TODAY for found in way.finditer(said) for cents in dollars_in(found["sum"])}
    if not any(map(known.names, prices)):
        return frozenset()
    amounts = set(dollars_in(said))
    if len(amounts) <= _OLD_NEW_AND_DIFFERENCE and _PAID.search(said):
        return frozenset(prices)
    return frozenset(amounts | set(map(sum, combinations(amounts, 2))))


def _told(sentence: Sentence) -> Iterator[int]:
    if "$" in sentence.plain and not sentence.question and not _OPEN.search(sentence.plain):
        for way in _DIFFERENCES:
            for found in way.finditer(sentence.plain):
                yield from dollars_in(found["sum"])


def _is_so(difference: int, starts: frozenset[int], known: KnownAmounts) -> bool:
    """Whether it is named, or it leads from one of the starts to an amount that is known, once or several times."""
    if known.names(difference):
        return True
    steps = [difference // times for times in range(1, MOST_TIMES + 1) if difference % times == 0]
    return any(
        known.names_sum(abs(one + sign * step)) for one in starts - {difference} for step in steps for sign in (1, -1)
    )


def _is_corrected(saying: Saying, log: Log) -> bool:
    """Whether something later excuses itself and tells an amount."""
    return any(
        any(_CORRECTS.search(sentence.plain) for sentence in later) and any("$" in sentence.plain for sentence in later)
        for later in said_after(saying, log)
    )
