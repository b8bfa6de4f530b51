"""Requests for a yes that is to be sent back, as a proposal's last sentence."""

import pytest

from domains.retail import DOMAIN
from simulators.understand.reader import understand

_CHANGE = (
    "The change would then be: order R156142, new delivery address 126 Sandpiper Road, Quarrydale, 59320 (currently 52"
    " Pebble Court, Corvane, 15471)."
)


def acts(text: str) -> set[str]:
    return {act.value for act in understand(text, DOMAIN.lexicon).acts}


@pytest.mark.parametrize(
    "asking",
    [
        "Kindly reply with your explicit confirmation.",
        "Please respond with your approval.",
        "Kindly get back to me with your final go-ahead.",
        "Please send me your explicit consent.",
        "Please answer with a clear yes.",
        "Please let me have your approval.",
    ],
)
def test_a_yes_to_be_sent_back_is_asked_for(asking: str) -> None:
    assert "CONFIRM" in acts(f"{_CHANGE} {asking}")


@pytest.mark.parametrize(
    "text",
    [
        "We will send you a confirmation by e-mail. Anything else?",
        "Please send me your confirmation number.",
        "Please reply with your order number.",
        "I'll send you a confirmation once it is done. What is your e-mail?",
        "You'll get a confirmation e-mail, and I can't send your confirmation again.",
        "If you'd like anything else, just reply with your wish.",
    ],
)
def test_a_confirmation_of_something_else_is_none(text: str) -> None:
    assert "CONFIRM" not in acts(text)
