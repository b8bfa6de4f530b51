"""Other options for what was ordered: exchanges of delivered goods, and changes of items before they are packed."""

from dataclasses import replace

from domains.kit.draws import Draw
from domains.kit.task import Draft, Family, Split
from domains.kit.world import World
from domains.retail.families.desk import desk_of
from domains.retail.families.errands import (
    by_email,
    draft,
    manner_of,
)
from domains.retail.families.swapping import find_swap, swap
from domains.retail.records import OrderStatus

EXCHANGE_INTENTS = {
    "a": (
        "I'd like to exchange something from an order.",
        "I need an exchange: one of the things you delivered isn't quite right.",
        "Can I swap something that you sent me for another version of it?",
    ),
    "b": (
        "One thing in my delivery should have been another version; I want it exchanged.",
        "Please exchange a product for me that arrived with an order.",
        "I'm hoping to get something I received replaced by another version.",
    ),
}
CHANGE_INTENTS = {
    "a": (
        "I'd like to change something in an order I placed.",
        "I picked the wrong version of something in my order and want it changed.",
        "Can you change an item in an order of mine?",
    ),
    "b": (
        "An order I placed has an item with the wrong options, please change it.",
        "I want another version of something that I ordered, it hasn't come yet.",
        "Please modify one of the items in my order.",
    ),
}
LIMIT_INTENTS = {
    "a": (
        "I'd like to exchange something from an order, if the price is right.",
        "I'm thinking about an exchange, but it must not get too expensive.",
    ),
    "b": (
        "Depending on what it costs, I want to have something from an order exchanged.",
        "Please help me with an exchange; I have a limit on what I want to pay.",
    ),
}


def _make_fallback(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    """Some of these customers write from where they are logged in, and some do not."""
    desk, manner = desk_of(world), manner_of(draw, wording)
    manner = replace(manner, logged_in=draw.chance(0.5, "logged in"))
    drafts = []
    for variant in ("first", "second"):
        first = variant == "first"
        found = find_swap(desk, draw, OrderStatus.DELIVERED, first_in_stock=first, step=variant, ranks=2)
        if found is None:
            return ()
        errand = swap(desk, found, goal="exchange", intent=EXCHANGE_INTENTS[wording], taken=0 if first else 1)
        drafts.append(draft(by_email(desk.customer(found.order)), manner, errand, variant=variant))
    return tuple(drafts)


def _make_change(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording)
    drafts = []
    for variant in ("allowed", "refused"):
        there = variant == "allowed"
        found = find_swap(desk, draw, OrderStatus.PENDING, first_in_stock=there, step=variant, ranks=1)
        if found is None:
            return ()
        errand = swap(desk, found, goal="change", intent=CHANGE_INTENTS[wording], taken=0 if there else None)
        drafts.append(draft(by_email(desk.customer(found.order)), manner, errand, variant=variant))
    return tuple(drafts)


def _make_limit(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    """The limit is never below what was paid, so that naming the old price does not exceed it."""
    desk, manner = desk_of(world), manner_of(draw, wording)
    drafts = []
    for variant in ("allowed", "refused"):
        found = find_swap(desk, draw, OrderStatus.DELIVERED, first_in_stock=True, step=variant, ranks=1)
        if found is None:
            return ()
        price, paid, alone = found.ranked[0].price, found.goods.item.price, len(found.order.items) == 1
        dear = variant == "refused"
        if (dear and price - paid < 200) or not alone:
            return ()
        limit = (paid + 50 * draw.integer(2, "limit")) if dear else max(price, paid) + 100 * draw.integer(5, "limit")
        errand = swap(
            desk,
            found,
            goal="exchange",
            intent=LIMIT_INTENTS[wording],
            taken=None if dear else 0,
            limit=limit,
        )
        drafts.append(draft(by_email(desk.customer(found.order)), manner, errand, variant=variant))
    return tuple(drafts)


EXCHANGE_FALLBACK = Family(
    name="exchange_fallback",
    title="Exchange an item with two wishes in order; in the twin the first one is out of stock.",
    make=_make_fallback,
    splits=frozenset(Split),
)
CHANGE_ITEMS = Family(
    name="change_items",
    title="Change the options of an item in a pending order; in the twin the only wish is out of stock.",
    make=_make_change,
    splits=frozenset(Split),
)
EXCHANGE_LIMIT = Family(
    name="exchange_limit",
    title="Exchange an item if today's price is below a limit; in the twin it is above, as the customer learns.",
    make=_make_limit,
    splits=frozenset({Split.TRAIN, Split.TEST}),
)
