"""What stands in a profile: only who was found by the account's e-mail address can have it changed."""

from typing import NamedTuple

from domains.kit.draws import Draw
from domains.kit.goal import CallPattern, ChangePattern, GoldCall, Move, Propose, Refuse
from domains.kit.scenario import Branch, BranchOn, BranchThen, CustomerGoal, Fact, Want
from domains.kit.task import Draft, Family, Split
from domains.kit.values import ValueKind
from domains.kit.world import World
from domains.retail.families.addresses import Address, address_wanted, change_address, new_address
from domains.retail.families.desk import Desk, desk_of
from domains.retail.families.errands import Errand, Identity, by_email, by_name, draft, manner_of
from domains.retail.families.pushes import OF_PROFILES
from domains.retail.records import Customer, OrderStatus
from domains.retail.speech import address_text

INTENTS = {
    "e-mail address": {
        "a": (
            "I have a new e-mail address, please put it into my account.",
            "Can you change the e-mail address of my account?",
        ),
        "b": (
            "My account should run under another e-mail address from now on.",
            "Please replace the e-mail address that you have for me.",
        ),
    },
    "phone number": {
        "a": (
            "I have a new phone number, please put it into my account.",
            "Can you change the phone number in my account?",
        ),
        "b": (
            "You still have an old phone number of mine, that should be another one.",
            "Please replace the phone number that you have for me.",
        ),
    },
}
MOVING_INTENTS = {
    "a": (
        "I've moved, please change the address in my profile.",
        "My home address has changed, and my account should have the new one.",
    ),
    "b": (
        "There is a new home address that you should have in my profile.",
        "I live somewhere else now, so my account needs another address.",
    ),
}
FOLLOWING_INTENTS = {
    "a": (
        "An order of mine should go to the new address too.",
        "And please send one of my orders to that address as well.",
    ),
    "b": (
        "There's also an order that should not go to my old home.",
        "One of my orders has to be sent to the new place, too.",
    ),
}


class _Entry(NamedTuple):
    """A line of a profile that can be changed: how it is called, kept, asked for and written."""

    name: str
    slot: str
    kind: ValueKind
    tool: str
    argument: str


_ENTRIES = (
    _Entry("e-mail address", "new_email", ValueKind.EMAIL, "change_profile_email", "email"),
    _Entry("phone number", "phone", ValueKind.PHONE, "change_profile_phone", "phone"),
)
UNPROVEN = "it can be changed only for a customer who gives the present e-mail address of the account"


def _change_entry(
    customer: Customer, entry: _Entry, value: str, *, intent: tuple[str, ...], refusal: str = ""
) -> Errand:
    """Change a line of a profile; with a `refusal`, a clause that says why not."""
    arguments = {"customer_id": customer.id, entry.argument: value}
    move: Move = Propose(
        summary=f"change the {entry.name} in your profile to {value}",
        receipt=f"the {entry.name} in your profile has been changed to {value}",
        calls=(GoldCall(tool=entry.tool, arguments=arguments),),
    )
    if refusal:
        move = Refuse(what=f"change the {entry.name} in your profile", because=refusal)
    return Errand(
        goal=CustomerGoal(
            id="profile",
            action="change_order",
            intent=intent,
            wants=(Want(key=entry.slot, kind=entry.kind, value=value),),
            branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
        ),
        slots=(entry.slot,),
        moves=(move,),
        evidence=_found_by_name(customer) if refusal else (),
        forbidden_changes=(ChangePattern(table="customers", key=customer.id),) if refusal else (),
    )


def _found_by_name(customer: Customer) -> tuple[CallPattern, ...]:
    arguments = {"last_name": customer.last_name, "postcode": customer.postcode}
    return (CallPattern(tool="find_customer_by_name_and_postcode", arguments=arguments),)


def _new_value(desk: Desk, customer: Customer, entry: _Entry, draw: Draw) -> str:
    """An address or a number that nobody in the shop has."""
    occurrence = 0
    while True:
        host = draw.choice(sorted({email.partition("@")[2] for email in desk.emails}), "host")
        tail = 100 + draw.integer(900, "tail", occurrence)
        email = f"{customer.email.partition('@')[0].partition('.')[0]}{tail}@{host}"
        phone = f"0555 {700 + draw.integer(300, 'middle', occurrence)} {draw.integer(1000, 'end', occurrence):03d}"
        value = email if entry.kind is ValueKind.EMAIL else phone
        if value not in desk.emails | desk.phones:
            return value
        occurrence += 1


def _make(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    desk, manner = desk_of(world), manner_of(draw, wording, {"profile": OF_PROFILES})
    entry = draw.choice(_ENTRIES, "entry")
    drafts = []
    for variant in ("allowed", "refused"):
        customer = desk.customer(draw.choice(desk.orders, "customer", variant))
        value = _new_value(desk, customer, entry, draw.stream_of(variant))
        allowed = variant == "allowed"
        identity: Identity = by_email(customer) if allowed else by_name(customer)
        errand = _change_entry(
            customer,
            entry,
            value,
            intent=INTENTS[entry.name][wording],
            refusal="" if allowed else UNPROVEN,
        )
        drafts.append(draft(identity, manner, errand, variant=variant))
    return tuple(drafts)


def change_home(customer: Customer, address: Address, *, goal: str, intent: tuple[str, ...]) -> Errand:
    """Change the address in a profile."""
    text = address_text(*address)
    arguments = {"customer_id": customer.id, **address._asdict()}
    return Errand(
        goal=CustomerGoal(
            id=goal,
            action="change_order",
            intent=intent,
            wants=address_wanted(customer, address),
            branches=(Branch(on=BranchOn.REFUSED, then=BranchThen.ACCEPT),),
        ),
        slots=("address",),
        moves=(
            Propose(
                summary=f"change the address in your profile to {text}",
                receipt=f"the address in your profile has been changed to {text}",
                calls=(GoldCall(tool="change_profile_address", arguments=arguments),),
            ),
        ),
        facts=(Fact(key="address", kind=ValueKind.TEXT, value=text, goal=goal),),
    )


def _make_moved(world: World, draw: Draw, wording: str) -> tuple[Draft, ...]:
    """The profile can be changed in both twins; the order that should follow has left the shop in one of them."""
    desk, manner = desk_of(world), manner_of(draw, wording)
    drafts = []
    for variant, status in (("allowed", OrderStatus.PENDING), ("refused", OrderStatus.PROCESSED)):
        order = desk.choose(draw, variant, status)
        if order is None:
            return ()
        address = new_address(desk, draw.stream_of(variant))
        home = change_home(desk.customer(order), address, goal="home", intent=MOVING_INTENTS[wording])
        following = change_address(
            order,
            address,
            goal="order",
            intent=FOLLOWING_INTENTS[wording],
            refusal="" if variant == "allowed" else "it is already with the carrier",
        )
        drafts.append(draft(by_email(desk.customer(order)), manner, home, following, variant=variant))
    return tuple(drafts)


CHANGE_PROFILE = Family(
    name="change_profile",
    title="Change e-mail address or phone number; the twin can be found by name only, for whom it is forbidden.",
    make=_make,
    splits=frozenset(Split),
)
MOVED_HOUSE = Family(
    name="moved_house",
    title="Change the address in the profile, then that of an order; in the twin the order is with the carrier.",
    make=_make_moved,
    splits=frozenset({Split.TRAIN, Split.TEST}),
)
