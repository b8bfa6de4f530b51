"""How the argument values of the shop's writes can be said, for the check that the customer agreed to them."""

from collections.abc import Callable, Sequence
from itertools import product as combinations

from domains.kit.checks import JSONObject, Mentions
from domains.kit.records import JSON
from domains.kit.state import State
from domains.retail.records import Item, Order, PaymentKind, PaymentMethod, Product, Variant
from domains.retail.speech import SHIPPING_WORDS, method_forms, option_forms

Alternatives = tuple[tuple[str, ...], ...]

REASON_WORDS: dict[str, tuple[str, ...]] = {
    "no longer needed": (
        "no longer needed",
        "no longer need",
        "not needed",
        "not need",
        "don't need",
        "unneeded",
        "no need for",
        "won't need",
        "doesn't need",
        "no longer required",
        "not required",
        "no longer want",
        "no longer wanted",
        "not wanted",
        "don't want",
    ),
    "ordered by mistake": (
        "by mistake",
        "mistake",
        "mistaken",
        "accident",
        "accidental",
        "accidentally",
        "by accident",
        "in error",
        "erroneously",
        "inadvertently",
        "unintentionally",
    ),
}
_WHOLE_ORDER = (
    "whole order",
    "entire order",
    "full order",
    "complete order",
    "all items",
    "all the items",
    "everything",
)
_ORIGINAL = (
    "original payment",
    "original method",
    "original card",
    "original wallet",
    "original form of payment",
    *(
        f"{method} you {paid}"
        for method in ("method", "card", "wallet")
        for paid in ("paid with", "used", "originally")
    ),
)
_ONLY_CARD = ("your card", "credit card", "debit card", "bank card")
_BOTH = (
    *(f"both {things}" for things in ("items", "articles", "products", "things", "goods", "pieces")),
    *(f"both {joined}" for joined in ("of them", "of these", "of those", "of the items", "from", "to", "for", "back")),
    *(
        f"both {gone}"
        for gone in ("go back", "going back", "will go back", "would go back", "come back", "be returned")
    ),
    "the two of them",
    "the two items",
    "the two articles",
    "the two products",
)
"""As `_WHOLE_ORDER`, for an order of two items. Both of what, must be clear: there may be two cards, or two changes."""


def mentions(state: State, _tool: str, arguments: JSONObject) -> Mentions:
    """For each argument that people say in other words than the database, the words."""
    order = state.get(Order, str(arguments.get("order_id", "")).strip().lstrip("#").upper())
    found: Mentions = {}
    for name, value in arguments.items():
        read = _READERS.get(name)
        if read is not None and order is not None and value is not None:
            found[name] = read(state, order, arguments)
    return found


def _order_id(_state: State, order: Order, _arguments: JSONObject) -> Alternatives:
    return ((order.id,), (f"#{order.id}",))


def _reason(_state: State, _order: Order, arguments: JSONObject) -> Alternatives:
    reason = str(arguments["reason"])
    return tuple((words,) for words in REASON_WORDS.get(reason, (reason,)))


def _shipping(_state: State, _order: Order, arguments: JSONObject) -> Alternatives:
    method = str(arguments["shipping_method"])
    return tuple((form,) for form in SHIPPING_WORDS.get(method, (method,)))


def _paid_with(state: State, order: Order, arguments: JSONObject) -> Alternatives:
    return _method(state, order, str(arguments["payment_method_id"]))


def _gift_card(state: State, order: Order, arguments: JSONObject) -> Alternatives:
    return _method(state, order, str(arguments["gift_card_id"]))


def _method(state: State, order: Order, said_id: str) -> Alternatives:
    method_id = said_id.strip().lower()
    methods = state.find(PaymentMethod, customer_id=order.customer_id)
    forms = [form for method in methods if method.id == method_id for form in method_forms(method, methods)]
    if method_id == order.payment_method_id:
        forms += _ORIGINAL
    if [method.id for method in methods if method.kind is PaymentKind.CARD] == [method_id]:
        forms += _ONLY_CARD
    return tuple((form,) for form in forms) or ((method_id,),)


def _items(state: State, order: Order, arguments: JSONObject) -> Alternatives:
    items = _items_named(order, arguments)
    whole: tuple[str, ...] = ()
    if len({item.id for item in items}) == len(order.items):
        whole = _WHOLE_ORDER + (_BOTH if len(order.items) == 2 else ())
    return _joined([_item(state, order, item) for item in items]) + tuple((words,) for words in whole)


def _item(state: State, order: Order, item: Item) -> Alternatives:
    _, product = _goods(state, item.variant_id)
    same = [other for other in order.items if _goods(state, other.variant_id)[1].id == product.id]
    alternatives: Alternatives = ((item.id,), (item.variant_id,))
    if len(same) != 1:
        return alternatives + _options(state, item.variant_id)
    goods = [_goods(state, other.variant_id) for other in order.items]
    heads = [other.noun.split()[-1] for _, other in goods]
    brands = [other.name.split()[0] for _, other in goods]
    head, brand = product.noun.split()[-1], product.name.split()[0]
    short = tuple((word,) for word, among in ((head, heads), (brand, brands)) if among.count(word) == 1)
    alone = _options(state, item.variant_id) if len(order.items) == 1 else ()
    return (*alternatives, (product.name,), (product.noun,), (_plural(product.noun),), *short, *alone)


def _new_variants(state: State, order: Order, arguments: JSONObject) -> Alternatives:
    items = _items_named(order, arguments)
    variant_ids = [str(variant_id).strip().upper() for variant_id in _listed(arguments["new_variant_ids"])]
    old = [item.variant_id for item in items] if len(items) == len(variant_ids) else [None] * len(variant_ids)
    return _joined([_variant(state, new, before) for new, before in zip(variant_ids, old, strict=True)])


def _variant(state: State, variant_id: str, before: str | None) -> Alternatives:
    """By id, by all option values, or by those that differ from what is replaced."""
    new, old = state.get(Variant, variant_id), state.get(Variant, before) if before is not None else None
    if new is None:
        return ((variant_id,),)
    changed: Alternatives = ()
    if old is not None and old.product_id == new.product_id and old.id != new.id:
        differing = [option_forms(v) for name, v in new.options.items() if old.options.get(name) != v]
        changed = tuple(combinations(*differing))
    return tuple(dict.fromkeys(((variant_id,), *_options(state, variant_id), *changed)))


def _options(state: State, variant_id: str) -> Alternatives:
    variant, _ = _goods(state, variant_id)
    return tuple(combinations(*(option_forms(value) for value in variant.options.values())))


def _goods(state: State, variant_id: str) -> tuple[Variant, Product]:
    variant = state.get(Variant, variant_id)
    product = state.get(Product, variant.product_id) if variant is not None else None
    if variant is None or product is None:
        raise LookupError(f"variant {variant_id!r} or its product is not in the world")
    return variant, product


def _items_named(order: Order, arguments: JSONObject) -> list[Item]:
    ids = [str(item_id).strip().lstrip("#").upper() for item_id in _listed(arguments.get("item_ids"))]
    return [item for item_id in ids if (item := order.item(item_id)) is not None]


def _listed(value: JSON) -> Sequence[JSON]:
    return value if isinstance(value, list | tuple) else []


def _joined(parts: list[Alternatives]) -> Alternatives:
    """All ways to say all of the parts."""
    return tuple(tuple(text for texts in chosen for text in texts) for chosen in combinations(*parts))


def _plural(noun: str) -> str:
    return noun if noun.endswith("s") else f"{noun}s"


_READERS: dict[str, Callable[[State, Order, JSONObject], Alternatives]] = {
    "order_id": _order_id,
    "reason": _reason,
    "shipping_method": _shipping,
    "payment_method_id": _paid_with,
    "gift_card_id": _gift_card,
    "item_ids": _items,
    "new_variant_ids": _new_variants,
}
