"""One of two orders that is refused beside a question about the other, where none is the first or the second."""

import pytest

from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import moves_of, replies_to
from tests.simulators.agenda.test_agenda_ahead import of_either

REFUSED = [
    (
        "R111111 is already with the carrier, so it can't be cancelled any more. R222222 can be cancelled: $153.00 "
        "would go back to your Orbis card. Shall I cancel R222222?"
    ),
    "\u2705 R222222: pending, can be cancelled\n\u274c R111111: already with the carrier\n\nShall I cancel R222222?",
    "Shall I cancel R222222 ($153.00 back to your card)? R111111 is with the carrier already and stays as it is.",
    "R111111: with the carrier, too late. R222222: pending, ok. Cancel R222222, $153.00 to your card - yes?",
    (
        "| Order | Status | Can be cancelled |\n|---|---|---|\n| R111111 | processed | No |\n| R222222 | open | Yes |\n"
        "\nShall I go ahead and cancel R222222 (no longer needed), with $153.00 refunded to your card?"
    ),
    "R111111 has left our warehouse. I can only cancel R222222; $153.00 would go to your card. Do you want me to?",
    "I can cancel R222222, $15.00 back to your card, but not R111111, which the carrier already has. Shall I go ahead?",
    "Processed orders can't be cancelled, and R111111 is one. Shall I cancel R222222, $153.00 to your card?",
    "I can't cancel R111111. Shall I proceed with R222222 ($153.00 to your card)?",
    "R111111 is processed and stays on its way to you. May I cancel R222222, with $153.00 going back to your card?",
]
NOT_REFUSED = [
    "R111111 and R222222 are both open. I can't cancel both at once, so let's begin with R222222. Shall I cancel it?",
    "R111111 hasn't shipped yet. Shall I cancel R222222 with $20.00 to your card?",
    "Shall I cancel R222222 with $20.00 to your card? R111111 stays as it is for now; we'll do it next.",
    "Let's start with R222222, $20.00 to your card. Shall I cancel it? R111111 comes next.",
    "R111111 is not affected by this. Shall I cancel R222222 with $20.00 to your card?",
    "R111111 was paid by gift card, R222222 wasn't. Shall I cancel R222222, $20.00 to your card?",
    "R111111 will be dealt with afterwards, I can't do it in one step. Shall I cancel R222222, $20.00 to your card?",
]


def answer(*messages: str, pressure: tuple[str, ...] = ()) -> Reply:
    """The last reply of a customer who has named both orders."""
    return replies_to(of_either(*pressure), "Which orders?", *messages)[-1]


@pytest.mark.parametrize("message", REFUSED)
def test_the_one_is_let_go_and_the_other_agreed_to(message: str) -> None:
    reply = answer(message)
    assert (reply.stance, moves_of(reply)) == ("agree", ["accept_refusal", "state_goal", "agree"])
    assert (reply.denied, reply.inner["current"]) == (("first",), "second")


def test_the_yes_comes_after_what_is_let_go() -> None:
    assert not (answer(REFUSED[0]).text or "").startswith("Yes")


@pytest.mark.parametrize("message", REFUSED)
def test_who_presses_first_lets_it_go_when_it_is_said_again(message: str) -> None:
    assert moves_of(answer(message, pressure=("sympathy",))) == ["press"]
    reply = answer(message, f"That's how it is. {message}", pressure=("sympathy",))
    assert (reply.stance, reply.denied) == ("agree", ("first",))


def test_a_question_about_the_other_is_answered_for_that() -> None:
    reply = answer("R111111 has left our warehouse and can't be cancelled. What's your e-mail address for R222222?")
    assert moves_of(reply) == ["accept_refusal", "state_goal", "give"]


@pytest.mark.parametrize("message", NOT_REFUSED)
def test_what_is_put_off_is_not_let_go(message: str) -> None:
    assert moves_of(answer(message)) == ["agree"]


@pytest.mark.parametrize(
    "again",
    [
        "No one here can stop a processed order, that's the rule for everybody. R111111 will be delivered, and you can "
        "return it then. What I *can* do: cancel R222222, with $153.00 back to your card. Shall I cancel R222222?",
        "Nobody here can override it: a processed order is beyond cancelling. R111111 will reach you as planned. For "
        "R222222 the offer stands: cancel it as no longer needed, $153.00 back to your card. Shall I do that?",
        "As I said, R111111 arrives as planned. Shall I cancel R222222, $153.00 to your card?",
        "There's no exception to that, I'm afraid. I can cancel R222222, though: $153.00 to your card. Shall I?",
    ],
)
def test_a_no_in_general_is_to_what_was_contested(again: str) -> None:
    reply = answer(REFUSED[0], again, pressure=("sympathy",))
    assert (reply.stance, reply.denied) == ("agree", ("first",))


@pytest.mark.parametrize(
    "again",
    [
        "You're right, R111111 can be cancelled after all. Shall I begin with R222222, $153.00 to your card?",
        "One moment, I'll ask about R111111.",
        "Let me begin with R222222, and R111111 comes next. Shall I cancel R222222, $153.00 to your card?",
    ],
)
def test_what_is_granted_or_put_off_after_pressing_is_not_let_go(again: str) -> None:
    assert answer(REFUSED[0], again, pressure=("sympathy",)).denied == ()
