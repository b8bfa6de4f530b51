"""Parcels that have not come: handed over to a person if they count as delivered, and not while they travel."""

from domains.kit.draws import Draw
from domains.kit.goal import GoldCall, HandOver, Look, Move, Refuse
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal, Fact
from domains.kit.task import Draft, Family, Split
from domains.kit.values import ValueKind
from domains.kit.world import World
from domains.retail.families.desk import desk_of, in_window
from domains.retail.families.errands import Errand, by_email, draft, line_read, manner_of, order_number, order_read
from domains.retail.records import Order, OrderStatus
from domains.retail.shop import HandoffTopic

INTENTS = {
    "a": (
        "My parcel has not arrived.",
        "I'm still waiting for a parcel that never came.",
        "Something I ordered has not reached me.",
    ),
    "b": (
        "A parcel of mine didn't turn up.",
        "I haven't received an order of mine.",
        "Where is my parcel? Nothing has come so far.",
    ),
}
_ISSUE = Fact(
    key="issue",
    kind=ValueKind.TEXT,
    value="the parcel has not arrived",
    say=("the parcel has not arrived", "the parcel never came"),
)
TOPIC: HandoffTopic = "missing parcel"


def report_missing(order: Order, *, goal: str, intent: tuple[str, ...]) -> Errand:
    """Hand over the report of a parcel that counts as delivered; say of any other that it is on its way."""
    gone = order.status is OrderStatus.DELIVERED
    look = Look(calls=(GoldCall(tool="get_order", arguments={"order_id": order.id}),))
    summary = f"Order {order.id} counts as delivered, and the customer says that the parcel has not arrived."
    arguments = {"topic": TOPIC, "summary": summary, "order_id": order.id}
    move: Move = HandOver(call=GoldCall(tool="transfer_to_human", arguments=arguments))
    if not gone:
        because = "it is with the carrier and still on its way to you"
        move = Refuse(what=f"report order {order.id} as missing", because=because)
    return Errand(
        goal=CustomerGoal(
            id=goal,
            action="report_problem",
            intent=intent,
            branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
        ),
        slots=("order_id",),
        moves=(look, move),
        facts=(order_number(order, goal), _ISSUE),
        # An order must be read before anybody is handed over; that it travels, a list shows as well.
        evidence=(order_read(order) if gone else line_read(order),),
    )


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording)
    gone = desk.choose(draw, "delivered", OrderStatus.DELIVERED, in_window)
    travelling = desk.choose(draw, "processed", OrderStatus.PROCESSED)
    if gone is None or travelling is None:
        return ()
    return tuple(
        draft(
            by_email(desk.customer(order)),
            manner,
            report_missing(order, goal="parcel", intent=INTENTS[wording]),
            variant=variant,
        )
        for variant, order in (("handed over", gone), ("refused", travelling))
    )


MISSING_PARCEL = Family(
    name="missing_parcel",
    title="A parcel has not come: hand over if it counts as delivered; in the twin it is still on its way.",
    make=_make,
    splits=frozenset({Split.TEST}),
)
