"""Questions about an order: nothing is changed, and every answer is one value that a look-up gives or leads to."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from domains.kit.draws import Draw
from domains.kit.goal import Evidence, GoldCall, Look, Tell, ToldFact
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal, Question
from domains.kit.task import Draft, Family, Split
from domains.kit.values import ValueKind, date_text, money_text
from domains.kit.world import World
from domains.retail.families.desk import Desk, desk_of, in_window
from domains.retail.families.errands import (
    Errand,
    by_email,
    customer_read,
    draft,
    line_read,
    manner_of,
    order_number,
    order_read,
)
from domains.retail.records import Order, OrderStatus
from domains.retail.shop import RETURN_DAYS

INTENTS = {
    "a": (
        "I have a question about an order of mine.",
        "I'd like to know something about one of my orders.",
        "I'm writing because of an order.",
    ),
    "b": (
        "There is something I want to find out about an order.",
        "Could you look into an order for me?",
        "I need some information on something I bought from you.",
    ),
}


class Asked(NamedTuple):
    """A question of the customer's with its answer, and the look-ups that give it or lead to it."""

    question: Question
    told: ToldFact
    reads: tuple[Evidence, ...]


Asker = Callable[[Desk, Order, Draw], Asked | None]


def asked_amount(key: str, cents: int, says: Sequence[str], *, answer: str, reads: Sequence[Evidence]) -> Asked:
    """A question for an amount; `answer` has a place for it."""
    told = ToldFact(key=key, kind=ValueKind.MONEY, value=str(cents), say=answer.format(money_text(cents)))
    return Asked(Question(key=key, kind=ValueKind.MONEY, say=tuple(says)), told, tuple(reads))


def _day(key: str, day: date, says: Sequence[str], *, answer: str, read: Evidence) -> Asked:
    told = ToldFact(key=key, kind=ValueKind.DATE, value=day.isoformat(), say=answer.format(date_text(day)))
    return Asked(Question(key=key, kind=ValueKind.DATE, say=tuple(says)), told, (read,))


def _total(_desk: Desk, order: Order, _draw: Draw) -> Asked | None:
    return asked_amount(
        "total_paid",
        order.total,
        ("How much did I pay for it in total?", "What was the total of that order?"),
        answer=f"You paid {{}} in total for order {order.id}.",
        reads=(line_read(order),),
    )


def _one_price(desk: Desk, order: Order, draw: Draw) -> Asked | None:
    if len(order.items) < 2:
        return None
    goods = draw.choice(desk.goods(order), "priced")
    noun = goods.product.noun
    return asked_amount(
        "item_paid",
        goods.item.price,
        (f"How much did I pay for the {noun} in it?", f"What did the {noun} in that order cost me?"),
        answer=f"You paid {{}} for the {noun}.",
        reads=(order_read(order),),
    )


def _two_prices(desk: Desk, order: Order, draw: Draw) -> Asked | None:
    if len(order.items) < 3:
        return None
    one, two = draw.shuffled(desk.goods(order), "two priced")[:2]
    both = f"the {one.product.noun} and the {two.product.noun}"
    return asked_amount(
        "both_paid",
        one.item.price + two.item.price,
        (f"How much did I pay for {both} together?", f"What do {both} in that order add up to?"),
        answer=f"You paid {{}} for {both} together.",
        reads=(order_read(order),),
    )


def _gift_balance(desk: Desk, order: Order, _draw: Draw) -> Asked | None:
    gift = desk.gift_card(order)
    if gift is None or gift.balance is None:
        return None
    return asked_amount(
        "gift_balance",
        gift.balance,
        ("How much is left on my gift card?", "What is the balance of my gift card?"),
        answer="Your gift card holds {}.",
        reads=(customer_read(order),),
    )


def _placed(_desk: Desk, order: Order, _draw: Draw) -> Asked | None:
    says = ("On which day did I place it?", "When did I order that?")
    return _day(
        "placed_on", order.placed_on, says, answer=f"You placed order {order.id} on {{}}.", read=line_read(order)
    )


def _delivered(_desk: Desk, order: Order, _draw: Draw) -> Asked | None:
    if order.delivered_on is None:
        return None
    says = ("On which day was it delivered?", "When did it arrive according to you?")
    return _day(
        "delivered_on",
        order.delivered_on,
        says,
        answer=f"Order {order.id} was delivered on {{}}.",
        read=line_read(order),
    )


def _last_day(_desk: Desk, order: Order, _draw: Draw) -> Asked | None:
    return last_day(order) if in_window(order) else None


def last_day(order: Order) -> Asked | None:
    """Until when it can be returned, or could; None for an order that has not been delivered."""
    if order.delivered_on is None:
        return None
    last = order.delivered_on + timedelta(days=RETURN_DAYS)
    says = ("Until which day could I return something from it?", "What is the last day on which I can send it back?")
    over = "can" if in_window(order) else "could"
    return _day(
        "last_return_day", last, says, answer=f"You {over} return it up to and including {{}}.", read=line_read(order)
    )


def _shipping_paid(_desk: Desk, order: Order, _draw: Draw) -> Asked | None:
    if order.shipping_paid == 0:
        return None
    return asked_amount(
        "shipping_paid",
        order.shipping_paid,
        ("What did the shipping of it cost me?", "How much of it was for the shipping?"),
        answer="You paid {} for the shipping.",
        reads=(order_read(order),),
    )


def _refunded(desk: Desk, order: Order, _draw: Draw) -> Asked | None:
    back = desk.coming_back(order)
    if back is None:
        return None
    return asked_amount(
        "refunded",
        back.amount,
        ("How much is the refund for what I sent back?", "What do I get back for what I returned from it?"),
        answer=f"The refund for order {order.id} is {{}}.",
        reads=(order_read(order),),
    )


def _refunded_on(desk: Desk, order: Order, _draw: Draw) -> Asked | None:
    day = desk.refunded_on(order)
    if day is None:
        return None
    says = ("On which day was my refund paid out?", "When did you send me the money back?")
    return _day("refunded_on", day, says, answer="The refund was paid out on {}.", read=order_read(order))


_ASKERS: tuple[Asker, ...] = (
    _total,
    _one_price,
    _two_prices,
    _gift_balance,
    _placed,
    _delivered,
    _last_day,
    _shipping_paid,
    _refunded,
    _refunded_on,
)


_STATES = (
    OrderStatus.DELIVERED,
    OrderStatus.DELIVERED,
    OrderStatus.PENDING,
    OrderStatus.PROCESSED,
    OrderStatus.RETURN_REQUESTED,
    OrderStatus.RETURNED,
    OrderStatus.CANCELLED,
)


def ask_about(order: Order, asked: Sequence[Asked], *, goal: str, intent: tuple[str, ...]) -> Errand:
    """Answer questions about an order."""
    reads = _once([read for each in asked for read in each.reads])
    calls = [GoldCall(tool=read.ways[0].tool, arguments=read.ways[0].arguments) for read in reads]
    look = Look(calls=tuple(call for place, call in enumerate(calls) if call not in calls[:place]))
    return Errand(
        goal=CustomerGoal(
            id=goal,
            action="ask_question",
            intent=intent,
            questions=tuple(each.question for each in asked),
            branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
            needs_write=False,
        ),
        slots=("order_id",),
        moves=(look, Tell(keys=tuple(each.told.key for each in asked))),
        facts=(order_number(order, goal),),
        tell=tuple(each.told for each in asked),
        evidence=reads,
    )


def _once(reads: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(read for place, read in enumerate(reads) if read not in reads[:place])


def answerable(desk: Desk, order: Order, draw: Draw) -> list[Asked]:
    """Everything that can be asked about an order, in a drawn order; never empty."""
    answers = [ask(desk, order, draw) for ask in draw.shuffled(_ASKERS, "askers")]
    return [answer for answer in answers if answer is not None]


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    """One or two questions of different kinds of value, so that no answer can pass for the other."""
    desk, manner = desk_of(world), manner_of(draw, wording)
    order = desk.choose(draw, "order", draw.choice(_STATES, "status"))
    if order is None:
        return ()
    found = answerable(desk, order, draw)
    first = found[0]
    others = [other for other in found if other.question.kind is not first.question.kind]
    asked = [first, *others[: draw.integer(2, "second")]]
    errand = ask_about(order, asked, goal="question", intent=INTENTS[wording])
    return (draft(by_email(desk.customer(order)), manner, errand),)


ORDER_QUESTIONS = Family(
    name="order_questions",
    title="Answer one or two questions about an order; nothing may change, and some answers must be worked out.",
    make=_make,
    splits=frozenset(Split),
)
