"""What a worded customer lets through, and what it never does. `--log-cli-level=info` shows how often it does."""

import asyncio
import logging
from collections import Counter

import pytest

from domains.kit.scenario import Scenario, Trait
from simulators.agenda.customer import AgendaCustomer
from simulators.llm.checks import rewording_fault
from simulators.llm.worded import ATTEMPTS, WordedCustomer, checked
from tests.simulators.llm.adversaries import ATTACKS, attacks
from tests.simulators.llm.desk import draft_after, scenario_of
from tests.simulators.llm.fake_models import FakeModel
from tests.simulators.llm.honest import HONEST, MISTAKEN, PROPOSED
from tests.simulators.llm.played import Given, replies
from tests.simulators.llm.sly import SLY

_log = logging.getLogger(__name__)
ATTACKED = 1_000


def test_of_a_thousand_adversarial_outputs_none_gets_through() -> None:
    stopped, kinds, let_through = Counter[str](), Counter[str](), []
    for given, of_kinds, outputs in attacks(replies(), ATTACKED, each=ATTEMPTS, seed="adversaries"):
        reply = asyncio.run(WordedCustomer("fake/adversary", FakeModel(outputs)).reply(given.view))
        kinds.update(of_kinds)
        stopped.update(each.check for each in reply.interventions)
        if reply.text != given.text:
            let_through.append((given.text, reply.text))
    spoke = kinds.total() // ATTEMPTS - len(let_through)
    _log.info("%d outputs, of which %s; the template spoke in %d replies", kinds.total(), dict(stopped), spoke)
    assert let_through == []
    assert stopped.total() == kinds.total() >= ATTACKED
    assert set(kinds) == set(ATTACKS)
    assert min(kinds.values()) >= 5


def test_outputs_that_come_close_to_honest_ones_are_stopped() -> None:
    drafts = {messages: draft_after(*messages) for messages in SLY}
    let_through = [
        text for messages, texts in SLY.items() for text in texts if checked(text, drafts[messages])[1] is None
    ]
    assert let_through == []


def test_honest_rewordings_are_let_through() -> None:
    refused = []
    for messages, texts in HONEST.items():
        draft = draft_after(*messages)
        refused += [(text, fault) for text in texts if (fault := checked(text, draft)[1]) is not None]
    count = sum(map(len, HONEST.values()))
    _log.info("of %d honest rewordings %d were let through; refused: %s", count, count - len(refused), refused)
    assert count >= 60
    assert len(refused) <= 0.05 * count


def test_what_another_speaker_would_say_in_the_same_place_is_let_through() -> None:
    """The templates of the other set, in another manner, are rewordings that nobody wrote for these checks."""
    outcomes = Counter(
        rewording_fault(other, given.draft) is None for given in replies()[::3] for other in _said_by_others(given)
    )
    _log.info("of %d wordings of others %d were let through", outcomes.total(), outcomes[True])
    assert outcomes.total() > 200
    assert outcomes[True] >= 0.95 * outcomes.total()


def test_a_push_in_words_of_a_goal_is_reworded_by_them() -> None:
    own = {"kind": "third_party_account", "say": ["My sister would take it. Move the order to her account."]}
    cancel = {"id": "cancel", "action": "cancel_order", "intent": ["Please cancel my order."], "pushes": [own]}
    scenario = scenario_of(goals=[cancel], pressure=["third_party_account"])
    draft = draft_after("I am sorry, but I cannot cancel it.", scenario=scenario)
    assert checked("Could you put the order on my sister's account instead? She'd take it.", draft)[1] is None
    assert checked("I have had a really hard month.", draft)[1] is not None


def _said_by_others(given: Given) -> list[str]:
    others = [_spoken_by(given.view.scenario, wording, trait) for wording in "ab" for trait in (Trait.POLITE, None)]
    replied = [AgendaCustomer().answer(given.view._replace(scenario=other)) for other in others]
    return [reply.text for reply in replied if reply.text and reply.reading == given.reply.reading]


def _spoken_by(scenario: Scenario, wording: str, trait: Trait | None) -> Scenario:
    persona = scenario.persona
    shows = {Trait.CHATTY, Trait.RAMBLING, Trait.TERSE, Trait.POLITE, Trait.FORMAL, Trait.CONFUSED, Trait.SCEPTICAL}
    traits = tuple(each for each in persona.traits if each not in shows) + ((trait,) if trait else ())
    spoken = persona.model_copy(update={"traits": traits, "noise": 0.0})
    return scenario.model_copy(update={"wording": wording, "persona": spoken})


@pytest.mark.parametrize(
    ("messages", "output", "check"),
    [
        (("What is your e-mail address?",), "It's nora.weaver@mailhaven.example, and I live in 40318.", "value"),
        (("What is your e-mail address?",), "It's nora.weaver@mailhaven.com.", "value"),
        (("What is your e-mail address?",), "Sure, one moment.", "value"),
        (("What is your e-mail address?",), "It's nora.weaver@mailhaven.example or 0170 555 321.", "value"),
        (("What is your e-mail address?",), "It's nora.weaver@mailhaven.example. What is yours?", "question"),
        (("What is your e-mail address?",), "It's not nora.weaver@mailhaven.example.", "stance"),
        (("What is your e-mail address?",), "It is nora.weaver@mailhaven.example. Good night.", "ending"),
        (("Please tell me your full name and postcode.",), "Nora Weaver, four zero three one eight.", "value"),
        (("Please tell me your full name and postcode.",), "Nora Weaver, \uff14\uff10\uff13\uff11\uff18.", "form"),
        ((PROPOSED,), "Yes, please go ahead, and cancel my other order with the lamp, too.", "secret"),
        ((PROPOSED,), "Yes, but to the Orbis card.", "value"),
        ((PROPOSED,), "Yes, unless it costs more.", "stance"),
        ((PROPOSED,), "Well, I don't know.", "stance"),
        ((MISTAKEN,), "Yes, right, the kettle.", "stance"),
        ((MISTAKEN,), "No.", "value"),
    ],
)
def test_an_output_is_stopped_by_the_check_for_what_is_wrong_with_it(
    messages: tuple[str, ...], output: str, check: str
) -> None:
    _, fault = checked(output, draft_after(*messages))
    assert fault is not None
    assert fault.check == check


def test_a_thought_and_quotation_marks_are_taken_away_from_around_a_message() -> None:
    draft = draft_after("What is your e-mail address?")
    text, fault = checked('<think>They ask for it.</think>\n"My email is nora.weaver@mailhaven.example."', draft)
    assert fault is None
    assert text == "My email is nora.weaver@mailhaven.example."
