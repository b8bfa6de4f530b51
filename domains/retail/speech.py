"""How rows of the shop are said in a conversation."""

import re
from collections.abc import Iterable

from domains.kit.numerals import in_words
from domains.retail.records import PaymentKind, PaymentMethod, Product, Variant
from domains.retail.shop import ShippingMethod

SHIPPING_WORDS: dict[str, tuple[str, ...]] = {
    ShippingMethod.STANDARD: ("standard", "regular"),
    ShippingMethod.EXPRESS: ("express", "expedited"),
    ShippingMethod.PICKUP: ("pickup", "pick-up", "picked up", "pick it up", "pick up", "collect", "collection"),
}
"""How each shipping method is said."""
_UNIT_WORDS: dict[str, tuple[str, ...]] = {
    "litre": ("litre", "litres", "liter", "liters", "l"),
    "ml": ("ml", "millilitre", "millilitres", "milliliter", "milliliters"),
    "cm": ("cm", "centimetre", "centimetres", "centimeter", "centimeters"),
    "mm": ("mm", "millimetre", "millimetres", "millimeter", "millimeters"),
    "inch": ("inch", "inches"),
    "person": ("person", "persons", "people"),
    "hours": ("hours", "hour"),
    "Ah": ("Ah", "amp hours", "ampere hours"),
}
_MEASURED = re.compile(rf"(?P<number>\d+(?:\.\d+)?)[ -](?P<unit>{'|'.join(_UNIT_WORDS)})")


def shipping_text(method: ShippingMethod) -> str:
    """`express shipping`, `pick-up`."""
    return "pick-up" if method is ShippingMethod.PICKUP else f"{method} shipping"


def options_text(variant: Variant) -> str:
    """`navy, medium`."""
    return ", ".join(variant.options.values())


def goods_text(product: Product, variant: Variant) -> str:
    """`Fellbrook rain jacket (navy, medium)`."""
    return f"{product.name} ({options_text(variant)})"


def option_forms(value: str) -> tuple[str, ...]:
    """One option value in the ways people say it: "EU 39" is also "size 39", "3 litre" also "three litres"."""
    if value.startswith("EU "):
        return (value, f"size {value[3:]}")
    measured = _MEASURED.fullmatch(value)
    if measured is None:
        return (value,)
    numbers = _number_forms(measured["number"])
    forms = (f"{number} {unit}" for number in numbers for unit in _UNIT_WORDS[measured["unit"]])
    return tuple(dict.fromkeys((value, *forms)))


def _number_forms(number: str) -> tuple[str, ...]:
    """`2.0` is also `2` and `two`."""
    short = number.removesuffix(".0")
    return (number, short, in_words(int(short))) if short.isdigit() else (number,)


def method_text(method: PaymentMethod) -> str:
    """A payment method with its digits: `Meridian card ending in 1415`."""
    match method.kind:
        case PaymentKind.CARD:
            return f"{method.brand} card ending in {method.last_digits}"
        case PaymentKind.GIFT_CARD:
            return f"gift card ending in {method.last_digits}"
        case PaymentKind.WALLET:
            return f"{method.brand} wallet"


def method_forms(method: PaymentMethod, others: Iterable[PaymentMethod]) -> tuple[str, ...]:
    """Ways to say a payment method so that it is not mistaken for one of the owner's others."""
    rivals = [other for other in others if other.id != method.id]
    forms = [method.id]
    if method.last_digits is not None:
        forms.append(method.last_digits)
    if method.kind is PaymentKind.WALLET:
        forms += [method.brand, "wallet"]
    if method.kind is PaymentKind.GIFT_CARD and all(other.kind is not method.kind for other in rivals):
        forms.append("gift card")
    if method.kind is PaymentKind.CARD and all(other.brand != method.brand for other in rivals):
        forms.append(f"{method.brand} card")
    return tuple(forms)


def address_text(street: str, city: str, postcode: str) -> str:
    """`12 Kiln Road, Ashmere, 10442`."""
    return f"{street}, {city}, {postcode}"
