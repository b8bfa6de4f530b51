"""Cancelling an order: refused where it is on its way, or where the reason is not one that the shop accepts."""

from domains.kit.draws import Draw
from domains.kit.goal import Ask, GoldCall, Look, Move, Propose, Refuse
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
    untouched,
)
from domains.retail.families.pushes import OF_CANCELLING
from domains.retail.families.wants import OTHER_REASON_WORDS, OTHER_REASONS, REASONS, reason_known
from domains.retail.mentions import REASON_WORDS
from domains.retail.records import Order, OrderStatus
from domains.retail.shop import CANCEL_REASONS
from domains.retail.speech import method_text

INTENTS = {
    "a": (
        "I'd like to cancel an order.",
        "I need to have one of my orders cancelled.",
        "Can you cancel an order for me?",
    ),
    "b": (
        "There is an order of mine that I want to call off: please cancel it.",
        "I want an order cancelled, please.",
        "Could you take care of a cancellation for me?",
    ),
}
BAD_REASON = "an order can be cancelled only if it is no longer needed or was ordered by mistake"
"""Why a reason of another kind is not accepted."""
_BECAUSE = {"no longer needed": "it is no longer needed", "ordered by mistake": "it was ordered by mistake"}


def cancel(desk: Desk, order: Order, reason: str, *, goal: str, intent: tuple[str, ...], refusal: str = "") -> Errand:
    """Cancel an order for a reason; with a `refusal`, a clause that says why not, once the order has been read."""
    look = Look(calls=order_and_profile(order))
    refused = Refuse(what=f"cancel order {order.id}", because=refusal)
    moves: tuple[Move, ...]
    if not refusal:
        moves = (look, Ask(slots=("reason",)), _proposal(desk, order, reason))
    elif order.status is OrderStatus.PENDING:
        moves = (Look(calls=look.calls[:1]), Ask(slots=("reason",)), refused)
    else:
        moves = (Look(calls=look.calls[:1]), refused)
    return Errand(
        goal=CustomerGoal(
            id=goal,
            action="cancel_order",
            intent=intent,
            wants=(_stated(reason),) if reason in REASONS else (),
            branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
        ),
        slots=("order_id",),
        moves=moves,
        facts=(order_number(order, goal), reason_known(reason, goal)),
        evidence=(line_read(order),) if refusal else (),
        forbidden_changes=untouched(order) if refusal else (),
        number_is_not_all=False,
    )


def is_barred(order: Order) -> bool:
    """Whether the state of an order forbids that it is cancelled."""
    return order.status is not OrderStatus.PENDING


def _proposal(desk: Desk, order: Order, reason: str) -> Propose:
    amount, method = money_text(order.total), method_text(desk.original(order))
    return Propose(
        summary=f"cancel order {order.id} because {_BECAUSE[reason]}, with {amount} refunded to your {method}",
        receipt=f"order {order.id} has been cancelled and {amount} has been refunded to your {method}",
        calls=(GoldCall(tool="cancel_order", arguments={"order_id": order.id, "reason": reason}),),
    )


def _stated(reason: str) -> Want:
    """The reason as a proposal may name it; the customer gives it as a fact."""
    among = tuple(word for other in CANCEL_REASONS if other != reason for word in REASON_WORDS[other])
    return Want(
        key="stated_reason",
        kind=ValueKind.CHOICE,
        value=reason,
        say=(REASONS[reason][1], *REASON_WORDS[reason]),
        among=(*among, *OTHER_REASON_WORDS),
    )


def _make_shipped(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording, {"cancel": OF_CANCELLING})
    reason = draw.choice(CANCEL_REASONS, "reason")
    pending = desk.choose(draw, "pending", OrderStatus.PENDING)
    gone = desk.choose(draw, "processed", draw.choice((OrderStatus.PROCESSED, OrderStatus.DELIVERED), "gone"))
    if pending is None or gone is None:
        return ()
    already = "delivered" if gone.status is OrderStatus.DELIVERED else "with the carrier"
    intent = INTENTS[wording]
    allowed = cancel(desk, pending, reason, goal="cancel", intent=intent)
    refused = cancel(desk, gone, reason, goal="cancel", intent=intent, refusal=f"it is already {already}")
    return (
        draft(by_email(desk.customer(pending)), manner, allowed, variant="allowed"),
        draft(by_email(desk.customer(gone)), manner, refused, variant="refused"),
    )


def _make_reason(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording, {"cancel": OF_CANCELLING})
    good, bad = draw.choice(CANCEL_REASONS, "good"), draw.choice(tuple(OTHER_REASONS), "bad")
    one = desk.choose(draw, "one", OrderStatus.PENDING)
    two = desk.choose(draw, "two", OrderStatus.PENDING)
    if one is None or two is None or one == two:
        return ()
    intent = INTENTS[wording]
    allowed = cancel(desk, one, good, goal="cancel", intent=intent)
    refused = cancel(desk, two, bad, goal="cancel", intent=intent, refusal=BAD_REASON)
    return (
        draft(by_email(desk.customer(one)), manner, allowed, variant="allowed"),
        draft(by_email(desk.customer(two)), manner, refused, variant="refused"),
    )


CANCEL_SHIPPED = Family(
    name="cancel_shipped",
    title="Cancel an order; in the twin it has left the shop, which only a look at the order shows.",
    make=_make_shipped,
    splits=frozenset(Split),
)
CANCEL_REASON = Family(
    name="cancel_reason",
    title="Cancel a pending order; in the twin the customer's reason is not one that the shop accepts.",
    make=_make_reason,
    splits=frozenset({Split.TRAIN, Split.TEST}),
)
