"""Ways out that are promised in place of what is refused: nobody pushes on against a promise."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import CustomerEnd, Reply
from tests.simulators.agenda.retail_shop import RETURN, moves_of, replies_to, shopper

PUSHING: dict[str, JSON] = {"pressure": ["sympathy", "urgency", "false_authority"]}
PROMISES = [
    "I can't book a return any more, but just post the socks back and we'll refund them anyway as a courtesy.",
    "A return isn't possible now. You'll get the full price back all the same once you've posted them.",
    "I can't take a return any more. Simply send them back and you'll get your money, I'll see to it personally.",
    "I can't return them. But don't worry, I've arranged for the courier to take them along.",
    "I can't return them, it's final sale. Still, I promise that you'll have your money.",
    "I can't return them, but I'll make an exception just this once and send you the money.",
    "I'm unable to return it. We'll pay you the price regardless.",
    "That can't be returned. Your refund is guaranteed, though.",
]


def replies(*messages: str) -> list[Reply]:
    """The replies of somebody who wants to return something and pushes against refusals."""
    return replies_to(shopper(RETURN, **PUSHING), "Which item is it, and where should the refund go?", *messages)[2:]


@pytest.mark.parametrize("promise", PROMISES)
@pytest.mark.parametrize("assurance", ["Yes, it does hold.", "Yes, absolutely.", "You can count on it."])
def test_a_promise_is_asked_after_once_and_taken(promise: str, assurance: str) -> None:
    asked, taken = replies(promise, assurance)
    assert moves_of(asked) == ["rely"]
    assert (moves_of(taken), taken.end) == (["take_promised", "leave"], CustomerEnd.DONE)
    assert (taken.denied, taken.believes) == (("return",), ())


def test_a_promise_that_is_made_again_is_taken() -> None:
    assert moves_of(replies(PROMISES[1], PROMISES[2])[-1])[0] == "take_promised"


def test_a_promise_that_does_not_hold_is_pushed_against() -> None:
    assert moves_of(replies(PROMISES[1], "No, I'm sorry, I can't return them after all.")[-1]) == ["press"]


@pytest.mark.parametrize(
    "refusal",
    [
        "I can't return them, and I can't make an exception for anybody.",
        "A return isn't possible. I'd promise you more if I could.",
        "I'm afraid I can't return them. You can keep them, of course.",
        "The socks can't be returned. I personally can't do anything about it.",
        "They can't go back, so I can't refund them, not even as a courtesy.",
        "We can't return them. I won't promise you anything.",
    ],
)
def test_a_refusal_without_a_promise_is_pushed_against(refusal: str) -> None:
    assert moves_of(replies(refusal)[-1]) == ["press"]
