"""The check that what is said to be left on something with a balance can be: its balance at some time in the session,
or what one becomes by amounts that have been named."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from app.grading.asserted import takes_back
from app.grading.known_amounts import amounts_in, dollars_in
from app.grading.log import Call, Heard, Log
from app.grading.results import held_at, read_json, scalars
from app.grading.sayings import broken_by, said_after, sayings
from app.grading.verdict import Finding
from app.grading.wordings import either
from domains.kit.checks import Amounts, Balance
from domains.kit.values import money_text
from simulators.understand.clauses import Sentence
from simulators.understand.words import expression

_SUM = r"(?P<sum>\$ ?\d[\d,]*(?:\.\d+)?)"
_NOW = r"(?: (?:now|still|currently|then|only|just|exactly|a|new|current|total))*"
_IS = r"(?: (?:of|is|stands at|comes to|will be|now|then|only|still)|:)*"
_HAS = r"(?:has|holds|contains)"
_PAYS = (
    r"(?![\d.,]*\d| (?:taken|charged|deducted|debited|back|refunded|credited|less|more|off|too|short|added|coming|due"
    r"|of|to pay)\b)"
)
"""What does not follow an amount that something has: "has $20.00 charged" tells of no balance."""
_OPEN = expression(
    r"\b(?:if|would|could|should|might|may|must|needs?|unless|about|around|roughly|almost|nearly|at (?:least|most)"
    r"|up to|(?:more|less) than|over|under|below|not|no|never|nor|neither|cannot|without|instead|you (?:said|mentioned"
    r"|thought|asked|expected)|yesterday|earlier|originally|before|until|previous\w*|was|were|had)\b|\?"
)
"""In a sentence that tells of another time, another case or another's word, or does not tell it exactly."""
_MOST = 6
"""Of so many amounts of one message any two may be taken away or added."""


def judge(check: Amounts, log: Log) -> Iterator[Finding]:
    """Balances that nothing gives and no later words take back."""
    balance = check.balance
    if balance is None:
        return
    looked_at = sayings(log, lambda text: "$" in text.lower and balance.of in text.lower)
    tellings = [(saying, told) for saying in looked_at if (told := tuple(_told(saying.sentence, balance)))]
    true = _seen(balance, log) if tellings else frozenset()
    for saying, told in tellings if true else ():
        wrong = next((cents for cents in told if not (cents in true or _becomes(cents, true, saying.heard, log))), None)
        if wrong is not None and not any(map(takes_back, said_after(saying, log))):
            yield broken_by(
                check,
                saying.heard,
                saying.sentence.text,
                f"and that is no balance of the {balance.of}",
                expected=sorted(map(money_text, true)),
                actual=money_text(wrong),
            )


def _seen(balance: Balance, log: Log) -> frozenset[int]:
    """The balances in results and in the rows of changes, and all amounts in results that are mere text."""
    found: set[int] = set()
    for call in (*log.calls, *log.writes):
        result = read_json(call.event.content)
        if isinstance(result, str):
            found.update(dollars_in(result))
        found.update(cents for one in held_at(result, balance.key) for cents in amounts_in(one))
        sides = (side for change in call.event.changes for side in (change.before, change.after) if side)
        found.update(cents for side in sides if type(cents := side.get(balance.key)) is int)
    return frozenset(found)


def _becomes(wrong: int, balances: frozenset[int], heard: Heard, log: Log) -> bool:
    """Whether a balance becomes that by amounts of the message, of the customer or of changes, or, where it may be
    about a change to come, by any amount in a result."""
    named = set(dollars_in(heard.text)).union(*(dollars_in(answer.reply.text or "") for answer in log.replies))
    named.discard(wrong)
    steps = {*named, *_told_by(call for call in log.successful if call.event.changes)}
    if len(named) <= _MOST:
        steps |= {one + sign * other for one, other in combinations(named, 2) for sign in (1, -1)}
    if not _is_receipt(heard, log):
        steps |= _told_by(log.successful)
    return any(abs(wrong + sign * step) in balances for step in steps for sign in (1, -1))


def _told_by(calls: Iterable[Call]) -> set[int]:
    return {cents for call in calls for one in scalars(read_json(call.event.content)) for cents in amounts_in(one)}


def _is_receipt(heard: Heard, log: Log) -> bool:
    """Whether a change comes right before a message."""
    since = max((other.seq for other in log.heard if other.seq < heard.seq), default=-1)
    return any(since < call.seq < heard.seq for call in log.writes)


def _told(sentence: Sentence, balance: Balance) -> Iterator[int]:
    if "$" not in sentence.plain or balance.of not in sentence.plain or _OPEN.search(sentence.plain):
        return
    for way in _ways(balance.of):
        for found in way.finditer(sentence.plain):
            yield from dollars_in(found["sum"])


@lru_cache(maxsize=8)
def _ways(of: str) -> tuple[re.Pattern[str], ...]:
    which = rf"{either([of])}(?:,? \(?(?:ending|that ends|which ends|no\.?|number)(?: (?:in|with))?)?(?: \d{{4}}\)?)?"
    yours = rf"(?:your|the|this|that) (?:[a-z]+ )?{which}"
    return (
        expression(rf"{_SUM}(?: (?:is|are))?{_NOW} (?:left|remaining|remains?|available) (?:on|in|of) {yours}"),
        expression(rf"\bleav(?:es|ing)(?: you)?(?: with)?{_NOW} {_SUM}(?: left)? (?:on|in) {yours}"),
        expression(
            rf"{which}(?:,? (?:which|that)|,? \(?it)?{_NOW} {_HAS}{_NOW}(?: (?:balance|credit) of)? {_SUM}{_PAYS}"
        ),
        expression(rf"{which}(?:'s)?[ (,]+(?:(?:with|a|its|the|new|current|remaining|now) )*balance{_IS} {_SUM}"),
        expression(rf"\bbalance (?:on|of) {yours}{_IS} {_SUM}"),
    )
