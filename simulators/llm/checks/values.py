"""Whether a text says the values of a draft, all of them and no others."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from domains.kit.lexicon import Lexicon
from domains.kit.scenario import Fact, Scenario, Want
from domains.kit.values import ValueKind
from simulators.llm.checks.fault import Fault
from simulators.llm.checks.language import lexicon_words, vocabulary
from simulators.llm.draft import Draft
from simulators.understand.amounts import plain_number
from simulators.understand.indexed import indexed, remembered
from simulators.understand.values import places_in, same, says, unmarked
from simulators.understand.words import listed, spaced

_DIGITS = re.compile(r"\d+")
_LARGE = re.compile(r"\b(?:thousand|million|billion|dozen|grand|hundreds|tenner|fiver|double|triple)\b")
_AT_DOT = re.compile(r"\w\s*(?:\(at\)|\bat\b)\s*\w+\s*(?:\(dot\)|\bdot\b)|@|\b[\w-]+\.(?:com|org|net|example|io)\b")
_NAME = re.compile(
    r"(?<![.!?:\u2026\"\u201c\n])(?<![.!?]['\"\u201d\u2019]) [\"'\u201c\u2018(]?(?P<name>[A-Z][\w'\u2019-]*)"
)
_DENYING = re.compile(r" (?:not|never|without|except|\w+n't|rather than|instead of|anything but) (?:\S+ ){0,2}\Z")
"""The end of what stands before something that is said not to be so."""
_BREAK = re.compile(r"[,;:!?\u2013\u2014\n]|\.(?!\w)| - ")
_FIRST = re.compile(r"(?:^|[.!?:\u2026\n\"\u201c(]\s*)(?P<word>[A-Z][a-z]{2,})(?![\w'\u2019@])")
_USUAL_CAPITALS = listed(
    "i i'm i'd i've i'll ok okay english monday tuesday wednesday thursday friday saturday sunday january february",
    "march april may june july august september october november december ps id",
)
_PROPER = frozenset({"name", "surname", "city", "town", "street"})
"""Details whose values are words of their own."""
_INTRODUCED = re.compile(
    r"(?: (?P<before>\S+) (?:here|speaking)(?= ))"
    r"|(?: (?:called|named|this is|i am|i'm|behalf of|account of"
    r"|(?:liv(?:e|es|ing)|moved|based|staying) (?:in|to|at)|greetings from|regards) (?P<after>\S+))"
)
_ALWAYS = listed("is are was the a an my not no it's its of on at in to and or with please below here")


Words = tuple[frozenset[str], ...]


class Figure(NamedTuple):
    """A value with digits, comparable however it is written."""

    kind: ValueKind
    value: str

    def fits(self, other: "Figure") -> bool:
        """Whether both are the same thing."""
        if self.kind is ValueKind.NUMBER and other.kind is ValueKind.NUMBER:
            return plain_number(self.value) == plain_number(other.value)
        return self.kind is other.kind and same(self.kind, self.value, other.value)


_ONE = Figure(ValueKind.NUMBER, "1")
_WITH_DIGITS = frozenset(
    {ValueKind.ID, ValueKind.MONEY, ValueKind.DATE, ValueKind.EMAIL, ValueKind.PHONE, ValueKind.POSTCODE}
)


def values_fault(text: str, draft: Draft) -> Fault | None:
    """What is wrong with the values of a text, beside those of the draft."""
    wanted, found = figures_in(draft.text, draft.lexicon), figures_in(text, draft.lexicon)
    for figure in wanted:
        if not any(figure.fits(other) for other in found):
            return Fault("value", f"the {figure.kind.value} {figure.value!r} of the draft is missing")
    for figure in found:
        if not any(figure.fits(other) for other in wanted):
            return Fault("value", f"the {figure.kind.value} {figure.value!r} is not in the draft")
    return _known_fault(text, draft) or foreign_fault(text, draft.text, draft.lexicon, draft.scenario.language)


@remembered
def figures_in(text: str, lexicon: Lexicon | None) -> tuple[Figure, ...]:
    """Every value with digits, and every digit that belongs to none; a "one" that need not count is left out."""
    plain = unmarked(text)
    rest = list(plain)
    figures = []
    for place in places_in(text, lexicon):
        kind, value = place.value.kind, place.value.value
        counted = kind is ValueKind.NUMBER and plain[place.start : place.end].lower() != "one"
        if kind in _WITH_DIGITS or counted:
            figures.append(Figure(kind, value))
            rest[place.start : place.end] = " " * (place.end - place.start)
    figures += [Figure(ValueKind.NUMBER, digits) for digits in _DIGITS.findall("".join(rest))]
    return tuple(dict.fromkeys(figures))


def _known_fault(text: str, draft: Draft) -> Fault | None:
    """Names, choices and phrases of the scenario: in the text exactly if they are in the draft."""
    for source in known_values(draft.scenario):
        forms = (source.value, *source.say)
        in_draft, in_text = (_worded(each, source, forms) for each in (draft.text, text))
        if in_draft and not in_text:
            return Fault("value", f"{source.value!r} is missing, or in words that cannot be recognised")
        if in_text and not in_draft:
            return Fault("value", f"{source.value!r} is not in the draft")
        if in_text and _denied(text, forms) and not _denied(draft.text, forms):
            return Fault("stance", f"it says that it is not {source.value!r}")
    return None


def _denied(text: str, forms: Iterable[str]) -> bool:
    """Whether a not stands right before a value, in the same part of a sentence."""
    parts = [spaced(part) for part in _BREAK.split(text)]
    return any(
        _DENYING.search(part, 0, at + 1)
        for form in forms
        if spaced(form).strip()
        for part in parts
        for at in _places(spaced(form), part)
    )


def _places(phrase: str, text: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)


def known_values(scenario: Scenario) -> Iterator[Fact | Want]:
    """Everything that the scenario has a value for, at every preference."""
    yield from scenario.facts
    for goal in scenario.goals:
        yield from goal.wants
        for wants in goal.preference.ranked if goal.preference else ():
            yield from wants


def _worded(text: str, source: Fact | Want, forms: Iterable[str]) -> bool:
    if says(text, source.kind, source.value, forms):
        return True
    parts = [part for part in source.value.split(",") if part.strip()]
    return source.kind is ValueKind.TEXT and len(parts) > 1 and all(spaced(part) in spaced(text) for part in parts)


def foreign_fault(text: str, known: str, lexicon: Lexicon, language: str) -> Fault | None:
    """A choice, a name, an address or an amount in words that does not stand in `known`."""
    lower, said = text.lower(), frozenset(spaced(known).split())
    for place in places_in(text, lexicon):
        kind, value = place.value.kind, place.value.value
        if kind is ValueKind.CHOICE and not says(known, kind, value) and not set(spaced(value).split()) <= said:
            return Fault("value", f"{value!r} is not in the draft")
    if (large := _LARGE.search(lower)) is not None and large.group() not in said:
        return Fault("value", f"{large.group()!r} is not in the draft")
    if any(found.group() not in known.lower() for found in _AT_DOT.finditer(lower)):
        return Fault("value", "it has an address that is not in the draft")
    usual = (vocabulary(language), lexicon_words(lexicon))
    if (name := _foreign_name(text, said, usual)) is not None:
        return Fault("value", f"the name {name!r} is not in the draft")
    if (told := _told(text, said, usual, lexicon)) is not None:
        return Fault("value", f"{told!r} is not in the draft")
    return None


def _foreign_name(text: str, said: frozenset[str], usual: Words) -> str | None:
    """A word with a capital that nobody has said; at the beginning of a sentence only one that is not `usual`."""
    for found in _NAME.finditer(text):
        if any(_is_new(word, said, _USUAL_CAPITALS) for word in spaced(found["name"]).split()):
            return found["name"]
    return next((word for word in _FIRST.findall(text) if _may_be_name(word.lower(), said, *usual)), None)


def _told(text: str, said: frozenset[str], usual: Words, lexicon: Lexicon) -> str | None:
    """A word that is given out as a name, an address or another detail, and that nobody knows."""
    plain = spaced(text)
    for found in _labelled(indexed(_labels, lexicon)).finditer(plain):
        own = found["label"] in _PROPER
        for word in found["after"].split()[: 1 if own else 3]:
            if _is_new(word, said, _ALWAYS, *(() if own else usual)):
                return word
    for found in _INTRODUCED.finditer(plain):
        for word in (found["before"], found["after"]):
            if word and _may_be_name(word, said, _ALWAYS, *usual):
                return word
    return None


def _may_be_name(word: str, *known: frozenset[str]) -> bool:
    return _is_new(word, *known) and not word.endswith(("ing", "ed", "ly", "ful", "ous"))


def _is_new(word: str, *known: frozenset[str]) -> bool:
    """Whether a word is in none of the sets. To unite them, of which some are large, takes longer than to look."""
    return not any(word in words for words in known)


def _labels(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(slot.label.lower().split()[-1] for slot in lexicon.slots if slot.label.strip())


@cache
def _labelled(labels: frozenset[str]) -> re.Pattern[str]:
    named = "|".join(sorted(map(re.escape, labels | _PROPER)))
    return re.compile(
        rf"(?<= )(?P<label>{named})(?: address| number)? (?:is|was|should be|would be|has to be)"
        r"(?P<after>(?: \S+){1,3})"
    )
