"""Messages of agents that played live, and others of their kinds, read with the words of the shop."""

import pytest

from domains.retail.lexicon import LEXICON
from simulators.understand.reader import understand


def acts(text: str) -> set[str]:
    return {act.value for act in understand(text, LEXICON).acts}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Thanks Farah. Good news and bad news: the **kitchen knife** (Keenedge, resin, 12 cm,"
            " $46.74) can go back. The **trail socks** can't, since they're a final sale item and"
            " those aren't returnable.\n\nShall I set up the return for just the knife from R651742? The"
            " $46.74 would go back to your Orbis card ending in 4861 when the knife arrives. Also, is"
            " the knife all you'd be returning? There's only one return per order."
        ),
        (
            "The trail socks can't be returned, since they're a final sale item. Shall I set up the"
            " return for just the knife from R651742? The $46.74 would go back to your Orbis card"
            " ending in 4861 when the knife arrives."
        ),
        (
            "The trail socks can't be returned, since they're a final sale item. Shall I set up the"
            " return for just the knife from R651742?"
        ),
        (
            "The trail socks are final sale, so those have to stay with you. Shall I send the knife"
            " back on its own for $46.74?"
        ),
        (
            "The lamp can be swapped for the brass one. The cushion cannot be exchanged. Would you"
            " like me to go ahead with the lamp only?"
        ),
        (
            "Of the two, the mug is eligible for return, but the scarf isn't: it was a final sale"
            " item. Do you want me to return just the mug?"
        ),
        (
            "Two of these can go back. The socks can't, because final sale items aren't returnable."
            " Should I register the return for the mug and the bowl?"
        ),
        (
            "The gift card order isn't eligible for cancellation as it's already shipped. Shall I"
            " cancel the other order, R123456, for $20.00?"
        ),
        (
            "That item is past the 30-day window and can no longer be returned. The kettle still can."
            " Shall I book the return for the kettle only?"
        ),
        (
            "The blanket is not returnable. The pillow is. May I set up the return of the pillow, with"
            " $30.00 to your PayNest wallet?"
        ),
        (
            "R651742 can't be cancelled any more, since it's been handed to the carrier. Would you"
            " like me to cancel R651743 instead?"
        ),
    ],
)
def test_what_cannot_be_done_with_one_thing_is_refused_beside_a_proposal_for_another(text: str) -> None:
    assert {"REFUSE", "CONFIRM"} <= acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please note that an order can only be exchanged once. Shall I go ahead with the swap?",
        "Once submitted, the exchange can't be undone. Shall I proceed?",
        ("Once I set it up, no further items can be added to the return. Shall I set up the return of the knife?"),
        "A return can't be changed after it's been registered. Shall I register it?",
        "Final sale items can't be returned, but the knife is fine. Shall I set up the return?",
        "Only one return is possible per order. Shall I set up the return for just the knife?",
        "There's only one return per order, and items can't be added later. Shall I go ahead?",
        "The refund can't be moved to another card afterwards. Do you want me to proceed?",
        ("An order can be cancelled only as a whole, so single items can't be taken out. Shall I cancel R123456?"),
        "The order can't be changed again after this. Shall I go ahead?",
        "This can't be undone. Would you like me to cancel order R123456?",
    ],
)
def test_what_holds_for_all_things_or_from_then_on_is_no_refusal_beside_a_proposal(text: str) -> None:
    assert "CONFIRM" in acts(text)
    assert "REFUSE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "I hear you, but I don't have any room for exceptions here: there's simply no pickup for"
            " orders going to Isling Point. Would you like standard shipping, or shall we keep express?"
        ),
        "There's simply no pickup for orders going to Isling Point.",
        "There's no pickup in Isling Point.",
        "There is no pickup point for Isling Point, so pickup isn't possible.",
        "There's just no express delivery to that town.",
        "We have no pickup for orders going there.",
        "There simply is no exchange for orders like this.",
        "There's no way round it: no pickup for orders to Isling Point.",
        "Sorry, there's no return for orders older than 30 days.",
        (
            "So: pickup can't be done for this order. Would you like me to change R785940 to standard,"
            " with $7.50 refunded to your Cardinal card ending in 4647? Or leave it on express?"
        ),
        "Pickup can't be done for this order.",
    ],
)
def test_what_is_not_offered_is_refused_and_not_missing(text: str) -> None:
    assert "REFUSE" in acts(text)
    assert "NOT_FOUND" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "There's no order under that number.",
        "I found no account for that email.",
        "There is no order with that number on your account.",
        "No orders found for that email address.",
    ],
)
def test_a_record_that_is_missing_is_no_refusal(text: str) -> None:
    assert "NOT_FOUND" in acts(text)
    assert "REFUSE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "I can only change profile details (email included) when I've found the account through"
            " its current email address, it's a security rule. Name and postcode aren't enough for"
            " this one."
        ),
        "Name and postcode aren't enough for this one.",
        "Your name and postcode are not enough to change the email, I'm afraid.",
        "Without it I have to leave the account as it is. Is there anything else I can help with?",
        "A name and postcode alone won't do for this.",
        "For that change, name and postcode won't be enough.",
        "Your name and postcode don't suffice for this kind of change.",
        "Just a name and a postcode isn't sufficient for a change of email.",
        "With only your name and postcode I can't change the email address.",
        "The order number alone isn't enough for me to do that.",
        "Sadly, a full name and postcode aren't sufficient for changes to the profile.",
    ],
)
def test_what_was_told_and_does_not_suffice_is_refused_and_not_asked_for(text: str) -> None:
    assert "REFUSE" in acts(text)
    assert not {"full_name", "postcode", "order_id"} & set(understand(text, LEXICON).slots)


@pytest.mark.parametrize(
    "text",
    [
        "Name and postcode aren't enough here, I'd need the email on the account.",
        "The order number alone isn't enough, could you tell me your email?",
        "That isn't enough for me to find you. Could I have your email too?",
    ],
)
def test_what_does_not_suffice_is_no_refusal_where_more_is_asked_for(text: str) -> None:
    assert understand(text, LEXICON).slots == ("email",)
    assert "REFUSE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Thank you, Ms Dunmore. I've found your account, but order R214634 was placed under a"
            " different one, so I'm not permitted to make any changes to it or discuss it. Could the"
            " number have a slip in it? If you meant another order of yours, do let me know and I'll"
            " gladly check that one."
        ),
        (
            "I've found your account, but order R214634 was placed under a different one, so I'm not"
            " permitted to make any changes to it or discuss it. Could the number have a slip in it?"
        ),
        (
            "Order R214634 belongs to another account, so I'm not allowed to change it or talk about"
            " it. Is the number right?"
        ),
        (
            "R214634 isn't on your account, so I may not discuss it or change anything about it. Could"
            " there be a slip in the number?"
        ),
        ("As it's under someone else's account, I'm not in a position to touch it. Could you check the number?"),
        "It's on a different account, and I'm not at liberty to discuss it. Might the number be wrong?",
        ("That order was placed by someone else, so I can't make changes to it. Could the number be mistyped?"),
        (
            "I'm not authorised to discuss or change order R214634, as it's under another account."
            " Could it be another number?"
        ),
        ("Since the order is on another account, I'm unable to discuss it with you. Could you have mistyped it?"),
        ("That order sits with another customer, so I'm not able to change it. Might the number be off by a digit?"),
    ],
)
def test_what_an_agent_may_not_do_is_refused(text: str) -> None:
    assert "REFUSE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Return's booked ✅ Keenedge kitchen knife, R651742, $46.74 to your Orbis 4861 when it"
            " arrives. You'll get the label by email. Need anything else?"
        ),
        (
            "It's submitted 🙂 You'll get a return label by email, and the $28.92 goes to your Cardinal"
            " card ending 3498 when the clogs arrive. Anything else I can do?"
        ),
        (
            "The refund of $32.37 for order R740681 will now be paid to your gift card ending in 8483."
            " Is there anything else I may do for you?"
        ),
        "Cancelled ✅ R123456 is off, $20.00 goes back to your card. Anything else?",
        "All done 🎉 The exchange is set up. Anything else?",
        "Your return is registered 👍 You'll get a label by email.",
        "It's cancelled 🙂 The $50.00 goes back to your card in a few days.",
        "Done! ✅ R123456 now ships express.",
        "Address updated ✅ It now goes to 12 Osprey Close.",
        "The swap is booked 😊 You'll get the label by email.",
        "Return's set up 🙌 The label is on its way to your inbox.",
    ],
)
def test_a_change_is_claimed_before_a_picture_or_by_what_happens_from_now_on(text: str) -> None:
    assert "CLAIM_DONE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Shall I book it? 🙂 The refund will then be paid to your gift card.",
        "If you agree, the refund will now be paid to your gift card.",
        "I will now pay the refund to your gift card.",
        "The refund will be paid to your gift card once the item arrives.",
        "The refund of $32.37 would now be paid to your gift card. Shall I?",
        "Your order will be delivered on Friday.",
        "I'll now check the refund. One moment.",
        "Now the refund will be paid to your gift card ending in 8483 if you say yes.",
        "It's a return 🙂 You'll need a label.",
        "Not booked yet 🙂 I need a yes first.",
        "The refund will now not be paid to your gift card.",
    ],
)
def test_what_will_only_happen_claims_nothing(text: str) -> None:
    assert "CLAIM_DONE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Where to: Orbis card 4555 or gift card 8281? One more thing: each order can be exchanged"
            " only once, so is the flask all you want to exchange?"
        ),
        "Orbis card or gift card for the difference? And is the flask all you want to exchange?",
        "Which card should pay the difference? Also, is the mug everything you want to swap?",
        "Which payment method should I use? And are those two all you want to return?",
        "Where should the refund go? And is the lamp the only thing you're returning?",
        "Where to: card or gift card? An order can be exchanged only once, so will the flask be all?",
        "Which card pays for it? Also: is the flask all that needs swapping?",
    ],
)
def test_whether_something_is_all_is_asked_beside_another_question(text: str) -> None:
    assert {"REQUEST", "CONFIRM"} <= acts(text)
    assert understand(text, LEXICON).slots == ("payment_method",)


@pytest.mark.parametrize(
    "text",
    [
        "Is the lamp the only thing you're returning?",
        "Are those two all?",
        "Will the flask be all?",
        "And are those two everything you want to send back?",
        "So is the flask the only item you'd like to swap?",
        "One thing first: are the socks all you'd be returning?",
    ],
)
def test_whether_something_is_all_asks_for_no_description(text: str) -> None:
    assert acts(text) == {"CONFIRM"}


@pytest.mark.parametrize("text", ["It can't be undone. Do it?", "$40 would go back to your card. Do that?"])
def test_the_shortest_question_for_a_yes_asks_for_nothing_else(text: str) -> None:
    assert "CONFIRM" in acts(text)
    assert "REQUEST" not in acts(text)


def test_what_a_card_holds_is_no_change() -> None:
    assert "CLAIM_DONE" not in acts("Your gift card ending in 8134 has $60.00 left. Anything else?")


def test_what_stays_because_of_a_rule_is_refused() -> None:
    text = (
        "Shipping can be changed only once, and we have just changed it. It therefore stays at pickup. Anything else?"
    )
    assert "REFUSE" in acts(text)


def test_a_label_from_an_email_asks_for_no_email() -> None:
    text = "Just send the clogs with the label from your e-mail. Is there anything else?"
    assert acts(text) == {"ASK_MORE"}


def test_a_record_as_a_program_writes_it_informs() -> None:
    assert acts('get_customer: {"customer_id": "C20159", "name": "Keiko Petrov"}') == {"INFORM"}
