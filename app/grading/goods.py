"""Products that look-ups have shown with their variants, and which of them words name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.grading.log import Log
from app.grading.results import objects_in, read_json
from domains.kit.facts import Stock
from domains.kit.numerals import in_words
from domains.kit.records import JSON
from simulators.understand.clauses import sentences
from simulators.understand.words import folded, listed

_TOKEN = re.compile(r"\$?\d[\w.,-]*\w|\$?\d|[a-z]\w*(?:['-]\w+)*|[(),:;|\u2013\u2014-]")
_MEASURED = re.compile(r"(?P<number>\d+(?:\.\d+)?) (?P<unit>[a-z]+)")
_NUMBERED = re.compile(r"[a-z]+ (?P<number>\d+)")
_SPELT = 100
"""Numbers below are said as one word."""
_LONGEST = 4
_GLUE = listed(
    "the a an of in with and or for your our this that these those one ones version variant model option shade",
    ", ( ) : | \u2013 \u2014 -",
)
"""Joins the words that name a variant: "the sleeve (teal, in 13 inch)"."""

Words = tuple[str, ...]


class Variant(NamedTuple):
    """A variant of a product, with what its look-up said of it."""

    product: str
    options: tuple[tuple[str, str], ...]
    there: bool

    @property
    def key(self) -> tuple[str, ...]:
        """Product and option values."""
        return (self.product, *(value for _, value in self.options))


class Goods(NamedTuple):
    """A product, and the words for it and for the options of its variants."""

    variants: tuple[Variant, ...]
    nouns: frozenset[Words]
    features: frozenset[Words]
    """What its variants differ in: "size"."""
    values: Mapping[Words, frozenset[tuple[str, str]]]
    """What words may stand for: a value of something that variants differ in."""

    def fitting(self, said: Sequence[Words]) -> Mapping[str, frozenset[str]] | None:
        """The values that words name, by what they are values of; None where one names none, or is ambiguous."""
        found: dict[str, frozenset[str]] = {}
        for words in said:
            meant = self.values.get(words, frozenset())
            if len(meant) != 1:
                return None
            ((feature, value),) = meant
            found[feature] = found.get(feature, frozenset()) | {value}
        return found

    def is_told(self, values: Mapping[str, frozenset[str]]) -> bool:
        """Whether values tell one variant from all others."""
        return all(len(values.get(feature, ())) == 1 for feature, _ in self.variants[0].options)

    def those(self, values: Mapping[str, frozenset[str]]) -> tuple[Variant, ...]:
        """The variants with one of the values of each kind."""
        return tuple(
            variant
            for variant in self.variants
            if all(feature not in values or value in values[feature] for feature, value in variant.options)
        )


class Named(NamedTuple):
    """What a run of words names."""

    goods: tuple[Goods, ...]
    nouns: tuple[Words, ...]
    values: tuple[Words, ...]
    start: int
    end: int

    def and_also(self, other: "Named") -> "Named":
        """Both together, in the place of this one."""
        return self._replace(nouns=self.nouns + other.nouns, values=self.values + other.values)

    def meant(self, spoken: Sequence[str], wished: Sequence[str]) -> tuple[Variant, ...]:
        """The variants that may be meant, none where that is unclear.

        Where only a product is named, it is the variant of it that is named in all that was `spoken`, as long as there
        is no other one, and the customer `wished` for it; else it may be any.
        """
        fits = [(goods, values) for goods in self.goods if (values := goods.fitting(self.values)) is not None]
        if self.nouns:
            fits = [(goods, values) for goods, values in fits if goods.nouns.issuperset(self.nouns)]
        elif not any(goods.is_told(values) for goods, values in fits):
            return ()
        if len(fits) == 1 and not self.values:
            goods, _ = fits[0]
            spoken_of, wished_for = _values_in(goods, spoken), _values_in(goods, wished)
            if goods.is_told(spoken_of) and spoken_of == wished_for:
                return goods.those(spoken_of)
        return tuple(variant for goods, values in fits for variant in goods.those(values))


def tokens(plain: str) -> list[str]:
    """The words, numbers and signs of the plain text of a sentence."""
    return _TOKEN.findall(plain)


def goods_shown(check: Stock, log: Log, *, until: int) -> tuple[Goods, ...]:
    """The products that the agent has looked up, as they were shown last."""
    shown = {
        goods.variants[0].product: goods
        for call in log.successful
        if call.seq < until and f'"{check.flag}"' in call.event.content
        for goods in _goods_in(call.event.content, check.variants, check.options, check.flag)
    }
    return tuple(shown.values())


def named_before(said: Sequence[str], end: int, goods: tuple[Goods, ...]) -> Named | None:
    """What the words right before a place name."""
    found: list[Words] = []
    at = end
    while at > 0:
        words = _known((tuple(said[at - size : at]) for size in range(min(_LONGEST, at), 0, -1)), goods)
        if words:
            found.insert(0, words)
        elif not _joins(said[at - 1]):
            break
        at -= len(words) or 1
    return _named(found, goods, start=at, end=end)


def named_after(said: Sequence[str], start: int, goods: tuple[Goods, ...]) -> Named | None:
    """What the words right after a place name."""
    found: list[Words] = []
    at = start
    while at < len(said):
        words = _known((tuple(said[at : at + size]) for size in range(_LONGEST, 0, -1)), goods)
        if words:
            found.append(words)
        elif not _joins(said[at]):
            break
        at += len(words) or 1
    return _named(found, goods, start=start, end=at)


def _known(phrases: Iterable[Words], goods: Sequence[Goods]) -> Words:
    """The first of the phrases that means anything with one of the products."""
    return next(
        (
            words
            for words in phrases
            if any(words in one.nouns or words in one.values or words in one.features for one in goods)
        ),
        (),
    )


def _joins(word: str) -> bool:
    return word in _GLUE or word.startswith("$")


def _named(found: Sequence[Words], goods: tuple[Goods, ...], *, start: int, end: int) -> Named | None:
    nouns = tuple(words for words in found if any(words in one.nouns for one in goods))
    values = tuple(words for words in found if any(words in one.values for one in goods))
    return Named(goods, nouns, values, start, end) if nouns or values else None


def _values_in(goods: Goods, texts: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """All values of a product's variants that texts may name, by what they are values of."""
    found: dict[str, set[str]] = {}
    for sentence in (sentence for text in texts for sentence in sentences(text)):
        said = tokens(sentence.plain)
        for at in range(len(said)):
            for size in range(1, _LONGEST + 1):
                for feature, value in goods.values.get(tuple(said[at : at + size]), ()):
                    found.setdefault(feature, set()).add(value)
    return {feature: frozenset(values) for feature, values in found.items()}


@lru_cache(maxsize=64)
def _goods_in(content: str, variants: str, options: str, flag: str) -> tuple[Goods, ...]:
    """The products of a result."""
    return tuple(
        _goods(str(record["name"]), found)
        for record in objects_in(read_json(content))
        if isinstance(record.get("name"), str)
        and (found := tuple(_variants(record, variants=variants, options=options, flag=flag)))
    )


def _variants(record: dict[str, JSON], *, variants: str, options: str, flag: str) -> Iterator[Variant]:
    rows = record.get(variants)
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and isinstance(row.get(flag), bool) and isinstance(chosen := row.get(options), dict):
            yield Variant(
                str(record["name"]), tuple((name, str(value)) for name, value in chosen.items()), row[flag] is True
            )


def _goods(name: str, variants: tuple[Variant, ...]) -> Goods:
    values: dict[Words, frozenset[tuple[str, str]]] = {}
    for option in dict.fromkeys(option for variant in variants for option in variant.options):
        for words in _forms(folded(option[1])):
            values[words] = values.get(words, frozenset()) | {option}
    names = tuple(folded(name).split())
    nouns = {(*names[at:-1], last) for at in range(len(names)) for last in _numbers(names[-1])}
    features = {tuple(folded(feature).split()) for feature, _ in variants[0].options}
    return Goods(
        variants,
        nouns=frozenset(nouns),
        features=frozenset((*words[:-1], last) for words in features for last in _numbers(words[-1])),
        values=values,
    )


def _numbers(noun: str) -> tuple[str, ...]:
    """A noun in the singular and in the plural."""
    return (noun, noun[:-1]) if noun.endswith("s") else (noun, f"{noun}s")


def _forms(value: str) -> set[Words]:
    """The ways to say an option value: "13 inch" is also "13-inch" and "thirteen inches", and "13" beside other words
    for it."""
    forms = {tuple(value.split())}
    if measured := _MEASURED.fullmatch(value):
        number, unit = measured["number"], measured["unit"]
        forms |= {(number,), (f"{number}{unit}",), (f"{number}-{unit}",), (number, f"{unit}s")}
        if number.isdigit() and int(number) < _SPELT:
            word = in_words(int(number))
            forms |= {(word, unit), (word, f"{unit}s"), (f"{word}-{unit}",)}
    if numbered := _NUMBERED.fullmatch(value):
        forms.add((numbered["number"],))
    return forms
