"""How the canonical value of a fact or a want is said."""

from datetime import date

from domains.kit.draws import Draw, Part
from domains.kit.values import ValueKind, date_text, money_text
from simulators.agenda.moves import Item


def usual_form(kind: ValueKind, value: str) -> str:
    """The usual form of a value of a kind: money and dates as people write them, everything else as it is."""
    if kind is ValueKind.MONEY:
        return money_text(int(value))
    if kind is ValueKind.DATE:
        return date_text(date.fromisoformat(value))
    return value


def worded(item: Item, draw: Draw, *step: Part) -> str:
    """One of the item's own forms, or the usual one of its kind."""
    return draw.choice(item.spoken, "form", item.key, *step) if item.spoken else usual_form(item.kind, item.value)
