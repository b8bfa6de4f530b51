"""Proposals of agents that played live, beside other questions, read with the words of the shop."""

import pytest

from domains.retail import DOMAIN
from simulators.understand.reader import understand


def acts(text: str) -> set[str]:
    return {act.value for act in understand(text, DOMAIN.lexicon).acts}


@pytest.mark.parametrize(
    "text",
    [
        "Shall I go ahead with it (**yes/no**), and is there anything else you'd like to know first?",
        "Shall I cancel order R123456, and is there anything else I can do for you?",
        "So, should I return the mug to your Orbis card, and is there something else you need?",
    ],
)
def test_a_proposal_that_goes_on_with_an_invitation_is_both(text: str) -> None:
    assert acts(text) == {"CONFIRM", "ASK_MORE"}


@pytest.mark.parametrize(
    "text",
    [
        "I can tell you more about it, and is there anything else you'd like to know?",
        "Is there anything else, and shall I look for something else in particular?",
    ],
)
def test_an_invitation_that_proposes_nothing_is_no_proposal(text: str) -> None:
    assert "ASK_MORE" in acts(text)
    assert "CONFIRM" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Which payment method should take the $0.25, the PayNest wallet or your Meridian card ending in 3282, and"
            " do you want me to make the change?"
        ),
        "Which card should the refund go to, and shall I set up the return of the mug from R123456?",
    ],
)
def test_a_question_that_goes_on_with_a_proposal_is_both(text: str) -> None:
    assert {"CONFIRM", "REQUEST"} <= acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "What's the order number, and may I ask the reason?",
        "Which of them should I cancel, and should I refund it to the card or the wallet?",
        "Which items should go back, and do you want to keep the rest?",
        "Could you tell me\n• the e-mail of your account\n• the new street & postcode\nso that I can update R688456?",
        "Could you send me:\n- your e-mail\n- the order number\nso I can cancel it?",
        "May I record your e-mail address first?",
    ],
)
def test_questions_that_no_yes_answers_propose_nothing(text: str) -> None:
    assert "REQUEST" in acts(text)
    assert "CONFIRM" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "May I save 110 Rowan Drive, Ashmere, 10385 as the address in your account?",
        "May I record +44 7700 900123 as your new phone number?",
        "May I change your e-mail address to leila@mail.example?",
        "So may I cancel order R123456?",
    ],
)
def test_asking_leave_to_keep_what_was_told_is_a_proposal(text: str) -> None:
    assert "CONFIRM" in acts(text)


def test_where_a_thing_is_found_is_no_change() -> None:
    assert "CLAIM_DONE" not in acts("The sun hat is in R513973, Elif. It was delivered on January 30. Anything else?")
    assert "CLAIM_DONE" in acts("The sun hat is out of R513973 now, Elif: I have cancelled it. Anything else?")


@pytest.mark.parametrize(
    "text",
    [
        "It does, yes; nothing is left to do. May I assist you further?",
        "It is, yes; nothing more is needed from you. May I be of further help?",
    ],
)
def test_an_offer_of_further_help_after_an_answer_is_an_invitation(text: str) -> None:
    assert "ASK_MORE" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Is that all, and is that OK?",
        "Is that all, and do you agree?",
        "Is that everything, and may I go ahead?",
        "Is that all, and shall I set it up?",
        "I'd return the clogs and refund $28.92 to your gift card. Is that everything, and is it OK with you?",
    ],
)
def test_a_proposal_may_follow_the_question_whether_that_is_all(text: str) -> None:
    assert "CONFIRM" in acts(text)


@pytest.mark.parametrize("text", ["Is that all?", "Is that everything for today?", "Was that all, and are you well?"])
def test_whether_that_is_all_proposes_nothing(text: str) -> None:
    assert "CONFIRM" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "And may I have your explicit **yes** to changing the saucepan to copper in R781353, with $14.00 charged?",
        "May I have your explicit yes to this?",
        "Can I get your OK on this?",
        "Good. And is it a yes to this change from you, Enzo?",
        "I'm going to update your profile address to **1 Mill Lane** as soon as you give me the green light.",
        "Your profile address would change to 1 Mill Lane, Ashmere. Awaiting your confirmation.",
        "Your profile address would change to 1 Mill Lane, Ashmere. Can you give me a quick thumbs up?",
        "May I get your go-ahead, please?",
        "Can we have your clear approval for this change?",
        "I'd like your OK before I do it.",
        "Would you give me your okay for this?",
        "Awaiting your go-ahead!",
        "I'll wait for your confirmation before doing anything.",
        "I'm ready to do it as soon as you give the word.",
        "I'll submit it right after your OK.",
        "All I need is your yes.",
        "A yes from you and I'll do it.",
        "Could you OK this?",
    ],
)
def test_who_asks_for_a_yes_by_name_proposes_and_asks_for_nothing_else(text: str) -> None:
    assert "CONFIRM" in acts(text)
    assert not {"REQUEST", "HOLD"} & acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Could I have your confirmation number?",
        "May I have your explicit consent number?",
        "I'm going to look that up as soon as you give me your e-mail.",
        "The carrier is awaiting your confirmation of the address.",
        "I have your explicit yes, thank you.",
        "You gave me your OK, so I've changed it.",
        "Thank you for your confirmation.",
        "Once I have your OK I can update it. What's your order number?",
        "Can I get your payment method for this?",
    ],
)
def test_who_asks_for_something_else_or_has_the_yes_proposes_nothing(text: str) -> None:
    assert "CONFIRM" not in acts(text)
