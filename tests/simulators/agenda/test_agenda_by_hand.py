"""Messages in the manners of present models that were answered as nobody would, and what is like them."""

import pytest

from domains.kit.records import JSON
from domains.retail.lexicon import LEXICON
from simulators.understand.reader import understand
from tests.simulators.agenda.retail_shop import ADDRESS, EXCHANGE, PAYMENT, RETURN, moves_of, replies_to, shopper
from tests.simulators.agenda.test_agenda_shortfalls import SPLIT

CARD = "Meridian card ending in 7058"
RECAP = f"I'd return the trail socks from R123456 and refund $12.99 to your {CARD}."


@pytest.mark.parametrize(
    "question",
    [
        "Is there anything else on this order that you'd like to return, or shall I go ahead?",
        "Would you like to return anything else from this order, or should I proceed?",
        "Are the trail socks the only item, or shall I?",
    ],
)
def test_a_question_for_leave_after_one_for_more_is_agreed_to(question: str) -> None:
    reply = replies_to(shopper(RETURN), f"{RECAP} {question}")[-1]
    assert reply.stance == "agree"
    assert {*moves_of(reply)} <= {"complete", "agree"}


@pytest.mark.parametrize(
    "question",
    ["Is there anything else on this order that you'd like to return?", "Are the trail socks the only item?"],
)
def test_a_question_for_more_alone_is_no_question_for_leave(question: str) -> None:
    assert moves_of(replies_to(shopper(RETURN), f"{RECAP} {question}")[-1]) == ["complete"]


def test_how_much_is_answered_beside_whether_the_rest_may_stay() -> None:
    question = "How much of it would you like to use, and should the rest stay on the Orbis card?"
    reply = replies_to(shopper(SPLIT), f"Your gift card has a balance of $80.00. {question}")[-1]
    assert moves_of(reply) == ["rest_stays", "want"]
    assert "$50.00" in (reply.text or "")


@pytest.mark.parametrize(
    "details",
    [
        "The $96.30 would be taken from the gift card, and the first charge would be refunded to your Orbis card.",
        "I'd take $96.30 from your gift card, and the same amount goes back to your Orbis card.",
    ],
)
def test_what_goes_back_to_the_old_card_is_no_change_to_it(details: str) -> None:
    assert replies_to(shopper(PAYMENT), f"{details} Would you like me to make this change?")[-1].stance == "agree"


@pytest.mark.parametrize(
    "details",
    [
        "The payment would move from your gift card to your Orbis card.",
        "I'd change R123456 from the gift card ending in 9842 to the Orbis card ending in 2631.",
    ],
)
def test_a_change_to_the_wrong_card_is_corrected(details: str) -> None:
    assert replies_to(shopper(PAYMENT), f"{details} Would you like me to make this change?")[-1].stance == "reject"


def test_a_question_whether_it_goes_to_another_method_is_answered_by_which() -> None:
    first = "Which payment method would you like?"
    questions = "Do you want it moved to another payment method? Which method should it be?"
    reply = replies_to(shopper(PAYMENT), first, questions)[-1]
    assert (moves_of(reply), reply.stance) == (["want"], None)


def test_who_has_given_one_of_two_things_up_corrects_a_proposal_of_both() -> None:
    first: JSON = {
        **RETURN,
        "wants": [*RETURN["wants"], {"key": "item_choice", "kind": "choice", "value": "dry bag"}],
        "branches": [{"on": "proposed", "then": "other_goal", "goal": "second"}],
    }
    second: JSON = {**RETURN, "id": "second", "only_by_branch": True}
    both = f"I'd return the trail socks and the dry bag from R123456 to your {CARD}. Shall I?"
    again = f"I'd register the return for both items, and the refund goes to your {CARD}. Shall I?"
    reply = replies_to(shopper(first, second), both, again)[-1]
    assert (moves_of(reply), reply.stance) == (["correct"], "reject")
    assert "socks" in (reply.text or "")


def test_a_check_beside_a_proposal_asks_for_no_description() -> None:
    message = "Should R123456 go to 86 Rowan Drive, Glenrath, 27249? And is the street 86 Rowan Drive?"
    reply = replies_to(shopper(ADDRESS), message)[-1]
    assert (moves_of(reply), reply.stance) == (["agree"], "agree")


def test_who_takes_the_next_best_does_not_say_again_which_thing_it_is() -> None:
    ranked: list[JSON] = [
        [{"key": "option_choice", "kind": "choice", "value": "black"}],
        [{"key": "option_choice", "kind": "choice", "value": "white"}],
    ]
    wants = [want for want in EXCHANGE["wants"] if want["key"] != "option_choice"]
    goal: JSON = {**EXCHANGE, "questions": [], "branches": [], "wants": wants}
    goal["preference"] = {"ranked": ranked, "say_next": ["Then I'll take it in white."]}
    offer = "Unfortunately, the black one is out of stock. We have it in white and in red. Would either of those work?"
    asked = "Which item is it, and what would you like instead?"
    assert moves_of(replies_to(shopper(goal), asked, offer)[-1]) == ["take_next"]


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("order_id email", "May I have your order number and, so that I can verify you, your e-mail address?"),
        ("order_id full_name", "Please share your order number and, for security, your full name."),
        ("order_id full_name", "Could you tell me the order number, to find it quickly, and your name?"),
        ("email", "Could you give me your e-mail address, so that I can look up your order, please?"),
        ("email", "To verify your identity, please give me your e-mail."),
        ("order_id item_choice", "And which order/item is it about?"),
        ("option_choice", "Which size/colour would you like?"),
        ("email order_id address", "What's your email, order number and the new address?"),
        ("email order_id full_name", "What's your email, order number and name?"),
        ("email order_id", "What's your email and order number?"),
        ("item_choice order_id", "Cancelled (reason: by mistake). What would you like to return, from which order?"),
        ("item_choice", "It's cancelled (reason: ordered by mistake). What would you like to return?"),
    ],
)
def test_what_a_request_is_for_and_what_was_done_before_it_hide_nothing(asked: str, text: str) -> None:
    assert set(understand(text, LEXICON).slots) == set(asked.split())
