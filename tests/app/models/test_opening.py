"""What the settings make of a gateway."""

from pathlib import Path

import pytest

from app.models.opening import cache_folder, open_gateway
from app.models.recording import BadRecording
from app.settings import Settings
from simulators.model import ChatAnswer, ChatRequest, ModelFailed
from tests.app.models.model_fakes import files_in
from tests.app.models.model_server import model_server

pytestmark = pytest.mark.anyio


async def answered(settings: Settings, api_base: str) -> ChatAnswer:
    gateway = open_gateway(settings)
    request = ChatRequest(model="openai/plain", messages=({"role": "user", "content": "Hello?"},), api_base=api_base)
    try:
        return await gateway.complete(request, purpose="agent")
    finally:
        await gateway.close()


async def test_answers_are_kept_in_the_data_directory_unless_that_is_switched_off(tmp_path: Path) -> None:
    kept, asked = Settings(data_dir=tmp_path / "a"), Settings(data_dir=tmp_path / "b", model_cache=False)
    with model_server() as server:
        cached = [(await answered(kept, server.api_base)).cached for _ in range(2)]
        not_cached = [(await answered(asked, server.api_base)).cached for _ in range(2)]
        assert (cached, not_cached, len(server.asked)) == ([False, True], [False, False], 3)
    assert len(files_in(cache_folder(kept))) == 1
    assert files_in(tmp_path / "b") == []


async def test_two_processes_can_share_answers(tmp_path: Path) -> None:
    with model_server() as server:
        for folder in ("a", "b"):
            settings = Settings(data_dir=tmp_path / folder, model_cache_dir=tmp_path / "shared")
            await answered(settings, server.api_base)
        assert len(server.asked) == 1


async def test_a_recording_is_replayed_where_no_model_is(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    with model_server() as server:
        await answered(Settings(data_dir=tmp_path, model_recording=file), server.api_base)
        base = server.api_base
    replay = Settings(data_dir=tmp_path / "elsewhere", model_replay=file)
    assert (await answered(replay, base)).text == "Hi."
    file.write_text("")
    with pytest.raises(ModelFailed) as failed:
        await answered(replay, base)
    assert failed.value.kind == "unscripted"


def test_a_replay_that_cannot_be_read_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadRecording):
        open_gateway(Settings(data_dir=tmp_path, model_replay=tmp_path / "none.jsonl"))
