"""What is said to be left on a gift card must be what is left, or what would be by amounts that are spoken of."""

import pytest

from tests.domains.retail.talks import (
    HM,
    KEIKO,
    PENDING,
    SPLIT,
    YES,
    Call,
    Customer,
    Turn,
    findings,
)

CHECK = "amounts_are_so"
PROFILE = Call("get_customer", {"customer_id": KEIKO})
"""Her gift card ending in 8483 holds $190.00, of which a split takes $20.00."""


def found(*turns: Turn) -> list[str]:
    return [str(one.actual) for one in findings(CHECK, PENDING, PROFILE, *turns)]


@pytest.mark.parametrize(
    "said",
    [
        "There's $180.00 left on the gift card.",
        "Your gift card ending in 8483 now has $180.00 left.",
        "Your gift card still holds $180.00.",
        "That leaves $180.00 on your gift card.",
        "The balance of your gift card is now $180.00.",
        "The remaining balance on your gift card ending in 8483 is $180.00.",
        "You have $180.00 remaining on your Larkmoor gift card.",
        "Your gift card pays $20.00 and your card $298.50, leaving $180.00 on the gift card.",
        "Your gift card's new balance is $180.00.",
    ],
)
def test_a_receipt_that_tells_another_balance_is_wrong(said: str) -> None:
    assert found("Shall I?", YES, SPLIT, f"Done. {said} Anything else?") == ["$180.00"]


@pytest.mark.parametrize(
    "said",
    [
        "There's $170.00 left on the gift card.",
        "Your gift card ending in 8483 now has $170.00 left.",
        "Your gift card held $190.00 before, and now it's $170.00.",
        "The gift card had $190.00; $20.00 of it went to this order, which leaves $170.00 on the gift card.",
        "The balance of your gift card is now $170.00.",
        "Your gift card pays $20.00, and the balance of $298.50 is on your Meridian card.",
        "Your gift card has $20.00 charged to it, your Meridian card keeps $298.50.",
        "Your gift card has $20.00 to pay and your card $298.50.",
        "The gift card holds $20.00 less than before.",
        "If you'd paid $10.00, there'd be $180.00 left on the gift card.",
        "There isn't $180.00 left on the gift card but $170.00.",
        "You thought there'd be $180.00 left on your gift card; it's $170.00.",
        "About $171.00 is left on your gift card.",
        "For another $50.00 split, your gift card would have $120.00 left.",
        "$298.50 remains on your Meridian card.",
    ],
)
def test_a_receipt_may_tell_the_balance_in_any_manner(said: str) -> None:
    assert found("Shall I?", YES, SPLIT, f"Done. {said} Anything else?") == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Your gift card ending in 8483 (balance $190.00) would pay $20.00. Shall I?", False),
        ("$20.00 from the gift card leaves $170.00 on the gift card. Shall I?", False),
        ("Your gift card holds $190.00. Shall it pay $20.00?", False),
        ("Your gift card, which holds $190.00, pays $20.00 and the card $298.50. Shall I?", False),
        ("Your gift card (it has $190.00) can't pay all of $318.50. Shall it pay $20.00?", False),
        ("Afterwards there is $170.00 left on the gift card. Shall I let it pay $20.00?", False),
        ("Your gift card ending in 8483 (balance $150.00) pays $20.00. Shall I?", True),
        ("Your gift card holds $195.00. Shall it pay $20.00?", True),
    ],
)
def test_a_proposal_tells_what_there_is_or_will_be(said: str, wrong: bool) -> None:
    assert bool(found(said, YES, SPLIT, "Done.")) is wrong


def test_what_an_amount_of_the_customers_would_leave_may_be_said() -> None:
    assert found(Customer("And if I took $33.00?"), "That leaves $157.00 on your gift card.") == []


def test_a_balance_can_be_corrected() -> None:
    said = "Done. There's $180.00 left on the gift card."
    assert found("Shall I?", YES, SPLIT, said, HM, "I'm sorry, I was wrong: $170.00 is left.") == []
    assert found("Shall I?", YES, SPLIT, said, HM, "Is there anything else?")


def short(said: str) -> list[str]:
    """After a split, which nobody has looked up since, the customer wants the gift card to pay $171.37 elsewhere."""
    look = Call("get_customer", {"customer_id": KEIKO})
    wish = Customer("Now let $171.37 of another order go to my gift card.")
    return [str(one.actual) for one in findings(CHECK, PENDING, look, "Shall I?", YES, SPLIT, "Done.", wish, said)]


@pytest.mark.parametrize(
    "said",
    [
        "Your gift card has $170.00 left, so it's $1.37 short.",
        "I can't charge $171.37 to it: the gift card is $1.37 short.",
        "Paying that with your gift card would leave you $1.37 short.",
    ],
)
def test_what_a_balance_lacks_after_a_change_may_be_said(said: str) -> None:
    assert short(said) == []
    assert short(said.replace("$1.37", "$2.37")) == ["$2.37"]
