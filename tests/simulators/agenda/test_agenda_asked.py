"""Several things asked for at once: customers who do not answer piece by piece answer all of them."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import ADDRESS, EXCHANGE, PAYMENT, RETURN, moves_of, replies_to, shopper

PROFILE: JSON = {"key": "postcode", "kind": "postcode", "value": "10463"}


def answer(goal: JSON, *messages: str, traits: tuple[str, ...] = ()) -> Reply:
    """The last reply of a customer of the shop with this one goal."""
    return replies_to(shopper(goal, traits=traits), *messages)[-1]


@pytest.mark.parametrize(
    "question",
    [
        "What would you like to send back, and should the refund go to your card ending in 7058 or your gift card?",
        "Which item is it, and do you want the refund on your card ending in 7058 or on your gift card?",
        "Which item are you returning, and shall I refund the gift card or the card ending in 7058?",
        "What is to be returned? And should the money go to the Meridian card ending in 7058 or to the gift card?",
        "Which of the items should go back - and would you like it on the card ending in 7058 or the gift card?",
        "Which item do you want to return, and to your card ending in 7058 or to your gift card?",
    ],
)
def test_things_asked_for_beside_a_choice_are_named_too(question: str) -> None:
    said = answer(RETURN, question).text or ""
    assert "trail socks" in said
    assert "7058" in said


@pytest.mark.parametrize(
    "question",
    [
        "I can refund that to your Cardinal card, or to a gift card if you have one on file. Which do you prefer?",
        "It can go back to the Cardinal card or to a gift card. Which one would you like?",
        "The refund goes to the Cardinal card or the gift card. Which shall it be?",
        "So just the socks. There's your Cardinal card or your gift card. Which would you like?",
    ],
)
def test_which_do_you_prefer_after_the_things_were_said_is_about_what_was_put_up(question: str) -> None:
    said = answer(RETURN, "Which item is it?", question).text or ""
    assert "7058" in said
    assert "trail socks" not in said


@pytest.mark.parametrize(
    "question",
    [
        "At present it is set to go to your Orbis card ending in 2631. Where would you like it to go instead?",
        "It is paid with the PayNest wallet now. Which one would you like instead?",
        "You have an Orbis card and a PayNest wallet. Which would you like?",
    ],
)
def test_a_choice_where_no_things_are_wanted_is_about_what_is(question: str) -> None:
    reply = answer(PAYMENT, question)
    assert (moves_of(reply), "9842" in (reply.text or "")) == (["want"], True)


def test_which_items_asked_again_is_answered_with_the_items() -> None:
    assert "trail socks" in (answer(RETURN, "Which item is it?", "Which of the items is it?").text or "")


@pytest.mark.parametrize(
    "question", ["What's your email, and what is the issue?", "What's the problem, and what is your email?"]
)
def test_what_it_is_about_is_told_by_the_things(question: str) -> None:
    said = answer(RETURN, question).text or ""
    assert "keiko@inkwell.example" in said
    assert "trail socks" in said


@pytest.mark.parametrize("question", ["What is the issue?", "What's the problem?", "Could you tell me what's wrong?"])
def test_what_it_is_about_is_known_to_everybody(question: str) -> None:
    assert moves_of(answer(ADDRESS, question)) in (["restate"], ["want"])


@pytest.mark.parametrize(
    "question",
    [
        "Where should it go instead (street, city and postcode)?",
        "What is the new address, with street, city and postcode?",
        "Please send me the new address and the postcode.",
    ],
)
def test_the_postcode_asked_for_with_an_address_is_that_of_the_address(question: str) -> None:
    scenario = shopper(ADDRESS)
    scenario = scenario.model_copy(update={"facts": (*scenario.facts, shopper(ADDRESS, facts=[PROFILE]).facts[0])})
    said = replies_to(scenario, question)[-1].text or ""
    assert "86 Rowan Drive" in said
    assert "10463" not in said


def test_the_options_of_a_table_are_said_beside_another_choice() -> None:
    table = "| white | medium | $20.00 |\n| coral | large | $21.00 |\n| sage | small | $21.00 |\n"
    said = answer(
        EXCHANGE,
        "Which item is it?",
        f"{table}\nWhich would you like? And should the difference go on your Orbis card or your gift card?",
    ).text
    assert said is not None
    assert all(word in said for word in ("white", "medium", "4454"))


@pytest.mark.parametrize(
    "question",
    [
        "I'd just need the e-mail for your account, the order number, and what you'd like swapped for what.",
        "What's your account e-mail, your order number, the item in question and the one you'd like to get?",
        "Could you tell me your e-mail, which item should change, and what to?",
        "Your order number, please, and which item you'd like changed into what?",
    ],
)
def test_what_it_is_to_be_is_told_where_it_is_asked_for_without_its_name(question: str) -> None:
    text = replies_to(shopper(EXCHANGE), question)[-1].text or ""
    assert all(part in text for part in ("towel", "white", "medium"))


@pytest.mark.parametrize(
    "question", ["Which item is it, and what's your e-mail?", "Which one would you like to exchange?"]
)
def test_who_asks_only_which_thing_it_is_is_not_told_what_it_is_to_be(question: str) -> None:
    text = replies_to(shopper(EXCHANGE), question)[-1].text or ""
    assert "towel" in text
    assert "white" not in text


CARD = "Orbis card ending in 4454"


@pytest.mark.parametrize(
    "question",
    [
        f"Should the $0.25 be refunded to your **{CARD}**?",
        f"If you'd like the exchange:\n1. Should the $0.25 be refunded to your {CARD}?\n2. Is this the only item?",
        f"Should it go to your {CARD}? And is this the only item?",
        "Would the difference be charged to your gift card?",
    ],
)
def test_whether_money_should_go_somewhere_is_answered_with_where_it_should(question: str) -> None:
    reply = replies_to(shopper(EXCHANGE), "Which item is it, and which options?", question)[-1]
    assert "want" in moves_of(reply)
    assert "4454" in (reply.text or "")


def test_where_it_should_go_is_a_part_of_a_proposal_beside_it() -> None:
    swap = f"I'd exchange the bath towel in R123456 for white, medium at $20.00. Should it go to your {CARD}? Shall I?"
    assert moves_of(replies_to(shopper(EXCHANGE), "Which item is it, and which options?", swap)[-1]) == ["agree"]
