"""The committed world: made from a seed, the same each time, and sound."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from domains.kit.world import World
from domains.retail.make_world import CUSTOMERS, ORDERS, SEED, make_world
from domains.retail.records import Customer, Order, OrderStatus, PaymentMethod, Product, Refund, Return, Variant
from domains.retail.schema import TABLES, WORLD_FOLDER, load_world
from domains.retail.shop import PICKUP_CITIES, SHIPPING_CENTS, ShippingMethod


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def test_making_the_world_again_gives_the_committed_bytes(tmp_path: Path) -> None:
    make_world().save(tmp_path)
    for table in TABLES:
        name = f"{table.name}.jsonl"
        assert (tmp_path / name).read_bytes() == (WORLD_FOLDER / name).read_bytes(), name


def test_another_seed_gives_another_world() -> None:
    assert make_world(f"{SEED}x").digest != make_world().digest


def test_loading_time_is_reported(record_property: Callable[[str, object], None]) -> None:
    began = perf_counter()
    load_world()
    record_property("world_load_ms", round(1000 * (perf_counter() - began), 1))


def test_the_world_has_the_size_of_a_shop(world: World) -> None:
    assert len(world.rows["customers"]) == CUSTOMERS == 500
    assert len(world.rows["orders"]) == ORDERS == 1000
    assert len(world.rows["products"]) == 50
    assert len(world.rows["variants"]) == 600


def test_orders_are_in_every_state(world: World) -> None:
    states = Counter(row.status for row in world.rows["orders"].values() if isinstance(row, Order))
    assert min(states[status] for status in OrderStatus) >= 30


def test_references_lead_to_rows(world: World) -> None:
    rows = world.rows
    for order in rows["orders"].values():
        assert isinstance(order, Order)
        method = rows["payment_methods"][order.payment_method_id]
        assert isinstance(method, PaymentMethod)
        assert method.customer_id == order.customer_id
        assert order.customer_id in rows["customers"]
        assert all(item.variant_id in rows["variants"] and item.id.startswith(order.id) for item in order.items)
    for variant in rows["variants"].values():
        assert isinstance(variant, Variant)
        assert variant.product_id in rows["products"]


def test_what_tells_customers_apart_is_unique(world: World) -> None:
    customers = [row for row in world.rows["customers"].values() if isinstance(row, Customer)]
    for values in (
        {row.email for row in customers},
        {row.street for row in customers},
        {row.phone for row in customers},
        {(row.first_name, row.last_name, row.postcode) for row in customers},
    ):
        assert len(values) == len(customers)


def test_an_order_holds_a_product_once_so_that_its_items_have_names(world: World) -> None:
    product_of = {row.id: row.product_id for row in world.rows["variants"].values() if isinstance(row, Variant)}
    for order in world.rows["orders"].values():
        assert isinstance(order, Order)
        products = {product_of[item.variant_id] for item in order.items}
        assert len(products) == len(order.items)


def test_product_nouns_are_unique(world: World) -> None:
    nouns = [row.noun for row in world.rows["products"].values() if isinstance(row, Product)]
    assert len(set(nouns)) == len(nouns)


def test_delivered_orders_have_a_day_and_others_have_none(world: World) -> None:
    delivered = {
        OrderStatus.DELIVERED,
        OrderStatus.RETURN_REQUESTED,
        OrderStatus.RETURNED,
        OrderStatus.EXCHANGE_REQUESTED,
    }
    for order in world.rows["orders"].values():
        assert isinstance(order, Order)
        assert (order.delivered_on is not None) is (order.status in delivered)
        assert order.delivered_on is None or order.placed_on < order.delivered_on < world.now.date()


def test_shipping_was_paid_at_its_price_and_pickup_is_near(world: World) -> None:
    orders = [row for row in world.rows["orders"].values() if isinstance(row, Order)]
    assert all(order.shipping_paid == SHIPPING_CENTS[order.shipping] for order in orders)
    assert all(order.city in PICKUP_CITIES for order in orders if order.shipping is ShippingMethod.PICKUP)
    assert {order.shipping for order in orders} == set(ShippingMethod)
    assert set(PICKUP_CITIES) < {order.city for order in orders}


def test_some_pending_orders_have_had_their_change_of_shipping(world: World) -> None:
    changed = [row.status for row in world.rows["orders"].values() if isinstance(row, Order) and row.shipping_changed]
    assert len(changed) >= 20
    assert set(changed) == {OrderStatus.PENDING}


def test_some_products_are_bulky(world: World) -> None:
    assert 2 <= sum(row.bulky for row in world.rows["products"].values() if isinstance(row, Product)) <= 6


def test_refunds_of_returned_goods_are_paid_out_and_others_are_outstanding(world: World) -> None:
    refunds = {(r.order_id, r.amount) for r in world.rows["refunds"].values() if isinstance(r, Refund)}
    for back in world.rows["returns"].values():
        assert isinstance(back, Return)
        order = world.rows["orders"][back.order_id]
        assert isinstance(order, Order)
        assert ((order.id, back.amount) in refunds) is (order.status is OrderStatus.RETURNED)
    assert all(row.paid_at < world.now for row in world.rows["refunds"].values() if isinstance(row, Refund))


def test_what_the_tools_find_customers_by_is_indexed(world: World) -> None:
    assert set(world.tables["customers"].indexes) == {"email", "postcode"}
