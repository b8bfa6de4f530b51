"""Typed values in text: which stand there, and whether a given one is said. Knows no domain but through a lexicon."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from domains.kit.lexicon import Lexicon, Slot
from domains.kit.values import Value, ValueKind
from simulators.understand.amounts import Span, money_in, numbers_in, plain_number
from simulators.understand.dates import dates_in
from simulators.understand.indexed import indexed, layer_of, remembered
from simulators.understand.words import Phrases, folded, spaced, without_markup

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_PHONE = re.compile(
    r"[+(\d](?<![\w+.(-].)(?:(?<=\+)\d{1,3}[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d{2,4}(?:[\s.-]?\d{2,4}){1,4}"
    r"|(?<=1)[\s.-]\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}|(?<=\()\d{3}\)\s?\d{3}[\s.-]\d{4}"
    r"|(?<=\d)\d\d[\s.-]\d{3}[\s.-]\d{4}|(?<=\d)\d\d-\d{4})(?![\w-]|[.,]\d)"
)


class Found(NamedTuple):
    """A value and where it stands in the text it was read from."""

    value: Value
    start: int
    end: int


class ValueIndex:
    """What a lexicon says about values, compiled: the patterns of its identifiers and the words of its choices."""

    def __init__(self, lexicon: Lexicon) -> None:
        by_pattern: dict[str, list[Slot]] = {}
        for slot in lexicon.slots:
            if slot.pattern:
                by_pattern.setdefault(slot.pattern, []).append(slot)
        self.patterns = tuple((_bounded(pattern), tuple(slots)) for pattern, slots in by_pattern.items())
        layer = layer_of(lexicon)
        choices = (
            (spoken, Value(kind=slot.kind, value=spoken, slot=slot.key))
            for slot in layer.slots
            for spoken in slot.values
        )
        self.choices: Phrases[Value] = (
            Phrases(choices)
            if layer.base is None
            else indexed(ValueIndex, layer.base).choices.overlaid(
                choices,
                keeps=lambda value: layer.keeps(str(value.slot)),
                place=lambda value: layer.place(str(value.slot)),
            )
        )


@lru_cache(maxsize=1024)
def _bounded(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


@lru_cache(maxsize=256)
def unmarked(text: str) -> str:
    """The text without the signs of Markdown emphasis, code and escapes; lists and line ends stay."""
    return without_markup(text).replace("\u00a0", " ").replace("\u202f", " ")


def values_in(text: str, lexicon: Lexicon | None = None) -> tuple[Value, ...]:
    """All typed values of a text, in order, each once.

    Money is in cents, dates are ISO 8601 (one without a year is "--05-14"), e-mail addresses in lower case, numbers
    decimal; identifiers, phone numbers and choices are as written. Compare them with `same`, not with `==`, where the
    writing may differ. Identifiers, postcodes and choices are found only through the patterns and values of the
    lexicon's slots; `slot` is set where exactly one slot fits, or where the text names one just before the value.
    """
    return tuple(dict.fromkeys(found.value for found in places_in(text, lexicon)))


@remembered
def places_in(text: str, lexicon: Lexicon | None) -> tuple[Found, ...]:
    """The values of a text, with where they stand in `unmarked(text)`."""
    return tuple(found_in(unmarked(text), lexicon))


def found_in(text: str, lexicon: Lexicon | None = None) -> list[Found]:
    """The values of a text without markup, with where they stand; spans of different kinds never overlap."""
    index = indexed(ValueIndex, lexicon) if lexicon is not None else None
    taken: dict[tuple[int, int], list[Found]] = {}
    occupied = bytearray(len(text))
    for found in _candidates(text, index):
        span = (found.start, found.end)
        if occupied.find(1, *span) >= 0 and not _beside(found, taken.get(span, [])):
            continue
        taken.setdefault(span, []).append(found)
        occupied[found.start : found.end] = b"\1" * (found.end - found.start)
    return sorted((found for together in taken.values() for found in together), key=lambda found: found.start)


def _beside(found: Found, others: Sequence[Found]) -> bool:
    """Whether it may stand for the same words as others: a choice of several slots, or an end of a range of dates."""
    return bool(others) and all(
        found.value.kind is other.value.kind and (found.value.slot != other.value.slot or _range(found, other))
        for other in others
    )


def _range(found: Found, other: Found) -> bool:
    """Whether both are ends of one range of dates, "May 14-16"."""
    return found.value.kind is ValueKind.DATE and found.value != other.value


def _candidates(text: str, index: ValueIndex | None) -> Iterator[Found]:
    lower = folded(text)
    digits = _DIGIT.search(lower) is not None
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Found(_value(ValueKind.EMAIL, match.group().lower()), match.start(), match.end())
    yield from _spans(ValueKind.DATE, dates_in(lower))
    if index is not None:
        yield from _identifiers(text, index)
    yield from _spans(ValueKind.MONEY, money_in(lower))
    if digits:
        for match in _PHONE.finditer(text):
            yield Found(_value(ValueKind.PHONE, match.group().strip()), match.start(), match.end())
    if index is not None and index.choices.first:
        for phrase in index.choices.found(lower):
            yield Found(phrase.payload, phrase.start, phrase.end)
    yield from _spans(ValueKind.NUMBER, numbers_in(lower))


def _spans(kind: ValueKind, spans: Iterable[Span]) -> Iterator[Found]:
    for span in spans:
        yield Found(_value(kind, span.value), span.start, span.end)


@lru_cache(maxsize=4096)
def _value(kind: ValueKind, value: str, slot: str | None = None) -> Value:
    return Value(kind=kind, value=value, slot=slot)


def _identifiers(text: str, index: ValueIndex) -> Iterator[Found]:
    for pattern, slots in index.patterns:
        for match in pattern.finditer(text):
            if not match.group() or text[max(0, match.start() - 1)] in "$€£":
                continue
            slot = _named_before(text, match.start(), slots)
            kind = (slot or slots[0]).kind
            value = _value(kind, match.group(), slot.key if slot else None)
            yield Found(value, match.start(), match.end())


def _named_before(text: str, start: int, slots: tuple[Slot, ...]) -> Slot | None:
    if len(slots) == 1:
        return slots[0]
    before = spaced(text[max(0, start - 40) : start])
    places = [(max(before.rfind(f" {word}") for word in slot.label.lower().split()[:1]), slot) for slot in slots]
    best = max(place for place, _ in places)
    named = [slot for place, slot in places if place == best]
    return named[0] if best >= 0 and len(named) == 1 else None


# ---------------------------------------------------------------------------------------------- is it said


def says(text: str, kind: ValueKind, value: str, forms: Iterable[str] = ()) -> bool:
    """Whether a text says a value (in canonical form) in any usual way, or any of its further forms as whole words.

    A date without a year counts where month and day agree. Identifiers are the same with and without "#".
    """
    plain = unmarked(text)
    return _SAID[kind](plain, value) or any(form.strip() and _word_said(plain, form) for form in forms)


def same(kind: ValueKind, one: str, other: str) -> bool:
    """Whether two values of a kind are the same thing, however they are written."""
    if kind is ValueKind.DATE:
        return one == other or (min(one, other)[:2] == "--" and one[-5:] == other[-5:])
    return _comparable(kind, one) == _comparable(kind, other)


def _comparable(kind: ValueKind, value: str) -> str:
    match kind:
        case ValueKind.PHONE:
            return re.sub(r"\D", "", value)[-10:]
        case ValueKind.ID | ValueKind.POSTCODE:
            return re.sub(r"[\s#]", "", value).lower()
        case ValueKind.NUMBER:
            return plain_number(value) if re.fullmatch(r"[\d,]*\d(?:\.\d+)?", value) else value
        case ValueKind.MONEY | ValueKind.DATE:
            return value
        case ValueKind.EMAIL:
            return value.lower()
        case _:
            return spaced(value)


_S = re.compile(r"['\u2019]s\b")
"""Makes of a name its genitive, or a sentence: "the medium's gone"."""


@lru_cache(maxsize=256)
def _money_of(text: str) -> frozenset[str]:
    return frozenset(span.value for span in money_in(folded(text)))


@lru_cache(maxsize=256)
def _dates_of(text: str) -> frozenset[str]:
    return frozenset(span.value for span in dates_in(folded(text)))


@lru_cache(maxsize=256)
def _numbers_of(text: str) -> frozenset[str]:
    return frozenset(found.value.value for found in found_in(text) if found.value.kind is ValueKind.NUMBER)


def _money_said(text: str, value: str) -> bool:
    return value in _money_of(text)


def _date_said(text: str, value: str) -> bool:
    return any(same(ValueKind.DATE, value, said) for said in _dates_of(text))


def _number_said(text: str, value: str) -> bool:
    return _comparable(ValueKind.NUMBER, value) in _numbers_of(text)


def _email_said(text: str, value: str) -> bool:
    return any(match.group().lower() == value.lower() for match in _EMAIL.finditer(text))


def _phone_said(text: str, value: str) -> bool:
    wanted = _comparable(ValueKind.PHONE, value)
    return any(_comparable(ValueKind.PHONE, match.group()) == wanted for match in _PHONE.finditer(text)) or _id_said(
        text, value
    )


def _id_said(text: str, value: str) -> bool:
    lowered, wanted = text.lower(), value.lower().lstrip("#").strip()
    return bool(wanted) and (stands(lowered, wanted) or (" " in wanted and stands(lowered, wanted.replace(" ", ""))))


def stands(text: str, wanted: str) -> bool:
    """Whether a text without ends of line or accents holds another, which is no part of a longer word or number."""
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        before, after = text[max(0, at - 2) : at], text[end : end + 2]
        if not (before[-1:].isalnum() or before[-1:] == "_" or after[:1].isalnum() or after[:1] == "_") and not (
            _splits_number(before[::-1], wanted[0]) or _splits_number(after, wanted[-1])
        ):
            return True
        at = text.find(wanted, at + 1)
    return False


def _splits_number(beyond: str, edge: str) -> bool:
    """Whether a value that ends in a digit goes on beyond its edge as in "12.50", "1,000" or "1234-5678"."""
    return edge.isdigit() and len(beyond) == 2 and beyond[0] in ".,-" and beyond[1].isdigit()


def _postcode_said(text: str, value: str) -> bool:
    return _id_said(text, value) or _id_said(re.sub(r"(\d{5})-\d{4}\b", r"\1", text), value)


def _word_said(text: str, value: str) -> bool:
    wanted = spaced(value)
    if not wanted.strip():
        return value.strip() in text
    return wanted in spaced(text) or (("'s" in text or "\u2019s" in text) and wanted in spaced(_S.sub("", text)))


_SAID: dict[ValueKind, Callable[[str, str], bool]] = {
    ValueKind.ID: _id_said,
    ValueKind.MONEY: _money_said,
    ValueKind.DATE: _date_said,
    ValueKind.NUMBER: _number_said,
    ValueKind.EMAIL: _email_said,
    ValueKind.PHONE: _phone_said,
    ValueKind.POSTCODE: _postcode_said,
    ValueKind.NAME: _word_said,
    ValueKind.CHOICE: _word_said,
    ValueKind.TEXT: _word_said,
}
