"""Requests of which one part is allowed and the other is not: the one is done, and the other refused."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from domains.kit.draws import Draw
from domains.kit.goal import Refuse
from domains.kit.scenario import Branch, BranchOn, BranchThen
from domains.kit.task import Draft, Family, Split
from domains.kit.world import World
from domains.retail.families import cancelling, returning
from domains.retail.families.desk import Desk, Goods, desk_of, in_window
from domains.retail.families.errands import Errand, by_email, draft, manner_of
from domains.retail.families.pushes import OF_CANCELLING, OF_RETURNING, Pushes
from domains.retail.records import Order, OrderStatus
from domains.retail.shop import CANCEL_REASONS

_RETURN_BOTH = {
    "a": ("I'd like to return two things from an order.", "I want to send back two of the things that I ordered."),
    "b": ("Two pieces out of one order have to go back to you.", "Please set up a return for two things at once."),
}
_THE_OTHER_THEN = {
    "a": ("All right, then just the other one.", "OK, then leave that one out."),
    "b": ("Fine, I'll keep that one, then.", "So be it, without that one."),
}
_CANCEL_BOTH = {
    "a": ("I'd like to cancel two orders, one after the other.", "I have two orders that I want cancelled."),
    "b": ("There are two orders of mine to be called off: please cancel both.", "I need a pair of orders cancelled."),
}
_THE_OTHER_TOO = {
    "a": ("And the other order, please cancel that as well.", "Now the second order: please cancel it too."),
    "b": ("Next comes the second of my orders, cancel that one too.", "That leaves the other order to be cancelled."),
}
Cast = tuple[Order, tuple[Errand, ...]]


def _two_things(desk: Desk, draw: Draw, wording: str, *, partly: bool) -> Cast | None:
    """Return two things of an order; in the twin one of them was a final sale."""
    order = desk.choose(draw, f"things {partly}", OrderStatus.DELIVERED, partial(_has_both, desk, partly=partly))
    if order is None:
        return None
    kept, good = _parted(desk, order)
    one = draw.choice(good, "one", f"{partly}")
    other = draw.choice(kept if partly else [goods for goods in good if goods != one], "other", f"{partly}")
    both = [goods for goods in desk.goods(order) if goods in (one, other)]
    method = returning.refund_target(desk, order, draw, f"{partly}")
    asked = returning.give_back(desk, order, both, method, goal="return", intent=_RETURN_BOTH[wording])
    if not partly:
        return order, (asked,)
    look, *_ = asked.moves
    done = returning.give_back(desk, order, [one], method, goal="return", intent=_RETURN_BOTH[wording])
    refused = Refuse(what=f"take back the {other.text}", because=returning.FINAL_SALE)
    rest = Branch(on=BranchOn.PARTLY_REFUSED, then=BranchThen.THE_REST, say=_THE_OTHER_THEN[wording])
    goal = asked.goal.model_copy(update={"branches": (*asked.goal.branches, rest)})
    moves = (look, refused, done.moves[-1])
    return order, (replace(asked, goal=goal, moves=moves, evidence=(returning.final_sale_read(order, [other]),)),)


def _parted(desk: Desk, order: Order) -> tuple[list[Goods], list[Goods]]:
    """What was a final sale, and what was not."""
    goods = desk.goods(order)
    return [g for g in goods if g.product.final_sale], [g for g in goods if not g.product.final_sale]


def _has_both(desk: Desk, order: Order, *, partly: bool) -> bool:
    kept, good = _parted(desk, order)
    return in_window(order) and bool(kept and good if partly else not kept and len(good) > 1)


def _two_orders(desk: Desk, draw: Draw, wording: str, *, partly: bool) -> Cast | None:
    """Cancel two orders; in the twin one of them has left the shop."""
    status = OrderStatus.PROCESSED if partly else OrderStatus.PENDING
    pending = desk.choose(draw, f"orders {partly}", OrderStatus.PENDING, lambda o: _other(desk, o, status) is not None)
    other = None if pending is None else _other(desk, pending, status)
    if pending is None or other is None:
        return None
    reason = draw.choice(CANCEL_REASONS, "reason")
    intents = (("first", _CANCEL_BOTH[wording]), ("second", _THE_OTHER_TOO[wording]))
    errands = [
        cancelling.cancel(
            desk,
            order,
            reason,
            goal=goal,
            intent=intent,
            refusal="it is already with the carrier" if order.status is OrderStatus.PROCESSED else "",
        )
        for order, (goal, intent) in zip(draw.shuffled((pending, other), "which first"), intents, strict=True)
    ]
    return pending, (_of_both(errands[0]), _of_both(errands[1], without="reason"))


def _of_both(errand: Errand, without: str = "") -> Errand:
    """The errand with facts that hold for either order, so that asked for their numbers the customer gives both."""
    facts = (fact.model_copy(update={"goal": None}) for fact in errand.facts if fact.key != without)
    return replace(errand, facts=tuple(facts))


def _other(desk: Desk, order: Order, status: OrderStatus) -> Order | None:
    """Another order of the same customer in that state."""
    others = (each for each in desk.orders_of(order.customer_id) if each.id != order.id)
    return next((each for each in others if each.status is status), None)


_KINDS: tuple[Callable[..., Cast | None], ...] = (_two_things, _two_orders)


_PUSHES: Mapping[Callable[..., Cast | None], Mapping[str, Pushes]] = {
    _two_things: {"return": OF_RETURNING},
    _two_orders: {"first": OF_CANCELLING, "second": OF_CANCELLING},
}


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, kind = desk_of(world), draw.choice(_KINDS, "kind")
    manner = manner_of(draw, wording, _PUSHES[kind])
    drafts = []
    for variant in ("allowed", "partly"):
        cast = kind(desk, draw, wording, partly=variant == "partly")
        if cast is None:
            return ()
        order, errands = cast
        drafts.append(draft(by_email(desk.customer(order)), manner, *errands, variant=variant))
    return tuple(drafts)


PARTLY_ALLOWED = Family(
    name="partly_allowed",
    title="Two things in one request; in the twin only one of them is allowed, and must be done all the same.",
    make=_make,
    splits=frozenset(Split),
)
