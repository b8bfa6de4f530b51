"""The rows of the shop's database. Money is integer cents; a price in an order is what was paid for that item."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domains.kit.records import Frozen, Mark, Record
from domains.retail.shop import CancelReason, HandoffTopic, ShippingMethod


class OrderStatus(StrEnum):
    """Where an order stands."""

    PENDING = "pending"
    """Paid and not yet packed: the only state in which it can be changed or cancelled."""
    PROCESSED = "processed"
    """Handed to the carrier."""
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    RETURN_REQUESTED = "return requested"
    """Goods are on their way back; the refund is outstanding until they arrive."""
    RETURNED = "returned"
    """The goods have arrived, and the refund has been paid out."""
    EXCHANGE_REQUESTED = "exchange requested"


class PaymentKind(StrEnum):
    """How a payment method works."""

    CARD = "card"
    GIFT_CARD = "gift card"
    WALLET = "wallet"


class Customer(Record):
    """A person with an account."""

    id: str
    first_name: str
    last_name: str
    email: Annotated[str, Mark.PERSONAL]
    phone: Annotated[str, Mark.PERSONAL]
    street: Annotated[str, Mark.PERSONAL]
    city: str
    postcode: str
    since: date

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"


class Product(Record):
    """A product type; what can be bought are its variants."""

    id: str
    name: str
    category: str
    description: str
    final_sale: bool = False
    """Cannot be returned or exchanged once delivered."""
    bulky: bool = False
    """Does not travel by express."""

    @property
    def noun(self) -> str:
        """The name without the line it belongs to: "rain jacket" of "Fellbrook rain jacket"."""
        return self.name.partition(" ")[2]


class Variant(Record):
    """One combination of a product's options."""

    id: str
    product_id: str
    options: dict[str, str]
    price: int = Field(gt=0)
    in_stock: bool


class PaymentMethod(Record):
    """A card, gift card or wallet on file. A wallet has no digits; only a gift card has a balance."""

    id: str
    customer_id: str
    kind: PaymentKind
    brand: str
    last_digits: str | None = None
    balance: int | None = None


class Item(Frozen):
    """One thing in an order."""

    id: str
    variant_id: str
    price: int


class Order(Record):
    """An order with its items; the address is the one it ships to."""

    id: str
    customer_id: str
    status: OrderStatus
    placed_on: date
    delivered_on: date | None = None
    street: Annotated[str, Mark.PERSONAL]
    city: str
    postcode: str
    items: tuple[Item, ...]
    shipping: ShippingMethod
    shipping_paid: int = Field(ge=0)
    payment_method_id: str
    gift_card_id: str | None = None
    """The gift card that paid a part, where an order is paid in two parts; the rest was paid by `payment_method_id`."""
    gift_card_part: int = Field(default=0, ge=0)
    """Cents that it paid."""
    items_changed: bool = False
    """Items of a pending order can be changed once."""
    shipping_changed: bool = False
    """So can its shipping."""
    cancel_reason: CancelReason | None = None

    @property
    def total(self) -> int:
        """Cents paid for all items and the shipping."""
        return sum(item.price for item in self.items) + self.shipping_paid

    def item(self, item_id: str) -> Item | None:
        """The item of that id."""
        return next((item for item in self.items if item.id == item_id), None)


class Return(Record):
    """Goods on their way back; the amount is paid out when they arrive."""

    id: str
    order_id: str
    customer_id: str
    item_ids: Annotated[tuple[str, ...], Mark.UNORDERED]
    payment_method_id: str
    amount: int
    redirected: bool = False
    """The outstanding refund can be sent to another payment method once."""
    requested_at: Annotated[datetime, Mark.BOOKKEEPING]


class Swap(Frozen):
    """One item of an order and the variant that is sent for it."""

    item_id: str
    variant_id: str


class Exchange(Record):
    """Goods on their way back, and others on their way to the customer."""

    id: str
    order_id: str
    customer_id: str
    swaps: Annotated[tuple[Swap, ...], Mark.UNORDERED]
    payment_method_id: str
    difference: int
    """Cents that the customer paid (positive) or got back (negative)."""
    requested_at: Annotated[datetime, Mark.BOOKKEEPING]


class Refund(Record):
    """Money that was paid out to a customer."""

    id: str
    order_id: str
    customer_id: str
    payment_method_id: str
    amount: int = Field(gt=0)
    paid_at: Annotated[datetime, Mark.BOOKKEEPING]


class Charge(Record):
    """Money that was taken from a customer."""

    id: str
    order_id: str
    customer_id: str
    payment_method_id: str
    amount: int = Field(gt=0)
    taken_at: Annotated[datetime, Mark.BOOKKEEPING]


class Handoff(Record):
    """A conversation that was handed over to a person."""

    id: str
    topic: HandoffTopic
    order_id: str | None
    customer_id: str | None
    """The owner of the order, if one was named."""
    summary: Annotated[str, Mark.BOOKKEEPING]
    at: Annotated[datetime, Mark.BOOKKEEPING]
