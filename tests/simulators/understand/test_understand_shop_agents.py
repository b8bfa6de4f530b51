"""Messages as agents of the shop write them, each of which was once read otherwise."""

import pytest

from domains.retail import DOMAIN
from simulators.understand.reader import understand


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The exchange would be for a different product, and we only exchange within the same product. Can I help"
            " with anything else?",
            {"REFUSE", "ASK_MORE"},
        ),
        ("That would leave your gift card $7.00 short, so I have to leave the payment as it is.", {"REFUSE"}),
        ("Cancel R537649 because it was ordered by mistake, $318.50 back to the card. Good to go?", {"CONFIRM"}),
        ("One quick check before I submit: the black one, not the brass one, for both lanterns?", {"CONFIRM"}),
        (
            "Your new phone number is saved. By the way, R537701 has shipped and should be with you by Friday.",
            {"CLAIM_DONE", "INFORM"},
        ),
        ("That's gone through. You'll see $61.40 on your wallet within five days.", {"CLAIM_DONE"}),
        (
            "You paid $27.52 for the slippers and $12.00 for express shipping, so $39.52 altogether. Can I help with"
            " anything else?",
            {"INFORM", "ASK_MORE"},
        ),
    ],
)
def test_acts_of_agents_of_the_shop_are_read(text: str, expected: set[str]) -> None:
    assert {act.value for act in understand(text, DOMAIN.lexicon).acts} == expected


def test_a_gift_card_that_holds_too_little_is_a_refusal() -> None:
    said = "The amount on your gift card isn't enough: it has $52.10, while the order costs $60.00."
    assert "REFUSE" in {act.value for act in understand(said, DOMAIN.lexicon).acts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "No worries if you don't have the e-mail at hand. Full name plus the postcode on the account works just as"
            " well.",
            {"full_name", "postcode"},
        ),
        ("Of course. What e-mail address should I change it to?", {"new_email"}),
        (
            "I couldn't find an account under keiko.k@postbird.example. Could you double-check the address for me?",
            {"email"},
        ),
        ("I'd send it to 12 Elm Street. Could you double-check the address for me?", {"address"}),
        (
            "You have two pending orders, R537649 and R537701. Are we talking about the first or the second?",
            {"order_id"},
        ),
        ("One quick check: is it the blue one or the red one?", {"item_choice"}),
    ],
)
def test_what_agents_of_the_shop_ask_for_is_read(text: str, expected: set[str]) -> None:
    assert set(understand(text, DOMAIN.lexicon).slots) == expected
