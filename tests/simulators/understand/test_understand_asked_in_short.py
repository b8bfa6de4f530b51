"""Things asked for in short, in lists and with little words, and courtesies that part from nobody."""

import pytest

from domains.retail import DOMAIN
from simulators.understand.acts import Act
from simulators.understand.reader import understand


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        (
            "Good day to you too! Your email, order number, desired shipping and payment method, please.",
            {"email", "order_id", "shipping_method", "payment_method"},
        ),
        ("Your e-mail, order number and preferred shipping, please?", {"email", "order_id", "shipping_method"}),
        ("E-mail, order number, wanted shipping?", {"email", "order_id", "shipping_method"}),
        (
            "Hiya! What's your e-mail, the item, the wished options and the payment method for a difference?",
            {"email", "item_choice", "option_choice", "payment_method"},
        ),
        (
            "Your e-mail, the item, the desired options and the payment method, please.",
            {"email", "item_choice", "option_choice", "payment_method"},
        ),
        ("Please tell me your e-mail, the order and the reason why.", {"email", "order_id", "reason"}),
        ("Please let me know your email address, order and reason.", {"email", "order_id", "reason"}),
        ("Your e-mail and the order, please.", {"email", "order_id"}),
        ("May I have your e-mail, your order and the item?", {"email", "order_id", "item_choice"}),
        (
            "Hi, your e-mail address, order number, the item, the new options, and how you'd like to settle a"
            " difference?",
            {"email", "order_id", "item_choice", "option_choice", "payment_method"},
        ),
        (
            "Hi Sibyl, your e-mail, the order number, and where the refund should go?",
            {"email", "order_id", "payment_method"},
        ),
        (
            "Your e-mail, order number, the new shipping, and how you'd like to settle the difference?",
            {"email", "order_id", "shipping_method", "payment_method"},
        ),
        ("Your e-mail, order number and the new shipping address, please.", {"email", "order_id", "address"}),
        ("Which item is it, and why do you want it returned?", {"item_choice", "reason"}),
    ],
)
def test_everything_in_a_list_of_things_asked_for_is_heard(text: str, slots: set[str]) -> None:
    assert {*understand(text, DOMAIN.lexicon).slots} == slots


@pytest.mark.parametrize(
    "text",
    [
        "R656429: standard $4.50 -> pickup free, $4.50 back on which? meridian 1639, paynest, gift card 8282",
        "R656429 goes from standard to pickup, $4.50 comes back on which card? meridian 1639, orbis 8282",
        "The $7.50 would come off which one? Meridian 1639, Orbis 2133.",
    ],
)
def test_a_question_with_its_answers_after_it_is_one(text: str) -> None:
    assert Act.REQUEST in understand(text, DOMAIN.lexicon).acts


@pytest.mark.parametrize(
    "text",
    [
        "Of course, take all the time you need!",
        "Take your time!",
        "Sure, take as long as you like, no rush.",
        "Good day to you too! How can I help?",
        "Good day to you as well.",
    ],
)
def test_who_gives_time_or_greets_back_does_not_part(text: str) -> None:
    assert Act.BYE not in understand(text, DOMAIN.lexicon).acts


@pytest.mark.parametrize(
    "text",
    ["Have a good day!", "A good day to you then, goodbye.", "All the best, and take your time with the return."],
)
def test_who_parts_does(text: str) -> None:
    assert Act.BYE in understand(text, DOMAIN.lexicon).acts


@pytest.mark.parametrize(
    "text",
    [
        "Just the order number now.",
        "Thank you. Just the order number now.",
        "I've found your account. Just the order number now.",
        "Great, just the order number now.",
        "Okay. Order number now.",
        "Only the order number, then.",
        "Got it. Only your order number left.",
    ],
)
def test_what_is_lacking_last_may_be_named_alone(text: str) -> None:
    assert understand(text, DOMAIN.lexicon).slots == ("order_id",)


@pytest.mark.parametrize("text", ["I'll only change the order number now.", "The order number is right now."])
def test_a_thing_that_is_told_of_is_not_asked_for(text: str) -> None:
    assert understand(text, DOMAIN.lexicon).slots == ()
