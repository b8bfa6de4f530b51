"""Tools that have a pending order paid in another way."""

from typing import Annotated

from pydantic import Field

from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.tools import Refused, ToolKind, tool
from domains.kit.values import money_text
from domains.retail.records import Order, OrderStatus, PaymentKind
from domains.retail.tools.arguments import Amount, OrderId, PaymentMethodId, cents_of
from domains.retail.tools.rules import charge, method_of, must_be, order_of, pay_back, refund, settle


@tool(ToolKind.WRITE)
def change_order_payment(
    context: Context,
    order_id: OrderId,
    payment_method_id: Annotated[PaymentMethodId, Field(description="Another payment method of the same customer.")],
) -> JSON:
    """Pay a pending order with another method: the whole total is charged there and refunded to the old one."""
    order = _payable(context, order_id)
    new = method_of(context, order, payment_method_id)
    if new.id == order.payment_method_id:
        raise Refused(f"Order {order.id} is paid with {new.id} already.")
    charge(context, order, new, order.total)
    pay_back(context, order)
    context.put(order.model_copy(update={"payment_method_id": new.id}))
    return {"order_id": order.id, "payment_method_id": new.id, "charged": money_text(order.total)}


@tool(ToolKind.WRITE)
def split_order_payment(
    context: Context,
    order_id: OrderId,
    gift_card_id: Annotated[PaymentMethodId, Field(description="The customer's gift card that pays a part.")],
    gift_card_amount: Annotated[Amount, Field(description="What the gift card pays, such as '$25.00'.")],
    payment_method_id: Annotated[
        PaymentMethodId,
        Field(description="The customer's card or wallet that pays the rest; it may be the present one."),
    ],
) -> JSON:
    """Pay a pending order in two parts, once per order: a gift card pays an amount, a card or wallet the rest.

    What has been paid is settled at once: each method is charged or refunded the difference to what it paid before.
    """
    order = _payable(context, order_id)
    gift, other = method_of(context, order, gift_card_id), method_of(context, order, payment_method_id)
    if gift.kind is not PaymentKind.GIFT_CARD:
        raise Refused(f"{gift.id} is a {gift.kind}, and only a gift card can pay a part.")
    if other.kind is PaymentKind.GIFT_CARD:
        raise Refused(f"{other.id} is a gift card, and the rest must be paid with a card or wallet.")
    part = cents_of(gift_card_amount)
    if not 0 < part < order.total:
        raise Refused(
            f"The gift card cannot pay {money_text(part)} of {money_text(order.total)}: a part is more than nothing "
            "and less than the whole total. For the whole total use change_order_payment."
        )
    parts = {gift.id: part, other.id: order.total - part}
    if order.payment_method_id not in parts:
        refund(context, order, method_of(context, order, order.payment_method_id), order.total)
    for method in (gift, other):
        before = order.total if method.id == order.payment_method_id else 0
        settle(context, order, method, parts[method.id] - before)
    context.put(
        order.model_copy(update={"payment_method_id": other.id, "gift_card_id": gift.id, "gift_card_part": part})
    )
    paid = [{"payment_method_id": id_, "amount": money_text(amount)} for id_, amount in parts.items()]
    return {"order_id": order.id, "paid_with": paid}


def _payable(context: Context, order_id: str) -> Order:
    """The order, if its payment can be changed."""
    order = order_of(context, order_id)
    must_be(order, OrderStatus.PENDING, "be paid in another way")
    if order.gift_card_id is not None:
        raise Refused(f"Order {order.id} is paid in two parts, and its payment cannot be changed any more.")
    return order
