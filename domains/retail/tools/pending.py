"""Tools that change or cancel an order which has not been packed yet."""

from typing import Annotated

from pydantic import Field

from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.tools import Refused, ToolKind, tool
from domains.kit.values import money_text
from domains.retail.records import Item, OrderStatus
from domains.retail.shop import CancelReason
from domains.retail.tools.arguments import ItemIds, NewVariantIds, OrderId, PaymentMethodId
from domains.retail.tools.rules import (
    charge,
    items_of,
    method_of,
    must_be,
    order_of,
    refund,
    replacements_of,
    settle,
)

MAX_LINE = 80


@tool(ToolKind.WRITE)
def cancel_order(
    context: Context,
    order_id: OrderId,
    reason: Annotated[CancelReason, Field(description="The customer's own reason; the policy allows no others.")],
) -> JSON:
    """Cancel a whole pending order and refund it to the payment method it was paid with. Cannot be undone."""
    order = order_of(context, order_id)
    must_be(order, OrderStatus.PENDING, "be cancelled")
    method = method_of(context, order, order.payment_method_id)
    refund(context, order, method, order.total)
    context.put(order.model_copy(update={"status": OrderStatus.CANCELLED, "cancel_reason": reason}))
    return {
        "order_id": order.id,
        "status": OrderStatus.CANCELLED.value,
        "refund": money_text(order.total),
        "payment_method_id": method.id,
    }


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
    street: Annotated[str, Field(description="House number and street, such as '12 Kiln Road'.")],
    city: Annotated[str, Field(description="City.")],
    postcode: Annotated[str, Field(description="Postcode, five digits.", pattern=r"^\d{5}$")],
) -> JSON:
    """Change the address to which a pending order is shipped. The address in the profile stays as it is."""
    order = order_of(context, order_id)
    must_be(order, OrderStatus.PENDING, "get another address")
    street, city = " ".join(street.split()), " ".join(city.split())
    if not street or not city or max(len(street), len(city)) > MAX_LINE:
        raise Refused("Give a house number with street, and a city, each in at most 80 characters.")
    if (street, city, postcode) == (order.street, order.city, order.postcode):
        raise Refused(f"Order {order.id} ships to that address already.")
    context.put(order.model_copy(update={"street": street, "city": city, "postcode": postcode}))
    return {"order_id": order.id, "address": {"street": street, "city": city, "postcode": postcode}}


@tool(ToolKind.WRITE)
def change_order_payment(
    context: Context,
    order_id: OrderId,
    payment_method_id: Annotated[PaymentMethodId, Field(description="Another payment method of the same customer.")],
) -> JSON:
    """Pay a pending order with another method: the whole total is charged there and refunded to the old one."""
    order = order_of(context, order_id)
    must_be(order, OrderStatus.PENDING, "be paid in another way")
    new = method_of(context, order, payment_method_id)
    if new.id == order.payment_method_id:
        raise Refused(f"Order {order.id} is paid with {new.id} already.")
    charge(context, order, new, order.total)
    refund(context, order, method_of(context, order, order.payment_method_id), order.total)
    context.put(order.model_copy(update={"payment_method_id": new.id}))
    return {"order_id": order.id, "payment_method_id": new.id, "charged": money_text(order.total)}
