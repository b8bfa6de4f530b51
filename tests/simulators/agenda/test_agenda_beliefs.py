"""Customers who have something wrong, and what they do when told the truth; sentences are labelled, not read."""

import pytest

from domains.kit.records import JSON
from domains.kit.scenario import Trait
from simulators.agenda.problems import problems
from simulators.understand.acts import Act
from tests.simulators.agenda.bike_shop import CANCEL, LEXICON, Conversation, Said, said, scenario_of

SURE = "Are you sure? I thought it had been picked up."
BELIEF: JSON = {"doubt": [SURE], "truth": ["still here", "not been picked up"]}
COLLECT: dict[str, JSON] = {
    "id": "collect",
    "action": "return",
    "intent": ["Somebody has picked up my bike, please get it back."],
    "wants": [{"key": "colour", "kind": "choice", "value": "blue", "among": ["red"]}],
    "belief": BELIEF,
    "branches": [{"on": "corrected", "then": "other_goal", "goal": "cancel", "say": ["Oh, then it's simple."]}],
}
LATER: JSON = {**CANCEL, "only_by_branch": True}
REFUSABLE: JSON = {**COLLECT, "belief": {"doubt": [SURE]}, "branches": [{"on": "refused", "then": "accept"}]}

TRUTH = said("The bike is still here.", Act.INFORM)
REFUSED = said("I am afraid that is not possible.", Act.REFUSE)
PROPOSE_AS_BELIEVED = said("Shall I have the blue bike returned?", Act.CONFIRM, actions=["return"])


@pytest.fixture
def talk() -> Conversation:
    return Conversation(scenario_of(COLLECT, LATER))


def test_the_truth_is_doubted_once_and_then_the_customer_goes_on_from_it(talk: Conversation) -> None:
    talk.hear(TRUTH)
    assert SURE in talk.text
    assert talk.stage("collect") == "stated"
    talk.hear(said("As I said, the bike is still here.", Act.INFORM))
    assert SURE not in talk.text
    assert "Oh, then it's simple. Please cancel the repair" in talk.text
    assert (talk.stage("collect"), talk.stage("cancel")) == ("refused", "stated")


@pytest.mark.parametrize(
    "answer",
    [
        said("Yes, I have checked it."),
        said("I have checked that, and it is so.", Act.INFORM),
        said("No, I cannot get back what nobody took.", Act.REFUSE),
        said("Shall I cancel the repair, as it is no longer needed?", Act.CONFIRM, actions=["cancel"]),
    ],
)
def test_the_agent_may_keep_to_it_in_other_words(talk: Conversation, answer: Said) -> None:
    talk.hear(TRUTH)
    talk.hear(answer)
    assert talk.stage("cancel") != "open"


@pytest.mark.parametrize(
    "answer",
    [
        said("One moment, I'll check.", Act.HOLD),
        said("What is your postcode?", Act.REQUEST, slots=["postcode"]),
    ],
)
def test_an_answer_that_leaves_it_open_corrects_nothing(talk: Conversation, answer: Said) -> None:
    talk.hear(TRUTH)
    talk.hear(answer)
    assert (talk.stage("collect"), talk.stage("cancel")) == ("stated", "open")


def test_an_agent_that_gives_in_to_the_belief_gets_a_yes(talk: Conversation) -> None:
    talk.hear(TRUTH)
    assert talk.hear(PROPOSE_AS_BELIEVED).stance == "agree"


def test_an_agent_that_never_tells_the_truth_gets_a_yes_to_what_is_believed(talk: Conversation) -> None:
    assert talk.hear(PROPOSE_AS_BELIEVED).stance == "agree"


def test_a_question_and_a_condition_tell_nothing(talk: Conversation) -> None:
    talk.hear(said("Is the bike still here?", Act.REQUEST))
    assert SURE not in talk.text
    talk.hear(said("If the bike is still here, I could cancel the repair.", Act.OFFER))
    assert SURE not in talk.text


def test_a_truth_beside_a_proposal_is_doubted_without_a_no_and_the_next_one_is_agreed_to(talk: Conversation) -> None:
    proposal = said("Shall I cancel the repair, as it is no longer needed?", Act.CONFIRM, actions=["cancel"])
    reply = talk.hear(TRUTH, proposal)
    assert (reply.stance, reply.text) == (None, SURE)
    assert talk.hear(TRUTH, proposal, said("It really is.", Act.INFORM)).stance == "agree"


def test_a_refusal_is_doubted_before_any_pressure_and_then_taken_as_ever() -> None:
    talk = Conversation(scenario_of(REFUSABLE, pressure=["sympathy"]))
    talk.hear(REFUSED)
    assert SURE in talk.text
    talk.hear(said("I am afraid that it cannot be.", Act.REFUSE))
    assert talk.moves == ["press"]
    talk.hear(said("I am sorry, it is impossible.", Act.REFUSE))
    assert talk.stage("collect") == "refused"


def test_without_a_branch_a_refusal_is_doubted_once_and_not_contested_again() -> None:
    talk = Conversation(scenario_of({**REFUSABLE, "branches": []}))
    talk.hear(REFUSED)
    talk.hear(said("I am afraid that it cannot be.", Act.REFUSE))
    assert talk.stage("collect") == "refused"


@pytest.mark.parametrize("trait", list(Trait))
def test_customers_of_all_kinds_doubt_and_then_go_on(trait: Trait) -> None:
    talk = Conversation(scenario_of(COLLECT, LATER, persona={"name": "Mara Lindt", "traits": [trait]}))
    talk.hear(TRUTH)
    talk.hear(said("Really, it is still here.", Act.INFORM))
    assert talk.stage("cancel") == "stated"


def test_a_branch_that_waits_for_a_truth_needs_one() -> None:
    sound, unsound = scenario_of(COLLECT, LATER), scenario_of({**COLLECT, "belief": {"doubt": [SURE]}}, LATER)
    assert problems(sound, LEXICON) == []
    assert any("no belief with a truth" in problem for problem in problems(unsound, LEXICON))


@pytest.mark.parametrize(
    "answer",
    [
        said("Yes, I'm sure: it's with the carrier."),
        said("It is on its way, Mara, that's just it."),
        said("I have checked that once more.", Act.INFORM),
    ],
)
def test_who_asks_back_after_a_refusal_takes_it_when_the_agent_stands_by_it(answer: Said) -> None:
    talk = Conversation(scenario_of(REFUSABLE))
    talk.hear(REFUSED)
    talk.hear(answer)
    assert talk.stage("collect") == "refused"


def test_who_is_told_to_be_right_after_asking_back_lets_nothing_go() -> None:
    talk = Conversation(scenario_of(REFUSABLE))
    talk.hear(REFUSED)
    talk.hear(said("Certainly, you're right, that was my mistake."))
    assert talk.stage("collect") == "stated"
