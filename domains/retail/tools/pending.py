"""Tools that cancel an order which has not been packed yet, or change what is sent, how and where to."""

from typing import Annotated

from pydantic import Field

from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.tools import Refused, ToolKind, tool
from domains.kit.values import money_text
from domains.retail.records import Item, OrderStatus
from domains.retail.shop import SHIPPING_CENTS, CancelReason, ShippingMethod
from domains.retail.tools.arguments import City, ItemIds, NewVariantIds, OrderId, PaymentMethodId, Postcode, Street
from domains.retail.tools.rules import (
    address_of,
    items_of,
    method_of,
    must_be,
    must_have_pickup,
    order_of,
    pay_back,
    replacements_of,
    settle,
)


@tool(ToolKind.WRITE)
def cancel_order(
    context: Context,
    order_id: OrderId,
    reason: Annotated[CancelReason, Field(description="The customer's own reason; the policy allows no others.")],
) -> JSON:
    """Cancel a whole pending order and refund its total, shipping included, to what paid it. Cannot be undone."""
    order = order_of(context, order_id)
    must_be(order, OrderStatus.PENDING, "be cancelled")
    refunds = [
        {"payment_method_id": method.id, "amount": money_text(amount)} for method, amount in pay_back(context, order)
    ]
    context.put(order.model_copy(update={"status": OrderStatus.CANCELLED, "cancel_reason": reason}))
    return {"order_id": order.id, "status": OrderStatus.CANCELLED.value, "refunds": refunds}


@tool(ToolKind.WRITE)
def change_order_items(
    context: Context,
    order_id: OrderId,
    item_ids: ItemIds,
    new_variant_ids: NewVariantIds,
    payment_method_id: Annotated[
        PaymentMethodId,
        Field(description="The customer's payment method for the price difference, in either direction."),
    ],
) -> JSON:
    """Change options of items in a pending order, once per order: collect all of the customer's changes first.

    The price difference against today's prices is charged or refunded at once.
    """
    order = order_of(context, order_id)
    must_be(order, OrderStatus.PENDING, "have its items changed")
    if order.items_changed:
        raise Refused(f"Items of order {order.id} have been changed once, and no second time is allowed.")
    items = items_of(order, item_ids)
    variants = replacements_of(context, items, new_variant_ids)
    method = method_of(context, order, payment_method_id)
    new = {i.id: Item(id=i.id, variant_id=v.id, price=v.price) for i, v in zip(items, variants, strict=True)}
    difference = sum(v.price for v in variants) - sum(i.price for i in items)
    settle(context, order, method, difference)
    changed = tuple(new.get(item.id, item) for item in order.items)
    updated = order.model_copy(update={"items": changed, "items_changed": True})
    context.put(updated)
    return {"order_id": order.id, "difference": money_text(difference), "new_total": money_text(updated.total)}


@tool(ToolKind.WRITE)
def change_order_address(
    context: Context,
    order_id: OrderId,
    street: Street,
    city: City,
    postcode: Postcode,
) -> JSON:
    """Change the address to which a pending order is shipped. The address in the profile stays as it is."""
    order = order_of(context, order_id)
    must_be(order, OrderStatus.PENDING, "get another address")
    street, city = address_of(street, city)
    if order.shipping is ShippingMethod.PICKUP:
        must_have_pickup(city)
    if (street, city, postcode) == (order.street, order.city, order.postcode):
        raise Refused(f"Order {order.id} ships to that address already.")
    context.put(order.model_copy(update={"street": street, "city": city, "postcode": postcode}))
    return {"order_id": order.id, "address": {"street": street, "city": city, "postcode": postcode}}


@tool(ToolKind.WRITE)
def change_order_shipping(
    context: Context,
    order_id: OrderId,
    shipping_method: Annotated[ShippingMethod, Field(description="How the order is to get to the customer.")],
    payment_method_id: Annotated[
        PaymentMethodId,
        Field(description="The customer's payment method for the price difference, in either direction."),
    ],
) -> JSON:
    """Change how a pending order is shipped, once per order.

    The difference to the shipping that was paid is charged or refunded at once.
    """
    order = order_of(context, order_id)
    must_be(order, OrderStatus.PENDING, "have its shipping changed")
    if order.shipping_changed:
        raise Refused(f"The shipping of order {order.id} has been changed once, and no second time is allowed.")
    if shipping_method is order.shipping:
        raise Refused(f"Order {order.id} goes by {order.shipping} already.")
    if shipping_method is ShippingMethod.PICKUP:
        must_have_pickup(order.city)
    method = method_of(context, order, payment_method_id)
    price = SHIPPING_CENTS[shipping_method]
    difference = price - order.shipping_paid
    settle(context, order, method, difference)
    updated = order.model_copy(update={"shipping": shipping_method, "shipping_paid": price, "shipping_changed": True})
    context.put(updated)
    return {
        "order_id": order.id,
        "shipping": {"method": shipping_method.value, "paid": money_text(price)},
        "difference": money_text(difference),
        "new_total": money_text(updated.total),
    }
