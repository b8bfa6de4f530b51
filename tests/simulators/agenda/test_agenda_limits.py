"""What customers would pay at most: they say it when they are asked, and that there is no limit where there is none."""

import pytest

from domains.kit.records import JSON
from simulators.agenda.problems import problems
from simulators.protocol import Reply
from simulators.understand.acts import Act
from tests.simulators.agenda.bike_shop import CANCEL, LEXICON, Conversation, said, scenario_of
from tests.simulators.agenda.retail_shop import EXCHANGE, RETURN, moves_of, replies_to, shopper

ASKED = (
    "Is there a maximum you'd want to pay?",
    "Do you have a budget?",
    "Do you have a budget in mind for this?",
    "What is your price limit?",
    "Is there a price limit I should keep in mind?",
    "How much are you willing to pay at most?",
    "Is there a limit on what you would like to pay?",
    "What's the most you'd be willing to spend?",
    "What price would be too high for you?",
    "Is there a certain amount that the new one should not exceed?",
    "You mentioned a limit. What is it?",
    "Would you like to set a price limit?",
)
DETAILS = "Which order and item is it, which options would you like, and how would you like to pay?"


def answer(goal: JSON, *messages: str, wording: str = "a") -> Reply:
    """The last reply of a customer of the shop with this one goal."""
    return replies_to(shopper(goal, wording=wording), *messages)[-1]


@pytest.mark.parametrize("wording", ["a", "b"])
@pytest.mark.parametrize("question", ASKED)
def test_who_has_a_limit_says_it_when_asked(question: str, wording: str) -> None:
    reply = answer(EXCHANGE, question, wording=wording)
    assert moves_of(reply) == ["give"]
    assert "$24.01" in (reply.text or "")
    assert reply.stance is None


@pytest.mark.parametrize("wording", ["a", "b"])
@pytest.mark.parametrize("question", ASKED)
def test_who_has_none_says_so(question: str, wording: str) -> None:
    reply = answer(RETURN, question, wording=wording)
    assert moves_of(reply) == ["no_limit"]
    assert "$" not in (reply.text or "")


def test_nobody_says_a_limit_unasked() -> None:
    for reply in replies_to(shopper(EXCHANGE), DETAILS, "It costs $20.00 today. Shall I exchange it?", "!Done."):
        assert "24.01" not in (reply.text or "")


def test_a_limit_is_said_with_the_rest_that_was_asked_for() -> None:
    text = answer(EXCHANGE, "What are your order number, the item and your price limit?").text or ""
    assert all(part in text for part in ("R123456", "towel", "$24.01"))


def test_that_there_is_no_limit_is_said_after_what_there_is() -> None:
    talk = Conversation(scenario_of(CANCEL))
    talk.hear(said("Your price limit and your ticket number?", Act.REQUEST, slots=["price_limit", "ticket_id"]))
    assert talk.moves == ["give", "no_limit"]


def test_a_customer_of_a_business_without_limits_has_none() -> None:
    talk = Conversation(scenario_of(CANCEL))
    talk.hear(said("Would you like to set a price limit?", Act.CONFIRM))
    assert talk.moves == ["no_limit"]


def test_a_limit_said_again_is_no_price() -> None:
    replies = replies_to(shopper(EXCHANGE), "What is your price limit?", "Thank you, so at most $24.01. One moment.")
    assert replies[-1].inner["goals"]["exchange"].get("answered") is None


def test_a_price_that_is_just_the_limit_answers_the_question() -> None:
    replies = replies_to(shopper(EXCHANGE), "What is your price limit?", "The medium white one costs $24.01 today.")
    assert replies[-1].inner["goals"]["exchange"]["answered"] == ["price_today"]


def test_the_limit_holds_whether_it_was_said_or_not() -> None:
    for before in ((), ("What is your price limit?",)):
        dear = "The medium white towel costs $26.75 today, which is above your limit of $24.01. Shall I go ahead?"
        replies = replies_to(shopper(EXCHANGE), DETAILS, *before, dear)
        assert "abandon" in moves_of(replies[-1])


def test_a_limit_that_no_fact_says_is_a_problem_and_is_not_denied() -> None:
    dear = {**CANCEL, "branches": [{"on": "price_above", "then": "abandon", "threshold": 2000}]}
    limit = {"key": "price_limit", "kind": "money", "value": "2000", "ask": ["limit"]}
    assert any("'price_limit'" in problem for problem in problems(scenario_of(dear), LEXICON))
    assert problems(scenario_of(dear, facts=[limit], unknown=[]), LEXICON) == []
    talk = Conversation(scenario_of(dear))
    talk.hear(said("Do you have a limit?", Act.REQUEST, slots=["price_limit"]))
    assert talk.moves == ["no_idea"]
