"""What a family reads of the world: orders by state, and what belongs to them."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from domains.kit.draws import Draw
from domains.kit.world import World
from domains.retail.records import (
    Customer,
    Item,
    Order,
    OrderStatus,
    PaymentKind,
    PaymentMethod,
    Product,
    Refund,
    Return,
    Variant,
)
from domains.retail.shop import NOW, RETURN_DAYS
from domains.retail.speech import goods_text


class Goods(NamedTuple):
    """An item of an order with what it is."""

    item: Item
    variant: Variant
    product: Product

    @property
    def text(self) -> str:
        """`Fellbrook rain jacket (navy, medium)`."""
        return goods_text(self.product, self.variant)


class Desk:
    """The rows of a starting world, as the families need them."""

    def __init__(self, world: World):
        self.orders = [row for row in world.rows["orders"].values() if isinstance(row, Order)]
        self._customers = {k: row for k, row in world.rows["customers"].items() if isinstance(row, Customer)}
        self._products = {k: row for k, row in world.rows["products"].items() if isinstance(row, Product)}
        self._variants = {k: row for k, row in world.rows["variants"].items() if isinstance(row, Variant)}
        self._methods: dict[str, list[PaymentMethod]] = {}
        for row in world.rows["payment_methods"].values():
            if isinstance(row, PaymentMethod):
                self._methods.setdefault(row.customer_id, []).append(row)
        self._returns = {row.order_id: row for row in world.rows["returns"].values() if isinstance(row, Return)}
        self._refunds = {row.order_id: row for row in world.rows["refunds"].values() if isinstance(row, Refund)}
        self._orders_of: dict[str, list[Order]] = {}
        for order in self.orders:
            self._orders_of.setdefault(order.customer_id, []).append(order)
        self._of_product: dict[str, list[Variant]] = {}
        for variant in self._variants.values():
            self._of_product.setdefault(variant.product_id, []).append(variant)
        self.emails = frozenset(customer.email for customer in self._customers.values())
        self.phones = frozenset(customer.phone for customer in self._customers.values())
        self.shelf = [(product, self._of_product[product.id]) for product in self._products.values()]
        """All products with their variants."""
        self.streets = frozenset(customer.street for customer in self._customers.values())
        self.places = sorted({(customer.city, customer.postcode[:2]) for customer in self._customers.values()})
        self.lanes = sorted({street.partition(" ")[2] for street in self.streets})

    def customer(self, order: Order) -> Customer:
        """Whose order it is."""
        return self._customers[order.customer_id]

    def methods(self, order: Order) -> list[PaymentMethod]:
        """The payment methods of the order's customer."""
        return self._methods[order.customer_id]

    def original(self, order: Order) -> PaymentMethod:
        """The payment method the order was paid with."""
        return next(method for method in self.methods(order) if method.id == order.payment_method_id)

    def gift_card(self, order: Order) -> PaymentMethod | None:
        """The gift card of the order's customer."""
        return next((m for m in self.methods(order) if m.kind is PaymentKind.GIFT_CARD), None)

    def coming_back(self, order: Order) -> Return | None:
        """What came or comes back from the order."""
        return self._returns.get(order.id)

    def refunded_on(self, order: Order) -> date | None:
        """The day on which a refund for the order was paid out, if one was."""
        refund = self._refunds.get(order.id)
        return refund.paid_at.date() if refund is not None else None

    def goods(self, order: Order) -> list[Goods]:
        """The items of an order with what they are."""
        return [self._goods(item) for item in order.items]

    def siblings(self, variant: Variant) -> list[Variant]:
        """The other variants of the same product."""
        return [other for other in self._of_product[variant.product_id] if other.id != variant.id]

    def choose(
        self, draw: Draw, step: str, status: OrderStatus, fits: Callable[[Order], bool] = lambda _: True
    ) -> Order | None:
        """An order in that state that fits, or None."""
        found = [order for order in self.orders if order.status is status and fits(order)]
        return draw.choice(found, "order", step) if found else None

    def orders_of(self, customer_id: str) -> list[Order]:
        """All orders of a customer."""
        return self._orders_of.get(customer_id, [])

    def _goods(self, item: Item) -> Goods:
        variant = self._variants[item.variant_id]
        return Goods(item, variant, self._products[variant.product_id])


@lru_cache(maxsize=4)
def desk_of(world: World) -> Desk:
    """The desk of a world; made once."""
    return Desk(world)


def days_since_delivery(order: Order) -> int:
    """Days since the order was delivered; -1 if it was not."""
    return -1 if order.delivered_on is None else (NOW.date() - order.delivered_on) // timedelta(days=1)


def in_window(order: Order) -> bool:
    """Whether goods of the order may still come back."""
    return 0 <= days_since_delivery(order) <= RETURN_DAYS


def after_window(order: Order) -> bool:
    """Whether the order was delivered too long ago."""
    return days_since_delivery(order) > RETURN_DAYS
