"""The same errand twice, where the first one may use up what the second one needs: a change, or a gift card."""

from functools import partial

from domains.kit.draws import Draw
from domains.kit.task import Draft, Family, Split
from domains.kit.values import money_text
from domains.kit.world import World
from domains.retail.families import shipping, splitting
from domains.retail.families.desk import Desk, desk_of
from domains.retail.families.errands import after_change, by_email, draft, manner_of
from domains.retail.families.pushes import OF_PAYING
from domains.retail.families.swapping import payer
from domains.retail.records import Order, OrderStatus
from domains.retail.shop import ShippingMethod

SHIPPING_AGAIN = {
    "a": (
        "Then there's one more change of shipping that I need.",
        "I also need a change of shipping once more, now that I think of it.",
    ),
    "b": (
        "And then there's the shipping: I need something changed there again.",
        "While you are at it, there is a further change of shipping.",
    ),
}
SPLIT_AGAIN = {
    "a": (
        "I'd like to do the same with another order: a part of it from my gift card.",
        "My gift card should also pay a part of a second order.",
    ),
    "b": (
        "There's a further order of which my gift card should take a part.",
        "Please divide the payment of one more order in that way.",
    ),
}
_LEAST = 500
"""Cents of a part."""


def _other_pending(desk: Desk, order: Order) -> list[Order]:
    orders = desk.orders_of(order.customer_id)
    return [other for other in orders if other.status is OrderStatus.PENDING and other.id != order.id]


def _two_to_ship(desk: Desk, to: ShippingMethod, order: Order) -> bool:
    both = any(shipping.may_ship(desk, to, other) for other in _other_pending(desk, order))
    return shipping.may_ship(desk, to, order) and both


def _make_shipping(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    """The second change is of another order, or in the twin of the same one, back to what it was."""
    desk, manner = desk_of(world), manner_of(draw, wording)
    to = draw.choice(tuple(ShippingMethod), "wish")
    drafts = []
    for variant in ("allowed", "refused"):
        again = variant == "refused"
        fits = partial(shipping.may_ship if again else _two_to_ship, desk, to)
        order = desk.choose(draw, variant, OrderStatus.PENDING, fits)
        if order is None:
            return ()
        others = [other for other in _other_pending(desk, order) if shipping.may_ship(desk, to, other)]
        method = payer(desk, order, draw, variant)
        first = shipping.change_shipping(desk, order, to, method, goal="first", intent=shipping.INTENTS[wording])
        second = shipping.change_shipping(
            desk,
            order if again else draw.choice(others, "other"),
            order.shipping if again else to,
            method,
            goal="second",
            intent=SHIPPING_AGAIN[wording],
            refusal=shipping.ONE_CHANGE if again else "",
        )
        drafts.append(
            draft(by_email(desk.customer(order)), manner, first, after_change(first, second), variant=variant)
        )
    return tuple(drafts)


def _two_to_split(desk: Desk, order: Order) -> bool:
    return splitting.has_gift_card(desk, order) and any(
        splitting.has_gift_card(desk, other) for other in _other_pending(desk, order)
    )


def _make_splits(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    """The gift card holds each part; in the twin it does not hold both."""
    desk, manner = desk_of(world), manner_of(draw, wording, {"second": OF_PAYING})
    drafts = []
    for variant in ("allowed", "refused"):
        order = desk.choose(draw, variant, OrderStatus.PENDING, partial(_two_to_split, desk))
        gift = desk.gift_card(order) if order is not None else None
        if order is None or gift is None or gift.balance is None:
            return ()
        others = [other for other in _other_pending(desk, order) if splitting.has_gift_card(desk, other)]
        other = draw.choice(others, "other", variant)
        parts = _parts(draw.stream_of(variant), order, other, gift.balance, both=variant == "allowed")
        if parts is None:
            return ()
        method = payer(desk, order, draw, variant)
        left = money_text(gift.balance - parts[0])
        first = splitting.split_payment(
            desk, order, (gift, parts[0], method), goal="first", intent=splitting.INTENTS[wording]
        )
        second = splitting.split_payment(
            desk,
            other,
            (gift, parts[1], method),
            goal="second",
            intent=SPLIT_AGAIN[wording],
            refusal="" if variant == "allowed" else f"the gift card holds {left} only by now",
        )
        drafts.append(draft(by_email(desk.customer(order)), manner, first, second, variant=variant))
    return tuple(drafts)


def _parts(draw: Draw, one: Order, two: Order, balance: int, *, both: bool) -> tuple[int, int] | None:
    """Two parts, each of which the card holds; together it holds them or not. None where there are no such parts."""
    first = splitting.drawn_part(one, draw, "first", most=balance - _LEAST, least=_LEAST)
    if first is None:
        return None
    most, least = (balance - first, _LEAST) if both else (balance, max(balance - first, _LEAST))
    second = splitting.drawn_part(two, draw, "second", most=most, least=least)
    return None if second is None or second == first else (first, second)


SHIPPING_TWICE = Family(
    name="shipping_twice",
    title="Change the shipping of two orders; in the twin of one order twice, which is once too often.",
    make=_make_shipping,
    splits=frozenset({Split.TRAIN, Split.TEST}),
)
GIFT_CARD_TWICE = Family(
    name="gift_card_twice",
    title="Let a gift card pay parts of two orders; in the twin the first part leaves too little for the second.",
    make=_make_splits,
    splits=frozenset({Split.TEST}),
)
