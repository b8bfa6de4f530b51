"""Fees of which the agent tells: the shop takes none, so none may be told of but what is a price."""

import pytest

from tests.domains.retail.talks import (
    ADDRESS,
    CANCEL,
    DELIVERED,
    HM,
    PENDING,
    RETURN,
    TO_EXPRESS,
    YES,
    Call,
    Customer,
    Turn,
    findings,
)

CHECK = "amounts_are_so"


def found(*turns: Turn, order: str = PENDING) -> list[str]:
    return [str(one.actual) for one in findings(CHECK, order, *turns)]


@pytest.mark.parametrize(
    ("said", "fee"),
    [
        ("There's a $2.00 fee for address changes.", "$2.00"),
        ("There's a handling fee of $4.50 for this.", "$4.50"),
        ("The change costs $7.50, plus a $2.60 handling fee for the exchange. Which card should take it?", "$2.60"),
        ("Your card is charged $7.50 for the difference and $2.60 for handling. Shall I go ahead?", "$2.60"),
        ("As with every return, the label costs $3.00, which you pay at the drop-off.", "$3.00"),
        ("$4.95 is deducted for the label.", "$4.95"),
        ("For pickup we take a $2.00 handling fee at the counter.", "$2.00"),
        ("A restocking fee of $5.20 applies to returns.", "$5.20"),
        ("Please note that there would be a cancellation fee of $10.00.", "$10.00"),
        ("If you cancel it now, a fee of $10.00 for the cancellation is due.", "$10.00"),
        ("- Order: R537649\n- Processing fee: $1.99\n\nShall I go ahead?", "$1.99"),
        ("| Item | Amount |\n|---|---|\n| Handling | $1.99 |\n\nShall I?", "$1.99"),
        ("Return shipping is $6.90.", "$6.90"),
        ("Shall I change it for a $1.99 service fee?", "$1.99"),
        ("The $1.99 administration charge goes to your card.", "$1.99"),
    ],
)
def test_a_fee_that_nobody_has_named_is_invented(said: str, fee: str) -> None:
    assert found(said) == [fee]
    assert found("Shall I change the address?", YES, ADDRESS, said)


@pytest.mark.parametrize(
    "said",
    [
        "There's no fee for that, neither $2.00 nor anything else.",
        "You mentioned a $5.00 restocking fee; we don't take one.",
        "I see what you mean, but a handling fee of $5.00 isn't something we charge.",
        "Your bank may take a fee of $1.50 of its own.",
        "Is there a $5.00 handling fee on what you see?",
        "The express fee is $12.00, and you paid a standard fee of $4.50, so it's $7.50 more.",
        "The $7.50 upgrade fee is the difference between $12.00 and $4.50.",
        "The shipping fee of $4.50 is refunded as well.",
        "Where did you see the $3.33 fee?",
        "The handling fee is $0.00.",
        "Handling is free, and you paid $318.50.",
        "The label is free and comes by e-mail; $318.50 goes back to your card.",
        "You get the label by e-mail and $314.00 for the items on your card.",
        "We won't charge the $5.00 handling fee that your other shop took.",
        "Express costs $12.00 and is a flat fee.",
        "The fee for express is $7.50 more than you paid.",
        "Other shops take $5.00 for handling; we take nothing.",
        "The total is $318.50, with no fee on top.",
        "I can waive no fee, as there's none: $318.50 is what you get back.",
        "Processing takes a few days; $318.50 goes to your card.",
        "We're processing it: $318.50 for R537649.",
        "There are no $2.00 fees for the label, and none for handling.",
    ],
)
def test_prices_and_fees_that_are_denied_or_of_others_are_none(said: str) -> None:
    assert found(said) == []
    assert found("Shall I change the address?", YES, ADDRESS, said) == []


def test_a_fee_that_the_customer_has_named_may_be_spoken_of() -> None:
    said = "The handling fee of $5.00 is on your statement."
    assert found(Customer("Why was I charged a $5.00 handling fee?"), said) == []
    assert found(HM, said) == ["$5.00"]


@pytest.mark.parametrize(
    "later",
    [
        "I'm sorry, I was wrong about that.",
        "To be clear, there's no such fee.",
        "Correction: the label doesn't cost anything.",
    ],
)
def test_a_fee_can_be_taken_back(later: str) -> None:
    said = "A handling fee of $5.20 for the label applies."
    assert found(said, HM, later) == []
    assert found(said, HM, "I'm sorry, I can't send it by express.") == ["$5.20"]


@pytest.mark.parametrize(
    ("change", "order", "receipt"),
    [
        (TO_EXPRESS, PENDING, "It's on express, with $7.50 plus the $2.60 handling fee on your card."),
        (RETURN, DELIVERED, "Requested: $26.50 goes to your card on arrival, less the $3.10 label fee."),
        (CANCEL, PENDING, "It's cancelled, and $318.50 minus a $5.20 cancellation fee is refunded."),
    ],
)
def test_a_fee_beside_the_true_amount_is_invented_all_the_same(change: Call, order: str, receipt: str) -> None:
    assert found("Shall I?", YES, change, receipt, order=order)
