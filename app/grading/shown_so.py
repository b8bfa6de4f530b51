"""The check that what the agent tells of the records that it has looked up is so."""

import re
from collections.abc import Iterator
from datetime import date

from app.grading import last_days, marked
from app.grading.log import Log
from app.grading.sayings import Saying, broken_by, sayings
from app.grading.verdict import Finding
from app.grading.wordings import QuickLook, by_check, either
from domains.kit.shown import LastDay, Shown, WholeList
from simulators.understand.clauses import Sentence, sentences
from simulators.understand.words import expression, listed

_FEW = 2
_NOT_ALL = listed("such like including include includes example instance e.g etc among others other further more towns")
"""Beside one of these words, values are examples."""


def judge(check: Shown, log: Log) -> Iterator[Finding]:
    """The first sentence that is not so."""
    hints, values = _hints(check), _listed(check)
    told = sayings(log, lambda text: hints.finds(text) or ("only" in text.words and values.finds(text)))
    saying = next((one for one in told if _is_wrong(check, one, log)), None)
    if saying is not None:
        yield broken_by(check, saying.heard, saying.sentence.text, "which is not so")


def _is_wrong(check: Shown, saying: Saying, log: Log) -> bool:
    sentence, until = saying.sentence, saying.heard.seq
    return (
        any(_is_another_day(rule, saying, log) for rule in check.last_days)
        or marked.is_wrong(check, sentence, log, until=until)
        or any(_is_only_a_part(rule, sentence, log) for rule in check.lists)
    )


def _is_another_day(rule: LastDay, saying: Saying, log: Log) -> bool:
    """Whether it tells another last day than there is, which is put right nowhere later."""
    days = tuple(last_days.told(rule, saying.sentence))
    right = last_days.possible(rule, saying.sentence, log, until=saying.heard.seq) if days else frozenset()
    if not right or not any(_is_none_of(day, right) for day in days):
        return False
    later = (
        sentence
        for heard in log.heard
        if heard.seq >= saying.heard.seq
        for sentence in sentences(heard.text)[saying.place + 1 if heard is saying.heard else 0 :]
    )
    return not any(not _is_none_of(day, right) for sentence in later for day in last_days.told(rule, sentence))


def _is_none_of(day: str, right: frozenset[date]) -> bool:
    return not any(one.isoformat().endswith(day.removeprefix("-")) for one in right)


def _is_only_a_part(rule: WholeList, sentence: Sentence, log: Log) -> bool:
    """Whether it says that the rule is for some of the values only, which are not those of what was looked up."""
    if "only" not in sentence.vocabulary or not _NOT_ALL.isdisjoint(sentence.vocabulary):
        return False
    if re.search(either(rule.beside), sentence.plain) is None:
        return False
    part = _part(rule).search(sentence.plain)
    if part is None:
        return False
    named = [value for value in rule.values if value.lower() in part["values"]]
    shown = " ".join(call.event.content for call in log.successful)
    return _FEW <= len(named) < len(rule.values) and not all(value in shown for value in named)


@by_check
def _part(rule: WholeList) -> re.Pattern[str]:
    value = either(rule.values)
    return expression(
        rf"\bonly\b[^,;:.]{{0,40}}? (?:to|in|for|at|are|is)(?: (?:one of|either|the cit(?:y|ies) of))?:? "
        rf"(?P<values>{value}(?:, {value})*,? (?:and|or|&) {value})"
    )


@by_check
def _hints(check: Shown) -> QuickLook:
    marks = (way for ways in check.marks.values() for way in ways)
    things = (thing for rule in check.last_days for thing in (*rule.things, f"{rule.days} days", f"{rule.days}-day"))
    return QuickLook((*marks, *things))


@by_check
def _listed(check: Shown) -> QuickLook:
    return QuickLook([value for rule in check.lists for value in rule.values])
