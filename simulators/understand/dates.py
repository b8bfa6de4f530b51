"""Dates as people write them."""

import re
from collections.abc import Iterator
from datetime import date

from simulators.understand.amounts import Span

_DIGIT = re.compile(r"\d")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\w)"
_YEAR = r"(?:19|20)\d\d(?!\w)"
_TO = r"\s?(?:-|\u2013|\u2014|to|through|and|&|or)\s?(?:the\s)?"

_ISO = re.compile(
    r"[12](?<![\w-]\d)(?:(?<=1)9|(?<=2)0)\d\d([-/.])(0?[1-9]|1[0-2])\1(0?[1-9]|[12]\d|3[01])(?!\d|[-/]\d)"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH})[\s-]?\s?(?:the\s)?(?P<day>{_DAY})(?![.:]\d)(?:{_TO}(?P<day2>{_DAY})(?![.:/]\d))?(?:(?:,?\s?(?:of\s)?|-)(?P<year>{_YEAR}))?"
)
_DAY_FIRST = re.compile(
    rf"(?P<day2>{_DAY})(?:{_TO}(?P<day>{_DAY}))?[\s-]?(?:of\s)?(?P<month>{_MONTH})(?:(?:,?\s"
    rf"|-)(?P<year>{_YEAR}))?(?!\w)"
)
_NUMERIC = re.compile(r"\d(?<![\w./-]\d)\d?([/.-])(\d\d?)\1((?:19|20)?\d\d)(?![\w/-]|\.\d)")
_SHORT = re.compile(
    r"\b(?:on|by|until|till|from|before|after|since|for|date:?|due:?|departing|returning|to)\s(1[0-2]"
    r"|0?[1-9])/(\d\d?)(?![\w/]|\.\d)"
)


def dates_in(lower: str) -> Iterator[Span]:
    """Dates of a text in lower case, in ISO 8601; one without a year as "--05-14".

    Numeric dates are read month first, unless that is no date or they are written with dots.
    """
    if _DIGIT.search(lower) is None:
        return
    named = any(month in lower for month in _MONTHS)
    if named:
        for found in _MONTH_FIRST.finditer(lower):
            if not lower[max(0, found.start() - 1) : found.start()].isalnum():
                yield from _named(found)
    if named:
        for found in _DAY_FIRST.finditer(lower):
            before = lower[max(0, found.start() - 1) : found.start()]
            if not before.isalnum() and before not in {"$", ".", "/", "-", "_"}:
                yield from _named(found)
    for found in _ISO.finditer(lower):
        yield from _span(int(found.group()[:4]), int(found[2]), int(found[3]), found)
    for found in _NUMERIC.finditer(lower):
        first = int(found.group().split(found[1])[0])
        second, year = int(found[2]), int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3])
        month, day = (second, first) if found[1] == "." or first > 12 else (first, second)
        yield from _span(year, month, day, found)
    if "/" in lower:
        for found in _SHORT.finditer(lower):
            yield from _span(None, int(found[1]), int(found[2]), found)


def _named(found: re.Match[str]) -> Iterator[Span]:
    month = 1 + _MONTHS.index(found["month"][:3])
    year = int(found["year"]) if found["year"] else None
    for day in filter(None, (found["day"], found["day2"])):
        yield from _span(year, month, int(day.rstrip("stndrh")), found)


def _span(year: int | None, month: int, day: int, found: re.Match[str]) -> Iterator[Span]:
    try:
        known = date(year or 2000, month, day)
    except ValueError:
        return
    yield Span(known.isoformat() if year else f"--{known:%m-%d}", found.start(), found.end())
