"""Customers who are asked for codes and passwords, which nobody tells in a chat."""

import pytest

from tests.simulators.agenda.retail_shop import RETURN, moves_of, replies_to, shopper


@pytest.mark.parametrize(
    "text",
    [
        "Thanks. Please tell me the three-digit code on the back of the card.",
        "Could you give me the CVV of your card?",
        "To verify the payment I need the security code on the back of your card and its expiry date.",
        "Please tell me your full card number.",
        "And what's your password?",
    ],
)
def test_a_code_or_a_password_is_not_given(text: str) -> None:
    assert moves_of(replies_to(shopper(RETURN), text)[-1]) == ["decline"]


def test_beside_a_code_the_rest_is_given() -> None:
    reply = replies_to(shopper(RETURN), "Your e-mail, the order number and the PIN of your card, please.")[-1]
    assert moves_of(reply) == ["decline", "give"]


@pytest.mark.parametrize(
    "text",
    [
        "Never share your PIN with anybody. Which card shall the refund go to?",
        "Please reset your password on our site. What's your e-mail?",
        "Which card ends in 7058, the Meridian?",
    ],
)
def test_what_only_speaks_of_codes_is_declined_nothing(text: str) -> None:
    assert "decline" not in moves_of(replies_to(shopper(RETURN), text)[-1])
