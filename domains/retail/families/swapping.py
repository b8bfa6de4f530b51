"""Swaps of an item for another variant: what the customer wants, what gold proposes, which items there are."""

from collections.abc import Sequence
from typing import NamedTuple

from domains.kit.draws import Draw
from domains.kit.goal import GoldCall, Look, Move, Offer, Propose, Tell, ToldFact
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal, Fact, Preference, Question, Want
from domains.kit.values import ValueKind, money_text
from domains.retail.families.desk import Desk, Goods, in_window
from domains.retail.families.errands import (
    Errand,
    order_and_profile,
    order_number,
    product_read,
    untouched,
)
from domains.retail.families.returning import returnable
from domains.retail.families.wants import item_wanted, method_wanted, options_wanted
from domains.retail.records import Order, OrderStatus, PaymentKind, PaymentMethod, Variant
from domains.retail.speech import method_text, options_text


class Swapped(NamedTuple):
    """An item of an order, the variants that its owner would take instead in order of preference, and the payment."""

    order: Order
    goods: Goods
    ranked: tuple[Variant, ...]
    method: PaymentMethod

    @property
    def tool(self) -> str:
        """The tool that does it in the order's state."""
        return "change_order_items" if self.order.status is OrderStatus.PENDING else "exchange_items"

    @property
    def verb(self) -> str:
        """What is done, as a word."""
        return "change" if self.order.status is OrderStatus.PENDING else "exchange"

    @property
    def done(self) -> str:
        """The verb's participle."""
        return "changed" if self.order.status is OrderStatus.PENDING else "exchanged"


def swap(
    desk: Desk, swapped: Swapped, *, goal: str, intent: tuple[str, ...], taken: int | None, limit: int | None = None
) -> Errand:
    """Swap an item; `taken` is the rank of the first variant in stock, or None if none is (or none is cheap enough)."""
    order, goods, ranked, _ = swapped
    moves: list[Move] = [_look(swapped)]
    tell = () if limit is None else (_price_told(goods, ranked[0]),)
    if tell:
        moves.append(Tell(keys=(tell[0].key,)))
    elif taken is None:
        moves.append(_offer(desk, goods, ranked[-1]))
    elif taken > 0:
        moves.append(_offer(desk, goods, ranked[0]))
    if taken is not None:
        moves.append(proposal(swapped, ranked[taken]))
    return Errand(
        goal=_goal(desk, swapped, goal=goal, intent=intent, limit=limit),
        slots=("order_id", "item_choice", "option_choice", "payment_method"),
        moves=tuple(moves),
        facts=(order_number(order, goal), *(() if limit is None else (_limit_known(limit, goal),))),
        evidence=() if taken is not None else (product_read(goods.product),),
        tell=tell,
        forbidden_changes=() if taken is not None else untouched(order),
    )


def _goal(desk: Desk, swapped: Swapped, *, goal: str, intent: tuple[str, ...], limit: int | None) -> CustomerGoal:
    order, goods, ranked, method = swapped
    siblings = [goods.variant, *desk.siblings(goods.variant)]
    wishes = tuple(options_wanted(variant, siblings, goods.variant) for variant in ranked)
    item, paid = item_wanted(goods, desk.goods(order)), method_wanted(method, desk.methods(order))
    branches = [
        Branch(on=BranchOn.UNAVAILABLE, then=BranchThen.ABANDON),
        Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),
    ]
    if limit is not None:
        branches.append(Branch(on=BranchOn.PRICE_ABOVE, then=BranchThen.ABANDON, threshold=limit))
    return CustomerGoal(
        id=goal,
        action="change_order",
        intent=intent,
        wants=(item, paid) if len(ranked) > 1 else (item, *wishes[0], paid),
        preference=_preference(wishes, ranked) if len(ranked) > 1 else None,
        questions=() if limit is None else (_PRICE_ASKED,),
        branches=tuple(branches),
    )


def _preference(wishes: tuple[tuple[Want, ...], ...], ranked: Sequence[Variant]) -> Preference:
    return Preference(
        ranked=wishes,
        say_next=tuple(f"Then I'll take it in {options_text(variant)}." for variant in ranked[1:]),
    )


_PRICE_ASKED = Question(
    key="price_today",
    kind=ValueKind.MONEY,
    say=(
        "What does the one that I want instead cost today?",
        "Before you do anything, what is today's price of the one I'd get instead?",
    ),
)


def _limit_known(limit: int, goal: str) -> Fact:
    text = money_text(limit)
    return Fact(
        key="price_limit",
        kind=ValueKind.MONEY,
        value=str(limit),
        say=(f"at most {text} for the new one", f"{text} at the most for the one I'd get"),
        goal=goal,
    )


def _price_told(goods: Goods, new: Variant) -> ToldFact:
    price = money_text(new.price)
    say = f"The {goods.product.name} in {options_text(new)} costs {price} today."
    return ToldFact(key=_PRICE_ASKED.key, kind=ValueKind.MONEY, value=str(new.price), say=say)


def _look(swapped: Swapped) -> Look:
    order = swapped.order
    return Look(
        calls=(
            *order_and_profile(order),
            GoldCall(tool="get_product", arguments={"product_id": swapped.goods.product.id}),
        )
    )


def _offer(desk: Desk, goods: Goods, missing: Variant) -> Offer:
    """What is in stock and differs from the missing variant in the same option as the item does."""
    kept = [n for n, v in missing.options.items() if goods.variant.options[n] == v]
    near = [v for v in desk.siblings(missing) if v.in_stock and all(v.options[n] == missing.options[n] for n in kept)]
    return Offer(
        unavailable=f"the {goods.product.name} in {options_text(missing)}",
        alternatives=tuple(f"{options_text(v)}" for v in near if v.id != goods.variant.id),
    )


def proposal(swapped: Swapped, new: Variant) -> Propose:
    """Propose to swap the item for a variant."""
    order, goods, _, method = swapped
    difference, by = new.price - goods.item.price, method_text(method)
    paid = {
        True: f"with the difference of {money_text(difference)} charged to your {by}",
        False: f"with the difference of {money_text(-difference)} refunded to your {by}",
    }[difference > 0]
    if difference == 0:
        paid = f"at no difference in price, with your {by} as the payment method"
    to = options_text(new)
    return Propose(
        summary=f"{swapped.verb} the {goods.text} in order {order.id} for the one in {to}, {paid}",
        receipt=f"the {goods.product.name} in order {order.id} has been {swapped.done} for the one in {to}",
        calls=(
            GoldCall(
                tool=swapped.tool,
                arguments={
                    "order_id": order.id,
                    "item_ids": [goods.item.id],
                    "new_variant_ids": [new.id],
                    "payment_method_id": method.id,
                },
            ),
        ),
    )


def may_swap(desk: Desk, order: Order) -> bool:
    """Whether a delivered order may be exchanged, all of it."""
    return in_window(order) and returnable(desk, order)


def one_option_away(desk: Desk, goods: Goods, option: str) -> list[Variant]:
    """Variants that differ from what was ordered in this option alone."""
    mine = goods.variant.options
    return [
        variant
        for variant in desk.siblings(goods.variant)
        if all((value != mine[name]) is (name == option) for name, value in variant.options.items())
    ]


def payer(desk: Desk, order: Order, draw: Draw, step: str) -> PaymentMethod:
    """Any method of the customer's; a gift card is left out, since the difference may be more than it holds."""
    methods = [method for method in desk.methods(order) if method.kind is not PaymentKind.GIFT_CARD]
    return draw.choice(methods, "payer", step)


def find_swap(
    desk: Desk, draw: Draw, status: OrderStatus, *, first_in_stock: bool, step: str, ranks: int
) -> Swapped | None:
    """An item with `ranks` wishes one option away: the last one in stock, the ones before it as asked for."""
    fits = (lambda o: may_swap(desk, o)) if status is OrderStatus.DELIVERED else (lambda o: not o.items_changed)
    order = desk.choose(draw, step, status, fits)
    if order is None:
        return None
    goods = draw.choice(desk.goods(order), "item", step)
    option = draw.choice(tuple(goods.variant.options), "option", step)
    wished = draw.shuffled(one_option_away(desk, goods, option), "wished", step)
    there = [variant for variant in wished if variant.in_stock]
    gone = [variant for variant in wished if not variant.in_stock]
    ranked = [*(there if first_in_stock else gone)[:1], *there[1 if first_in_stock else 0 :][: ranks - 1]]
    if len(ranked) < ranks:
        return None
    return Swapped(order, goods, tuple(ranked), payer(desk, order, draw, step))
