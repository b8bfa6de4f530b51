"""The retail desk with a customer who has several orders and ways to pay, and whether their yes confirms a write that
was proposed in full and asked for again."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import domains.retail
from app.engine.events import AgentSpoke, CustomerReplied, Event, Payload, ToolCalled
from app.grading import processes
from app.grading.log import read
from domains.kit.records import JSON
from simulators.protocol import Reply

DESK = domains.retail.DOMAIN
CARD, GIFT_CARD = "card-21885-1", "gift-21885"
NEW_ADDRESS = {"street": "12 Kiln Road", "city": "Ashmere", "postcode": "10442"}


class Proposed(NamedTuple):
    """A write, and the words in which it is proposed in full."""

    tool: str
    arguments: Mapping[str, JSON]
    words: str


WRITES = {
    "return": Proposed(
        "return_items",
        {"order_id": "R323838", "item_ids": ["R323838-1", "R323838-2"], "payment_method_id": CARD},
        "I can return the walking trousers and the floor lamp of order R323838, and $192.45 will be refunded to your "
        "Meridian card ending in 1877 once they arrive. Shall I go ahead?",
    ),
    "cancel": Proposed(
        "cancel_order",
        {"order_id": "R537649", "reason": "no longer needed"},
        "I can cancel order R537649, as it is no longer needed, and refund the total to your original payment method. "
        "Shall I go ahead? (yes/no)",
    ),
    "address": Proposed(
        "change_order_address",
        {"order_id": "R537649", **NEW_ADDRESS},
        "I would change the delivery address of order R537649 to 12 Kiln Road, Ashmere, 10442. Is that all right?",
    ),
    "shipping": Proposed(
        "change_order_shipping",
        {"order_id": "R537649", "shipping_method": "express", "payment_method_id": CARD},
        "I would change the shipping of order R537649 to express and charge the difference of $7.50 to your Meridian "
        "card. Would you like me to do that?",
    ),
    "exchange": Proposed(
        "exchange_items",
        {
            "order_id": "R323838",
            "item_ids": ["R323838-2"],
            "new_variant_ids": ["V2775761"],
            "payment_method_id": CARD,
        },
        "I can exchange the floor lamp of order R323838 for the one in brass with warm light, and the difference of "
        "$12.25 goes to your Meridian card. Shall I go ahead?",
    ),
    "redirect": Proposed(
        "redirect_refund",
        {"order_id": "R740681", "payment_method_id": GIFT_CARD},
        "I can redirect the refund of order R740681, $103.77, to your gift card ending in 8483. Do you confirm?",
    ),
    "split": Proposed(
        "split_order_payment",
        {
            "order_id": "R537649",
            "gift_card_id": GIFT_CARD,
            "gift_card_amount": "$50.00",
            "payment_method_id": CARD,
        },
        "I would split the payment of order R537649: $50.00 from your gift card, and the rest on your Meridian card. "
        "Shall I do that?",
    ),
    "email": Proposed(
        "change_profile_email",
        {"customer_id": "C21885", "email": "keiko.k@postbox.example"},
        "I would change the e-mail address of your account to keiko.k@postbox.example. Is that correct?",
    ),
    "phone": Proposed(
        "change_profile_phone",
        {"customer_id": "C21885", "phone": "0555 123 456"},
        "I would change your phone number to 0555 123 456. Shall I go ahead?",
    ),
}
ASKS = "Hm, what would happen then?"


def agreed(write: str, *spoken: str) -> bool:
    """Whether a yes confirms the write: proposed in full, answered somehow, asked for once more, and so on."""
    proposed = WRITES[write]
    said: list[Payload] = [CustomerReplied(reply=Reply(text="Hello.")), *spoken_in_turn(proposed.words, *spoken)]
    called = ToolCalled(call_id="x", name=proposed.tool, arguments=dict(proposed.arguments), content="{}")
    yes = CustomerReplied(reply=Reply(text="Yes, please.", stance="agree"))
    _, findings = processes.judge(read(list(events_of([*said, yes, called]))), DESK)
    return not [finding for finding in findings if finding.where == "yes_before_write"]


def spoken_in_turn(*texts: str) -> Iterator[Payload]:
    """The agent and the customer in turn."""
    for at, text in enumerate(texts):
        if at % 2:
            yield CustomerReplied(reply=Reply(text=text))
        else:
            yield AgentSpoke(content=text, heard=text)


def events_of(payloads: list[Payload]) -> Iterator[Event]:
    for at, payload in enumerate(payloads):
        when = datetime(2026, 4, 14, 9, tzinfo=UTC) + timedelta(seconds=at)
        yield Event(seq=at, step=at // 2, at=when, payload=payload)
