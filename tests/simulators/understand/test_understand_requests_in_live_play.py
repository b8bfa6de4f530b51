"""What agents that played live asked for, and others of their kinds, read with the words of the shop."""

import pytest

from domains.retail.lexicon import LEXICON
from simulators.understand.acts import Act
from simulators.understand.reader import understand
from tests.simulators.understand.messages_by_slots import each


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "email order_id address": [
                (
                    "What's the email on your account, which order is it, and where should it go instead"
                    " (street, city and postcode)?"
                ),
                ("What's your email, which order is it, and where should we send it instead (street, city, postcode)?"),
                (
                    "Could I have your email, the order number, and where it should go (street and number,"
                    " city, postcode)?"
                ),
                (
                    "Which email is on the account, which order do you mean and where should it go now:"
                    " street, city and postcode?"
                ),
            ],
            "address": [
                "Where should it go instead (street, city and postcode)?",
                "Where would you like it delivered (street, city and postcode)?",
                "Where should the parcel go now? (street, city, postcode)",
                "And where shall I send it instead - street, city and postcode?",
                "Where do you want it sent, please (house number and street, town, zip code)?",
                "Where should we deliver it instead? Street, city and postcode, please.",
                "Which address should it go to (street, town and postcode)?",
                "Where to, then (street, city and postcode)?",
            ],
            "full_name postcode": [
                "Could you give me your name and postcode instead?",
                "What's your full name, and your postcode?",
            ],
            "order_id postcode": [
                "Which order is it, and what's your postcode?",
            ],
        }
    ),
)
def test_the_parts_of_an_address_are_asked_for_as_one(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "order_id item_choice payment_method": [
                (
                    "Ha, borrowed ladders have a way of staying put. Sure - which order is it, which items do"
                    " you want to return, and do you know where you'd like the refund to go?"
                ),
                (
                    "Sure \u2013 which order is it, which items do you want to return, and do you know where you'd"
                    " like the refund to go?"
                ),
                "Which order is it, what do you want to send back, and where would you like the refund to go?",
                ("Happy to - which order is this about, which items are going back, and where should the refund go?"),
                (
                    "Of course, which order are we talking about, which item is it, and do you have a"
                    " preference for where the refund goes?"
                ),
                "Sure! Which order, which items, and how would you like to be refunded?",
                (
                    "No problem - which order do they belong to, which items would you like to return, and"
                    " where do you want the money to go?"
                ),
                (
                    "Absolutely: which order is it, which of the items should go back, and do you already know"
                    " how you'd like the refund?"
                ),
                "Okay, which order was it, which items are you returning, and where should I send the refund?",
                (
                    "Which order is it? Which items do you want to return? And do you know where you'd like"
                    " the refund to go?"
                ),
            ],
            "email order_id gift_card_amount payment_method": [
                (
                    "Hi, quick as I can: email, order number, amount for the gift card, and which card or"
                    " wallet pays the rest?"
                ),
                "Email, order number, amount for the gift card, and which card pays the rest?",
                "Your email, order number, gift card amount, and which card or wallet covers the rest?",
                ("Quick ones: email, order number, how much on the gift card, and which card takes the remainder?"),
                (
                    "What I need: email, order number, the amount for the gift card, and which wallet or card"
                    " pays the rest."
                ),
                ("Please send me: email, order number, amount from the gift card, and which card should pay the rest?"),
                "email, order no, amount for the gift card, and what pays the rest?",
                (
                    "Could you give me the email, order number, amount for the gift card and the card or"
                    " wallet for the rest?"
                ),
                "Email? Order number? Amount for the gift card? And which card or wallet pays the rest?",
            ],
            "email order_id item_choice": [
                "Email, order number, and which item?",
                "Quickly: email, order number and which item it is?",
                "email, order number, which item(s)?",
                (
                    "Thank you, I've noted the Cardinal card. I would still need your e-mail address, please,"
                    " as well as the order number and what you wish to send back."
                ),
                "I would still need your e-mail address, the order number and what you wish to return.",
                "Please give me your e-mail, the order number and what you'd like to send back.",
                "I still need your email, please, along with the order number and what you want to return.",
            ],
            "order_id item_choice": [
                "Thanks, Wim. And the order number, plus which item(s) from it you'd like to return?",
                "And the order number, plus which item(s) from it you'd like to return?",
                "And the order number, plus which items you'd like to return?",
                "And your order number, and which items from it are going back?",
                "The order number, and which item you'd like to return?",
                "Now the order number plus which items should go back, please?",
                "And the order number, along with which items you want to return?",
                "Next, the order number, and what you'd like to return from it?",
                "Just the order number now, plus the item(s) you'd like to return?",
                "And the order no., plus which of the items you'd like to send back?",
            ],
            "email order_id item_choice payment_method": [
                (
                    "Good day! I'd be pleased to arrange that. Would you be so kind as to tell me the e-mail"
                    " address on the account, the order number, the item or items to be returned, and whether"
                    " the refund should go to the original method of payment or to a gift card you hold with"
                    " us?"
                ),
                (
                    "Would you kindly tell me the e-mail address on the account, the order number, the items"
                    " to be returned, and whether the refund should go to your card or to a gift card?"
                ),
                (
                    "Could you please tell me your email, the order number, which items you'd like to return,"
                    " and whether you'd like the refund on your card or a gift card?"
                ),
                (
                    "May I ask for the e-mail address, the order number, the item or items concerned, and"
                    " whether you wish the refund to go to the original card or a gift card?"
                ),
                (
                    "Please let me know your e-mail address, the order number, the items to be returned and"
                    " whether the refund is to go to your original payment method or to a gift card."
                ),
                (
                    "Might I have the e-mail address on the account, the number of the order, the item to be"
                    " returned, and whether the money should go back to your card or onto a gift card?"
                ),
                (
                    "Kindly state the e-mail address, the order number, the article to be returned, and"
                    " whether the refund should go to the original method of payment or a gift card."
                ),
                (
                    "Would you be so good as to provide your e-mail address, your order number, the items you"
                    " wish to return, and where the refund should go?"
                ),
                (
                    "I should be grateful for the e-mail address, the order number, the items to be returned,"
                    " and whether the refund should go to your card or a gift card."
                ),
            ],
        }
    ),
)
def test_each_of_several_things_is_asked_for(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "email address": [
                "Hi! Happy to update that. Email on the account + the new address please?",
                "Email + new address please?",
                "Your email + the new address?",
                "Account email & new address, please?",
                "Email on file / new address please?",
                "Can I get the email + the new address?",
                "email on the account plus the new address pls",
                "Email on your account + where it should go, please?",
                "I need your email + new address.",
                "Email on the account + the full new address, please.",
            ],
            "email order_id": [
                "Still need your email + order number please.",
                "Email on your account + order number, please?",
                "Account email + order number?",
            ],
        }
    ),
)
def test_what_a_plus_joins_is_asked_for(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "new_email": [
                "What's the new email you'd like on there?",
                "I'll happily update your email. What's the new one you want on there?",
                "Sure, let's change the email on your account. And what's the new one?",
            ],
            "email new_email": [
                "what's the email on your account right now, and what's the new one you want on there?",
                "What's the current email on your account, and what's the new one?",
                "What email is on the account at the moment, and which new one would you like on there?",
                "What's the email on the account now and what should the new one be?",
                "Could you tell me the email on file and the new one you'd like?",
                "Which email address is on your account, and what's the new one you want us to use?",
                "What's your current email, and the new one you want instead?",
                "I need the old email and the new one, please.",
                "What's the email you have on there today, and what is the new one to be?",
            ],
            "address": [
                "What's the new address you want on there?",
                "The address is 12 Osprey Close at the moment. What's the new one?",
            ],
            "phone": [
                "What's the new phone number you want on there?",
            ],
        }
    ),
)
def test_the_new_one_is_the_new_one_of_what_was_spoken_of(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    ("message", "slots"),
    [
        ("Give me your e-mail and the order number, and say why you want to cancel.", ("email", "order_id", "reason")),
        ("Why would you like to cancel? I'll also need your e-mail and order number.", ("reason", "email", "order_id")),
        ("If you give me your e-mail, I can check whether a faster shipping method is available.", ("email",)),
        ("Hey there \U0001f44b what's your e-mail, and which order is it?", ("email", "order_id")),
        (
            "Could you let me know (a) the e-mail address you're registered with, (b) the order number, (c) which item"
            " or items are going back, and (d) where you'd like the refund?",
            ("email", "order_id", "item_choice", "payment_method"),
        ),
        (
            "I'd need: your e-mail address, how many dollars should come off the gift card, and what pays the other"
            " part.",
            ("email", "gift_card_amount", "payment_method"),
        ),
    ],
)
def test_all_that_is_asked_for_beside_a_reason_or_a_promise_is_asked_for(message: str, slots: tuple[str, ...]) -> None:
    assert understand(message, LEXICON).slots == slots


def test_what_need_not_be_told_is_not_asked_for() -> None:
    assert Act.REQUEST not in understand("Thank you, Petra, no e-mail necessary.", LEXICON).acts
