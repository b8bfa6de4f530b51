"""Customers who have lost the order number: the order is found among theirs by something that was in it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from domains.kit.draws import Draw
from domains.kit.goal import GoldCall, Look
from domains.kit.scenario import Unknown
from domains.kit.task import Draft, Family, Split
from domains.kit.world import World
from domains.retail.families import cancelling, returning
from domains.retail.families.desk import Desk, Goods, after_window, desk_of, in_window
from domains.retail.families.errands import Errand, by_email, draft, manner_of, not_from_a_list
from domains.retail.families.pushes import OF_CANCELLING, OF_RETURNING, Pushes
from domains.retail.records import Order, OrderStatus
from domains.retail.shop import CANCEL_REASONS

_LOST = {
    "a": (
        "I don't have the order number any more, but it's the order with the {noun}.",
        "I can't find the number. It is the order that had the {noun} in it.",
    ),
    "b": (
        "No idea what the number was; I only know that it had the {noun} in it.",
        "The number is gone, I'm afraid, though I know that the order had the {noun} in it.",
    ),
}
Cast = tuple[Order, Goods]


def without_number(errand: Errand, goods: Goods, customer_id: str, wording: str) -> Errand:
    """The same errand for a customer who knows what was in the order, and not its number."""
    look, *others = errand.moves
    if not isinstance(look, Look):
        raise TypeError(f"the errand {errand.goal.id!r} begins with {look.do}, and a look at the order was expected")
    listing = GoldCall(tool="list_orders", arguments={"customer_id": customer_id})
    says = tuple(text.format(noun=goods.product.noun) for text in _LOST[wording])
    return replace(
        errand,
        moves=(Look(calls=(listing, *look.calls)), *others),
        facts=tuple(fact for fact in errand.facts if fact.key != "order_id"),
        unknown=(Unknown(key="order_id", say=says),),
    )


def _cast(desk: Desk, draw: Draw, step: str, status: OrderStatus, fits: Callable[[Order], bool]) -> Cast | None:
    """An order and an item of it that no other order of its customer has."""
    order = desk.choose(draw, step, status, lambda o: fits(o) and len(desk.orders_of(o.customer_id)) > 1)
    if order is None:
        return None
    elsewhere = {
        goods.product.id
        for other in desk.orders_of(order.customer_id)
        if other.id != order.id
        for goods in desk.goods(other)
    }
    own = [goods for goods in desk.goods(order) if goods.product.id not in elsewhere]
    return (order, draw.choice(own, "item", step)) if own else None


def _cancelling(desk: Desk, draw: Draw, wording: str, *, allowed: bool) -> tuple[Cast, Errand] | None:
    status = OrderStatus.PENDING if allowed else OrderStatus.PROCESSED
    cast = _cast(desk, draw, f"cancel {allowed}", status, lambda _: True)
    if cast is None:
        return None
    reason, intent = draw.choice(CANCEL_REASONS, "reason"), cancelling.INTENTS[wording]
    refusal = "" if allowed else "it is already with the carrier"
    errand = cancelling.cancel(desk, cast[0], reason, goal="cancel", intent=intent, refusal=refusal)
    return cast, errand if _all(desk, cast[0], cancelling.is_barred) else not_from_a_list(errand)


def _returning(desk: Desk, draw: Draw, wording: str, *, allowed: bool) -> tuple[Cast, Errand] | None:
    window = in_window if allowed else after_window
    cast = _cast(
        desk,
        draw,
        f"return {allowed}",
        OrderStatus.DELIVERED,
        lambda order: window(order) and returning.returnable(desk, order),
    )
    if cast is None:
        return None
    order, goods = cast
    errand = returning.give_back(
        desk,
        order,
        [goods],
        returning.refund_target(desk, order, draw, f"{allowed}"),
        goal="return",
        intent=returning.INTENTS[wording],
        refusal="" if allowed else returning.too_late(order),
    )
    return cast, errand if _all(desk, order, returning.is_barred) else not_from_a_list(errand)


def _all(desk: Desk, order: Order, barred: Callable[[Order], bool]) -> bool:
    """Whether it is barred for all orders of the customer, so that it does not matter which one they mean."""
    return all(barred(each) for each in desk.orders_of(order.customer_id))


_PUSHES: Mapping[Callable[..., object], Mapping[str, Pushes]] = {
    _cancelling: {"cancel": OF_CANCELLING},
    _returning: {"return": OF_RETURNING},
}


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, kind = desk_of(world), _cancelling if draw.chance(0.5, "kind") else _returning
    manner = manner_of(draw, wording, _PUSHES[kind])
    drafts = []
    for variant in ("allowed", "refused"):
        made = kind(desk, draw, wording, allowed=variant == "allowed")
        if made is None:
            return ()
        (order, goods), errand = made
        customer = desk.customer(order)
        errand = without_number(errand, goods, customer.id, wording)
        drafts.append(draft(by_email(customer), manner, errand, variant=variant))
    return tuple(drafts)


LOST_NUMBER = Family(
    name="lost_number",
    title="Cancel or return without the order number: it is found by what was in it; in the twin it is too late.",
    make=_make,
    splits=frozenset(Split),
)
