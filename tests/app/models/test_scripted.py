"""What a scripted model says, and to whom."""

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest

from app.models.gateway import Gateway
from app.models.script import Script, ScriptedToolCall, ScriptLine
from app.models.scripted import ScriptedProvider
from simulators.model import ChatAnswer, ChatRequest, ModelFailed
from tests.app.models.model_fakes import PassingTime, ToldProvider

pytestmark = pytest.mark.anyio
README = Path(__file__).parents[3] / "README.md"


def playing(time: PassingTime | None = None, **scripts: Script) -> Gateway:
    timing = (time or PassingTime()).timing()
    return Gateway(ToldProvider([]), providers={"scripted": ScriptedProvider(scripts, timing=timing)}, timing=timing)


def after(*said: str, last: str = "Go on.", name: str = "play", **fields: Any) -> ChatRequest:
    """A request in a conversation in which the model has said something already."""
    earlier = [each for text in said for each in (_message("user", "Go on."), _message("assistant", text))]
    return ChatRequest(model=f"scripted/{name}", messages=(*earlier, _message("user", last)), **fields)


def _message(role: str, text: str) -> dict[str, Any]:
    return {"role": role, "content": text}


async def ask(gateway: Gateway, request: ChatRequest) -> ChatAnswer:
    return await gateway.complete(request, purpose="agent")


async def test_lines_are_said_in_the_order_of_the_conversation_whatever_other_sessions_do() -> None:
    gateway = playing(play=[ScriptLine(text="one"), ScriptLine(text="two")])
    requests = [after(), after("one"), after(), after(), after("one")]
    answers = await asyncio.gather(*(ask(gateway, request) for request in requests))
    assert [answer.text for answer in answers] == ["one", "two", "one", "one", "two"]


async def test_a_call_that_is_not_in_the_script_fails_and_is_named() -> None:
    gateway = playing(play=[ScriptLine(text="one")])
    with pytest.raises(ModelFailed) as failed:
        await ask(gateway, after("one", last="And my refund?"))
    assert failed.value.kind == "unscripted"
    assert "the script 'play' has no answer" in str(failed.value)
    assert "after 1 assistant messages" in str(failed.value)
    assert "'And my refund?'" in str(failed.value)


async def test_lines_with_a_condition_speak_wherever_it_holds() -> None:
    gateway = playing(
        play=[
            ScriptLine(text="one"),
            ScriptLine(text="It is 4711.", when="order number"),
            ScriptLine(text="Eve.", when_matches=r"\bname\b"),
            ScriptLine(text="two"),
        ]
    )
    assert (await ask(gateway, after(last="Your ORDER NUMBER, please."))).text == "It is 4711."
    assert (await ask(gateway, after("one", last="And the name?"))).text == "Eve."
    assert (await ask(gateway, after("one", last="Renamed."))).text == "two"


async def test_failures_before_an_answer_meet_one_attempt_each_in_every_conversation() -> None:
    time = PassingTime()
    lines = [
        ScriptLine(text="one"),
        ScriptLine(fail=429, retry_after=5),
        ScriptLine(fail="timeout"),
        ScriptLine(text="two"),
    ]
    gateway = playing(time, play=lines)
    for _ in range(2):
        assert (await ask(gateway, after("one"))).text == "two"
    assert (await ask(gateway, after())).text == "one"
    assert time.now > 1010


@pytest.mark.parametrize(
    ("fail", "kind"),
    [
        (401, "key"),
        (404, "unknown_model"),
        (400, "refused"),
        (429, "unavailable"),
        ("timeout", "timeout"),
        ("connection", "unavailable"),
    ],
)
async def test_failures_without_an_answer_last(fail: Any, kind: str) -> None:
    gateway = playing(play=[ScriptLine(fail=fail)])
    with pytest.raises(ModelFailed) as failed:
        await ask(gateway, after())
    assert failed.value.kind == kind


async def test_tool_calls_have_the_shape_of_chat_completions_and_ids_of_their_own() -> None:
    calls = (ScriptedToolCall(name="find", arguments={"id": 7}), ScriptedToolCall(name="find", arguments="{bad"))
    gateway = playing(play=[ScriptLine(tool_calls=calls), ScriptLine(tool_calls=calls[:1])])
    first, second = await ask(gateway, after()), await ask(gateway, after("…"))
    assert (first.text, first.finish_reason, first.message["content"]) == ("", "tool_calls", None)
    functions = [call["function"] for call in first.message["tool_calls"]]
    assert functions == [{"name": "find", "arguments": '{"id": 7}'}, {"name": "find", "arguments": "{bad"}]
    ids = [call["id"] for answer in (first, second) for call in answer.message["tool_calls"]]
    assert len(set(ids)) == 3


async def test_a_delay_passes_before_the_answer() -> None:
    time = PassingTime()
    answer = await ask(playing(time, play=[ScriptLine(text="one", delay=3)]), after())
    assert (answer.seconds, time.slept) == (3.0, [3.0])


async def test_words_take_their_time_and_come_one_by_one_where_parts_are_asked_for() -> None:
    time = PassingTime()
    gateway = playing(time, play=[ScriptLine(text="one two three", delay=3, pace=0.5)])
    whole = await ask(gateway, after())
    assert (whole.seconds, whole.first_seconds, time.slept) == (4.5, None, [3.0, 1.5])
    in_parts = await ask(gateway, after(stream=True))
    assert (in_parts.text, in_parts.seconds, in_parts.first_seconds) == ("one two three", 4.5, 3.5)


async def test_a_function_can_be_a_script() -> None:
    gateway = playing(play=lambda request: f"{len(request.messages)} messages")
    assert (await ask(gateway, after("one"))).text == "3 messages"


async def test_a_script_can_be_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "calls.jsonl").write_text('{"text": "one"}\n\n{"fail": 503}\n{"text": "two"}\n')
    monkeypatch.chdir(tmp_path)
    gateway = playing()
    assert (await ask(gateway, after("one", name="./calls.jsonl"))).text == "two"
    assert (await ask(gateway, after(name=f"{tmp_path}/calls.jsonl"))).text == "one"


async def test_a_file_that_was_changed_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    gateway = playing()
    for number, text in enumerate(("before", "after")):
        file.write_text(f'{{"text": "{text}"}}\n')
        os.utime(file, (number, number))
        assert (await ask(gateway, after(name=str(file)))).text == text


@pytest.mark.parametrize(
    "line",
    [
        '{"text": "sesame", "fail": 500}',
        '{"txt": "sesame"}',
        "sesame",
        '{"delay": 1}',
        '{"text": "", "when_matches": "(sesame"}',
    ],
)
async def test_what_is_no_script_is_named_by_its_line_and_not_quoted(tmp_path: Path, line: str) -> None:
    file = tmp_path / "calls.jsonl"
    file.write_text('{"text": "one"}\n' + line + "\n")
    with pytest.raises(ModelFailed, match=r"calls\.jsonl, line 2") as failed:
        await ask(playing(), after(name=str(file)))
    assert "sesame" not in str(failed.value)


async def test_an_unknown_script_is_told_with_those_that_are_known() -> None:
    with pytest.raises(ModelFailed, match="faithful, mine") as failed:
        await ask(playing(mine="nobody asks".join), after(name="yours"))  # type: ignore[arg-type]
    assert failed.value.kind == "unknown_model"


async def test_faithful_repeats_the_draft_and_has_no_other_words() -> None:
    gateway = playing()
    last = "Say it in your words: <draft>My order is\n4711.</draft>"
    assert (await ask(gateway, after(last=last, name="faithful"))).text == "My order is\n4711."
    with pytest.raises(ModelFailed, match="no <draft>") as failed:
        await ask(gateway, after(last="Say something.", name="faithful"))
    assert failed.value.kind == "unscripted"


async def test_the_script_in_the_readme_plays(tmp_path: Path) -> None:
    readme = README.read_text(encoding="utf-8")
    (tmp_path / "calls.jsonl").write_text(
        readme.partition('```json\n{"text"')[2].partition("```")[0].join(['{"text"', ""])
    )
    name = str(tmp_path / "calls.jsonl")
    gateway = playing()
    assert (await ask(gateway, after("one", last="Your order number?", name=name))).text == "It is 4711."
    assert (await ask(gateway, after(name=name))).message["tool_calls"][0]["function"]["name"] == "find_order"
    assert (await ask(gateway, after("one", name=name))).text == "Thank you!"
