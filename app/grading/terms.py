"""Terms of so many days as agents tell them: whether another number is told as the rule."""

import re
from datetime import date
from typing import NamedTuple

from app.grading.asserted import clauses
from app.grading.log import Log
from app.grading.results import objects_in, read_json
from app.grading.wordings import by_check, either
from domains.kit.facts import Term
from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_SPELT = "one two three four five six seven eight nine ten fourteen fifteen twenty thirty forty sixty ninety"
_NUMBERS = dict(zip(_SPELT.split(), (*range(1, 11), 14, 15, 20, 30, 40, 60, 90), strict=True))
_UNITS = {"day": 1, "week": 7, "month": 30}
_SPAN = expression(
    rf"\b(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})(?:st|nd|rd|th)?[ -](?:calendar )?(?P<unit>day|week|month)s?\b"
)
HINTS = listed("day days week weeks month months")
"""Without one of these words, no term is told."""
_WINDOW = r"(?:period|window|policy|limit|deadline|term)\b"
_ONLY = r"(?: (?:the|a|only|just|first|maximum of))*\s$"
_BEFORE = expression(rf"\b(?:within|(?:you|u) (?:only |just )?have|(?<!take )up to|until|for){_ONLY}")
_IS = expression(rf"\b{_WINDOW}(?: [a-z]+){{0,4}}? (?:is|are|of|lasts|ends after|closes after){_ONLY}")
_AFTER = expression(rf"(?: [a-z]+){{0,2}} {_WINDOW}")
_MORE_THAN = expression(r"\b(?:more than|over|past)(?: the)?\s$")
_SO = expression(r"\b(?:so|therefore|thus|hence|which is why|which means)\b")
_GENERAL = frozenset({"returns", "exchanges"})
_OTHERWISE = listed(
    "left remaining remain remains more another still today now next tomorrow refund refunds refunded money credited",
    "business working label would passed elapsed ago since takes taking process processing processed",
)
"""Beside one of these words a number of days is no rule, or is told of something else."""
_NEAR = 2
"""So many days fewer than a term are still told for it, in weeks or in haste."""


class _Words(NamedTuple):
    things: re.Pattern[str]
    since: re.Pattern[str]


def is_wrong(term: Term, sentence: Sentence, log: Log, *, until: int, today: date) -> bool:
    """Whether a sentence tells a term with another number of days than it has."""
    spans = list(_SPAN.finditer(sentence.plain))
    if not spans or sentence.question or _words(term).things.search(sentence.plain) is None:
        return False
    if puts_right(term, sentence):
        return False
    days, passed = {_days(span) for span in spans}, _passed(term, log, until=until, today=today)
    if not days.isdisjoint(passed):
        return False
    left = {term.days - past for past in passed}
    return any(
        (not days & left and _is_told(term, span, sentence)) or _is_reason(term, span, sentence) for span in spans
    )


def puts_right(term: Term, sentence: Sentence) -> bool:
    """Whether a sentence tells the days that the term has; weeks need only be near."""
    spans = _SPAN.finditer(sentence.plain)
    return any(abs(_days(span) - term.days) <= (_NEAR if span["unit"] == "week" else 0) for span in spans)


def _days(span: re.Match[str]) -> int:
    number = span["number"]
    return (int(number) if number.isdigit() else _NUMBERS[number]) * _UNITS[span["unit"]]


def _is_told(term: Term, span: re.Match[str], sentence: Sentence) -> bool:
    """Whether the days are told as the rule: "returns are possible within 14 days of delivery"."""
    before, after = sentence.plain[: span.start()], sentence.plain[span.end() :]
    if _AFTER.match(after) is None:
        general = not _GENERAL.isdisjoint(sentence.vocabulary) or _words(term).since.search(sentence.plain)
        if not (_IS.search(before) or (general and _BEFORE.search(before))):
            return False
        if not _OTHERWISE.isdisjoint(sentence.vocabulary):
            return False
    clause = next((clause for clause in clauses(sentence) if span.group() in clause.text), None)
    return clause is not None and not clause.denied() and not clause.reported()


def _is_reason(term: Term, span: re.Match[str], sentence: Sentence) -> bool:
    """Whether fewer days than the term have to be the reason for a no: "more than 14 days, so it can't be returned"."""
    if not _MORE_THAN.search(sentence.plain[: span.start()]) or _days(span) >= term.days - _NEAR:
        return False
    after = sentence.plain[span.end() :]
    denied = [clause.text for clause in clauses(sentence) if clause.denied() and clause.text in after]
    return _SO.search(after) is not None and any(_words(term).things.search(text) for text in denied)


def _passed(term: Term, log: Log, *, until: int, today: date) -> frozenset[int]:
    """The days that have passed since any day that was shown, a day more or less."""
    passed = {
        (today - date.fromisoformat(day)).days
        for call in log.successful
        if call.seq < until and f'"{term.field}"' in call.event.content
        for record in objects_in(read_json(call.event.content))
        if isinstance(day := record.get(term.field), str)
    }
    return frozenset(past + more for past in passed for more in (-1, 0, 1))


@by_check
def _words(term: Term) -> _Words:
    return _Words(expression(either(term.things)), expression(either(term.since)))
