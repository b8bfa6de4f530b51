"""What a noun phrase asks for: by its noun, by what it is of, and by what is done with it."""

import re
from collections.abc import Iterator, Sequence

from simulators.understand.nouns import OWNER, SIGNS, THING
from simulators.understand.slots import slot_word
from simulators.understand.words import Phrase, listed
from simulators.understand.words import words as words_of

AUXILIARIES = listed(
    "do does did would should shall will can could may might must is are was were has have had am be been being not"
)
TRAVELS = listed(
    "fly flying go going travel traveling head headed heading land landing arrive arriving visit visiting off end"
)
LEAVES = listed("from leave leaving depart departing board boarding start starting out begin")
_END = AUXILIARIES | listed(
    "you i we it they he she that this to for on in at with from by under into onto over of the your my our their any",
    "and or but if so exactly please would took takes went goes applies appears appear suits suit works work fits fit",
    "looks look sounds sound needs got",
)
"""Words that end a noun phrase."""
_LONGEST = 6
_BLOCKS = listed(
    "block blocked freeze frozen lost lose missing stolen replace replaced cancel canceled cancelled declined damaged",
    "gone swallowed compromised reported",
)
_CHARGES = listed(
    "charge charged pay paying use refund refunded refunding bill billed put difference on go money cover"
)
_SENT = listed("sent texted emailed received receive got app authenticator landed came arrived")
_CALLS = listed("call ring text texted reach contact dial called")
_FAULTY = listed("trouble problem issue affected port suspend signal acting suspended move keep")
_SHOWS = listed("show see say happen display flashing light ring led")
_MAIL = listed("log sign email mail emailed e-mail")
_DISPUTES = listed("dispute recognize recognise")
_SECRET = listed("pet school teacher mother")
_DETERMINERS = listed("your the a an its their that this")
_BOUND = re.compile(r"[,;:()?]| (?:and|or|plus|as well as) ")


def end_of_noun(words: Sequence[str], start: int) -> int:
    """Where a noun phrase that begins at a place ends."""
    end = start
    while end < len(words) and words[end] not in _END and end - start < _LONGEST:
        end += 1
    return end


def by_noun(words: Sequence[str], start: int, end: int, *, which: bool = False) -> str | None:
    """What the noun that ends a noun phrase asks for; `which` where a question word stands before the phrase."""
    noun, before, rest = words[end - 1], words[start:end], frozenset(words[end:])
    key = THING.get(noun)
    if noun in SIGNS:
        return _by_sign(words, start, end)
    if noun == "card":
        return _by_card(words[end:])
    if noun == "name":
        return _by_name(before, rest)
    if noun in _BY_WHAT_IS_DONE:
        return _BY_WHAT_IS_DONE[noun](frozenset(before), rest)
    if noun == "phone" and which:
        return "device"
    if (noun == "make" and len(before) > 1) or (noun == "departure" and not which):
        return None
    if key == "date" and not rest.isdisjoint(("birth", "born")):
        return "date_of_birth"
    return "transaction_id" if key == "order_id" and rest & _DISPUTES else key


def _by_place(_before: frozenset[str], rest: frozenset[str]) -> str | None:
    return "origin" if rest & LEAVES else "destination" if rest & TRAVELS else None


def _by_address(before: frozenset[str], rest: frozenset[str]) -> str:
    return "email" if (before | rest) & _MAIL else "address"


def _by_color(_before: frozenset[str], rest: frozenset[str]) -> str:
    return "details" if rest & _SHOWS else "item_choice"


_BY_WHAT_IS_DONE = {
    "city": _by_place, "airport": _by_place, "station": _by_place, "address": _by_address, "color": _by_color,
}  # fmt: skip


def _by_card(after: Sequence[str]) -> str | None:
    rest = frozenset(after)
    if rest & _BLOCKS or after[:3] == ["did", "you", "use"] or after[:2] == ["was", "charged"]:
        return "card_number"
    if "used" in rest and "be" not in rest:
        return "card_number"
    return "payment_method" if rest & _CHARGES else None


def _by_name(before: Sequence[str], rest: frozenset[str]) -> str | None:
    if rest & _SECRET:
        return "security_answer"
    owners = {OWNER.get(word) or THING.get(word) for word in (*before[:-1], *rest)}
    if "recipient" in owners or not rest.isdisjoint(("person", "receiving")):
        return "recipient"
    owner = next((key for key in ("passengers", "transaction_id", "item_choice") if key in owners), None)
    return owner or (None if {"first", "last"} & set(before) else "full_name")


def _by_sign(words: Sequence[str], start: int, end: int) -> str | None:
    """What a number, a code or a reference is of: by the words before it, by what is done with it, by those after."""
    noun, rest = words[end - 1], frozenset(words[end:])
    for place in range(end - 2, start - 1, -1):
        if key := OWNER.get(words[place]):
            return "line" if key == "phone" and rest & _FAULTY else key
    if rest & _SENT and noun in ("code", "digit"):
        return "security_answer"
    if rest & _CALLS:
        return "phone"
    if rest & _FAULTY:
        return "line"
    return next((OWNER[word] for word in words[end:] if word in OWNER), None)


def signs_in(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Phrase[str]]:
    """Numbers and codes in a text, outside of the spans that are taken, with the slot that they stand for.

    Each spans what it is said to be of: "the reference on your claim".
    """
    said = words_of(text)
    normal = [slot_word(word.text) for word in said]
    for at, word in enumerate(said):
        if normal[at] not in SIGNS or any(start <= word.start < end for start, end in taken):
            continue
        first = next((place + 1 for place in range(at - 1, max(-1, at - 5), -1) if normal[place] in _DETERMINERS), None)
        if first is None:
            continue
        bound = _BOUND.search(text, word.end)
        stop = bound.start() if bound else len(text)
        last = next((place for place in range(at + 1, len(said)) if said[place].start >= stop), len(said))
        if key := _by_sign(normal[:last], first, at + 1):
            yield Phrase(key, word.start, stop, 1)
