"""Equal requests cost nothing the second time, in any process that shares the folder."""

from pathlib import Path
from typing import Any

import pytest

from app.models.cache import ResponseCache
from app.models.gateway import Gateway
from app.models.ledger import MemoryLedger
from app.models.provider import AttemptFailed
from simulators.model import ChatRequest, ModelFailed
from tests.app.models.model_fakes import ToldProvider, asking, files_in, said

pytestmark = pytest.mark.anyio


def caching(folder: Path, provider: ToldProvider, ledger: MemoryLedger | None = None) -> Gateway:
    return Gateway(provider, memories=(ResponseCache(folder),), ledger=ledger)


async def test_an_equal_request_is_answered_from_the_folder_and_costs_nothing(tmp_path: Path) -> None:
    ledger = MemoryLedger()
    provider = ToldProvider([said("first", prompt_tokens=9, cost_usd=0.5), said("second")])
    paid = await caching(tmp_path, provider).complete(asking(timeout=5), purpose="agent")
    again = await caching(tmp_path, provider, ledger).complete(asking(timeout=9), purpose="agent")
    assert (paid.text, paid.cached, paid.usage.cost_usd) == ("first", False, 0.5)
    assert (again.text, again.cached, again.usage.cost_usd, again.usage.prompt_tokens) == ("first", True, 0.0, 0)
    assert len(provider.asked) == 1
    (call,) = ledger.calls.values()
    assert (call.id, call.status, call.cached, call.attempts, call.cost_usd) == (again.call, "done", True, 0, 0.0)


@pytest.mark.parametrize(
    "other",
    [
        asking("Bye."),
        asking(seed=2),
        asking(temperature=1.0),
        asking(max_tokens=5),
        asking(model="told/two"),
        asking(api_base="http://127.0.0.1:1"),
        asking(answer_schema={"type": "object"}),
        asking(tools=({"type": "function", "function": {"name": "find"}},)),
    ],
)
async def test_whatever_else_is_asked_is_asked_anew(tmp_path: Path, other: ChatRequest) -> None:
    provider = ToldProvider([said("first"), said("second")])
    gateway = caching(tmp_path, provider)
    await gateway.complete(asking(), purpose="agent")
    assert (await gateway.complete(other, purpose="agent")).text == "second"


@pytest.mark.parametrize("version", ["told 2", None])
async def test_answers_of_another_version_are_not_given(tmp_path: Path, version: str | None) -> None:
    await caching(tmp_path, ToldProvider([said("old")])).complete(asking(), purpose="agent")
    provider = ToldProvider([said("new")], version=version)
    assert (await caching(tmp_path, provider).complete(asking(), purpose="agent")).text == "new"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"key": "another", "message": {"content": "other"}}'])
async def test_a_file_that_makes_no_sense_is_a_miss_and_is_replaced(tmp_path: Path, content: bytes) -> None:
    gateway = caching(tmp_path, ToldProvider([said("first"), said("second")]))
    await gateway.complete(asking(), purpose="agent")
    (file,) = files_in(tmp_path)
    file.write_bytes(content)
    answers = [await gateway.complete(asking(), purpose="agent") for _ in range(2)]
    assert [(answer.text, answer.cached) for answer in answers] == [("second", False), ("second", True)]


async def test_an_answer_that_came_in_parts_is_given_whole_and_the_other_way_round(tmp_path: Path) -> None:
    provider = ToldProvider([said("first"), said("second")])
    gateway = caching(tmp_path, provider)
    await gateway.complete(asking(stream=True), purpose="agent")
    for stream in (False, True):
        answer = await gateway.complete(asking(stream=stream), purpose="agent")
        assert (answer.text, answer.cached, answer.first_seconds) == ("first", True, None)


async def test_failures_are_not_kept(tmp_path: Path) -> None:
    gateway = caching(tmp_path, ToldProvider([AttemptFailed("no", kind="refused"), said("yes")]))
    with pytest.raises(ModelFailed):
        await gateway.complete(asking(), purpose="agent")
    assert (await gateway.complete(asking(), purpose="agent")).text == "yes"


async def test_a_folder_that_cannot_be_written_loses_no_answer(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    answer = await caching(tmp_path / "file", ToldProvider([said("Hi.")])).complete(asking(), purpose="agent")
    assert answer.text == "Hi."


async def test_files_are_for_their_owner_alone_and_tool_calls_come_back_whole(tmp_path: Path) -> None:
    given = said("")
    calls: list[dict[str, Any]] = [{"id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}}]
    given.message["tool_calls"] = calls
    gateway = caching(tmp_path, ToldProvider([given]))
    for _ in range(2):
        assert (await gateway.complete(asking(), purpose="agent")).message["tool_calls"] == calls
    (file,) = files_in(tmp_path)
    assert file.stat().st_mode & 0o077 == 0
