"""The tools of the shop's service desk."""

from domains.kit.tools import Tool
from domains.retail.tools.arithmetic import calculate
from domains.retail.tools.desk import think, transfer_to_human
from domains.retail.tools.identity import find_customer_by_email, find_customer_by_name_and_postcode
from domains.retail.tools.paying import change_order_payment, split_order_payment
from domains.retail.tools.pending import cancel_order, change_order_address, change_order_items, change_order_shipping
from domains.retail.tools.profile import change_profile_address, change_profile_email, change_profile_phone
from domains.retail.tools.reading import get_customer, get_order, get_product, list_orders, search_products
from domains.retail.tools.returns import exchange_items, redirect_refund, return_items

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
    change_order_shipping,
    change_order_payment,
    split_order_payment,
    return_items,
    exchange_items,
    redirect_refund,
    change_profile_address,
    change_profile_email,
    change_profile_phone,
    calculate,
    think,
    transfer_to_human,
)
