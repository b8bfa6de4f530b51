"""What is said of a goal that is still to come: who hears it brings it up at once, and pursues the present one."""

import pytest

from domains.kit.records import JSON
from domains.kit.scenario import Scenario
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import ADDRESS, CANCEL, moves_of, order_of, replies_to, shopper

HOME: JSON = {**ADDRESS, "id": "home", "intent": ["I've moved, please change the address in my profile."]}
ORDER: JSON = {**ADDRESS, "intent": ["An order of mine should go to the new address too."]}
NOTICE = "Your open orders R654321 and R123456 are already with the carrier, so they'll still go to the old address."
PROPOSAL = "I'd change your profile address to 86 Rowan Drive, Glenrath, 27249. OK with you?"


def replies(*messages: str, second: JSON = ORDER) -> list[Reply]:
    """The replies of somebody who wants a second thing, with the order R123456, after the first."""
    facts = [{"key": "email", "kind": "email", "value": "keiko@inkwell.example"}, order_of(second["id"], "R123456")]
    return replies_to(shopper(HOME, second, facts=facts), *messages)[1:]


@pytest.mark.parametrize(
    "question",
    [
        "Also, do you have any orders on the way that ought to go to the new address too?",
        "Are there any open orders to be redirected as well?",
        "And do you have another order that we should send to the new address too?",
        "Have you got any orders whose address should be changed as well?",
    ],
)
def test_a_question_for_the_next_wish_is_answered_with_it(question: str) -> None:
    (reply,) = replies(f"What's your email? {question}")
    assert set(moves_of(reply)) == {"give", "state_goal"}
    assert reply.inner["current"] == "home"
    assert "too" in (reply.text or "")


@pytest.mark.parametrize(
    "question",
    [
        "And if any order is to go there, just give me its number.",
        "If another order should go there too, please tell me its number.",
        "If there's an order to be sent to the new place, could you give me its number?",
        "Should any of your orders go to the new address as well, please give me the order number.",
    ],
)
def test_the_number_is_given_that_is_asked_for_in_case_there_is_one(question: str) -> None:
    (reply,) = replies(f"The profile address becomes 86 Rowan Drive, Glenrath, 27249. {question} Do you agree?")
    assert reply.stance == "agree"
    assert {*moves_of(reply)} == {"agree", "state_goal"}
    assert "R123456" in (reply.text or "")


@pytest.mark.parametrize(
    "offer",
    [
        "Shall I look up an order for you that's to go there as well?",
        "Can I check whether one of your orders should go there too?",
        "Would you like me to look for orders that should go to the new address?",
    ],
)
def test_an_offer_to_look_for_the_next_wish_gets_no_no(offer: str) -> None:
    done = f"!The profile address is changed: 86 Rowan Drive, Glenrath, 27249. {offer}"
    reply = replies(PROPOSAL, done)[-1]
    assert "state_goal" in moves_of(reply)
    assert "no_need" not in moves_of(reply)
    assert reply.stance is None


@pytest.mark.parametrize(
    "notice",
    [
        NOTICE,
        "By the way, R123456 can no longer be redirected.",
        "I'm afraid it's too late for R123456, as it's with the carrier.",
        "R123456 won't be redirected by this.",
    ],
)
def test_word_that_the_next_wish_cannot_be_brings_it_up(notice: str) -> None:
    (reply,) = replies(f"{PROPOSAL}\n\n{notice}")
    assert reply.stance == "agree"
    assert "state_goal" in moves_of(reply)
    assert "R123456" in (reply.text or "")


def test_a_wish_brought_up_before_it_is_its_turn_is_said_again_when_it_is() -> None:
    said = replies(f"{PROPOSAL}\n\n{NOTICE}", "!Done, your profile has the new address. Anything else?")
    assert moves_of(said[1]) == ["thank", "restate"]
    assert said[1].inner["current"] == "address"


def test_the_same_word_said_again_does_not_bring_it_up_again() -> None:
    said = replies(f"What's your email? {NOTICE}", f"Thanks. {PROPOSAL} {NOTICE}")
    assert [("state_goal" in moves_of(reply)) for reply in said] == [True, False]


@pytest.mark.parametrize(
    ("message", "second"),
    [
        ("What's your email? Do you have any orders on the way?", ORDER),
        ("What's your email? Your orders are R123456 and R654321.", ORDER),
        ("What's your email? Do you have any orders that should go to the new address too?", CANCEL),
        ("What's your email? R654321 can no longer be redirected.", ORDER),
    ],
)
def test_other_words_bring_up_nothing(message: str, second: JSON) -> None:
    assert moves_of(replies(message, second=second)[0]) == ["give"]


# ------------------------------------------------------------------------------------ ruled out while the other is done

UNNEEDED: JSON = {"key": "stated_reason", "kind": "choice", "value": "no longer needed", "say": ["no longer needed"]}
BOTH = tuple({**CANCEL, "id": each, "wants": [UNNEEDED]} for each in ("first", "second"))
ONE_ONLY = "I cannot cancel R111111, it was shipped. What I can do is cancel R222222. Shall I do that one?"
STILL = ONE_ONLY.replace("R222222. Shall", "R222222 as no longer needed. Shall")
DONE = "!R222222 is cancelled. R111111 stays as it is. Anything else?"


def of_either(*pressure: str) -> Scenario:
    """A customer with two orders to cancel, of which none is the first or the second."""
    plain = shopper(*BOTH, pressure=list(pressure)).model_dump(mode="json")
    plain["facts"] = [fact for fact in plain["facts"] if fact["key"] != "order_id"]
    plain["facts"] += [{"key": "order_id", "kind": "id", "value": value} for value in ("R111111", "R222222")]
    return Scenario.model_validate(plain)


def test_what_was_refused_again_when_the_other_was_agreed_to_is_not_asked_for_once_more() -> None:
    replies = replies_to(of_either("sympathy"), "Which orders?", ONE_ONLY, STILL, DONE)
    assert [reply.stance for reply in replies[2:4]] == ["reject", "agree"]
    assert moves_of(replies[-1]) == ["thank", "nothing_more"]


def test_what_nobody_contests_is_not_asked_for_when_the_other_is_done() -> None:
    replies = replies_to(of_either(), "Which orders?", STILL, DONE)
    assert moves_of(replies[2]) == ["accept_refusal", "state_goal", "agree"]
    assert moves_of(replies[-1]) == ["thank", "nothing_more"]


def test_what_was_not_refused_is_asked_for_when_the_other_is_done() -> None:
    fine = "Shall I cancel order R222222?"
    replies = replies_to(of_either("sympathy"), "Which orders?", "I cannot cancel R222222.", fine, DONE)
    assert moves_of(replies[-1]) == ["thank", "state_goal"]
