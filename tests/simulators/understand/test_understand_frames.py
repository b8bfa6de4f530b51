"""What questions ask for by their form, whatever phrasings a lexicon has."""

import pytest

from domains.kit.lexicon import Lexicon, Slot
from domains.kit.values import ValueKind
from simulators.understand.acts import Act
from simulators.understand.general import GENERAL
from simulators.understand.reader import understand


def slots(text: str) -> set[str]:
    return set(understand(text, GENERAL).slots)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Where shall the courier drop the new card?", "address"),
        ("Where should the $12 go?", "payment_method"),
        ("Where are you flying to?", "destination"),
        ("Who is the money going to?", "recipient"),
        ("Who else is flying with you?", "passengers"),
        ("How are you going to settle the fee?", "payment_method"),
        ("How many of you are there?", "passengers"),
        ("What do you earn a month?", "amount"),
        ("What didn't you like about the lamp?", "reason"),
        ("What day and month were you born?", "date_of_birth"),
        ("Which house shall the engineer go to?", "address"),
        ("What shop took the money?", "transaction_id"),
    ],
)
def test_question_word_noun_and_verb_say_what_is_asked_for(text: str, asked: str) -> None:
    assert asked in slots(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What's the number on the top of your bank statement?", "account_number"),
        ("Could you read out the number printed on your boarding pass?", "reservation_id"),
        ("Please share the ID shown on your profile page.", "customer_id"),
        ("What number is your claim filed under?", "ticket_number"),
        ("Please read back the code that has just been sent to your handset.", "security_answer"),
        ("To which number should we send the text?", "phone"),
        ("Could I have the name of the beneficiary?", "recipient"),
        ("What's the name of the business on your statement?", "transaction_id"),
    ],
)
def test_a_number_or_a_name_is_what_it_is_of(text: str, asked: str) -> None:
    assert slots(text) == {asked}


def test_what_is_done_with_a_card_says_which_one_is_meant() -> None:
    assert slots("Which card shall I freeze?") == {"card_number"}
    assert slots("Which card shall I charge?") == {"payment_method"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Should that go on your card or on your gift card?", "payment_method"),
        ("From checking or from savings?", "account_number"),
        ("Would the 14th or the 16th be more convenient?", "date"),
        ("Would you rather be called in the morning or in the evening?", "time"),
        ("Do you want the 9 a.m. flight or the one at noon?", "flight_number"),
        ("Would you like the blue one or the green one?", "item_choice"),
    ],
)
def test_alternatives_of_one_kind_ask_for_that_kind(text: str, asked: str) -> None:
    assert slots(text) == {asked}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("We have three plans, Basic, Plus and Max. Which would you like to move to?", "plan"),
        ("I can offer Tuesday or Wednesday; which is better for you?", "date"),
        ("You can change to the 6 p.m. or the 8 p.m. train. Which one shall I put you on?", "flight_number"),
        (
            "I found two flights:\n1. HAT110, 8:00, $120\n2. HAT204, 13:15, $98\n\nWhich one should I book?",
            "flight_number",
        ),
    ],
)
def test_which_one_asks_for_what_is_listed_before(text: str, asked: str) -> None:
    assert slots(text) == {asked}


def test_what_a_question_adds_is_asked_for_too() -> None:
    assert slots("Where should it be delivered, and your phone number?") == {"address", "phone"}
    assert slots("How many glasses are chipped, and is the box damaged as well?") == {"quantity", "details"}
    assert slots("Tell me the name of the shop, the day, and the price.") == {"transaction_id", "date", "amount"}


def test_a_noun_that_a_question_goes_on_about_is_still_what_it_asks_for() -> None:
    assert slots("Could you tell me the order in which the lamp was?") == {"order_id"}


def test_a_kind_that_only_the_lexicon_knows_wins() -> None:
    email = Slot(key="email", kind=ValueKind.EMAIL, label="email")
    new_email = Slot(key="new_email", kind=ValueKind.EMAIL, label="new email address", ask=("new email",))
    assert understand("What is your new email address?", Lexicon(slots=(email, new_email))).slots == ("new_email",)


def test_a_lexicon_without_the_slot_is_asked_for_none_that_it_has_not() -> None:
    order = Slot(key="order_id", kind=ValueKind.ID, label="order number")
    assert "address" not in understand("Where should it be delivered?", Lexicon(slots=(order,))).slots


def test_asking_how_to_go_on_after_options_asks_for_one_of_them() -> None:
    reading = understand(
        "I can't remove one item. You can cancel the whole order, or change the colour of the lamp instead.\n\n"
        "How would you like to proceed?",
        GENERAL,
    )
    assert reading.slots == ("item_choice",)
    assert Act.ASK_MORE not in reading.acts


def test_asking_how_to_go_on_without_options_is_an_invitation() -> None:
    reading = understand("Your profile is open. How would you like to proceed?", GENERAL)
    assert Act.ASK_MORE in reading.acts
    assert reading.slots == ()


@pytest.mark.parametrize(
    "text",
    [
        "Please provide the exact postal code on file, or if you'd like, I can transfer you to a human agent.",
        "I found no record. You can try again with your postal code, or I can transfer you to a human agent.",
    ],
)
def test_a_transfer_offered_instead_takes_nothing_from_the_request(text: str) -> None:
    reading = understand(text, GENERAL)
    assert reading.slots == ("postcode",)
    assert {Act.OFFER, Act.REQUEST} <= reading.acts


def test_which_of_the_things_asked_for_will_come_is_no_further_request() -> None:
    text = "Could you please provide:\n- Your email, OR\n- Your surname\n\nWhich would you prefer to provide?"
    assert slots(text) == {"email", "last_name"}


def test_possible_answers_and_known_values_in_a_list_are_not_asked_for() -> None:
    assert slots(
        "I'll need some information:\n1. Your user ID\n2. The reason for cancelling. The options are:\n"
        "   - Change of plan\n   - Airline cancelled the flight"
    ) == {"customer_id", "reason"}


def test_empty_fields_of_a_form_are_asked_for() -> None:
    assert slots("Kindly share the below details:\nName:\nOrder ID:") == {"full_name", "order_id"}


def test_pictures_before_lines_are_bullets() -> None:
    assert slots("Please tell me:\n\U0001f4e6 which item(s)\n\U0001f4dd the reason") == {"item_choice", "reason"}


def test_something_different_to_assist_with_is_an_invitation() -> None:
    reading = understand("Is there something different that I could assist you with?", GENERAL)
    assert reading.acts == {Act.ASK_MORE}


def test_a_list_to_pick_from_asks_for_a_choice() -> None:
    reading = understand(
        "Would you like to:\n1. Cancel the whole order, or\n2. Change the lamp to a blue one?", GENERAL
    )
    assert reading.slots == ("item_choice",)
    assert Act.OFFER in reading.acts


def test_how_something_is_asks_for_details() -> None:
    assert slots("Is mobile data enabled or disabled?") == {"details"}
    assert slots("Is the light on the router green or red?") == {"details"}


def test_going_over_details_asks_for_none() -> None:
    assert understand("Now I'd like to confirm the details of the exchange.", GENERAL).slots == ()


def test_ways_of_making_good_are_no_ways_of_paying() -> None:
    assert slots("Would you like a replacement or your money back?") == {"item_choice"}
