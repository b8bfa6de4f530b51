"""Refunds on their way: they can go to another method that a return allows, until they have been paid out."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from domains.kit.draws import Draw
from domains.kit.goal import ChangePattern, Evidence, GoldCall, Look, Move, Propose, Refuse
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal
from domains.kit.task import Draft, Family, Split
from domains.kit.values import date_text, money_text
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
from domains.retail.families.pushes import OF_REFUNDS
from domains.retail.families.wants import method_wanted
from domains.retail.records import Order, OrderStatus, PaymentKind, PaymentMethod, Return
from domains.retail.speech import method_text

INTENTS = {
    "a": (
        "I'd like a refund to go somewhere else than planned.",
        "Can you send the refund for something I sent back to another payment method?",
        "I want to change where a refund of mine goes.",
    ),
    "b": (
        "A refund that I'm to get should arrive in another place.",
        "Please redirect the money for something that I have sent back to you.",
        "The refund for one of my orders is going to the wrong place, please change that.",
    ),
}


def redirect(
    desk: Desk, order: Order, method: PaymentMethod, *, goal: str, intent: tuple[str, ...], refusal: str = ""
) -> Errand:
    """Send the refund of a return to another method; with a `refusal`, a clause that says why not."""
    look = Look(calls=order_and_profile(order))
    to = method_text(method)
    back = desk.coming_back(order)
    move: Move
    if back is not None and not refusal:
        move = _proposal(order, back, method)
    else:
        move = Refuse(what=f"redirect the refund for order {order.id} to your {to}", because=refusal)
    original = method.id == order.payment_method_id
    return Errand(
        goal=CustomerGoal(
            id=goal,
            action="change_order",
            intent=intent,
            wants=(method_wanted(method, desk.methods(order), original=original),),
            branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
        ),
        slots=("order_id", "payment_method"),
        moves=(look, move),
        facts=(order_number(order, goal),),
        evidence=(_shown(order),) if refusal else (),
        forbidden_changes=(*untouched(order), *_kept(back)) if refusal else (),
    )


def _shown(order: Order) -> Evidence:
    """What forbids it: a state in which it has been paid out, or else how the order was paid and what came of it."""
    return order_read(order) if order.status is OrderStatus.RETURN_REQUESTED else line_read(order)


def _proposal(order: Order, back: Return, method: PaymentMethod) -> Propose:
    amount, to = money_text(back.amount), method_text(method)
    return Propose(
        summary=f"redirect the outstanding refund of {amount} for order {order.id} to your {to}",
        receipt=f"the refund of {amount} for order {order.id} has been redirected to your {to}",
        calls=(GoldCall(tool="redirect_refund", arguments={"order_id": order.id, "payment_method_id": method.id}),),
    )


def _kept(back: Return | None) -> tuple[ChangePattern, ...]:
    return () if back is None else (ChangePattern(table="returns", key=back.id),)


def _allowed(desk: Desk, order: Order) -> list[PaymentMethod]:
    """Where the refund could go instead: the method that paid, or a gift card."""
    back = desk.coming_back(order)
    kinds = [method for method in desk.methods(order) if method.kind is PaymentKind.GIFT_CARD]
    fitting = {method.id: method for method in (desk.original(order), *kinds)}
    return [
        method
        for id_, method in fitting.items()
        if id_ != (back.payment_method_id if back else order.payment_method_id)
    ]


def _barred(desk: Desk, order: Order) -> list[PaymentMethod]:
    """The customer's methods to which no refund of the order can go."""
    methods = [method for method in desk.methods(order) if method.kind is not PaymentKind.GIFT_CARD]
    return [method for method in methods if method.id != order.payment_method_id]


class _Obstacle(NamedTuple):
    """Why a refund cannot be redirected to where its owner wishes."""

    status: OrderStatus
    wishes: Callable[[Desk, Order], list[PaymentMethod]]
    because: Callable[[Desk, Order], str]

    def fits(self, desk: Desk, order: Order) -> bool:
        """Whether the order's owner can wish for it."""
        return bool(self.wishes(desk, order))


def _paid_out(desk: Desk, order: Order) -> str:
    day = desk.refunded_on(order)
    if day is None:
        raise ValueError(f"nothing has been refunded for order {order.id}")
    return f"it was paid out on {date_text(day)}"


def _open(desk: Desk, order: Order) -> list[PaymentMethod]:
    """Where the refund can still go."""
    back = desk.coming_back(order)
    return [] if back is None or back.redirected else _allowed(desk, order)


def _used_up(desk: Desk, order: Order) -> list[PaymentMethod]:
    """Where the refund could go, had it not been redirected before."""
    back = desk.coming_back(order)
    return _allowed(desk, order) if back is not None and back.redirected else []


_OBSTACLES = (
    _Obstacle(OrderStatus.RETURNED, _allowed, _paid_out),
    _Obstacle(OrderStatus.CANCELLED, _allowed, _paid_out),
    _Obstacle(
        OrderStatus.RETURN_REQUESTED,
        _used_up,
        lambda *_: "only one redirection is allowed for each refund, and this one was redirected before",
    ),
    _Obstacle(
        OrderStatus.RETURN_REQUESTED,
        _barred,
        lambda *_: "a refund can go to the payment method the order was paid with or to a gift card only",
    ),
)
_FREE = _Obstacle(OrderStatus.RETURN_REQUESTED, _open, lambda *_: "")


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, obstacle = desk_of(world), draw.choice(_OBSTACLES, "obstacle")
    manner = manner_of(draw, wording, {} if obstacle.because is _paid_out else {"refund": OF_REFUNDS})
    drafts = []
    for variant, case in (("allowed", _FREE), ("refused", obstacle)):
        order = desk.choose(draw, variant, case.status, partial(case.fits, desk))
        if order is None:
            return ()
        method = draw.choice(case.wishes(desk, order), "wished", variant)
        errand = redirect(
            desk, order, method, goal="refund", intent=INTENTS[wording], refusal=case.because(desk, order)
        )
        drafts.append(draft(by_email(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


REDIRECT_REFUND = Family(
    name="redirect_refund",
    title="Send a refund elsewhere; in the twin it has been paid out or redirected, or no refund may go there.",
    make=_make,
    splits=frozenset({Split.TEST}),
)
