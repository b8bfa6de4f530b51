"""Refusals that ask whether it is about the right thing: the customer says that it is, and takes the refusal."""

import pytest

from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import CANCEL, RETURN, moves_of, replies_to, shopper

KNOWN = ("What is your e-mail address, and which order is it?",)


def answer(*messages: str) -> Reply:
    """The last reply of somebody who wants order R123456 cancelled, and pushes once against a refusal."""
    return replies_to(shopper(CANCEL, pressure=["urgency"]), *messages)[-1]


@pytest.mark.parametrize(
    "refusal",
    [
        "I see order R123456, which is with the carrier. Is that the one you mean? If so I can't cancel it.",
        "I found one order, R123456, from March. Is that the one? If it is, I cannot cancel it.",
        "Is R123456 the order you mean? If so, I'm afraid I can't cancel it, because it is with the carrier.",
        "Do you mean order R123456? If that's the one, it has been sent off and cannot be cancelled.",
        "Can you confirm that you mean order R123456? In that case I won't be able to cancel it.",
        "Is this the order you want to cancel: R123456? Unfortunately it has shipped, so I can't cancel it.",
        "Just to check: is it order R123456? In that case I can't cancel it, unfortunately.",
        "Is that the order you are talking about? If yes, it can't be cancelled any more.",
    ],
)
@pytest.mark.parametrize("before", [(), KNOWN])
def test_the_one_that_is_meant_is_confirmed_and_the_refusal_taken(refusal: str, before: tuple[str, ...]) -> None:
    reply = answer(*before, refusal)
    assert moves_of(reply) == ["affirm", "press"]
    assert reply.stance is None
    assert not (reply.text or "").startswith(("No", "Yes"))


def test_a_customer_who_does_not_push_says_that_it_is_the_one_and_gives_in() -> None:
    reply = replies_to(shopper(CANCEL), *KNOWN, "Is that the one you mean? If so I can't cancel it.")[-1]
    assert moves_of(reply) == ["affirm", "accept_refusal", "leave"]


@pytest.mark.parametrize("before", [(), KNOWN])
def test_another_one_is_put_right_and_nothing_is_refused_yet(before: tuple[str, ...]) -> None:
    reply = answer(*before, "Is it order R999999 that you mean? If so, I cannot cancel it.")
    assert reply.stance == "reject"
    assert reply.denied == ()


def test_another_thing_is_put_right() -> None:
    refusal = "Do you mean the frying pan? If so, I can't take it back."
    reply = replies_to(shopper(RETURN), "Which item is it, and where should the refund go?", refusal)[-1]
    assert moves_of(reply) == ["correct"]
    assert "socks" in (reply.text or "")


def test_a_yes_to_which_one_is_meant_does_not_tell_to_go_ahead() -> None:
    for seed in range(8):
        reply = replies_to(shopper(CANCEL), *KNOWN, "I found R123456. Is that the one you mean?", seed=str(seed))[-1]
        assert (reply.stance, moves_of(reply)) == ("agree", ["bear_out"])


def test_leave_to_do_it_is_no_question_which_one_is_meant() -> None:
    reply = answer(*KNOWN, "I'd cancel order R123456 as it is no longer needed. Is that OK?")
    assert moves_of(reply) == ["agree"]
