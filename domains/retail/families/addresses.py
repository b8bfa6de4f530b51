"""Sending an order to another address: refused where it is on its way already."""

from typing import NamedTuple

from domains.kit.draws import Draw
from domains.kit.goal import GoldCall, Look, Move, Propose, Refuse
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal, Fact, Want
from domains.kit.task import Draft, Family, Split
from domains.kit.values import ValueKind
from domains.kit.world import World
from domains.retail.families.desk import Desk, desk_of
from domains.retail.families.errands import Errand, by_email, draft, line_read, manner_of, order_number, untouched
from domains.retail.records import Customer, Order, OrderStatus
from domains.retail.speech import address_text

INTENTS = {
    "a": (
        "I'd like an order to go to another address.",
        "I've moved, and an order of mine should go to my new address.",
        "Can you change the shipping address of an order?",
    ),
    "b": (
        "An order of mine is about to go to the wrong place, please change where it is sent.",
        "I need the delivery address of an order updated.",
        "Please send one of my orders somewhere else than planned.",
    ),
}


class Address(NamedTuple):
    """Where an order should go."""

    street: str
    city: str
    postcode: str


def new_address(desk: Desk, draw: Draw) -> Address:
    """An address in the shop's country at which no customer lives."""
    city, prefix = draw.choice(desk.places, "city")
    free = [f"{number} {lane}" for lane in desk.lanes for number in range(2, 180, 3)]
    street = next(line for line in draw.shuffled(free, "street") if line not in desk.streets)
    return Address(street, city, f"{prefix}{draw.integer(1000, 'postcode'):03d}")


def change_address(order: Order, address: Address, *, goal: str, intent: tuple[str, ...], refusal: str = "") -> Errand:
    """Send an order to another address; with a `refusal`, a clause that says why not."""
    look = Look(calls=(GoldCall(tool="get_order", arguments={"order_id": order.id}),))
    text = address_text(*address)
    arguments = {"order_id": order.id, **address._asdict()}
    move: Move = Propose(
        summary=f"change the shipping address of order {order.id} to {text}",
        receipt=f"the shipping address of order {order.id} has been changed to {text}",
        calls=(GoldCall(tool="change_order_address", arguments=arguments),),
    )
    if refusal:
        move = Refuse(what=f"change the shipping address of order {order.id}", because=refusal)
    return Errand(
        goal=CustomerGoal(
            id=goal,
            action="change_order",
            intent=intent,
            wants=address_wanted(order, address),
            branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
        ),
        slots=("order_id", "address"),
        moves=(look, move),
        facts=(
            order_number(order, goal),
            Fact(key="address", kind=ValueKind.TEXT, value=text, goal=goal),
        ),
        evidence=(line_read(order),) if refusal else (),
        forbidden_changes=untouched(order) if refusal else (),
    )


def address_wanted(old: Order | Customer, address: Address) -> tuple[Want, ...]:
    """The parts of a new address, with those of the old one as what a wrong proposal could name."""
    street = Want(key="street", kind=ValueKind.TEXT, value=address.street, among=(old.street,))
    city = Want(
        key="city",
        kind=ValueKind.TEXT,
        value=address.city,
        among=(old.city,) if old.city != address.city else (),
    )
    # Under the key of identification: asked for "street, city and postcode", the customer gives the new one.
    postcode = Want(
        key="postcode",
        kind=ValueKind.POSTCODE,
        value=address.postcode,
        among=(old.postcode,) if old.postcode != address.postcode else (),
    )
    return street, city, postcode


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording)
    pending = desk.choose(draw, "pending", OrderStatus.PENDING)
    gone = desk.choose(draw, "processed", OrderStatus.PROCESSED)
    if pending is None or gone is None:
        return ()
    intent = INTENTS[wording]
    one = new_address(desk, draw.stream_of("one"))
    two = new_address(desk, draw.stream_of("two"))
    allowed = change_address(pending, one, goal="address", intent=intent)
    refused = change_address(gone, two, goal="address", intent=intent, refusal="it is already with the carrier")
    return (
        draft(by_email(desk.customer(pending)), manner, allowed, variant="allowed"),
        draft(by_email(desk.customer(gone)), manner, refused, variant="refused"),
    )


CHANGE_ADDRESS = Family(
    name="change_address",
    title="Send a pending order to another address; in the twin it is with the carrier.",
    make=_make,
    splits=frozenset(Split),
)
