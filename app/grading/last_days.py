"""The last day of a time that runs from a day in a record, as agents tell it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from app.grading.log import Log
from app.grading.results import objects_in, read_json
from app.grading.wordings import by_check, either
from domains.kit.shown import LastDay
from simulators.understand.clauses import Sentence
from simulators.understand.dates import dates_in
from simulators.understand.words import expression

_ON = (
    r"(?: (?:on|at|up to|until|and including|including|the end of|already|only|just|the|yesterday|today|last"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[,:]?)*[ (]*$"
)
_ELSE = (
    r"\b(?:from|since|deliver\w*|arriv\w*|placed|ordered|bought|begins?|began|start\w*|refund\w*|reach\w*"
    r"|receive\w*|there|book\w*|made)\b"
)
_GAP = rf"(?:(?!{_ELSE})[^;?!]){{0,50}}?"
_ENDS = (
    r"(?:ended|ends|end|expired|expires|closed|closes|ran out|runs out|runs|ran|lasts|lasted|over|up|passed|until|till"
    r"|through|is|was)"
)
_LAST_DAY = r"last (?:possible )?(?:day|date)\b"
_WAS_THE_LAST = expression(rf"[)]?,? (?:was|is|being) (?:your |the )?{_LAST_DAY}")
_MAY = r"\b(?:can|could|may|might|possible|open|accepted|able|eligible)\b"
_BY = r"\b(?:until|till|up to|no later than|by)\b"
_SUPPOSED = expression(
    r"\b(?:if|would|once|when|whenever|suppose|assuming|example|instance|e\.g\.?|you (?:have |had )?(?:said|wrote|told"
    r"|thought|mentioned|read|were|believed?|assumed?)|requested|asked for)\b"
)
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DATED = expression(rf"\d[-/]\d|\d\.\d\d?\.\d|\d.*{_MONTH}|{_MONTH}.*\d")
"""Without it, a sentence has no date."""
_WORD = re.compile(r"[A-Z0-9-]+")


class _Words(NamedTuple):
    things: re.Pattern[str]
    ends: re.Pattern[str]


def told(rule: LastDay, sentence: Sentence) -> Iterator[str]:
    """The days that a sentence tells for the last, as "2026-04-08" or "--04-08"."""
    if sentence.question or _DATED.search(sentence.plain) is None:
        return
    words, begin = _words(rule), 0
    if words.things.search(sentence.plain) is None or _SUPPOSED.search(sentence.plain):
        return
    for span in sorted(dates_in(sentence.plain), key=lambda span: span.start):
        before, after = sentence.plain[begin : span.start], sentence.plain[span.end :]
        begin = span.end
        if words.ends.search(before) or _WAS_THE_LAST.match(after):
            yield span.value


def possible(rule: LastDay, sentence: Sentence, log: Log, *, until: int) -> frozenset[date]:
    """The last days of the records that a sentence names, or else of all that were shown, days after them, and today.

    Nothing is known where it names one that was not.
    """
    begun = {key: day for call in log.successful if call.seq < until for key, day in _days(rule, call.event.content)}
    shapes = {_shape(key) for key in begun}
    named = [word for word in _WORD.findall(sentence.plain.upper()) if _shape(word) in shapes]
    if not begun or any(word not in begun for word in named):
        return frozenset()
    days = [begun[word] for word in named] or list(begun.values())
    told_beside = (_dated(span.value, days[0].year) for span in dates_in(sentence.plain))
    right = frozenset(
        day + timedelta(rule.days + more) for day in (*days, *told_beside) if day is not None for more in (0, 1)
    )
    return right | {rule.today}


def _shape(key: str) -> str:
    return "".join("0" if sign.isdigit() else sign for sign in key)


def _dated(day: str, year: int) -> date | None:
    try:
        return date.fromisoformat(day if day[0] != "-" else f"{year}{day[1:]}")
    except ValueError:
        return None


def _days(rule: LastDay, content: str) -> Iterator[tuple[str, date]]:
    for record in objects_in(read_json(content)) if f'"{rule.since}"' in content else ():
        key, day = record.get(rule.of), record.get(rule.since)
        if isinstance(key, str) and isinstance(day, str):
            yield key, date.fromisoformat(day)


@by_check
def _words(rule: LastDay) -> _Words:
    things = either(rule.things)
    window = rf"(?:{things}(?: \w+)? (?:window|period|deadline|limit|time)|\b{rule.days}(?:-| )days?\b)"
    return _Words(
        things=expression(rf"{things}|\b{rule.days}(?:-| )days?\b"),
        ends=expression(
            rf"{window}{_GAP}\b{_ENDS}{_ON}|\b{_LAST_DAY}{_GAP}\b(?:is|was|being){_ON}"
            rf"|{_MAY}{_GAP}{things}{_GAP}{_BY}{_ON}|{things}{_GAP}{_MAY}{_GAP}{_BY}{_ON}"
            rf"|\b(?:have|had)(?: \w+)? (?:until|till){_ON}"
        ),
    )
