"""Whose e-mail address is to be changed knows when the new one is asked for, and when the present one."""

import pytest

from domains.kit.records import JSON
from domains.kit.scenario import Scenario
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import ADDRESS, RETURN, replies_to, shopper

NEW = "keiko.new@postbird.example"
OLD = "keiko@inkwell.example"
EMAIL: JSON = {
    "id": "profile",
    "action": "change_order",
    "intent": ["I have a new e-mail address, please put it into my account."],
    "wants": [{"key": "new_email", "kind": "email", "value": NEW}],
    "branches": [{"on": "refused", "then": "accept"}],
}


def answer(*messages: str) -> Reply:
    """The last reply of somebody whose e-mail address is to be changed."""
    return replies_to(shopper(EMAIL, orders=()), *messages)[-1]


@pytest.mark.parametrize(
    "question",
    [
        "Thank you. And which e-mail address should it become?",
        "Which e-mail address would you like to have on your account from now on?",
        "What would you like your e-mail address to be?",
        "And what should I change it to?",
        "Which address should I replace it with?",
        "To which e-mail address shall I change it?",
        "Could you spell out the e-mail you'd like to switch to?",
        "Which one should replace it?",
        "What should the e-mail address on your account be changed to?",
    ],
)
def test_what_it_is_to_become_is_the_new_one(question: str) -> None:
    text = answer("What's your e-mail address?", question).text or ""
    assert NEW in text
    assert OLD not in text


@pytest.mark.parametrize(
    "question",
    [
        "I'd need the old address (the one on the account) and the new one.",
        "Which e-mail address is on your account now, and which one should replace it?",
        "Please tell me your old and new e-mail addresses.",
        "Which e-mail address is your account under, and what should it become?",
        "What's the current e-mail on the account and what's the new one?",
    ],
)
def test_who_asks_for_both_is_told_both(question: str) -> None:
    text = answer(question).text or ""
    assert NEW in text
    assert OLD in text


@pytest.mark.parametrize(
    "question",
    [
        "What's your e-mail address?",
        "Which e-mail address should I look you up by?",
        "Which e-mail address is on your account at the moment?",
        "Before I can change it to a new one, what's your e-mail address?",
        "To put in the new one, I need the e-mail address that is on your account.",
        "May I have your current e-mail address, so that I can change it to the new one?",
        "Which e-mail are you registered with?",
    ],
)
def test_who_has_to_find_the_account_is_told_the_present_one(question: str) -> None:
    text = answer(question).text or ""
    assert OLD in text
    assert NEW not in text


def test_nobody_else_has_a_new_e_mail_address() -> None:
    text = replies_to(shopper(RETURN), "Which e-mail address should I use from now on?")[-1].text or ""
    assert OLD in text


PHONE: JSON = {
    "id": "profile",
    "action": "change_order",
    "intent": ["Please replace the phone number that you have for me."],
    "wants": [{"key": "phone", "kind": "phone", "value": "0555 943 121"}],
}
MOVED: JSON = {**ADDRESS, "id": "address", "intent": ["I've moved, please change the address in my profile."]}


@pytest.mark.parametrize(
    "question",
    [
        "Please send me your account's e-mail and the number you'd like to have in there.",
        "What's your e-mail address, and what should I change it to?",
    ],
)
def test_what_is_to_be_is_told_where_its_name_is_left_out(question: str) -> None:
    text = replies_to(shopper(PHONE, orders=()), question)[-1].text or ""
    assert OLD in text
    assert "0555 943 121" in text


def test_the_parts_of_a_new_address_are_not_asked_for_as_on_file() -> None:
    question = (
        "To get started, I'll need:\n\n- **The e-mail address** on your account\n"
        "- **Your new address** (house number and street, city, five-digit postcode)"
    )
    scenario = shopper(MOVED).model_dump(mode="json")
    scenario["facts"].append({"key": "postcode", "kind": "postcode", "value": "75289"})
    text = replies_to(Scenario.model_validate(scenario), question)[-1].text or ""
    assert "27249" in text
    assert "75289" not in text
