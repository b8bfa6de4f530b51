"""Two errands of one customer, one after the other; in the twin the second one is refused."""

from functools import partial

from domains.kit.draws import Draw
from domains.kit.task import Draft, Family, Split
from domains.kit.world import World
from domains.retail.families import addresses, cancelling, returning
from domains.retail.families.desk import Desk, after_window, desk_of, in_window
from domains.retail.families.errands import Errand, by_email, draft, manner_of
from domains.retail.records import Order, OrderStatus
from domains.retail.shop import CANCEL_REASONS

SECOND_INTENTS = {
    "a": (
        "I also want to return something from another order.",
        "And then there is something from another order that I'd like to send back.",
    ),
    "b": (
        "There's a second thing: part of another order has to go back to you.",
        "While I'm here, please set up a return from another order as well.",
    ),
}


def _first(desk: Desk, order: Order, draw: Draw, wording: str) -> Errand:
    if draw.chance(0.5, "first errand"):
        reason = draw.choice(CANCEL_REASONS, "reason")
        return cancelling.cancel(desk, order, reason, goal="first", intent=cancelling.INTENTS[wording])
    address = addresses.new_address(desk, draw.stream_of(order.id))
    return addresses.change_address(order, address, goal="first", intent=addresses.INTENTS[wording])


def _delivered(desk: Desk, pending: Order, *, late: bool) -> Order | None:
    """Another order of the same customer that can come back, or that could if it were not too late."""
    fits = after_window if late else in_window
    others = (order for order in desk.orders_of(pending.customer_id) if order.status is OrderStatus.DELIVERED)
    return next((other for other in others if fits(other) and returning.returnable(desk, other)), None)


def _has_delivered(desk: Desk, pending: Order, *, late: bool) -> bool:
    return _delivered(desk, pending, late=late) is not None


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording)
    drafts = []
    for variant in ("allowed", "refused"):
        late = variant == "refused"
        pending = desk.choose(draw, variant, OrderStatus.PENDING, partial(_has_delivered, desk, late=late))
        delivered = None if pending is None else _delivered(desk, pending, late=late)
        if pending is None or delivered is None:
            return ()
        second = returning.give_back(
            desk,
            delivered,
            returning.some_goods(desk, delivered, draw, variant),
            returning.refund_target(desk, delivered, draw, variant),
            goal="second",
            intent=SECOND_INTENTS[wording],
            refusal=returning.too_late(delivered) if late else "",
        )
        errands = (_first(desk, pending, draw, wording), second)
        drafts.append(draft(by_email(desk.customer(pending)), manner, *errands, variant=variant))
    return tuple(drafts)


TWO_ERRANDS = Family(
    name="two_errands",
    title="Change or cancel one order, then return goods from another; in the twin it is too late for the return.",
    make=_make,
    splits=frozenset(Split),
)
