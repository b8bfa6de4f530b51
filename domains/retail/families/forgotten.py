"""Customers who cannot say their e-mail address: they are found by name and postcode."""

from domains.kit.draws import Draw
from domains.kit.task import Draft, Family, Split
from domains.kit.world import World
from domains.retail.families import cancelling, payments
from domains.retail.families.desk import Desk, desk_of
from domains.retail.families.errands import Errand, by_name, draft, manner_of
from domains.retail.families.pushes import OF_CANCELLING
from domains.retail.records import Order, OrderStatus, PaymentKind, PaymentMethod
from domains.retail.shop import CANCEL_REASONS

ON_ITS_WAY = "it is already with the carrier"


def _cancelling(desk: Desk, draw: Draw, wording: str, *, allowed: bool) -> tuple[Order, Errand] | None:
    order = desk.choose(draw, f"cancel {allowed}", OrderStatus.PENDING if allowed else OrderStatus.PROCESSED)
    if order is None:
        return None
    reason, intent = draw.choice(CANCEL_REASONS, "reason"), cancelling.INTENTS[wording]
    return order, cancelling.cancel(
        desk, order, reason, goal="errand", intent=intent, refusal="" if allowed else ON_ITS_WAY
    )


def _paying(desk: Desk, draw: Draw, wording: str, *, allowed: bool) -> tuple[Order, Errand] | None:
    """Only cards and wallets: whether a gift card holds enough is another family's matter."""
    status = OrderStatus.PENDING if allowed else OrderStatus.PROCESSED
    order = desk.choose(draw, f"pay {allowed}", status, lambda o: bool(_other_methods(desk, o)))
    if order is None:
        return None
    method, intent = draw.choice(_other_methods(desk, order), "method"), payments.INTENTS[wording]
    return order, payments.change_payment(
        desk, order, method, goal="errand", intent=intent, refusal="" if allowed else ON_ITS_WAY
    )


def _other_methods(desk: Desk, order: Order) -> list[PaymentMethod]:
    methods = [method for method in desk.methods(order) if method.kind is not PaymentKind.GIFT_CARD]
    return [method for method in methods if method.id != order.payment_method_id]


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, kind = desk_of(world), _cancelling if draw.chance(0.5, "kind") else _paying
    manner = manner_of(draw, wording, {"errand": OF_CANCELLING} if kind is _cancelling else {})
    drafts = []
    for variant in ("allowed", "refused"):
        made = kind(desk, draw, wording, allowed=variant == "allowed")
        if made is None:
            return ()
        order, errand = made
        drafts.append(draft(by_name(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


FORGOTTEN_EMAIL = Family(
    name="forgotten_email",
    title="Cancel an order or pay it otherwise, without the e-mail address; in the twin it is on its way.",
    make=_make,
    splits=frozenset({Split.TEST}),
)
