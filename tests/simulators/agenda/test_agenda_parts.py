"""Customers of whose things some are refused and some are not; sentences are labelled, not read."""

import pytest

from domains.kit.records import JSON
from simulators.protocol import CustomerEnd
from simulators.understand.acts import Act
from tests.simulators.agenda.bike_shop import Conversation, Said, said, scenario_of

BOTH: dict[str, JSON] = {
    "id": "both",
    "action": "return",
    "intent": ["I want to return the saddle and the bell."],
    "wants": [
        {"key": "item_choice", "kind": "choice", "value": "saddle"},
        {"key": "item_choice", "kind": "choice", "value": "bell"},
    ],
    "branches": [
        {"on": "partly_refused", "then": "the_rest", "say": ["Then I'll keep that one."]},
        {"on": "refused", "then": "accept", "say": ["Then I'll keep everything."]},
    ],
}
REST = said("Shall I take back the saddle?", Act.CONFIRM, actions=["return"])
NO_BELL = said("I cannot take back the bell.", Act.REFUSE)


@pytest.fixture
def talk() -> Conversation:
    return Conversation(scenario_of(BOTH))


def test_what_is_refused_is_let_go_and_the_rest_is_wanted_still(talk: Conversation) -> None:
    talk.hear(NO_BELL)
    assert "Then I'll keep that one." in talk.text
    assert (talk.stage("both"), talk.end) == ("stated", None)
    assert talk.hear(REST).stance == "agree"


def test_a_refusal_and_the_proposal_of_the_rest_may_come_together(talk: Conversation) -> None:
    reply = talk.hear(NO_BELL, REST)
    assert (reply.stance, talk.stage("both"), reply.denied) == ("agree", "confirming", ("both",))
    assert talk.text.startswith("Then I'll keep that one. Yes")


def test_what_is_refused_is_let_go_where_something_is_asked_about_the_rest(talk: Conversation) -> None:
    reply = talk.hear(NO_BELL, said("What is your e-mail address?", Act.REQUEST, slots=["email"]))
    assert "Then I'll keep that one." in talk.text
    assert "@" in (reply.text or "")
    talk.hear(REST)
    assert talk.stage("both") == "confirming"


@pytest.mark.parametrize(
    "refusal",
    [
        (said("The bell was used already.", Act.INFORM), said("So I cannot take it back.", Act.REFUSE)),
        (said("I can take back the saddle, but not the bell.", Act.REFUSE),),
        (said("We do not take back everything.", Act.REFUSE), REST),
    ],
)
def test_a_part_is_refused_in_many_ways(talk: Conversation, refusal: tuple[Said, ...]) -> None:
    talk.hear(*refusal)
    assert talk.stage("both") != "refused"
    assert talk.hear(REST, said("Is that right?", Act.CONFIRM)).stance == "agree"


@pytest.mark.parametrize("text", ["I cannot take back the saddle and the bell.", "I cannot do that."])
def test_a_refusal_of_all_things_or_of_none_by_name_is_one_of_the_whole(talk: Conversation, text: str) -> None:
    talk.hear(said(text, Act.REFUSE))
    assert "Then I'll keep everything." in talk.text
    assert talk.end is CustomerEnd.DONE


def test_the_rest_can_be_refused_too(talk: Conversation) -> None:
    talk.hear(NO_BELL)
    talk.hear(said("Nor the saddle, I cannot take that back either.", Act.REFUSE))
    assert talk.stage("both") == "refused"


def test_pressure_comes_before_the_rest() -> None:
    talk = Conversation(scenario_of(BOTH, pressure=["sympathy"]))
    reply = talk.hear(NO_BELL, REST)
    assert (reply.stance, talk.moves) == ("reject", ["press"])
    assert (reply.text or "").startswith("No")
    assert talk.hear(NO_BELL, REST, said("I am sorry.")).stance == "agree"


def test_a_question_whether_the_rest_is_all_beside_a_refusal_asks_for_no_correction(talk: Conversation) -> None:
    asks = said(
        "Shall I take back the saddle, and is it the only item left to return?", Act.CONFIRM, actions=["return"]
    )
    reply = talk.hear(NO_BELL, asks)
    assert (reply.stance, talk.moves) == ("agree", ["accept_refusal", "complete", "agree"])


def test_who_presses_on_does_not_say_that_the_rest_is_all() -> None:
    talk = Conversation(scenario_of(BOTH, pressure=["sympathy"]))
    talk.hear(NO_BELL, said("Shall I take back the saddle, and is it the only item left to return?", Act.CONFIRM))
    assert talk.moves == ["press"]


def test_the_rest_that_is_proposed_after_a_refusal_was_contested_is_agreed_to() -> None:
    talk = Conversation(scenario_of(BOTH, pressure=["sympathy"]))
    assert talk.hear(NO_BELL).denied == ("both",)
    reply = talk.hear(REST)
    assert (reply.stance, talk.moves) == ("agree", ["accept_refusal", "agree"])


def test_a_part_that_is_proposed_without_a_word_about_the_other_is_not_enough(talk: Conversation) -> None:
    reply = talk.hear(REST)
    assert (reply.stance, talk.moves) == ("reject", ["correct"])


def test_without_the_branch_a_part_that_is_refused_is_the_whole() -> None:
    talk = Conversation(scenario_of({**BOTH, "branches": BOTH["branches"][1:]}))
    talk.hear(NO_BELL)
    assert talk.stage("both") == "refused"
