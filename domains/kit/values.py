"""Typed values that people say to each other, in one canonical form per kind."""

from datetime import date
from enum import StrEnum

from domains.kit.records import Frozen


class ValueKind(StrEnum):
    """What a value is, and with it how it is recognised in text and compared.

    The canonical form is a string: money in integer cents ("1999"), dates in ISO 8601 ("2026-03-01"), numbers in
    decimal ("3"), e-mail addresses in lower case, everything else as written in the world.
    """

    ID = "id"
    MONEY = "money"
    DATE = "date"
    NUMBER = "number"
    EMAIL = "email"
    PHONE = "phone"
    POSTCODE = "postcode"
    NAME = "name"
    CHOICE = "choice"
    TEXT = "text"


class Value(Frozen):
    """A typed value in canonical form; `slot` names the lexicon key it was read as, where one is known."""

    kind: ValueKind
    value: str
    slot: str | None = None


def money_text(cents: int) -> str:
    """`123450` as "$1,234.50"; negative amounts as "-$5.00"."""
    sign = "-" if cents < 0 else ""
    return f"{sign}${abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def date_text(day: date) -> str:
    """A date as people write it: "March 1, 2026"."""
    return f"{day:%B} {day.day}, {day.year}"
