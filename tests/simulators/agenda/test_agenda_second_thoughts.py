"""Customers who change their mind when they hear proposed what they asked for; sentences are labelled, not read."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import CustomerEnd
from simulators.understand.acts import Act
from tests.simulators.agenda.bike_shop import CANCEL, Conversation, Said, said, scenario_of

FIRST: dict[str, JSON] = {
    "id": "first",
    "action": "exchange",
    "intent": ["I'd like to swap my saddle and my bell for others."],
    "wants": [
        {"key": "item_choice", "kind": "choice", "value": "saddle"},
        {"key": "item_choice", "kind": "choice", "value": "bell"},
        {"key": "colour", "kind": "choice", "value": "blue", "among": ["red"]},
        {"key": "postcode", "kind": "postcode", "value": "20457"},
    ],
    "branches": [{"on": "proposed", "then": "other_goal", "goal": "second", "say": ["Wait, I've thought again."]}],
}
SECOND: dict[str, JSON] = {
    "id": "second",
    "action": "exchange",
    "intent": ["Swap the saddle alone, for a green one."],
    "wants": [
        {"key": "item_choice", "kind": "choice", "value": "saddle"},
        {"key": "colour", "kind": "choice", "value": "green"},
        {"key": "postcode", "kind": "postcode", "value": "33110"},
    ],
    "only_by_branch": True,
}
LEFT: JSON = {**FIRST, "branches": [{"on": "proposed", "then": "abandon", "say": ["Stop, leave my bike as it is."]}]}


def proposal(text: str) -> Said:
    return said(text, Act.CONFIRM, actions=["exchange"])


PROPOSE_FIRST = proposal("Shall I swap the saddle and the bell for blue ones and send them to 20457?")
PROPOSE_SECOND = proposal("Shall I swap the saddle for a green one and send it to 33110?")


@pytest.fixture
def talk() -> Conversation:
    """A customer who has just changed their mind."""
    talk = Conversation(scenario_of(FIRST, SECOND))
    talk.hear(PROPOSE_FIRST)
    return talk


def test_a_fitting_proposal_gets_a_no_and_the_second_wish(talk: Conversation) -> None:
    assert talk.replies[-1].stance == "reject"
    assert talk.text.startswith("No, wait, ")
    assert "wait, I've thought again. Swap the saddle alone, for a green one." in talk.text
    assert (talk.stage("first"), talk.stage("second")) == ("abandoned", "stated")


def test_a_wrong_proposal_is_corrected_first_and_the_mind_changes_afterwards() -> None:
    talk = Conversation(scenario_of(FIRST, SECOND))
    talk.hear(proposal("Shall I swap the saddle and the bell for red ones?"))
    assert (talk.moves, talk.stage("first")) == (["correct"], "stated")
    talk.hear(PROPOSE_FIRST)
    assert talk.stage("second") == "stated"


def test_the_second_proposal_gets_the_yes_and_is_not_thought_over_again(talk: Conversation) -> None:
    assert talk.hear(PROPOSE_SECOND).stance == "agree"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Shall I swap the saddle for a blue one?", "green"),
        ("Shall I swap the saddle and the bell for green ones?", "saddle"),
        ("Shall I swap the saddle for a green one and send it to 20457?", "33110"),
    ],
)
def test_what_was_wanted_first_is_wrong_afterwards(talk: Conversation, text: str, right: str) -> None:
    reply = talk.hear(proposal(text))
    assert (reply.stance, talk.moves) == ("reject", ["correct"])
    assert right in talk.text


@pytest.mark.parametrize(
    "text",
    [
        "Shall I swap the saddle for a green one instead of a blue one?",
        "Shall I swap the saddle for a green one and leave out the bell?",
        "Shall I swap only the saddle, not the bell, for a green one?",
    ],
)
def test_what_was_wanted_first_may_be_named_beside_the_second(talk: Conversation, text: str) -> None:
    assert talk.hear(proposal(text)).stance == "agree"


def test_a_first_wish_that_is_proposed_again_and_again_never_gets_a_yes(talk: Conversation) -> None:
    stances = [talk.hear(PROPOSE_FIRST, said("Please?" * turn)).stance for turn in range(1, 5)]
    assert "agree" not in stances


def test_a_second_thought_may_lead_to_another_action() -> None:
    wish = {**FIRST, "branches": [{"on": "proposed", "then": "other_goal", "goal": "cancel"}]}
    talk = Conversation(scenario_of(wish, {**CANCEL, "only_by_branch": True}))
    talk.hear(PROPOSE_FIRST)
    assert "cancel the repair" in talk.text.lower()
    assert talk.hear(PROPOSE_FIRST).stance == "reject"
    cancelling = said("Shall I cancel the repair as no longer needed?", Act.CONFIRM, actions=["cancel"])
    assert talk.hear(cancelling).stance == "agree"


def test_a_second_thought_may_lead_to_nothing_and_the_next_goal_follows() -> None:
    talk = Conversation(scenario_of(LEFT, CANCEL))
    reply = talk.hear(PROPOSE_FIRST)
    assert (reply.stance, reply.denied, talk.stage("first")) == ("reject", ("first",), "abandoned")
    assert "leave my bike as it is" in talk.text.lower()
    assert "cancel the repair" in talk.text.lower()


def test_a_second_thought_that_leads_to_nothing_ends_the_conversation_with_it() -> None:
    talk = Conversation(scenario_of(LEFT))
    talk.hear(PROPOSE_FIRST)
    assert talk.end is CustomerEnd.DONE


def test_a_first_wish_that_is_refused_is_not_thought_over() -> None:
    talk = Conversation(scenario_of(FIRST, SECOND))
    for _ in range(2):
        talk.hear(said("I am afraid that is not possible.", Act.REFUSE))
    assert (talk.stage("first"), talk.stage("second")) == ("refused", "open")


def test_a_claim_without_a_proposal_is_not_thought_over() -> None:
    talk = Conversation(scenario_of(FIRST, SECOND))
    talk.hear(said("The saddle has been swapped.", Act.CLAIM_DONE, actions=["exchange"]), wrote=True)
    assert talk.stage("first") == "believed"
