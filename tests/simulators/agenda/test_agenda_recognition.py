"""Customers who cannot name what they mean, and know it when they see it; sentences are labelled, not read."""

import pytest

from domains.kit.records import JSON
from simulators.agenda.problems import problems
from simulators.understand.acts import Act
from tests.simulators.agenda.bike_shop import CANCEL, FACTS, LEXICON, Conversation, said, scenario_of
from tests.simulators.agenda.retail_shop import ADDRESS, RETURN, moves_of, replies_to, shopper

DAY: JSON = {"key": "pickup_day", "kind": "date", "value": "2026-05-14", "say": ["in the middle of May"]}
UNKNOWN: JSON = {"key": "frame_number", "say": ["I mean the bike with the basket."], "asked_again": ["pickup_day"]}
WHICH = said("What is the frame number?", Act.REQUEST, slots=["frame_number"])


@pytest.fixture
def talk() -> Conversation:
    return Conversation(scenario_of(CANCEL, facts=[*FACTS, DAY], unknown=[UNKNOWN]))


def test_what_is_unknown_is_said_to_be_so_and_on_being_asked_again_something_comes_to_mind(talk: Conversation) -> None:
    talk.hear(WHICH)
    assert talk.text == "I mean the bike with the basket."
    talk.hear(said("There are two with a basket.", Act.INFORM), WHICH)
    assert "in the middle of May" in talk.text


def test_what_comes_to_mind_only_then_is_told_at_once_when_it_is_asked_for(talk: Conversation) -> None:
    talk.hear(said("Which day was it to be picked up?", Act.REQUEST, slots=["pickup_day"]))
    assert "in the middle of May" in talk.text


@pytest.mark.parametrize("act", [Act.REQUEST, Act.OFFER])
def test_it_is_recognised_among_several(talk: Conversation, act: Act) -> None:
    question = said("Is it the one for May 3, 2026 or the one for May 14, 2026?", act)
    talk.hear(question)
    assert talk.moves == ["give"]
    assert "in the middle of May" in talk.text


def test_something_else_that_is_asked_for_beside_it_is_answered_too(talk: Conversation) -> None:
    several = said("There is one for May 3, 2026 and one for May 14, 2026.", Act.INFORM)
    talk.hear(several, said("Which one, and what is your postcode?", Act.REQUEST, slots=["postcode"]))
    assert "in the middle of May" in talk.text
    assert "20457" in talk.text


@pytest.mark.parametrize("text", ["Is it the one for May 3 or the one for May 5?", "Is it the one for May 14, 2026?"])
def test_it_is_not_recognised_where_it_is_not_there_or_stands_alone(talk: Conversation, text: str) -> None:
    talk.hear(said(text, Act.REQUEST))
    assert "in the middle of May" not in talk.text


def test_it_is_not_told_where_nothing_is_asked(talk: Conversation) -> None:
    talk.hear(said("There is one for May 3, 2026 and one for May 14, 2026.", Act.INFORM))
    assert "in the middle of May" not in talk.text


def test_what_comes_to_mind_must_be_a_fact() -> None:
    scenario = scenario_of(CANCEL, facts=FACTS, unknown=[UNKNOWN])
    assert any("'pickup_day' instead, which is no fact" in problem for problem in problems(scenario, LEXICON))


PENDING = "You have got two orders that are still pending:\n\n- **R123456** ($192.94)\n- **R666317** ($126.75)\n\n"


@pytest.mark.parametrize(
    "question",
    [
        "Which one should go to 86 Rowan Drive, Glenrath, 27249 \u2014 or is it a different one?",
        "Which of them should be sent there?",
        "Please tell me which one it is.",
        "Which order do you mean?",
    ],
)
def test_who_is_asked_which_of_several_orders_it_is_names_theirs(question: str) -> None:
    reply = replies_to(shopper(ADDRESS), "What's the new address?", f"{PENDING}{question}")[-1]
    assert moves_of(reply) == ["give"]
    assert "R123456" in (reply.text or "")


def test_who_wants_a_thing_is_not_taken_to_be_asked_for_an_order() -> None:
    reply = replies_to(shopper(RETURN), f"{PENDING}Which one would you like to return: the socks or the pillow?")[-1]
    assert "socks" in (reply.text or "")
