"""What messages ask for without a plain question: what is lacking, what is short, what yes or no would answer."""

import pytest

from domains.kit.lexicon import Lexicon, Slot
from domains.kit.values import ValueKind
from simulators.understand.acts import Act
from simulators.understand.general import GENERAL
from simulators.understand.reader import understand


def slots(text: str) -> set[str]:
    return set(understand(text, GENERAL).slots)


def acts(text: str) -> set[Act]:
    return set(understand(text, GENERAL).acts)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("All that's left is the day you would like to leave.", "date"),
        ("What we haven't got is the exact time it stopped.", "time"),
        ("The start date is still open on our side.", "date"),
        ("Your preferred colour isn't in the form yet.", "item_choice"),
        ("I'm still missing the size.", "item_choice"),
        ("I don't know which card you'd like it on.", "payment_method"),
        ("You haven't told me where it should go.", "address"),
        ("It comes down to how many sockets you'll be using.", "quantity"),
        ("It would help to know how much you'd spend.", "amount"),
        ("I'm also obliged to note down a reason for that.", "reason"),
        ("One thing isn't clear yet: the amount you were charged.", "amount"),
    ],
)
def test_what_is_said_to_be_lacking_is_asked_for(text: str, asked: str) -> None:
    assert slots(text) == {asked}
    assert Act.REQUEST in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The order is still pending, so it can be cancelled.",
        "Your account remains open, and nothing has been changed.",
        "The return window is open until the end of June.",
        "Two things are possible: a full refund, or a new one within four days.",
        "I don't have a larger one in stock.",
        "We are waiting for the courier to call us back.",
    ],
)
def test_what_is_open_or_lacking_elsewhere_is_not_asked_for(text: str) -> None:
    assert Act.REQUEST not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The only thing left is for you to send the items back. Is there anything else?",
        "The one thing left now is for you to hand the items in.",
        "All that's left is to pack the items.",
    ],
)
def test_what_is_left_to_do_is_not_asked_for(text: str) -> None:
    assert understand(text, GENERAL).slots == ()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The only thing left is which item to send back.", ("item_choice",)),
        ("All that's left is to know which card to use.", ("payment_method",)),
        ("All I need now is your postcode.", ("postcode",)),
    ],
)
def test_what_is_left_to_know_is_asked_for(text: str, asked: tuple[str, ...]) -> None:
    assert understand(text, GENERAL).slots == asked


def test_a_lack_is_no_record_that_was_not_found_and_no_farewell() -> None:
    assert acts("I don't see which card you'd want the fee on.") == {Act.REQUEST}
    assert acts("I just don't have a day from you.") == {Act.REQUEST}


@pytest.mark.parametrize(
    "text",
    [
        "Did you sign for that at the desk?",
        "Is a van able to get down your lane, or are there bollards?",
        "Was the case already dented when you picked it up, or did you only see it at home?",
        "Have you asked the people next door?",
        "Could it be on another account?",
        "Do you know the number 555-0133?",
        "Any bars showing?",
        "Got a connection?",
        "Press the button for ten seconds and let go: does the light come back?",
        "The fee was charged in May — has that changed?",
    ],
)
def test_a_question_whether_something_is_so_asks_for_details(text: str) -> None:
    assert slots(text) == {"details"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Do you have the order number?", "order_id"),
        ("Is there a landline we could try you on?", "phone"),
        ("Do you happen to have a promo code?", "other"),
        ("Did they give you a reference for the complaint?", "ticket_number"),
    ],
)
def test_a_question_whether_one_has_something_asks_for_the_thing(text: str, asked: str) -> None:
    assert slots(text) == {asked}


def test_a_problem_is_no_slot_for_any_fact() -> None:
    lexicon = Lexicon(slots=(Slot(key="issue", kind=ValueKind.TEXT, label="issue"),))
    assert understand("Have you asked the people next door?", lexicon).slots == ()
    assert understand("Got a connection?", lexicon).slots == ()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("And the make of the phone?", {"device"}),
        ("Reason for return? (e.g. too small, not as pictured)", {"reason"}),
        ("Total head count? Total suitcases?", {"passengers", "baggage"}),
        ("Flight and day, please.", {"flight_number", "date"}),
        ("ok. how many came broken", {"quantity"}),
        ("And that was bought when?", {"date"}),
    ],
)
def test_what_is_short_for_a_question_asks_for_what_it_names(text: str, asked: set[str]) -> None:
    assert slots(text) == asked


def test_a_short_question_after_a_choice_asks_for_one_of_its_kind() -> None:
    table = "| Plan | Price |\n|---|---|\n| Low | $5 |\n| High | $9 |"
    assert slots(f"Here are the plans that include roaming:\n\n{table}\n\nYour pick?") == {"plan"}
    numbers = "There are three numbers in your name:\n- 0181\n- 0182\n\nI don't know yet which one has lost service."
    assert slots(numbers) == {"line"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Is that the membership you want to end, or is it the delivery plan?", "plan"),
        ("Is it your own SIM that's out of data, or your daughter's?", "line"),
        ("Is it the TV or the phone that stutters?", "device"),
        ("Should it be the gift card, something else in your profile, or a mix?", "payment_method"),
        ("Was it too small, or just not your thing?", "reason"),
        ("Are you paying both of them today or just the older one?", "item_choice"),
        ("Is it going back because of the fit or the colour?", "reason"),
    ],
)
def test_what_the_alternatives_are_says_what_is_asked_for(text: str, asked: str) -> None:
    assert slots(text) == {asked}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What language would you like to carry on in?", {"other"}),
        ("What's your VAT number?", {"other"}),
        ("Please state your membership tier (Blue, Silver or Gold).", {"other"}),
        ("What should the engraving say?", {"other"}),
        ("How many square metres is the flat?", {"other"}),
        ("Leave me a number for him, please.", {"phone"}),
        ("Under what reference is it booked?", {"reservation_id"}),
        ("Tell me the number of chairs to be exchanged.", {"quantity"}),
        ("How wide are your feet?", {"details"}),
        ("For how long does it play before it stops?", {"details"}),
        ("How large a group are you?", {"passengers"}),
        ("Whose name should go on the parcel?", {"recipient"}),
        ("What did the hotel set you back?", {"amount"}),
        ("Tell me the shade.", {"item_choice"}),
    ],
)
def test_a_thing_the_lexicon_has_no_phrase_for_is_known_by_its_kind(text: str, asked: set[str]) -> None:
    assert slots(text) == asked


def test_the_number_that_is_asked_for_may_be_named_before() -> None:
    assert slots("Your earlier case was logged. Do you remember under what number?") == {"ticket_number"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Kindly tell me (a) the number of chairs to be exchanged, (b) the desired shade and (c) the date.",
            {"quantity", "item_choice", "date"},
        ),
        (
            "Fill in whatever you can:\n\n**Order no.** →\n**How many** →\n**Why it's coming back** →",
            {"order_id", "quantity", "reason"},
        ),
        (
            "Please complete:\n- Name of the person receiving it: ____\n- Earliest day someone is in: ____",
            {"recipient", "date"},
        ),
        ("I need the following:\n1) Which seat you have\n2) What the crew told you", {"item_choice", "details"}),
        ("I'd need the confirmation code, plus a word on why you're not going.", {"reservation_id", "reason"}),
        ("Where to, which day, and are you a morning or an evening flyer?", {"destination", "date", "time"}),
    ],
)
def test_each_of_several_things_asked_for_counts(text: str, asked: set[str]) -> None:
    assert slots(text) == asked


def test_words_on_a_screen_are_not_asked_for() -> None:
    assert slots('What does the error say, word for word, when you press "Pay now"?') == {"details"}


@pytest.mark.parametrize(
    ("name", "slot"),
    [
        ("email address", "email"),
        ("full name", "full_name"),
        ("zip code", "postcode"),
        ("postal code", "postcode"),
        ("order number", "order_id"),
        ("phone number", "phone"),
        ("member number", "customer_id"),
        ("booking reference", "reservation_id"),
        ("birth date", "date_of_birth"),
        ("shipping address", "address"),
        ("preferred payment method", "payment_method"),
        ("reason for the return", "reason"),
        ("account number", "account_number"),
        ("tracking number", "tracking_number"),
        ("transaction ID", "transaction_id"),
        ("flight number", "flight_number"),
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "What is your {}?",
        "What's your {}, please?",
        "Could you please provide your {}?",
        "Please share your {} so I can look this up.",
        "To get started, I'll need your {}.",
        "Would you mind giving me your {}?",
        "And your {}?",
        "Could I get your {} please",
        "Before I can do that, could you confirm your {}?",
    ],
)
def test_each_usual_thing_is_asked_for_in_each_usual_way(name: str, slot: str, frame: str) -> None:
    text = frame.format(name)
    assert (slots(text), acts(text)) == ({slot}, {Act.REQUEST})
