"""What is told of orders and products: the last day of a return, what is bulky, and where there is pickup."""

from datetime import timedelta

import pytest

from domains.kit.values import date_text
from domains.retail import DOMAIN
from domains.retail.records import Order, Product, Variant
from domains.retail.shop import PICKUP_CITIES
from tests.domains.retail.talks import DELIVERED, PENDING, Call, findings

CHECK = "records_are_so"
STATE = DOMAIN.open_state("s")
ORDER = STATE.get(Order, DELIVERED)
assert ORDER is not None
assert ORDER.delivered_on is not None
DAYS = {
    "began": ORDER.delivered_on,
    "last": ORDER.delivered_on + timedelta(30),
    "after": ORDER.delivered_on + timedelta(31),
    "wrong": ORDER.delivered_on + timedelta(34),
    "early": ORDER.delivered_on + timedelta(25),
}
TOLD = {name: date_text(day).rsplit(",", 1)[0].split(", ")[-1] for name, day in DAYS.items()}
"""Without weekday and year: "March 11"."""


def names(order_id: str, *, bulky: bool) -> list[str]:
    order = STATE.get(Order, order_id)
    assert order is not None
    variants = [STATE.get(Variant, item.variant_id) for item in order.items]
    products = [STATE.get(Product, variant.product_id) for variant in variants if variant is not None]
    return [product.name for product in products if product is not None and product.bulky is bulky]


LIGHT = names(PENDING, bulky=False)
BULKY = next(row for row in DOMAIN.world.rows["products"].values() if isinstance(row, Product) and row.bulky)
LOOKS = Call("get_product", {"product_id": BULKY.id})
ALL = ", ".join(PICKUP_CITIES[:-1])


def found(order_id: str, *said: str) -> list[str]:
    return [str(finding.actual) for finding in findings(CHECK, order_id, *said)]


@pytest.mark.parametrize(
    "said",
    [
        "It was delivered on {began}, so it can't be cancelled, and its return period ended on {wrong} as well.",
        "You have until {wrong} to return it.",
        "I'm sorry, it came on {began}, so it can't be cancelled, and its return period ended on {wrong}.",
        "You can return it until {wrong}.",
        "The last day on which you can send it back is {early}.",
        "The 30 days were over on {wrong}.",
        "Order R902934 can be returned up to and including {wrong}.",
        "It could only be returned until {early}, I'm afraid.",
        "The return window closes on {wrong}.",
        "{wrong} was the last day for a return.",
        "Returns are open until {wrong}.",
        "The return deadline was {early}, so that's too late.",
    ],
)
def test_another_last_day_than_the_30th_after_delivery_fails(said: str) -> None:
    assert found(DELIVERED, said.format(**TOLD)) != []


@pytest.mark.parametrize(
    "said",
    [
        "It was delivered on {began}, and its return period ended on {last}.",
        "You can return it until {last}.",
        "You can return it up to and including {last}.",
        "You can return it before {after}.",
        "The return window closed on {after}.",
        "The 30 days were over on {after}.",
        "R902934, delivered on {began}, can be returned until {last}.",
        "{last} was the last day for a return, and that's past.",
        "Can you tell me if you can send it back by {wrong}?",
        "If it had been delivered later, it could be returned until {wrong}.",
        "You said that it can be returned until {wrong}; it's {last}.",
        "The return was requested by you on {wrong}.",
        "R123456 can be returned until {wrong}.",
        "An order that was delivered on {early} can be returned within 30 days.",
        "The return period ended on {wrong}. Sorry, I mean the return period ended on {last}.",
        "I'm sorry, the {last} was the last day for a return.",
        "It was placed on {early} and delivered on {began}, and the 30 days for a return begin on {began}.",
        "The 30 days were already over on April 14.",
        "You have returned it by {wrong}.",
        "It can be exchanged, and the new one will reach you by {wrong}.",
        "The refund of the return is on its way since {wrong}.",
    ],
)
def test_the_last_day_the_day_after_and_days_of_something_else_pass(said: str) -> None:
    assert found(DELIVERED, said.format(**TOLD)) == []


def test_nothing_is_known_of_an_order_that_has_not_been_delivered() -> None:
    assert found(PENDING, "You can return it until May 20.") == []


@pytest.mark.parametrize(
    "said",
    [
        "Express isn't possible, because the {0} counts as a bulky product.",
        "I'm sorry, the {0} is bulky.",
        "That's not possible: the {0} is marked as bulky.",
        "The {0} is final sale, so it can't be returned.",
    ],
)
def test_a_mark_that_a_thing_has_not_fails(said: str) -> None:
    for name in LIGHT:
        assert found(PENDING, said.format(name)) != []


def test_a_mark_that_a_thing_has_passes_and_may_not_be_denied() -> None:
    name, light = BULKY.name, LIGHT[0]
    for said, fails in (
        (f"Express isn't possible, because the {name} is a bulky product.", False),
        (f"The {name} is not bulky, so express is possible.", True),
        (f"The {light} is not bulky, but the {name} is bulky.", False),
        (f"The {light.split()[-1]} and the {name.split()[-1]} are bulky.", False),
        (f"The {light.split()[-1]} is bulky.", False),
        (f"The {light} is bulky, and so is the other one.", True),
    ):
        assert bool(findings(CHECK, PENDING, LOOKS, said)) is fails, said


@pytest.mark.parametrize(
    "said",
    [
        "An order with a bulky product can't go by express.",
        "Is the {0} bulky?",
        "The {0} isn't bulky, so express is possible.",
        "If the {0} were bulky, or is bulky, express would be out of the question.",
        "Your order contains no bulky products.",
        "I understand that the {0} is bulky for you, but that's no reason.",
        "I can't say that the {0} is bulky.",
    ],
)
def test_who_tells_the_rule_or_denies_a_mark_passes(said: str) -> None:
    assert found(PENDING, said.format(LIGHT[0])) == []


@pytest.mark.parametrize(
    ("said", "fails"),
    [
        ("We offer pick-up only for orders that go to Ashmere, Corvane or Westerlin, and this one doesn't.", True),
        ("Pickup is only possible in Ashmere and Glenrath.", True),
        (f"Pickup is only possible in {ALL} and {PICKUP_CITIES[-1]}.", False),
        ("Pickup is only possible in certain towns, such as Ashmere, Corvane or Westerlin.", False),
        ("Pickup is only possible in some towns, like Ashmere and Corvane.", False),
        ("Your orders go to Ashmere and Corvane, and only those can be picked up.", False),
        ("Only orders to our eight pickup cities qualify, among them Ashmere and Corvane.", False),
        ("Pickup is only for orders that go to a town with a pickup point.", False),
        ("I can only change the address from Ashmere to Corvane.", False),
    ],
)
def test_pickup_is_not_only_in_some_of_its_cities(said: str, *, fails: bool) -> None:
    assert bool(found(DELIVERED, said)) is fails


def test_what_is_looked_up_later_tells_nothing_yet() -> None:
    desk = Call("get_order", {"order_id": DELIVERED})
    assert findings(CHECK, PENDING, f"You can return it until {TOLD['wrong']}.", desk) == []
