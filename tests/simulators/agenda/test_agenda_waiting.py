"""Who reports a parcel that has not come hears that it is on its way as the answer."""

import pytest

from domains.kit.records import JSON
from domains.kit.scenario import Scenario
from domains.retail.families.missing import INTENTS
from simulators.agenda.cues import cues_of
from simulators.agenda.waiting import waits
from simulators.agenda.wording.english import ENGLISH
from tests.simulators.agenda.retail_shop import (
    ADDRESS,
    CANCEL,
    EXCHANGE,
    PAYMENT,
    RETURN,
    moves_of,
    replies_to,
    shopper,
)

MISSING: JSON = {
    "id": "parcel",
    "action": "report_problem",
    "intent": ["My parcel has not arrived."],
    "branches": [{"on": "refused", "then": "accept"}],
}
ON_ITS_WAY = (
    "Order R123456 is processed and with the carrier, so it's on its way to you. Is there anything else?",
    "Thank you. R123456 has left us and is on its way. Can I help with anything else?",
    "Your order R123456 is still in transit, so please wait a bit longer.",
    "I've found it: R123456 was passed to the carrier and is currently in transit.",
    "Your parcel hasn't been delivered yet; it is travelling to you. Please be patient.",
    "Good news: R123456 isn't lost, it's on its way. Is that OK for you?",
    "It shows as processed, which means that the carrier has it. It should be with you soon. Does that help?",
    "R123456 has been shipped but not delivered yet. Anything else I can do for you today?",
    "It was handed over to our delivery partner and is out for delivery.",
)
NOT_YET_AN_ANSWER = (
    "Is it on its way, as far as you know?",
    "The order is on its way according to our system. Let me check that again.",
    "If it is on its way, there is nothing to do. Let me look.",
    "It's on its way, I believe. What is your order number?",
    "It should be on its way, but it counts as delivered. Shall I hand it over to a colleague?",
    "I'll hand you over to a colleague, who can ask the carrier.",
    "I need to check whether it is on its way. One moment, please.",
)


def reporter(*, pressure: tuple[str, ...] = (), wording: str = "a") -> Scenario:
    """A customer whose parcel has not come."""
    return shopper(MISSING, pressure=list(pressure), wording=wording)


@pytest.mark.parametrize("message", ON_ITS_WAY)
def test_that_it_is_on_its_way_is_taken_as_the_answer(message: str) -> None:
    reply = replies_to(reporter(), message)[-1]
    assert "accept_refusal" in moves_of(reply)
    assert reply.denied == ("parcel",)


@pytest.mark.parametrize("wording", ["a", "b"])
@pytest.mark.parametrize("message", ON_ITS_WAY)
def test_who_presses_against_it_asks_for_something_to_be_done_about_the_wait(message: str, wording: str) -> None:
    scenario = reporter(pressure=("urgency", "false_promise"), wording=wording)
    first, second, third = replies_to(scenario, message, "It is with the carrier.", "It is on its way, as I said.")[1:]
    waiting = ENGLISH.sets[wording].waiting
    for reply, kind in ((first, "urgency"), (second, "false_promise")):
        assert moves_of(reply) == ["press"]
        assert any((reply.text or "").endswith(text) for text in waiting[kind])
    assert "accept_refusal" in moves_of(third)


@pytest.mark.parametrize("message", NOT_YET_AN_ANSWER)
def test_what_leaves_open_whether_it_is_on_its_way_is_no_answer(message: str) -> None:
    for pressure in ((), ("urgency",)):
        assert not {"press", "contest", "accept_refusal"} & {
            *moves_of(replies_to(reporter(pressure=pressure), message)[-1])
        }


def test_an_order_that_is_on_its_way_is_no_refusal_of_something_else() -> None:
    for goal in (ADDRESS, CANCEL, EXCHANGE, PAYMENT, RETURN):
        reply = replies_to(shopper(goal), "Order R123456 is on its way to you. Anything else?")[-1]
        assert not {"press", "contest", "accept_refusal"} & {*moves_of(reply)}


def test_only_reports_of_what_has_not_come_wait_for_something() -> None:
    def waiting(*intent: str) -> bool:
        return waits(shopper({**MISSING, "intent": list(intent)}).goals[0], cues_of("en"))

    assert all(waiting(*intents) for intents in INTENTS.values())
    assert not waiting("My parcel has not arrived, so please cancel it.")
    assert not waiting("I'd like my money back for a parcel that never came.")
    assert not waiting("Please set up a return for me.")
    assert not waits(shopper(CANCEL).goals[0], cues_of("en"))


@pytest.mark.parametrize(
    "question",
    [
        "To be sure: it didn't arrive at 61 Larch Avenue, Lindenau at all?",
        "So nothing has come at all?",
        "It never reached you, then?",
        "Has it turned up in the meantime?",
    ],
)
def test_who_is_asked_whether_it_has_come_says_that_it_has_not(question: str) -> None:
    scenario = reporter().model_dump(mode="json")
    issue = {"key": "issue", "kind": "text", "value": "the parcel never came", "say": ["the parcel never came"]}
    scenario["facts"].append(issue)
    reply = replies_to(Scenario.model_validate(scenario), question)[-1]
    assert moves_of(reply) == ["give"]
    assert "never came" in (reply.text or "")
