"""What reaches a real server through LiteLLM, and what comes back from it."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from itertools import pairwise
from time import perf_counter
from typing import Any

import pytest
from structlog.testing import capture_logs

from app.models.gateway import Gateway
from app.models.ledger import MemoryLedger
from app.models.litellm_provider import LiteLLMProvider
from app.models.provider import AttemptFailed, Given
from app.models.retries import Retries
from simulators.model import ModelFailed
from tests.app.models.model_fakes import PassingTime, asking
from tests.app.models.model_server import IN_TEXT, ModelServer, model_server

KEY = "sk-of-the-operator-1"
TOOL = {"type": "function", "function": {"name": "find", "parameters": {"type": "object", "properties": {}}}}
pytestmark = pytest.mark.anyio


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with model_server() as found:
        yield found


@pytest.fixture
async def provider() -> AsyncIterator[LiteLLMProvider]:
    found = LiteLLMProvider()
    await found.prepare()
    yield found
    await found.close()


def unheard() -> None:
    raise AssertionError("nothing was said")


async def attempt(provider: LiteLLMProvider, server: ModelServer, model: str, **fields: Any) -> Given:
    return (await heard_attempt(provider, server, model, **fields))[0]


async def heard_attempt(
    provider: LiteLLMProvider, server: ModelServer, model: str, **fields: Any
) -> tuple[Given, list[float]]:
    """What an attempt gave, and when its parts came."""
    came: list[float] = []
    request = asking(model=f"openai/{model}", api_base=server.api_base, **fields)
    given = await provider.attempt(request, 1, lambda: came.append(perf_counter()))
    return given, came


async def test_a_request_goes_out_whole_and_its_answer_comes_back(
    provider: LiteLLMProvider, server: ModelServer
) -> None:
    given = await attempt(provider, server, "plain", max_tokens=9, seed=3, temperature=0.5, tools=(TOOL,))
    assert (given.message, given.finish_reason) == ({"role": "assistant", "content": "Hi."}, "stop")
    assert (given.usage.prompt_tokens, given.usage.completion_tokens, given.estimated) == (11, 3, False)
    (asked,) = server.asked
    assert asked["messages"] == [{"role": "user", "content": "Hello?"}]
    assert (asked["max_tokens"], asked["seed"], asked["temperature"]) == (9, 3, 0.5)
    assert asked["tools"] == [TOOL]
    assert server.keys == [f"Bearer {KEY}"]


async def test_a_schema_goes_out_as_the_format_of_the_answer(provider: LiteLLMProvider, server: ModelServer) -> None:
    schema = {
        "type": "object",
        "properties": {"a": {"type": "string"}},
        "required": ["a"],
        "additionalProperties": False,
    }
    await attempt(provider, server, "plain", answer_schema=schema)
    wanted = server.asked[0]["response_format"]
    assert wanted["type"] == "json_schema"
    assert (wanted["json_schema"]["schema"], wanted["json_schema"]["strict"]) == (schema, True)


async def test_only_models_with_a_price_have_a_cost(provider: LiteLLMProvider, server: ModelServer) -> None:
    priced = await attempt(provider, server, "gpt-4o-mini")
    assert priced.usage.cost_usd is not None
    assert 0 < priced.usage.cost_usd < 0.001
    assert (await attempt(provider, server, "plain")).usage.cost_usd is None


async def test_tool_calls_are_plain_json(provider: LiteLLMProvider, server: ModelServer) -> None:
    given = await attempt(provider, server, "calls", tools=(TOOL,))
    function = {"name": "find", "arguments": '{"id": 7}'}
    calls = [{"id": "a", "type": "function", "function": function}]
    assert given.message == {"role": "assistant", "content": None, "tool_calls": calls}


async def test_reasoning_is_kept_apart(provider: LiteLLMProvider, server: ModelServer) -> None:
    given = await attempt(provider, server, "thinks")
    assert (given.message["content"], given.message["reasoning_content"]) == ("Hi.", "Hm.")


async def test_an_answer_without_words_is_an_answer(provider: LiteLLMProvider, server: ModelServer) -> None:
    assert (await attempt(provider, server, "nothing")).message == {"role": "assistant", "content": None}


async def test_tokens_that_nobody_counted_are_estimated_and_cost_nobody_knows_what(
    provider: LiteLLMProvider, server: ModelServer
) -> None:
    given = await attempt(provider, server, "uncounted")
    assert given.estimated
    assert given.usage.prompt_tokens > 0
    assert given.usage.completion_tokens > 0
    assert given.usage.cost_usd is None


async def test_what_a_model_writes_into_its_text_stays_there(provider: LiteLLMProvider, server: ModelServer) -> None:
    given = await attempt(provider, server, "in-text", tools=(TOOL,))
    assert given.message == {"role": "assistant", "content": IN_TEXT}


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("400", ("refused", False, None)),
        ("401", ("key", False, None)),
        ("403", ("key", False, None)),
        ("402", ("key", False, None)),
        ("404", ("unknown_model", False, None)),
        ("422", ("refused", False, None)),
        ("408", ("timeout", True, None)),
        ("409", ("unavailable", True, None)),
        ("425", ("unavailable", True, None)),
        ("429", ("unavailable", True, 7.0)),
        ("500", ("unavailable", True, None)),
        ("503", ("unavailable", True, 7.0)),
        ("no-choices", ("unavailable", True, None)),
        ("no-completion", ("unavailable", True, None)),
    ],
)
async def test_failures_are_told_apart_and_each_is_one_request(
    provider: LiteLLMProvider, server: ModelServer, model: str, told: tuple[str, bool, float | None]
) -> None:
    with pytest.raises(AttemptFailed) as failed:
        await attempt(provider, server, model)
    assert (failed.value.kind, failed.value.again, failed.value.retry_after) == told
    assert len(server.asked) == 1
    assert failed.value.__context__ is None
    assert "\n" not in str(failed.value)


@pytest.mark.parametrize("model", ["plain", "calls", "thinks", "nothing", "uncounted", "in-text", "gpt-4o-mini"])
async def test_an_answer_that_comes_in_parts_is_the_same_as_one_that_comes_whole(
    provider: LiteLLMProvider, server: ModelServer, model: str
) -> None:
    whole, at_once = await heard_attempt(provider, server, model)
    given, came = await heard_attempt(provider, server, model, stream=True)
    assert replace(given, message={**given.message, "content": given.message["content"] or None}) == whole
    assert at_once == []
    assert (len(came) > 0) is (model != "nothing")
    assert server.asked[-1].pop("stream_options") == {"include_usage": True}
    assert server.asked[-1].pop("stream") is True
    assert server.asked[0] == server.asked[1]


async def test_each_part_is_heard_when_it_comes(provider: LiteLLMProvider, server: ModelServer) -> None:
    given, came = await heard_attempt(provider, server, "hesitant", stream=True)
    assert given.message["content"] == "One two three four."
    assert len(came) == 4
    assert all(later - earlier > 0.1 for earlier, later in pairwise(came))


async def test_an_answer_that_breaks_off_is_no_answer(provider: LiteLLMProvider, server: ModelServer) -> None:
    with pytest.raises(AttemptFailed) as failed:
        await attempt(provider, server, "broken", stream=True)
    assert (failed.value.kind, failed.value.again) == ("unavailable", True)
    assert failed.value.__context__ is None


@pytest.mark.parametrize(("status", "told"), [("401", ("key", False, None)), ("429", ("unavailable", True, 7.0))])
async def test_a_refusal_is_the_same_where_parts_were_asked_for(
    provider: LiteLLMProvider, server: ModelServer, status: str, told: tuple[str, bool, float | None]
) -> None:
    with pytest.raises(AttemptFailed) as failed:
        await attempt(provider, server, status, stream=True)
    assert (failed.value.kind, failed.value.again, failed.value.retry_after) == told
    assert len(server.asked) == 1


async def test_a_server_that_stops_in_the_middle_is_a_timeout(server: ModelServer) -> None:
    gateway, ledger = Gateway(LiteLLMProvider(), retries=Retries(attempts=2, first=0.0)), MemoryLedger()
    gateway.keep_books_in(ledger)
    request = asking(model="openai/hesitant", api_base=server.api_base, stream=True, timeout=0.1)
    with pytest.raises(ModelFailed) as failed:
        await gateway.complete(request, purpose="agent")
    await gateway.close()
    assert failed.value.kind == "timeout"
    assert len(server.asked) == 2
    assert [(call.status, call.error, call.attempts) for call in ledger.calls.values()] == [("failed", "timeout", 2)]


async def test_a_slow_server_is_not_waited_for(provider: LiteLLMProvider, server: ModelServer) -> None:
    with pytest.raises(AttemptFailed) as failed:
        await attempt(provider, server, "slow", timeout=0.2)
    assert (failed.value.kind, failed.value.again) == ("timeout", True)


@pytest.mark.parametrize("stream", [False, True])
async def test_where_nobody_listens_it_may_be_tried_again(provider: LiteLLMProvider, *, stream: bool) -> None:
    with pytest.raises(AttemptFailed) as failed:
        await provider.attempt(asking(model="openai/x", api_base="http://127.0.0.1:9/v1", stream=stream), 1, unheard)
    assert (failed.value.kind, failed.value.again) == ("unavailable", True)


async def test_servers_of_ones_own_need_no_key(
    provider: LiteLLMProvider, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    assert (await attempt(provider, server, "plain")).message["content"] == "Hi."


@pytest.mark.parametrize(
    ("model", "kind"), [("openai/gpt-4o-mini", "key"), ("anthropic/claude-x", "key"), ("nobody-x", "unknown_model")]
)
async def test_a_missing_key_and_an_unknown_provider_are_told_at_once(
    provider: LiteLLMProvider, monkeypatch: pytest.MonkeyPatch, model: str, kind: str
) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(AttemptFailed) as failed:
        await provider.attempt(asking(model=model), 1, unheard)
    assert (failed.value.kind, failed.value.again) == (kind, False)


async def test_nothing_is_printed_but_our_own_log_and_no_key_is_told(
    server: ModelServer, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    gateway = Gateway(LiteLLMProvider(), timing=PassingTime().timing())
    with capture_logs() as logged:
        for model in ("401", "500"):
            with pytest.raises(ModelFailed) as failed:
                await gateway.complete(asking(model=f"openai/{model}", api_base=server.api_base), purpose="agent")
            assert KEY not in str(failed.value)
        await gateway.close()
    assert len(server.asked) == 1 + 4
    assert [entry["event"] for entry in logged] == [
        "model_call_failed",
        *["model_call_repeated"] * 3,
        "model_call_failed",
    ]
    assert KEY not in repr(logged)
    printed = capfd.readouterr()
    assert (printed.out, printed.err, caplog.text) == ("", "", "")


@pytest.mark.parametrize(
    ("model", "api_base", "place"),
    [
        ("openai/x", None, "openai"),
        ("gpt-x", None, "default"),
        ("openai/x", "http://me:pass@127.0.0.1:8000/v1?key=k", "openai@127.0.0.1:8000"),
        ("openai/x", "nonsense", "openai@unknown"),
    ],
)
def test_limits_are_by_provider_and_address(model: str, api_base: str | None, place: str) -> None:
    assert LiteLLMProvider().place(asking(model=model, api_base=api_base)) == place


async def test_without_the_packages_it_is_said_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "litellm", None)
    with pytest.raises(ModelFailed, match=r"pip install 'regulars\[models\]'") as failed:
        await Gateway(LiteLLMProvider()).complete(asking(model="openai/x"), purpose="agent")
    assert failed.value.kind == "not_installed"


@pytest.mark.parametrize("module", ["app.cli", "app.cli.root", "app.main", "app.models.opening"])
def test_it_is_not_loaded_before_it_is_needed(module: str) -> None:
    code = f"import sys, {module}; print([name for name in ('litellm', 'openai', 'tiktoken') if name in sys.modules])"
    assert _run(code) == "[]"


def test_the_event_loop_goes_on_while_it_is_loaded() -> None:
    code = """
import asyncio
from app.models.litellm_provider import LiteLLMProvider

async def main():
    loading, turns = asyncio.create_task(LiteLLMProvider().prepare()), 0
    while not loading.done():
        await asyncio.sleep(0.01)
        turns += 1
    await loading
    print(turns > 10)

asyncio.run(main())
"""
    assert _run(code) == "True"


def test_the_garbage_collector_does_not_go_through_what_it_brings() -> None:
    code = """
import asyncio, gc
from app.models.litellm_provider import LiteLLMProvider
asyncio.run(LiteLLMProvider().prepare())
print(gc.isenabled(), gc.get_freeze_count() > 20 * len(gc.get_objects()))
"""
    assert _run(code) == "True True"


def _run(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ)).stdout.strip()
