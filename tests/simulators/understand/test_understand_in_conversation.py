"""Messages as they come in a conversation with a shop, read with the words of the shop."""

import pytest

from domains.retail.lexicon import LEXICON
from simulators.understand.acts import Act
from simulators.understand.reader import understand


def acts(text: str) -> set[str]:
    return {act.value for act in understand(text, LEXICON).acts}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "One last thing: which payment method should receive the $28.92? It can be the Cardinal card ending in"
            " 3498 that you paid with, or your Larkmoor gift card ending in 8326.",
            {"payment_method"},
        ),
        ("One last thing: which order is it? You have two.", {"order_id"}),
        ("Before I continue, which card should I use? There are two on file.", {"payment_method"}),
        ("Which order is it, and what's the right address?", {"order_id", "address"}),
        ("Which order is this about, and what made you decide to cancel?", {"order_id", "reason"}),
        ("Which order, and how should that one be shipped?", {"order_id", "shipping_method"}),
        (
            "Please state the e-mail address registered with us as well as the number of the order you mean.",
            {"email", "order_id"},
        ),
        ("Tell me which product from R106142 it is, and what you'd like instead?", {"item_choice", "option_choice"}),
        (
            "Where should it go: back to the PayNest wallet you paid with, or to a Larkmoor gift card if you have one"
            " on file?",
            {"payment_method"},
        ),
        ("And what pays for the remainder?", {"payment_method"}),
        ("Which items would you like to swap, and for which options?", {"item_choice", "option_choice"}),
        (
            "Which one(s) do you want to return, and should the refund go to your card or to a gift card?",
            {"item_choice", "payment_method"},
        ),
        ("Please send the whole new address: street and house number, city, postcode.", {"address"}),
        ("What is the new address: street, town, and phone number?", {"address", "phone"}),
        (
            "What's the email on your account, and what's the new address (street + number, city, postcode)?",
            {"email", "address"},
        ),
        ("What's the new address (street, city, postcode)?", {"address"}),
        ("Which order, and how should it travel?", {"order_id", "shipping_method"}),
        ("What's the most you'd want to pay on top?", {"price_limit"}),
        ("Has nothing of this order reached you at all?", {"issue"}),
        ("email please, and which item, which colour and size?", {"email", "item_choice", "option_choice"}),
        ("Name and postcode please, and why are you cancelling?", {"full_name", "postcode", "reason"}),
        ("Your email, and which item is it about?", {"email", "item_choice"}),
        ("Do you have a maximum price, and which payment method should we use?", {"price_limit", "payment_method"}),
        ("Do you know your order number, and what's your email?", {"order_id", "email"}),
        ("Is there a maximum price, and what size do you need?", {"price_limit", "option_choice"}),
        ("Please send me your order number together with what you'd like to return.", {"order_id", "item_choice"}),
        ("I need your email plus what you want to exchange.", {"email", "item_choice"}),
        ("Could you give me your name along with the item you want to return?", {"full_name", "item_choice"}),
        ("Which item would you like to exchange, and for what?", {"item_choice", "option_choice"}),
        ("What would you like to return, and for what reason?", {"item_choice", "reason"}),
        ("Who pays the rest?", {"payment_method"}),
        ("How much should the gift card pay, and who covers the difference?", {"gift_card_amount", "payment_method"}),
        ("Where should the rest come from?", {"payment_method"}),
        ("Where should the rest of the order be sent?", {"address"}),
    ],
)
def test_what_a_question_asks_for_is_read_whatever_leads_into_it_or_follows(text: str, asked: set[str]) -> None:
    assert set(understand(text, LEXICON).slots) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("if you have the order number handy, send it along with which item it is about", {"order_id", "item_choice"}),
        ("If you've got the order number, share it along with your email.", {"order_id", "email"}),
        ("If you know the order number, just tell me, along with which item it is.", {"order_id", "item_choice"}),
        ("If you happen to have the order number, give it to me together with the reason.", {"order_id", "reason"}),
        ("Do you know the order number? If so, send it with your postcode.", {"order_id", "postcode"}),
    ],
)
def test_what_is_at_hand_is_asked_for_by_a_pronoun(text: str, asked: set[str]) -> None:
    reading = understand(text, LEXICON)
    assert reading.acts == {Act.REQUEST}
    assert set(reading.slots) == asked


@pytest.mark.parametrize(
    "text",
    [
        "If you have the label, put it on the box.",
        "If you still have the box, pass it to the driver.",
        "If you have any questions, let me know.",
        "If you find the lamp, send it back to us.",
    ],
)
def test_what_is_at_hand_and_to_be_handed_to_others_is_not_asked_for(text: str) -> None:
    assert understand(text, LEXICON).slots == ()


def test_for_what_asks_for_another_thing_only_after_an_exchange() -> None:
    assert understand("Which item do you want to exchange? And for what?", LEXICON).slots[-1:] == ("option_choice",)
    assert "option_choice" not in understand("I see a charge. And for what?", LEXICON).slots


@pytest.mark.parametrize(
    "header",
    ["Could you tell me three things, please?", "Could you let me know a few things?", "Can you share a few details?"],
)
def test_a_list_is_asked_for_where_its_header_only_says_how_many_things(header: str) -> None:
    reading = understand(f"{header}\n\n1. Your e-mail address\n2. The order number", LEXICON)
    assert reading.slots == ("email", "order_id")


def test_an_amount_is_asked_for_in_a_list() -> None:
    text = "I need:\n- how much the gift card should pay\n- which card takes the rest"
    assert understand(text, LEXICON).slots == ("gift_card_amount", "payment_method")


@pytest.mark.parametrize("header", ["Please fill in:", "Please fill in the following:", "Please complete these:"])
def test_a_form_to_fill_in_asks_for_each_of_its_fields(header: str) -> None:
    reading = understand(f"{header}\n**E-mail:**\n**Order number:**", LEXICON)
    assert reading.acts == {Act.REQUEST}
    assert reading.slots == ("email", "order_id")


def test_the_fields_of_a_form_may_have_choices_in_brackets() -> None:
    text = "We require the following:\n\n**Account e-mail:**\n**Shipping method (standard, express or pickup):**"
    assert understand(text, LEXICON).slots == ("email", "shipping_method")


@pytest.mark.parametrize(
    "text",
    [
        "Is that the one you mean?",
        "Did you mean order R740681?",
        "Is this about order R740681?",
        "Is the shirt the only thing you want to swap?",
        "Second, will it be only the clogs?",
        "Is that all right with you?",
        "Is that a final yes?",
        "Are you still there?",
        "Have you checked with your neighbours?",
    ],
)
def test_a_question_that_yes_answers_asks_for_no_reason(text: str) -> None:
    assert understand(text, LEXICON).slots == ()


@pytest.mark.parametrize(
    "text", ["Is that all right?", "Would that be all right?", "Is that all correct?", "If that's all right, I'll go."]
)
def test_whether_something_is_all_right_asks_for_a_yes(text: str) -> None:
    assert acts(text) == {"CONFIRM"}


@pytest.mark.parametrize(
    "text",
    [
        "So I'm afraid nothing from that order can be returned anymore.",
        "Unfortunately, none of these can be sent back.",
        "Pickup isn't available in Oldfen.",
        "There really is no coupon or rebate I could apply to R416798.",
        "The 30-day return window has passed.",
        "Shipping can only be changed once, and you've already used that.",
        "We've just used that one change, so the address stays as it is.",
        "Returns close thirty days after the delivery day. A return is therefore no longer possible.",
        "So my answer about the Orbis card stays no.",
        "I must regretfully decline: order R232272 was delivered on 13 February 2026.",
        "It remains a no for the cancellation of R821444, for the reason I gave.",
    ],
)
def test_what_nothing_can_be_done_about_is_refused(text: str) -> None:
    assert "REFUSE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The return for the garden clogs is set up and $28.92 will be refunded to your card once they arrive.",
        "R290140 is now heading to 86 Rowan Drive.",
        "The split is in place: $40.00 on the gift card and the rest on your Orbis card.",
        "The request is in! You'll get a label by e-mail.",
        "Your return is registered: $74.09 will be credited to your card.",
        "The change went through: R726096 is now going to 95 Barley Lane, Oldfen.",
        "Order R448879 is cancelled and the refund of $260.25 to your card is underway.",
    ],
)
def test_a_change_is_claimed_whatever_is_said_to_follow_from_it(text: str) -> None:
    assert "CLAIM_DONE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Got you, Adela, thanks!",
        "Order R336595 has been processed and is on its way to you.",
        "Once the return is set up, you get a label.",
        "Your parcel is now heading to the depot.",
        "Your refund is in progress.",
    ],
)
def test_a_courtesy_or_a_record_claims_nothing(text: str) -> None:
    assert "CLAIM_DONE" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "I won't change anything until you confirm. What's your order number?",
        "I only cancel it after your go-ahead.",
        "Only after your go-ahead do I cancel anything.",
        "Nothing will be changed before you say yes.",
    ],
)
def test_an_assurance_to_wait_asks_for_no_yes(text: str) -> None:
    assert "CONFIRM" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sure. May I ask your reason for cancelling order R821444?",
        "Okay. May I ask why you want to cancel it?",
        "No problem, Omar. May I ask why you would like to cancel it?",
    ],
)
def test_leave_to_ask_for_a_reason_is_no_question_for_a_yes(text: str) -> None:
    assert Act.CONFIRM not in understand(text, LEXICON).acts


@pytest.mark.parametrize(
    "text",
    [
        "I can cancel order R102233 for you. After that, I can't change anything on it. Shall I go ahead?",
        "I haven't refused anything. Which order is it?",
        "We are not saying no to the exchange. Which size would you like?",
    ],
)
def test_a_warning_or_the_denial_of_a_refusal_refuses_nothing(text: str) -> None:
    assert Act.REFUSE not in understand(text, LEXICON).acts


def test_what_comes_by_mail_is_not_asked_for() -> None:
    assert understand("Your return is set up. The label comes by e-mail.", LEXICON).acts == {Act.CLAIM_DONE}


@pytest.mark.parametrize(
    "before",
    ["I understand.", "The address is changed.", "It remains a no for the cancellation, for the reason I gave."],
)
@pytest.mark.parametrize("more", ["help with anything else", "look into anything else", "check something else"])
def test_an_invitation_to_say_more_in_the_words_of_a_proposal_is_none(before: str, more: str) -> None:
    reading = understand(f"{before} Would you like me to {more}?", LEXICON)
    assert Act.CONFIRM not in reading.acts
    assert Act.ASK_MORE in reading.acts


@pytest.mark.parametrize("mark", ["", "- ", "1. "])
@pytest.mark.parametrize(
    "refusal",
    [
        "R307836 cannot be cancelled.",
        "R307836 is with the carrier already, so it can't be cancelled any more.",
        "The pillow is final sale, so it can't be returned.",
    ],
)
def test_a_refusal_of_one_thing_is_heard_beside_a_proposal_for_another(mark: str, refusal: str) -> None:
    assert {"REFUSE", "CONFIRM"} <= acts(f"{mark}{refusal}\n\nShall I go ahead with R686425?")


def test_what_can_not_be_done_from_then_on_is_no_refusal_beside_a_proposal() -> None:
    text = "I'd exchange the socks from R307836. Order R307836 can't be exchanged again afterwards. Shall I go ahead?"
    assert "REFUSE" not in acts(text)


@pytest.mark.parametrize("question", ["Will that be all?", "Is that everything?"])
def test_whether_that_was_all_asks_for_no_yes_after_something_was_done(question: str) -> None:
    read = acts(f"Done: the address of R726096 is changed. {question}")
    assert {"CLAIM_DONE", "ASK_MORE"} <= read
    assert "CONFIRM" not in read
