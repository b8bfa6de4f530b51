"""The ways in which the values of a write can be said."""

import pytest

from domains.kit.changes import Actor, Change
from domains.kit.checks import Mentions
from domains.kit.records import JSON
from domains.retail.mentions import mentions
from domains.retail.records import Order
from domains.retail.speech import option_forms
from tests.domains.retail.floor import DELIVERED, MOSS_LARGE, NAVY_LARGE, PENDING, open_shop


def ways(**arguments: JSON) -> Mentions:
    return mentions(open_shop(), "any", {"order_id": PENDING, **arguments})


def test_an_order_is_said_with_or_without_its_sign() -> None:
    assert ways()["order_id"] == ((PENDING,), (f"#{PENDING}",))


def test_a_reason_is_said_in_its_words() -> None:
    assert ("no longer need",) in ways(reason="no longer needed")["reason"]
    assert {("no longer required",), ("don't want",)} <= set(ways(reason="no longer needed")["reason"])
    assert {("accidentally",), ("in error",)} <= set(ways(reason="ordered by mistake")["reason"])


def test_a_card_is_said_by_its_digits_or_its_brand() -> None:
    said = ways(payment_method_id="card-20001-2")["payment_method_id"]
    assert {("2716",), ("Meridian card",), ("card-20001-2",)} <= set(said)


def test_the_original_method_may_be_called_so_and_others_may_not() -> None:
    assert ("original payment",) in ways(payment_method_id="card-20001-1")["payment_method_id"]
    assert ("card you paid with",) in ways(payment_method_id="card-20001-1")["payment_method_id"]
    assert ("original payment",) not in ways(payment_method_id="card-20001-2")["payment_method_id"]
    assert ("card you paid with",) not in ways(payment_method_id="card-20001-2")["payment_method_id"]


def test_the_only_card_is_said_by_its_kind() -> None:
    state = open_shop()
    for method_id in ("card-20001-1", "card-20001-2"):
        assert ("your card",) not in ways(payment_method_id=method_id)["payment_method_id"]
    row = state.world.rows["payment_methods"]["card-20001-2"].model_dump(mode="json")
    state.load([Change(table="payment_methods", key="card-20001-2", before=row, after=None)])
    said = mentions(state, "any", {"order_id": PENDING, "payment_method_id": "card-20001-1"})["payment_method_id"]
    assert {("your card",), ("credit card",)} <= set(said)


def test_the_only_gift_card_is_said_by_its_kind() -> None:
    assert ("gift card",) in ways(payment_method_id="gift-20001")["payment_method_id"]


def test_an_item_is_said_by_its_id_or_by_its_product() -> None:
    said = ways(item_ids=[f"{PENDING}-1"])["item_ids"]
    assert {(f"{PENDING}-1",), ("Fellbrook rain jacket",), ("rain jacket",), ("jacket",), ("Fellbrook",)} <= set(said)
    assert ("whole order",) not in said


def test_the_only_item_of_an_order_is_said_by_its_options() -> None:
    state = open_shop()
    order = state.world.rows["orders"][PENDING].model_dump(mode="json")
    assert ("navy", "small") not in ways(item_ids=[f"{PENDING}-1"])["item_ids"]
    alone = Change(table="orders", key=PENDING, before={"items": order["items"]}, after={"items": order["items"][:1]})
    state.load([alone])
    said = mentions(state, "any", {"order_id": PENDING, "item_ids": [f"{PENDING}-1"]})["item_ids"]
    assert {("navy", "small"), ("rain jacket",)} <= set(said)


def test_all_items_together_may_be_called_the_whole_order() -> None:
    said = ways(item_ids=[f"{PENDING}-1", f"{PENDING}-2"])["item_ids"]
    assert ("whole order",) in said
    assert ("rain jacket", "bath towel") in said
    assert ("rain jacket",) not in said


def test_two_items_that_are_the_whole_order_may_be_called_both() -> None:
    said = ways(item_ids=[f"{PENDING}-1", f"{PENDING}-2"])["item_ids"]
    assert {("both items",), ("both of them",), ("both from",), ("both go back",)} <= set(said)
    assert ("both",) not in said


@pytest.mark.parametrize("items", [[f"{PENDING}-1"], [f"{PENDING}-1", f"{PENDING}-1"]])
def test_one_item_of_two_is_not_both(items: list[str]) -> None:
    assert ("both items",) not in ways(item_ids=items)["item_ids"]


def test_two_items_of_three_are_not_both() -> None:
    shop = open_shop()
    order = shop.get(Order, PENDING)
    assert order is not None
    third = order.items[0].model_copy(update={"id": f"{PENDING}-3"})
    before, after = (
        each.model_dump(mode="json") for each in (order, order.model_copy(update={"items": (*order.items, third)}))
    )
    shop.load([Change(table="orders", key=PENDING, before=before, after=after, actor=Actor.AGENT)])
    found = mentions(shop, "any", {"order_id": PENDING, "item_ids": [f"{PENDING}-1", f"{PENDING}-2"]})
    assert ("both items",) not in found["item_ids"]


def test_a_variant_is_said_by_its_id_or_by_all_of_its_options() -> None:
    said = ways(item_ids=[f"{PENDING}-1"], new_variant_ids=[MOSS_LARGE])["new_variant_ids"]
    assert set(said) == {(MOSS_LARGE,), ("moss", "large")}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("3 litre", "three litres"),
        ("2.0 litre", "two litre"),
        ("1.5 litre", "1.5 litres"),
        ("500 ml", "five hundred millilitres"),
        ("2-person", "two people"),
        ("16 inch", "sixteen inches"),
        ("EU 42", "size 42"),
    ],
)
def test_a_measure_is_said_in_figures_or_words(value: str, said: str) -> None:
    assert option_forms(value)[0] == value
    assert said in option_forms(value)


def test_what_measures_nothing_is_said_as_it_is() -> None:
    assert option_forms("low-back") == ("low-back",)


def test_a_variant_is_said_by_the_options_that_change() -> None:
    said = ways(item_ids=[f"{PENDING}-1"], new_variant_ids=[NAVY_LARGE])["new_variant_ids"]
    assert ("large",) in said


def test_without_items_to_compare_all_options_must_be_said() -> None:
    said = ways(item_ids=[f"{DELIVERED}-1"], new_variant_ids=[NAVY_LARGE])["new_variant_ids"]
    assert ("large",) not in said


def test_shipping_is_said_in_its_words() -> None:
    assert ("express",) in ways(shipping_method="express")["shipping_method"]
    assert ("pick-up",) in ways(shipping_method="pickup")["shipping_method"]


def test_a_gift_card_that_pays_a_part_is_said_like_any_method() -> None:
    assert {("gift card",), ("8123",)} <= set(ways(gift_card_id="gift-20001")["gift_card_id"])


def test_an_unknown_order_has_no_other_words() -> None:
    assert mentions(open_shop(), "cancel_order", {"order_id": "R999999", "reason": "no longer needed"}) == {}


def test_unknown_values_are_said_as_they_are() -> None:
    found = ways(item_ids=[f"{PENDING}-1"], new_variant_ids=["V9999999"], payment_method_id="card-1", reason="x")
    assert found["new_variant_ids"] == (("V9999999",),)
    assert found["payment_method_id"] == (("card-1",),)
    assert found["reason"] == (("x",),)
