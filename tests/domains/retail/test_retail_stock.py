"""What agents say about stock is what the look-up has shown."""

import pytest

from tests.domains.retail.talks import PENDING, Call, Customer, Turn, findings

CHECK = "stock_is_so"
JACKET, SLEEVE = Call("get_product", {"product_id": "P1001"}), Call("get_product", {"product_id": "P1290"})
JACKETS = Customer("What do two of the Fellbrook rain jacket (black, medium) cost?")


def found(*turns: Turn) -> int:
    return len(findings(CHECK, PENDING, *turns))


@pytest.mark.parametrize(
    "said",
    [
        "Two jackets come to $188.00. The jackets are out of stock right now, though.",
        "That's $188.00 for the two. Unfortunately the rain jacket is sold out.",
        "The Fellbrook rain jacket in black, medium is not in stock at the moment.",
        "I'm sorry, but black, medium is out of stock.",
        "The black, medium jacket costs $94.00, but it isn't in stock.",
        "The jacket is out of stock in black, medium.",
        "We have no black medium jackets in stock.",
        "I can't find the black, medium jacket in stock.",
        "Mustard, large is in stock.",
        "The jacket in mustard, small costs $90.25 today and is in stock.",
        "**Mustard, large:** $100.25, in stock",
        "The Fellbrook rain jacket (mustard, large) is available.",
        "Black jackets are sold out.",
    ],
)
def test_stock_must_not_be_told_otherwise_than_it_was_shown(said: str) -> None:
    assert found(JACKETS, JACKET, said) == 1


@pytest.mark.parametrize(
    "said",
    [
        "The jackets are in stock.",
        "Black, medium is in stock, and mustard, large is out of stock.",
        "Mustard, large isn't in stock, but in medium it is.",
        "Mustard is out of stock.",
        "Mustard is in stock.",
        "The large one is out of stock.",
        "Unlike black, medium, the large mustard one is out of stock.",
        "Black, medium is in stock; the one you asked about before is sold out.",
        "The bigger mustard jacket is out of stock.",
        "In all other sizes the mustard jacket is out of stock.",
        "The mustard jacket is out of stock in that size.",
        "If the mustard, large jacket is in stock, I can order it for you.",
        "Black, medium will be out of stock soon.",
        "The black, medium jacket isn't out of stock.",
        "Is the mustard, large jacket in stock? I'll look.",
        "Only black, medium is in stock, not mustard, large.",
        "No mustard, large jacket is in stock.",
        "We don't have mustard, large in stock.",
        "I can't find mustard, large in stock.",
        "I don't see a mustard, large jacket in stock.",
        "Neither mustard, small nor mustard, large is in stock.",
        "An exchange of the black, medium jacket isn't available.",
        "Pickup for the black, medium jacket is not available.",
        "The black, medium jacket isn't available for an exchange.",
        "The black, medium jacket isn't available any more, as the order has been processed.",
        "The black, medium jacket isn't available.",
        "The tent is out of stock.",
        "Black, medium is out of stock. Sorry, that was a mistake.",
        "Black, medium is out of stock. Correction: black, medium is in stock.",
    ],
)
def test_what_may_be_so_is_let_be(said: str) -> None:
    assert found(JACKETS, JACKET, said) == 0


def test_a_customer_who_has_another_variant_may_hear_that_what_they_wish_for_is_sold_out() -> None:
    wish = Customer("I have the teal, 14 inch laptop sleeve and would like it in teal, 13 inch.")
    assert found(wish, SLEEVE, "I'm sorry, the sleeve is out of stock.") == 0
    assert found(wish, SLEEVE, "I'm sorry, teal is out of stock.") == 0
    assert found(wish, SLEEVE, "I'm sorry, teal is out of stock in 13-inch. Teal in 14\u2033 is what you have.") == 0


def test_a_variant_that_is_sold_out_must_not_be_called_in_stock() -> None:
    wish = Customer("I have the teal, 14 inch laptop sleeve and would like it in teal, 13 inch.")
    assert found(wish, SLEEVE, "Teal, 13 inch is in stock at $31.75.") == 1
    assert found(wish, SLEEVE, "Teal in 13 is in stock at $31.75.") == 1
    assert found(wish, SLEEVE, "The sleeve: teal, 14 inch \u2192 teal, 13 inch (in stock).") == 0


def test_what_has_not_been_looked_up_is_not_judged_here() -> None:
    assert found(JACKETS, "The jackets are out of stock right now.") == 0
    assert found(JACKETS, "The jackets are out of stock right now.", JACKET) == 0
