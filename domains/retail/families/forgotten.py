"""Customers who cannot say their e-mail address: they are found by name and postcode."""

from domains.kit.draws import Draw
from domains.kit.task import Draft, Family, Split
from domains.kit.world import World
from domains.retail.families import addresses, cancelling
from domains.retail.families.desk import Desk, desk_of
from domains.retail.families.errands import Errand, by_name, draft, manner_of
from domains.retail.records import Order, OrderStatus
from domains.retail.shop import CANCEL_REASONS

ON_ITS_WAY = "it is already with the carrier"


def _errand(desk: Desk, order: Order, draw: Draw, wording: str, *, refusal: str) -> Errand:
    if draw.chance(0.5, "which errand"):
        reason = draw.choice(CANCEL_REASONS, "reason")
        intent = cancelling.INTENTS[wording]
        return cancelling.cancel(desk, order, reason, goal="errand", intent=intent, refusal=refusal)
    address = addresses.new_address(desk, draw.stream_of(order.id))
    intent = addresses.INTENTS[wording]
    return addresses.change_address(order, address, goal="errand", intent=intent, refusal=refusal)


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording)
    drafts = []
    for variant, status in (("allowed", OrderStatus.PENDING), ("refused", OrderStatus.PROCESSED)):
        order = desk.choose(draw, variant, status)
        if order is None:
            return ()
        errand = _errand(desk, order, draw, wording, refusal="" if variant == "allowed" else ON_ITS_WAY)
        drafts.append(draft(by_name(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


FORGOTTEN_EMAIL = Family(
    name="forgotten_email",
    title="Cancel or redirect an order for a customer who cannot say the e-mail address; in the twin it is on its way.",
    make=_make,
    splits=frozenset({Split.TEST}),
)
