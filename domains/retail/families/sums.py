"""Questions whose answer stands nowhere: amounts must be looked up and worked out, and nothing may change.

An answer is never an amount that one of the look-ups shows, so that reading everything out tells it to nobody.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from domains.kit.draws import Draw
from domains.kit.goal import Goal, GoldCall, Look, Tell
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal, Persona, Scenario
from domains.kit.task import Draft, Family, Split
from domains.kit.world import World
from domains.retail.families.asking import Asked, ask_about, asked_amount
from domains.retail.families.desk import Desk, desk_of, in_window
from domains.retail.families.errands import (
    Manner,
    by_email,
    customer_read,
    draft,
    line_read,
    manner_of,
    order_read,
    orders_listed,
    product_read,
)
from domains.retail.families.returning import returnable
from domains.retail.families.shipping import is_bulky
from domains.retail.records import Customer, Order, OrderStatus, Product, Variant
from domains.retail.shop import SHIPPING_CENTS, ShippingMethod
from domains.retail.speech import options_text

INTENTS = {
    "a": (
        "There's something about an order of mine that I'd like you to work out.",
        "I have a question about the amounts of an order of mine.",
    ),
    "b": (
        "Could you do a small calculation with an order of mine?",
        "I'd like to know an amount that has to do with an order of mine.",
    ),
}
Asker = Callable[[Desk, Order, Draw], Asked | None]


def _pending_together(desk: Desk, order: Order, _draw: Draw) -> Asked | None:
    pending = [other for other in desk.orders_of(order.customer_id) if other.status is OrderStatus.PENDING]
    if not 2 <= len(pending) <= 3:
        return None
    return asked_amount(
        "pending_together",
        sum(each.total for each in pending),
        (
            "What do all my orders that are still pending come to together?",
            "How much do I pay in all for the orders of mine that have not been packed yet?",
        ),
        answer="Your pending orders come to {} together.",
        reads=(orders_listed(order.customer_id),),
    )


def _left_on_card(desk: Desk, order: Order, _draw: Draw) -> Asked | None:
    gift = desk.gift_card(order)
    if order.status is not OrderStatus.PENDING or gift is None or gift.id == order.payment_method_id:
        return None
    left = (gift.balance or 0) - order.total
    if left <= 0:
        return None
    return asked_amount(
        "left_on_card",
        left,
        (
            "If my gift card paid that whole order, how much would be left on it?",
            "What would remain on my gift card if I used it for all of that order?",
        ),
        answer="After paying the whole order, {} would be left on your gift card.",
        reads=(line_read(order), customer_read(order)),
    )


def _dearer_today(desk: Desk, order: Order, _draw: Draw) -> Asked | None:
    dearer = [goods for goods in desk.goods(order) if goods.variant.price > goods.item.price]
    if not dearer:
        return None
    goods = dearer[0]
    noun = goods.product.noun
    return asked_amount(
        "dearer_today",
        goods.variant.price - goods.item.price,
        (
            f"How much more does the {noun} in it cost today than I paid?",
            f"By how much has the {noun} from that order gone up since I bought it?",
        ),
        answer=f"The {noun} costs {{}} more today than you paid.",
        reads=(order_read(order), product_read(goods.product)),
    )


def _refund_for_two(desk: Desk, order: Order, draw: Draw) -> Asked | None:
    if len(order.items) < 3 or not (in_window(order) and returnable(desk, order)):
        return None
    one, two = draw.shuffled(desk.goods(order), "sent back")[:2]
    both = f"the {one.product.noun} and the {two.product.noun}"
    return asked_amount(
        "refund_for_two",
        one.item.price + two.item.price,
        (f"How much would I get back if I returned {both}?", f"What would the refund for {both} be?"),
        answer=f"The refund for {both} would be {{}}.",
        reads=(order_read(order),),
    )


def _with_express(desk: Desk, order: Order, _draw: Draw) -> Asked | None:
    cheap = order.shipping is ShippingMethod.STANDARD and not order.shipping_changed
    if order.status is not OrderStatus.PENDING or not cheap or is_bulky(desk, order):
        return None
    return asked_amount(
        "with_express",
        order.total - order.shipping_paid + SHIPPING_CENTS[ShippingMethod.EXPRESS],
        (
            "What would the whole order cost with express shipping?",
            "If it went by express, what would that order come to in all?",
        ),
        answer="With express shipping the whole order would cost {}.",
        reads=(order_read(order),),
    )


_OF_PENDING: tuple[Asker, ...] = (_pending_together, _left_on_card, _with_express, _dearer_today)
_OF_DELIVERED: tuple[Asker, ...] = (_refund_for_two, _dearer_today)


def _shown(desk: Desk, order: Order) -> Iterator[int]:
    """Amounts that a look at the customer, their orders and what is in this one shows."""
    for other in desk.orders_of(order.customer_id):
        yield other.total
    yield order.shipping_paid
    for goods in desk.goods(order):
        yield goods.item.price
        yield from (variant.price for variant in (goods.variant, *desk.siblings(goods.variant)))
    yield from (method.balance or 0 for method in desk.methods(order))


def _asked(desk: Desk, draw: Draw, ask: Asker, order: Order) -> Asked | None:
    """The question about an order, unless the answer can be read off."""
    found = ask(desk, order, draw)
    return None if found is None or int(found.told.value) in set(_shown(desk, order)) else found


def _can_be_asked(desk: Desk, draw: Draw, ask: Asker, order: Order) -> bool:
    return _asked(desk, draw, ask, order) is not None


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording)
    pending = draw.chance(0.65, "pending")
    status = OrderStatus.PENDING if pending else OrderStatus.DELIVERED
    ask = draw.choice(_OF_PENDING if pending else _OF_DELIVERED, "asker")
    order = desk.choose(draw, "order", status, partial(_can_be_asked, desk, draw, ask))
    asked = _asked(desk, draw, ask, order) if order is not None else None
    if order is None or asked is None:
        return ()
    errand = ask_about(order, [asked], goal="sum", intent=INTENTS[wording])
    return (draft(by_email(desk.customer(order)), manner, errand),)


_MANY = {2: "two", 3: "three", 4: "four"}
_QUOTE_INTENTS = {
    "a": ("I'm thinking of buying something from you.", "I'd like to know a price before I order."),
    "b": ("Before I order anything, I need a price from you.", "I'm planning a purchase in your shop."),
}


def _quote(lines: Sequence[tuple[int, Product, Variant]], *, express: bool) -> Asked:
    """What things from the catalogue cost together, with or without express shipping."""
    said = [f"{_MANY[n]} of the {product.name} ({options_text(variant)})" for n, product, variant in lines]
    things = " and ".join(said)
    cents = sum(n * variant.price for n, _, variant in lines) + express * SHIPPING_CENTS[ShippingMethod.EXPRESS]
    how = " including express shipping" if express else " without shipping"
    return asked_amount(
        "quote",
        cents,
        (f"What would {things} cost me in all,{how}?", f"How much would I pay for {things},{how}?"),
        answer=f"It comes to {{}} in all,{how}.",
        reads=[product_read(product) for _, product, _ in lines],
    )


def _quoted(customer: Customer, lines: Sequence[Product], asked: Asked, manner: Manner) -> Draft:
    """Nobody has to be identified for what the catalogue says."""
    calls = [
        call
        for product in lines
        for call in (
            GoldCall(tool="search_products", arguments={"words": product.name}),
            GoldCall(tool="get_product", arguments={"product_id": product.id}),
        )
    ]
    scenario = Scenario(
        persona=Persona(name=customer.full_name, traits=manner.traits, noise=manner.noise),
        facts=by_email(customer).facts,
        goals=(
            CustomerGoal(
                id="quote",
                action="ask_question",
                intent=_QUOTE_INTENTS[manner.wording],
                questions=(asked.question,),
                branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
                needs_write=False,
            ),
        ),
        pressure=manner.pressure,
        wording=manner.wording,
    )
    goal = Goal(
        script=(Look(calls=tuple(calls)), Tell(keys=(asked.told.key,))), tell=(asked.told,), evidence=asked.reads
    )
    return Draft(scenario=scenario, goal=goal)


def _make_quote(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    """One product with shipping or two without: with more, a good answer would name too many amounts."""
    desk, manner = desk_of(world), manner_of(draw, wording)
    express = draw.chance(0.5, "express")
    shelf = [
        (product, there)
        for product, variants in desk.shelf
        if (there := [variant for variant in variants if variant.in_stock]) and not (express and product.bulky)
    ]
    picked = draw.shuffled(shelf, "products")[: 1 if express else 2]
    lines = [
        (2 + draw.integer(3, "how many", product.id), product, draw.choice(variants, "variant", product.id))
        for product, variants in picked
    ]
    asked = _quote(lines, express=express)
    if int(asked.told.value) in {variant.price for _, variants in picked for variant in variants}:
        return ()
    customer = desk.customer(draw.choice(desk.orders, "customer"))
    return (_quoted(customer, [product for product, _ in picked], asked, manner),)


ORDER_SUMS = Family(
    name="order_sums",
    title="Work out an amount that no look-up shows: sums, differences, what would be left; nothing may change.",
    make=_make,
    splits=frozenset(Split),
)
PRICE_QUOTE = Family(
    name="price_quote",
    title="Work out what several things from the catalogue cost together; nobody needs to be identified.",
    make=_make_quote,
    splits=frozenset({Split.TEST}),
)
