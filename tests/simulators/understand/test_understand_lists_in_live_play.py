"""Lists of things wanted as agents that played live wrote them, and others of their kinds, in the words of the shop."""

import pytest

from domains.retail.lexicon import LEXICON
from simulators.understand.acts import Act
from simulators.understand.reader import understand
from tests.simulators.understand.messages_by_slots import each


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "email address": [
                (
                    "Could you tell me\n\u2022 the e-mail of your account\n\u2022 the new street, city & postcode\n"
                    "so that I can update R688456?"
                ),
                "Please send me\n- your e-mail\n- the new address\nso I can change it.",
            ],
            "email order_id": [
                "I need\n1. your e-mail\n2. the order number",
                "Sure: 1. your email 2. your order number",
                "Could you give me: 1. your email 2. the order number?",
            ],
            "email order_id item_choice": ["I need 1. your e-mail, 2. the order number and 3. which item it is."],
            "email order_id reason": ["can i get ur email adress, the order nr. and the reason?"],
            "order_id item_choice reason": [
                "Please let me know the order number, the item, and \u2014 if you don't mind \u2014 why it goes back."
            ],
            "email": [
                "To do that I first need to find your account:\n\n- **E-mail address** of your account",
                "So that I can see your orders: which email do you shop with?",
            ],
        }
    ),
)
def test_lists_are_known_in_one_line_and_without_their_colon(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    "text",
    [
        "There are two ways. 1. Return the lamp. 2. Keep it.",
        "Here is what I can give you\n- the order number R688456\n- the e-mail we have",
        "To reset it: 1. open Settings 2. tap Reset 3. wait for the light.",
    ],
)
def test_a_list_of_something_else_asks_for_nothing(text: str) -> None:
    assert Act.REQUEST not in understand(text, LEXICON).acts


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "order_id": ["And the ordr number?", "What's the ordre number?"],
            "email order_id address": ["hi, whats ur email + order number + new adress (street, city, postcode)?"],
            "email": ["what's your emial?", "your emai adress please"],
            "payment_method": ["Where should the refnd go?"],
            "reason": ["And the reson for the cancellation?"],
        }
    ),
)
def test_what_is_wanted_is_known_if_it_is_misspelt(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize("text", ["We deliver on Friday, Emil.", "The adder is gone; is that right?"])
def test_words_of_their_own_are_no_slips(text: str) -> None:
    assert understand(text, LEXICON).slots == ()


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "email shipping_method": [
                (
                    "Then let me keep the print large: your e-mail, and the shipping you'd like instead"
                    " (standard, express or pickup)?"
                ),
                "Your e-mail, and should it go by standard or express?",
            ],
            "email order_id payment_method": [
                "Your e-mail, the order number, and do you want it on the card or the wallet?",
            ],
            "email order_id item_choice payment_method": [
                "Email, order number, what's going back and where the refund should go, please!",
            ],
            "order_id item_choice payment_method": [
                "Order, item(s), refund to?",
                "Order, items, and the refund where?",
            ],
            "payment_method": ["refund where?", "And the refund to?"],
            "order_id reason": [
                "Now the two order numbers, and why you want each cancelled.",
                (
                    "If you also have the order number at hand and could tell me why you wish to cancel, we'll be"
                    " finished sooner."
                ),
            ],
            "email order_id reason": [
                "e-mail, order number, and why you'd like to cancel \u2014 send those over and I'll take care of it!",
            ],
            "email address": [
                "Just your account email and the new address (street, city & postcode) and I'll get it updated.",
            ],
            "order_id item_choice": [
                "May I ask for the order number, please, and for the item?",
                "Could I ask for the order number and for the item?",
            ],
            "email payment_method": [
                (
                    "Our rules are that I first identify you by e-mail address, so please tell me that, and also which"
                    " of your payment methods should pay for the order instead."
                ),
            ],
            "order_id": ["I need your order number, so please send it over."],
        }
    ),
)
def test_what_is_listed_is_asked_for_whatever_ends_the_list(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


def test_what_remains_is_asked_for() -> None:
    reading = understand(
        "There remain the number of the order, the item that you wish to send back, and the payment method to which the"
        " refund is to go; may I ask for these?",
        LEXICON,
    )
    assert set(reading.slots) == {"order_id", "item_choice", "payment_method"}


@pytest.mark.parametrize(
    "text",
    [
        "The new address is on your order, and I'll send it today.",
        "Pack it with the lamp, and send it back.",
        "There remains nothing to do, and the refund is on its way.",
        "Your order, and why it was late, we have looked into.",
        "Your order, and I'll send it tomorrow.",
    ],
)
def test_what_is_told_in_such_words_is_not_asked_for(text: str) -> None:
    assert understand(text, LEXICON).slots == ()


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "email address": [
                "What is the e-mail address of your account, and your new home address?",
                "What's your e-mail, and the new delivery address?",
            ],
            "email item_choice option_choice": [
                "Please tell me your e-mail address, the item and the options that you would like.",
            ],
            "order_id item_choice option_choice": [
                (
                    "Thanks! Next: the order number, the item you'd like to exchange, and the size or colour you'd"
                    " like instead."
                ),
            ],
            "email order_id item_choice payment_method": [
                (
                    "What's your e-mail address, what's the order number, which two things are they, and where should"
                    " the refund go (the wallet, or a gift card)?"
                ),
            ],
            "email order_id gift_card_amount payment_method": [
                (
                    "Hi! Yes. 1. e-mail 2. order number 3. amount the gift card should pay 4. the card/wallet for the"
                    " rest?"
                ),
            ],
            "order_id item_choice": ["Sure, which order and which part of it?", "Which order, and which things?"],
            "item_choice payment_method": [
                (
                    "Which item(s) go back, all in one go? And the refund: to the method it was paid with, or to your"
                    " gift card 8014?"
                ),
            ],
            "option_choice payment_method": [
                (
                    "Which colour and which switches would you like instead, is the tote bag to stay as it is, and what"
                    " should I use for the price difference: your PayNest wallet, or something else you have on file?"
                ),
            ],
            "payment_method": ["Who pays the $7.50?", "What shall I use for the difference?", "Who covers the $12?"],
            "shipping_method": [
                "how would you like R479995 to be sent now?",
                "How shall I send it?",
                "How should the parcel be sent?",
            ],
            "option_choice": [
                (
                    "The drip kettle is in stock in these:\n\n| Colour | Price |\n|---|---|\n| black | $41.00 |\n"
                    "| white | $43.00 |\n\nWhich one would you like?"
                ),
                "It comes in three colours:\n- black\n- white\n- sand\n\nWhich would you like instead?",
            ],
            "item_choice": [
                "These can still go back:\n- the yoga mat\n- the blanket\n\nWhich one would you like to return?",
                "Two things of that order are in stock:\n- the mat\n- the lamp\n\nWhich one would you like to return?",
            ],
            "order_id": [
                (
                    "You have two orders that can still be redirected:\n- R599913: the yoga mat\n- R568754: the"
                    " blanket\n\nWhich one goes to 119 Saddler Street, Isling Point, 34171?"
                ),
            ],
            "street": ["And the street?", "What's the new street?"],
        }
    ),
)
def test_things_are_known_by_what_is_said_of_them(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    "text",
    [
        "Is this the sole item, and have I your consent?",
        "may I ask whether the blanket is the only item you wish to send back?",
        "I can cancel R568754 for $41.00, back to your PayNest wallet. What do you say?",
        "The $41.00 goes to your PayNest wallet, with the label we e-mail you. Have I your approval?",
    ],
)
def test_what_a_yes_answers_asks_for_no_slot(text: str) -> None:
    reading = understand(text, LEXICON)
    assert Act.CONFIRM in reading.acts
    assert reading.slots == ()


@pytest.mark.parametrize("text", ["Just send me both when you've found them.", "So give me those once you have them."])
def test_a_reminder_of_what_was_asked_for_before_asks_for_nothing_new(text: str) -> None:
    assert understand(text, LEXICON).slots == ()


def test_what_a_reminder_points_back_to_in_its_message_is_asked_for() -> None:
    assert understand("Your order number is on the receipt. Just send it over.", LEXICON).slots == ("order_id",)


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "email order_id": ["The e-mail on your account and your order nr., please.", "Email and order #, please."],
            "email order_id item_choice": ["Can I get the email, order # and which product this is about?"],
            "order_id reason": ["Perfect, thanks! Order number + reason for cancelling, and I'll get it started."],
            "order_id item_choice option_choice": [
                "What's the order number, which item is it, and what would you like it swapped for?",
            ],
            "email order_id shipping_method": [
                (
                    "What's the e-mail on the account, which order is it, and which method would you like: standard,"
                    " express or pickup?"
                ),
            ],
            "payment_method": ["Which method would you like: the card or the wallet?"],
            "email new_email": ["What email do you have with us, and what should I change it to?"],
            "email item_choice option_choice": ["What's your email, which item is it, and what should I change it to?"],
            "email order_id gift_card_amount": [
                "Please give me the email, the order number and the amount to take from the gift card.",
            ],
            "address": ["And the new street, city and postcode?"],
        }
    ),
)
def test_short_forms_and_what_something_is_changed_to_are_known(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())


@pytest.mark.parametrize(
    "text",
    [
        "What coating and diameter should the new one have?",
        "What base and diameter are you thinking of?",
        "Which length would suit you?",
    ],
)
def test_options_are_asked_for_by_their_names(text: str) -> None:
    assert understand(text, LEXICON).slots == ("option_choice",)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        (
            "Hi there! I can look that up. First, though: your account e-mail, the order number, the item, and the"
            " version you'd like \u2014 then I'll quote you today's price before anything is changed.",
            {"email", "order_id", "item_choice", "option_choice"},
        ),
        (
            "Hey! Just to get started: your **account e-mail**, the **item** you'd like to exchange, and the"
            " **version** you'd like in return.",
            {"email", "item_choice", "option_choice"},
        ),
        ("Sure. To begin, your e-mail address and the order number.", {"email", "order_id"}),
        (
            "Before anything else: the account e-mail, plus the order number and the item in question.",
            {"email", "order_id", "item_choice"},
        ),
        ("The basics first: your account e-mail and the item you'd like to return.", {"email", "item_choice"}),
    ],
)
def test_what_is_wanted_first_is_asked_for_without_a_verb(text: str, slots: set[str]) -> None:
    assert set(understand(text, LEXICON).slots) == slots


@pytest.mark.parametrize(
    "text",
    [
        "First, the good news: your order number R123456 is still pending.",
        "To start, the pillow and the dry bag are in stock.",
        "First, your order and the item have been found.",
        "Before I start, the item is out of stock, and the other one too.",
        "In the order: the pillow, the frying pan and the dry bag.",
    ],
)
def test_what_is_told_first_asks_for_nothing(text: str) -> None:
    assert not understand(text, LEXICON).slots


@pytest.mark.parametrize(
    "question",
    [
        "And: should the refund go to the payment method you used, or to a gift card of yours that's already on file?",
        "**And: should it go to your card, or to the gift card?**",
        "So: your card or your gift card?",
        "Also: , or?",
    ],
)
def test_a_question_of_alternatives_behind_a_mere_and_is_read(question: str) -> None:
    reading = understand(f"What's your account's e-mail address? {question}", LEXICON)
    assert "email" in reading.slots


@pytest.mark.parametrize(
    ("asked", "text"),
    each(
        {
            "email order_id item_choice": [
                "Quick one, then. E-mail, order number, items to return. All in one line is fine.",
                "Let's get that on its way. Account e-mail, order no., item(s), and refund to: the card / a gift card.",
            ],
            "email option_choice payment_method": [
                "Let me ask you a few things in one go: e-mail on the account, what it is you're after changing and"
                " into what, and what you'd pay any difference with, if there is one."
            ],
            "email": [
                "Still open: the account e-mail.",
                "Now it's only your e-mail address I'm short of.",
                "I open accounts by e-mail address. Which one is yours?",
                "Could you identify yourself with your account's e-mail address?",
            ],
            "email address": [
                "May I ask you for:\n\n1. The e-mail address of your account\n2. The new address in full (house number,"
                " street, city)\n\nKindly note that an address can only be changed while the order is pending."
            ],
            "email order_id address": [
                "To arrange this, I require:\n\n1. **Account:** your e-mail address\n2. **Order:** the order number\n"
                "3. **Destination:** the complete new address, including the postcode"
            ],
            "email order_id": [
                "Before I can update it, the following is still required:\n\n1. The e-mail address of your account\n"
                "2. The number of the order whose address you'd like me to change",
                "Please give me two details:\n\n1. The e-mail address of your account\n2. The order number\n\nAs soon"
                " as I have both, I'll check it.",
                "Your e-mail and the order number are still to come, if I may.",
            ],
            "order_id gift_card_amount payment_method": [
                "Please name (1) the order number, (2) the amount for the gift card ending in 8230 (it holds $117.00),"
                " and (3) the card or wallet for the rest."
            ],
        }
    ),
)
def test_what_is_only_named_or_led_up_to_is_asked_for(asked: str, text: str) -> None:
    assert set(asked.split()) <= set(understand(text, LEXICON).slots)


@pytest.mark.parametrize(
    "text",
    [
        "I've found your account, your order and the item in it.",
        "Let me find your account using your phone number and surname.",
    ],
)
def test_what_is_named_in_order_to_tell_of_it_is_not_asked_for(text: str) -> None:
    assert Act.REQUEST not in understand(text, LEXICON).acts
