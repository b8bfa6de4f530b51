"""Wishes that agents asked for that played live, and others of their kinds, read with the words of the shop."""

import pytest

from domains.retail.lexicon import LEXICON
from simulators.understand.reader import understand
from tests.simulators.understand.messages_by_slots import each


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "payment_method": [
                (
                    "Nothing amiss at all, don't worry! So just the garden clogs, $28.92 back. I can refund"
                    " that to the card you paid with, or to a gift card if you have one on file. Which do you"
                    " prefer?"
                ),
                "I can refund that to the card you paid with, or to a gift card. Which do you prefer?",
                "The refund can go to your original card or to a gift card. Which would you prefer?",
                ("It can go back to the wallet you paid with, or onto a gift card of yours. Which would you like?"),
                "We can put the money on your Orbis card or on your gift card. What would you prefer?",
                "Refunds go either to the payment method you used or to a gift card. Which one would you like?",
                ("You can have it back on the card ending in 3498, or on your Larkmoor gift card. Which should it be?"),
                "I could send the $28.92 to your PayNest wallet, or to a gift card on file. Which do you want?",
                (
                    "The money could go to the card you used or, if you'd rather, to a gift card. Which suits"
                    " you better?"
                ),
                "There's your Cardinal card and there's your gift card. Which shall I use for the refund?",
                (
                    "Your refund for R740681 hasn't been paid out yet, and at present it is set to go to your"
                    " Meridian card ending in 1877. Where would you like it to go instead?"
                ),
                (
                    "I've found your account, and at present it is set to go to your Meridian card ending in"
                    " 1877. Where would you like it to go instead?"
                ),
                "The refund is due to go to your Orbis card. Where should it go instead?",
                "Right now the refund of $32.37 goes to your wallet. Where do you want it?",
                "The money's still on its way to your Meridian card. Where would you like it sent instead?",
                "The refund is set for your PayNest wallet. Where would you rather have it?",
                "Your refund hasn't gone out yet. Where shall it go?",
                ("It's a refund of $32.37, currently destined for your card ending in 1877. Where should I move it?"),
                "The $32.37 is meant to be paid to your Meridian card. Where would you like to have it instead?",
                (
                    "Also let me know where you want the refund: back to what you paid with, or onto a"
                    " Larkmoor gift card you already have."
                ),
                "Let me know where you want the refund.",
                ("Please tell me where you'd like the refund: the original payment method or a gift card of yours."),
                "Tell me where you want the money: your card or a gift card.",
                "Where do you want the refund, on the card or a gift card?",
                "And where would you like your money back?",
                "Also say where you want the refund: to the wallet or to a gift card.",
                "Let me know where the refund should go, your card or a gift card.",
                "Could you tell me where you'd like the refund?",
                "Where do you want your money: back on the card you paid with or on a gift card?",
            ],
            "address": [
                (
                    "Your order R740681 is set to go to 12 Osprey Close at present. Where would you like it to"
                    " go instead?"
                ),
                (
                    "Order R740681 was paid with your Meridian card ending in 1877. It hasn't shipped yet."
                    " Where would you like the parcel to go instead?"
                ),
                "The parcel is pending. Where should it go instead?",
                "Let me know where you want the parcel.",
                "Tell me where you'd like it delivered.",
                "Let me know where you want it sent: home or work.",
            ],
            "email item_choice payment_method": [
                (
                    "Could you tell me your email, which two items they are, and where you'd like the refund:"
                    " the original payment method or a gift card of yours?"
                ),
                "Could you tell me your email, which items they are, and where you want the refund?",
                (
                    "Please share your email, the items you want to return, and where you'd like the refund to"
                    " go: your card or a gift card."
                ),
            ],
        }
    ),
)
def test_where_money_goes_is_told_from_where_a_parcel_goes(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "email item_choice": [
                "What's your account email, and what are you sending back from R599913?",
                "Which email do you use, and what are you returning from R599913?",
                "Could you give me your email, and what you're sending back?",
                "What's the account email, and what do you want to send back from that order?",
            ],
            "item_choice": [
                "What are you sending back from R599913?",
                "What are you sending back?",
                "What are you returning?",
                "And what is it that you want to return from R599913?",
                "What's going back?",
                "So what is coming back to us from R599913?",
                "What would you like to give back?",
                "What do you wish to send back?",
                "Please tell me what you wish to send back.",
                "What needs swapping?",
                "What do you want to exchange?",
                "What is being exchanged?",
            ],
            "item_choice option_choice": [
                "which item is it, and what should it be instead?",
                "Which item is it, and what should it become?",
                "Which item, and what would you like instead?",
                "What should be swapped, and what would you like instead?",
                "What's being exchanged, and for which version?",
                "Which one is it, and what should it be changed to?",
                "What would you like to exchange, and what would you like in its place?",
                "Which item do you want changed, and into what?",
            ],
            "email item_choice option_choice": [
                "Sure! I need:\n- the email on your account\n- which item is it, and what should it be instead?",
            ],
            "option_choice": [
                "What would you like it exchanged for?",
                "What should it be instead?",
                "What would you like in its place?",
                "What should it become?",
            ],
            "address": [
                "What should the address be instead?",
            ],
            "email address": [
                "What's your email, and what should the address be instead?",
            ],
        }
    ),
)
def test_what_goes_back_or_is_exchanged_is_the_item_and_for_what_the_option(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "reason": [
                "Why are you sending it back?",
                "What's the reason you're sending it back?",
                "What made you send it back?",
                (
                    "Found it, Moses \u2013 the yoga mat is in order R568754 (…), and that one can still be"
                    " cancelled, though only as a whole. What's making you want to cancel it?"
                ),
                "What's making you want to cancel it?",
                "What makes you want to cancel?",
                "What is prompting the cancellation?",
                "What led you to cancel?",
                "What's behind the cancellation?",
                "What's causing you to cancel it?",
                "What has you wanting to cancel it?",
                "What's made you decide to cancel?",
                "What's driving the cancellation?",
                "What's leading you to cancel it?",
                "What got you to cancel it?",
                "How come you want to cancel it?",
            ],
            "item_choice": [
                "What do you want to have cancelled?",
            ],
        }
    ),
)
def test_why_something_is_wished_is_the_reason(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "shipping_method": [
                "Would you like standard shipping, or shall we keep express?",
                "Standard or express?",
                "Shall I make it pickup, or would you rather have express?",
                "Do you want to stay with express or go for standard?",
                "Would standard do, or should it be express?",
                "Express, or pickup at the shop?",
                "Should it come by express or by standard delivery?",
                "It can go by standard or by express. Which do you prefer?",
            ],
            "order_id": [
                (
                    "I've found your account, but order R214634 was placed under a different one. Could the"
                    " number have a slip in it?"
                ),
                "Order R214634 isn't on your account. Could the number have a slip in it?",
                "Order R214634 isn't yours. Might there be a typo in the number?",
                "Could the order number be wrong?",
                "Is there perhaps a slip in the order number?",
                "Order R214634 is under another account. Might the number be off by a digit?",
                "I can't see order R214634 on your account. Could you have mistyped the number?",
                "Could the order number be mistaken?",
            ],
        }
    ),
)
def test_ways_of_shipping_and_doubtful_numbers_are_known_by_what_is_put_up(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())
