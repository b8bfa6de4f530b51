"""Reasons that are none of those that count: a refusal, and no question for another one."""

import pytest

from domains.retail.lexicon import LEXICON
from simulators.understand.acts import Act
from simulators.understand.reader import understand
from tests.simulators.agenda.retail_shop import CANCEL, moves_of, replies_to, shopper

REFUSALS = (
    "For a cancellation I'd need one of the two reasons our rules name, Farah, and yours isn't one of them. R838431"
    " therefore goes ahead as ordered. May I help otherwise?",
    "I may cancel for one of two reasons only, and that isn't one of them.",
    "There are two reasons for which I cancel an order. Yours is neither of them, I'm afraid.",
    "Our rules name the reasons that count for a cancellation, and yours isn't among them.",
    "The reason you gave isn't on the list of those for which I cancel.",
    "Your reason doesn't count for a cancellation, so R838431 stays as it is.",
    "To cancel, our rules ask for one of two reasons, and yours is none of these. Anything else?",
    "Only certain reasons allow a cancellation; yours does not qualify.",
    "Your reason is outside what our rules accept, so the order goes ahead.",
    "Our rules name two reasons, but ordering from another shop isn't one.",
)
QUESTIONS = (
    "For a cancellation I need one of the two reasons that our rules name. Which one is yours?",
    "What is your reason for the cancellation?",
    "Is your reason one of them?",
)


@pytest.mark.parametrize("message", REFUSALS)
def test_a_reason_that_is_none_of_those_that_count_is_a_refusal(message: str) -> None:
    reading = understand(message, LEXICON)
    assert Act.REFUSE in reading.acts
    assert Act.REQUEST not in reading.acts


@pytest.mark.parametrize("message", REFUSALS)
def test_the_customer_takes_it_for_one(message: str) -> None:
    replies = replies_to(shopper(CANCEL), "Which order is it?", message.replace("R838431", "R123456"))
    assert {"contest", "press", "accept_refusal"} & {*moves_of(replies[-1])}


@pytest.mark.parametrize("message", QUESTIONS)
def test_a_question_for_the_reason_is_none(message: str) -> None:
    assert Act.REFUSE not in understand(message, LEXICON).acts
