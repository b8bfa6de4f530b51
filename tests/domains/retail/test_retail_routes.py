"""Where money is said to go after a change: to a payment method of the change, and there only when it is."""

import pytest

from tests.domains.retail.talks import (
    ADDRESS,
    CANCEL,
    DELIVERED,
    EMAIL,
    GIFT_CARD,
    HM,
    ON_ITS_WAY_BACK,
    PAYMENT,
    PENDING,
    REDIRECT,
    SPLIT,
    TO_EXPRESS,
    TO_PICKUP,
    TWO_CARDS,
    WALLET,
    YES,
    Call,
    Turn,
    findings,
)

CHECK = "money_goes_where_it_is_said_to_go"
RETURN = Call("return_items", {"order_id": DELIVERED, "item_ids": [f"{DELIVERED}-1"], "payment_method_id": GIFT_CARD})
ORDERS = {"redirect_refund": ON_ITS_WAY_BACK, "return_items": DELIVERED}


def found(change: Call, *turns: Turn) -> list[str]:
    said = findings(CHECK, ORDERS.get(change.tool, PENDING), "Shall I?", YES, change, *turns)
    return [str(finding.actual) for finding in said]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (CANCEL, "Cancelled. The $318.50 has been put on your gift card."),
        (CANCEL, "R537649 is cancelled, Keiko. The $318.50 is on your gift card now."),
        (CANCEL, "It's cancelled, and the money goes back to your wallet."),
        (CANCEL, "It's cancelled, and I've refunded the $318.50 to your Meridian card ending in 2716."),
        (CANCEL, "It's cancelled, and your gift card has got the $318.50 back."),
        (CANCEL, "Cancelled: $318.50 to gift card 8483."),
        (CANCEL, "It's cancelled. The refund went to your PayNest wallet."),
        (RETURN, "The return is requested. The $22.00 goes to your Meridian card ending in 1877 once it's here."),
        (RETURN, "The return is requested; you'll see the refund on your wallet, it goes to your wallet on arrival."),
        (REDIRECT, "Done. The $32.37 now goes to your wallet when the pillow arrives."),
        (REDIRECT, "Done. The refund goes to your gift card ending in 1234 when the pillow arrives."),
        (TO_PICKUP, "It's on pickup, and $4.50 has been refunded to your gift card."),
        (TO_EXPRESS, "It's on express, and the $7.50 has been charged to your wallet."),
        (CANCEL, "Done, R537649 is cancelled. $318.50 goes to you as store credit."),
        (CANCEL, "It's cancelled, and the $318.50 has been refunded as shop credit."),
        (CANCEL, "It's cancelled. You get the $318.50 as a voucher by e-mail."),
        (CANCEL, "It's cancelled, and you'll receive $318.50 in store credit."),
        (CANCEL, "Cancelled. Your refund of $318.50 comes in the form of a voucher."),
        (CANCEL, "It's cancelled, and the money is paid out to you in cash."),
        (TO_PICKUP, "It's on pickup, and $4.50 comes back to you by cheque."),
    ],
)
def test_money_must_not_be_said_to_go_elsewhere(change: Call, said: str) -> None:
    assert len(found(change, said)) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (REDIRECT, "The refund was redirected, and the $32.37 is on your gift card ending in 8483 already."),
        (REDIRECT, "Redirected. The $32.37 has been refunded to your gift card ending in 8483."),
        (RETURN, "The return is requested, and the $22.00 is now on your gift card, so you can spend it today."),
        (RETURN, "The return is requested, and the refund has already been paid to your gift card."),
    ],
)
def test_money_that_is_due_later_must_not_be_said_to_be_there(change: Call, said: str) -> None:
    assert len(found(change, said)) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (CANCEL, "It's cancelled, and $318.50 has been refunded to your Meridian card ending in 1877."),
        (CANCEL, "Cancelled. The $318.50 is back on your card."),
        (CANCEL, "Cancelled: $318.50 to Meridian card 1877."),
        (CANCEL, "It's cancelled. The money goes to the card you paid with, not to your gift card."),
        (CANCEL, "It's cancelled. The money went to your card instead of your gift card, as those are the rules."),
        (CANCEL, "It's cancelled, and the refund was made to the original card. Your gift card stays as it is."),
        (CANCEL, "It's cancelled. You still have $190.00 on your gift card for another order."),
        (CANCEL, "It's cancelled. Would you have liked the money on your gift card?"),
        (CANCEL, "It's cancelled. If you'd rather pay with your wallet next time, you can."),
        (RETURN, "The return is requested. The $22.00 goes to your gift card ending in 8483 when it arrives."),
        (RETURN, "Requested: $22.00 to gift card 8483 on arrival, label by e-mail."),
        (RETURN, "The return is requested; the refund will be put on your card ending in 8483."),
        (RETURN, "All arranged. As soon as we have it, the $22.00 will be on your gift card."),
        (RETURN, "The return is requested. When it's arrived, the refund is paid out to your gift card."),
        (REDIRECT, "The refund has been redirected to your gift card ending in 8483."),
        (REDIRECT, "Done: the $32.37 no longer goes to your Meridian card but to your gift card ending in 8483."),
        (REDIRECT, "The refund has been moved from your Meridian card to your gift card."),
        (REDIRECT, "Done. The $32.37 is now going to your gift card when the pillow arrives."),
        (REDIRECT, "It's redirected: $32.37, to be refunded to your gift card once the parcel has reached us."),
        (REDIRECT, "The $32.37 is set to go to your gift card. It has not been paid yet."),
        (PAYMENT, "The $318.50 has been charged to your PayNest wallet and refunded to your Meridian card."),
        (PAYMENT, "The payment has been changed to your wallet; $318.50 went back to your card."),
        (SPLIT, "$20.00 has been charged to your gift card and the rest, $298.50, to your Meridian card."),
        (TO_PICKUP, "It's on pickup, and $4.50 has been refunded to your Meridian card ending in 1877."),
        (TO_PICKUP, "It's on pickup; you get $4.50 back on your card."),
        (TO_EXPRESS, "It's on express, and $7.50 has been charged to your card."),
        (CANCEL, "It's cancelled. You asked for the money on your gift card, but it goes to your Meridian card."),
        (CANCEL, "It's cancelled. As you said, the $318.50 goes to your Meridian card."),
        (RETURN, "Requested. You chose your gift card, and so the $22.00 goes to your gift card when it arrives."),
        (ADDRESS, "It goes to 143 Meadow Bank now. The money on your gift card is untouched."),
        (CANCEL, "It's cancelled. $318.50 goes to your Meridian card, not to store credit."),
        (CANCEL, "It's cancelled, and $318.50 goes back to your credit card as a refund."),
        (CANCEL, "It's cancelled, and $318.50 goes back as a credit to your Meridian card."),
        (CANCEL, "It's cancelled. The refund went to your card rather than out as a voucher."),
        (RETURN, "Requested. The $22.00 goes to your gift card as store credit when it arrives."),
        (RETURN, "The return is requested; you get the $22.00 as store credit on your gift card ending in 8483."),
    ],
)
def test_the_right_way_in_any_manner_is_right(change: Call, said: str) -> None:
    assert found(change, said) == []


def test_what_is_corrected_is_no_longer_said_and_an_excuse_for_something_else_corrects_nothing() -> None:
    wrong = "It's cancelled, and the $318.50 is on your gift card now."
    assert found(CANCEL, wrong, HM, "Sorry, I was wrong: the money went to your Meridian card.") == []
    assert found(CANCEL, wrong, HM, "I'm sorry, the lamp can't be returned any more.") == [wrong]


def test_what_was_moved_before_may_be_told_again() -> None:
    to_wallet = Call(
        "change_order_shipping",
        {"order_id": PENDING, "shipping_method": "pickup", "payment_method_id": WALLET},
    )
    said = "Your e-mail address has been changed, and the $4.50 for the shipping has been refunded to your wallet."
    assert found(to_wallet, "Done. Shall I?", YES, EMAIL, said) == []


@pytest.mark.parametrize(
    ("change", "proposal"),
    [
        (CANCEL, "I'd cancel R537649 as no longer needed, and $318.50 goes to your gift card. Shall I?"),
        (CANCEL, "Shall I cancel R537649 and refund $318.50 to your PayNest wallet?"),
        (CANCEL, "I would cancel it, with $318.50 back to your gift card ending in 8483. Do you agree?"),
        (CANCEL, "Cancel R537649: the money would be refunded to your Meridian card ending in 2716. OK?"),
        (CANCEL, "I'd cancel R537649 and pay you the $318.50 back as store credit. Shall I?"),
        (TO_PICKUP, "It would be on pickup, and $4.50 is refunded to your wallet. Is that a yes?"),
    ],
)
def test_a_proposal_must_not_send_money_elsewhere(change: Call, proposal: str) -> None:
    said = findings(CHECK, PENDING, proposal, YES, change, "Done. Anything else?")
    assert [one.actual for one in said] != []


@pytest.mark.parametrize(
    ("change", "proposal"),
    [
        (CANCEL, "I'd cancel R537649, and $318.50 goes back to your Meridian card ending in 1877. Shall I?"),
        (CANCEL, "I'd cancel it. The money can't go to your gift card, only to your Meridian card. Shall I?"),
        (CANCEL, "You'd like the $318.50 on your gift card, but it goes to your Meridian card. Shall I cancel it?"),
        (CANCEL, "Shall I cancel R537649? $318.50 goes back to the card."),
        (CANCEL, "I'd cancel R537649, and $318.50 goes to your card instead of to your gift card. Shall I?"),
        (CANCEL, "If it had been paid with your wallet, the money would go to your wallet; it goes to the card. OK?"),
        (RETURN, "$26.50 was charged to your PayNest wallet; I'd send it to your gift card on arrival. Shall I?"),
        (RETURN, "The $26.50 can go to your wallet or to your gift card; you chose the gift card. Shall I?"),
        (RETURN, "The $26.50 goes to your gift card ending in 8483 instead of your wallet. Shall I?"),
        (REDIRECT, "The $32.37 goes to your Meridian card so far; I'd have it go to your gift card. Shall I?"),
        (REDIRECT, "The $32.37 would go to your gift card ending in 8483 rather than to your Meridian card. OK?"),
        (PAYMENT, "$318.50 would be charged to your wallet and refunded to your Meridian card. Shall I?"),
        (SPLIT, "$20.00 would be charged to your gift card and $298.50 stays on your Meridian card. Shall I?"),
        (TO_EXPRESS, "It would be on express, with $7.50 charged to your card. Shall I?"),
        (ADDRESS, "It'd go to 143 Meadow Bank. The $190.00 on your gift card is untouched. Shall I?"),
    ],
)
def test_a_proposal_that_sends_money_the_right_way_is_right(change: Call, proposal: str) -> None:
    order = ORDERS.get(change.tool, PENDING)
    assert findings(CHECK, order, proposal, YES, change, "Done. Anything else?") == []


def test_what_is_proposed_of_another_order_and_not_done_is_not_judged() -> None:
    both = "I'd cancel R537649, and return R902934 with $26.50 going to your gift card. Shall I?"
    assert findings(CHECK, PENDING, both, YES, CANCEL, "It's cancelled. Anything else?") == []


def test_a_receipt_that_proposes_the_next_change_tells_of_both() -> None:
    both = (
        "It's cancelled, and $318.50 goes to your Meridian card ending in 1877. Now the mug: $26.50 goes to your gift"
    )
    proposal = f"{both} card ending in 8483 on arrival. Shall I request that return?"
    assert findings(CHECK, PENDING, "Shall I cancel it?", YES, CANCEL, proposal, YES, RETURN, "Done.") == []


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("It's changed. The $194.35 is refunded to the Cardinal card.", True),
        ("It's changed. The $194.35 is refunded to your Cardinal card.", True),
        ("It's changed. The $194.35 is refunded to your Meridian card.", False),
        ("It's changed. The $194.35 is refunded to your Cardinal card ending in 5461.", False),
    ],
)
def test_one_of_two_cards_of_a_brand_may_go_by_the_brand(said: str, right: bool) -> None:
    to_gift_card = Call("change_order_payment", {"order_id": TWO_CARDS, "payment_method_id": "gift-20107"})
    found = findings(CHECK, TWO_CARDS, "Shall I have your gift card pay?", YES, to_gift_card, said)
    assert (found == []) is right
