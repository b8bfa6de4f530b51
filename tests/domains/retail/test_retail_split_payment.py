"""Paying a pending order in two parts, and what follows from it."""

import pytest

from domains.kit.records import JSON
from domains.kit.state import State
from tests.domains.retail.floor import MOSS_LARGE, PENDING, added, done, open_shop, refused, row

CARD, OTHER_CARD, GIFT, FOREIGN_WALLET = "card-20001-1", "card-20001-2", "gift-20001", "wallet-20002"


def parts(amount: str = "$10.00", *, gift: str = GIFT, other: str = CARD) -> dict[str, JSON]:
    return {"order_id": PENDING, "gift_card_id": gift, "gift_card_amount": amount, "payment_method_id": other}


def moved(state: State, table: str) -> list[tuple[str, int]]:
    return [(each["payment_method_id"], each["amount"]) for each in added(state, table)]


def test_the_card_that_paid_gets_back_what_the_gift_card_pays() -> None:
    state = open_shop()
    result = done(state, "split_order_payment", **parts())
    assert result["paid_with"] == [
        {"payment_method_id": GIFT, "amount": "$10.00"},
        {"payment_method_id": CARD, "amount": "$104.50"},
    ]
    assert moved(state, "charges") == [(GIFT, 1000)]
    assert moved(state, "refunds") == [(CARD, 1000)]
    assert row(state, "payment_methods", GIFT)["balance"] == 200


def test_another_card_pays_the_rest_and_the_old_one_gets_all_back() -> None:
    state = open_shop()
    done(state, "split_order_payment", **parts(other=OTHER_CARD))
    assert sorted(moved(state, "charges")) == [(OTHER_CARD, 10450), (GIFT, 1000)]
    assert moved(state, "refunds") == [(CARD, 11450)]
    changed = row(state, "orders", PENDING)
    assert (changed["payment_method_id"], changed["gift_card_id"], changed["gift_card_part"]) == (
        OTHER_CARD,
        GIFT,
        1000,
    )


@pytest.mark.parametrize("amount", ["$10", "10.00", " $10.00 "])
def test_an_amount_can_be_written_in_several_ways(amount: str) -> None:
    one, other = open_shop(), open_shop()
    done(one, "split_order_payment", **parts())
    done(other, "split_order_payment", **parts(amount))
    assert one.digest() == other.digest()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (parts("$12.01"), "holds $12.00, and $12.01 is needed"),
        (parts("$114.50"), "less than the whole total"),
        (parts("$0.00"), "more than nothing"),
        (parts("ten"), "not an amount"),
        (parts("-$5.00"), "not an amount"),
        (parts(gift=CARD), "only a gift card can pay a part"),
        (parts(other=GIFT), "must be paid with a card or wallet"),
        (parts(other=FOREIGN_WALLET), "not a payment method"),
    ],
)
def test_parts_that_do_not_fit_are_refused(arguments: dict[str, JSON], says: str) -> None:
    assert says in refused(open_shop(), "split_order_payment", **arguments)


def test_the_payment_of_an_order_in_two_parts_stays() -> None:
    state = open_shop()
    done(state, "split_order_payment", **parts())
    assert "two parts" in refused(state, "split_order_payment", **parts("$5.00"))
    assert "two parts" in refused(state, "change_order_payment", order_id=PENDING, payment_method_id=OTHER_CARD)


def test_the_order_shows_both_parts() -> None:
    state = open_shop()
    done(state, "split_order_payment", **parts())
    shown = done(state, "get_order", order_id=PENDING)
    assert shown["paid_in_part_by"] == {"payment_method_id": GIFT, "amount": "$10.00"}


def test_cancelling_refunds_each_part_to_what_paid_it() -> None:
    state = open_shop()
    done(state, "split_order_payment", **parts(other=OTHER_CARD))
    done(state, "cancel_order", order_id=PENDING, reason="no longer needed")
    assert moved(state, "refunds")[1:] == [(GIFT, 1000), (OTHER_CARD, 10450)]
    assert row(state, "payment_methods", GIFT)["balance"] == 1200


def test_cancelling_refunds_no_more_than_the_total_after_a_cheaper_item() -> None:
    state = open_shop()
    done(state, "split_order_payment", **parts())
    cheaper = {"item_ids": [f"{PENDING}-1"], "new_variant_ids": [MOSS_LARGE], "payment_method_id": CARD}
    done(state, "change_order_items", order_id=PENDING, **cheaper)
    done(state, "cancel_order", order_id=PENDING, reason="no longer needed")
    assert sum(amount for _, amount in moved(state, "refunds")) == 1000 + 1000 + 10450
