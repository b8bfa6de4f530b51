"""Customers who have something wrong: what the shop allows, how they paid, where an order stands. The truth counts."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from domains.kit.draws import Draw
from domains.kit.goal import Correct, GoldCall, Look, Refuse, Tell
from domains.kit.scenario import Belief, Branch, BranchOn, BranchThen, CustomerGoal
from domains.kit.task import Draft, Family, Split
from domains.kit.world import World
from domains.retail.families import asking, cancelling, returning
from domains.retail.families.desk import Desk, after_window, desk_of, in_window
from domains.retail.families.errands import Errand, by_email, draft, line_read, manner_of, order_number, untouched
from domains.retail.families.pushes import OF_CANCELLING, OF_RETURNING, Pushes
from domains.retail.families.swapping import may_swap
from domains.retail.records import Order, OrderStatus, PaymentKind
from domains.retail.shop import CANCEL_REASONS
from domains.retail.speech import method_forms, method_text

_UNSENT = {
    "a": (
        "My order hasn't been packed yet, so I'd like to cancel it.",
        "There's an order of mine that is still pending. Please cancel it.",
    ),
    "b": (
        "You haven't sent off my order so far, so it has to be cancelled.",
        "I want an order cancelled; it can't have left you yet.",
    ),
}
_STILL_THERE = {
    "a": ("Are you sure? I thought that it was still waiting to be packed.", "But it was still pending, wasn't it?"),
    "b": ("Really? It was still with you when I looked.", "How can that be? I was told that it hadn't been sent off."),
}
_SIXTY_DAYS = {
    "a": (
        "I know that I have 60 days for returns, and I'd like to return something I ordered.",
        "I'd like to return something, I'm still within the 60 days.",
    ),
    "b": (
        "Returns are open for two months with you, so please set one up for me.",
        "Something goes back to you; as far as I know the 60 days are not over.",
    ),
}
_NOT_SIXTY = {
    "a": ("But don't I have 60 days?", "Isn't it 60 days? I'm quite sure that I read that."),
    "b": ("Surely it's two months, isn't it?", "I always thought that it was 60 days. Is it not?"),
}
_WHAT_I_PAID_WITH = {
    "a": (
        "I'd like to return something. The money must go back to what I paid with, and nowhere else.",
        "I want to send something back, with the refund to the very method that I paid with.",
    ),
    "b": (
        "Please set up a return for me, and refund exactly what I used to pay.",
        "Something has to go back to you. The refund belongs on the method that was charged for it, on no other.",
    ),
}
_NOT_PAID_WITH_IT = {
    "a": ("Are you sure? I thought that I had paid with the other one.", "Hm, can you check how I paid once more?"),
    "b": ("Was it really that one? I remember it differently.", "Is that so? I could swear that I used the other."),
}
_THEN_TO_THAT = {
    "a": ("All right, I must have mixed them up.", "I see, my mistake."),
    "b": ("OK, then I was wrong.", "Ah, I had that confused."),
}
_REFUND_IT_THERE = {
    "a": ("Then refund it to my {method}.", "Please put it back on my {method}."),
    "b": ("My {method} is where it should go.", "So the money goes on my {method}."),
}
_SENT_OFF = {
    "a": (
        "My order must be on its way by now, so I'd like to return all of it.",
        "It's too late to stop my order, I guess, so please set up a return of it.",
    ),
    "b": (
        "As my order has surely been sent off, I want to return it completely.",
        "An order is travelling to me that I don't want to have: please arrange its return.",
    ),
}
_NOT_SENT_OFF = {
    "a": ("Oh, has it really not been sent off?", "Are you sure that it isn't on its way?"),
    "b": ("Is it honestly still with you?", "You mean that the carrier doesn't have it?"),
}
_GOOD_NEWS = {"a": ("Oh, good.", "That's good news."), "b": ("That makes it easy.", "Even better.")}
_CANCEL_IT = {
    "a": ("Then I'd like to cancel it instead.", "In that case please cancel it."),
    "b": ("So cancel it, please.", "Let's cancel it, then."),
}
_LEFT = (
    *("been packed", "been shipped", "been sent", "been dispatched", "been processed", "left"),
    *("shipped", "gone out", "processed"),
)
_PENDING = (
    "pending",
    *(f"{no} {what}" for no in ("not", "not yet", "hasn't", "hasn't yet") for what in _LEFT),
    *("still with us", "still at our", "still in our", "still here"),
    *("can be cancelled", "can still be cancelled", "can be canceled", "can still be canceled"),
)
Cast = tuple[Order, Errand]


def _believing(errand: Errand, belief: Belief, *branches: Branch) -> Errand:
    """The errand of a customer who has that wrong."""
    changed = {"belief": belief, "branches": (*errand.goal.branches, *branches)}
    return replace(errand, goal=errand.goal.model_copy(update=changed))


def _still_pending(desk: Desk, draw: Draw, wording: str, *, wrong: bool) -> Cast | None:
    """Cancel what has not been packed; in the twin it has left the shop."""
    status = OrderStatus.PROCESSED if wrong else OrderStatus.PENDING
    order = desk.choose(draw, f"pending {wrong}", status)
    if order is None:
        return None
    errand = cancelling.cancel(
        desk,
        order,
        draw.choice(CANCEL_REASONS, "reason"),
        goal="cancel",
        intent=_UNSENT[wording],
        refusal="it is already with the carrier" if wrong else "",
    )
    return order, _believing(errand, Belief(doubt=_STILL_THERE[wording])) if wrong else errand


def _sixty_days(desk: Desk, draw: Draw, wording: str, *, wrong: bool) -> Cast | None:
    """Return something on the strength of a window that does not exist; in the twin the real one is over."""
    window = after_window if wrong else in_window
    order = desk.choose(
        draw, f"window {wrong}", OrderStatus.DELIVERED, lambda o: window(o) and returning.returnable(desk, o)
    )
    last_day = asking.last_day(order) if order is not None else None
    if order is None or last_day is None:
        return None
    errand = returning.give_back(
        desk,
        order,
        returning.some_goods(desk, order, draw, f"{wrong}"),
        returning.refund_target(desk, order, draw, f"{wrong}"),
        goal="return",
        intent=_SIXTY_DAYS[wording],
        refusal=returning.too_late(order) if wrong else "",
    )
    look, *others = errand.moves
    asked = replace(
        errand,
        goal=errand.goal.model_copy(update={"questions": (last_day.question,)}),
        moves=(look, Tell(keys=(last_day.told.key,)), *others),
        tell=(last_day.told,),
    )
    return order, _believing(asked, Belief(doubt=_NOT_SIXTY[wording])) if wrong else asked


def _paid_with(desk: Desk, draw: Draw, wording: str, *, wrong: bool) -> Cast | None:
    """Refund what was paid with; in the twin that is another method than the customer thinks."""
    order = desk.choose(
        draw, f"paid {wrong}", OrderStatus.DELIVERED, lambda o: may_swap(desk, o) and len(desk.methods(o)) > 1
    )
    if order is None:
        return None
    original, intent = desk.original(order), _WHAT_I_PAID_WITH[wording]
    goods = returning.some_goods(desk, order, draw, f"{wrong}")
    if not wrong:
        return order, returning.give_back(desk, order, goods, original, goal="return", intent=intent)
    others = [method for method in desk.methods(order) if method.id != original.id]
    thought = next((method for method in others if method.kind is PaymentKind.GIFT_CARD), others[0])
    there = tuple(text.format(method=method_text(original)) for text in _REFUND_IT_THERE[wording])
    first = returning.give_back(desk, order, goods, thought, goal="return", intent=intent)
    second = returning.give_back(desk, order, goods, original, goal="there", intent=there)
    look, *_ = first.moves
    truth = f"Order {order.id} was paid with your {method_text(original)}."
    corrected = replace(
        first,
        moves=(look, Correct(truth=truth), *second.moves[1:]),
        facts=(order_number(order, None),),
        led_to=(second.goal.model_copy(update={"only_by_branch": True}),),
    )
    belief = Belief(doubt=_NOT_PAID_WITH_IT[wording], truth=method_forms(original, desk.methods(order))[1:])
    return order, _believing(corrected, belief, _turning("there", _THEN_TO_THAT[wording]))


def _sent_off(desk: Desk, draw: Draw, wording: str, *, wrong: bool) -> Cast | None:
    """Return what is on its way, which cannot be done yet; in the twin it is still here and can be cancelled."""
    order = desk.choose(draw, f"sent {wrong}", OrderStatus.PENDING if wrong else OrderStatus.PROCESSED)
    if order is None:
        return None
    goal = CustomerGoal(
        id="return",
        action="return_items",
        intent=_SENT_OFF[wording],
        branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
    )
    look = Look(calls=(GoldCall(tool="get_order", arguments={"order_id": order.id}),))
    because = "it is on its way, and only what has been delivered can be returned"
    errand = Errand(
        goal=goal,
        slots=("order_id",),
        moves=(look, Refuse(what=f"take back order {order.id} now", because=because)),
        facts=(order_number(order, None),),
        evidence=(line_read(order),),
        forbidden_changes=untouched(order),
        number_is_not_all=False,
    )
    if not wrong:
        return order, errand
    reason = draw.choice(CANCEL_REASONS, "reason")
    cancel = cancelling.cancel(desk, order, reason, goal="cancel", intent=_CANCEL_IT[wording])
    corrected = replace(
        errand,
        moves=(look, Correct(truth=f"Order {order.id} is still pending and has not left the shop."), *cancel.moves),
        facts=(*errand.facts, *(fact for fact in cancel.facts if fact.key != "order_id")),
        led_to=(cancel.goal.model_copy(update={"only_by_branch": True}),),
        evidence=(),
        forbidden_changes=(),
    )
    belief = Belief(doubt=_NOT_SENT_OFF[wording], truth=_PENDING)
    return order, _believing(corrected, belief, _turning("cancel", _GOOD_NEWS[wording]))


def _turning(goal: str, say: tuple[str, ...]) -> Branch:
    return Branch(on=BranchOn.CORRECTED, then=BranchThen.OTHER_GOAL, goal=goal, say=say)


_KINDS: tuple[Callable[..., Cast | None], ...] = (_still_pending, _sixty_days, _paid_with, _sent_off)


_PUSHES: Mapping[Callable[..., Cast | None], Mapping[str, Pushes]] = {
    _still_pending: {"cancel": OF_CANCELLING},
    _sixty_days: {"return": OF_RETURNING},
    _sent_off: {"return": OF_CANCELLING},
}


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, kind = desk_of(world), draw.choice(_KINDS, "kind")
    manner = manner_of(draw, wording, _PUSHES.get(kind))
    drafts = []
    for variant in ("right", "wrong"):
        cast = kind(desk, draw, wording, wrong=variant == "wrong")
        if cast is None:
            return ()
        order, errand = cast
        drafts.append(draft(by_email(desk.customer(order)), manner, errand, variant=variant))
    return tuple(drafts)


WRONG_BELIEF = Family(
    name="wrong_belief",
    title="What the customer takes for granted decides what they ask for; in the twin it is not so, and they learn it.",
    make=_make,
    splits=frozenset(Split),
)
