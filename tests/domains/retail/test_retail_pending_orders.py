"""Tools that change or cancel orders which have not been packed."""

import pytest

from domains.kit.records import JSON
from tests.domains.retail.floor import (
    CANCELLED,
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
    ("change_order_payment", {"payment_method_id": OTHER_CARD}),
)


@pytest.mark.parametrize("order", [PROCESSED, DELIVERED, CANCELLED, RETURNED])
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
        {"order_id": PENDING, "customer_id": "C20001", "payment_method_id": CARD, "amount": 11000}
    ]


def test_a_reason_that_is_not_listed_is_refused() -> None:
    assert "reason" in refused(open_shop(), "cancel_order", order_id=PENDING, reason="found cheaper elsewhere")


def test_a_dearer_variant_is_charged() -> None:
    state = open_shop()
    result = done(state, "change_order_items", **items(method=OTHER_CARD))
    assert result == {"order_id": PENDING, "difference": "$10.00", "new_total": "$120.00"}
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
    assert "holds $12.00, and $110.00 is needed" in message


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


def test_another_payment_method_is_charged_and_the_old_one_refunded() -> None:
    state = open_shop()
    done(state, "change_order_payment", order_id=PENDING, payment_method_id=OTHER_CARD)
    assert row(state, "orders", PENDING)["payment_method_id"] == OTHER_CARD
    assert [(c["payment_method_id"], c["amount"]) for c in added(state, "charges")] == [(OTHER_CARD, 11000)]
    assert [(r["payment_method_id"], r["amount"]) for r in added(state, "refunds")] == [(CARD, 11000)]


def test_the_same_or_a_foreign_payment_method_is_refused() -> None:
    state = open_shop()
    assert "already" in refused(state, "change_order_payment", order_id=PENDING, payment_method_id=CARD)
    assert "not a payment method" in refused(
        state, "change_order_payment", order_id=PENDING, payment_method_id=FOREIGN_WALLET
    )
