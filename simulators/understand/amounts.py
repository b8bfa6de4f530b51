"""Money and numbers as people write them.

All expressions read text in lower case and start with a fixed set of signs, so that the search skips what cannot match:
with a look-behind in front, or with IGNORECASE, each costs ten times as much.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from domains.kit.numerals import ONES, TEENS, TENS

_UNITS = {"zero": 0} | {word: number for number, word in enumerate((*ONES, *TEENS), 1)}
_TENS = {word: 10 * number for number, word in enumerate(TENS, 2)}
NUMBER_WORDS = frozenset({*_UNITS, *_TENS})
_ONE = "|".join(ONES)
_SPELLED = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{_ONE}))?|(?:a|{_ONE})[ -]hundred"
    rf"|{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!\w)"
)
_GROUPED = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_END = r"(?!\d|[.,]\d)"
_CURRENCY_NAMES = ("dollar", "buck", "euro", "pound", "usd", "eur", "gbp", "cad", "cents", "¢")
_CURRENCIES = ("$", "€", "£", *_CURRENCY_NAMES)
_CURRENCY = r"(?:dollars?|bucks|euros?|pounds?|usd|eur|gbp|cad)\b"
_MEASURE = (
    r"(?!\s?(?:%|percent|[gmtk]b|gbps|mbps|kg|lbs?|oz|ml|[cmk]?m|in|inch(?:es)?|ft|hours?|hrs?|miles?|stars?|x"
    r"|ghz)(?!\w))"
)

_MARKED = re.compile(
    rf"[$€£]\s?(?P<minus>[-\u2212])?(?P<amount>{_GROUPED}(?:\.\d{{1,2}})?)(?P<scale>k\b|\s(?:thousand|million)\b"
    rf"|{_END})"
)
_CODED = re.compile(rf"(?:usd|eur|gbp|cad)\s?(?P<amount>{_GROUPED}(?:\.\d{{1,2}})?){_END}")
_NAMED = re.compile(
    rf"(?P<amount>\d(?<![\w.,/:#$€£-]\d)(?:\d{{0,2}}(?:,\d{{3}})+|\d*)(?:\.\d{{1,2}})?)\s?(?:{_CURRENCY}|[$€£](?!\d))"
)
_BARE = re.compile(rf"\d(?<![\w.,/:#$€£-]\d)(?:\d{{0,2}}(?:,\d{{3}})+|\d*)\.\d\d(?![\w/]|[.,:-]\d){_MEASURE}")
_CENTS = re.compile(r"\d(?<![\w.,-]\d)\d?\s?(?:cents\b|¢)")
_SPELLED_MONEY = re.compile(rf"{_SPELLED}(?=\s{_CURRENCY})")
_MINUS_BEFORE = re.compile(r"(?:^|[\s(:*])[-\u2212](?:us|ca|a)?$")

_NUMBER = re.compile(
    r"\d(?<![\w#$€£.,/:]\d)(?:\d{0,2}(?:,\d{3})+(?!\d)|\d*)(?:\.\d+)?(?![\d/]|[.,:]\d|-[a-z]?\d{3})(?P<unit>[a-z_]+)?"
)
_UNIT = re.compile(r"[gmtk]bs?|[gm]bps|kg|lbs?|oz|ml|[cmk]?m|ft|in|th|st|nd|rd|x|am|pm|h|hrs?|w|mp|k|days?|g")
# Many words begin as one of these may, so that here a look-behind spares more than it costs.
_WORD_NUMBER = re.compile(rf"(?<![^\W_])(?=[aefnostz]){_SPELLED}")
_NOT_COUNTED = re.compile(
    r"\b(?:which|this|that|the|another|new|each|no|any|every|other|cheaper|right|correct|only|some|an?|\w+er)\s$"
)
_NOT_COUNTING = re.compile(r"\s(?:of|moment|second|by|more thing|thing)\b")
_NOT_DIGITS = re.compile(r"\D")
_LIST_MARKER = re.compile(r"(?:\A|\n)[ \t]*\Z")


class Span(NamedTuple):
    """A value in canonical form and where it stands."""

    value: str
    start: int
    end: int


def money_in(lower: str) -> Iterator[Span]:
    """Amounts in cents; a bare number is money where it has exactly two decimals and no other unit."""
    if any(name in lower for name in _CURRENCIES):
        yield from _with_currency(lower)
    for found in _BARE.finditer(lower):
        yield Span(str(_cents(found.group())), found.start(), found.end())


def _with_currency(lower: str) -> Iterator[Span]:
    for found in _MARKED.finditer(lower):
        minus = found["minus"] or _MINUS_BEFORE.search(lower, max(0, found.start() - 5), found.start())
        cents = _cents(found["amount"], found["scale"])
        yield Span(str(-cents if minus else cents), found.start(), found.end())
    for expression in (_CODED, _NAMED):
        for found in expression.finditer(lower):
            yield Span(str(_cents(found["amount"])), found.start(), found.end())
    if not any(name in lower for name in _CURRENCY_NAMES):
        return
    for found in _SPELLED_MONEY.finditer(lower):
        if not lower[max(0, found.start() - 1) : found.start()].isalnum():
            yield Span(str(100 * spelled_number(found.group())), found.start(), found.end())
    for found in _CENTS.finditer(lower):
        yield Span(_NOT_DIGITS.sub("", found.group()), found.start(), found.end())


def _cents(amount: str, scale: str = "") -> int:
    whole, _, rest = amount.replace(",", "").partition(".")
    cents = 100 * int(whole) + int(f"{rest:0<2}")
    if not scale:
        return cents
    return cents * (1_000_000 if "million" in scale else 1_000)


def numbers_in(lower: str) -> Iterator[Span]:
    """Plain numbers, written or spelled; not list markers, times, or a "one" that stands for a thing."""
    for found in _NUMBER.finditer(lower):
        unit = found["unit"]
        if unit and not _UNIT.fullmatch(unit):
            continue
        end = found.start("unit") if unit else found.end()
        if _is_list_marker(lower, found.start(), end):
            continue
        yield Span(plain_number(lower[found.start() : end]), found.start(), end)
    for found in _WORD_NUMBER.finditer(lower):
        before = lower[max(0, found.start() - 16) : found.start()]
        if before[-1:] in {"-", "_"} or _NOT_COUNTING.match(lower, found.end()):
            continue
        if found.group() != "one" or not _NOT_COUNTED.search(before):
            yield Span(str(spelled_number(found.group())), found.start(), found.end())


def _is_list_marker(lower: str, start: int, end: int) -> bool:
    return lower[end : end + 2] in {". ", ") "} and _LIST_MARKER.search(lower, max(0, start - 8), start) is not None


def plain_number(digits: str) -> str:
    """ "1,000.50" as "1000.5"."""
    whole, _, rest = digits.replace(",", "").partition(".")
    rest = rest.rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{rest}" if rest else whole


def spelled_number(spelled: str) -> int:
    """ "twenty-five" as 25, "a hundred" as 100."""
    parts = spelled.replace("-", " ").split()
    if parts[-1] == "hundred":
        return 100 * _UNITS.get(parts[0], 1)
    return sum(_TENS.get(part) or _UNITS.get(part, 0) for part in parts)
