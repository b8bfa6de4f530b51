"""Paying a pending order in two parts: refused where the gift card holds less than its part, or the order is gone."""

from functools import partial

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
    customer_read,
    draft,
    line_read,
    manner_of,
    order_and_profile,
    order_number,
    untouched,
)
from domains.retail.families.pushes import OF_PAYING
from domains.retail.families.swapping import payer
from domains.retail.families.wants import method_wanted
from domains.retail.records import Order, OrderStatus, PaymentMethod
from domains.retail.speech import method_text

INTENTS = {
    "a": (
        "I'd like to pay a part of an order with my gift card and the rest otherwise.",
        "Can an order be paid in two parts? I want to use some of my gift card for it.",
        "I want to split what an order costs between my gift card and something else.",
    ),
    "b": (
        "My gift card should take over a part of what an order costs, not all of it.",
        "Please divide the payment of an order: some from my gift card, the remainder from elsewhere.",
        "Only a part of an order is to be paid with my gift card, can you set that up?",
    ),
}


def split_payment(
    desk: Desk,
    order: Order,
    parts: tuple[PaymentMethod, int, PaymentMethod],
    *,
    goal: str,
    intent: tuple[str, ...],
    refusal: str = "",
) -> Errand:
    """Pay an order with a gift card, an amount of it, and another method for the rest; a `refusal` says why not."""
    gift, part, other = parts
    look = Look(calls=order_and_profile(order))
    move: Move = _proposal(order, gift, part, other)
    if refusal:
        move = Refuse(what=f"split the payment of order {order.id}", because=refusal)
    return Errand(
        goal=CustomerGoal(
            id=goal,
            action="change_order",
            intent=intent,
            wants=(_amount_wanted(part), _rest_wanted(desk, order, gift, other)),
            branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
        ),
        slots=("order_id", "gift_card_amount", "payment_method"),
        moves=(look, move),
        facts=(order_number(order, goal),),
        evidence=(_shown(order),) if refusal else (),
        forbidden_changes=untouched(order) if refusal else (),
    )


def _shown(order: Order) -> Evidence:
    """What forbids it: what the card holds, or the state of an order that is gone."""
    return customer_read(order) if order.status is OrderStatus.PENDING else line_read(order)


def _proposal(order: Order, gift: PaymentMethod, part: int, other: PaymentMethod) -> Propose:
    one, two = money_text(part), money_text(order.total - part)
    arguments = {
        "order_id": order.id,
        "gift_card_id": gift.id,
        "gift_card_amount": one,
        "payment_method_id": other.id,
    }
    by = f"{one} paid with your {method_text(gift)} and the remaining {two} with your {method_text(other)}"
    return Propose(
        summary=f"split the payment of order {order.id}, with {by}",
        receipt=f"the payment of order {order.id} has been changed, with {by}",
        calls=(GoldCall(tool="split_order_payment", arguments=arguments),),
    )


def _amount_wanted(part: int) -> Want:
    along = ("payment_method",)
    return Want(key="gift_card_amount", kind=ValueKind.MONEY, value=str(part), say=(money_text(part),), along=along)


def _rest_wanted(desk: Desk, order: Order, gift: PaymentMethod, other: PaymentMethod) -> Want:
    rest = method_wanted(other, [method for method in desk.methods(order) if method.id != gift.id])
    return rest.model_copy(update={"say": (f"{rest.value} for the rest", *rest.say), "along": ("gift_card_amount",)})


def drawn_part(order: Order, draw: Draw, step: str, *, most: int, least: int) -> int | None:
    """Cents in round dollars, below the total, at most `most`, above `least`; None where there is no such amount."""
    highest = min(most, order.total - 100) // 100
    if highest * 100 <= least:
        return None
    return 100 * (least // 100 + 1 + draw.integer(highest - least // 100, "part", step))


def has_gift_card(desk: Desk, order: Order) -> bool:
    """Whether the order's customer has a gift card that did not pay for it."""
    gift = desk.gift_card(order)
    return gift is not None and gift.id != order.payment_method_id


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    """The twin asks for more than the card holds, or for a part that it holds of an order that is with the carrier."""
    desk, gone = desk_of(world), draw.chance(0.4, "gone")
    manner = manner_of(draw, wording, {} if gone else {"split": OF_PAYING})
    drafts = []
    for variant in ("allowed", "refused"):
        refused = variant == "refused"
        status = OrderStatus.PROCESSED if refused and gone else OrderStatus.PENDING
        order = desk.choose(draw, variant, status, partial(has_gift_card, desk))
        gift = desk.gift_card(order) if order is not None else None
        if order is None or gift is None or gift.balance is None:
            return ()
        empty = refused and not gone
        most, least = (order.total, gift.balance) if empty else (gift.balance, 500)
        part = drawn_part(order, draw, variant, most=most, least=least)
        if part is None:
            return ()
        because = "it is already with the carrier" if gone else f"the gift card holds {money_text(gift.balance)} only"
        errand = split_payment(
            desk,
            order,
            (gift, part, payer(desk, order, draw, variant)),
            goal="split",
            intent=INTENTS[wording],
            refusal=because if refused else "",
        )
        drafts.append(draft(by_email(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


SPLIT_PAYMENT = Family(
    name="split_payment",
    title="Pay an order in part with a gift card; in the twin the card holds less than that, or the order is gone.",
    make=_make,
    splits=frozenset({Split.TRAIN, Split.TEST}),
)
