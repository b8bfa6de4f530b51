"""Rows as agents read them: plain JSON with money as text."""

from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.values import money_text
from domains.retail.records import (
    Customer,
    Exchange,
    Item,
    Order,
    OrderStatus,
    PaymentMethod,
    Product,
    Refund,
    Return,
    Variant,
)
from domains.retail.tools.rules import product_of, variant_of


def customer_view(context: Context, customer: Customer) -> JSON:
    """A profile with payment methods."""
    methods = context.find(PaymentMethod, customer_id=customer.id)
    return {
        "customer_id": customer.id,
        "name": customer.full_name,
        "email": customer.email,
        "phone": customer.phone,
        "address": {"street": customer.street, "city": customer.city, "postcode": customer.postcode},
        "customer_since": customer.since.isoformat(),
        "payment_methods": [method_view(method) for method in methods],
    }


def method_view(method: PaymentMethod) -> JSON:
    """A payment method; only cards and gift cards have digits, only gift cards a balance."""
    view = {"payment_method_id": method.id, "kind": method.kind.value, "brand": method.brand}
    if method.last_digits is not None:
        view["last_digits"] = method.last_digits
    if method.balance is not None:
        view["balance"] = money_text(method.balance)
    return view


def order_view(context: Context, order: Order) -> JSON:
    """An order with everything that hangs on it."""
    view = {
        **order_line(order),
        "customer_id": order.customer_id,
        "address": {"street": order.street, "city": order.city, "postcode": order.postcode},
        "shipping": {"method": order.shipping.value, "paid": money_text(order.shipping_paid)},
        "payment_method_id": order.payment_method_id,
        "items": [_item_view(context, item) for item in order.items],
    }
    if order.gift_card_id is not None:
        view["paid_in_part_by"] = {
            "payment_method_id": order.gift_card_id,
            "amount": money_text(order.gift_card_part),
        }
    if order.items_changed:
        view["items_changed"] = True
    if order.shipping_changed:
        view["shipping_changed"] = True
    if order.cancel_reason is not None:
        view["cancel_reason"] = order.cancel_reason
    return view | _followed(context, order)


def order_line(order: Order) -> JSON:
    """An order in a list."""
    return {
        "order_id": order.id,
        "status": order.status.value,
        "placed_on": order.placed_on.isoformat(),
        "delivered_on": order.delivered_on.isoformat() if order.delivered_on else None,
        "total": money_text(order.total),
    }


def product_view(product: Product, variants: list[Variant]) -> JSON:
    """A product with all its variants."""
    return {
        "product_id": product.id,
        "name": product.name,
        "category": product.category,
        "description": product.description,
        "final_sale": product.final_sale,
        "bulky": product.bulky,
        "variants": [
            {"variant_id": v.id, "options": v.options, "price": money_text(v.price), "in_stock": v.in_stock}
            for v in variants
        ],
    }


def _item_view(context: Context, item: Item) -> JSON:
    variant = variant_of(context, item.variant_id)
    product = product_of(context, variant.product_id)
    return {
        "item_id": item.id,
        "name": product.name,
        "product_id": product.id,
        "variant_id": variant.id,
        "options": variant.options,
        "price_paid": money_text(item.price),
        "final_sale": product.final_sale,
        "bulky": product.bulky,
    }


def _followed(context: Context, order: Order) -> dict[str, JSON]:
    """Returns, exchanges and refunds of the order, where there are any."""
    view: dict[str, JSON] = {}
    for given in context.find(Return, order_id=order.id):
        view["return"] = {
            "items": list(given.item_ids),
            "refund": money_text(given.amount),
            "payment_method_id": given.payment_method_id,
            "refund_status": "outstanding" if order.status is OrderStatus.RETURN_REQUESTED else "paid out",
        }
        if given.redirected:
            view["return"]["refund_redirected"] = True
    for exchange in context.find(Exchange, order_id=order.id):
        view["exchange"] = {
            "items": [{"item_id": s.item_id, "new_variant_id": s.variant_id} for s in exchange.swaps],
            "difference": money_text(exchange.difference),
            "payment_method_id": exchange.payment_method_id,
        }
    if refunds := context.find(Refund, order_id=order.id):
        view["refunds"] = [
            {
                "amount": money_text(r.amount),
                "payment_method_id": r.payment_method_id,
                "paid_on": r.paid_at.date().isoformat(),
            }
            for r in refunds
        ]
    return view
