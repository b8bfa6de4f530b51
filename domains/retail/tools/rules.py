"""What the shop's back end checks before it does anything, in words that tell a language model what to do."""

from collections.abc import Sequence

from domains.kit.state import Context
from domains.kit.tools import Refused
from domains.kit.values import money_text
from domains.retail.records import (
    Charge,
    Customer,
    Item,
    Order,
    OrderStatus,
    PaymentKind,
    PaymentMethod,
    Product,
    Refund,
    Variant,
)
from domains.retail.shop import PICKUP_CITIES

MAX_LINE = 80
"""Characters of a street or a city."""


def customer_of(context: Context, customer_id: str) -> Customer:
    """The customer of that id."""
    customer = context.get(Customer, customer_id)
    if customer is None:
        raise Refused(
            f"There is no customer {customer_id!r}. Customer ids look like C20010 and come from "
            "find_customer_by_email or find_customer_by_name_and_postcode."
        )
    return customer


def order_of(context: Context, order_id: str) -> Order:
    """The order of that id."""
    order = context.get(Order, order_id)
    if order is None:
        raise Refused(f"There is no order {order_id!r}. Order ids look like R100969; list_orders gives a customer's.")
    return order


def product_of(context: Context, product_id: str) -> Product:
    """The product of that id."""
    product = context.get(Product, product_id)
    if product is None:
        raise Refused(f"There is no product {product_id!r}. Product ids look like P1001; search_products finds them.")
    return product


def variant_of(context: Context, variant_id: str) -> Variant:
    """The variant of that id."""
    variant = context.get(Variant, variant_id)
    if variant is None:
        raise Refused(f"There is no variant {variant_id!r}. Variant ids look like V1003838; get_product lists them.")
    return variant


def must_be(order: Order, status: OrderStatus, what: str) -> None:
    """Refuse unless the order is in that state."""
    if order.status is not status:
        raise Refused(f"Order {order.id} is {order.status}, and only a {status} order can {what}. Tell the customer.")


def items_of(order: Order, item_ids: Sequence[str]) -> list[Item]:
    """The items of those ids, each named once."""
    if not item_ids:
        raise Refused("Name at least one item id.")
    if len(set(item_ids)) != len(item_ids):
        raise Refused("The same item id is given twice. Name each item once.")
    found = []
    for item_id in item_ids:
        item = order.item(item_id)
        if item is None:
            has = ", ".join(item.id for item in order.items)
            raise Refused(f"Order {order.id} has no item {item_id!r}. Its items are: {has}.")
        found.append(item)
    return found


def address_of(street: str, city: str) -> tuple[str, str]:
    """Street and city with single spaces, neither empty nor too long."""
    street, city = " ".join(street.split()), " ".join(city.split())
    if not street or not city or max(len(street), len(city)) > MAX_LINE:
        raise Refused(f"Give a house number with street, and a city, each in at most {MAX_LINE} characters.")
    return street, city


def must_have_pickup(city: str) -> None:
    """Refuse where there is no pick-up point."""
    if city not in PICKUP_CITIES:
        raise Refused(f"There is no pick-up point in {city}. There are some in {', '.join(PICKUP_CITIES)}.")


def method_of(context: Context, order: Order, payment_method_id: str) -> PaymentMethod:
    """A payment method that the customer of the order has on file."""
    method = context.get(PaymentMethod, payment_method_id)
    if method is None or method.customer_id != order.customer_id:
        own = ", ".join(m.id for m in context.find(PaymentMethod, customer_id=order.customer_id))
        raise Refused(
            f"{payment_method_id!r} is not a payment method of the customer of order {order.id}, who has: {own}."
        )
    return method


def replacements_of(context: Context, items: Sequence[Item], variant_ids: Sequence[str]) -> list[Variant]:
    """For each item another variant of the same product that is in stock."""
    if len(variant_ids) != len(items):
        raise Refused(
            f"{len(items)} item ids and {len(variant_ids)} variant ids are given. Give one new variant for each item, "
            "in the same order."
        )
    found = []
    for item, variant_id in zip(items, variant_ids, strict=True):
        old, new = variant_of(context, item.variant_id), variant_of(context, variant_id)
        if new.product_id != old.product_id:
            raise Refused(f"Variant {new.id} is of another product than item {item.id}; only its options can change.")
        if new.id == old.id:
            raise Refused(f"Item {item.id} is variant {new.id} already.")
        if not new.in_stock:
            raise Refused(f"Variant {new.id} is out of stock. Offer the customer what get_product shows as in stock.")
        found.append(new)
    return found


def charge(context: Context, order: Order, method: PaymentMethod, amount: int) -> None:
    """Take money; a gift card must hold enough."""
    if method.kind is PaymentKind.GIFT_CARD:
        balance = method.balance or 0
        if balance < amount:
            raise Refused(
                f"Gift card {method.id} holds {money_text(balance)}, and {money_text(amount)} is needed. "
                "Ask the customer for another payment method."
            )
        context.put(method.model_copy(update={"balance": balance - amount}))
    context.put(
        Charge(
            id=context.new_id(Charge, order.id, prefix="CH", digits=8),
            order_id=order.id,
            customer_id=order.customer_id,
            payment_method_id=method.id,
            amount=amount,
            taken_at=context.now,
        )
    )


def refund(context: Context, order: Order, method: PaymentMethod, amount: int) -> None:
    """Pay money out; a gift card's balance grows at once."""
    if method.kind is PaymentKind.GIFT_CARD:
        context.put(method.model_copy(update={"balance": (method.balance or 0) + amount}))
    context.put(
        Refund(
            id=context.new_id(Refund, order.id, prefix="RF", digits=8),
            order_id=order.id,
            customer_id=order.customer_id,
            payment_method_id=method.id,
            amount=amount,
            paid_at=context.now,
        )
    )


def settle(context: Context, order: Order, method: PaymentMethod, difference: int) -> None:
    """Charge a positive difference, refund a negative one."""
    if difference > 0:
        charge(context, order, method, difference)
    elif difference < 0:
        refund(context, order, method, -difference)


def pay_back(context: Context, order: Order) -> list[tuple[PaymentMethod, int]]:
    """Refund the whole total to what it was paid with: the part of a gift card, then the rest."""
    part = min(order.gift_card_part, order.total)
    parts = [(order.gift_card_id, part), (order.payment_method_id, order.total - part)]
    paid = [(method_of(context, order, id_), amount) for id_, amount in parts if id_ is not None and amount > 0]
    for method, amount in paid:
        refund(context, order, method, amount)
    return paid
