"""Questions with two sides: which of two orders is meant is said, and where nothing is proposed nobody says yes."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import ADDRESS, CANCEL, moves_of, replies_to, shopper

PUSHING: dict[str, JSON] = {"pressure": ["sympathy", "urgency"]}


def answer(goal: JSON, *messages: str) -> Reply:
    """The last reply of a customer of the shop with this one goal, who would push against a refusal."""
    return replies_to(shopper(goal, **PUSHING), *messages)[-1]


@pytest.mark.parametrize(
    "question",
    [
        "Is that the one you'd like sent there, or did you really mean R123456?",
        "Might it be R304591 you'd like sent to 86 Rowan Drive, or is it definitely R123456?",
        "Which number do you mean, R304591 or R123456?",
        "Is it R123456 or R304591?",
        "Do you mean R123456, or are you asking about R304591?",
        "Was it R304591 that you wanted, or was it R123456?",
        "Is R123456 perhaps an order by someone you know, or would you like me to look at one of your own orders?",
        "Did you mean R304591, or is it really R123456?",
        "Shall I look at R304591 or at R123456?",
    ],
)
@pytest.mark.parametrize("goal", [ADDRESS, CANCEL])
@pytest.mark.parametrize("beside", ["", " The latter isn't on your account, so I can't change it, I'm afraid."])
def test_which_of_two_is_answered_with_the_one_that_is_meant(goal: JSON, question: str, beside: str) -> None:
    reply = answer(goal, f"I've found R304591, placed on 12 April. {question}{beside}")
    assert (reply.stance, moves_of(reply)) == (None, ["give"])
    assert "R123456" in (reply.text or "")


@pytest.mark.parametrize(
    ("question", "stance"),
    [
        ("Shall I cancel R123456, or would you rather keep it?", "agree"),
        ("Shall I cancel R123456 or not?", "agree"),
        ("Shall I cancel R304591, or would you rather not?", "reject"),
    ],
)
def test_whether_to_do_it_or_not_asks_for_a_yes_or_no(question: str, stance: str) -> None:
    assert answer(CANCEL, question).stance == stance


@pytest.mark.parametrize(
    "question",
    [
        "Would you like me to look at your other orders, or shall we start again with your account?",
        "Is everything well with you, or would you like me to read out our terms?",
        "Would you like me to check your gift card, or do you want me to look for something else?",
    ],
)
def test_nobody_says_yes_to_two_questions_that_propose_nothing(question: str) -> None:
    assert answer(CANCEL, question).stance != "agree"


@pytest.mark.parametrize(
    "question",
    [
        "Would you like me to go ahead, or do you have any questions?",
        "Is that right, or did I get something wrong?",
        "Shall I do that now, or do you need more time?",
    ],
)
def test_a_proposal_with_a_way_out_is_still_agreed_to(question: str) -> None:
    assert answer(CANCEL, f"I would cancel R123456 and refund $12.00. {question}").stance == "agree"
