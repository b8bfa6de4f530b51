"""Customers of the shop as the agenda plays them, talked to in plain sentences that the real reader reads."""

from domains.kit.records import JSON
from domains.kit.scenario import Scenario
from domains.retail.lexicon import LEXICON
from simulators.agenda.customer import AgendaCustomer
from simulators.protocol import Reply, Turn, View

ADDRESS: JSON = {
    "id": "address",
    "action": "change_order",
    "intent": ["Please send one of my orders somewhere else than planned."],
    "wants": [
        {"key": "street", "kind": "text", "value": "86 Rowan Drive", "among": ["58 Magnolia Drive"]},
        {"key": "city", "kind": "text", "value": "Glenrath", "among": ["Ashmere"]},
        {"key": "postcode", "kind": "postcode", "value": "27249", "among": ["10463"]},
    ],
    "branches": [{"on": "refused", "then": "accept"}],
}
CANCEL: JSON = {
    "id": "cancel",
    "action": "cancel_order",
    "intent": ["Please cancel an order for me."],
    "branches": [{"on": "refused", "then": "accept"}],
}
PAYMENT: JSON = {
    "id": "payment",
    "action": "change_order",
    "intent": ["Can you change the payment method of an order?"],
    "wants": [
        {
            "key": "payment_method",
            "kind": "choice",
            "value": "gift card ending in 9842",
            "say": ["gift card ending in 9842", "gift card", "9842"],
            "among": ["2631", "Orbis card", "PayNest", "wallet"],
        }
    ],
    "branches": [{"on": "refused", "then": "accept"}],
}
RETURN: JSON = {
    "id": "return",
    "action": "return_items",
    "intent": ["Please set up a return for me."],
    "wants": [
        {
            "key": "item_choice",
            "kind": "choice",
            "value": "trail socks",
            "say": ["trail socks", "Burrwick trail socks", "socks"],
            "among": ["pillow", "frying pan", "dry bag"],
        },
        {
            "key": "payment_method",
            "kind": "choice",
            "value": "Meridian card ending in 7058",
            "say": ["Meridian card ending in 7058", "card ending in 7058", "7058", "original payment method"],
            "among": ["4906", "Cardinal card", "8530", "gift card"],
        },
    ],
    "branches": [{"on": "refused", "then": "accept"}],
}
EXCHANGE: JSON = {
    "id": "exchange",
    "action": "change_order",
    "intent": ["Please help me with an exchange; I have a limit on what I want to pay."],
    "wants": [
        {
            "key": "item_choice",
            "kind": "choice",
            "value": "bath towel",
            "say": ["bath towel", "Cascade bath towel", "towel"],
        },
        {
            "key": "payment_method",
            "kind": "choice",
            "value": "Orbis card ending in 4454",
            "say": ["Orbis card ending in 4454", "card ending in 4454", "4454"],
            "among": ["5857", "9304", "gift card", "PayNest", "wallet"],
        },
        {"key": "option_choice", "kind": "choice", "value": "white", "say": ["white"], "among": ["coral", "sage"]},
        {"key": "option_choice", "kind": "choice", "value": "medium", "say": ["medium"], "among": ["large", "small"]},
    ],
    "questions": [
        {"key": "price_today", "kind": "money", "say": ["What does the one that I want instead cost today?"]}
    ],
    "branches": [
        {"on": "unavailable", "then": "abandon"},
        {"on": "refused", "then": "accept"},
        {"on": "price_above", "then": "abandon", "threshold": 2401},
    ],
}
LAST_DAY: JSON = {
    "id": "question",
    "action": "ask_question",
    "intent": ["There is something I want to find out about an order."],
    "questions": [
        {"key": "last_return_day", "kind": "date", "say": ["Until which day could I return something from it?"]}
    ],
    "branches": [{"on": "refused", "then": "accept"}],
    "needs_write": False,
}

RETURN_ASKED = "Which order and item is it, and where should the refund go?"
ADDRESS_ASKED = "What is the new address, and which order is it?"
PAYMENT_ASKED = "Which order, and how would you like to pay?"
EXCHANGE_ASKED = "Which order and item is it, which options would you like, and how would you like to pay?"
"""Ask at once for all that customers with such a goal have to say."""

KNOWN_FOR: dict[str, tuple[JSON, ...]] = {
    "exchange": ({"key": "price_limit", "kind": "money", "value": "2401", "say": ["at most $24.01"]},),
    "address": ({"key": "address", "kind": "text", "value": "86 Rowan Drive, Glenrath, 27249", "goal": "address"},),
}
"""What customers know for a goal beside the number of its order."""


def order_of(goal: str, number: str) -> JSON:
    """The number of the order that a goal is about, which the customer says when asked."""
    return {"key": "order_id", "kind": "id", "value": number, "goal": goal}


def shopper(
    *goals: JSON, orders: tuple[str, ...] = ("R123456",), traits: tuple[str, ...] = (), **rest: JSON
) -> Scenario:
    """A customer with these goals, each about an order of its own."""
    named = [order_of(goal["id"], number) for goal, number in zip(goals, orders, strict=False)]
    return Scenario.model_validate(
        {
            "persona": {"name": "Keiko Mbeki", "traits": list(traits)},
            "facts": [
                {"key": "email", "kind": "email", "value": "keiko@inkwell.example"},
                {"key": "full_name", "kind": "name", "value": "Keiko Mbeki"},
                *named,
                *(fact for goal in goals for fact in KNOWN_FOR.get(goal["id"], ())),
            ],
            "goals": list(goals),
            **rest,
        }
    )


def replies_to(scenario: Scenario, *messages: str, seed: str = "seed") -> list[Reply]:
    """The opening and the replies to these messages; "!" before one marks that a write came before it."""
    customer, turns, replies, wrote = AgendaCustomer(strict=True), list[Turn](), list[Reply](), False
    for message in ("", *messages):
        if replies:
            wrote = wrote or message.startswith("!")
            turns.append(Turn("agent", message.removeprefix("!")))
        inner = replies[-1].inner if replies else None
        reply = customer.answer(View(scenario, LEXICON, seed, tuple(turns), inner, wrote))
        turns.append(Turn("customer", reply.text or ""))
        replies.append(reply)
        wrote = wrote and reply.stance != "agree"
        if reply.end:
            break
    return replies


def moves_of(reply: Reply) -> list[str]:
    """The kinds of moves of a reply."""
    return [move["move"] for move in reply.reading["moves"]]
