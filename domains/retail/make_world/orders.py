"""Orders of the shop's customers, in every state, with what follows from the state."""

from datetime import UTC, date, datetime, time, timedelta

from domains.kit.draws import Draw
from domains.retail.records import (
    Customer,
    Exchange,
    Item,
    Order,
    OrderStatus,
    PaymentKind,
    PaymentMethod,
    Refund,
    Return,
    Swap,
    Variant,
)
from domains.retail.shop import CANCEL_REASONS, NOW, PICKUP_CITIES, SHIPPING_CENTS, ShippingMethod

_STATUS_OF_TWENTY = (
    *[OrderStatus.PENDING] * 6,
    *[OrderStatus.PROCESSED] * 3,
    *[OrderStatus.DELIVERED] * 7,
    OrderStatus.RETURNED,
    OrderStatus.CANCELLED,
    OrderStatus.RETURN_REQUESTED,
    OrderStatus.EXCHANGE_REQUESTED,
)
_DELIVERED = {
    OrderStatus.DELIVERED,
    OrderStatus.RETURN_REQUESTED,
    OrderStatus.RETURNED,
    OrderStatus.EXCHANGE_REQUESTED,
}
_DAYS_TO_COME_BACK = 6
"""From the day on which a return is requested to the day on which the goods arrive."""
_DAYS_SINCE_DELIVERY = {
    OrderStatus.RETURN_REQUESTED: (2, _DAYS_TO_COME_BACK),
    OrderStatus.EXCHANGE_REQUESTED: (2, _DAYS_TO_COME_BACK),
    OrderStatus.RETURNED: (_DAYS_TO_COME_BACK + 2, 75),
}
"""Requests are made on the day after delivery; goods that have had time to come back have come back."""


def orders(
    count: int, customers: list[Customer], variants: list[Variant], methods: list[PaymentMethod], draw: Draw
) -> list[Order]:
    """Orders spread over the customers: each has one, the others go to whom the draw says."""
    methods_of: dict[str, list[PaymentMethod]] = {}
    for method in methods:
        methods_of.setdefault(method.customer_id, []).append(method)
    by_product: dict[str, list[Variant]] = {}
    for variant in variants:
        by_product.setdefault(variant.product_id, []).append(variant)
    found = []
    for number in range(count):
        owner = customers[number] if number < len(customers) else draw.choice(customers, "owner", number)
        found.append(_order(number, owner, list(by_product.values()), methods_of[owner.id], draw))
    return found


def _order(
    number: int, owner: Customer, shelves: list[list[Variant]], methods: list[PaymentMethod], draw: Draw
) -> Order:
    order_id = f"R{100000 + 830 * number + draw.integer(830, 'id', number)}"
    status = draw.choice(_STATUS_OF_TWENTY, "status", number)
    placed, delivered = _days(status, draw, number)
    items = _items(order_id, shelves, draw)
    shipping = _shipping(order_id, status, owner.city, draw)
    return Order(
        id=order_id,
        customer_id=owner.id,
        status=status,
        placed_on=placed,
        delivered_on=delivered,
        street=owner.street,
        city=owner.city,
        postcode=owner.postcode,
        items=items,
        shipping=shipping,
        shipping_paid=SHIPPING_CENTS[shipping],
        payment_method_id=_paid_with(methods, draw, order_id).id,
        shipping_changed=status is OrderStatus.PENDING and draw.chance(0.12, "shipping changed", order_id),
        cancel_reason=draw.choice(CANCEL_REASONS, "reason", number) if status is OrderStatus.CANCELLED else None,
    )


def _shipping(order_id: str, status: OrderStatus, city: str, draw: Draw) -> ShippingMethod:
    """Most go by standard. Orders to be picked up are packed at once, so that none of the pending ones begins so."""
    if city in PICKUP_CITIES and status is not OrderStatus.PENDING and draw.chance(0.3, "picked up", order_id):
        return ShippingMethod.PICKUP
    return ShippingMethod.EXPRESS if draw.chance(0.3, "express", order_id) else ShippingMethod.STANDARD


def _days(status: OrderStatus, draw: Draw, number: int) -> tuple[date, date | None]:
    today = NOW.date()
    if status in _DELIVERED:
        since, until = _DAYS_SINCE_DELIVERY.get(status, (2, 75))
        delivered = today - timedelta(days=since + draw.integer(until - since + 1, "delivered", number))
        return delivered - timedelta(days=3 + draw.integer(6, "placed", number)), delivered
    age = {OrderStatus.PENDING: 0, OrderStatus.PROCESSED: 3, OrderStatus.CANCELLED: 10}[status]
    return today - timedelta(days=age + draw.integer(4, "placed", number)), None


def _items(order_id: str, shelves: list[list[Variant]], draw: Draw) -> tuple[Item, ...]:
    count = draw.choice((1, 1, 2, 2, 2, 3, 3, 4), "count", order_id)
    chosen = [draw.choice(shelf, "variant", order_id) for shelf in draw.shuffled(shelves, "shelf", order_id)[:count]]
    return tuple(
        Item(id=f"{order_id}-{place}", variant_id=variant.id, price=_paid(variant, draw, order_id))
        for place, variant in enumerate(chosen, start=1)
    )


def _paid(variant: Variant, draw: Draw, order_id: str) -> int:
    """Most were bought at today's price, some in a sale."""
    if draw.chance(0.75, "full price", order_id, variant.id):
        return variant.price
    return variant.price * (80 + draw.integer(15, "sale", order_id, variant.id)) // 100


def _paid_with(methods: list[PaymentMethod], draw: Draw, order_id: str) -> PaymentMethod:
    gift = [method for method in methods if method.kind is PaymentKind.GIFT_CARD]
    if gift and draw.chance(0.1, "by gift card", order_id):
        return gift[0]
    return draw.choice([method for method in methods if method not in gift], "paid with", order_id)


def refunds(orders: list[Order], returned: list[Return], draw: Draw) -> list[Refund]:
    """What was paid out for the cancelled orders, and for goods that have come back."""
    by_id = {order.id: order for order in orders}
    cancelled = [
        (order, order.payment_method_id, order.total, order.placed_on + timedelta(days=1))
        for order in orders
        if order.status is OrderStatus.CANCELLED
    ]
    came_back = [
        (order, back.payment_method_id, back.amount, back.requested_at.date() + timedelta(days=_DAYS_TO_COME_BACK))
        for back in returned
        if (order := by_id[back.order_id]).status is OrderStatus.RETURNED
    ]
    return [
        Refund(
            id=f"RF{draw.integer(10**8, order.id):08d}",
            order_id=order.id,
            customer_id=order.customer_id,
            payment_method_id=method_id,
            amount=amount,
            paid_at=_noon(day),
        )
        for order, method_id, amount, day in (*cancelled, *came_back)
    ]


def returns(orders: list[Order], methods: list[PaymentMethod], draw: Draw) -> list[Return]:
    """The first item of each order with a return under way or done, some of it for a refund elsewhere than planned."""
    gift_of = {method.customer_id: method.id for method in methods if method.kind is PaymentKind.GIFT_CARD}
    return [
        Return(
            id=f"RT{draw.integer(10**8, order.id):08d}",
            order_id=order.id,
            customer_id=order.customer_id,
            item_ids=(order.items[0].id,),
            payment_method_id=_refunded_to(order, gift_of.get(order.customer_id), draw),
            amount=order.items[0].price,
            redirected=order.customer_id in gift_of and draw.chance(0.25, "redirected", order.id),
            requested_at=_noon(order.delivered_on + timedelta(days=1)),
        )
        for order in orders
        if order.status in {OrderStatus.RETURN_REQUESTED, OrderStatus.RETURNED} and order.delivered_on is not None
    ]


def _refunded_to(order: Order, gift_id: str | None, draw: Draw) -> str:
    to_gift = gift_id is not None and draw.chance(0.3, "to gift card", order.id)
    return gift_id if gift_id is not None and to_gift else order.payment_method_id


def exchanges(orders: list[Order], variants: list[Variant], draw: Draw) -> list[Exchange]:
    """The first item of each order with an exchange under way, for another variant at the same cost."""
    product_of = {variant.id: variant.product_id for variant in variants}
    found = []
    for order in orders:
        if order.status is not OrderStatus.EXCHANGE_REQUESTED or order.delivered_on is None:
            continue
        item = order.items[0]
        product = product_of[item.variant_id]
        others = [v for v in variants if v.product_id == product and v.id != item.variant_id]
        found.append(
            Exchange(
                id=f"EX{draw.integer(10**8, order.id):08d}",
                order_id=order.id,
                customer_id=order.customer_id,
                swaps=(Swap(item_id=item.id, variant_id=draw.choice(others, "swap", order.id).id),),
                payment_method_id=order.payment_method_id,
                difference=0,
                requested_at=_noon(order.delivered_on + timedelta(days=1)),
            )
        )
    return found


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
