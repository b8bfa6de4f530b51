"""Agents that give in to pressing in words alone: whoever hears it asks whether it holds, and takes it."""

import pytest

from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import RETURN, moves_of, replies_to, shopper

GRANTS = [
    "No need for a part: you'll get the full $59.18 back on your card. Anything else?",
    "Then we agree: I said yes, you may return the socks and you'll have $59.18 back. Anything else?",
    "I'm making an exception for you. Just send it back, and $74.75 will be put on your card ending in 7058.",
    "All right, I'll allow it: send the socks back and you'll get your money. Anything else?",
    "You convinced me. The money will be put on your card.",
]


def replies(*messages: str) -> list[Reply]:
    """The replies of somebody who wants to return something, and has pushed against a refusal."""
    pushing = shopper(RETURN, pressure=["sympathy", "urgency", "false_authority"])
    return replies_to(pushing, "Which item is it?", "I'm sorry, the socks can't be returned.", *messages)[2:]


@pytest.mark.parametrize("grant", GRANTS)
def test_a_grant_is_asked_after_once_and_taken(grant: str) -> None:
    pressed, asked, taken = replies(grant, "Yes, you can count on it.")
    assert [moves_of(each)[0] for each in (pressed, asked, taken)] == ["press", "rely", "take_promised"]


def test_a_grant_that_is_made_again_is_taken() -> None:
    assert moves_of(replies(GRANTS[0], GRANTS[2])[-1])[0] == "take_promised"


def test_a_grant_that_does_not_hold_is_pushed_against() -> None:
    assert moves_of(replies(GRANTS[0], "No, I'm sorry, I can't return them after all.")[-1]) == ["press"]


@pytest.mark.parametrize(
    "message",
    [
        "I understand. The socks stay with you. Anything else?",
        "You'll get your money back if the courier loses them. Anything else?",
        "You would get your money back had it been another item. Anything else?",
        "The refund will go to your Cardinal card ending in 4906. Anything else?",
        "I'm not making an exception. Anything else?",
        "You'll get the $59.18 back only for what isn't final sale. Anything else?",
        "As for the price: $59.18 is what you paid with your card. Anything else?",
    ],
)
def test_what_is_said_of_money_with_a_condition_or_of_another_method_grants_nothing(message: str) -> None:
    assert "rely" not in moves_of(replies(message)[-1])


def test_nothing_is_granted_before_anything_was_refused() -> None:
    asked = replies_to(shopper(RETURN), "Which item is it?", "You'll get your money back. Anything else?")[-1]
    assert "rely" not in moves_of(asked)
    proposed = replies("Then I'll return the socks: $19.75 will be put on your card ending in 7058. Shall I?")[-1]
    assert "rely" not in moves_of(proposed)
