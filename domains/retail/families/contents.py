"""Orders that are known by what is in them: the agent looks through them all, and asks on where more than one fits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from domains.kit.draws import Draw
from domains.kit.goal import Ask, GoldCall, Look
from domains.kit.scenario import Fact, Unknown
from domains.kit.task import Draft, Family, Split
from domains.kit.values import ValueKind
from domains.kit.world import World
from domains.retail.families import cancelling, returning
from domains.retail.families.desk import Desk, Goods, desk_of, in_window
from domains.retail.families.errands import Errand, by_email, draft, manner_of, not_from_a_list
from domains.retail.families.pushes import OF_CANCELLING, OF_RETURNING, Pushes
from domains.retail.records import Order, OrderStatus
from domains.retail.shop import CANCEL_REASONS

_CONTENTS = {
    "a": (
        "I haven't kept the number. All that I can say is that it's the one with the {noun}.",
        "Sorry, no number. I mean the order with the {noun} in it.",
    ),
    "b": (
        "Numbers are not my thing; look for the one that had the {noun} in it.",
        "I deleted the message with the number. It's the order with the {noun}.",
    ),
}
_FAR_APART = timedelta(days=12)
"""Between two orders of which a rough date tells which is which."""
_ABOUT_TO_CANCEL = (OrderStatus.PENDING, OrderStatus.PROCESSED)
_BARRED: dict[str, Callable[[Order], bool]] = {
    "cancel_order": cancelling.is_barred,
    "return_items": returning.is_barred,
}
"""Which orders a list shows to be past the errand, by its action."""
Cast = tuple[Order, Goods, Errand]


def known_by_contents(desk: Desk, order: Order, goods: Goods, errand: Errand, wording: str) -> Errand:
    """The errand of a customer who names one thing of the order, and, asked on, about when it was placed.

    Where another order has such a thing too, the agent has to ask on.
    """
    look, *others = errand.moves
    if not isinstance(look, Look):
        raise TypeError(f"the errand {errand.goal.id!r} begins with {look.do}, and a look at the order was expected")
    every = desk.orders_of(order.customer_id)
    rivals = [other for other in _with(desk, every, goods) if other.id != order.id]
    listing = GoldCall(tool="list_orders", arguments={"customer_id": order.customer_id})
    reads = tuple(GoldCall(tool="get_order", arguments={"order_id": each.id}) for each in every)
    rest = tuple(call for call in look.calls if call.tool != "get_order")
    asks_on = (Ask(slots=("placed_on",)),) if rivals else ()
    says = tuple(text.format(noun=goods.product.noun) for text in _CONTENTS[wording])
    told_by_day = all(_BARRED[errand.goal.action](each) for each in _placed_when(every, order, rivals))
    return replace(
        errand if told_by_day else not_from_a_list(errand),
        moves=(Look(calls=(listing, *reads)), *asks_on, *((Look(calls=rest),) if rest else ()), *others),
        facts=(*(fact for fact in errand.facts if fact.key != "order_id"), _placed(order, rivals)),
        unknown=(Unknown(key="order_id", say=says, asked_again=("placed_on",)),),
    )


def _placed(order: Order, rivals: Sequence[Order]) -> Fact:
    """When it was placed: roughly, where that is enough to tell it from the others."""
    say = (_roughly(order.placed_on),) if _is_rough(order, rivals) else ()
    return Fact(key="placed_on", kind=ValueKind.DATE, value=order.placed_on.isoformat(), say=say)


def _is_rough(order: Order, rivals: Sequence[Order]) -> bool:
    return all(abs(order.placed_on - other.placed_on) >= _FAR_APART for other in rivals)


def _placed_when(every: Sequence[Order], order: Order, rivals: Sequence[Order]) -> list[Order]:
    """The orders that what the customer says of the day fits, in a list that does not show what is in them."""
    if _is_rough(order, rivals):
        return [each for each in every if _roughly(each.placed_on) == _roughly(order.placed_on)]
    return [each for each in every if each.placed_on == order.placed_on]


def _roughly(day: date) -> str:
    return f"{('early in', 'in the middle of', 'late in')[min((day.day - 1) // 10, 2)]} {day:%B}"


def _with(desk: Desk, orders: Sequence[Order], goods: Goods) -> list[Order]:
    """The orders in which there is something of that name."""
    return [o for o in orders if any(each.product.noun == goods.product.noun for each in desk.goods(o))]


def _ambiguous(desk: Desk, order: Order) -> list[Goods]:
    """Things of an order that another one of the customer's has too, all of them placed on different days."""
    every = desk.orders_of(order.customer_id)
    return [goods for goods in desk.goods(order) if _told_apart(_with(desk, every, goods))]


def _told_apart(fitting: Sequence[Order]) -> bool:
    return len(fitting) > 1 and len({order.placed_on for order in fitting}) == len(fitting)


def _unique(desk: Desk, order: Order) -> list[Goods]:
    """Things that no other order of the customer has, where there are others in the same state."""
    every = desk.orders_of(order.customer_id)
    if sum(other.status is order.status for other in every) < 2:
        return []
    return [goods for goods in desk.goods(order) if len(_with(desk, every, goods)) == 1]


def _cancelling(desk: Desk, draw: Draw, wording: str, *, two: bool) -> Cast | None:
    states = _ABOUT_TO_CANCEL if two else _ABOUT_TO_CANCEL[:1]
    found = [(o, goods) for o in desk.orders if o.status in states for goods in _fitting(desk, o, two=two)]
    if not found:
        return None
    order, goods = draw.choice(found, "cancel", f"{two}")
    reason, intent = draw.choice(CANCEL_REASONS, "reason"), cancelling.INTENTS[wording]
    refusal = "" if order.status is OrderStatus.PENDING else "it is already with the carrier"
    return order, goods, cancelling.cancel(desk, order, reason, goal="cancel", intent=intent, refusal=refusal)


def _returning(desk: Desk, draw: Draw, wording: str, *, two: bool) -> Cast | None:
    delivered = [o for o in desk.orders if o.status is OrderStatus.DELIVERED and returning.returnable(desk, o)]
    found = [(o, goods) for o in delivered if two or in_window(o) for goods in _fitting(desk, o, two=two)]
    if not found:
        return None
    order, goods = draw.choice(found, "return", f"{two}")
    refusal = "" if in_window(order) else returning.too_late(order)
    method, intent = returning.refund_target(desk, order, draw, f"{two}"), returning.INTENTS[wording]
    errand = returning.give_back(desk, order, [goods], method, goal="return", intent=intent, refusal=refusal)
    return order, goods, errand


def _fitting(desk: Desk, order: Order, *, two: bool) -> list[Goods]:
    return _ambiguous(desk, order) if two else _unique(desk, order)


_PUSHES: Mapping[Callable[..., object], Mapping[str, Pushes]] = {
    _cancelling: {"cancel": OF_CANCELLING},
    _returning: {"return": OF_RETURNING},
}


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, kind = desk_of(world), _cancelling if draw.chance(0.5, "kind") else _returning
    manner = manner_of(draw, wording, _PUSHES[kind])
    drafts = []
    for variant in ("one", "two"):
        cast = kind(desk, draw, wording, two=variant == "two")
        if cast is None:
            return ()
        order, goods, errand = cast
        errand = known_by_contents(desk, order, goods, errand, wording)
        drafts.append(draft(by_email(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


FOUND_BY_CONTENTS = Family(
    name="found_by_contents",
    title="Find an order by a thing that is in it; in the twin two orders have such a thing, and a date tells which.",
    make=_make,
    splits=frozenset(Split),
)
