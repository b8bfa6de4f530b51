"""Rollouts as RL trainers use them: public methods are tools, a row resets, the service rewards."""

import inspect
from collections.abc import Iterator
from json import loads
from typing import Any, Literal, get_type_hints

import pytest

from app.client import Client, ClientError, EnvironmentFactory, Operator, Rollout, environment_factory
from app.client.methods import hint_of, method_of
from app.client.views import DomainView
from domains.kit.task import Task
from tests.app.client.client_fakes import opened
from tests.app.client.served import Served
from tests.app.client.test_client_sessions import client_of

TOOL = {
    "type": "function",
    "function": {
        "name": "hand_over",
        "description": "Hand the customer over.",
        "parameters": {
            "type": "object",
            "properties": {
                "topic": {"description": "Which case\n  it is.", "enum": ["parcel", "safety"], "type": "string"},
                "order_id": {
                    "anyOf": [{"description": "If any.", "type": "string"}, {"type": "null"}],
                    "default": None,
                },
                "items": {"type": "array", "items": {"type": "integer"}, "description": "Which."},
            },
            "required": ["topic", "items"],
        },
    },
}


@pytest.fixture
def factory(served: Served) -> Iterator[EnvironmentFactory]:
    with environment_factory(served.url, served.key, agent="policy@7") as factory:
        yield factory


def tools_of(rollout: Rollout) -> set[str]:
    """What a trainer takes for tools: as TRL's GRPOTrainer (1.16) finds them."""
    public = inspect.getmembers(type(rollout), predicate=inspect.isfunction)
    return {name for name, _ in public if not name.startswith("_")} - {"reset", "get_reward"}


def play(rollout: Rollout, messages: list[Any]) -> None:
    for message in messages:
        for call in message.get("tool_calls") or []:
            function = call["function"]
            getattr(rollout, function["name"])(**loads(function["arguments"]))
        if message["content"] and not message.get("tool_calls"):
            rollout.talk_to_customer(message["content"])


def test_a_tool_becomes_a_method_with_the_types_and_descriptions_of_its_schema() -> None:
    method = method_of(TOOL, lambda _self, name, arguments: f"{name} {arguments}")

    hints: dict[str, Any] = {"topic": Literal["parcel", "safety"], "items": list[int], "order_id": str | None}
    assert get_type_hints(method) == hints | {"return": str}
    signature = inspect.signature(method)
    assert list(signature.parameters) == ["self", "topic", "items", "order_id"]
    assert signature.parameters["order_id"].default is None
    assert inspect.getdoc(method) == (
        "Hand the customer over.\n\nArgs:\n    topic: Which case it is.\n    items: Which.\n    order_id: If any.\n\n"
        "Returns:\n    What the tool answered."
    )
    assert method("anybody", "parcel", items=[1]) == "hand_over {'topic': 'parcel', 'items': [1]}"


@pytest.mark.parametrize(
    ("schema", "hint"),
    [
        ({"type": "number"}, float),
        ({"type": ["integer", "null"]}, int | None),
        ({"type": "array"}, list),
        ({"$ref": "#/$defs/Item"}, dict),
        ({"const": 3}, Literal[3]),
        ({}, Any),
    ],
    ids=str,
)
def test_a_schema_is_read_as_a_type(schema: dict[str, Any], hint: Any) -> None:
    assert hint_of(schema, {"Item": {"type": "object"}}) == hint


def test_a_tool_that_cannot_be_a_method_is_refused() -> None:
    tools = [{"type": "function", "function": {"name": "reset", "parameters": {}}}]
    with Client("http://127.0.0.1:1") as client, pytest.raises(ClientError, match="reset"):
        EnvironmentFactory(client, DomainView("d", "D", tools=tools), {})


def test_the_public_methods_are_the_tools_of_the_business_and_talking(
    factory: EnvironmentFactory, served: Served
) -> None:
    assert tools_of(factory()) == {tool.name for tool in served.domain.tools} | {"talk_to_customer"}
    assert type(factory()).__name__ == "LibraryRollout"


def test_a_rollout_that_does_everything_right_is_rewarded(
    factory: EnvironmentFactory, served: Served, task: Task
) -> None:
    (row,) = factory.rows([task.id])
    rollout = factory()

    opening = rollout.reset(**row)
    play(rollout, served.gold_messages(task))

    assert row["prompt"] == [{"role": "system", "content": served.domain.policy}, {"role": "user", "content": ""}]
    assert opening == rollout.messages[1]["content"]
    assert rollout.session.end_reason == "customer_done"
    assert rollout.get_reward() == 1.0


def test_the_end_is_told_and_what_is_done_after_it_changes_nothing(
    factory: EnvironmentFactory, served: Served, task: Task
) -> None:
    rollout = factory()
    rollout.reset(task=task.id)
    *others, last = served.gold_messages(task)
    play(rollout, others)

    assert rollout.talk_to_customer(last["content"]).endswith("(The conversation has ended.)")
    assert rollout.talk_to_customer("Hello?") == "The conversation has ended."
    assert rollout.get_reward() == 1.0


def test_a_wrong_call_comes_back_as_a_result_that_the_model_can_read(factory: EnvironmentFactory, task: Task) -> None:
    rollout = factory()
    rollout.reset(task=task.id)
    (tool, *_) = tools_of(rollout) - {"talk_to_customer"}

    assert "error" in getattr(rollout, tool)(nonsense=1).lower()


def test_a_rollout_that_stops_talking_ends_and_earns_nothing(factory: EnvironmentFactory, task: Task) -> None:
    rollout = factory()
    rollout.reset(task=task.id)

    assert rollout.get_reward() == 0.0
    assert rollout.session.end_reason == "agent_ended"


def test_who_is_logged_in_is_told_with_the_opening_since_no_row_has_it() -> None:
    client, _, _ = client_of(opened(account="ann@example.org"), opened())
    rollout = Rollout(client, {"task": "retail-0001"})
    assert rollout.reset() == "(Logged in as ann@example.org) Hello"
    assert Rollout(client, {"task": "retail-0001"}).reset() == "Hello"


def test_resetting_leaves_the_conversation_before(factory: EnvironmentFactory, task: Task) -> None:
    rollout = factory()
    rollout.reset(task=task.id, seed=1)
    first = rollout.session
    rollout.reset(task=task.id, seed=1)

    assert first.end_reason == "agent_abandoned"
    assert (rollout.session.id != first.id, rollout.messages) == (True, first.messages)


def test_a_reward_that_is_not_told_is_an_error_and_no_zero(served: Served, task: Task) -> None:
    with Operator(served.url, served.key) as operator:
        key = operator.make_key(name="ada", feedback="reward")["key"]
    with environment_factory(served.url, key, score="partial", task=task.id) as factory:
        rollout = factory()
        rollout.reset()

        with pytest.raises(ClientError, match="more feedback"):
            rollout.get_reward()


def test_partial_credit_can_be_the_reward(served: Served, task: Task) -> None:
    with environment_factory(served.url, served.key, score="partial", task=task.id) as factory:
        rollout = factory()
        rollout.reset()
        play(rollout, served.gold_messages(task)[:-3])

        reward = rollout.get_reward()

    assert reward is not None
    assert 0.0 <= reward < 1.0


def test_without_a_task_or_a_conversation_it_says_what_is_missing(factory: EnvironmentFactory) -> None:
    with pytest.raises(ClientError, match="task"):
        factory().reset()
    with pytest.raises(ClientError, match="reset"):
        factory().talk_to_customer("Hello")


def test_authors_tell_the_models_own_words_from_all_others(
    factory: EnvironmentFactory, served: Served, task: Task
) -> None:
    rollout = factory()
    rollout.reset(task=task.id)
    play(rollout, served.gold_messages(task))

    by_role = {"system": "policy", "user": "customer", "assistant": "agent", "tool": "tool"}
    assert rollout.authors == [by_role[message["role"]] for message in rollout.messages]
    assert set(rollout.authors) == {"policy", "customer", "agent", "tool"}
    openai = {"role", "content", "tool_calls", "tool_call_id", "name"}
    assert all(message.keys() <= openai for message in rollout.messages)
