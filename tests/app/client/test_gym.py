"""The Gymnasium environment: checked by Gymnasium's own checker, played alone and side by side."""

import builtins
import sys
from collections.abc import Iterator
from json import dumps, loads
from typing import Any

import gymnasium
import pytest
from gymnasium.utils.env_checker import check_env
from gymnasium.vector import AsyncVectorEnv, SyncVectorEnv

from app.client import ClientError
from app.client.gym import CHARACTERS, ID, RegularsEnv, message_of
from domains.kit.task import Task
from tests.app.client.served import Served

Actions = list[Any]


@pytest.fixture
def env(served: Served) -> Iterator[RegularsEnv]:
    env = RegularsEnv(served.url, served.key)
    yield env
    env.close()


def actions_of(messages: list[Any]) -> Actions:
    """Messages as actions: calls as JSON text, one at a time; words as they are."""
    actions: Actions = []
    for message in messages:
        functions = [call["function"] for call in message.get("tool_calls") or []]
        actions += [dumps({"name": each["name"], "arguments": loads(each["arguments"])}) for each in functions]
        actions += [message["content"]] if not functions else []
    return actions


def test_it_passes_gymnasiums_own_check(served: Served) -> None:
    env = gymnasium.make(ID, base_url=served.url, key=served.key, longest=200, disable_env_checker=True)
    check_env(env.unwrapped)
    env.close()


def test_doing_everything_right_earns_the_reward_at_the_end_and_nothing_before(
    env: RegularsEnv, served: Served, task: Task
) -> None:
    said, info = env.reset(options={"task": task.id, "seed": "0"})
    assert said == info["messages"][1]["content"]
    taken = [env.step(action) for action in actions_of(served.gold_messages(task))]

    *earlier, (_, reward, terminated, truncated, last) = taken
    assert {(reward, terminated, truncated) for _, reward, terminated, truncated, _ in earlier} == {(0.0, False, False)}
    assert (reward, terminated, truncated) == (1.0, True, False)
    assert (last["end_reason"], last["reward"], last["partial"]) == ("customer_done", 1.0, 1.0)


def test_the_limit_of_steps_truncates(served: Served, task: Task) -> None:
    env = RegularsEnv(served.url, served.key, tasks=[task.id], limits={"steps": 1})
    env.reset(seed=1)
    _, reward, terminated, truncated, info = env.step({"content": "Hello"})
    env.close()

    assert (reward, terminated, truncated, info["end_reason"]) == (0.0, False, True, "step_limit")


def test_the_same_seed_and_actions_make_the_same_episodes(env: RegularsEnv) -> None:
    def episodes() -> list[Any]:
        told = [
            env.reset(seed=5),
            env.step("What is your e-mail address?"),
            env.reset(),
            env.step("Your name, please?"),
        ]
        return [*told, env.session.messages]

    assert episodes() == episodes()


def test_seeds_draw_different_tasks(env: RegularsEnv) -> None:
    assert len({env.reset(seed=seed)[1]["task"] for seed in range(12)}) > 1


def test_without_feedback_the_reward_is_unknown(served: Served) -> None:
    hidden = [task.id for task in served.domain.tasks.values() if task.split == "test"]
    env = RegularsEnv(served.url, tasks=hidden, limits={"steps": 1})
    env.reset(seed=1)
    _, reward, _, _, info = env.step("Hello")
    env.close()

    assert reward == 0.0
    assert info.keys().isdisjoint({"reward", "partial"})


@pytest.mark.parametrize("vector", [SyncVectorEnv, AsyncVectorEnv])
def test_many_are_played_side_by_side(vector: Any, served: Served, task: Task) -> None:
    def made() -> RegularsEnv:
        return RegularsEnv(served.url, served.key, tasks=[task.id], longest=2000, limits={"steps": 2})

    # A thread of this process serves: a forked child would be without it, and with its locks.
    side_by_side = vector([made] * 3, **({"context": "spawn"} if vector is AsyncVectorEnv else {}))
    said, info = side_by_side.reset(seed=3)
    assert len(said) == 3
    assert all(said)
    side_by_side.step(("Hello", dumps({"name": "think"}), "Your e-mail address?"))
    said, rewards, _, truncated, info = side_by_side.step(("Hello", "Hello", "Hello"))
    side_by_side.close()

    assert rewards.tolist() == [0.0] * 3
    assert truncated.tolist() == [True] * 3
    assert info["end_reason"].tolist() == ["step_limit"] * 3
    assert info["partial"].tolist() == [0.0] * 3


def test_a_conversation_that_is_left_is_abandoned(env: RegularsEnv) -> None:
    env.reset(seed=1)
    left = env.session
    env.reset(seed=1)

    assert left.end_reason == "agent_abandoned"


def test_the_conversation_can_be_shown(served: Served, task: Task) -> None:
    env = RegularsEnv(served.url, served.key, tasks=[task.id], render_mode="ansi")
    said, _ = env.reset(seed=1)
    env.step("Hello there")
    shown = env.render()
    env.close()

    assert shown is not None
    assert shown.startswith(f"customer: {said}\nagent: Hello there\ncustomer: ")


def test_before_reset_it_says_what_is_missing(env: RegularsEnv) -> None:
    with pytest.raises(ClientError, match="reset"):
        env.step("Hello")


@pytest.mark.parametrize(
    ("action", "content", "calls"),
    [
        ("Hello", "Hello", []),
        ("{not json", "{not json", []),
        ('{"text": "no call"}', '{"text": "no call"}', []),
        ('{"name": "look", "arguments": {"id": 1}}', None, [("look", {"id": 1})]),
        ({"name": "look"}, None, [("look", {})]),
        ({"content": "Hello"}, "Hello", []),
    ],
    ids=str,
)
def test_an_action_is_words_a_call_or_a_message(action: Any, content: str | None, calls: Actions) -> None:
    message = message_of(action, 3)

    assert message["content"] == content
    functions = [call["function"] for call in message.get("tool_calls", [])]
    assert [(each["name"], loads(each["arguments"])) for each in functions] == calls


def test_observations_are_in_their_space_whatever_is_said(env: RegularsEnv) -> None:
    space = env.observation_space
    assert all(env._text(text) in space for text in ("£5 “naïve”…", "\U0001f600 \u4f60", "x" * 30_000, ""))
    assert len(CHARACTERS) == len(set(CHARACTERS)) < 1000


def test_without_gymnasium_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def bare(name: str, *rest: Any, **named: Any) -> Any:
        if name.partition(".")[0] == "gymnasium":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.delitem(sys.modules, "app.client.gym")
    monkeypatch.setattr(builtins, "__import__", bare)
    with pytest.raises(ImportError, match=r"regulars\[gym\]"):
        import app.client.gym  # noqa: F401 - imported for its error
