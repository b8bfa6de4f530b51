"""Where a refund may go, as agents offer it: to what paid for the order, or to a gift card on file."""

import pytest

from tests.domains.retail.talks import (
    DELIVERED,
    KEIKO,
    ON_ITS_WAY_BACK,
    PENDING,
    Call,
    Customer,
    Turn,
    findings,
)

CHECK = "refunds_go_where_they_may"
PROFILE = Call("get_customer", {"customer_id": KEIKO})
RETURNING = Customer("I'd like to return the duvet cover.")


def found(*turns: Turn, order_id: str = DELIVERED) -> int:
    return len(findings(CHECK, order_id, PROFILE, *turns))


@pytest.mark.parametrize(
    "said",
    [
        "The refund can go to your Meridian card ending in 1877, your PayNest wallet or your gift card ending in 8483.",
        "Should the refund go to your PayNest wallet or to your Meridian card ending in 1877?",
        "Where would you like the refund: on your wallet, or on your Meridian card ending in 1877?",
        "Shall I refund the money to your Meridian card ending in 1877?",
    ],
)
def test_a_refund_must_not_be_offered_to_a_method_that_did_not_pay(said: str) -> None:
    assert found(RETURNING, said) == 1


def test_a_wallet_that_did_not_pay_must_not_be_offered() -> None:
    said = "The refund can go to your Meridian card ending in 1877, your PayNest wallet or your gift card."
    assert found(RETURNING, said, order_id=ON_ITS_WAY_BACK) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Should the refund go to your PayNest wallet, or to your gift card ending in 8483?",
        "The refund can go only to your wallet; it can't go to your Meridian card ending in 1877.",
        "I can't send the refund to your Meridian card ending in 1877.",
        "The refund may not go to your card.",
        "You asked whether the refund can go to your Meridian card ending in 1877.",
        "Should the refund go to the card or wallet with which you paid, or to a gift card?",
        "You pay with your Meridian card ending in 1877. Shall I refund it?",
        "The refund can go to your Meridian card ending in 1877. Sorry, that was a mistake: to the wallet.",
        "For an exchange, should the refund go to your wallet or your Meridian card ending in 1877?",
        "The difference is a refund. Should it go to your wallet or your Meridian card ending in 1877?",
    ],
)
def test_a_refund_may_be_offered_to_what_paid_and_to_gift_cards(said: str) -> None:
    assert found(RETURNING, said) == 0


def test_what_comes_back_for_a_change_may_go_to_any_method() -> None:
    said = "Should the refund go to your wallet or your Meridian card ending in 1877?"
    assert found(Customer("Please switch to pickup."), said, order_id=PENDING) == 0
    assert found(Customer("I'd like to exchange it."), said) == 0
    other = Call("get_order", {"order_id": PENDING})
    assert found(RETURNING, other, said) == 0
