"""The shop's fixed facts: its name, the moment at which its world stands, and the numbers of its rules."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Literal, get_args

SHOP = "Larkmoor"
NOW = datetime(2026, 4, 14, 15, 0, tzinfo=UTC)
"""The world's now: Tuesday afternoon, April 14, 2026."""

RETURN_DAYS = 30
"""Days after delivery in which goods may be returned or exchanged, the last one included."""


class ShippingMethod(StrEnum):
    """How an order gets to the customer."""

    STANDARD = "standard"
    EXPRESS = "express"
    PICKUP = "pickup"
    """Fetched at a pick-up point in the city to which the order goes."""


SHIPPING_CENTS: dict[ShippingMethod, int] = {
    ShippingMethod.STANDARD: 450,
    ShippingMethod.EXPRESS: 1200,
    ShippingMethod.PICKUP: 0,
}
PICKUP_CITIES = (
    "Ashmere",
    "Corvane",
    "Glenrath",
    "Hartsford",
    "Marlbridge",
    "Port Saffron",
    "Silverbeck",
    "Westerlin",
)

CancelReason = Literal["no longer needed", "ordered by mistake"]
CANCEL_REASONS: tuple[CancelReason, ...] = get_args(CancelReason)

HandoffTopic = Literal["missing parcel", "product safety", "account misuse"]
HANDOFF_TOPICS: tuple[HandoffTopic, ...] = get_args(HandoffTopic)
