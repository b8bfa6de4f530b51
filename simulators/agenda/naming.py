"""Whether a text names the value of an item, or what stands in its place."""

import re
from collections.abc import Iterable

from domains.kit.values import ValueKind
from simulators.agenda.moves import Item
from simulators.understand.values import says

_NUMBERED = re.compile(r"(?P<number>\d+\w?),? (?P<rest>\S.*)")


def says_right(text: str, item: Item, rivals: tuple[str, ...]) -> bool:
    """Whether a text says the value of an item, and not only as a part of a longer rival."""
    longer = [rival for rival in rivals if any(_within(form, rival) for form in (item.value, *item.forms))]
    return says(_without(text, longer), item.kind, item.value, item.forms)


def names_rival(text: str, item: Item, rivals: tuple[str, ...]) -> bool:
    """Whether a text says what would be wrong in the place of an item, and not only as a part of what is right."""
    for rival in rivals:
        longer = [form for form in (item.value, *item.forms) if _within(rival, form)]
        if says(_without(text, longer), ValueKind.TEXT, rival) or says(text, item.kind, rival):
            return True
    return False


def misnumbers(text: str, item: Item) -> bool:
    """Whether a text says a value that begins with a number, as streets do, but with another number."""
    found = _NUMBERED.match(item.value)
    if found is None or item.kind is not ValueKind.TEXT:
        return False
    named = re.findall(rf"\b(\d+\w?),? {re.escape(found['rest'])}\b", text, re.IGNORECASE)
    return bool(named) and found["number"].lower() not in map(str.lower, named)


def _within(part: str, whole: str) -> bool:
    return len(part) < len(whole) and part.lower() in whole.lower()


def _without(text: str, phrases: Iterable[str]) -> str:
    lowered = text.lower()
    for phrase in phrases:
        lowered = lowered.replace(phrase.lower(), " ")
    return lowered
