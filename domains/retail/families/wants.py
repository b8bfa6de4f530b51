"""What customers insist on, with the wrong values that a hasty proposal could name instead."""

from collections.abc import Iterable, Sequence

from domains.kit.scenario import Fact, Want
from domains.kit.values import ValueKind
from domains.retail.families.desk import Goods
from domains.retail.records import PaymentKind, PaymentMethod, Variant
from domains.retail.speech import method_forms, method_text, option_forms

REASONS: dict[str, tuple[str, ...]] = {
    "no longer needed": ("no longer needed", "I no longer need it", "I don't need it any more"),
    "ordered by mistake": ("ordered by mistake", "I ordered it by mistake", "I placed it by mistake"),
}
OTHER_REASONS: dict[str, tuple[str, ...]] = {
    "found cheaper elsewhere": ("I found it cheaper elsewhere", "another shop sells it for less"),
    "takes too long": ("it takes too long to arrive", "the delivery is too slow for me"),
    "paid too much": ("I have spent too much this month", "it is more money than I want to spend now"),
    "prefer another shop": ("a friend told me to buy from another shop", "I would rather order from another shop"),
}
_ORIGINAL = ("original payment method",)
OTHER_REASON_WORDS = (
    *("cheaper elsewhere", "found it cheaper", "better price elsewhere", "sells it for less", "too expensive"),
    *("takes too long", "taking too long", "too slow", "slow delivery", "late delivery", "spent too much"),
    *("another shop", "a different shop", "other shop", "another store", "a different store", "ordered elsewhere"),
)
"""How a hasty proposal could name a reason that is not accepted."""


def reason_known(reason: str, goal: str) -> Fact:
    """The customer's own reason, said when asked for."""
    says = {**REASONS, **OTHER_REASONS}[reason]
    return Fact(key="reason", kind=ValueKind.CHOICE, value=reason, say=says[1:], goal=goal)


def item_wanted(goods: Goods, others: Iterable[Goods]) -> Want:
    """The item that it is about, and the others of the order that it is not about.

    "The jacket" says it too, where no other one is a jacket of any kind.
    """
    among = tuple(other.product.noun for other in others if other.item.id != goods.item.id)
    head = goods.product.noun.split()[-1]
    short = () if any(noun.split()[-1] == head for noun in among) else (head,)
    names = tuple(dict.fromkeys((goods.product.noun, goods.product.name, *short)))
    return Want(key="item_choice", kind=ValueKind.CHOICE, value=names[0], say=names, among=among)


def options_wanted(new: Variant, siblings: Sequence[Variant], old: Variant) -> tuple[Want, ...]:
    """All options of the new variant; the old one's values may be named beside them."""
    return tuple(
        Want(
            key="option_choice",
            kind=ValueKind.CHOICE,
            value=value,
            say=option_forms(value),
            among=tuple(
                form
                for other in sorted({v.options[name] for v in siblings} - {value, old.options[name]})
                for form in option_forms(other)
            ),
        )
        for name, value in new.options.items()
    )


def method_wanted(method: PaymentMethod, methods: Sequence[PaymentMethod], *, original: bool | None = None) -> Want:
    """The payment method to use, and the customer's others; `original` where it is known whether the order was paid
    with it."""
    among = tuple(form for other in methods if other.id != method.id for form in method_forms(other, methods)[1:])
    if original is False:
        among += _ORIGINAL
    return Want(
        key="payment_method",
        kind=ValueKind.CHOICE,
        value=method_text(method),
        say=(*_method_says(method), *(_ORIGINAL if original else ())),
        among=among,
    )


def _method_says(method: PaymentMethod) -> tuple[str, ...]:
    match method.kind:
        case PaymentKind.CARD:
            return (method_text(method), f"card ending in {method.last_digits}", method.last_digits or method.id)
        case PaymentKind.GIFT_CARD:
            return (method_text(method), "gift card", method.last_digits or method.id)
        case PaymentKind.WALLET:
            return (method_text(method), method.brand)
