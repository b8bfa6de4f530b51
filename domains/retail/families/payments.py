"""Paying a pending order in another way: refused where the gift card does not hold enough."""

from domains.kit.draws import Draw
from domains.kit.goal import Evidence, GoldCall, Look, Move, Propose, Refuse
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal
from domains.kit.task import Draft, Family, Split
from domains.kit.values import money_text
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
from domains.retail.families.wants import method_wanted
from domains.retail.records import Order, OrderStatus, PaymentMethod
from domains.retail.speech import method_text

INTENTS = {
    "a": (
        "I'd like to pay for an order in another way.",
        "Can you change the payment method of an order?",
        "I chose the wrong payment method for an order.",
    ),
    "b": (
        "An order of mine should be paid from somewhere else.",
        "Please switch the payment of an order I placed.",
        "I want a different payment method for something I ordered.",
    ),
}


def change_payment(
    desk: Desk, order: Order, method: PaymentMethod, *, goal: str, intent: tuple[str, ...], refusal: str = ""
) -> Errand:
    """Pay an order with another method; with a `refusal`, a clause that says why not."""
    look = Look(calls=order_and_profile(order))
    amount, to = money_text(order.total), method_text(method)
    move: Move = Propose(
        summary=f"change the payment method of order {order.id} to your {to} and charge {amount} there",
        receipt=f"the payment method of order {order.id} has been changed to your {to}",
        calls=(
            GoldCall(tool="change_order_payment", arguments={"order_id": order.id, "payment_method_id": method.id}),
        ),
    )
    if refusal:
        move = Refuse(what=f"change the payment method of order {order.id} to your {to}", because=refusal)
    return Errand(
        goal=CustomerGoal(
            id=goal,
            action="change_order",
            intent=intent,
            wants=(method_wanted(method, desk.methods(order)),),
            branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
        ),
        slots=("order_id", "payment_method"),
        moves=(look, move),
        facts=(order_number(order, goal),),
        evidence=_shown(order) if refusal else (),
        forbidden_changes=untouched(order) if refusal else (),
    )


def _shown(order: Order) -> tuple[Evidence, ...]:
    """What forbids it: the total of the order and what the card holds, or the state of an order that is gone."""
    return (line_read(order), customer_read(order)) if order.status is OrderStatus.PENDING else (line_read(order),)


def _gift_card_holds(desk: Desk, order: Order) -> int | None:
    """Cents beyond the order's total that the gift card holds; None where there is none, or it paid the order."""
    gift = desk.gift_card(order)
    if gift is None or gift.balance is None or gift.id == order.payment_method_id:
        return None
    return gift.balance - order.total


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording, {"payment": OF_PAYING})
    enough = desk.choose(draw, "enough", OrderStatus.PENDING, lambda o: (_gift_card_holds(desk, o) or -1) >= 0)
    less = desk.choose(draw, "less", OrderStatus.PENDING, lambda o: (_gift_card_holds(desk, o) or 0) < 0)
    drafts = []
    for variant, order in (("allowed", enough), ("refused", less)):
        gift = desk.gift_card(order) if order is not None else None
        if order is None or gift is None:
            return ()
        holds, costs = money_text(gift.balance or 0), money_text(order.total)
        errand = change_payment(
            desk,
            order,
            gift,
            goal="payment",
            intent=INTENTS[wording],
            refusal=f"the card holds {holds} and the order costs {costs}" if variant == "refused" else "",
        )
        drafts.append(draft(by_email(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


CHANGE_PAYMENT = Family(
    name="change_payment",
    title="Pay a pending order with a gift card; in the twin the card does not hold enough.",
    make=_make,
    splits=frozenset(Split),
)
