"""Calls that were recorded are played again without any model."""

from pathlib import Path

import pytest

from app.models.cache import ResponseCache
from app.models.gateway import Gateway
from app.models.recording import BadRecording, Recording
from simulators.model import ChatRequest, ModelFailed
from tests.app.models.model_fakes import ToldProvider, asking, said

pytestmark = pytest.mark.anyio


def recording(file: Path, provider: ToldProvider) -> Gateway:
    return Gateway(provider, memories=(Recording(file, replay=False),))


def replaying(file: Path) -> tuple[Gateway, ToldProvider]:
    provider = ToldProvider([said("from the model")])
    return Gateway(provider, memories=(Recording(file, replay=True),)), provider


async def test_a_replay_answers_from_the_file_alone_wherever_the_model_was(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    gateway = recording(file, ToldProvider([said("one", prompt_tokens=3, cost_usd=0.1), said("two")]))
    for text in ("first", "second"):
        await gateway.complete(asking(text, api_base="http://127.0.0.1:1/v1"), purpose="agent")
    replay, provider = replaying(file)
    request = asking("first", api_base="http://127.0.0.1:2/v1", timeout=1, stream=True)
    answer = await replay.complete(request, purpose="agent")
    assert (answer.text, answer.cached, answer.usage.cost_usd) == ("one", True, 0.0)
    assert (await replay.complete(asking("second"), purpose="agent")).text == "two"
    assert provider.asked == []


async def test_a_call_that_is_not_in_the_file_fails_and_names_the_nearest_one(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    gateway = recording(file, ToldProvider([said("one")]))
    for text in ("Where is my order?", "Good morning."):
        await gateway.complete(asking(text), purpose="agent")
    replay, provider = replaying(file)
    with pytest.raises(ModelFailed) as failed:
        await replay.complete(asking("Where is my other order?", seed=3), purpose="agent")
    assert failed.value.kind == "unscripted"
    assert "the nearest of its 2 calls is number 1" in str(failed.value)
    assert "'Where is my order?'" in str(failed.value)
    assert "differs in messages, seed" in str(failed.value)
    assert provider.asked == []


async def test_while_recording_an_equal_request_gets_the_answer_that_a_replay_would_give(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    provider = ToldProvider([said("one"), said("two")])
    first = await recording(file, provider).complete(asking(), purpose="agent")
    second = await recording(file, provider).complete(asking(), purpose="agent")
    assert (first.text, second.text) == ("one", "one")
    assert len(file.read_text().splitlines()) == 1


async def test_what_a_cache_knew_is_recorded_as_well(tmp_path: Path) -> None:
    file, provider = tmp_path / "calls.jsonl", ToldProvider([said("one")])
    cache = ResponseCache(tmp_path / "cache")
    await Gateway(provider, memories=(cache,)).complete(asking(), purpose="agent")
    both = Gateway(provider, memories=(Recording(file, replay=False), cache))
    assert (await both.complete(asking(), purpose="agent")).cached
    assert (await replaying(file)[0].complete(asking(), purpose="agent")).text == "one"
    assert len(provider.asked) == 1


async def test_keys_in_a_conversation_are_not_recorded_and_the_replay_finds_it_nevertheless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOP_API_KEY", "sesame-open-1")
    file = tmp_path / "calls.jsonl"
    request = asking("Is it sesame-open-1?", api_base="http://me:pass-1@127.0.0.1/v1")
    await recording(file, ToldProvider([said("It is sesame-open-1.")])).complete(request, purpose="agent")
    text = file.read_text()
    assert "127.0.0.1" in text
    assert "sesame" not in text
    assert "pass-1" not in text
    assert (await replaying(file)[0].complete(request, purpose="agent")).text == "It is [redacted]."


@pytest.mark.parametrize("content", ["{}\n", "secret-text\n", '{"request": {"model": "secret-text"}}\n'])
def test_what_is_no_recording_is_named_by_its_line(tmp_path: Path, content: str) -> None:
    file = tmp_path / "calls.jsonl"
    file.write_text("\n" + content)
    with pytest.raises(BadRecording, match="line 2") as failed:
        Recording(file, replay=True)
    assert "secret-text" not in str(failed.value)


def test_there_is_no_replay_without_a_file(tmp_path: Path) -> None:
    with pytest.raises(BadRecording, match="FileNotFoundError"):
        Recording(tmp_path / "calls.jsonl", replay=True)


async def test_an_empty_recording_answers_nothing(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    file.touch()
    with pytest.raises(ModelFailed, match="no calls at all"):
        await replaying(file)[0].complete(ChatRequest(model="told/one", messages=()), purpose="agent")


async def test_an_answer_that_could_not_be_recorded_is_recorded_the_next_time(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.write_text("in the way")
    memory = Recording(folder / "calls.jsonl", replay=False)
    with pytest.raises(OSError, match="exists"):
        await memory.keep(asking(), None, said("one"))
    folder.unlink()
    await memory.keep(asking(), None, said("one"))
    assert len((folder / "calls.jsonl").read_text().splitlines()) == 1
