"""What a noun phrase asks for: by its noun, by what it is of, and by what is done with it."""

from collections.abc import Callable, Iterator, Sequence

from simulators.understand.nouns import OWNER, SIGNS, THING
from simulators.understand.slots import OTHER, slot_word
from simulators.understand.words import Phrase, expression, listed, spaced
from simulators.understand.words import words as words_of


def normal(*lines: str) -> frozenset[str]:
    """A set of words in the form in which they are compared."""
    return frozenset(slot_word(word) for word in listed(*lines))


AUXILIARIES = normal(
    "do does did would should shall will can could may might must is are was were has have had am be been being not"
)
TRAVELS = normal(
    "fly flying go going travel traveling head headed heading land landing arrive arriving visit visiting off end"
)
LEAVES = normal("from leave leaving depart departing board boarding start starting out begin")
_END = AUXILIARIES | normal(
    "you i we it they he she that this to for on in at with from by under into onto over of the your my our their any",
    "and or but if so exactly please would took takes went goes applies appears appear suits suit works work fits fit",
    "looks look sounds sound needs got shown printed written found starting beginning where which who when while each",
    "every everyone into someone anyone somebody anybody",
)
"""Words that end a noun phrase."""
_ACTS = normal(
    "pay pays go goes come comes get gets fly flies take takes leave hold need want lack lacks miss play plays"
)
"""Verbs, which end a noun phrase that has begun."""
_LONGEST, _BEFORE = 6, 3
_BLOCKS = normal(
    "block blocked freeze frozen lost lose missing stolen replace replaced cancel canceled cancelled declined damaged",
    "gone swallowed compromised reported",
)
_PAYS = normal(
    "charge charged pay paying use refund refunded refunding bill billed put difference money cover debit debited pays"
)
_PUTS = normal("on go")
_SENT = normal("sent texted emailed received receive got app authenticator landed came arrived")
_CALLS = normal(
    "call ring text texted reach contact dial called catch him her driver courier technician engineer fitter"
)
_REACHABLE = normal("new best good daytime evening emergency alternative other")
_FAULTY = normal(
    "trouble problem issue affected port suspend signal acting suspended move keep drop dropping porting keeping"
    " unblock unblocked unlock bar barred"
)
_SHOWS = normal("show see say happen display flashing light ring led")
_MAIL = normal("log sign email emailed newsletter inbox")
_FILED: dict[str, str] = {
    "booked": "reservation_id", "reserved": "reservation_id", "filed": "ticket_number",
    "logged": "ticket_number", "raised": "ticket_number", "ordered": "order_id", "bought": "order_id",
    "shipped": "tracking_number",
}  # fmt: skip
_TAKES = normal("took take taken charged charge show money statement debited billed")
_DISPUTES = normal("dispute recognize recognise")
_ANY_SIGN = normal(
    "right correct exact new full last first whole printed following specific same actual long short old four six"
    " eight ten"
    " five nine three two digit phone its their his whose family kid wife husband daughter son partner"
)
"""Words before a number that do not say what it is of."""
_STANDING = normal("membership loyalty status member frequent account")
_SECRET = normal("pet school teacher mother")
_FIRMS = normal(
    "provider insurer agency company firm employer manufacturer clinic hospital landlord supplier contractor"
)
_TAGS = normal("label tag parcel gift envelope")
_WHICH = {"phone": "device", "thing": "item_choice"}
"""What a noun asks for after a question word that it does not ask for by itself."""
_RATES = normal("monthly weekly maximum minimum down first initial regular")
_LOGIN = normal("user login screen log-in")
_DETERMINERS = listed("your the a an its their his her")
_BOUND = expression(r"[,;:()?]| (?:and|or|plus|as well as|along with|together with) ")


def end_of_noun(words: Sequence[str], start: int) -> int:
    """Where a noun phrase that begins at a place ends."""
    end = start
    while end < len(words) and words[end] not in _END and end - start < _LONGEST:
        if end > start and words[end] in _ACTS:
            break
        end += 1
    return end


def by_noun(words: Sequence[str], start: int, end: int, *, which: bool = False) -> str | None:
    """What the noun that ends a noun phrase asks for; `which` where a question word stands before the phrase."""
    noun, before, after = words[end - 1], words[start:end], words[end:]
    if noun in SIGNS:
        return _by_any_sign(words, start, end, which=which)
    if list(after) == ["under"]:
        return "full_name"
    if noun in _BY_WHAT_IS_SAID:
        return _BY_WHAT_IS_SAID[noun](before, after)
    if (noun == "make" and len(before) > 1) or (noun == "departure" and not which):
        return None
    key = _WHICH.get(noun) if which else None
    key = key or THING.get(noun)
    if key == "date" and not {"birth", "born"}.isdisjoint((*before, *after)):
        return "date_of_birth"
    return "transaction_id" if key == "order_id" and _DISPUTES.intersection(after) else key


def _by_any_sign(words: Sequence[str], start: int, end: int, *, which: bool) -> str | None:
    if words[end - 1] == "number" and _counts(words[end:]):
        return _by_count(words[end:])
    return _by_sign(words, start, end) or _by_bare_sign(words, start, end, which=which)


def _by_bare_sign(words: Sequence[str], start: int, end: int, *, which: bool) -> str | None:
    """What a number asks for of which nothing known is said to be the owner: "a number for him", "your VAT number"."""
    before = words[start : end - 1]
    if any(not (word in _ANY_SIGN or word[0].isdigit()) for word in before):
        return OTHER
    if words[end - 1] != "number":
        return None
    if start and words[start - 1] == "a":
        return "phone"
    return "line" if which and not before and words[start - 1 : start] == ["which"] else None


def _counts(after: Sequence[str]) -> bool:
    """Whether a number is of many things, which it counts: "number of chairs", not "number of the order"."""
    return len(after) > 1 and after[0] == "of" and after[1] not in OWNER and after[1] not in _DETERMINERS


def _by_count(after: Sequence[str]) -> str:
    counted = THING.get(after[end_of_noun(after, 1) - 1])
    return counted if counted in ("passengers", "baggage") else "quantity"


def _by_rank(before: Sequence[str], _after: Sequence[str]) -> str:
    return OTHER if _STANDING.intersection(before) else "plan"


def _by_count_of(before: Sequence[str], _after: Sequence[str]) -> str:
    return "passengers" if "head" in before else "quantity"


def _by_payment(before: Sequence[str], _after: Sequence[str]) -> str:
    return "amount" if _RATES.intersection(before) else "transaction_id"


def _by_place(_before: Sequence[str], after: Sequence[str]) -> str | None:
    if not {"live", "place", "happen", "located", "reside"}.isdisjoint(after):
        return "address"
    return "origin" if LEAVES.intersection(after) else "destination" if TRAVELS.intersection(after) else None


def _by_address(before: Sequence[str], after: Sequence[str]) -> str:
    return "email" if "mail" in before or _MAIL.intersection((*before, *after)) else "address"


def _by_shop(_before: Sequence[str], after: Sequence[str]) -> str | None:
    return "transaction_id" if _TAKES.intersection(after) else "address"


def _by_color(_before: Sequence[str], after: Sequence[str]) -> str:
    return "details" if _SHOWS.intersection(after) else "item_choice"


def _by_way(_before: Sequence[str], after: Sequence[str]) -> str | None:
    return "payment_method" if _PAYS.intersection(after) else "phone" if _CALLS.intersection(after) else None


def _by_card(_before: Sequence[str], after: Sequence[str]) -> str | None:
    if after[:1] == ["or"]:
        return "payment_method"
    if _BLOCKS.intersection(after) or after[:3] == ["did", "you", "use"] or after[:2] == ["was", "charged"]:
        return "card_number"
    if "used" in after and "be" not in after:
        return "card_number"
    return "payment_method" if (_PAYS | _PUTS).intersection(after) else None


def _by_name(before: Sequence[str], after: Sequence[str]) -> str | None:
    if _SECRET.intersection((*before, *after)):
        return "security_answer"
    if _LOGIN.intersection(before):
        return "customer_id"
    if _FIRMS.intersection((*before[:-1], *after)):
        return OTHER
    if not {"lead", "driver"}.isdisjoint(after):
        return "full_name"
    owners = {THING.get(word) or OWNER.get(word) for word in (*before[:-1], *after)}
    if (
        not _TAGS.isdisjoint(after)
        or "recipient" in owners
        or not {"person", "receiving", "addressed"}.isdisjoint(after)
    ):
        return "recipient"
    owner = next((key for key in ("passengers", "transaction_id", "item_choice") if key in owners), None)
    return owner or (None if {"first", "last"}.intersection(before) else "full_name")


_BY_WHAT_IS_SAID: dict[str, Callable[[Sequence[str], Sequence[str]], str | None]] = {
    "shop": _by_shop, "store": _by_shop, "city": _by_place, "airport": _by_place, "station": _by_place,
    "address": _by_address, "color": _by_color,
    "tier": _by_rank, "payment": _by_payment, "instalment": _by_payment, "installment": _by_payment,
    "count": _by_count_of, "way": _by_way, "card": _by_card, "name": _by_name,
}  # fmt: skip


def _by_sign(words: Sequence[str], start: int, end: int) -> str | None:
    """What a number, a code or a reference is of: by the words before it, by what is done with it, by those after."""
    noun, rest = words[end - 1], frozenset(words[end:])
    for place in range(end - 2, start - 1, -1):
        if key := OWNER.get(words[place]):
            return "line" if key == "phone" and rest & _FAULTY else key
    if rest & _SENT and noun in ("code", "digit"):
        return "security_answer"
    if rest & _CALLS or (noun == "number" and frozenset(words[start : end - 1]) & _REACHABLE):
        return "phone"
    if rest & _FAULTY:
        return "line"
    for known in (OWNER, _FILED):
        if key := next((known[word] for word in words[end:] if word in known), None):
            return key
    return None


def things_in(text: str, taken: Sequence[tuple[int, int]], lead: int) -> Iterator[Phrase[str]]:
    """Things that a text names with an article, where no phrasing says it: "the night you checked in".

    `lead` is the length of the words that ask; without any, only numbers and codes count.
    Of each part of an enumeration only the first thing counts: what comes after says what it is of, and belongs to the
    span. Nothing is looked for where one of the spans that are taken stands first.
    """
    said = words_of(text)
    forms = [slot_word(word.text) for word in said]
    start = lead
    named = text[:lead].rstrip().rpartition(" ")[2] in _DETERMINERS
    for bound in (*_BOUND.finditer(text, lead), None):
        stop = bound.start() if bound else len(text)
        inside = [at for at, word in enumerate(said) if start <= word.start < stop]
        start = bound.end() if bound else stop
        first = next((at + 1 for at in inside if forms[at] in _DETERMINERS), None)
        if lead and inside and (forms[inside[0]] in SIGNS or (named and forms[inside[0]] not in _DETERMINERS)):
            first = inside[0]
        if first is None or first > inside[-1] or first - inside[0] > _BEFORE:
            continue
        end = min(end_of_noun(forms, first), inside[-1] + 1)
        if end <= inside[-1] and first == inside[0] and forms[end] in _DETERMINERS:
            continue
        if end == first or any(begin < said[end - 1].end and said[inside[0]].start < close for begin, close in taken):
            continue
        sign = forms[end - 1] in SIGNS
        key = by_noun(forms[: inside[-1] + 1], first, end) if lead or sign else None
        if key and not (sign and key == OTHER and forms[first - 1] in ("a", "an")):
            yield Phrase(key, said[end - 1].start, stop, 1)


def owner_of_name(text: str, end: int) -> str | None:
    """Whose a name that ends at a place is, if not the customer's: "the name of the beneficiary"."""
    bound = _BOUND.search(text, end)
    after = text[end : bound.start() if bound else len(text)]
    key = _by_name((), [slot_word(word) for word in spaced(after).split()])
    return None if key == "full_name" else key
