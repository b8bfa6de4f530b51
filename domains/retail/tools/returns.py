"""Tools that take back goods which have been delivered."""

from typing import Annotated

from pydantic import Field

from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.tools import Refused, ToolKind, tool
from domains.kit.values import money_text
from domains.retail.records import Exchange, OrderStatus, Return, Swap
from domains.retail.tools.arguments import ItemIds, NewVariantIds, OrderId, PaymentMethodId
from domains.retail.tools.rules import items_of, method_of, must_be, order_of, replacements_of, settle


@tool(ToolKind.WRITE)
def return_items(
    context: Context,
    order_id: OrderId,
    item_ids: ItemIds,
    payment_method_id: Annotated[
        PaymentMethodId, Field(description="The customer's payment method that gets the refund.")
    ],
) -> JSON:
    """Request the return of items of a delivered order, once per order: collect all items first.

    The customer gets a label by e-mail; what was paid for the items is refunded when they arrive.
    """
    order = order_of(context, order_id)
    must_be(order, OrderStatus.DELIVERED, "have items returned")
    items = items_of(order, item_ids)
    method = method_of(context, order, payment_method_id)
    amount = sum(item.price for item in items)
    context.put(
        Return(
            id=context.new_id(Return, order.id, prefix="RT", digits=8),
            order_id=order.id,
            customer_id=order.customer_id,
            item_ids=tuple(item.id for item in items),
            payment_method_id=method.id,
            amount=amount,
            requested_at=context.now,
        )
    )
    context.put(order.model_copy(update={"status": OrderStatus.RETURN_REQUESTED}))
    return {
        "order_id": order.id,
        "status": OrderStatus.RETURN_REQUESTED.value,
        "refund_on_arrival": money_text(amount),
        "payment_method_id": method.id,
    }


@tool(ToolKind.WRITE)
def exchange_items(
    context: Context,
    order_id: OrderId,
    item_ids: ItemIds,
    new_variant_ids: NewVariantIds,
    payment_method_id: Annotated[
        PaymentMethodId,
        Field(description="The customer's payment method for the price difference, in either direction."),
    ],
) -> JSON:
    """Request the exchange of items of a delivered order for other options, once per order: collect all items first.

    The difference between today's price and what was paid is charged or refunded at once.
    """
    order = order_of(context, order_id)
    must_be(order, OrderStatus.DELIVERED, "have items exchanged")
    items = items_of(order, item_ids)
    variants = replacements_of(context, items, new_variant_ids)
    method = method_of(context, order, payment_method_id)
    difference = sum(v.price for v in variants) - sum(i.price for i in items)
    settle(context, order, method, difference)
    context.put(
        Exchange(
            id=context.new_id(Exchange, order.id, prefix="EX", digits=8),
            order_id=order.id,
            customer_id=order.customer_id,
            swaps=tuple(Swap(item_id=i.id, variant_id=v.id) for i, v in zip(items, variants, strict=True)),
            payment_method_id=method.id,
            difference=difference,
            requested_at=context.now,
        )
    )
    context.put(order.model_copy(update={"status": OrderStatus.EXCHANGE_REQUESTED}))
    return {
        "order_id": order.id,
        "status": OrderStatus.EXCHANGE_REQUESTED.value,
        "difference": money_text(difference),
        "payment_method_id": method.id,
    }


@tool(ToolKind.WRITE)
def redirect_refund(
    context: Context,
    order_id: OrderId,
    payment_method_id: Annotated[
        PaymentMethodId, Field(description="The customer's payment method that is to get the refund instead.")
    ],
) -> JSON:
    """Send the outstanding refund of a requested return to another payment method, once per order."""
    order = order_of(context, order_id)
    must_be(order, OrderStatus.RETURN_REQUESTED, "have its refund redirected, because no other has one outstanding")
    (request,) = context.find(Return, order_id=order.id)
    if request.redirected:
        raise Refused(f"The refund of order {order.id} has been redirected once, and no second time is allowed.")
    method = method_of(context, order, payment_method_id)
    if method.id == request.payment_method_id:
        raise Refused(f"The refund of order {order.id} goes to {method.id} already.")
    context.put(request.model_copy(update={"payment_method_id": method.id, "redirected": True}))
    return {
        "order_id": order.id,
        "refund_on_arrival": money_text(request.amount),
        "payment_method_id": method.id,
    }
