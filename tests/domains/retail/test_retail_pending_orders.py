"""Tools that change or cancel orders which have not been packed."""

import pytest

from domains.kit.records import JSON
from tests.domains.retail.floor import (
    CANCELLED,
    COMING_BACK,
    DELIVERED,
    MOSS_LARGE,
    MOSS_SMALL,
    NAVY_LARGE,
    NAVY_SMALL,
    PENDING,
    PROCESSED,
    RETURNED,
    WHITE,
    added,
    done,
    open_shop,
    refused,
    row,
)

CARD, OTHER_CARD, GIFT, FOREIGN_WALLET = "card-20001-1", "card-20001-2", "gift-20001", "wallet-20002"
ADDRESS = {"street": "7 Heron Quay", "city": "Corvane", "postcode": "15001"}


def items(order: str = PENDING, *, new: str = NAVY_LARGE, method: str = CARD, **others: JSON) -> dict[str, JSON]:
    usual = {"order_id": order, "item_ids": [f"{order}-1"], "new_variant_ids": [new], "payment_method_id": method}
    return {**usual, **others}


CALLS: tuple[tuple[str, dict[str, JSON]], ...] = (
    ("cancel_order", {"reason": "no longer needed"}),
    ("change_order_items", {"item_ids": ["x"], "new_variant_ids": [NAVY_LARGE], "payment_method_id": CARD}),
    ("change_order_address", ADDRESS),
    ("change_order_shipping", {"shipping_method": "express", "payment_method_id": CARD}),
    ("change_order_payment", {"payment_method_id": OTHER_CARD}),
    ("split_order_payment", {"gift_card_id": GIFT, "gift_card_amount": "$10.00", "payment_method_id": CARD}),
)


@pytest.mark.parametrize("order", [PROCESSED, DELIVERED, CANCELLED, COMING_BACK, RETURNED])
@pytest.mark.parametrize(("tool", "arguments"), CALLS)
def test_only_a_pending_order_can_be_changed(tool: str, arguments: dict[str, JSON], order: str) -> None:
    assert "only a pending order" in refused(open_shop(), tool, order_id=order, **arguments)


@pytest.mark.parametrize(("tool", "arguments"), CALLS)
def test_an_unknown_order_cannot_be_changed(tool: str, arguments: dict[str, JSON]) -> None:
    assert "There is no order" in refused(open_shop(), tool, order_id="R999999", **arguments)


def test_cancelling_refunds_the_total_to_the_original_method() -> None:
    state = open_shop()
    done(state, "cancel_order", order_id=PENDING, reason="ordered by mistake")
    assert row(state, "orders", PENDING)["status"] == "cancelled"
    assert added(state, "refunds") == [
        {"order_id": PENDING, "customer_id": "C20001", "payment_method_id": CARD, "amount": 11450}
    ]


def test_a_reason_that_is_not_listed_is_refused() -> None:
    assert "reason" in refused(open_shop(), "cancel_order", order_id=PENDING, reason="found cheaper elsewhere")


def test_a_dearer_variant_is_charged() -> None:
    state = open_shop()
    result = done(state, "change_order_items", **items(method=OTHER_CARD))
    assert result == {"order_id": PENDING, "difference": "$10.00", "new_total": "$124.50"}
    assert row(state, "orders", PENDING)["items"][0] == {"id": f"{PENDING}-1", "variant_id": NAVY_LARGE, "price": 10000}
    assert [charge["payment_method_id"] for charge in added(state, "charges")] == [OTHER_CARD]


def test_a_cheaper_variant_is_refunded_and_fills_a_gift_card() -> None:
    state = open_shop()
    done(state, "change_order_items", **items(new=MOSS_LARGE, method=GIFT))
    assert [refund["amount"] for refund in added(state, "refunds")] == [1000]
    assert row(state, "payment_methods", GIFT)["balance"] == 2200


def test_items_can_be_changed_once() -> None:
    state = open_shop()
    done(state, "change_order_items", **items())
    assert "no second time" in refused(state, "change_order_items", **items(new=MOSS_LARGE))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (items(new=MOSS_SMALL), "out of stock"),
        (items(new=NAVY_SMALL), "already"),
        (items(new=WHITE), "another product"),
        (items(new="V9999999"), "There is no variant"),
        (items(item_ids=[f"{DELIVERED}-1"]), "has no item"),
        (items(item_ids=[]), "at least one"),
        (items(item_ids=[f"{PENDING}-1"] * 2, new_variant_ids=[NAVY_LARGE] * 2), "twice"),
        (items(item_ids=[f"{PENDING}-1", f"{PENDING}-2"]), "one new variant for each"),
        (items(method=FOREIGN_WALLET), "is not a payment method of the customer"),
        (items(method="card-1"), "is not a payment method of the customer"),
    ],
)
def test_changes_of_items_that_do_not_fit_are_refused(arguments: dict[str, JSON], says: str) -> None:
    assert says in refused(open_shop(), "change_order_items", **arguments)


def test_a_gift_card_that_holds_too_little_is_refused() -> None:
    state = open_shop()
    done(state, "change_order_payment", order_id=PENDING, payment_method_id=OTHER_CARD)
    message = refused(state, "change_order_payment", order_id=PENDING, payment_method_id=GIFT)
    assert "holds $12.00, and $114.50 is needed" in message


def test_a_gift_card_that_holds_enough_pays_a_difference() -> None:
    state = open_shop()
    done(state, "change_order_items", **items(method=GIFT))
    assert row(state, "payment_methods", GIFT)["balance"] == 200


def test_an_address_is_changed_in_the_order_and_not_in_the_profile() -> None:
    state = open_shop()
    done(state, "change_order_address", order_id=PENDING, **ADDRESS)
    changed = row(state, "orders", PENDING)
    assert {name: changed[name] for name in ADDRESS} == ADDRESS
    assert row(state, "customers", "C20001")["street"] == "1 Kiln Road"


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ({"street": "1 Kiln Road", "city": "Ashmere", "postcode": "10442"}, "already"),
        ({**ADDRESS, "postcode": "1500"}, "postcode"),
        ({**ADDRESS, "street": "  "}, "house number"),
        ({**ADDRESS, "city": "x" * 81}, "at most 80"),
    ],
)
def test_addresses_that_do_not_fit_are_refused(address: dict[str, JSON], says: str) -> None:
    assert says in refused(open_shop(), "change_order_address", order_id=PENDING, **address)


def shipped(method: str = "express", by: str = CARD) -> dict[str, JSON]:
    return {"order_id": PENDING, "shipping_method": method, "payment_method_id": by}


def test_dearer_shipping_is_charged_and_raises_the_total() -> None:
    state = open_shop()
    result = done(state, "change_order_shipping", **shipped(by=OTHER_CARD))
    assert (result["difference"], result["new_total"]) == ("$7.50", "$122.00")
    assert [(c["payment_method_id"], c["amount"]) for c in added(state, "charges")] == [(OTHER_CARD, 750)]
    changed = row(state, "orders", PENDING)
    assert (changed["shipping"], changed["shipping_paid"]) == ("express", 1200)


def test_cheaper_shipping_is_refunded_and_fills_a_gift_card() -> None:
    state = open_shop()
    done(state, "change_order_shipping", **shipped("pickup", by=GIFT))
    assert [(r["payment_method_id"], r["amount"]) for r in added(state, "refunds")] == [(GIFT, 450)]
    assert row(state, "payment_methods", GIFT)["balance"] == 1650


def test_express_for_a_bulky_product_is_left_to_the_policy() -> None:
    state = open_shop()
    assert done(state, "get_order", order_id=PENDING)["items"][1]["bulky"] is True
    done(state, "change_order_shipping", **shipped("express"))


def test_shipping_can_be_changed_once() -> None:
    state = open_shop()
    done(state, "change_order_shipping", **shipped())
    assert "no second time" in refused(state, "change_order_shipping", **shipped("standard"))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (shipped("standard"), "goes by standard already"),
        (shipped("overnight"), "shipping_method"),
        (shipped(by=FOREIGN_WALLET), "not a payment method"),
    ],
)
def test_changes_of_shipping_that_do_not_fit_are_refused(arguments: dict[str, JSON], says: str) -> None:
    assert says in refused(open_shop(), "change_order_shipping", **arguments)


def test_pickup_is_refused_where_there_is_no_pick_up_point() -> None:
    state = open_shop()
    done(state, "change_order_address", order_id=PENDING, **{**ADDRESS, "city": "Oldfen"})
    assert "no pick-up point in Oldfen" in refused(state, "change_order_shipping", **shipped("pickup"))


def test_an_order_that_is_picked_up_stays_near_a_pick_up_point() -> None:
    state = open_shop()
    done(state, "change_order_shipping", **shipped("pickup"))
    away = {**ADDRESS, "city": "Oldfen"}
    assert "no pick-up point in Oldfen" in refused(state, "change_order_address", order_id=PENDING, **away)
    done(state, "change_order_address", order_id=PENDING, **ADDRESS)


def test_another_payment_method_is_charged_and_the_old_one_refunded() -> None:
    state = open_shop()
    done(state, "change_order_payment", order_id=PENDING, payment_method_id=OTHER_CARD)
    assert row(state, "orders", PENDING)["payment_method_id"] == OTHER_CARD
    assert [(c["payment_method_id"], c["amount"]) for c in added(state, "charges")] == [(OTHER_CARD, 11450)]
    assert [(r["payment_method_id"], r["amount"]) for r in added(state, "refunds")] == [(CARD, 11450)]


def test_the_same_or_a_foreign_payment_method_is_refused() -> None:
    state = open_shop()
    assert "already" in refused(state, "change_order_payment", order_id=PENDING, payment_method_id=CARD)
    assert "not a payment method" in refused(
        state, "change_order_payment", order_id=PENDING, payment_method_id=FOREIGN_WALLET
    )
