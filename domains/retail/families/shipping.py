"""Getting an order in another way: refused where a product, the city, an earlier change or its state forbid it."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from domains.kit.draws import Draw
from domains.kit.goal import Evidence, GoldCall, Look, Move, Propose, Refuse
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal, Want
from domains.kit.task import Draft, Family, Split
from domains.kit.values import ValueKind, money_text
from domains.kit.world import World
from domains.retail.families.desk import Desk, desk_of
from domains.retail.families.errands import (
    Errand,
    by_email,
    draft,
    line_read,
    manner_of,
    order_and_profile,
    order_number,
    order_read,
    untouched,
)
from domains.retail.families.swapping import payer
from domains.retail.families.wants import method_wanted
from domains.retail.records import Order, OrderStatus, PaymentMethod
from domains.retail.shop import PICKUP_CITIES, SHIPPING_CENTS, ShippingMethod
from domains.retail.speech import SHIPPING_WORDS, method_text, shipping_text

INTENTS = {
    "a": (
        "I'd like an order of mine to reach me in another way.",
        "Can you change how an order of mine is shipped?",
        "I picked the wrong shipping for an order.",
    ),
    "b": (
        "The shipping of an order I placed should be another one.",
        "Please change the way in which an order gets to me.",
        "I have changed my mind about how an order is sent, can you help?",
    ),
}
_SAYS: dict[ShippingMethod, tuple[str, ...]] = {
    ShippingMethod.STANDARD: ("standard shipping", "standard"),
    ShippingMethod.EXPRESS: ("express shipping", "express"),
    ShippingMethod.PICKUP: (
        *("pick-up", "pickup", "pick it up", "picking it up", "picking up", "pick up"),
        *("collect it", "collecting it", "collecting", "collection", "fetch it", "fetch that order", "fetching it"),
    ),
}


def change_shipping(
    desk: Desk,
    order: Order,
    to: ShippingMethod,
    method: PaymentMethod,
    *,
    goal: str,
    intent: tuple[str, ...],
    refusal: str = "",
) -> Errand:
    """Ship an order otherwise, the difference settled with `method`; with a `refusal`, a clause that says why not."""
    calls = order_and_profile(order)
    moves: tuple[Move, ...] = (Look(calls=calls), _proposal(order, to, method))
    if refusal:
        what = f"change the shipping of order {order.id} to {shipping_text(to)}"
        moves = (Look(calls=calls[:1]), Refuse(what=what, because=refusal))
    return Errand(
        goal=CustomerGoal(
            id=goal,
            action="change_order",
            intent=intent,
            wants=(_shipping_wanted(to), method_wanted(method, desk.methods(order))),
            branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
        ),
        slots=("order_id", "shipping_method", "payment_method"),
        moves=moves,
        facts=(order_number(order, goal),),
        evidence=(_shown(order),) if refusal else (),
        forbidden_changes=untouched(order) if refusal else (),
    )


def _shown(order: Order) -> Evidence:
    """What forbids it: the state of an order that is gone, or else something about it that no list shows."""
    return order_read(order) if order.status is OrderStatus.PENDING else line_read(order)


def _proposal(order: Order, to: ShippingMethod, method: PaymentMethod) -> Propose:
    difference = SHIPPING_CENTS[to] - order.shipping_paid
    settled = (
        f"{money_text(abs(difference))} {'charged' if difference > 0 else 'refunded'} to your {method_text(method)}"
    )
    arguments = {"order_id": order.id, "shipping_method": to.value, "payment_method_id": method.id}
    return Propose(
        summary=f"change the shipping of order {order.id} to {shipping_text(to)}, with the difference of {settled}",
        receipt=f"the shipping of order {order.id} has been changed to {shipping_text(to)}",
        calls=(GoldCall(tool="change_order_shipping", arguments=arguments),),
    )


def _shipping_wanted(to: ShippingMethod) -> Want:
    among = tuple(words for other in ShippingMethod if other is not to for words in SHIPPING_WORDS[other])
    return Want(key="shipping_method", kind=ValueKind.CHOICE, value=shipping_text(to), say=_SAYS[to], among=among)


def is_bulky(desk: Desk, order: Order) -> bool:
    """Whether something in the order does not travel by express."""
    return any(goods.product.bulky for goods in desk.goods(order))


def may_ship(desk: Desk, to: ShippingMethod, order: Order) -> bool:
    """Whether an order can be shipped that way, its state aside."""
    if order.shipping is to or order.shipping_changed:
        return False
    if to is ShippingMethod.PICKUP:
        return order.city in PICKUP_CITIES
    return not (to is ShippingMethod.EXPRESS and is_bulky(desk, order))


ONE_CHANGE = "only one change of shipping is allowed for each order"
"""Why there is no second one."""


def no_pickup(city: str) -> str:
    """Why nothing can be picked up there."""
    return f"there is no pick-up point in {city}"


class _Obstacle(NamedTuple):
    """Why an order cannot be shipped as its owner wishes."""

    wishes: tuple[ShippingMethod, ...]
    status: OrderStatus
    stands: Callable[[Desk, ShippingMethod, Order], bool]
    because: Callable[[Order], str]


def _too_bulky(desk: Desk, to: ShippingMethod, order: Order) -> bool:
    return order.shipping is not to and not order.shipping_changed and is_bulky(desk, order)


def _too_far(_desk: Desk, to: ShippingMethod, order: Order) -> bool:
    return order.shipping is not to and not order.shipping_changed and order.city not in PICKUP_CITIES


def _changed_before(desk: Desk, to: ShippingMethod, order: Order) -> bool:
    return order.shipping_changed and may_ship(desk, to, order.model_copy(update={"shipping_changed": False}))


_OBSTACLES = (
    _Obstacle(
        (ShippingMethod.EXPRESS,),
        OrderStatus.PENDING,
        _too_bulky,
        lambda _: "express is not offered for an order with a bulky product",
    ),
    _Obstacle(
        (ShippingMethod.PICKUP,),
        OrderStatus.PENDING,
        _too_far,
        lambda order: no_pickup(order.city),
    ),
    _Obstacle(
        tuple(ShippingMethod),
        OrderStatus.PENDING,
        _changed_before,
        lambda _: ONE_CHANGE,
    ),
    _Obstacle(
        tuple(ShippingMethod),
        OrderStatus.PROCESSED,
        may_ship,
        lambda _: "it is already with the carrier",
    ),
)


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording)
    obstacle = draw.choice(_OBSTACLES, "obstacle")
    to = draw.choice(obstacle.wishes, "wish")
    free = desk.choose(draw, "free", OrderStatus.PENDING, partial(may_ship, desk, to))
    barred = desk.choose(draw, "barred", obstacle.status, partial(obstacle.stands, desk, to))
    if free is None or barred is None:
        return ()
    drafts = []
    for variant, order in (("allowed", free), ("refused", barred)):
        errand = change_shipping(
            desk,
            order,
            to,
            payer(desk, order, draw, variant),
            goal="shipping",
            intent=INTENTS[wording],
            refusal=obstacle.because(order) if variant == "refused" else "",
        )
        drafts.append(draft(by_email(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


CHANGE_SHIPPING = Family(
    name="change_shipping",
    title="Ship an order otherwise; in the twin a bulky product, the city, an earlier change or the carrier forbids.",
    make=_make,
    splits=frozenset(Split),
)
