"""Ways in which right agents ask, propose and claim, that a reader can take for something else."""

import pytest

from domains.kit.lexicon import Action, Lexicon, Slot
from domains.kit.values import ValueKind
from simulators.understand.acts import Act
from simulators.understand.general import GENERAL
from simulators.understand.reader import understand

SHOP = Lexicon(
    slots=(
        Slot(key="email", kind=ValueKind.EMAIL, label="e-mail address", ask=("email",)),
        Slot(key="order_id", kind=ValueKind.ID, label="order number"),
    ),
    actions=(
        Action(key="return", words=("return", "returned")),
        Action(key="change", words=("change", "changes", "changed", "update")),
    ),
)


def actions(text: str) -> set[str]:
    return {action for clause in understand(text, SHOP).clauses for action in clause.actions}


@pytest.mark.parametrize(
    "text",
    [
        "I'll return the saddle. Just say the word and I'll do it.",
        "Return of the saddle to your card.\nConfirm? (yes/no)",
        "I would return the saddle.\n\n(yes/no)",
        "I'd return the saddle. How does that sound?",
        "Could you kindly reply with 'yes' so that I may process this?",
        "Would you be so kind as to reply 'yes'?",
        "Are these the two things you want to return?",
        "So this is the order you'd like to cancel?",
        "Is the desk lamp the item you want to send back?",
        "Is that the address you want it sent to?",
    ],
)
def test_asking_for_a_yes_in_passing_is_a_proposal(text: str) -> None:
    reading = understand(text, GENERAL)
    assert Act.CONFIRM in reading.acts
    assert Act.REQUEST not in reading.acts


@pytest.mark.parametrize(
    "text",
    [
        "Which are the two things you want to return?",
        "What are the numbers of the two items you'd like to swap?",
        "Is that the order you want to cancel, or is it the other one?",
        "Are these the two things that are damaged?",
        "Could you reply with your order number?",
    ],
)
def test_asking_for_the_wish_itself_is_no_proposal(text: str) -> None:
    assert Act.CONFIRM not in understand(text, GENERAL).acts


@pytest.mark.parametrize(
    "text",
    [
        "Shall I go ahead with this change?",
        "Before I make any changes, I need your explicit confirmation.",
        "Please let me know if this is correct or if you need any changes.",
        'Please type "yes", or let me know what should be changed.',
        "Shall I proceed, or would you like to change something?",
        "Should I update the order now?",
    ],
)
def test_speaking_of_the_proposal_as_a_change_names_no_action(text: str) -> None:
    assert actions(text) == set()


@pytest.mark.parametrize(
    "text",
    ["Shall I change the address?", "Would you like me to change the saddle to a blue one?", "Shall I update it?"],
)
def test_a_change_that_is_proposed_names_its_action(text: str) -> None:
    assert actions(text) == {"change"}


@pytest.mark.parametrize(
    "text",
    [
        "To look into this, please give me:\n- E-mail address\n- Order number",
        "Please send me:\n1. Your e-mail address\n2. Your order number",
        "Please provide: (1) e-mail address; (2) order number.",
    ],
)
def test_all_items_of_an_enumeration_are_asked_for(text: str) -> None:
    assert understand(text, SHOP).slots == ("email", "order_id")


@pytest.mark.parametrize("text", ["I've taken care of that for you.", "I just did that.", "We have done this now."])
def test_idioms_of_doing_are_claims(text: str) -> None:
    assert Act.CLAIM_DONE in understand(text, GENERAL).acts


@pytest.mark.parametrize("text", ["I will have taken care of that soon.", "Once I've done that, you'll get an e-mail."])
def test_idioms_of_doing_later_are_no_claims(text: str) -> None:
    assert Act.CLAIM_DONE not in understand(text, GENERAL).acts


@pytest.mark.parametrize(
    "text",
    [
        "No, sorry. It is already on its way.",
        "Sorry, no. The card does not hold that much.",
        "I'm afraid not. It has already been delivered.",
        "There is nothing I can do about it.",
        "My hands are tied here.",
        "It's too late to cancel.",
        "This order no longer qualifies.",
        "That's not something we do.",
        "That won't work.",
        "I'm afraid that won't work.",
        "I checked, but that's not going to happen.",
        "That doesn't work for us.",
        "No can do.",
        "It's a no from me.",
        "That's out of the question.",
    ],
)
def test_a_no_without_a_verb_is_a_refusal(text: str) -> None:
    assert Act.REFUSE in understand(text, GENERAL).acts


@pytest.mark.parametrize(
    "text",
    [
        "No problem!",
        "No worries, I'm happy to help.",
        "Sorry for the wait.",
        "I'm sorry to hear that.",
        "That won't take long.",
        "If that won't work, let me know.",
        "I understand that won't work for you.",
        "It won't work until you restart it.",
    ],
)
def test_a_no_that_denies_nothing_is_no_refusal(text: str) -> None:
    assert Act.REFUSE not in understand(text, GENERAL).acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Which phone number should I call?", ("phone",)),
        ("Which of your accounts is it?", ("account_number",)),
        ("Could you please provide me with your user ID and the reservation ID?", ("customer_id", "reservation_id")),
        ("I need two of the following: e-mail, zip code, or phone number.", ("email", "postcode", "phone")),
        ("What's your company name?", ("other",)),
        ("What is your membership level?", ("other",)),
        ("Once you find your customer ID, we can get started.", ("customer_id",)),
    ],
)
def test_what_a_request_is_for_is_told_from_the_words_around_it(text: str, expected: tuple[str, ...]) -> None:
    assert understand(text, GENERAL).slots == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Can you let me know why the item is being returned?", ("reason",)),
        ("When is your birthday?", ("date_of_birth",)),
        ("Which e-mail did you use when you placed the order?", ("email",)),
        ("Please give me each passenger's full name.", ("passengers",)),
        ("Where would you like the replacement sent?", ("address",)),
    ],
)
def test_what_a_question_only_speaks_of_is_not_asked_for(text: str, expected: tuple[str, ...]) -> None:
    assert understand(text, GENERAL).slots == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You have two pending orders: R1 (a lamp) and R2 (a bench). Which one should be cancelled?", ("order_id",)),
        ("You can stay on your plan or move to the larger one. Which would you prefer?", ("plan",)),
        ("You may use a credit card or a gift card. What do you prefer?", ("payment_method",)),
    ],
)
def test_which_one_asks_for_what_was_listed_before(text: str, expected: tuple[str, ...]) -> None:
    assert understand(text, GENERAL).slots == expected


@pytest.mark.parametrize("text", ["I've manually triggered a re-sync.", "We have temporarily paused the subscription."])
def test_the_perfect_of_any_verb_of_change_is_a_claim(text: str) -> None:
    assert Act.CLAIM_DONE in understand(text, GENERAL).acts


@pytest.mark.parametrize(
    "text",
    [
        "I've narrowed it down to two flights.",
        "Your line has been suspended since June because of an unpaid bill.",
        "I've escalated your case to our billing team.",
        "A human agent has been assigned to your case.",
    ],
)
def test_looking_handing_over_and_what_a_record_says_are_no_claims(text: str) -> None:
    assert Act.CLAIM_DONE not in understand(text, GENERAL).acts


def test_a_refusal_that_says_what_can_be_done_is_also_an_offer() -> None:
    text = "I cannot give you the current password, however I can reset it for you."
    assert understand(text, GENERAL).acts == {Act.REFUSE, Act.OFFER}


def test_the_things_after_a_question_that_lists_them_are_asked_for() -> None:
    text = "Could you share the following details?\n1. Cabin class\n2. Would you like travel insurance?"
    reading = understand(text, GENERAL)
    assert reading.acts == {Act.REQUEST}
    assert reading.slots == ("cabin", "insurance")


@pytest.mark.parametrize("number", ["confirmation number", "confirmation code", "authorization code"])
def test_a_number_called_after_a_confirmation_is_asked_for_and_confirms_nothing(number: str) -> None:
    assert understand(f"I need your {number} and last name.", GENERAL).acts == {Act.REQUEST}


def test_what_to_report_after_an_instruction_is_asked_for() -> None:
    reading = understand("Please restart the phone and let me know once it's back on.", GENERAL)
    assert reading.acts == {Act.INSTRUCT, Act.REQUEST}
    assert reading.slots == ("details",)


def test_two_questions_in_one_sentence_are_both_read() -> None:
    text = "Would you like travel insurance ($30), and how many bags will you check in?"
    assert understand(text, GENERAL).slots == ("insurance", "baggage")


def test_what_will_do_is_asked_for() -> None:
    reading = understand("No problem. Your full name and zip code will do as well.", GENERAL)
    assert reading.acts == {Act.REQUEST}
    assert reading.slots == ("full_name", "postcode")


def test_the_last_thing_of_a_list_does_not_belong_to_the_one_before_it() -> None:
    text = "Could you please tell me your order number, date of the flight and payment method?"
    assert understand(text, GENERAL).slots == ("order_id", "date", "payment_method")


@pytest.mark.parametrize(
    "text",
    [
        "Hi, this is the service desk. How I can help you?",
        "Hello! What are we tackling today?",
        "Hi there! What's going on today?",
        "Welcome! What would you like to take care of today?",
    ],
)
def test_an_opening_in_any_words_is_an_invitation(text: str) -> None:
    reading = understand(text, GENERAL)
    assert reading.acts == {Act.ASK_MORE}
    assert reading.slots == ()


@pytest.mark.parametrize(
    "text", ["What's going on with the router?", "What would you like to return today?", "What are we returning today?"]
)
def test_a_question_about_one_thing_is_no_invitation(text: str) -> None:
    assert Act.REQUEST in understand(text, GENERAL).acts


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ("- Replacement, at no cost (3 to 5 business days)\n- Refund to your original payment method", "item_choice"),
        ("- Express, 2 business days\n- Pickup at a branch, next business day", "item_choice"),
        ("- Credit card ending in 9061\n- Gift card ending in 4420", "payment_method"),
        ("- 9:30\n- 14:00", "time"),
    ],
)
def test_an_item_of_a_list_alone_does_not_say_what_is_chosen(options: str, asked: str) -> None:
    assert understand(f"Here is what I can do:\n\n{options}\n\nWhich would you prefer?", GENERAL).slots == (asked,)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I will help you file a claim. Please provide your policy number.", ("other",)),
        ("I need the tax number of the company and your e-mail address.", ("other", "email")),
        ("Please tell me the date of the treatment and the name of the provider.", ("date", "other")),
        ("May I take your holiday reference?", ("reservation_id",)),
    ],
)
def test_what_the_lexicon_has_no_slot_for_is_something_other(text: str, asked: tuple[str, ...]) -> None:
    assert understand(text, GENERAL).slots == asked
