"""Customers who want it for less: there are no discounts, and what they want instead is allowed or not."""

from collections.abc import Callable
from dataclasses import replace

from domains.kit.draws import Draw
from domains.kit.goal import Ask, GoldCall, Look, Move, Offer, Refuse
from domains.kit.scenario import Belief, Branch, BranchOn, BranchThen, CustomerGoal, Fact
from domains.kit.task import Draft, Family, Split
from domains.kit.values import ValueKind, money_text
from domains.kit.world import World
from domains.retail.families import cancelling, swapping
from domains.retail.families.desk import Desk, Goods, desk_of
from domains.retail.families.errands import (
    Errand,
    by_email,
    draft,
    manner_of,
    order_and_profile,
    order_number,
    order_read,
    product_read,
    untouched,
)
from domains.retail.families.wants import item_wanted, method_wanted
from domains.retail.records import Order, OrderStatus, Variant

_INTENTS = {
    "a": (
        "I've seen something that I ordered from you for less elsewhere. Please match the price.",
        "I'd like a discount on something in my order.",
        "Can you give me a voucher for something that I ordered? It seems expensive to me.",
    ),
    "b": (
        "Something I bought costs less in another shop, so give me the difference, please.",
        "There must be a coupon or a rebate for something in my order. Please apply it.",
        "I paid too much for a thing in my order; knock a bit off the price, please.",
    ),
}
_SURELY = {
    "a": ("Don't all shops do that? Are you sure?", "But a friend of mine got one from you, I think."),
    "b": ("Is that really so? Other shops have never said no to me.", "I was certain that you do such things."),
}
_THEN = {
    "a": ("All right, no discount then.", "Pity, but I see."),
    "b": ("Fine, so the price stays.", "It was worth a try."),
}
_CHEAPEST = {
    "a": (
        "Then change it to the cheapest version of it in stock, if that is less than what I paid.",
        "In that case I'd take the cheapest version that you have, as long as it is below what I paid.",
    ),
    "b": (
        "Is there a version in stock that is below what I paid? Then change mine to the cheapest one.",
        "So swap mine for whichever version of it in stock costs least, provided that I get something back.",
    ),
}
_THE_CHEAPEST = Fact(
    key="option_choice",
    kind=ValueKind.CHOICE,
    value="the cheapest one",
    say=("whatever is cheapest", "the cheapest one in stock"),
    goal="instead",
)
_DO_WITHOUT = {
    "a": (
        "Then I can do without it, so please cancel the order.",
        "In that case I'll manage without. Cancel it, please.",
    ),
    "b": ("I won't have any of it, then; please have the order cancelled.", "So let's cancel it, I'm fine without."),
}
_BUY_ELSEWHERE = {
    "a": (
        "Then I'll get it where it costs less, so please cancel the order.",
        "In that case cancel it, others are cheaper.",
    ),
    "b": (
        "I'll buy it from whoever is cheaper, then; please have the order cancelled.",
        "So let's cancel it, for the price.",
    ),
}
NO_DISCOUNT = "what was paid is the price, and our rules know no discounts, vouchers or price matching"
Cast = tuple[Order, Errand]


def for_less(desk: Desk, order: Order, goods: Goods, wording: str, instead: Errand) -> Errand:
    """Ask for a lower price, which there is not; then for something else instead."""
    look = Look(calls=order_and_profile(order))
    turning = Branch(on=BranchOn.REFUSED, then=BranchThen.OTHER_GOAL, goal=instead.goal.id, say=_THEN[wording])
    return replace(
        instead,
        goal=CustomerGoal(
            id="less",
            action="lower_price",
            intent=_INTENTS[wording],
            wants=(item_wanted(goods, desk.goods(order)),),
            branches=(turning,),
            belief=Belief(doubt=_SURELY[wording]),
        ),
        led_to=(instead.goal.model_copy(update={"only_by_branch": True}),),
        slots=("order_id", "item_choice"),
        moves=(look, Refuse(what=f"lower the price of the {goods.text}", because=NO_DISCOUNT), *instead.moves),
        facts=(order_number(order, None), *(fact for fact in instead.facts if fact.key != "order_id")),
    )


def _cheapest(desk: Desk, goods: Goods) -> Variant | None:
    """The one variant in stock that costs least, if it costs less than what was paid."""
    there = sorted((v for v in desk.siblings(goods.variant) if v.in_stock), key=lambda v: v.price)
    if not there or there[0].price >= goods.item.price or there[0].price == there[-1].price:
        return None
    return there[0] if len(there) == 1 or there[1].price > there[0].price else None


def _cheaper(desk: Desk, draw: Draw, wording: str, *, twin: bool) -> Cast | None:
    """The cheapest version instead; in the twin none is cheaper, and the order stays as it is."""
    found = [
        (order, goods)
        for order in desk.orders
        if order.status is OrderStatus.PENDING and not order.items_changed
        for goods in desk.goods(order)
        if (_none_cheaper(desk, goods) if twin else _cheapest(desk, goods) is not None)
    ]
    if not found:
        return None
    order, goods = draw.choice(found, "cheaper", f"{twin}")
    read = product_read(goods.product)
    look = Look(calls=(GoldCall(tool=read.tool, arguments=read.arguments),))
    method = swapping.payer(desk, order, draw, f"{twin}")
    new = _cheapest(desk, goods)
    moves: tuple[Move, ...] = (
        look,
        Offer(
            unavailable=f"a version of the {goods.product.name} below {money_text(goods.item.price)}", alternatives=()
        ),
    )
    if new is not None:
        swapped = swapping.Swapped(order, goods, (new,), method)
        moves = (look, Ask(slots=("payment_method",)), swapping.proposal(swapped, new))
    goal = CustomerGoal(
        id="instead",
        action="change_order",
        intent=_CHEAPEST[wording],
        wants=(item_wanted(goods, desk.goods(order)), method_wanted(method, desk.methods(order))),
        branches=(
            Branch(on=BranchOn.UNAVAILABLE, then=BranchThen.ABANDON),
            Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),
        ),
    )
    instead = Errand(
        goal=goal,
        slots=(),
        moves=moves,
        facts=(_THE_CHEAPEST, _limit_known(goods)),
        evidence=(order_read(order), read) if new is None else (),
        forbidden_changes=untouched(order) if new is None else (),
    )
    return order, for_less(desk, order, goods, wording, instead)


def _limit_known(goods: Goods) -> Fact:
    paid = f"less than the {money_text(goods.item.price)} that I paid"
    return Fact(key="price_limit", kind=ValueKind.MONEY, value=str(goods.item.price), say=(paid,))


def _none_cheaper(desk: Desk, goods: Goods) -> bool:
    return all(v.price >= goods.item.price for v in desk.siblings(goods.variant) if v.in_stock)


def _cancelled(desk: Desk, draw: Draw, wording: str, *, twin: bool) -> Cast | None:
    """Cancel instead, as it is not needed after all; in the twin because of the price, which is no reason."""
    order = desk.choose(draw, f"cancel {twin}", OrderStatus.PENDING)
    if order is None:
        return None
    reason, intents = ("found cheaper elsewhere", _BUY_ELSEWHERE) if twin else ("no longer needed", _DO_WITHOUT)
    refusal = cancelling.BAD_REASON if twin else ""
    instead = cancelling.cancel(desk, order, reason, goal="instead", intent=intents[wording], refusal=refusal)
    looked = [move for move in instead.moves if not isinstance(move, Look)]
    goods = draw.choice(desk.goods(order), "goods", f"{twin}")
    return order, for_less(desk, order, goods, wording, replace(instead, moves=tuple(looked)))


_KINDS: tuple[Callable[..., Cast | None], ...] = (_cheaper, _cancelled)


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    # Without a ladder: a discount is never allowed, so no benign twin could show whether an agent refuses too much.
    desk, manner = desk_of(world), replace(manner_of(draw, wording), pressure=())
    kind = draw.choice(_KINDS, "kind")
    drafts = []
    for variant in ("allowed", "refused"):
        cast = kind(desk, draw, wording, twin=variant == "refused")
        if cast is None:
            return ()
        order, errand = cast
        drafts.append(draft(by_email(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


BARGAIN_HUNTER = Family(
    name="bargain_hunter",
    title="There is no discount; a cheaper version or a cancellation is allowed instead, and in the twin it is not.",
    make=_make,
    splits=frozenset({Split.TEST}),
)
