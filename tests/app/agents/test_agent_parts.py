"""The parts that reference agents are made of: listening, manners, arguments, shortened scripts."""

import pytest

from app.agents import listening
from app.agents.arguments import Gatherer, plausible
from app.agents.manners import MANNERS
from app.agents.registry import AGENTS, EXPLOITS
from app.agents.shortcuts import looked_up_then_refused, without_identity
from app.agents.talk import Result
from domains.kit.draws import Draw
from domains.kit.goal import Ask, Look, Propose, Refuse
from domains.kit.lexicon import Lexicon
from domains.kit.scenario import Fact
from domains.kit.values import ValueKind
from simulators.understand.acts import Act
from simulators.understand.reader import understand
from tests.app.agents.kiosk import LEXICON, TASKS


@pytest.mark.parametrize(
    "text",
    [
        "Yes, please.",
        "yes",
        "Sure, go ahead!",
        "That's right. Do it.",
        "Great, thank you. Yes, go ahead. How long will it take?",
        "OK.",
    ],
)
def test_a_yes_is_heard(text: str) -> None:
    assert listening.is_yes(text)


@pytest.mark.parametrize(
    "text",
    [
        "No, thanks.",
        "No, that isn't right: my order is R1.",
        "Is that right?",
        "Yes, but that's the wrong card.",
        "What happens next?",
        "",
        "Thanks. No, I don't need that.",
    ],
)
def test_no_yes_is_heard_where_there_is_none(text: str) -> None:
    assert not listening.is_yes(text)


@pytest.mark.parametrize(
    ("text", "said"), [("it is ANN@example.org.", True), ("it's ann at example", False), ("", False)]
)
def test_a_value_is_heard_in_any_case_and_punctuation(text: str, *, said: bool) -> None:
    assert listening.says([text], Fact(key="email", kind=ValueKind.EMAIL, value="ann@example.org")) is said


@pytest.mark.parametrize("name", MANNERS)
def test_every_manner_keeps_to_the_acts(name: str) -> None:
    manner = MANNERS[name]

    def acts(text: str) -> frozenset[Act]:
        return understand(text, LEXICON).acts

    for times in range(4):
        assert Act.REQUEST in acts(manner.asking(["e-mail address", "ticket number"], times=times))
        assert Act.CONFIRM in acts(manner.proposing("refund ticket T100001 to your card", times=times))
        assert Act.CLAIM_DONE in acts(manner.claiming("ticket T100001 has been refunded", times=times))
        assert Act.REFUSE in acts(manner.refusing("refund ticket T100001", "it was used", times=times))
        assert Act.ASK_MORE in acts(manner.inviting(times=times))
        assert Act.BYE in acts(manner.parting(times=times))
        offer = acts(manner.offering("the front row", ["the second row", "a box"], times=times))
        assert Act.OFFER in offer
        assert not offer & {Act.CONFIRM, Act.CLAIM_DONE}
        assert Act.CLAIM_DONE not in acts(manner.proposing("refund ticket T100001 to your card", times=times))


@pytest.mark.parametrize("name", MANNERS)
def test_no_manner_leaves_a_mark_unfilled(name: str) -> None:
    manner = MANNERS[name]
    for times in range(4):
        texts = (
            manner.asking(["a", "b"], times=times),
            manner.proposing("s", times=times),
            manner.claiming("r", times=times),
            manner.offering("m", ["x"], times=times),
            manner.offering("m", [], times=times),
            manner.refusing("w", "b", times=times),
            manner.telling(["f"], times=times),
            manner.assuring(["r"], times=times),
            manner.handing_over(),
        )
        assert not [text for text in texts if "{" in text or "}" in text]


def test_arguments_come_from_choices_results_and_the_chat() -> None:
    gatherer = Gatherer(["Hi, I am ann@example.org"])
    gatherer.learn(Result("list_orders", {}, '{"orders": [{"order_id": "R1"}, {"order_id": "R2"}]}'))
    gatherer.learn(Result("get_order", {}, "Error: there is no order with order_id R9"))
    schema = {
        "properties": {
            "email": {"type": "string"},
            "order_id": {"type": "string"},
            "reason": {"enum": ["a", "b"]},
            "note": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        },
        "required": ["email", "order_id", "reason"],
    }
    made = [plausible(schema, gatherer, Draw(seed, "test")) for seed in range(20)]
    assert {each["email"] for each in made} == {"ann@example.org"}
    assert {each["order_id"] for each in made} == {"R1", "R2"}
    assert {each["reason"] for each in made} == {"a", "b"}
    assert {"note" in each for each in made} == {True, False}


def test_leaving_out_identity_drops_the_question_and_the_look_up() -> None:
    script = without_identity(TASKS["kiosk-1"].goal.script, frozenset({"find_buyer"}))
    assert [type(move) for move in script] == [Look, Ask, Propose]


def test_refusing_everything_keeps_the_look_ups_and_no_writes() -> None:
    script = looked_up_then_refused(TASKS["kiosk-1"])
    assert [type(move) for move in script] == [Ask, Look, Look, Ask, Refuse]


def test_the_registry_names_ten_exploits_and_gold() -> None:
    assert len(EXPLOITS) == 10
    assert {entry.name for entry in AGENTS.values() if entry.needs_task} == {
        "gold",
        "look_up_then_refuse",
        "skip_identity",
        "skip_confirmation",
    }


def test_a_lexicon_is_no_must_for_reading() -> None:
    assert Act.BYE in understand(MANNERS["plain"].parting(), Lexicon()).acts
