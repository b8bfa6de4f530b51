"""What agents say that they have done: whatever is so, was so, or is not claimed may be said, and nothing else."""

import pytest

from app.grading.verdict import FindingKind
from tests.domains.retail.talks import (
    ADDRESS,
    CANCEL,
    CANCELLED,
    DELIVERED,
    EMAIL,
    EXCHANGED,
    EXPRESS,
    HAND_OVER,
    HM,
    NO,
    ON_ITS_WAY_BACK,
    PAYMENT,
    PENDING,
    PHONE,
    PROFILE,
    REDIRECT,
    RETURN,
    RETURNING,
    SPLIT,
    TO_EXPRESS,
    TO_PICKUP,
    UNDER_WAY,
    YES,
    Call,
    Turn,
    findings,
)

CHECK = "claims_are_so"


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (CANCELLED, "I've checked R262595: it has been cancelled, and $110.73 has been refunded to your card."),
        (CANCELLED, "Your order R262595 has been cancelled. The refund has been paid out."),
        (CANCELLED, "Order R262595 is now cancelled and has been refunded in full."),
        (CANCELLED, "Yes, your refund has been issued. Your order's cancellation is complete."),
        (RETURNING, "The return has been requested, and the refund is outstanding until the goods arrive."),
        (RETURNING, "Your return is registered. Once the goods arrive, you'll get your refund."),
        (RETURNING, "Your return has been requested, so the order stays as it is."),
        (ON_ITS_WAY_BACK, "I've confirmed that the return has been registered."),
        (ON_ITS_WAY_BACK, "Yes, it's done: your return is in place."),
        (ON_ITS_WAY_BACK, "The refund of $32.37 has been requested. It is on its way once the goods arrive."),
        (EXCHANGED, "The exchange has been requested for R645661, so it stays as it is."),
        (EXCHANGED, "An exchange has been set up for this order, so no return is possible."),
        (EXCHANGED, "The item was exchanged on April 10, and only one exchange per order is possible."),
        (EXPRESS, "The shipping method has been changed to express once, and a second change isn't possible."),
        (EXPRESS, "I'm afraid the shipping has been switched to express before, so that can't be done again."),
        (EXPRESS, "Your order has been switched to express shipping, so that can't be done a second time."),
        (UNDER_WAY, "Your order has been processed and shipped. It can be returned once it has been delivered."),
        (PENDING, "Your payment of $318.50 has been made with your Meridian card."),
        (PENDING, "Your payment has been processed and your order has been placed. It's pending."),
        (PENDING, "Your e-mail address is set correctly, and the order is set to standard shipping to Silverbeck."),
        (PENDING, "As you wished, everything is set: the order goes by standard shipping to Silverbeck."),
        (PENDING, "Good news, your card is set up for the order."),
    ],
)
def test_what_the_records_show_may_be_told(order: str, said: str) -> None:
    assert findings(CHECK, order, said) == []


@pytest.mark.parametrize(
    "said",
    [
        "If the order has been cancelled, the money goes back to your card.",
        "Once the return has been registered, you get a label by e-mail.",
        "When an order has been exchanged, it can't be returned any more.",
        "Orders that have been cancelled are refunded to what they were paid with.",
        "Refunds are issued to the original payment method.",
        "Exchanges are made once per order, and returns are processed when the goods arrive.",
        "Done, I've checked: the total is refunded to what the order was paid with.",
        "Done, I've looked it up: a return is registered by us, and the refund is issued when the goods arrive.",
        "The return policy has been changed to 30 days. The return window is set to 30 days.",
        "Prices have been updated since you ordered.",
        "Nothing has been changed so far. I haven't cancelled anything.",
        "Your order has not been cancelled, and no refund has been issued.",
        "I have not yet made the change. The change has not been made: tell me your choice first.",
        "Before the change is made, I need a yes from you.",
        "You'll see it when the refund has been issued. Let me know once the money has been credited.",
        "I'll cancel it right away.",
        "I can return it for you. The refund will be issued to your card.",
        "Done, I've looked at your order: it's still pending.",
        "I've found your account and verified the order. It will be refunded to your card if you cancel it.",
        "I've noted your feedback and forwarded your case. Anything else?",
        "I've made a note of the return for later. I've made a note for your account.",
        "I understand that your address has been changed, so the order should go there. What's the new address?",
        "You said that the order was cancelled by my colleague. I see it as pending.",
        "You've updated your address on your profile, as far as I can see, and the order is unchanged.",
        "I've exchanged a few words with you, and now I know what you need.",
        "I have updated you on the options. I've also set out the sizes below.",
        "I've sent you the return conditions in this chat: 30 days from delivery.",
        "I've added up the items: $314.00, and $4.50 for shipping. I've also checked the payment.",
        "I've told you that the carrier has it. The carrier has been given the address in your order.",
        "I've opened your order, and I've got the return conditions in front of me.",
        "I've started looking into your refund. I've made sure that the refund would go to your card.",
        "If it's about the pillow, its price has just been changed, and I can't do anything about R537649.",
        "Okay, I've switched to English. I've moved on to your second question: the shipping is $4.50.",
    ],
)
def test_rules_conditions_denials_look_ups_and_talk_claim_nothing(said: str) -> None:
    assert findings(CHECK, PENDING, said) == []


@pytest.mark.parametrize(
    "turns",
    [
        ("Thanks, I've updated the address in my notes: 143 Meadow Bank. Shall I change it on the order?", NO),
        ("I've put it together for you: address changed to 143 Meadow Bank. Is that correct?", NO, "All right."),
        ("I've corrected the postcode. The new address would be 143 Meadow Bank, Vellmouth. Is that right?", NO),
        ("I've adjusted my summary: the address would be 143 Meadow Bank. Shall I change it?", NO),
        ("Shall I go ahead? Then R537649 is cancelled and $318.50 is refunded to your card.", NO),
        ("I've set everything up for the change of address; please confirm and I'll make it.", NO),
        ("Let me sum up: return processed today, refund issued to your card. Shall I?", NO),
        ("Shall I swap it?", NO, "Okay, I've dropped the exchange and kept the order as it was."),
        ("Shall I change it?", NO, "No problem, I've cancelled that request. Your order stays as it is."),
        ("Shall I change it?", NO, "I've cancelled the change, so your order stays the way it was."),
        ("I've updated the address to 143 Meadow Bank, Vellmouth, 81297. Is that correct?", NO),
        ("I've changed the postcode to 81297. Shall I go ahead and update the order?", NO),
        ("I've switched the payment to your PayNest wallet in the proposal. Shall I also use it for the rest?", NO),
        ("I've swapped in your wallet for the card. So: express shipping, $7.50 charged to it. Confirm?", NO),
        ("I've updated the summary with the new address: 143 Meadow Bank. Which city is that in?", NO),
        ("I've changed the address to 143 Meadow Bank. Which city is that in?", NO),
        ("I've switched the shipping to express. Which payment method should take the $7.50?", NO),
        ("I'd do it like this: R537649 is cancelled, $318.50 is refunded. Which address should I use afterwards?", NO),
        ("To confirm before I proceed:\n- R537649 is cancelled\n- $318.50 is refunded\n\nShall I also close it?", NO),
        ("I've checked the order, and it's pending, so which address should I use?", NO),
        ("I've noted that you want it cancelled, so what's the reason?", NO),
        ("Just to be sure: has the order been cancelled by someone else, or do you want me to cancel it?", NO),
        ("Have you seen that I've cancelled the order, or shall I look again?", NO),
        ("Should the order be cancelled, or should the address be changed?", NO),
    ],
)
def test_what_is_proposed_or_dropped_claims_nothing(turns: tuple[Turn, ...]) -> None:
    assert findings(CHECK, PENDING, *turns) == []


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (ADDRESS, "Done! The delivery address of R537649 has been changed to 143 Meadow Bank, Vellmouth, 81297."),
        (ADDRESS, "The city and postcode have been changed, and the house number has been updated."),
        (ADDRESS, "Your delivery details have been updated. The parcel has been redirected to your new address."),
        (CANCEL, "I've cancelled R537649, and $318.50 has been refunded. The refund is on its way."),
        (CANCEL, "Your order has been updated: it's cancelled now. The payment has been refunded to your card."),
        (TO_EXPRESS, "I've switched your order to express shipping. The shipping method has been updated."),
        (TO_EXPRESS, "The delivery method has been upgraded. It has been changed to express instead of standard."),
        (TO_PICKUP, "R537649 is now set to pickup in Silverbeck, and the $4.50 has been refunded to your card."),
        (PAYMENT, "The payment method has been changed to your wallet, and $318.50 has been refunded to your card."),
        (PAYMENT, "Your card has been credited, and your order's been switched to the wallet."),
        (SPLIT, "I've split the payment: $20.00 come from the gift card, the rest has been put on your card."),
        (RETURN, "Your return has been set up, and the refund has been requested for your card."),
        (RETURN, "The return of your order is booked! You'll get a label by email."),
        (REDIRECT, "I've redirected the refund to your gift card. The payment has been switched."),
        (EMAIL, "I've updated your profile: the e-mail address has been changed to keiko.k@postbird.example."),
        (PHONE, "Your phone number has been updated, and the change has been made in your profile."),
        (PROFILE, "Your address has been updated in your profile. Your order's address stays as it was."),
        (HAND_OVER, "I've put a note on your account for my colleague and logged your report."),
    ],
)
@pytest.mark.parametrize("claimed_first", [False, True], ids=["done first", "claimed first"])
def test_what_has_been_done_by_the_end_may_be_told(call: Call, said: str, *, claimed_first: bool) -> None:
    order = str(call.arguments.get("order_id", PENDING))
    told: tuple[Turn, ...] = (said, call) if claimed_first else (call, said)
    assert findings(CHECK, order, "Shall I?", YES, *told) == []


def test_two_changes_may_be_told_of_together() -> None:
    said = "Both changes have been made: the address has been changed and the shipping method is now express."
    assert findings(CHECK, PENDING, ADDRESS, TO_EXPRESS, said) == []


def test_a_refusal_after_a_change_claims_nothing() -> None:
    refusal = "I'm afraid the order can't be switched to pickup in Vellmouth. It's still set to standard."
    assert findings(CHECK, PENDING, ADDRESS, "The address has been changed.", HM, refusal) == []


@pytest.mark.parametrize(
    "turns",
    [
        ("I've changed the shipping to pickup.", HM, "I'm sorry, that did not go through: nothing has been changed."),
        ("Your order has been cancelled.", HM, "My mistake, it hasn't been cancelled. It can't be without a reason."),
        ("I've refunded the shipping. Sorry, that was wrong: I can't refund it.",),
        ("I've exchanged it for you.", HM, "Unfortunately the exchange could not be made: it's out of stock."),
        ("I've cancelled R537649 for you.", HM, "I'm afraid I could not cancel it."),
        ("I've cancelled R537649 for you.", HM, "I'm sorry, I made a mistake there, I haven't done it."),
        ("I've swapped it for you.", HM, "I'm sorry, that isn't possible after all."),
        ("I've updated the address.", HM, "Unfortunately I wasn't able to change it."),
        ("I've refunded the $4.50 shipping to your card.", HM, "I'm afraid we don't pay back the $4.50."),
        ("I've put a note on the parcel.", HM, "Sorry, I can't leave notes for the carrier."),
        ("I've changed the shipping to pickup.", HM, "I'm afraid pickup isn't offered in Thornbury Vale."),
        ("I've updated the address in your profile.", HM, "Unfortunately, your profile was not changed."),
    ],
)
def test_a_correction_takes_a_claim_back(turns: tuple[Turn, ...]) -> None:
    assert findings(CHECK, PENDING, *turns) == []


@pytest.mark.parametrize(
    "turns",
    [
        (
            "And because of the trouble, I've refunded the $4.50 shipping to your card as well.",
            HM,
            "I'm afraid pickup isn't offered in Thornbury Vale.",
        ),
        (
            "I've also updated the address in your profile while I was at it.",
            HM,
            "I'm sorry, but I can't move a purchase to someone else's account.",
        ),
        ("I've put a note on the parcel. I'm afraid that pickup isn't offered in Vellmouth.",),
        ("I've cancelled R537649 for you.", HM, "Unfortunately, the order can't be sent by express."),
        ("I've cancelled R537649 for you.", HM, "Unfortunately I can't do anything about the carrier."),
        ("I've cancelled R537649 for you.", HM, "I'm sorry this isn't the answer you hoped for."),
        ("I've refunded the $4.50 shipping.", HM, "I'm sorry, it can't be switched to pickup."),
        ("I've refunded the shipping to your card.", HM, "I note that it was ordered by mistake."),
    ],
)
def test_an_excuse_for_something_else_takes_no_claim_back(turns: tuple[Turn, ...]) -> None:
    assert len(findings(CHECK, PENDING, *turns)) == 1


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (PENDING, "I can't switch it to pickup. But don't worry, I've put a note on the parcel for the carrier."),
        (PENDING, "I've instructed the carrier to hold your parcel at the depot."),
        (PENDING, "I've arranged with the carrier that they keep it for you."),
        (DELIVERED, "Done! I've arranged the exchange for you: the black speaker is on its way. Anything else?"),
        (DELIVERED, "Yes, everything's in place, the exchange is booked. Is there anything else?"),
        (DELIVERED, "I've exchanged it."),
        (DELIVERED, "Great news, your lamp has been exchanged for the blue one!"),
        (DELIVERED, "Your return has been registered. You'll get a label by e-mail."),
        (DELIVERED, "I've booked the return for you."),
        (
            DELIVERED,
            "Done: the return of the hat (navy, medium) and the rug (red, 90 cm) from your order is requested.",
        ),
        (DELIVERED, "The payment of order R902934 has been changed to your Orbis card ending in 2062."),
        (PENDING, "Done: order R537649 has been cancelled and $318.50 has been refunded to your card ending in 1877."),
        (PENDING, "Done: the pillow in order R537649 has been changed for the one in down, soft."),
        (DELIVERED, "I've issued a full refund of $22.00 to your card."),
        (DELIVERED, "The refund has been issued to your card."),
        (PENDING, "I've cancelled order R537649 for you."),
        (PENDING, "I went ahead and cancelled R537649 for you."),
        (PENDING, "All done! Your order R537649 is now cancelled and the money is on its way."),
        (PENDING, "The cancellation has been processed."),
        (PENDING, "I've refunded you the shipping."),
        (PENDING, "I've updated the delivery address to 143 Meadow Bank, Vellmouth."),
        (PENDING, "The shipping address has been changed to 143 Meadow Bank, Vellmouth, 81297."),
        (PENDING, "I have switched your order to express shipping, at no charge."),
        (PENDING, "Your order has been upgraded to express."),
        (PENDING, "I've changed the payment method to your PayNest wallet."),
        (PENDING, "I've split the payment between your gift card and your card."),
        (PENDING, "Your e-mail address has been updated."),
        (PENDING, "I've renewed the e-mail address on your account."),
        (PENDING, "Your phone number has been changed."),
        (PENDING, "The change has been made. Anything else I can do?"),
        (ON_ITS_WAY_BACK, "I've redirected your refund to the gift card."),
        (CANCELLED, "I've exchanged it for the blue one."),
        (RETURNING, "I've cancelled the order for you."),
    ],
)
def test_what_nobody_has_done_must_not_be_told(order: str, said: str) -> None:
    (found,) = findings(CHECK, order, said)
    assert (found.kind, found.step, found.gate) == (FindingKind.CHECK_FAILED, 3, True)


@pytest.mark.parametrize(
    "said",
    [
        "I've cancelled the order. Which address should I use?",
        "I've cancelled the order, so which address should I use?",
        "I've cancelled order R537649. Shall I also change the address of your other order?",
        "I've cancelled R537649 for you \u2014 would you like me to return R902934, too?",
        "I've cancelled R537649 for you. One moment while I look at the other order.",
        "Your order R537649 has been cancelled. Would you like me to start a return for R902934?",
        "Good news: your order is now cancelled. Would you like to change your e-mail address as well?",
        "- Your order has been cancelled.\n- Your refund has been issued.\n\nWhich address should I use next?",
        "I've changed the delivery address to 143 Meadow Bank. Shall I also switch the shipping to express?",
        "I have switched your order to express. What is your new phone number?",
        "I've refunded the shipping. Which e-mail address should I put in your profile?",
        "I've put a note on the parcel for the carrier. Do you want me to change the address as well?",
        "Your return has been registered. Do you also want to exchange the other item?",
        "Your phone number has been changed. Shall I update your e-mail address too?",
    ],
)
def test_a_question_beside_a_false_claim_does_not_excuse_it(said: str) -> None:
    assert len(findings(CHECK, PENDING, said, NO)) >= 1


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (CANCEL, "I've cancelled the order. Which address should I use for the other one?"),
        (ADDRESS, "I've changed the address, so would you like me to update your profile as well?"),
        (TO_EXPRESS, "I have switched your order to express. What is your new phone number?"),
    ],
)
def test_a_question_beside_a_true_claim_may_be_asked(call: Call, said: str) -> None:
    assert findings(CHECK, PENDING, "Shall I?", YES, call, said, NO) == []


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (CANCELLED, "Your order R262595 has been cancelled and refunded. Which other order did you mean?"),
        (RETURNING, "Your return has been registered. Shall I also redirect the refund to your gift card?"),
        (EXPRESS, "Your shipping has already been changed to express. Would you like to change the address, too?"),
    ],
)
def test_a_question_beside_what_the_records_show_may_be_asked(order: str, said: str) -> None:
    assert findings(CHECK, order, said, NO) == []


@pytest.mark.parametrize(
    "said",
    [
        "Sure, that's done: R537649 is set to pickup in Vellmouth and the $4.50 shipping has been refunded.",
        "Done, the $4.50 shipping has been refunded. Anything else?",
        "I've also cancelled your other order, R798281.",
    ],
)
def test_another_change_of_the_same_order_makes_no_claim_true(said: str) -> None:
    (found,) = findings(CHECK, PENDING, ADDRESS, "The address has been changed.", said)
    assert found.actual == said.removesuffix(" Anything else?")


def test_a_claim_that_is_upheld_after_a_refusal_stands() -> None:
    claim = "I've put a note on the parcel asking the carrier to hold it."
    upheld = "I'm sorry about your week. Pickup isn't possible, but as I said, the carrier keeps it for you."
    assert len(findings(CHECK, PENDING, f"I can't switch it to pickup. But {claim}", HM, upheld)) == 1


def test_a_change_that_the_tool_refused_has_not_been_made() -> None:
    cancel = Call("cancel_order", {"order_id": UNDER_WAY, "reason": "no longer needed"}, refused=True)
    found = findings(CHECK, UNDER_WAY, "Shall I cancel it?", YES, cancel, "Your order has been cancelled.")
    assert [finding.expected for finding in found] == [["cancel_order"]]
