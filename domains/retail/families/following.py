"""Two changes of one order, where the first one decides about the second: the new city has a pick-up point or not."""

from functools import partial

from domains.kit.draws import Draw
from domains.kit.task import Draft, Family, Split
from domains.kit.world import World
from domains.retail.families import addresses, shipping
from domains.retail.families.addresses import Address
from domains.retail.families.desk import Desk, desk_of
from domains.retail.families.errands import after_change, by_email, draft, manner_of
from domains.retail.families.swapping import payer
from domains.retail.records import Order, OrderStatus
from domains.retail.shop import PICKUP_CITIES, ShippingMethod

PICKUP_INTENTS = {
    "a": (
        "And I'd rather fetch that order myself there than have it brought.",
        "Then I want to change how it is shipped: I'd like to pick it up there.",
    ),
    "b": (
        "Also, it need not be brought to my door there, I want to pick it up.",
        "There's the shipping of it, too: in that city I would fetch it myself.",
    ),
}


def _moves_to(desk: Desk, draw: Draw, *, near: bool) -> Address:
    """A new address in a city with a pick-up point, or in one without."""
    occurrence = 0
    while True:
        address = addresses.new_address(desk, draw.stream_of(str(occurrence)))
        if (address.city in PICKUP_CITIES) is near:
            return address
        occurrence += 1


def _misleads(order: Order, *, near: bool) -> bool:
    """Whether a look at the order before it moves would say the contrary."""
    return not order.shipping_changed and (order.city in PICKUP_CITIES) is not near


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording)
    drafts = []
    for variant in ("allowed", "refused"):
        near = variant == "allowed"
        order = desk.choose(draw, variant, OrderStatus.PENDING, partial(_misleads, near=near))
        if order is None:
            return ()
        address = _moves_to(desk, draw.stream_of(variant), near=near)
        first = addresses.change_address(order, address, goal="address", intent=addresses.INTENTS[wording])
        second = shipping.change_shipping(
            desk,
            order,
            ShippingMethod.PICKUP,
            payer(desk, order, draw, variant),
            goal="pickup",
            intent=PICKUP_INTENTS[wording],
            refusal="" if near else shipping.no_pickup(address.city),
        )
        drafts.append(
            draft(by_email(desk.customer(order)), manner, first, after_change(first, second), variant=variant)
        )
    return tuple(drafts)


PICKUP_AFTER_MOVE = Family(
    name="pickup_after_move",
    title="Redirect an order, then have it picked up; in the twin only the old city had a pick-up point.",
    make=_make,
    splits=frozenset({Split.TRAIN, Split.TEST}),
)
