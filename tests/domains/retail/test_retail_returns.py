"""Tools that take goods back."""

import pytest

from domains.kit.records import JSON
from tests.domains.retail.floor import (
    CANCELLED,
    COMING_BACK,
    DELIVERED,
    MOSS_LARGE,
    MOSS_SMALL,
    NAVY_LARGE,
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


def giving_back(order: str = DELIVERED, **others: JSON) -> dict[str, JSON]:
    return {"order_id": order, "item_ids": [f"{order}-1"], "payment_method_id": CARD, **others}


def exchanging(order: str = DELIVERED, new: str = NAVY_LARGE, **others: JSON) -> dict[str, JSON]:
    return {**giving_back(order), "new_variant_ids": [new], **others}


def test_a_return_is_requested_and_nothing_is_paid_before_the_goods_arrive() -> None:
    state = open_shop()
    result = done(state, "return_items", **giving_back(item_ids=[f"{DELIVERED}-2", f"{DELIVERED}-1"]))
    assert result["refund_on_arrival"] == "$110.00"
    assert row(state, "orders", DELIVERED)["status"] == "return requested"
    (request,) = added(state, "returns")
    assert request["amount"] == 11000
    assert added(state, "refunds") == []


def test_returned_items_count_as_a_set() -> None:
    one, other = open_shop(), open_shop()
    items = [f"{DELIVERED}-1", f"{DELIVERED}-2"]
    done(one, "return_items", **giving_back(item_ids=items))
    done(other, "return_items", **giving_back(item_ids=items[::-1]))
    assert one.digest() == other.digest()


def test_a_dearer_exchange_is_charged_at_once() -> None:
    state = open_shop()
    done(state, "exchange_items", **exchanging(payment_method_id=OTHER_CARD))
    assert row(state, "orders", DELIVERED)["status"] == "exchange requested"
    assert [(c["payment_method_id"], c["amount"]) for c in added(state, "charges")] == [(OTHER_CARD, 1000)]
    assert added(state, "exchanges")[0]["swaps"] == [{"item_id": f"{DELIVERED}-1", "variant_id": NAVY_LARGE}]


def test_a_cheaper_exchange_is_refunded_at_once() -> None:
    state = open_shop()
    done(state, "exchange_items", **exchanging(new=MOSS_LARGE))
    assert [refund["amount"] for refund in added(state, "refunds")] == [1000]
    assert added(state, "exchanges")[0]["difference"] == -1000


@pytest.mark.parametrize("order", [PENDING, PROCESSED, CANCELLED, COMING_BACK, RETURNED])
def test_only_a_delivered_order_can_come_back(order: str) -> None:
    assert "only a delivered order" in refused(open_shop(), "return_items", **giving_back(order))
    assert "only a delivered order" in refused(open_shop(), "exchange_items", **exchanging(order))


def test_an_order_has_one_return_or_exchange() -> None:
    state = open_shop()
    done(state, "return_items", **giving_back())
    assert "return requested" in refused(state, "exchange_items", **exchanging())
    other = open_shop()
    done(other, "exchange_items", **exchanging())
    assert "exchange requested" in refused(other, "return_items", **giving_back())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (giving_back(order_id="R999999"), "There is no order"),
        (giving_back(item_ids=[f"{PENDING}-1"]), "has no item"),
        (giving_back(item_ids=[]), "at least one"),
        (giving_back(item_ids=[f"{DELIVERED}-1"] * 2), "twice"),
        (giving_back(payment_method_id=FOREIGN_WALLET), "not a payment method"),
    ],
)
def test_returns_that_do_not_fit_are_refused(arguments: dict[str, JSON], says: str) -> None:
    assert says in refused(open_shop(), "return_items", **arguments)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (exchanging(order_id="R999999"), "There is no order"),
        (exchanging(new=MOSS_SMALL), "out of stock"),
        (exchanging(new=WHITE), "another product"),
        (exchanging(new_variant_ids=[]), "one new variant for each"),
        (exchanging(payment_method_id=FOREIGN_WALLET), "not a payment method"),
    ],
)
def test_exchanges_that_do_not_fit_are_refused(arguments: dict[str, JSON], says: str) -> None:
    assert says in refused(open_shop(), "exchange_items", **arguments)


def test_a_gift_card_must_hold_the_difference() -> None:
    state = open_shop()
    done(state, "change_order_items", **exchanging(PENDING, payment_method_id=GIFT))
    assert "holds $2.00" in refused(state, "exchange_items", **exchanging(payment_method_id=GIFT))


def redirecting(order: str = COMING_BACK, to: str = GIFT) -> dict[str, JSON]:
    return {"order_id": order, "payment_method_id": to}


def test_an_outstanding_refund_is_redirected_and_not_paid_yet() -> None:
    state = open_shop()
    result = done(state, "redirect_refund", **redirecting())
    assert result == {"order_id": COMING_BACK, "refund_on_arrival": "$90.00", "payment_method_id": GIFT}
    assert row(state, "returns", f"RT{COMING_BACK[1:]}")["payment_method_id"] == GIFT
    assert row(state, "payment_methods", GIFT)["balance"] == 1200
    shown = done(state, "get_order", order_id=COMING_BACK)["return"]
    assert (shown["payment_method_id"], shown["refund_status"]) == (GIFT, "outstanding")
    assert shown["refund_redirected"] is True


def test_a_return_requested_now_can_be_redirected() -> None:
    state = open_shop()
    done(state, "return_items", **giving_back())
    done(state, "redirect_refund", **redirecting(DELIVERED))
    assert added(state, "returns")[0]["payment_method_id"] == GIFT


def test_to_which_method_a_refund_may_go_is_left_to_the_policy() -> None:
    state = open_shop()
    done(state, "redirect_refund", **redirecting(to=OTHER_CARD))
    assert row(state, "returns", f"RT{COMING_BACK[1:]}")["payment_method_id"] == OTHER_CARD


def test_a_refund_is_redirected_once() -> None:
    state = open_shop()
    done(state, "redirect_refund", **redirecting())
    assert "no second time" in refused(state, "redirect_refund", **redirecting(to=CARD))


@pytest.mark.parametrize("order", [PENDING, PROCESSED, DELIVERED, CANCELLED, RETURNED])
def test_only_an_outstanding_refund_can_be_redirected(order: str) -> None:
    assert "only a return requested order" in refused(open_shop(), "redirect_refund", **redirecting(order))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (redirecting("R999999"), "There is no order"),
        (redirecting(to=CARD), "goes to card-20001-1 already"),
        (redirecting(to=FOREIGN_WALLET), "not a payment method"),
    ],
)
def test_redirections_that_do_not_fit_are_refused(arguments: dict[str, JSON], says: str) -> None:
    assert says in refused(open_shop(), "redirect_refund", **arguments)


def test_a_refund_that_was_paid_out_is_shown_so() -> None:
    assert done(open_shop(), "get_order", order_id=RETURNED)["return"]["refund_status"] == "paid out"
