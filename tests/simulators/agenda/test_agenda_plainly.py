"""What real customers would not say: corrections of what is right, echoes after a yes, answers that nobody needs."""

import pytest

from domains.kit.records import JSON
from domains.kit.scenario import Scenario
from tests.simulators.agenda.retail_shop import CANCEL, EXCHANGE, RETURN, moves_of, replies_to, shopper

PICKUP: JSON = {
    "id": "shipping",
    "action": "change_order",
    "intent": ["I'd like to change how an order is shipped."],
    "wants": [
        {
            "key": "shipping_method",
            "kind": "choice",
            "value": "pick-up",
            "say": ["pick-up", "pickup", "collect"],
            "among": ["standard", "express"],
        }
    ],
    "branches": [{"on": "refused", "then": "accept"}],
}
SOCKS = "order R123456: the trail socks go back, and $12.00 go to your Meridian card ending in 7058"
TOLD = "Which item should go back, and which payment method should be refunded?"


# ------------------------------------------------------------------------------------ what is proposed, and what is not


@pytest.mark.parametrize(
    "question",
    [
        "May I make this change, or do you prefer standard after all?",
        "Shall I do that, or would you rather stay with standard shipping?",
        "This is possible once, so I'd like to be sure: may I change it, or would you prefer standard?",
    ],
)
def test_what_one_may_have_in_its_place_is_not_proposed(question: str) -> None:
    told = "Which shipping method would you like?"
    reply = replies_to(shopper(PICKUP), told, f"Order R123456 would change from standard to pickup. {question}")[-1]
    assert (reply.stance, moves_of(reply)) == ("agree", ["agree"])


@pytest.mark.parametrize(
    "question",
    [
        "Shall I change order R123456 to express shipping, or do you prefer standard after all?",
        "May I change order R123456 to express?",
    ],
)
def test_what_is_proposed_wrongly_is_corrected_whatever_stands_beside_it(question: str) -> None:
    reply = replies_to(shopper(PICKUP), "Which shipping method would you like?", question)[-1]
    assert (reply.stance, moves_of(reply)) == ("reject", ["correct"])


@pytest.mark.parametrize(
    "question",
    [
        "do the frying pan and the pillow stay with you, and shall I request it?",
        "the frying pan stays with you; may I request it?",
    ],
)
def test_a_thing_that_stays_is_not_proposed(question: str) -> None:
    reply = replies_to(shopper(RETURN), TOLD, f"That would be {SOCKS}. Only one return per order: {question}")[-1]
    assert reply.stance == "agree"


@pytest.mark.parametrize(
    "question",
    [
        "Do the trail socks stay with you, and shall I request the return of the frying pan?",
        "Shall I request the return of the frying pan from order R123456?",
    ],
)
def test_another_thing_is_not_agreed_to_because_something_stays(question: str) -> None:
    reply = replies_to(shopper(RETURN), TOLD, question)[-1]
    assert (reply.stance, moves_of(reply)) == ("reject", ["correct"])


# ------------------------------------------------------------------------------------ what a yes says already


@pytest.mark.parametrize("wording", ["a", "b"])
def test_a_yes_is_not_followed_by_what_it_is_about(wording: str) -> None:
    proposal = f"I would request this: {SOCKS}. The trail socks are the only item in that order. Is that all right?"
    reply = replies_to(shopper(RETURN, wording=wording), TOLD, proposal)[-1]
    assert reply.stance == "agree"
    assert "socks" not in (reply.text or "")


def test_what_a_message_leaves_open_is_said_with_the_yes() -> None:
    asks = "Should the trail socks from order R123456 go back? And your card ending in 7058 or your gift card?"
    assert "7058" in (replies_to(shopper(RETURN), "Hello, what is it about?", asks)[-1].text or "")


def test_what_was_said_is_not_said_again_with_the_second_best() -> None:
    ranked = [[{"key": "option_choice", "kind": "choice", "value": each, "say": [each]}] for each in ("white", "sage")]
    goal = {
        **EXCHANGE,
        "wants": EXCHANGE["wants"][:1],
        "preference": {"ranked": ranked},
        "branches": [],
        "questions": [],
    }
    told = "Which item is it, and which colour would you like?"
    gone = "I'm sorry, white is out of stock. There are sage and coral. Which of these would you like, if any?"
    reply = replies_to(shopper(goal), told, gone)[-1]
    assert moves_of(reply) == ["take_next"]


# ------------------------------------------------------------------------------------ what nobody asks for any more


def test_a_question_for_a_reason_is_no_proposal() -> None:
    told = {"key": "reason", "kind": "choice", "value": "no longer needed", "say": ["I don't need it any more"]}
    plain = shopper(CANCEL).model_dump(mode="json")
    plain["facts"].append({**told, "goal": "cancel"})
    customer = shopper(CANCEL).model_validate(plain)
    reply = replies_to(customer, "No problem, I've left the address. Why would you like to cancel order R123456?")[-1]
    assert (reply.stance, moves_of(reply)) == (None, ["give"])
    assert replies_to(customer, "I see why. Shall I cancel order R123456?")[-1].stance == "agree"


@pytest.mark.parametrize("wording", ["a", "b"])
def test_who_leaves_does_not_say_once_more_who_they_are(wording: str) -> None:
    unknown = [{"key": "email", "instead": ["full_name", "postcode"]}]
    plain = shopper(CANCEL, wording=wording, unknown=unknown).model_dump(mode="json")
    plain["facts"] = [fact for fact in plain["facts"] if fact["key"] != "email"]
    plain["facts"].append({"key": "postcode", "kind": "postcode", "value": "56302"})
    customer = shopper(CANCEL).model_validate(plain)
    refused = "I found you by name, so I can't cancel anything for you. What was the e-mail address?"
    reply = replies_to(customer, "What's your e-mail address?", refused, refused)[-1]
    assert moves_of(reply)[-1] == "leave"
    assert "56302" not in (reply.text or "")


def test_a_question_is_answered_as_long_as_something_is_left_to_do() -> None:
    done = "!I've cancelled R123456. And which item of the other order should go back?"
    customer = shopper(CANCEL, RETURN, orders=("R123456", "R654321"))
    replies = replies_to(customer, "Shall I cancel order R123456?", done)
    assert "socks" in (replies[-1].text or "")


UNKNOWN: JSON = {"key": "email", "instead": ["full_name", "postcode"]}


def nameless() -> Scenario:
    """A customer who knows no e-mail address, but their name and postcode."""
    plain = shopper(CANCEL, unknown=[UNKNOWN]).model_dump(mode="json")
    plain["facts"] = [fact for fact in plain["facts"] if fact["key"] != "email"]
    plain["facts"].append({"key": "postcode", "kind": "postcode", "value": "56302"})
    return Scenario.model_validate(plain)


def test_what_stands_in_for_the_unknown_is_said_once() -> None:
    replies = replies_to(nameless(), "What's your e-mail address?", "And which e-mail address could it be?")
    assert [moves_of(reply) for reply in replies[1:]] == [["cannot_give", "give"], ["cannot_give"]]


def test_what_stands_in_for_the_unknown_is_said_again_where_it_is_asked_for() -> None:
    again = "What's your e-mail address, or your name and postcode?"
    assert "56302" in (replies_to(nameless(), "What's your e-mail address?", again)[-1].text or "")


def test_a_number_that_the_agent_has_found_is_not_missed_again() -> None:
    lost = {"key": "order_id", "say": ["I can't find the number."]}
    plain = shopper(RETURN, unknown=[lost]).model_dump(mode="json")
    plain["facts"] = [fact for fact in plain["facts"] if fact["key"] != "order_id"]
    customer = Scenario.model_validate(plain)
    found = "The trail socks are in order R123456. Which order number, item and payment method, then?"
    first, then = replies_to(customer, "What is the order number?", found)[1:]
    assert moves_of(first) == ["cannot_give"]
    assert moves_of(then) == ["want"]


def test_who_agrees_to_the_second_best_says_so_first() -> None:
    ranked = [[{"key": "option_choice", "kind": "choice", "value": each, "say": [each]}] for each in ("white", "sage")]
    goal = {**EXCHANGE, "wants": [], "preference": {"ranked": ranked}, "branches": [], "questions": []}
    gone = "White is out of stock, I'm afraid. There is sage. Shall I exchange it for sage in order R123456?"
    reply = replies_to(shopper(goal), "Which colour would you like?", gone)[-1]
    assert (reply.stance, moves_of(reply)) == ("agree", ["take_next", "agree"])
    assert (reply.text or "").index("sage") < (reply.text or "").index("Yes")


def test_who_lets_an_exchange_go_does_not_name_the_thing_as_what_is_not_to_be_had() -> None:
    told = "Which colour and which size would you like?"
    gone = "The bath towel in white, medium is sold out, I'm afraid. There is coral in large. What do you say?"
    reply = replies_to(shopper({**EXCHANGE, "questions": []}), told, gone)[-1]
    assert moves_of(reply) == ["abandon", "leave"]
    first = replies_to(shopper({**EXCHANGE, "questions": []}), gone)[-1]
    assert "white" in (first.text or "")
    assert "towel" not in (first.text or "")
