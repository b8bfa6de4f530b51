"""How far a second question goes: to more things than a write touches, to a part of what it moves, to the whole where
it moves a part, or to other things in the place of those that it gives.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from app.grading.spoken import contains
from app.grading.things import others_beside, rows_named
from app.grading.written import Written, deeds
from domains.kit.values import ValueKind
from simulators.understand.amounts import NUMBER_WORDS, spelled_number
from simulators.understand.values import values_in

_SEVERAL = rf"(?:{'|'.join(sorted(NUMBER_WORDS - {'zero', 'one'}))}|[2-9]|\d\d+)"
_NUMBER = rf"(?:{_SEVERAL}|one|1)"
_DENIED = re.compile(
    r"\b(?:not|never|nothing|none|no(?! problem| worries)|neither|nor|without|paid|(?:as|like)(?: with| for)?"
    r"|(?:have|has|need) to|(?:if|unless|should) you (?:would )?(?:rather|want|need|wish|prefer|like|have|change)"
    r"|in case)\b"
)
"""Before words that then say nothing of what would be done."""
_UNTOUCHED = re.compile(
    r"\b(?:(?:stay|remain|keep)(?:s|ing)?|kept|unchanged|untouched|unaffected|(?:are|is|be) not|no longer"
    r"|(?:could|can|may|might) (?!i\b|we\b))\b"
)
"""In a part of a sentence about what stays as it is, or what only could be."""
_THAT_IS_NOT = re.compile(r"\b(?:that|which) (?:have|has|is|are|was|were) (?:not|never)\b")
_SAYS_WHAT_IS_DONE = re.compile(r"\b(?:would|will|i|we|you (?:get|receive|send|swap|have))\b")
_PARCELS = ("parcel", "package", "refund", "purchase")
_GOODS = r"(?:items|articles|products|things|goods|pieces)"
_OF_THEM = rf"(?:of (?:them|these|those)|{_GOODS})"
_COUNTED = re.compile(
    rf"\b(?:both {_OF_THEM}|(?:all|the|these|those|your|just|only) (?P<all>{_NUMBER}) (?:items?|{_OF_THEM})"
    rf"|(?P<some>{_NUMBER}) (?:out )?of (?:(?:the|your|these|those) (?:{_NUMBER} )?{_GOODS}|them|these|those))\b"
)
_SOME_OF = re.compile(rf"\b{_NUMBER} (?:out )?of (?:the|your|these|those) (?:{_NUMBER} )?{_GOODS}\b")
_ALL_IN_ONE = re.compile(
    rf"\b(?:all|every|everything)(?: of)?(?: the)?(?: item| {_GOODS})? (?:of|in|from|on) (?:the|this|that|your) order\b"
    r"|\b(?:whole|entire|full|complete) order\b"
)
_NARROW = re.compile(
    r"(?<!as )\b(?:(?P<vague>part|portion|share|some|bit)|most|half|fraction) of (?:it|that|what|(?:the|your|this)"
    r" (?!time|process|return|exchange|service|day|change|policy)(?P<what>\w+))\b"
    r"|\b(?:one|two|three)[ -](?:third|quarter|fifth)s?\b|\ba (?:third|quarter) of (?:it|the|your|that|what)\b"
    r"|\bpartial(?:ly)?\b|\b(?!100\b|0\b)\d+(?:\.\d+)? ?(?:%|percent\b|per cent\b)"
    r"|(?<!shipping )(?<!delivery )(?<!express )\b(?:fee|surcharge|penalty)\b|\bdeduct(?:ed|ing|ion)?\b|\bwithh[eo]ld\b"
)
_ALL_BUT = re.compile(
    r"\b(?:all|everything|total|amount) (?:but|except(?: for)?|minus|less|apart from) (?:the|an?|your|our)\b"
)
_REST = re.compile(r"\b(?:rest|remainder|remaining|other (?:part|half)|(?:two|both) parts|split)\b")
_RETAINS = re.compile(r"\b(?:keep|retain|lose|forfeit)\b")
_OF_A_SUM = re.compile(
    r"\$ ?(?P<part>\d[\d,]*(?:\.\d+)?)(?: [a-z]+){0,2}? (?:out )?of (?:it|that|(?:the |your |this |a )?"
    r"(?:(?:total|full|whole) )?(?:total|refund|amount|money|price|sum|difference|balance"
    r"|\$ ?\d[\d,.]*\d(?![.,]?\d)))\b(?! (?:is|are|was|were|would be|comes?) (?:for|from))"
)
_WHOLE = (
    r"\b(?:everything|all of it|it all|(?:whole|entire|full|complete) (?:thing|amount|total|sum|order|price|payment"
    r"|cost|balance|\$ ?\d))"
)
_TO = r"\b(?:card|wallet|account)\b"
_PAYS_WHOLE = re.compile(rf"{_WHOLE}.*{_TO}|{_TO}.*{_WHOLE}")
_OTHERS = re.compile(
    r"\b(?:for|in|get|receive|send(?: you)?|take|want)\b (?:[\w-]+ ){0,3}?(?:other|another|different|new) "
    r"(?P<kind>siz|colo|option|version|variant|model|styl)\w*|\breplacements\b"
)


def goes_otherwise(parts: Sequence[str], proposed: str, write: Written) -> bool:
    """Whether parts of the sentences of a second question reach further than a write, less far, or elsewhere."""
    extent = _Extent(proposed, write, shares=_REST.search(" ".join(parts)) is not None)
    return any(extent.differs(_THAT_IS_NOT.sub("that", part)) for part in parts)


class _Extent:
    """What a write touches, beside the words in which it is asked for again."""

    def __init__(self, proposed: str, write: Written, *, shares: bool):
        self.proposed = proposed
        self.write = write
        self.shares = shares
        """Whether the question says where the rest goes."""

    def differs(self, part: str) -> bool:
        """Whether a part of a sentence goes elsewhere."""
        found = [*self._less(part), *self._elsewhere(part)]
        if _UNTOUCHED.search(part) is None and self._says_what_is_done(part):
            found += self._more(part)
        return any(not _DENIED.search(part, 0, one.start()) and not contains(self.proposed, one[0]) for one in found)

    def _says_what_is_done(self, part: str) -> bool:
        lexicon = self.write.domain.lexicon
        return _SAYS_WHAT_IS_DONE.search(part) is not None or bool(deeds(part, lexicon) & deeds(self.proposed, lexicon))

    def _more(self, part: str) -> Iterator[re.Match[str]]:
        """More than the one thing that the write is about, or another number of things than it lists."""
        if self._several is not None:
            yield from self._several.finditer(part)
        if self._size is None:
            yield from _SOME_OF.finditer(part)
            return
        yield from (one for one in _COUNTED.finditer(part) if _count(one) != self._size)
        if self._leaves_some:
            yield from _ALL_IN_ONE.finditer(part)
        if self._size != 2 and self.write.domain.lexicon.actions:
            yield from self._does_both.finditer(part)

    def _less(self, part: str) -> Iterator[re.Match[str]]:
        for one in _NARROW.finditer(part):
            told_whole = one["vague"] and self.shares and not _RETAINS.search(part)
            if not told_whole and not (one["what"] == "order" and self._leaves_some):
                yield one
        if self._size is None:
            yield from _ALL_BUT.finditer(part)
        yield from (one for one in _OF_A_SUM.finditer(part) if _cents(one["part"]) not in self._amounts)

    def _elsewhere(self, part: str) -> Iterator[re.Match[str]]:
        """The whole where the write moves an amount of it, and other things where it gives none, or gives them in
        another respect."""
        if self._moves_a_part and not _REST.search(part) and not self._amounts & _money(part):
            yield from _PAYS_WHOLE.finditer(part)
        if not part.startswith("if "):
            for one in _OTHERS.finditer(part):
                if not self._options or (one["kind"] in {"siz", "colo"} and one["kind"] not in self._options):
                    yield one

    @cached_property
    def _several(self) -> re.Pattern[str] | None:
        """Words for several things of the kind that the write is about; None where it is about none of
        the customer's, or the proposal names several."""
        tables = {table.name: table for table in self.write.domain.world.tables.values()}
        about = [self._tables(self.write.arguments.get(name)) for name in self.write.listed]
        of_the_customer = {name for name, table in tables.items() if table.owner is not None and not table.append_only}
        first, beside = (about[0], set[str]().union(*about[1:])) if about else (set[str](), set[str]())
        named = {value.value for value in values_in(self.proposed, self.write.domain.lexicon)}
        if not first or sum(bool(self._tables(value) & first) for value in named) > 1:
            return None
        nouns = {name.rsplit("_", 1)[-1].removesuffix("s") for name in of_the_customer - (beside - first)}
        return _words_for_several("|".join(sorted({*nouns, *_PARCELS})))

    def _tables(self, value: object) -> set[str]:
        return {table.name for table, _ in rows_named(self.write.state, value)} if isinstance(value, str) else set()

    @cached_property
    def _lists(self) -> list[list[object]]:
        return [value for value in self.write.arguments.values() if isinstance(value, list)]

    @cached_property
    def _size(self) -> int | None:
        sizes = {len(value) for value in self._lists}
        return sizes.pop() if len(sizes) == 1 else None

    @cached_property
    def _leaves_some(self) -> bool:
        """Whether the write lists some of the parts of a row, and not all of them."""
        keys = [[key for key in each if isinstance(key, str)] for each in self._lists]
        return any(
            other not in each
            for each in keys
            for key in each
            if not self._tables(key)
            for other in others_beside(self.write.state, key, self.write.arguments)
        )

    @cached_property
    def _does_both(self) -> re.Pattern[str]:
        done = {word for action in self.write.domain.lexicon.actions for word in action.words}
        return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, done)))}) both\b(?! (?:the|an?|your)\b)")

    @cached_property
    def _amounts(self) -> set[int]:
        """Those that were proposed or are written."""
        return _money(self.proposed).union(*map(_money, self.write.phrases(self.write.ways)))

    @cached_property
    def _moves_a_part(self) -> bool:
        slots = map(self.write.domain.lexicon.slot, self.write.listed)
        return any(slot is not None and slot.kind is ValueKind.MONEY for slot in slots)

    @cached_property
    def _options(self) -> set[str]:
        """In what respects the things that the write gives can differ: by the first letters of their options."""
        rows = [row for _, row in rows_named(self.write.state, self.write.arguments)]
        fields = (getattr(row, name) for row in rows for name in type(row).model_fields)
        options = {str(option) for held in fields if isinstance(held, dict) for option in held}
        return {option[:size] for option in options for size in (3, 4)}


def _words_for_several(nouns: str) -> re.Pattern[str]:
    plural = rf"(?:{nouns})s\b"
    between = r"(?: [\w-]+){0,2}?"
    return re.compile(
        rf"\b(?:all|both|any|some|each|several|many|most|{_SEVERAL})(?: of)?(?: (?:the|your|these|those))?{between} "
        rf"{plural}|\b(?:every|each|any|(?:the|your|any) other){between} (?:{nouns})\b"
        rf"|(?<!in )(?<!under )(?<!on )(?<!among )\byour{between} {plural}"
        r"|\b(?:the|your|any) other (?:[\w-]+ ){1,2}ones?\b|\b(?:the|all) others\b"
        r"|\b(?:everything|anything) (?:(?:that|which)\b(?! you (?:have )?paid)|you (?:have|own|ever)\b(?! paid)"
        r"|from your\b|on your\b)"
    )


def _count(counted: re.Match[str]) -> int:
    number = counted["all"] or counted["some"]
    return 2 if number is None else int(number) if number.isdigit() else spelled_number(number)


def _money(text: str) -> set[int]:
    return {int(value.value) for value in values_in(text) if value.kind is ValueKind.MONEY}


def _cents(digits: str) -> int:
    return round(float(digits.replace(",", "")) * 100)
