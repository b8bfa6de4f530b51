"""Agents that tell what they look up, meet errors, recap and close: what of it waits, tells, proposes or asks."""

import pytest

from simulators.understand.general import GENERAL
from simulators.understand.reader import understand


def acts(text: str) -> set[str]:
    return {act.value for act in understand(text, GENERAL).acts}


def slots(text: str) -> set[str]:
    return set(understand(text, GENERAL).slots)


@pytest.mark.parametrize(
    "text",
    [
        "Let me find your account using your phone number and surname.",
        "Let me retrieve your loan details to find the repayment date.",
        "Now let me pull the usage records to see which number was called.",
        "First, I'll need to retrieve the room details to see which rates exist.",
        "I will need to recheck the correct amount before I book it. Let me try one more time.",
        "Let's start by reviewing your recent transactions.",
        "Let's try again.",
        "OK. I will fetch your passport number from your profile.",
        "To find the right branch, I'll look up your postcode.",
        "Let me first get the details of your policy to identify the excess.",
        "Let me try the search again with your maiden name.",
    ],
)
def test_what_an_agent_tells_of_its_own_look_ups_is_a_wait_and_asks_for_nothing(text: str) -> None:
    assert acts(text) == {"HOLD"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Let me know your phone number.", {"phone"}),
        ("Let me take your order number and postcode.", {"order_id", "postcode"}),
        ("To look this up, please tell me your account number.", {"account_number"}),
        ("Let's start with your full name.", {"full_name"}),
        ("I will look into it once you give me the order number.", {"order_id"}),
        ("I will check the payment as soon as I have your order number.", {"order_id"}),
        ("I need to know your e-mail address.", {"email"}),
        ("Let me check that for you. Could you please provide your order number?", {"order_id"}),
    ],
)
def test_what_begins_like_a_look_up_and_asks_is_a_request(text: str, asked: set[str]) -> None:
    assert acts(text) == {"REQUEST"}
    assert slots(text) == asked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I will look up your address in our records. Also, the card is the Visa, is that correct?",
            {"HOLD", "CONFIRM"},
        ),
        ("Let me open your file. Meanwhile, what is your date of birth?", {"HOLD", "REQUEST"}),
        ("Let me search. While I do that, what is your date of birth?", {"HOLD", "REQUEST"}),
        ("I'll update the address to 5 Mill Road. Is that correct?", {"CONFIRM"}),
        ("Let's check the router: please unplug it and wait ten seconds.", {"INSTRUCT"}),
    ],
)
def test_a_look_up_waits_beside_a_question_only_where_nothing_holds_it_up(text: str, expected: set[str]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I encountered an issue while retrieving your policy. Let me try again.",
        "I'm running into an error when I open the invoice. Let me reload it.",
        "There is still a discrepancy between the two totals. I'll recalculate.",
        "Our booking tool returned an error. I'll try once more.",
        "The system timed out. Let me run the search again.",
        "This is a Boston to Denver trip. Let me check the rest.",
        "I checked the second account, and there is no fee on it. I'll check the third one now.",
        "Your total for both nights comes to $310. Let me reserve the room.",
        "The parcel is DX-2210, and it has been delivered. Let me look up who signed for it.",
    ],
)
def test_hitches_and_findings_are_news_beside_a_wait(text: str) -> None:
    assert acts(text) == {"INFORM", "HOLD"}


@pytest.mark.parametrize(
    "text",
    ["What error do you see?", "Did you encounter an issue while paying?"],
)
def test_asking_after_a_hitch_is_no_news_of_one(text: str) -> None:
    assert acts(text) == {"REQUEST"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If you have any other concerns or need further help, please let me know.", {"ASK_MORE"}),
        ("If you have more questions or require assistance with your card, please let me know.", {"ASK_MORE"}),
        ("Feel free to reach out whenever you're ready. Have a great day!", {"BYE"}),
        ("If you have any further questions, feel free to reach out. Enjoy your trip!", {"BYE"}),
        ("My pleasure! If anything else comes up, don't hesitate to contact us. Bye!", {"BYE"}),
        ("If you need anything else, feel free to ask!", {"ASK_MORE"}),
        ("If you have the order number, please let me know.", {"REQUEST"}),
        ("If there's nothing else, have a great evening! Otherwise just let me know.", {"ASK_MORE", "BYE"}),
    ],
)
def test_an_invitation_is_for_now_unless_a_farewell_puts_it_off(text: str, expected: set[str]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I recommend transferring you to a human agent. Would you like me to do that?", {"OFFER", "CONFIRM"}),
        ("I may need to transfer you to a colleague. Is that okay with you?", {"OFFER", "CONFIRM"}),
        ("It might be best to hand this over to a supervisor. Shall I go ahead?", {"OFFER", "CONFIRM"}),
        ("I'd need to transfer you to a specialist. Would you like me to do that?", {"OFFER", "CONFIRM"}),
        ("I have to transfer you to a human agent for this.", {"TRANSFER"}),
        ("I am transferring you now to our claims team.", {"TRANSFER"}),
    ],
)
def test_a_transfer_that_is_asked_about_is_only_offered(text: str, expected: set[str]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your order has already been cancelled, and the refund has been issued to your card.", {"INFORM"}),
        ("According to our records, the plan has been cancelled and the fee has been refunded.", {"INFORM"}),
        ("I've checked your account: the card has been blocked and a new one has been sent.", {"INFORM"}),
        ("Your order has been cancelled, and the refund has been issued to your card.", {"CLAIM_DONE"}),
        ("I've found your order and cancelled it.", {"CLAIM_DONE"}),
        ("I've checked with the depot and changed the address for you.", {"CLAIM_DONE"}),
        ("I've found your account and verified it.", set()),
        ("Both fees have been refunded.", {"CLAIM_DONE"}),
    ],
)
def test_what_a_record_says_has_been_done_is_no_receipt(text: str, expected: set[str]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "asked"),
    [
        (
            "You can split the payment: use the voucher first and put the rest on your debit card, or pay everything "
            "by card. Let me know how you would like to proceed.",
            {"OFFER", "REQUEST"},
            {"payment_method"},
        ),
        ("I need a payment method. You can use a credit card or a gift card.", {"REQUEST"}, {"payment_method"}),
        (
            "Please provide a payment method for the fare difference and the bag fee.",
            {"REQUEST"},
            {"payment_method"},
        ),
        (
            "I can refund it to the card or send a replacement. How would you like to proceed?",
            {"OFFER", "REQUEST"},
            {"item_choice"},
        ),
        (
            "Here is the status of your orders:\n- 4411 - Already refunded\n- 4412 - Pending\n\nWould you like to "
            "proceed with:\n- Cancelling order 4412?\n- Returning order 4413?\n\nPlease confirm if you want both, or "
            "let me know if you want anything else changed.",
            {"INFORM", "CONFIRM"},
            set(),
        ),
        ("I have everything I need:\n\n- Price: $40\n- Bags: 1 checked bag\n\nShall I book it?", {"CONFIRM"}, set()),
        ("Could you confirm that the 14:20 train is the one you want?", {"CONFIRM"}, set()),
        ("Is this the address you want to use?", {"CONFIRM"}, set()),
        (
            "I need the reservation ID. Please check your email for the reservation ID, and once you have it, I can "
            "go on.",
            {"REQUEST", "INSTRUCT"},
            {"reservation_id"},
        ),
        ("Please check your email for the reservation ID.", {"INSTRUCT"}, set()),
    ],
)
def test_ways_to_pay_plans_and_places_to_look(text: str, expected: set[str], asked: set[str]) -> None:
    assert acts(text) == expected
    assert slots(text) == asked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I do not have the functionality to change the language.", {"REFUSE"}),
        ("I don't have a feature for that.", {"REFUSE"}),
        ("I'm not able to provide information about other accounts.", {"REFUSE"}),
        ("I've cancelled the lamp. The other items cannot be canceled due to policy.", {"CLAIM_DONE", "REFUSE"}),
        ("Your gift card does not cover the full amount of $80.", {"INFORM"}),
    ],
)
def test_what_an_agent_has_no_means_to_do_is_refused(text: str, expected: set[str]) -> None:
    assert acts(text) == expected


def test_a_date_that_nobody_knows_yet_is_not_asked_for() -> None:
    assert slots("I don't have an expected arrival date yet.") == set()
