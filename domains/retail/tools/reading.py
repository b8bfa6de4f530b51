"""Tools that look things up."""

from typing import Annotated

from pydantic import Field

from domains.kit.records import JSON
from domains.kit.state import Context
from domains.kit.tools import Refused, ToolKind, tool
from domains.kit.values import money_text
from domains.retail.records import Order, Product, Variant
from domains.retail.tools.arguments import CustomerId, OrderId, ProductId
from domains.retail.tools.rules import customer_of, order_of, product_of
from domains.retail.tools.views import customer_view, order_line, order_view, product_view


@tool(ToolKind.READ)
def get_customer(context: Context, customer_id: CustomerId) -> JSON:
    """Read the profile of the identified customer: address, contact data, payment methods with gift card balances."""
    return customer_view(context, customer_of(context, customer_id))


@tool(ToolKind.READ)
def list_orders(context: Context, customer_id: CustomerId) -> JSON:
    """List the identified customer's orders with status, dates and totals (shipping included); get_order shows one."""
    customer = customer_of(context, customer_id)
    return {"orders": [order_line(order) for order in context.find(Order, customer_id=customer.id)]}


@tool(ToolKind.READ)
def get_order(context: Context, order_id: OrderId) -> JSON:
    """Read one order: owner, status, dates, address, shipping, items with options and prices, and what followed."""
    return order_view(context, order_of(context, order_id))


@tool(ToolKind.READ)
def get_product(context: Context, product_id: ProductId) -> JSON:
    """Read one product with all its variants: options, today's price, and whether it is in stock."""
    product = product_of(context, product_id)
    return product_view(product, context.find(Variant, product_id=product.id))


@tool(ToolKind.READ)
def search_products(
    context: Context,
    words: Annotated[str, Field(description="Words of a product's name or category, such as 'rain jacket' or 'bags'.")],
) -> JSON:
    """Search the catalogue; gives products whose name, category and description contain all of the words."""
    wanted = words.casefold().split()
    if not wanted:
        raise Refused("Give at least one word to search for.")
    hits = [product for product in context.find(Product) if all(word in _text(product) for word in wanted)]
    if not hits:
        raise Refused(f"No product has all of the words {words!r}. Try fewer or other words.")
    return {"products": [_hit(context, product) for product in hits]}


def _text(product: Product) -> str:
    return f"{product.name} {product.category} {product.description}".casefold()


def _hit(context: Context, product: Product) -> JSON:
    prices = [variant.price for variant in context.find(Variant, product_id=product.id)]
    return {
        "product_id": product.id,
        "name": product.name,
        "category": product.category,
        "from": money_text(min(prices)),
        "to": money_text(max(prices)),
    }
