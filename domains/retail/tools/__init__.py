"""The tools of the shop's service desk."""

from domains.kit.tools import Tool
from domains.retail.tools.desk import think, transfer_to_human
from domains.retail.tools.identity import find_customer_by_email, find_customer_by_name_and_postcode
from domains.retail.tools.pending import cancel_order, change_order_address, change_order_items, change_order_payment
from domains.retail.tools.reading import get_customer, get_order, get_product, list_orders, search_products
from domains.retail.tools.returns import exchange_items, return_items

TOOLS: tuple[Tool, ...] = (
    find_customer_by_email,
    find_customer_by_name_and_postcode,
    get_customer,
    list_orders,
    get_order,
    get_product,
    search_products,
    cancel_order,
    change_order_items,
    change_order_address,
    change_order_payment,
    return_items,
    exchange_items,
    think,
    transfer_to_human,
)
