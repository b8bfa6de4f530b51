"""How rows of the shop are said in a conversation."""

from collections.abc import Iterable

from domains.retail.records import PaymentKind, PaymentMethod, Product, Variant
from domains.retail.shop import ShippingMethod

SHIPPING_WORDS: dict[str, tuple[str, ...]] = {
    ShippingMethod.STANDARD: ("standard", "regular"),
    ShippingMethod.EXPRESS: ("express", "expedited"),
    ShippingMethod.PICKUP: ("pickup", "pick-up", "picked up", "pick it up", "pick up", "collect", "collection"),
}
"""How each shipping method is said."""


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
    """One option value in the ways people say it: "EU 39" is also "size 39"."""
    return (value, f"size {value[3:]}") if value.startswith("EU ") else (value,)


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
