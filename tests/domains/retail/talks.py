"""Short sessions at the service desk, written down as what the two say and what the agent calls."""

from dataclasses import replace
from typing import NamedTuple

from app.engine.events import EndReason, ToolCalled
from app.grading.grader import grade
from app.grading.verdict import Finding
from domains.kit.records import JSON
from domains.kit.task import Task
from domains.retail import DOMAIN
from domains.retail.checks import CHECKS
from tests.app.grading.bike_shop import Play

PENDING, DELIVERED, ON_ITS_WAY_BACK, UNDER_WAY = "R537649", "R902934", "R740681", "R798281"
"""Keiko's; the first goes to Silverbeck by standard shipping and costs $318.50."""
CANCELLED, EXCHANGED, RETURNING = "R262595", "R645661", "R734297"
"""Sibyl's."""
EXPRESS = "R606734"
"""Adela's, whose shipping has been changed once."""
MOSES_OWN = "R264092"
"""Pending."""
TWO_CARDS = "R112833"
"""Enzo's, who has two Cardinal cards, and paid $194.35 with the one that ends in 3367."""
KEIKO, CARD, GIFT_CARD, WALLET = "C21885", "card-21885-1", "gift-21885", "wallet-21885"
EMAILS = {
    KEIKO: "kessler46.keiko@inkwell.example",
    "C21367": "sibyl.stavros@inkwell.example",
    "C20811": "sandoval58.adela@mailhaven.example",
    "C21382": "oakhurst36.moses@northmail.example",
    "C20107": "ostrander37.enzo@mailhaven.example",
}
TASK = next(iter(DOMAIN.tasks.values()))


class Call(NamedTuple):
    """A call, which succeeds unless it is to be refused."""

    tool: str
    arguments: dict[str, JSON]
    refused: bool = False


class Customer(NamedTuple):
    """What the customer says."""

    text: str
    stance: str | None = None
    denied: tuple[str, ...] = ()
    """Goals that they let go with it."""


YES, NO, HM = Customer("Yes, please.", "agree"), Customer("No, leave it.", "reject"), Customer("Hm, really?")
_MEADOW = {"street": "143 Meadow Bank", "city": "Vellmouth", "postcode": "81297"}
ADDRESS = Call("change_order_address", {"order_id": PENDING, **_MEADOW})
CANCEL = Call("cancel_order", {"order_id": PENDING, "reason": "no longer needed"})
TO_PICKUP, TO_EXPRESS = (
    Call("change_order_shipping", {"order_id": PENDING, "shipping_method": method, "payment_method_id": CARD})
    for method in ("pickup", "express")
)
PAYMENT = Call("change_order_payment", {"order_id": PENDING, "payment_method_id": WALLET})
SPLIT = Call(
    "split_order_payment",
    {"order_id": PENDING, "gift_card_id": GIFT_CARD, "gift_card_amount": "$20.00", "payment_method_id": CARD},
)
RETURN = Call("return_items", {"order_id": DELIVERED, "item_ids": [f"{DELIVERED}-1"], "payment_method_id": CARD})
REDIRECT = Call("redirect_refund", {"order_id": ON_ITS_WAY_BACK, "payment_method_id": GIFT_CARD})
EMAIL = Call("change_profile_email", {"customer_id": KEIKO, "email": "keiko.k@postbird.example"})
PHONE = Call("change_profile_phone", {"customer_id": KEIKO, "phone": "0555 123 456"})
PROFILE = Call("change_profile_address", {"customer_id": KEIKO, **_MEADOW})
HAND_OVER = Call(
    "transfer_to_human", {"topic": "missing parcel", "summary": "It has not arrived.", "order_id": DELIVERED}
)
Turn = str | Call | Customer


class Desk(Play):
    """A session up to the customer having been found and their order read."""

    def __init__(self, order_id: str) -> None:
        super().__init__("")
        self.state = DOMAIN.open_state("s1")
        order = DOMAIN.world.rows["orders"][order_id].model_dump()
        self.customer(f"I am {EMAILS[order['customer_id']]}, and it is about {order_id}.")
        self.calls("find_customer_by_email", email=EMAILS[order["customer_id"]])
        self.calls("get_order", order_id=order_id)

    def call(self, call: Call) -> None:
        self.calls(call.tool, **call.arguments)
        called = self.events[-1].payload
        assert isinstance(called, ToolCalled)
        assert called.is_error is call.refused, called.content


def findings(check: str, order_id: str, *turns: Turn, task: Task = TASK) -> list[Finding]:
    """What one check finds in a session about an order."""
    desk = Desk(order_id)
    for turn in turns:
        if isinstance(turn, Call):
            desk.call(turn)
        elif isinstance(turn, Customer):
            desk.customer(turn.text, stance=turn.stance, denied=turn.denied)
        else:
            desk.says(turn)
    domain = replace(DOMAIN, checks=tuple(each for each in CHECKS if each.id == check))
    verdict = grade(task, desk.end(EndReason.CUSTOMER_DONE), domain)
    return [finding for finding in verdict.findings if finding.where == check]
