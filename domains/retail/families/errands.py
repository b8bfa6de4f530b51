"""Errands put together into drafts: who the customer is, how they are identified, and what is done for them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from domains.kit.draws import Draw
from domains.kit.goal import (
    AnyOf,
    Ask,
    CallPattern,
    ChangePattern,
    Evidence,
    Goal,
    GoldCall,
    Look,
    Move,
    NextGoal,
    Propose,
    ToldFact,
)
from domains.kit.personas import drawn_persona
from domains.kit.scenario import (
    IN_OWN_WORDS,
    CustomerGoal,
    Disclosure,
    Fact,
    Persona,
    Pressure,
    Push,
    Scenario,
    Trait,
    Unknown,
)
from domains.kit.task import Draft
from domains.kit.values import ValueKind
from domains.retail.families.pushes import Pushes
from domains.retail.records import Customer, Order, Product


@dataclass(frozen=True)
class Errand:
    """One goal of a customer, and how a right agent deals with it once the customer is identified."""

    goal: CustomerGoal
    slots: tuple[str, ...]
    """What is asked for at the start of the errand."""
    moves: tuple[Move, ...]
    led_to: tuple[CustomerGoal, ...] = ()
    """Goals that branches of the goal, or of one another, lead to."""
    facts: tuple[Fact, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    tell: tuple[ToldFact, ...] = ()
    forbidden_changes: tuple[ChangePattern, ...] = ()
    forbidden_disclosures: tuple[str, ...] = ()
    number_is_not_all: bool = True
    """Whether the order number and the tools' schemas leave an argument of the gold writes open."""


@dataclass(frozen=True)
class Identity:
    """How the customer can be found."""

    customer: Customer
    facts: tuple[Fact, ...]
    asks: tuple[tuple[str, ...], ...]
    """Slots of the first question, and of further ones where the first does not lead anywhere."""
    call: GoldCall
    unknown: tuple[Unknown, ...] = ()


@dataclass(frozen=True)
class Manner:
    """How a pair of twins speaks: drawn once for both, so that nothing in it tells them apart."""

    traits: tuple[Trait, ...]
    noise: float
    pressure: tuple[Pressure, ...]
    pushes: Mapping[str, tuple[Push, ...]]
    """What goals say with kinds of that ladder, by their ids."""
    wording: str
    forthcoming: bool = False
    """Says the order number at once, where the errand has more that must be asked for or looked up."""
    logged_in: bool = False
    """Writes from where they are logged in, so that the e-mail address is known."""


def manner_of(draw: Draw, wording: str, pushes: Mapping[str, Pushes] | None = None) -> Manner:
    """A drawn manner: a drawn persona's, and a ladder of up to three kinds of pressure.

    `pushes` are the own words of the goals that may be refused, by their ids; kinds of pressure that one of them has no
    words for stay out of the ladder.
    """
    mine, own = draw.stream_of("manner"), pushes or {}
    speaker = drawn_persona(mine, "anybody")
    fitting = [kind for kind in Pressure if kind not in IN_OWN_WORDS or (own and all(kind in p for p in own.values()))]
    shuffled = [kind for kind in mine.shuffled(tuple(Pressure), "pressure") if kind in fitting]
    pressure = tuple(shuffled[: mine.choice((0, 1, 1, 2, 2, 3), "how much pressure")])
    return Manner(
        traits=speaker.traits,
        noise=speaker.noise,
        pressure=pressure,
        pushes={goal: _worded(words, pressure, wording) for goal, words in own.items()},
        wording=wording,
        forthcoming=mine.chance(0.3, "forthcoming"),
    )


def _worded(pushes: Pushes, ladder: tuple[Pressure, ...], wording: str) -> tuple[Push, ...]:
    return tuple(Push(kind=kind, say=pushes[kind][wording]) for kind in ladder if kind in pushes)


def by_email(customer: Customer) -> Identity:
    """The usual way: the e-mail address; name and postcode are known too."""
    email = Fact(key="email", kind=ValueKind.EMAIL, value=customer.email)
    call = GoldCall(tool="find_customer_by_email", arguments={"email": customer.email})
    return Identity(customer, (email, *_name_and_postcode(customer)), (("email",),), call)


def by_name(customer: Customer) -> Identity:
    """For a customer who cannot say the e-mail address of the account."""
    forgotten = Unknown(
        key="email",
        say=(
            "I really don't know which e-mail address I used.",
            "I can't remember the e-mail address of that account.",
        ),
        instead=("full_name", "postcode"),
    )
    call = GoldCall(
        tool="find_customer_by_name_and_postcode",
        arguments={
            "first_name": customer.first_name,
            "last_name": customer.last_name,
            "postcode": customer.postcode,
        },
    )
    asks = (("email",), ("full_name", "postcode"))
    return Identity(customer, _name_and_postcode(customer), asks, call, (forgotten,))


def _name_and_postcode(customer: Customer) -> tuple[Fact, Fact]:
    return (
        Fact(key="full_name", kind=ValueKind.NAME, value=customer.full_name),
        Fact(key="postcode", kind=ValueKind.POSTCODE, value=customer.postcode),
    )


def order_number(order: Order, goal: str | None) -> Fact:
    """The number of the order that a goal is about, or any of the customer's goals: said when it is asked for."""
    return Fact(key="order_id", kind=ValueKind.ID, value=order.id, say=(f"#{order.id}", order.id), goal=goal)


def order_read(order: Order) -> CallPattern:
    """Evidence of what only the order itself shows: its items, their prices, address, shipping, payment, returns."""
    return CallPattern(tool="get_order", arguments={"order_id": order.id})


def orders_listed(customer_id: str) -> CallPattern:
    """Evidence of which orders a customer has."""
    return CallPattern(tool="list_orders", arguments={"customer_id": customer_id})


def line_read(order: Order) -> AnyOf:
    """Evidence of an order's status, days and total, which the list of its customer's orders shows too."""
    return AnyOf(any_of=(order_read(order), orders_listed(order.customer_id)))


def product_read(product: Product) -> CallPattern:
    """Evidence of a product's rules, and of its variants' prices and stock."""
    return CallPattern(tool="get_product", arguments={"product_id": product.id})


def customer_read(order: Order) -> CallPattern:
    """Evidence of what only the profile of the order's customer shows: payment methods and balances of gift cards."""
    return CallPattern(tool="get_customer", arguments={"customer_id": order.customer_id})


def order_and_profile(order: Order) -> tuple[GoldCall, GoldCall]:
    """The look-ups of an order and of its customer's profile."""
    return (
        GoldCall(tool="get_order", arguments={"order_id": order.id}),
        GoldCall(tool="get_customer", arguments={"customer_id": order.customer_id}),
    )


def untouched(order: Order) -> tuple[ChangePattern, ...]:
    """The order must not change, not even for a moment."""
    return (ChangePattern(table="orders", key=order.id),)


def after_change(first: Errand, second: Errand) -> Errand:
    """The second errand on an order that the first one has changed, and rightly; the change shows why it is refused."""
    changes = tuple(
        CallPattern(tool=call.tool, arguments={"order_id": call.arguments["order_id"]})
        for move in first.moves
        if isinstance(move, Propose)
        for call in move.calls
    )
    evidence = tuple(AnyOf(any_of=(*one.ways, *changes)) for one in second.evidence)
    return replace(second, evidence=evidence, forbidden_changes=())


def not_from_a_list(errand: Errand) -> Errand:
    """The errand of a customer who cannot say which of their orders they mean: a list of them does not show it."""
    return replace(errand, evidence=tuple(evidence.ways[0] for evidence in errand.evidence))


def draft(identity: Identity, manner: Manner, *errands: Errand, variant: str = "only") -> Draft:
    """The errands one after the other, told by one customer."""
    first, *others = errands
    asks = () if manner.logged_in else identity.asks
    script: list[Move] = [Ask(slots=(*(asks[0] if asks else ()), *first.slots))]
    script += [Ask(slots=slots) for slots in asks[1:]]
    script += [Look(calls=(identity.call,)), *first.moves]
    for errand in others:
        script += [NextGoal(), *([Ask(slots=errand.slots)] if errand.slots else []), *errand.moves]
    scenario = Scenario(
        persona=Persona(name=identity.customer.full_name, traits=manner.traits, noise=manner.noise),
        facts=(*identity.facts, *(fact for errand in errands for fact in _facts(errand, manner))),
        unknown=(*identity.unknown, *(unknown for errand in errands for unknown in errand.unknown)),
        goals=tuple(_pushing(goal, manner) for errand in errands for goal in (errand.goal, *errand.led_to)),
        pressure=manner.pressure,
        wording=manner.wording,
        account=identity.customer.email if manner.logged_in else None,
    )
    goal = Goal(
        script=_merged(script),
        tell=tuple(told for errand in errands for told in errand.tell),
        evidence=tuple(evidence for errand in errands for evidence in errand.evidence),
        forbidden_changes=tuple(pattern for errand in errands for pattern in errand.forbidden_changes),
        forbidden_disclosures=tuple(text for errand in errands for text in errand.forbidden_disclosures),
    )
    return Draft(scenario=scenario, goal=goal, variant=variant)


def _pushing(goal: CustomerGoal, manner: Manner) -> CustomerGoal:
    own = manner.pushes.get(goal.id)
    return goal.model_copy(update={"pushes": own}) if own else goal


def _facts(errand: Errand, manner: Manner) -> Iterator[Fact]:
    for fact in errand.facts:
        openly = manner.forthcoming and errand.number_is_not_all and fact.key == "order_id"
        yield fact.model_copy(update={"disclose": Disclosure.OPENLY}) if openly else fact


def _merged(script: list[Move]) -> tuple[Move, ...]:
    """Looks that follow each other become one."""
    merged: list[Move] = []
    for move in script:
        last = merged[-1] if merged else None
        if isinstance(move, Look) and isinstance(last, Look):
            merged[-1] = Look(calls=(*last.calls, *move.calls))
        else:
            merged.append(move)
    return tuple(merged)
