"""What customers say who have a second order in mind, and are answered about the first."""

import pytest

from domains.kit.records import JSON
from domains.kit.scenario import Scenario
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import moves_of, order_of, replies_to, shopper

SEEDS = ("1", "2", "3")


def shipping(goal: str, to: str, *others: str) -> JSON:
    return {
        "id": goal,
        "action": "change_order",
        "intent": ["I need a change of shipping."],
        "wants": [{"key": "shipping_method", "kind": "choice", "value": to, "say": [to], "among": [*others]}],
        "branches": [{"on": "refused", "then": "accept"}],
    }


TWO = (shipping("first", "pickup", "standard", "express"), shipping("second", "express", "standard", "pickup"))
TO_THE_SECOND = (
    "Your e-mail, the order number and how it should be sent, please.",
    "Shall I change the shipping of order R111111 to pickup?",
    "!Done: the shipping of order R111111 has been changed to pickup. Is there anything else?",
)


def two_orders(*, wording: str = "a", **rest: JSON) -> Scenario:
    return shopper(*TWO, orders=("R111111", "R222222"), wording=wording, **rest)


def answers(*messages: str, scenario: Scenario | None = None, seed: str = "1") -> list[Reply]:
    """What is replied to these messages by somebody who has just stated the second goal."""
    return replies_to(scenario or two_orders(), *TO_THE_SECOND, *messages, seed=seed)[len(TO_THE_SECOND) + 1 :]


OF_THE_FIRST = (
    "I'm sorry, the shipping of R111111 can't be changed a second time. Is there anything else I can do?",
    "That was the one shipping change R111111 allows, so it stays with pickup. If you like, I can still change its "
    "address. Is there anything of that kind you'd want?",
    "The shipping can be changed only once per order, and R111111 has just had its change. Or do you mean a different "
    "order? If so, please tell me its number.",
    "Do you mean R111111 again? That one can't be changed a second time, I'm afraid.",
    "R111111 is on pickup already, and a second change of its shipping isn't possible.",
    "It is on pickup already: R111111 was changed to pickup just now. A second change of shipping isn't possible.",
    "Unfortunately the shipping may only be changed once per order, and you have had that change.",
)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("wording", ["a", "b"])
@pytest.mark.parametrize("message", OF_THE_FIRST)
def test_a_refusal_of_another_order_is_put_right_by_number(message: str, wording: str, seed: str) -> None:
    [reply] = answers(message, scenario=two_orders(wording=wording), seed=seed)
    assert "R222222" in (reply.text or "")
    assert "another" in moves_of(reply)
    assert not {"press", "contest", "affirm", "accept_refusal", "choose"} & {*moves_of(reply)}
    assert not reply.denied


def test_what_is_asked_for_beside_it_is_said_too() -> None:
    [reply] = answers(
        "R111111 can't be changed again. If you mean another order, tell me its number and the shipping you wish."
    )
    assert "R222222" in (reply.text or "")
    assert "express" in (reply.text or "")


def test_an_agent_who_keeps_to_the_other_order_is_taken_at_their_word_in_the_end() -> None:
    replies = answers(*("No, R111111 can't be changed again, as I said. Anything else?",) * 6)
    assert sum("another" in moves_of(reply) for reply in replies) == 2
    assert replies[-1].end


@pytest.mark.parametrize(
    "message",
    [
        "I'm sorry, the shipping of R222222 can't be changed. Is there anything else?",
        "R111111 is done, but the shipping of R222222 can't be changed, it's with the carrier. Anything else?",
    ],
)
def test_a_refusal_of_the_right_order_is_one(message: str) -> None:
    [reply] = answers(message)
    assert reply.denied == ("second",)


def test_who_means_the_same_order_again_takes_the_refusal_for_one() -> None:
    scenario = shopper(*TWO, orders=("R111111", "R111111"))
    [reply] = answers("The shipping of R111111 can't be changed twice. Anything else?", scenario=scenario)
    assert reply.denied == ("second",)


def test_a_question_for_the_number_is_answered_plainly() -> None:
    [reply] = answers("R111111 is on pickup now. What's the number of the other order?")
    assert moves_of(reply) == ["give"]


def test_who_does_not_know_a_number_says_none() -> None:
    plain = two_orders().model_dump(mode="json")
    plain["facts"] = [fact for fact in plain["facts"] if fact != {**order_of("second", "R222222"), **fact}]
    [reply] = answers(OF_THE_FIRST[0], scenario=Scenario.model_validate(plain))
    assert reply.denied == ("second",)
