"""Which slot alternatives are values of: "on your card or on your gift card" are ways of payment."""

import re
from collections.abc import Callable, Iterable, Sequence

from simulators.understand.slots import CHOICE
from simulators.understand.words import expression

_KINDS: dict[str, re.Pattern[str]] = {
    "order_id": expression(r"\borders?\b"),
    "reservation_id": expression(r"\b(?:reservations?|bookings?)\b"),
    "flight_number": expression(r"\b(?:flights?|departures?)\b"),
    "plan": expression(r"\b(?:plans?|tariffs?|subscriptions?|packages?|memberships?)\b"),
    "line": expression(
        r"\b(?:sims?|lines?|numbers? (?:ending|that ends)|(?:wife|husband|partner|son|daughter|mother|father|kid)'s)\b"
    ),
    "device": expression(
        r"\b(?:iphone|ipad|android|tv|television|laptop|tablet|computer|pc|mac|router|handset|phone(?! (?:number|call))"
        r"|watch|console|modem)\b"
    ),
    "account_number": expression(r"\b(?:checking|savings|current)\b|\baccounts?\b"),
    CHOICE: expression(
        r"\b(?:refund(?! to)|money back|swap|fix(?:ed)?|replacement|new one|repair(?:ed)?|exchange|resend|resent"
        r"|(?:different|another) one)\b"
    ),
    "payment_method": expression(
        r"\b(?:(?:gift|credit|debit|bank|original|visa|master) ?cards?|cards?(?! number)|accounts?|visa|mastercard"
        r"|amex|paypal"
        r"|(?:store|account) credit|vouchers?|certificates?|bank transfer|direct debit|cash|cheque|points|original"
        r" (?:payment|form)"
        r"|(?:method|means|way) (?:(?:that |which )?(?:it was|you) )?(?:paid|used)|klarna|apple pay|google pay"
        r"|wallet)\b"
    ),
    "shipping_method": expression(r"\b(?:standard|express|pick-?up|courier|overnight)\b"),
    "date": expression(
        r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|(?:next|this) week(?:end)?|weekends?"
        r"|weekdays?"
        r"|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
        r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?) \d{1,2}|\d{1,2} (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
        r"|apr(?:il)?"
        r"|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\b"
        r"|\bthe \d{1,2}(?:st|nd|rd|th)\b"
    ),
    "time": expression(
        r"\b(?:mornings?|afternoons?|evenings?|noon|lunchtime|\d{1,2}:\d\d(?: ?[ap]\.?m)?|\d{1,2} ?[ap]\.?m|earlier"
        r"|later)\b"
    ),
    "reason": expression(
        r"\b(?:too \w+|chang\w+ (?:of|your) (?:mind|plans?|heart)|price|no longer|by mistake|wrong (?:size|colou?r"
        r"|item)"
        r"|not as (?:described|expected|pictured)|illness|weather|health|schedule change)\b"
    ),
    "quantity": expression(
        r"^(?:\W|and |just |only )*(?:one|two|three|four|five|six|\d{1,2})\b(?! of\b)(?=[^,]{0,15}$)|^(?:one|two"
        r"|three|four|five|more|\d{1,2})\W*$"
    ),
    "cabin": expression(r"\b(?:premium economy|basic economy|economy|business|first)(?: class)?\b"),
}
_WHEN = ("time", "date")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY_OF_DATE = expression(rf"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?={_MONTH}|\d{{1,2}} {_MONTH})")
_PAYING = expression(r"\b(?:use|using|pay|paying|cover|put|charge|go on|payment methods?|split)\b")
_RECORDS = ("order_id", "plan", "reservation_id", "flight_number", "line", "device")
_OTHER_ONE = expression(r"(?:the |an? )?(?:new |newer |old |older |different )?(?:one|other)\b")
_ELSE = expression(
    r"(?:in |on |to )?(?:(?:some|any)(?:thing|where|one) |an?other|neither|none|nothing|the other|a mix|both"
    r"|a different|else"
    r"|elsewhere|just not)\b"
)
_ALL_OR_ONE = expression(
    r"\b(?:both|all|the two|two of (?:them|those|these))\b[^,?]*,? or (?:just|only|merely) (?:the|one)\b"
)
_CAUSES = expression(r"\b(?:because of|due to|down to)\b")
_TIMED = expression(r"\b(?:flights?|trains?|departures?|ferry|sailings?|bus)\b")
_OR = expression(r"(?:,)? or(?:, [^,]{3,30},)? (?:(?:would|do|shall|should) (?:you|i|we) (?:\w+ ){0,3})?")
_BLOCKED = expression(
    r"\b(?:block|freeze|lost|stolen|missing|replace|cancel|declined)\w*\b|\b(?:do you mean|is it|was it)\b.*\bdebit\b"
)


def kind_of_alternatives(question: str, has: Callable[[str], bool]) -> str | None:
    """The slot that what stands on both sides of "or" is a value of; None where they are of no one kind."""
    split = _OR.search(question)
    if split is None:
        return None
    if has(CHOICE) and _ALL_OR_ONE.search(question):
        return CHOICE
    if has("reason") and _CAUSES.search(question, 0, split.start()):
        return "reason"
    before, after = question[: split.start()], question[split.end() :]
    for key, said in _KINDS.items():
        if (
            has(key)
            and said.search(before)
            and (said.search(after) or _ELSE.match(after) or (key in _RECORDS and _OTHER_ONE.match(after)))
        ):
            blocked = key == "payment_method" and _BLOCKED.search(question)
            return _if_known("card_number", has) if blocked else key
    return None


def kind_of_list(text: str, has: Callable[[str], bool]) -> str | None:
    """The slot that two or more things in a statement are values of: days, or times of day, but not both."""
    said = {key: _said(key, text) for key in _WHEN}
    if said["time"] and has("flight_number") and _TIMED.search(text):
        return "flight_number"
    kinds = [key for key, values in said.items() if values]
    return kinds[0] if len(kinds) == 1 and len(said[kinds[0]]) > 1 and has(kinds[0]) else None


def kind_of_items(items: Sequence[str], has: Callable[[str], bool]) -> str | None:
    """The slot that each of several items is a value of: a day, or a time of day, but not both."""
    said = [{key: values for key in _WHEN if (values := _said(key, item))} for item in items]
    if len(said) < 2 or any(len(one) != 1 or one.keys() != said[0].keys() for one in said):
        return None
    if any(len(values) != 1 for one in said for values in one.values()):
        return None
    return _if_known(next(iter(said[0])), has)


def is_of_kind(key: str, text: str) -> bool:
    """Whether a text names a value of a slot whose values are told by their words, as ways of payment are."""
    return key in _KINDS and _KINDS[key].search(text) is not None


def _said(key: str, text: str) -> set[str]:
    """The days or times that a text names; "Saturday, October 19" is one day."""
    return set(_KINDS[key].findall(_DAY_OF_DATE.sub("", text)))


def pays_by_several(texts: Iterable[str]) -> bool:
    """Whether options are of how to pay: by one means or another, and not of a refund or a replacement."""
    said = [text for text in texts if _PAYING.search(text)]
    means = {found for text in said for found in _KINDS["payment_method"].findall(text)}
    return len(means) > 1 and not any(_KINDS[CHOICE].search(text) for text in said)


def _if_known(key: str, has: Callable[[str], bool]) -> str | None:
    return key if has(key) else None
