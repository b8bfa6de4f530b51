"""Two questions at once, one of them about what else there is: each gets an answer of its own."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import RETURN, moves_of, replies_to, shopper

SENDING_BACK = "I'd return the trail socks from R123456, with the refund to your Meridian card ending in 7058."
WHICH_ITEM = "Which item is it?"
HAT: JSON = {"key": "item_choice", "kind": "choice", "value": "rain hat"}
TWO: JSON = {**RETURN, "wants": [*RETURN["wants"], HAT]}


def answer(goal: JSON, *messages: str) -> Reply:
    """The last reply of a customer of the shop with this one goal."""
    return replies_to(shopper(goal), *messages)[-1]


@pytest.mark.parametrize(
    "question",
    [
        "1. Is there anything else from that order you want to return? It's all in one go.\n2. Is that all right?",
        "Do you want to send back anything else from this order? And shall I go ahead?",
        "Shall I book it? And is there anything else you'd like to return?",
        "May I go ahead? Are there any other items you want to send back?",
        "Is there something else in the order that should go back? If not, shall I go ahead?",
        "Shall I set that up? Also, are the socks all you'd be returning? There's only one return per order.",
        "One more thing: only one return is possible, so are the socks all you want to return? And shall I go ahead?",
    ],
)
def test_a_yes_beside_a_question_for_more_says_that_it_is_all(question: str) -> None:
    reply = answer(RETURN, WHICH_ITEM, f"{SENDING_BACK}\n{question}")
    assert (reply.stance, set(moves_of(reply))) == ("agree", {"agree", "complete"})
    assert (reply.text or "").startswith("Yes")


@pytest.mark.parametrize(
    "question",
    [
        "Just to confirm: are the socks the only thing to return, and do you say yes to it?",
        "Before I do it: is this everything, and is the above correct?",
        "Is that all you'd like to return, and does everything look right?",
        "Is that everything from the order, and do you approve?",
        "Is this everything, and may I have your OK?",
    ],
)
def test_a_yes_that_is_asked_for_behind_a_question_whether_it_is_all_is_given_too(question: str) -> None:
    reply = answer(RETURN, WHICH_ITEM, f"{SENDING_BACK}\n{question}")
    assert (reply.stance, set(moves_of(reply))) == ("agree", {"agree", "complete"})


@pytest.mark.parametrize("question", ["Is this everything?", "Is this everything, and is your order number right?"])
def test_whether_it_is_all_is_no_proposal_by_itself(question: str) -> None:
    reply = answer(RETURN, WHICH_ITEM, f"{SENDING_BACK}\n{question}")
    assert (reply.stance, moves_of(reply)) == (None, ["complete"])


@pytest.mark.parametrize(
    "question",
    [
        "And just to check: nothing to change on the pillow?",
        "Also, is the pillow fine as it is?",
        "And the pillow stays as it is?",
        "You're keeping the frying pan?",
        "Are you keeping the rest?",
        "Shall the other items stay as they are?",
        "No changes to the dry bag?",
        "I take it you'll keep the pillow and the dry bag?",
    ],
)
def test_what_else_there_is_may_stay(question: str) -> None:
    both = answer(RETURN, WHICH_ITEM, f"Which card should get the refund? {question}")
    assert set(moves_of(both)) == {"want", "rest_stays"}
    agreed = answer(RETURN, WHICH_ITEM, f"{SENDING_BACK} {question} Shall I go ahead?")
    assert (agreed.stance, set(moves_of(agreed))) == ("agree", {"agree", "rest_stays"})


@pytest.mark.parametrize(
    "question",
    [
        "Are you keeping the trail socks?",
        "Shall I leave the trail socks as they are?",
        "Do you want to keep the order as it is?",
        "Is the address fine as it is?",
    ],
)
def test_what_is_wanted_does_not_stay(question: str) -> None:
    assert "rest_stays" not in moves_of(answer(RETURN, WHICH_ITEM, question))


def test_what_is_missing_is_named_where_more_is_asked_for() -> None:
    question = "Is there anything else from that order you want to return? And is that all right?"
    assert "rain hat" in (answer(TWO, f"{SENDING_BACK} {question}").text or "")


def test_another_goal_of_the_kind_is_not_ruled_out() -> None:
    later: JSON = {**RETURN, "id": "later", "intent": ["There's more to return."]}
    question = "Shall I book it? And is there anything else you'd like to return?"
    reply = replies_to(shopper(RETURN, later), WHICH_ITEM, f"{SENDING_BACK} {question}")[-1]
    assert moves_of(reply) == ["agree"]


@pytest.mark.parametrize(
    "question",
    [
        "Which payment method should get the refund \u2014 and are the trail socks the only item to return?",
        "Where should the refund go, and is that everything?",
        "Which card should I use, and will that be all you want to return?",
    ],
)
def test_whether_it_is_all_is_answered_beside_another_question_of_the_sentence(question: str) -> None:
    assert set(moves_of(answer(RETURN, WHICH_ITEM, question))) == {"want", "complete"}


def test_what_is_asked_with_and_is_not_always_whether_it_is_all() -> None:
    question = "Which card should I use, and is the box still there?"
    assert "complete" not in moves_of(answer(RETURN, WHICH_ITEM, question))
