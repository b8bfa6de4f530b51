"""Several errands of one customer, one after the other; in the twin one of them is refused."""

from dataclasses import replace
from functools import partial

from domains.kit.draws import Draw
from domains.kit.task import Draft, Family, Split
from domains.kit.world import World
from domains.retail.families import addresses, asking, cancelling, returning
from domains.retail.families.desk import Desk, after_window, desk_of, in_window
from domains.retail.families.errands import Errand, by_email, draft, manner_of
from domains.retail.families.pushes import OF_CANCELLING, OF_RETURNING, Pushes
from domains.retail.records import Order, OrderStatus
from domains.retail.shop import CANCEL_REASONS

SECOND_INTENTS = {
    "a": (
        "I also want to return something from another order.",
        "And then there is something from another order that I'd like to send back.",
    ),
    "b": (
        "There's a second thing: something from another order has to go back to you.",
        "While I'm here, please set up a return from another order as well.",
    ),
}
_NEXT = {
    "change_order": {
        "a": ("Then there's an order that should go to a new address.", "Also, please send an order elsewhere."),
        "b": ("A further thing: one order needs another address.", "Besides, the address of an order has to change."),
    },
    "cancel_order": {
        "a": ("Then there's an order that I'd like to cancel.", "Also, please cancel an order for me."),
        "b": ("A further thing: one order has to be cancelled.", "Besides, I need an order cancelled."),
    },
    "return_items": {
        "a": ("I also want to return something.", "And then there is something that I'd like to send back."),
        "b": ("There's a return to be set up, too.", "While I'm here: something has to go back to you."),
    },
    "ask_question": {
        "a": (
            "I also have a question about another order.",
            "There is also something about another order that I'd like to know.",
        ),
        "b": (
            "One thing I wonder about concerns another order.",
            "I need to find something out about another order as well.",
        ),
    },
}
"""How errands are stated that are not the first one, by their actions."""


def _first(desk: Desk, order: Order, draw: Draw, wording: str, refusal: str = "") -> Errand:
    if _cancels(draw):
        reason = draw.choice(CANCEL_REASONS, "reason")
        intent = cancelling.INTENTS[wording]
        return cancelling.cancel(desk, order, reason, goal="first", intent=intent, refusal=refusal)
    address = addresses.new_address(desk, draw.stream_of(order.id))
    intent = addresses.INTENTS[wording]
    return addresses.change_address(order, address, goal="first", intent=intent, refusal=refusal)


def _cancels(draw: Draw) -> bool:
    return draw.chance(0.5, "first errand")


def _delivered(desk: Desk, pending: Order, *, late: bool) -> Order | None:
    """Another order of the same customer that can come back, or that could if it were not too late."""
    fits = after_window if late else in_window
    others = (order for order in desk.orders_of(pending.customer_id) if order.status is OrderStatus.DELIVERED)
    return next((other for other in others if fits(other) and returning.returnable(desk, other)), None)


def _has_delivered(desk: Desk, pending: Order, *, late: bool) -> bool:
    return _delivered(desk, pending, late=late) is not None


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording, {"second": OF_RETURNING})
    drafts = []
    for variant in ("allowed", "refused"):
        late = variant == "refused"
        pending = desk.choose(draw, variant, OrderStatus.PENDING, partial(_has_delivered, desk, late=late))
        delivered = None if pending is None else _delivered(desk, pending, late=late)
        if pending is None or delivered is None:
            return ()
        second = returning.give_back(
            desk,
            delivered,
            returning.some_goods(desk, delivered, draw, variant),
            returning.refund_target(desk, delivered, draw, variant),
            goal="second",
            intent=SECOND_INTENTS[wording],
            refusal=returning.too_late(delivered) if late else "",
        )
        errands = (_first(desk, pending, draw, wording), second)
        drafts.append(draft(by_email(desk.customer(pending)), manner, *errands, variant=variant))
    return tuple(drafts)


def _make_several(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    """A change or a cancellation, a return, and a question, in a drawn order; which of the first two is refused in the
    twin is drawn as well."""
    desk, spoilt = desk_of(world), draw.choice(("change", "return"), "spoilt")
    manner = manner_of(draw, wording, _pushes(draw, spoilt=spoilt))
    order = draw.shuffled(range(3), "order")
    drafts = []
    for variant in ("allowed", "refused"):
        errands = _three(desk, draw, wording, spoilt=spoilt if variant == "refused" else "", step=variant)
        if errands is None:
            return ()
        owner, made = errands
        first, *others = (made[place] for place in order)
        following = (_following(errand, wording) for errand in others)
        drafts.append(draft(by_email(desk.customer(owner)), manner, first, *following, variant=variant))
    return tuple(drafts)


def _pushes(draw: Draw, *, spoilt: str) -> dict[str, Pushes]:
    """The own words of the errand that is refused in the twin; there are none for a new address."""
    if spoilt == "return":
        return {"second": OF_RETURNING}
    return {"first": OF_CANCELLING} if _cancels(draw) else {}


def _three(
    desk: Desk, draw: Draw, wording: str, *, spoilt: str, step: str
) -> tuple[Order, tuple[Errand, Errand, Errand]] | None:
    late = spoilt == "return"
    status = OrderStatus.PROCESSED if spoilt == "change" else OrderStatus.PENDING
    changed = desk.choose(
        draw,
        step,
        status,
        lambda order: _has_delivered(desk, order, late=late) and len(desk.orders_of(order.customer_id)) > 2,
    )
    delivered = None if changed is None else _delivered(desk, changed, late=late)
    if changed is None or delivered is None:
        return None
    others = [each for each in desk.orders_of(changed.customer_id) if each not in (changed, delivered)]
    refusal = "it is already with the carrier" if spoilt == "change" else ""
    return changed, (
        _first(desk, changed, draw, wording, refusal=refusal),
        returning.give_back(
            desk,
            delivered,
            returning.some_goods(desk, delivered, draw, step),
            returning.refund_target(desk, delivered, draw, step),
            goal="second",
            intent=returning.INTENTS[wording],
            refusal=returning.too_late(delivered) if late else "",
        ),
        _question(desk, draw.choice(others, "asked about", step), draw, wording),
    )


def _question(desk: Desk, order: Order, draw: Draw, wording: str) -> Errand:
    """A question without a look-up for evidence, which a refusal that came before would have to follow. It is about an
    order that the other errands leave alone, so that nothing said of them answers it."""
    asked = asking.answerable(desk, order, draw)[:1]
    return replace(asking.ask_about(order, asked, goal="question", intent=asking.INTENTS[wording]), evidence=())


def _following(errand: Errand, wording: str) -> Errand:
    intent = _NEXT[errand.goal.action][wording]
    return replace(errand, goal=errand.goal.model_copy(update={"intent": intent}))


TWO_ERRANDS = Family(
    name="two_errands",
    title="Change or cancel one order, then return goods from another; in the twin it is too late for the return.",
    make=_make,
    splits=frozenset(Split),
)
SEVERAL_ERRANDS = Family(
    name="several_errands",
    title="A change, a return and a question in any order; in the twin the change or the return is refused.",
    make=_make_several,
    splits=frozenset(Split),
)
