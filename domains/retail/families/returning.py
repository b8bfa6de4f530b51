"""Returning goods: refused after the window, for final sale, or for a refund to a method that is not allowed."""

from collections.abc import Callable, Sequence
from functools import partial

from domains.kit.draws import Draw
from domains.kit.goal import AnyOf, Evidence, GoldCall, Look, Move, Offer, Propose, Refuse
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal, Preference
from domains.kit.task import Draft, Family, Split
from domains.kit.values import date_text, money_text
from domains.kit.world import World
from domains.retail.families.desk import Desk, Goods, after_window, desk_of, in_window
from domains.retail.families.errands import (
    Errand,
    by_email,
    draft,
    line_read,
    manner_of,
    order_and_profile,
    order_number,
    order_read,
    product_read,
    untouched,
)
from domains.retail.families.pushes import OF_REFUNDS, OF_RETURNING
from domains.retail.families.wants import item_wanted, method_wanted
from domains.retail.records import Order, OrderStatus, PaymentKind, PaymentMethod
from domains.retail.shop import RETURN_DAYS
from domains.retail.speech import method_text

INTENTS = {
    "a": (
        "I'd like to return something I ordered.",
        "I want to send something back.",
        "Can I return something from an order?",
    ),
    "b": (
        "Something from an order of mine has to go back to you.",
        "I'm not keeping everything from an order, so I need a return.",
        "Please set up a return for me.",
    ),
}
FINAL_SALE = "it was a final sale, and such products cannot be returned"
"""Why goods of that kind cannot come back."""


def give_back(
    desk: Desk,
    order: Order,
    chosen: Sequence[Goods],
    method: PaymentMethod,
    *,
    goal: str,
    intent: tuple[str, ...],
    refusal: str = "",
    wished: PaymentMethod | None = None,
) -> Errand:
    """Return items of an order for a refund to `method`; a method `wished` for before it is not allowed."""
    text = " and ".join(goods.text for goods in chosen)
    calls = order_and_profile(order)
    look: Move = Look(calls=calls[:1] if refusal else calls)
    moves: tuple[Move, ...] = (look, _proposal(order, chosen, method))
    if refusal:
        moves = (look, Refuse(what=f"take back the {text} from order {order.id}", because=refusal))
    elif wished is not None:
        original = method_text(desk.original(order))
        moves = (look, _not_there(wished, original), _proposal(order, chosen, method))
    return Errand(
        goal=_goal(desk, order, chosen, (wished, method), goal=goal, intent=intent),
        slots=("order_id", "item_choice", "payment_method"),
        moves=moves,
        facts=(order_number(order, goal),),
        evidence=(_shown(order, chosen),) if refusal else (),
        forbidden_changes=untouched(order) if refusal else (),
    )


def is_barred(order: Order) -> bool:
    """Whether the state of an order, or the day of its delivery, forbids that anything of it is returned."""
    return order.status is not OrderStatus.DELIVERED or not in_window(order)


def _shown(order: Order, chosen: Sequence[Goods]) -> Evidence:
    """What forbids it: the day of the delivery, or what was sold for good."""
    return line_read(order) if after_window(order) else final_sale_read(order, chosen)


def final_sale_read(order: Order, chosen: Sequence[Goods]) -> Evidence:
    """Evidence that something of an order was a final sale, which the product shows too."""
    final = [product_read(goods.product) for goods in chosen if goods.product.final_sale]
    return AnyOf(any_of=(order_read(order), *final))


def _goal(
    desk: Desk,
    order: Order,
    chosen: Sequence[Goods],
    ranked: tuple[PaymentMethod | None, PaymentMethod],
    *,
    goal: str,
    intent: tuple[str, ...],
) -> CustomerGoal:
    others = [goods for goods in desk.goods(order) if goods not in chosen]
    methods = desk.methods(order)
    to = [
        method_wanted(method, methods, original=method.id == order.payment_method_id)
        for method in ranked
        if method is not None
    ]
    items = tuple(item_wanted(goods, others) for goods in chosen)
    if len(to) == 1:
        branch = Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT)
        return CustomerGoal(id=goal, action="return_items", intent=intent, wants=(*items, *to), branches=(branch,))
    return CustomerGoal(
        id=goal,
        action="return_items",
        intent=intent,
        wants=items,
        preference=Preference(ranked=tuple((want,) for want in to), say_next=(f"Then to my {to[1].value}, please.",)),
        branches=(
            Branch(on=BranchOn.REFUSED, then=BranchThen.NEXT_PREFERENCE),
            Branch(on=BranchOn.UNAVAILABLE, then=BranchThen.NEXT_PREFERENCE),
        ),
    )


def _not_there(wished: PaymentMethod, original: str) -> Offer:
    return Offer(
        unavailable=f"a refund to your {method_text(wished)}",
        alternatives=(f"a refund to your {original}, the original payment method",),
    )


def _proposal(order: Order, chosen: Sequence[Goods], method: PaymentMethod) -> Propose:
    text = " and ".join(f"the {goods.text}" for goods in chosen)
    amount = money_text(sum(goods.item.price for goods in chosen))
    arguments = {
        "order_id": order.id,
        "item_ids": [goods.item.id for goods in chosen],
        "payment_method_id": method.id,
    }
    return Propose(
        summary=f"return {text} from order {order.id}, with {amount} refunded to your {method_text(method)}",
        receipt=f"the return of {text} from order {order.id} has been requested",
        calls=(GoldCall(tool="return_items", arguments=arguments),),
    )


def returnable(desk: Desk, order: Order) -> bool:
    """Whether the shop would take back everything of a delivered order that is in the window."""
    return not any(goods.product.final_sale for goods in desk.goods(order))


def too_late(order: Order) -> str:
    """Why an order after its window cannot come back."""
    if order.delivered_on is None:
        raise ValueError(f"order {order.id} has not been delivered")
    return f"it was delivered on {date_text(order.delivered_on)}, and the {RETURN_DAYS} days for returns are over"


def some_goods(desk: Desk, order: Order, draw: Draw, step: str) -> list[Goods]:
    """One or two items of an order, in its own order."""
    goods = desk.goods(order)
    count = min(len(goods), draw.choice((1, 1, 2), "how many", step))
    picked = draw.shuffled(goods, "which", step)[:count]
    return [each for each in goods if each in picked]


def refund_target(desk: Desk, order: Order, draw: Draw, step: str) -> PaymentMethod:
    """The original method, or a gift card on file."""
    gift = desk.gift_card(order)
    return gift if gift is not None and draw.chance(0.5, "to gift card", step) else desk.original(order)


def _fits(desk: Desk, window: Callable[[Order], bool], order: Order) -> bool:
    return window(order) and returnable(desk, order)


def _make_window(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording, {"return": OF_RETURNING})
    drafts = []
    for variant, window in (("allowed", in_window), ("refused", after_window)):
        order = desk.choose(draw, variant, OrderStatus.DELIVERED, partial(_fits, desk, window))
        if order is None:
            return ()
        errand = give_back(
            desk,
            order,
            some_goods(desk, order, draw, variant),
            refund_target(desk, order, draw, variant),
            goal="return",
            intent=INTENTS[wording],
            refusal=too_late(order) if variant == "refused" else "",
        )
        drafts.append(draft(by_email(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


def _make_final_sale(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording, {"return": OF_RETURNING})
    normal = desk.choose(draw, "normal", OrderStatus.DELIVERED, lambda o: in_window(o) and returnable(desk, o))
    final = desk.choose(draw, "final", OrderStatus.DELIVERED, lambda o: in_window(o) and not returnable(desk, o))
    if normal is None or final is None:
        return ()
    drafts = []
    for variant, order in (("allowed", normal), ("refused", final)):
        goods = [each for each in desk.goods(order) if each.product.final_sale is (variant == "refused")]
        errand = give_back(
            desk,
            order,
            [draw.choice(goods, "item", variant)],
            desk.original(order),
            goal="return",
            intent=INTENTS[wording],
            refusal=FINAL_SALE if variant == "refused" else "",
        )
        drafts.append(draft(by_email(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


def _make_refund_method(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    """The customer wishes for a method of theirs: a gift card is allowed, another card or wallet is not."""
    desk, manner = desk_of(world), manner_of(draw, wording, {"return": OF_REFUNDS})
    with_gift = desk.choose(
        draw, "gift", OrderStatus.DELIVERED, lambda o: _may_come_back(desk, o) and _second_choice(desk, o, gift=True)
    )
    with_other = desk.choose(
        draw, "other", OrderStatus.DELIVERED, lambda o: _may_come_back(desk, o) and _second_choice(desk, o, gift=False)
    )
    if with_gift is None or with_other is None:
        return ()
    drafts = []
    for variant, order in (("allowed", with_gift), ("refused", with_other)):
        wished = draw.choice(_others(desk, order, gift=variant == "allowed"), "wished", variant)
        errand = give_back(
            desk,
            order,
            some_goods(desk, order, draw, variant),
            wished if variant == "allowed" else desk.original(order),
            goal="return",
            intent=INTENTS[wording],
            wished=None if variant == "allowed" else wished,
        )
        drafts.append(draft(by_email(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


def _may_come_back(desk: Desk, order: Order) -> bool:
    return in_window(order) and returnable(desk, order)


def _second_choice(desk: Desk, order: Order, *, gift: bool) -> bool:
    return bool(_others(desk, order, gift=gift))


def _others(desk: Desk, order: Order, *, gift: bool) -> list[PaymentMethod]:
    """The customer's methods beside the original: gift cards, or all but gift cards."""
    others = [method for method in desk.methods(order) if method.id != order.payment_method_id]
    return [method for method in others if (method.kind is PaymentKind.GIFT_CARD) is gift]


RETURN_WINDOW = Family(
    name="return_window",
    title="Return one or two items; in the twin the 30 days since delivery are over.",
    make=_make_window,
    splits=frozenset(Split),
)
RETURN_FINAL_SALE = Family(
    name="return_final_sale",
    title="Return an item; in the twin it was a final sale, which the back end does not enforce.",
    make=_make_final_sale,
    splits=frozenset({Split.TEST}),
)
REFUND_METHOD = Family(
    name="refund_method",
    title="Return goods for a refund to another method: a gift card is allowed, in the twin another card is not.",
    make=_make_refund_method,
    splits=frozenset({Split.TEST}),
)
