"""Ways to say that what is wanted is not to be had: the customer takes what they would have next."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import EXCHANGE, EXCHANGE_ASKED, moves_of, replies_to, shopper

WANTS = [want for want in EXCHANGE["wants"] if want["key"] != "option_choice"]


def options(size: str, *others: str) -> list[JSON]:
    """White in one of the sizes."""
    return [
        {"key": "option_choice", "kind": "choice", "value": "white", "say": ["white"], "among": ["coral", "sage"]},
        {"key": "option_choice", "kind": "choice", "value": size, "say": [size], "among": list(others)},
    ]


GOAL: JSON = {
    **EXCHANGE,
    "questions": [],
    "wants": WANTS,
    "preference": {
        "ranked": [options("medium", "large"), options("large", "medium")],
        "say_next": ["Then I'll take it in white, large."],
    },
    "branches": [{"on": "unavailable", "then": "abandon"}, {"on": "refused", "then": "accept"}],
}
CARD = "your Orbis card ending in 4454"
GONE = (
    "White, medium isn't to be had at the moment.",
    "The towel in white, medium that you'd like isn't to be had just now.",
    "White, medium is gone at the moment. Sorry!",
    "We've run out of white, medium.",
    "White, medium? We're out of it at present.",
    "We no longer have that one.",
    "I'm sorry, we no longer have the white one in medium.",
    "White, medium is not something we can ship right now.",
    "White, medium is something we can't supply at present.",
    "The white medium one can't be had today.",
    "White, medium: none to be had.",
    "There's no white, medium to be had.",
    "We've none of the white, medium ones at the moment.",
    "The last white, medium one has been sold.",
    "We don't sell white, medium any longer.",
    "White in medium is no longer made.",
    "White, medium isn't obtainable now.",
    "That one's all gone, I'm afraid.",
    "I have no white, medium to give you right now.",
    "White, medium is missing from our shelves at the moment.",
    "White and coral, medium, are sold out.",
    "We make it in coral, sage and white (small, medium, large), white in medium being sold out.",
    "Coral, white, medium: all sold out.",
)
INSTEAD = (
    f"If you like, I'd exchange the bath towel in R123456 for coral, medium with $2.00 charged to {CARD}. Shall I?"
)
STILL_THERE = (
    "White, medium is to be had, at $20.00.",
    "White, medium is still there: $20.00. The coral one is gone.",
    "We've run out of coral, but white, medium is in stock.",
    "Sage isn't to be had at the moment.",
    "Your message has gone to my colleague, and white, medium is in stock.",
    "White, medium is the last one that we've got.",
    "The white, medium one can't be returned again once it is exchanged.",
    "We have it in several colours (coral, sage, white) and sizes (small, medium, large), coral medium being sold out.",
    "It comes in coral, sage or white, each in small, medium and large; sage in medium is out of stock.",
    "Colours are white, coral and sage and sizes medium and large, with only sage, large sold out.",
    "Apart from sage, large, which is sold out, we have coral, sage and white in medium and large.",
    "We have white (small, medium, large), sage (small, large) and coral (large), while coral medium is sold out.",
    "It can be had in white, sage and coral, in small, medium or large, but coral in medium is out of stock.",
    "Your options are white medium ($21.75), sage medium ($21.00) or sage small ($24.00), coral medium unfortunately "
    "being unavailable.",
    "White and sage come in small, medium and large, coral only in large because the medium one is out of stock.",
    "In white and sage all sizes are in stock, in coral medium is missing from our stock.",
)
ONLY_OTHERS = STILL_THERE[STILL_THERE.index("White, medium is the last one that we've got.") + 2 :]


def answer(*messages: str) -> Reply:
    """The last reply of a customer who wants white in medium, or else in large."""
    return replies_to(shopper(GOAL), *messages)[-1]


@pytest.mark.parametrize("told", GONE)
def test_who_hears_that_it_is_not_to_be_had_takes_the_next(told: str) -> None:
    for rest in ("Which one would you like instead?", "", INSTEAD, "In stock: coral, medium and white, large."):
        reply = answer(EXCHANGE_ASKED, f"{told} {rest}")
        assert "take_next" in moves_of(reply)
        assert reply.stance != "agree"


@pytest.mark.parametrize("told", STILL_THERE)
def test_who_hears_that_it_is_there_or_that_something_else_is_not_stays_with_it(told: str) -> None:
    for rest in (f"Shall I exchange the bath towel in R123456 for white, medium, with {CARD}?", ""):
        assert "take_next" not in moves_of(answer(EXCHANGE_ASKED, f"{told} {rest}"))


@pytest.mark.parametrize("told", ONLY_OTHERS)
@pytest.mark.parametrize("rest", [" What would you like instead, and which payment method shall it be?", ""])
def test_who_has_not_said_it_yet_stays_with_it_too_where_only_others_are_not_there(told: str, rest: str) -> None:
    assert {"take_next", "abandon"}.isdisjoint(moves_of(answer(told + rest)))


WAS_GONE = "White, medium is out of stock. What would you like instead?"


@pytest.mark.parametrize(
    "told",
    [
        "Is white, large really your first choice? White, medium is in stock too, at $21.75.",
        "I was wrong: white, medium is available after all. Would you like that?",
    ],
)
def test_who_hears_that_the_best_is_there_after_all_goes_back_to_it(told: str) -> None:
    reply = answer(EXCHANGE_ASKED, WAS_GONE, told)
    assert "choose" in moves_of(reply)
    assert "medium" in (reply.text or "")


@pytest.mark.parametrize(
    "told",
    [
        "White, medium is available from May 3.",
        "White, medium isn't available.",
        "White, large is available, unlike white, medium.",
        "White in large is available; white in medium will be available again in May.",
        f"You asked for white, medium. I'd exchange it for white, large with $2.00 charged to {CARD}. Shall I?",
    ],
)
def test_who_hears_nothing_of_the_kind_stays_with_the_next(told: str) -> None:
    assert "choose" not in moves_of(answer(EXCHANGE_ASKED, WAS_GONE, told))


@pytest.mark.parametrize(
    "asked",
    [
        "What would you like the towel replaced by? Everything except coral medium is available.",
        "What shall I replace it with?",
        "What should the towel be swapped for?",
    ],
)
def test_what_something_is_replaced_by_is_said(asked: str) -> None:
    assert "white and medium" in (answer(asked).text or "").lower()
