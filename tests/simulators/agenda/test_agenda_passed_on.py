"""Refusals of agents who have passed something on to somebody else and go on themselves."""

import pytest

from tests.simulators.agenda.retail_shop import RETURN, moves_of, replies_to, shopper

NO = "I'm sorry, the trail socks are marked as final sale, so they can't be returned."


@pytest.mark.parametrize(
    "text",
    [
        f"{NO} I've passed your case to my team lead, though. Is there anything else?",
        f"{NO} A colleague from our billing team will write to you about it today. Is there anything else?",
        f"{NO} I've forwarded your request to a supervisor. Anything else I can do?",
    ],
)
def test_who_is_refused_and_asked_for_more_answers_the_refusal(text: str) -> None:
    assert moves_of(replies_to(shopper(RETURN), text)[-1]) == ["accept_refusal", "leave"]
    assert moves_of(replies_to(shopper(RETURN, pressure=["urgency"]), text)[-1]) == ["press"]


@pytest.mark.parametrize(
    "text",
    [
        f"{NO} I'm transferring you to a human agent now.",
        "I've passed your case to my team lead. Is there anything else?",
    ],
)
def test_who_is_handed_over_waits(text: str) -> None:
    assert "acknowledge_transfer" in moves_of(replies_to(shopper(RETURN), text)[-1])
