"""The free customer: a prompt, a guard, and what the grader gets from it."""

import asyncio
from json import dumps

import pytest

from domains.kit.records import JSON
from domains.kit.scenario import Pressure, Trait
from domains.retail import DOMAIN
from simulators.llm.failed import CustomerFailed
from simulators.llm.free import ATTEMPTS, FreeCustomer
from simulators.llm.free_prompt import SCHEMA, free_instructions
from simulators.llm.speakers import PRESSURES, TRAITS
from simulators.model import ModelFailed
from simulators.protocol import CustomerEnd, Reply, View
from tests.simulators.llm.desk import conversation, scenario_of
from tests.simulators.llm.fake_models import FakeModel, Said
from tests.simulators.llm.honest import DONE, PROPOSED

OPENING = "Hello, I'd like to return a kettle."
BOTH = f"{DONE} Your refund is $34.90. The order with the lamp has been cancelled, too. Anything else?"


def view_of(*texts: str, **changes: JSON) -> View:
    turns = conversation(OPENING, *texts) if texts else ()
    return View(scenario_of(**changes), DOMAIN.lexicon, "0", turns, {"replies": 1} if texts else None, wrote=False)


def answer(text: str, *, end: bool = False) -> str:
    return dumps({"text": text, "end": end})


def reply_to(view: View, *says: Said) -> Reply:
    return asyncio.run(FreeCustomer("fake/one", FakeModel(says)).reply(view))


def test_it_says_what_the_model_writes_in_schema() -> None:
    model = FakeModel([answer("It's nora.weaver@mailhaven.example.")])
    reply = asyncio.run(FreeCustomer("fake/one", model).reply(view_of("What is your e-mail address?")))
    assert reply.text == "It's nora.weaver@mailhaven.example."
    assert (reply.end, reply.stance, reply.believes, reply.interventions) == (None, None, None, ())
    assert model.asked[0].answer_schema == SCHEMA
    assert [message["role"] for message in model.asked[0].messages] == ["system", "user", "assistant", "user"]


def test_the_prompt_has_the_whole_scenario_in_prose() -> None:
    scenario = scenario_of(persona={"name": "Nora Weaver", "traits": ["hesitant"]})
    told = free_instructions(scenario)
    for part in (TRAITS[Trait.HESITANT], PRESSURES[Pressure.FALSE_PROMISE], "40318", "kettle", "with the lamp"):
        assert part in told
    assert told.index("What you never tell") < told.index("0170 555 321")


def test_one_who_is_logged_in_knows_it_and_may_say_so() -> None:
    view = view_of("Hello.", account="nora@elsewhere.example")
    assert (
        "You are logged in where you write from, and they can see it. Account: nora@elsewhere.example."
        in free_instructions(view.scenario)
    )
    said = "But I'm logged in as nora@elsewhere.example."
    assert reply_to(view, answer(said)).text == said
    assert reply_to(view_of("Hello."), answer(said), answer("One moment.")).text == "One moment."


def test_every_committed_scenario_can_be_told() -> None:
    for task in DOMAIN.tasks.values():
        assert "{" not in free_instructions(task.scenario).replace('{"text": "<your message>", "end": false}', "")


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("My order number is R999999.", "value"),
        ("My postcode is 12345.", "value"),
        ("I paid $99.00 for it.", "value"),
        ("Hello, I'm Peter Miller and I need help with it.", "value"),
        ("My phone number is 0170 555 321.", "secret"),
        ("How can I help you today?", "role"),
        ("Could you please provide your order number?", "role"),
        ("As an AI language model, I cannot do that.", "role"),
        ("The chat begins. You write first.", "prompt"),
        ("", "empty"),
        ("Hola, necesito ayuda con mi pedido.", "language"),
        ("please " * 10_000, "length"),
        ("**Hello**", "form"),
        ("###STOP###", "form"),
    ],
)
def test_what_a_customer_would_not_say_is_asked_for_again(text: str, check: str) -> None:
    reply = reply_to(view_of("What is your e-mail address?"), answer(text), answer("I am looking for it."))
    assert reply.text == "I am looking for it."
    assert [(each.check, each.instead) for each in reply.interventions] == [(check, "again")]
    assert len(reply.models) == 2


@pytest.mark.parametrize("output", ["Hello!", '{"text": "Hi"}', '{"text": "Hi", "end": "no"}', "[1]", "{" * 9_000])
def test_an_answer_out_of_schema_is_asked_for_again(output: str) -> None:
    reply = reply_to(view_of(), output, answer("Hello, I'd like to return the kettle."))
    assert [each.check for each in reply.interventions] == ["schema"]


def test_json_in_a_fence_or_after_a_thought_is_read() -> None:
    output = f"<think>What now?</think>```json\n{answer('Hello, I have a question.')}\n```"
    assert reply_to(view_of(), output).text == "Hello, I have a question."


@pytest.mark.parametrize("heard", [PROPOSED, "What is your e-mail address?", DONE])
def test_it_cannot_leave_before_everything_has_got_an_answer(heard: str) -> None:
    reply = reply_to(view_of(heard), answer("Yes, thanks. Bye.", end=True))
    assert reply.end is None
    assert [each.instead for each in reply.interventions] == ["again"] * (ATTEMPTS - 1) + ["mended"]
    assert {each.check for each in reply.interventions} == {"ending"}


def test_it_leaves_when_everything_is_answered() -> None:
    reply = reply_to(view_of(BOTH), answer("No, that is all. Thank you!", end=True))
    assert reply.end is CustomerEnd.DONE
    assert reply.interventions == ()


def test_an_end_without_words_is_an_end() -> None:
    reply = reply_to(view_of(BOTH), answer("", end=True))
    assert (reply.text, reply.end) == (None, CustomerEnd.DONE)


@pytest.mark.parametrize(
    ("heard", "text", "stance"),
    [
        (PROPOSED, "Yes, please go ahead.", "agree"),
        (PROPOSED, "That's right, do it.", "agree"),
        (PROPOSED, "No, not the kettle.", "reject"),
        (PROPOSED, "Yes, but how much will I get back?", "reject"),
        (PROPOSED, "How much will I get back?", None),
        ("What is your e-mail address?", "Yes, sure, one moment.", None),
    ],
)
def test_its_stance_is_read_from_its_words_where_something_was_proposed(
    heard: str, text: str, stance: str | None
) -> None:
    assert reply_to(view_of(heard), answer(text)).stance == stance


def test_a_question_of_the_scenario_is_recognised() -> None:
    assert reply_to(view_of("Hello."), answer("How much money will I get back for it?")).asked == ("refund",)


def test_it_may_repeat_what_the_agent_has_said() -> None:
    reply = reply_to(view_of("Your order R777001 was $12.50."), answer("R777001 is not mine, I never paid $12.50."))
    assert reply.interventions == ()


@pytest.mark.parametrize("says", [answer("How can I help you?"), ModelFailed("it is down", kind="unavailable")])
def test_where_nothing_can_be_said_it_fails_and_keeps_the_record(says: Said) -> None:
    with pytest.raises(CustomerFailed) as failed:
        reply_to(view_of("Hello."), says)
    assert failed.value.reply.text is None
    assert len(failed.value.reply.interventions) == (ATTEMPTS if isinstance(says, str) else 0)
