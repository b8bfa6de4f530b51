"""The shop's tables, and its world as it is committed."""

from pathlib import Path

from domains.kit.world import Table, World
from domains.retail.records import (
    Charge,
    Customer,
    Exchange,
    Handoff,
    Order,
    PaymentMethod,
    Product,
    Refund,
    Return,
    Variant,
)
from domains.retail.shop import NOW

WORLD_NAME = "larkmoor"
WORLD_FOLDER = Path(__file__).parent / "world"

TABLES: tuple[Table, ...] = (
    Table("customers", Customer, generated=False, indexes=("email", "postcode"), owner="id"),
    Table("products", Product, generated=False),
    Table("variants", Variant, generated=False, indexes=("product_id",)),
    Table("payment_methods", PaymentMethod, generated=False, indexes=("customer_id",), owner="customer_id"),
    Table("orders", Order, generated=False, indexes=("customer_id",), owner="customer_id"),
    Table("returns", Return, indexes=("order_id",), owner="customer_id"),
    Table("exchanges", Exchange, indexes=("order_id",), owner="customer_id"),
    Table("refunds", Refund, append_only=True, indexes=("order_id",), owner="customer_id"),
    Table("charges", Charge, append_only=True, indexes=("order_id",), owner="customer_id"),
    Table("handoffs", Handoff, append_only=True),
)


def load_world() -> World:
    """The committed world, validated."""
    return World.load(WORLD_FOLDER, name=WORLD_NAME, now=NOW, tables=TABLES)
