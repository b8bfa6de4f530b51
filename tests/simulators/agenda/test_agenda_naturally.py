"""How customers of the shop put things: which of two values is meant, what is looked up, and what they do not know."""

import re

import pytest

from domains.kit.records import JSON
from simulators.protocol import Reply
from tests.simulators.agenda.retail_shop import ADDRESS, CANCEL, EXCHANGE, moves_of, replies_to, shopper

SEEDS = tuple(str(number) for number in range(6))
WORDINGS = ("a", "b")


def answer(goal: JSON, *messages: str, wording: str = "a", seed: str = "seed", traits: tuple[str, ...] = ()) -> Reply:
    """The last reply of a customer whose present postcode is 56302."""
    plain = shopper(goal, wording=wording, traits=traits).model_dump(mode="json")
    plain["facts"].append({"key": "postcode", "kind": "postcode", "value": "56302"})
    return replies_to(shopper(goal).model_validate(plain), *messages, seed=seed)[-1]


# ----------------------------------------------------------------------------------------- the present one, or the new


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize(
    "question",
    [
        "Could you tell me the postcode on your account to confirm it's you?",
        "Please verify your postcode.",
        "Could you confirm the zip code on file?",
        "Can I have the postcode registered on the account?",
        "What is your current postcode?",
        "I need your full name and postcode to find your account, plus the new address.",
        "Your name and postcode, please.",
        "I have to verify your identity first. What is your postcode?",
        "Which postcode do we have in our records?",
    ],
)
def test_a_postcode_that_identifies_is_the_present_one_alone(question: str, wording: str) -> None:
    text = answer(ADDRESS, "What is your e-mail address?", question, wording=wording).text or ""
    assert "56302" in text
    assert "27249" not in text


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize(
    "question",
    [
        "And the new postcode, please?",
        "What's the postcode of the new address?",
        "What is the new street, city and postcode?",
        "Which postcode should it be changed to?",
    ],
)
def test_a_new_postcode_is_the_one_that_is_wanted(question: str, wording: str) -> None:
    text = answer(ADDRESS, "What is your e-mail address?", question, wording=wording).text or ""
    assert "27249" in text
    assert "56302" not in text


@pytest.mark.parametrize("wording", WORDINGS)
def test_where_either_may_be_meant_both_are_said_and_told_apart(wording: str) -> None:
    text = answer(ADDRESS, "What is your postcode?", wording=wording).text or ""
    assert text.index("56302") < text.index("new postcode") < text.index("27249")


def test_the_present_one_is_said_beside_the_new_address() -> None:
    asked = "Please tell me your name, your current postcode and the new address."
    text = answer(ADDRESS, asked).text or ""
    assert all(part in text for part in ("Keiko Mbeki", "56302", "86 Rowan Drive"))


# ----------------------------------------------------------------------------------------- looking things up


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "message",
    [
        "Which is it, the order R111111 or another one?",
        "Would you like to cancel the order R111111 or another one?",
        "Your e-mail address and order number, please.",
    ],
)
def test_what_is_looked_for_comes_with_a_later_reply(message: str, seed: str) -> None:
    first = answer(CANCEL, message, traits=("forgetful",), seed=seed)
    assert "look_up" in moves_of(first)
    assert "R123456" not in (first.text or "")
    later = answer(CANCEL, message, "Take your time.", traits=("forgetful",), seed=seed)
    assert "R123456" in (later.text or "")


@pytest.mark.parametrize("wording", WORDINGS)
def test_a_moment_is_asked_for_after_what_is_at_hand(wording: str) -> None:
    reply = answer(CANCEL, "Your e-mail and full name, please.", traits=("forgetful",), wording=wording)
    text = reply.text or ""
    assert text.index("Keiko Mbeki") < text.index("e-mail address")


# ----------------------------------------------------------------------------------------- what has no answer


def said(message: str, wording: str) -> list[Reply]:
    """What several customers who want to cancel and know no reason reply."""
    return [answer(CANCEL, message, wording=wording, seed=seed) for seed in SEEDS]


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize(
    ("message", "move", "odd"),
    [
        ("What is the reason?", "nothing_to_tell", r"prefer|matter|mind|know|idea|wish"),
        ("When did you place the order?", "no_idea", r"prefer|matter|mind|usual|wish|choose"),
        ("Which shipping method would you like?", "no_preference", r"know|no idea|couldn't tell|can't"),
    ],
)
def test_nobody_prefers_what_cannot_be_chosen(message: str, move: str, odd: str, wording: str) -> None:
    for reply in said(message, wording):
        assert moves_of(reply) == [move]
        assert not re.search(odd, reply.text or ""), reply.text


@pytest.mark.parametrize("wording", WORDINGS)
def test_what_is_not_known_is_said_of_several_things_at_once(wording: str) -> None:
    for reply in said("What is your phone number, and when did you place the order?", wording):
        assert (reply.text or "").count("phone number and order date") == 1, reply.text


# ----------------------------------------------------------------------------------------- words that come twice


@pytest.mark.parametrize("wording", WORDINGS)
def test_a_request_is_not_led_up_to_in_its_own_words(wording: str) -> None:
    goal = {**CANCEL, "intent": ["I need to have one of my orders cancelled."]}
    for seed in SEEDS:
        text = answer(goal, "Is there anything else?", wording=wording, seed=seed).text or ""
        assert text.count("need") == 1, text


def test_a_no_to_what_costs_too_much_is_said_once() -> None:
    dear = (
        "Swap: bath towel, now white, medium\n- Price: $26.75\n- Payment: Orbis card ending in 4454\n\nDo you confirm?"
    )
    reply = answer(EXCHANGE, "Which options would you like, and which item is it?", f"Summary:\n- {dear}")
    assert moves_of(reply) == ["abandon", "leave"]
    assert re.match(r"No[,.] ", reply.text or "")
