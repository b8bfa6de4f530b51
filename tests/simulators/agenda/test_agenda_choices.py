"""Questions with two sides, and questions beside a proposal: the wanted side is named, and a yes is a yes."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from simulators.understand.acts import Act
from tests.simulators.agenda.bike_shop import CANCEL, SWAP, Conversation, said, scenario_of
from tests.simulators.agenda.retail_shop import CANCEL as CANCEL_ORDER
from tests.simulators.agenda.retail_shop import RETURN, moves_of, replies_to, shopper

DETAILS = "Which item is it, and where should the refund go?"
SENDING_BACK = "I'd return the trail socks from R123456, with the refund to your Meridian card ending in 7058."


def answer(goal: JSON, *messages: str, traits: tuple[str, ...] = ()) -> Reply:
    """The last reply of a customer of the shop with this one goal."""
    return replies_to(shopper(goal, traits=traits), *messages)[-1]


# ------------------------------------------------------------------------------------------- to do it, or not to do it


@pytest.mark.parametrize(
    "question",
    [
        "Shall I go ahead, or would you rather keep them?",
        "Shall I proceed, or is there anything you would like to change?",
        "Is that what you want, or did you have something else in mind?",
        "Should I proceed or do you want to think about it?",
        "Would you like me to do that, or would you prefer to leave everything as it is?",
        "May I register it, or would you rather I didn't?",
        "Do you want me to go on, or would you like to make any changes first?",
        "Your go-ahead?",
        "Do you want me to go ahead, or would you rather not return anything?",
        "All good to go, or is there another item?",
        "Ready to go, or is there something else to change?",
        "Good to go, or should something else change?",
        "Is that right, or is there another item?",
        "Does that work, or is something missing?",
        "Are you happy with that, or is there anything to change?",
    ],
)
def test_a_question_whether_to_do_it_or_leave_it_is_answered_with_yes(question: str) -> None:
    reply = answer(RETURN, DETAILS, f"{SENDING_BACK} {question}")
    assert reply.stance == "agree"
    assert moves_of(reply) == ["agree"]


@pytest.mark.parametrize("acts", [(Act.ASK_MORE, Act.OFFER), (Act.OFFER, Act.REQUEST), (Act.ASK_MORE,)])
def test_however_it_is_read_it_is_a_proposal(acts: tuple[Act, ...]) -> None:
    talk = Conversation(scenario_of())
    question = said("Shall I proceed, or would you rather keep it?", *acts, slots=["reason"] * (Act.REQUEST in acts))
    reply = talk.hear(said("I'd cancel the repair as no longer needed.", actions=["cancel"]), question)
    assert (reply.stance, talk.moves) == ("agree", ["agree"])


def test_a_wrong_proposal_gets_a_correction_however_it_is_asked() -> None:
    wrong = SENDING_BACK.replace("trail socks", "frying pan")
    assert answer(RETURN, DETAILS, f"{wrong} Shall I go ahead, or would you rather keep it?").stance == "reject"


def test_what_was_done_is_not_proposed_again() -> None:
    talk = Conversation(scenario_of())
    talk.hear(said("Shall I cancel the repair as no longer needed?", Act.CONFIRM, actions=["cancel"]))
    done = said("The repair is cancelled.", Act.CLAIM_DONE, actions=["cancel"])
    reply = talk.hear(done, said("Is that right, or is there something else?", Act.ASK_MORE), wrote=True)
    assert reply.stance is None


# ------------------------------------------------------------------------------------------------ one thing or another


@pytest.mark.parametrize(
    "question",
    [
        "Would you like the refund on your Meridian card ending in 7058 or on your gift card?",
        "Is it the Meridian card ending in 7058 or the Cardinal card?",
        "Should it go to the gift card, or to the card ending in 7058?",
    ],
)
@pytest.mark.parametrize("before", [(), (DETAILS,)])
def test_the_wanted_side_of_a_choice_is_named_beside_a_yes(question: str, before: tuple[str, ...]) -> None:
    reply = answer(RETURN, *before, f"{question} And may I proceed with the return of the trail socks?")
    assert reply.stance == "agree"
    assert (reply.text or "").startswith("Yes")
    assert "7058" in (reply.text or "")


def test_a_choice_is_answered_by_people_who_say_one_thing_at_a_time() -> None:
    choice = "What is your e-mail address? Would you like the refund on your card ending in 7058 or your gift card?"
    reply = answer(RETURN, DETAILS, f"{choice} And may I return the trail socks?", traits=("piecemeal",))
    assert "7058" in (reply.text or "")


def test_what_a_choice_is_about_is_answered_and_not_what_readers_take_it_for() -> None:
    talk = Conversation(scenario_of(SWAP))
    reply = talk.hear(said("Is it your card or your voucher?", Act.REQUEST, slots=["item_choice"]))
    assert (talk.moves, "card" in (reply.text or "").lower()) == (["want"], True)


def test_a_choice_that_nothing_was_read_in_is_answered() -> None:
    talk = Conversation(scenario_of(SWAP))
    talk.hear(said("Is it your card or your voucher?"))
    assert talk.moves == ["want"]


def test_of_two_things_both_are_named_where_one_of_them_is_put_to_choice() -> None:
    socks, card = RETURN["wants"]
    bag = {**socks, "value": "dry bag", "say": ["dry bag"], "among": ["pillow", "frying pan"]}
    both = {**RETURN, "wants": [{**socks, "among": ["pillow", "frying pan"]}, bag, card]}
    reply = answer(both, DETAILS, "Would you like the dry bag or the frying pan? And may I proceed with the return?")
    assert reply.stance == "reject"
    assert moves_of(reply) == ["correct"]
    assert "trail socks and the dry bag" in (reply.text or "")


def test_a_correction_is_not_said_twice() -> None:
    question = "Is it the frying pan? Which item is it? And may I proceed with the return of the frying pan?"
    text = answer(RETURN, DETAILS, question).text or ""
    assert text.count("socks") == 1


def test_the_reason_is_picked_and_the_cancellation_agreed_to() -> None:
    talk = Conversation(scenario_of(CANCEL))
    reply = talk.hear(
        said("Is it no longer needed or ordered by mistake?", Act.REQUEST, slots=["reason"]),
        said("And may I proceed with the cancellation?", Act.CONFIRM, actions=["cancel"]),
    )
    assert (reply.stance, "no longer needed" in (reply.text or "").lower()) == ("agree", True)


# ------------------------------------------------------------------------------------------------- nothing was refused


@pytest.mark.parametrize(
    "denial",
    [
        "I haven't refused anything.",
        "I'm not saying no. I only need to look at it.",
        "I did not refuse to cancel the order.",
        "Your request has not been declined.",
        "I didn't say that it can't be done.",
    ],
)
@pytest.mark.parametrize("before", [(), ("I'm afraid I cannot cancel it.",)])
def test_a_denial_of_a_refusal_is_none(denial: str, before: tuple[str, ...]) -> None:
    pressed = shopper(CANCEL_ORDER, pressure=["sympathy", "urgency"])
    reply = replies_to(pressed, "Which order is it?", *before, denial)[-1]
    assert moves_of(reply) == ["nudge"]
    assert reply.end is None


def test_a_refusal_beside_a_denial_is_one() -> None:
    reply = replies_to(shopper(CANCEL_ORDER), "I'm not refusing to help, but I cannot cancel the order.")[-1]
    assert moves_of(reply) != ["nudge"]
    assert reply.denied == ("cancel",)
