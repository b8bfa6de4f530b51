"""Makes the shop's world from a seed; `python -m domains.retail.make_world` writes it to `domains/retail/world`."""

from collections.abc import Sequence

from domains.kit.draws import Draw
from domains.kit.records import Record
from domains.kit.world import World
from domains.retail.make_world.catalogue import load_sorts, products, variants
from domains.retail.make_world.names import load_names
from domains.retail.make_world.orders import exchanges, orders, refunds, returns
from domains.retail.make_world.people import customers, payment_methods
from domains.retail.schema import TABLES, WORLD_NAME
from domains.retail.shop import NOW

SEED = "larkmoor-1"
CUSTOMERS = 500
ORDERS = 1000


def make_world(seed: str = SEED) -> World:
    """The whole world; the same seed gives the same rows."""
    draw = Draw(seed, "world")
    names, sorts = load_names(), load_sorts()
    shelf = products(sorts, draw.stream_of("products"))
    goods = variants(sorts, shelf, draw.stream_of("variants"))
    people = customers(CUSTOMERS, names, draw.stream_of("customers"))
    methods = payment_methods(people, names, draw.stream_of("payment"))
    placed = orders(ORDERS, people, goods, methods, draw.stream_of("orders"))
    returned = returns(placed, methods, draw.stream_of("returns"))
    rows: dict[str, Sequence[Record]] = {
        "customers": people,
        "products": shelf,
        "variants": goods,
        "payment_methods": methods,
        "orders": placed,
        "returns": returned,
        "exchanges": exchanges(placed, goods, draw.stream_of("exchanges")),
        "refunds": refunds(placed, returned, draw.stream_of("refunds")),
    }
    return World(name=WORLD_NAME, now=NOW, tables=TABLES, rows=rows)
