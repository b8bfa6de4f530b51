"""What customers would pay at most: they say it when they are asked, and that there is no limit where there is none."""

import pytest

from domains.kit.records import JSON
from simulators.agenda.problems import problems
from simulators.protocol import Reply
from simulators.understand.acts import Act
from tests.simulators.agenda.bike_shop import CANCEL, LEXICON, Conversation, said, scenario_of
from tests.simulators.agenda.retail_shop import EXCHANGE, EXCHANGE_ASKED, RETURN, moves_of, replies_to, shopper

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
    for reply in replies_to(shopper(EXCHANGE), EXCHANGE_ASKED, "It costs $20.00 today. Shall I exchange it?", "!Done."):
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
        replies = replies_to(shopper(EXCHANGE), EXCHANGE_ASKED, *before, dear)
        assert "abandon" in moves_of(replies[-1])


def test_a_limit_that_no_fact_says_is_a_problem_and_is_not_denied() -> None:
    dear = {**CANCEL, "branches": [{"on": "price_above", "then": "abandon", "threshold": 2000}]}
    limit = {"key": "price_limit", "kind": "money", "value": "2000", "ask": ["limit"]}
    assert any("'price_limit'" in problem for problem in problems(scenario_of(dear), LEXICON))
    assert problems(scenario_of(dear, facts=[limit], unknown=[]), LEXICON) == []
    talk = Conversation(scenario_of(dear))
    talk.hear(said("Do you have a limit?", Act.REQUEST, slots=["price_limit"]))
    assert talk.moves == ["no_idea"]


CHEAP = "The medium white towel costs $20.00 today."
CARD = "your Orbis card ending in 4454"
CHANGE = "I'd exchange the bath towel in R123456 for white, medium"


@pytest.mark.parametrize(
    "proposal",
    [
        f"{CHANGE} at $26.75, with the difference of $4.75 charged to {CARD}. Shall I?",
        f"{CHANGE}, with the difference of $30.00 charged to {CARD}. Shall I?",
        f"{CHANGE}. Today's price is $29.99, so $7.50 will be charged to {CARD}. Shall I?",
        f"{CHANGE} - that's $26.50 extra on {CARD}. OK?",
        f"{CHANGE}. You would pay $26.50 more with {CARD}. Do you agree?",
        f"I'd do this:\n- Swap: bath towel, now white, medium\n- New price: **$31.00**\n- Payment: {CARD}\n\nShall I?",
        f"{CHANGE}; a surcharge of $25.00 goes to {CARD}. Yes?",
        f"{CHANGE}, for $30.00 on {CARD}. OK?",
    ],
)
def test_a_charge_above_the_limit_that_nobody_told_of_is_not_agreed_to(proposal: str) -> None:
    reply = answer(EXCHANGE, EXCHANGE_ASKED, CHEAP, proposal)
    assert (reply.stance, moves_of(reply), reply.end) == ("reject", ["correct"], None)
    assert "$24.01" in (reply.text or "")
    assert answer(EXCHANGE, EXCHANGE_ASKED, proposal).stance == "reject"


@pytest.mark.parametrize(
    "proposal",
    [
        f"{CHANGE} at $20.00, with the difference of $4.75 charged to {CARD}. Shall I?",
        f"{CHANGE}. The order total of $131.00 was charged to {CARD}, which now gets $5.00 back. Shall I?",
        f"{CHANGE} at $20.00; you paid $28.00 for the old one, so $8.00 goes back to {CARD}. OK?",
        f"The large coral one costs $35.00. {CHANGE} for $20.00, charged to {CARD}. OK?",
        f"{CHANGE}, with $28.00 refunded to {CARD}. OK?",
        f"{CHANGE} at $24.01 with {CARD}, just at your limit. OK?",
        f"{CHANGE}. It costs $20.00 instead of $30.00. The $10.00 goes to {CARD}. OK?",
        f"{CHANGE}. The new total comes to $45.50, charged to {CARD}. OK?",
    ],
)
def test_other_amounts_in_a_proposal_do_not_break_the_limit(proposal: str) -> None:
    assert answer(EXCHANGE, EXCHANGE_ASKED, CHEAP, proposal).stance == "agree"


def test_who_is_told_that_it_does_cost_more_lets_it_go_and_who_hears_the_right_price_agrees() -> None:
    dear = f"{CHANGE} at $30.00 with {CARD}. Shall I?"
    insisting = f"It does cost $30.00 today, I am sorry. Shall I still exchange it at $30.00 with {CARD}?"
    assert "abandon" in moves_of(answer(EXCHANGE, EXCHANGE_ASKED, CHEAP, dear, insisting))
    assert (
        answer(EXCHANGE, EXCHANGE_ASKED, CHEAP, dear, f"Sorry, {CHANGE} at $20.00 with {CARD}. Shall I?").stance
        == "agree"
    )


@pytest.mark.parametrize(
    ("proposal", "stance"),
    [
        (f"{CHANGE}, with the difference of $2.50 charged to {CARD}. Shall I?", "reject"),
        (f"{CHANGE}, which costs $26.00, with {CARD}. Shall I?", "reject"),
        (f"{CHANGE}, with the difference of $2.50 refunded to {CARD}. Shall I?", "agree"),
        (f"{CHANGE}, which costs $21.51, so you get $2.50 back to {CARD}. Shall I?", "agree"),
    ],
)
def test_who_wants_to_pay_less_than_before_pays_nothing_on_top(proposal: str, stance: str) -> None:
    goal: JSON = {**EXCHANGE, "questions": [], "branches": [{"on": "unavailable", "then": "abandon"}]}
    scenario = shopper(goal).model_dump(mode="json")
    limit = next(fact for fact in scenario["facts"] if fact["key"] == "price_limit")
    limit["say"] = ["less than the $24.01 that I paid"]
    assert replies_to(shopper(goal).model_validate(scenario), EXCHANGE_ASKED, proposal)[-1].stance == stance


SWAP = "Shall I go ahead with the exchange?"
DEARER = (
    "The difference is $35.00.",
    f"The difference comes to $35.00, which would go on {CARD}.",
    "The price difference would be **$35.00**.",
    "There's a $35.00 difference to pay.",
    "I need to correct myself: it's $35.00, not $20.00.",
    "I'm sorry, I misread it: the price is actually $35.00.",
    "The white medium towel is $35.00.",
)
NO_DEARER = (
    "The difference is $35.00, which goes back to your card.",
    "The price difference of $35.00 will be refunded.",
    "Price difference: -$35.00.",
    "The new one is cheaper; the difference is $35.00 in your favour.",
    "The difference is $3.00.",
    "The order total was $131.00, charged to your card.",
    "The white medium towel is $20.00, and the large coral one is $35.00.",
)


@pytest.mark.parametrize("statement", DEARER)
def test_a_higher_price_told_after_a_lower_one_is_noticed_with_a_proposal_and_without(statement: str) -> None:
    for message in (f"{statement} {SWAP}", statement):
        told = answer(EXCHANGE, EXCHANGE_ASKED, CHEAP, message)
        assert (told.stance, moves_of(told)) == ("reject", ["correct"])
        assert "$24.01" in (told.text or "")
    assert "abandon" in moves_of(answer(EXCHANGE, EXCHANGE_ASKED, f"{statement} {SWAP}"))


@pytest.mark.parametrize("statement", NO_DEARER)
def test_what_goes_back_or_is_little_or_of_another_thing_breaks_no_limit(statement: str) -> None:
    assert answer(EXCHANGE, EXCHANGE_ASKED, CHEAP, f"{statement} {SWAP}").stance == "agree"
    assert "correct" not in moves_of(answer(EXCHANGE, EXCHANGE_ASKED, CHEAP, statement))


@pytest.mark.parametrize("statement", DEARER)
def test_who_has_no_limit_says_yes_to_what_is_proposed_now(statement: str) -> None:
    goal: JSON = {**EXCHANGE, "id": "unlimited", "branches": [{"on": "unavailable", "then": "abandon"}]}
    assert answer(goal, EXCHANGE_ASKED, CHEAP, f"{statement} {SWAP}").stance == "agree"


def test_a_difference_above_the_limit_lets_a_goal_go_before_anything_is_proposed() -> None:
    for message in ("The difference is $35.00.", "The difference is $35.00. Which card should it go on?"):
        reply = answer(EXCHANGE, EXCHANGE_ASKED, message)
        assert "abandon" in moves_of(reply)
        assert "4454" not in (reply.text or "")


def test_what_was_charged_for_an_order_is_no_statement_of_a_price() -> None:
    record = "I've found R123456:\n- Bath towel, large, coral\n- Charged: $131.00 to your Orbis card ending in 4454"
    reply = answer(EXCHANGE, EXCHANGE_ASKED, f"{record}\n\nOne moment, please.")
    assert not {"correct", "abandon"} & {*moves_of(reply)}


PAY = "Which payment method should I use?"
DEAR_WITH_DIFFERENCE = (
    "The Cascade bath towel in white, medium costs $34.50 today. You paid $26.97 for the large one, so the exchange"
    " would cost you $7.53.",
    "The medium white one is available for $34.50, so you'd pay $7.53 on top.",
    "Today's price for white, medium is **$34.50** (you paid $26.97), i.e. the swap costs **$7.53**.",
    "The white one in medium goes for $34.50 now. You paid $26.97, which leaves $7.53 to pay.",
    "It's in stock at $34.50, which means an upgrade price of $7.53 for you.",
    "It costs $34.50 today; $26.97 is what you paid, and $7.53 is what it would be for you.",
    "White, medium is $34.50 today. You'd owe $7.53, as you paid $26.97.",
)
CHEAP_WITH_DIFFERENCE = (
    "The white medium one costs $20.00 today. You paid $12.47, so the exchange would cost you $7.53.",
    "The coral one costs $34.50; the white one in medium costs $20.00, so you'd pay $20.00.",
    "It costs $20.00 today instead of the $34.50 that you paid, so you'd have $14.50 back.",
    "You bought the large one for $34.50, and the medium white one costs $20.00 today.",
    "The exchange would cost you $20.00 today.",
)


@pytest.mark.parametrize("told", DEAR_WITH_DIFFERENCE)
def test_who_is_told_what_the_exchange_comes_to_goes_by_the_price_of_the_new_one(told: str) -> None:
    for message in (f"{told} {PAY}", f"{told} Does that fit your budget?"):
        reply = answer(EXCHANGE, "Which item is it, and which options would you like?", message)
        assert "abandon" in moves_of(reply)
        assert "4454" not in (reply.text or "")


@pytest.mark.parametrize("told", CHEAP_WITH_DIFFERENCE)
def test_who_is_told_a_price_within_the_limit_beside_other_amounts_goes_on(told: str) -> None:
    reply = answer(EXCHANGE, "Which item is it, and which options would you like?", f"{told} {PAY}")
    assert moves_of(reply) == ["want"]


def test_a_dear_price_that_follows_an_unclear_one_is_noticed() -> None:
    unclear = "White comes at a price of $20.00 or of $35.00."
    reply = answer(
        EXCHANGE, EXCHANGE_ASKED, unclear, "The medium white towel is $35.00. I'll put in the exchange then."
    )
    assert "abandon" in moves_of(reply)
