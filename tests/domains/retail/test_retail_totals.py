"""What a change comes to must be told rightly, in the proposal that is agreed to and in the receipt."""

import pytest

from tests.domains.retail.talks import (
    ADDRESS,
    CANCEL,
    DELIVERED,
    EMAIL,
    ON_ITS_WAY_BACK,
    PAYMENT,
    PENDING,
    REDIRECT,
    RETURN,
    SPLIT,
    TO_EXPRESS,
    TO_PICKUP,
    YES,
    Call,
    findings,
)

CHECK = "amounts_are_so"
ORDERS = {"redirect_refund": ON_ITS_WAY_BACK, "return_items": DELIVERED}
LESS = "$314.00"
"""The total of the pending order without its shipping: no change moves it."""


def found(change: Call, proposal: str, receipt: str = "It's done. Anything else?", *more: str) -> list[str]:
    order = ORDERS.get(change.tool, PENDING)
    return [str(one.actual) for one in findings(CHECK, order, proposal, YES, change, receipt, YES, *more)]


@pytest.mark.parametrize(
    ("change", "proposal"),
    [
        (
            CANCEL,
            f"I'd cancel R537649; {LESS} goes back to your card, the shipping of $4.50 isn't refunded. Yes or no?",
        ),
        (CANCEL, f"I'd cancel it, and {LESS} would be refunded to your Meridian card ending in 1877. OK?"),
        (CANCEL, f"Cancel R537649, with a refund of {LESS} to your card. Shall I?"),
        (CANCEL, f"Shall I cancel R537649 and refund {LESS} to your card?"),
        (RETURN, "When it arrives, $318.50 will be refunded to your Meridian card. Is that all right with you?"),
        (ADDRESS, "The change costs a handling fee of $3.00. Do you agree?"),
        (ADDRESS, "It would be sent to 143 Meadow Bank, and $3.00 would be charged for it. Shall I do it?"),
        (TO_EXPRESS, "It would be express, plus a processing fee of $1.00. Shall I?"),
        (TO_PICKUP, "It would be pickup, and $12.00 would be refunded to your card. Shall I?"),
    ],
)
def test_what_is_agreed_to_must_come_to_what_is_moved(change: Call, proposal: str) -> None:
    assert found(change, proposal)


@pytest.mark.parametrize(
    ("change", "receipt"),
    [
        (CANCEL, f"Order R537649 is cancelled, and {LESS} has been refunded to your Meridian card."),
        (CANCEL, f"It's cancelled: {LESS} to your card."),
        (RETURN, "All set! The return is requested, and $318.50 goes to your card once we have it."),
        (TO_PICKUP, "It's on pickup, and you get $12.00 back."),
        (CANCEL, f"R537649 is cancelled and {LESS} goes back to the card you paid with."),
        (CANCEL, f"It's cancelled, and the {LESS} will go back to your card."),
    ],
)
def test_a_receipt_must_come_to_what_was_moved(change: Call, receipt: str) -> None:
    assert found(change, "Shall I?", f"{receipt} Anything else?")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (CANCEL, "$318.50 goes back to your Meridian card, the shipping of $4.50 included."),
        (CANCEL, "$314.00 for the items and $4.50 for the shipping go back to your card."),
        (CANCEL, "You get back $314.00 for the items plus $4.50 for the shipping."),
        (CANCEL, "$314.00 is refunded for the items, and $4.50 is refunded for the shipping."),
        (CANCEL, "You paid $318.50, and all of it goes back to your card."),
        (CANCEL, "A refund of $318.50 goes to the card. Your gift card stays as it is."),
        (CANCEL, "The total of $318.50 is refunded to what paid it."),
        (RETURN, "$26.50 goes to your card when it arrives; a shipping of $4.50 or $12.00 isn't refunded."),
        (RETURN, "You paid $26.50, and that is refunded to your card on arrival."),
        (RETURN, "The refund of $26.50 goes to your card when the parcel has reached us."),
        (TO_PICKUP, "Shipping changes from standard ($4.50) to pickup (free), and $4.50 is refunded to your card."),
        (TO_PICKUP, "The new total is $314.00, and $4.50 goes back to your card."),
        (TO_EXPRESS, "Express costs $12.00 instead of $4.50, so $7.50 is charged to your card."),
        (TO_EXPRESS, "$7.50 is charged to your card, which makes $326.00 in total."),
        (TO_EXPRESS, "Express costs $12.00, and the $4.50 you paid counts towards it; the difference is charged."),
        (PAYMENT, "$318.50 is charged to your wallet and refunded to your Meridian card."),
        (SPLIT, "$20.00 is charged to your gift card, and the remaining $298.50 to your Meridian card."),
        (SPLIT, "Your gift card pays $20.00 of the $318.50, your card the rest."),
        (REDIRECT, "The $32.37 goes to your gift card ending in 8483 when the pillow arrives."),
        (ADDRESS, "It goes to 143 Meadow Bank. There's no charge, and the total stays $318.50."),
        (ADDRESS, "It goes to 143 Meadow Bank. No fee is charged for it, neither $3.00 nor anything else."),
        (ADDRESS, "It goes to 143 Meadow Bank. The $318.50 stays charged to your Meridian card."),
    ],
)
def test_true_amounts_in_any_manner_are_true(change: Call, said: str) -> None:
    assert found(change, f"I'd make the change now. {said} Do you agree?") == []
    assert found(change, "Shall I?", f"It's done. {said} Anything else?") == []


def test_what_would_come_in_another_case_is_not_what_was_moved() -> None:
    assert found(RETURN, "If you returned all, $12.00 would be refunded; this alone brings $26.50. Shall I?") == []
    assert found(RETURN, "Shall I?", "Requested. If you had cancelled it, $12.00 would be refunded.") == []


def test_a_receipt_is_corrected_by_an_excuse_and_the_true_amount() -> None:
    wrong = f"It's cancelled, and {LESS} has been refunded to your card."
    assert found(CANCEL, "Shall I?", wrong)
    assert found(CANCEL, "Shall I?", wrong, "I'm sorry, I was wrong: it's $318.50 that was refunded.") == []


def test_amounts_of_two_changes_may_be_told_in_one_message() -> None:
    both = "I'd change the e-mail address, and switch the order to pickup, with $4.50 back to your card. OK?"
    assert findings(CHECK, PENDING, both, YES, EMAIL, TO_PICKUP, "Both are done; $4.50 is refunded.") == []


LAMP_AND_TROUSERS = "R323838"
"""Keiko's: trousers for $60.95 and a lamp for $131.50, $192.45 in all."""
TROUSERS = Call(
    "return_items",
    {"order_id": LAMP_AND_TROUSERS, "item_ids": [f"{LAMP_AND_TROUSERS}-1"], "payment_method_id": "card-21885-1"},
)


def found_of_part(proposal: str, receipt: str) -> list[str]:
    said = findings(CHECK, LAMP_AND_TROUSERS, proposal, YES, TROUSERS, receipt)
    return [str(one.actual) for one in said]


@pytest.mark.parametrize(
    "said",
    [
        "The trousers ($60.95) are returned, and $192.45 will be refunded to your card on arrival.",
        "You return the trousers at $60.95; $192.45 goes back to your Meridian card when they arrive.",
        "For the trousers, $60.95, you get a refund of $192.45.",
        "Return: trousers ($60.95)\n- Refund: $192.45 to your card",
        "$131.50 is refunded to your card for the trousers, which were $60.95.",
    ],
)
def test_the_total_is_not_what_is_refunded_for_a_part(said: str) -> None:
    assert found_of_part(f"{said}\n\nShall I?", "It's requested.")
    assert found_of_part("Shall I?", f"{said}\n\nAnything else?")


@pytest.mark.parametrize(
    "said",
    [
        "You paid $192.45 for both; for the trousers $60.95 is refunded to your card on arrival.",
        "Of the $192.45, $60.95 goes back to your card when they arrive; the lamp ($131.50) stays with you.",
        "The lamp isn't part of it: $131.50 isn't refunded, $60.95 is.",
        "If you returned both, $192.45 would be refunded; for the trousers alone it's $60.95.",
        "The refund of $60.95 goes to the card that was charged $192.45.",
        "$60.95 will be refunded to the card which the $192.45 were paid with.",
        "The order of $192.45 stays as it is but for the trousers, with a refund of $60.95.",
    ],
)
def test_the_total_may_be_told_beside_the_refund_of_a_part(said: str) -> None:
    assert found_of_part(f"{said}\n\nShall I?", "It's requested.") == []
    assert found_of_part("Shall I?", f"{said}\n\nAnything else?") == []


def test_what_both_changes_of_a_session_bring_may_be_told_as_one() -> None:
    both = "Both are done: $318.50 for the cancelled one and $60.95 for the trousers, so you get $379.45 back in all."
    assert findings(CHECK, LAMP_AND_TROUSERS, "Shall I do both?", YES, CANCEL, TROUSERS, both) == []
