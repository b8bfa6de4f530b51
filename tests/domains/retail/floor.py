"""A small shop with two customers and an order in every state, on which tools are tried."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from json import loads

from domains.kit.records import JSON, Record
from domains.kit.state import State
from domains.kit.tools import Toolbox
from domains.kit.world import World
from domains.retail.records import (
    Customer,
    Item,
    Order,
    OrderStatus,
    PaymentKind,
    PaymentMethod,
    Product,
    Return,
    Variant,
)
from domains.retail.schema import TABLES
from domains.retail.shop import NOW, ShippingMethod
from domains.retail.tools import TOOLS

TODAY = NOW.date()
PENDING, PROCESSED, DELIVERED, CANCELLED, COMING_BACK, RETURNED, FOREIGN = (f"R10000{n}" for n in range(1, 8))
NAVY_SMALL, NAVY_LARGE, MOSS_LARGE, MOSS_SMALL, WHITE = (f"V100000{n}" for n in range(1, 6))
"""Jackets, of which moss small is out of stock, and a towel."""


def _customer(customer_id: str, first: str, last: str, street: str) -> Customer:
    email = f"{first.lower()}.{last.lower()}@postbird.example"
    return Customer(
        id=customer_id,
        first_name=first,
        last_name=last,
        email=email,
        phone="0555 100 200",
        street=street,
        city="Ashmere",
        postcode="10442",
        since=date(2024, 5, 1),
    )


def _variant(variant_id: str, product: str, price: int, *, in_stock: bool = True, **options: str) -> Variant:
    return Variant(id=variant_id, product_id=product, options=options, price=price, in_stock=in_stock)


def _order(order_id: str, status: OrderStatus, customer: str = "C20001") -> Order:
    delivered = status in {OrderStatus.DELIVERED, OrderStatus.RETURN_REQUESTED, OrderStatus.RETURNED}
    return Order(
        id=order_id,
        customer_id=customer,
        status=status,
        placed_on=TODAY - timedelta(days=9),
        delivered_on=TODAY - timedelta(days=5) if delivered else None,
        street="1 Kiln Road",
        city="Ashmere",
        postcode="10442",
        items=(
            Item(id=f"{order_id}-1", variant_id=NAVY_SMALL, price=9000),
            Item(id=f"{order_id}-2", variant_id=WHITE, price=2000),
        ),
        shipping=ShippingMethod.STANDARD,
        shipping_paid=450,
        payment_method_id="card-20001-1" if customer == "C20001" else "wallet-20002",
    )


def _return(order_id: str) -> Return:
    return Return(
        id=f"RT{order_id[1:]}",
        order_id=order_id,
        customer_id="C20001",
        item_ids=(f"{order_id}-1",),
        payment_method_id="card-20001-1",
        amount=9000,
        requested_at=NOW - timedelta(days=4),
    )


@cache
def small_world() -> World:
    """Built once; states are overlays."""
    cards = {"customer_id": "C20001", "kind": PaymentKind.CARD}
    gift = {"customer_id": "C20001", "kind": PaymentKind.GIFT_CARD, "brand": "Larkmoor", "last_digits": "8123"}
    wallet = {"customer_id": "C20002", "kind": PaymentKind.WALLET, "brand": "PayNest"}
    rows: dict[str, Sequence[Record]] = {
        "customers": [
            _customer("C20001", "Orla", "Ekström", "1 Kiln Road"),
            _customer("C20002", "Ivo", "Novak", "4 Fern Hollow"),
        ],
        "products": [
            Product(id="P1001", name="Fellbrook rain jacket", category="clothing", description="Keeps you dry."),
            Product(
                id="P1002", name="Cascade bath towel", category="home", description="Soft.", final_sale=True, bulky=True
            ),
        ],
        "variants": [
            _variant(NAVY_SMALL, "P1001", 9500, colour="navy", size="small"),
            _variant(NAVY_LARGE, "P1001", 10000, colour="navy", size="large"),
            _variant(MOSS_LARGE, "P1001", 8000, colour="moss", size="large"),
            _variant(MOSS_SMALL, "P1001", 9000, in_stock=False, colour="moss", size="small"),
            _variant(WHITE, "P1002", 2000, colour="white"),
        ],
        "payment_methods": [
            PaymentMethod.model_validate({"id": "card-20001-1", "brand": "Orbis", "last_digits": "1415", **cards}),
            PaymentMethod.model_validate({"id": "card-20001-2", "brand": "Meridian", "last_digits": "2716", **cards}),
            PaymentMethod.model_validate({"id": "gift-20001", "balance": 1200, **gift}),
            PaymentMethod.model_validate({"id": "wallet-20002", **wallet}),
        ],
        "orders": [
            _order(PENDING, OrderStatus.PENDING),
            _order(PROCESSED, OrderStatus.PROCESSED),
            _order(DELIVERED, OrderStatus.DELIVERED),
            _order(CANCELLED, OrderStatus.CANCELLED),
            _order(COMING_BACK, OrderStatus.RETURN_REQUESTED),
            _order(RETURNED, OrderStatus.RETURNED),
            _order(FOREIGN, OrderStatus.PENDING, "C20002"),
        ],
        "returns": [_return(COMING_BACK), _return(RETURNED)],
    }
    return World(name="small shop", now=NOW, tables=TABLES, rows=rows)


def open_shop() -> State:
    """A fresh state."""
    return State(small_world(), Toolbox(TOOLS), seed="test")


def done(state: State, tool: str, **arguments: JSON) -> JSON:
    """What a call gives that has to succeed."""
    outcome = state.call(tool, arguments)
    assert not outcome.is_error, outcome.content
    return loads(outcome.content) if outcome.content.startswith("{") else outcome.content


def refused(state: State, tool: str, **arguments: JSON) -> str:
    """What a call says that has to be refused, and has to change nothing."""
    before = state.digest()
    outcome = state.call(tool, arguments)
    assert outcome.is_error, outcome.content
    assert state.digest() == before
    return outcome.content


def row(state: State, table: str, key: str) -> JSON:
    """A row as JSON."""
    return state.dump()[table][key]


def added(state: State, table: str) -> list[JSON]:
    """The rows of a table that the state has and the world has not."""
    return [
        {name: value for name, value in (change.after or {}).items() if name != "id"}
        for change in state.diff()
        if change.table == table and change.before is None
    ]
