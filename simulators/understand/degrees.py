"""What questions with "how" ask for: by the degree, the number or the way that they ask about."""

from collections.abc import Sequence

from simulators.understand.noun_phrases import TRAVELS, normal
from simulators.understand.nouns import THING
from simulators.understand.slots import OTHER
from simulators.understand.words import expression

PAYS = normal(
    "refund refunded refunding money reimbursement charge charged difference payout paid credited settle settling",
    "cover",
    "covered pay paying use put reimbursed handled split bill billed",
)
"""Words of paying and of paying back."""
_SIZE = normal("large high big steep low expensive")
_PARTY = normal("group party family")
_MEASURES = normal("square meter metre foot feet")
_COUNTED = normal("bar minute second time beep blink degree")
"""What one counts to say how things are."""
_DETERMINERS = normal("the your it this that they")
_HAPPENED = normal("went happened broke came disappeared started ended vanished failed fell look looks")
_ENDS = normal("before until till after")
_DEGREES: dict[str, str] = {
    **dict.fromkeys(normal("bad wide heavy tall deep fast slow thick warm hot cold loud often strong far"), "details"),
    "come": "reason", "soon": "date", "long": "date", "old": "date_of_birth",
}  # fmt: skip
"""What the word after "how" asks for by itself."""
_MUCH = (("quantity", normal("data")), ("baggage", normal("luggage baggage")))
_SENT, _PARCEL = normal("sent send"), normal("it parcel package order")
_CODE = expression(r"[a-z]{1,3}\d{4,}")
_WAYS = (
    ("payment_method", PAYS),
    ("shipping_method", normal("shipped delivered ship deliver")),
)


def by_degree(words: Sequence[str], at: int) -> str | None:
    """The slot that a question with "how" at a place asks for."""
    said = frozenset(words[at:])
    after = words[at + 1] if at + 1 < len(words) else ""
    if after == "many":
        return _how_many(words, at + 2)
    if after == "much":
        return next((key for key, kinds in _MUCH if said & kinds), "amount")
    if after in _SIZE:
        return _how_large(words, at + 2, said)
    if after in _DEGREES:
        return "details" if after == "long" and _lasts(words, at + 2) else _DEGREES[after]
    return _how(after, said)


def _how(after: str, said: frozenset[str]) -> str | None:
    if after in _DETERMINERS and said & _HAPPENED:
        return "details"
    if not said.isdisjoint(("name", "spell")):
        return "full_name" if {"spell", "you"} <= said and "name" not in said else None
    way = next((key for key, kinds in _WAYS if said & kinds), None)
    if (
        way is None
        and after != "did"
        and said & _SENT
        and (said & _PARCEL or any(_CODE.fullmatch(word) for word in said))
    ):
        way = "shipping_method"
    return way or ("details" if after in ("did", "doe") else None)


def _lasts(words: Sequence[str], start: int) -> bool:
    """Whether it asks how long a thing goes on: "how long does it ring before it stops"."""
    return words[start : start + 1] == ["doe"] and not _ENDS.isdisjoint(words[start:])


def _how_large(words: Sequence[str], start: int, said: frozenset[str]) -> str:
    if said & _PARTY:
        return "passengers"
    return "quantity" if words[start : start + 1] == ["a"] else "amount"


def _how_many(words: Sequence[str], start: int) -> str:
    noun = words[start : start + 4]
    counted = {THING.get(word) for word in noun}
    goes = start < len(words) and words[start] in TRAVELS
    people = not {"ticket", "seat", "us", "party"}.isdisjoint(words) or words[start : start + 2] in (
        ["of", "you"],
        ["are", "you"],
    )
    if people or goes or "passengers" in counted or words[-2:] == ["you", "be"]:
        return "passengers"
    if words[start : start + 1] and words[start] in _MEASURES:
        return OTHER
    if words[start : start + 1] and words[start] in _COUNTED:
        return "details"
    return "baggage" if "baggage" in counted else "quantity"
