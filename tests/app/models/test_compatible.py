"""Servers at an address of their own are asked, and read, as LiteLLM would ask and read them."""

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import litellm
import pytest

from app.models.answers import answer_of
from app.models.compatible import CompatibleServers
from app.models.litellm_provider import LiteLLMProvider
from app.models.parameters import parameters_of
from app.models.provider import AttemptFailed, Given
from simulators.model import ChatRequest
from tests.app.models.model_fakes import asking
from tests.app.models.model_server import ANSWERS, TOOL_CALL, Answer, ModelServer, completion, model_server

TOOL = {"type": "function", "function": {"name": "find", "parameters": {"type": "object", "properties": {}}}}
SCHEMA = {"type": "object", "properties": {"a": {"type": "string"}}}
WHOLE: tuple[Answer, ...] = (
    {"role": "system", "content": "You serve."},
    {"role": "user", "content": "Where is #W1? \u00fc \U0001f600"},
    {"role": "assistant", "content": None, "tool_calls": [TOOL_CALL]},
    {"role": "tool", "tool_call_id": "a", "content": "{}"},
    {"role": "assistant", "content": "There.", "reasoning_content": "Hm."},
    {"role": "user", "content": [{"type": "text", "text": "And that?"}]},
)
pytestmark = pytest.mark.anyio


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-operator-1")
    with model_server() as found:
        yield found


@pytest.fixture
async def servers() -> AsyncIterator[CompatibleServers]:
    provider = LiteLLMProvider()
    await provider.prepare()
    found = CompatibleServers(litellm)
    yield found
    await found.close()
    await provider.close()


async def by_litellm(request: ChatRequest) -> Given:
    """The same by LiteLLM alone, as its manual has it."""
    arguments = {"model": request.model, "messages": list(request.messages), "api_base": request.api_base}
    response = await litellm.acompletion(**arguments, **parameters_of(request), drop_params=True, max_retries=0)
    cost = response._hidden_params.get("response_cost")
    return answer_of(response.model_dump(), request, cost=cost)


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        ("plain", {}),
        ("plain", {"temperature": 0.7, "max_tokens": 9, "seed": 3}),
        ("plain", {"messages": WHOLE, "tools": (TOOL,), "answer_schema": SCHEMA}),
        ("org/a-model", {"temperature": 0.7}),
        ("o1", {"temperature": 0.7, "max_tokens": 9, "seed": 3}),
        ("o3-mini", {"messages": WHOLE, "tools": (TOOL,), "max_tokens": 9}),
        ("gpt-5-mini", {"temperature": 0.7, "max_tokens": 9, "tools": (TOOL,)}),
        ("gpt-4", {"answer_schema": SCHEMA}),
        ("gpt-4o", {"messages": WHOLE, "answer_schema": SCHEMA}),
    ],
)
@pytest.mark.parametrize("ending", ["", "/"])
async def test_what_goes_out_is_what_litellm_would_send(
    servers: CompatibleServers, server: ModelServer, model: str, fields: Any, ending: str
) -> None:
    request = asking(model=f"openai/{model}", api_base=server.api_base + ending)
    request = ChatRequest.model_validate({**request.model_dump(), **json.loads(json.dumps(fields))})
    assert servers.has(request)
    await servers.attempt(request)
    await by_litellm(request)
    ours, theirs = server.asked
    assert ours == theirs
    assert server.paths == ["/v1/chat/completions"] * 2
    assert server.keys == ["Bearer sk-of-the-operator-1"] * 2


FURTHER: dict[str, Answer] = {
    "think-in-text": completion({"content": "<think>Hm.</think>Hi."}),
    "reasoning": completion({"content": "Hi.", "reasoning": "Hm."}),
    "no-role": completion({"content": "Hi.", "role": None}),
    "no-end": completion({"content": "Hi."}, finish_reason=""),
    "several": completion({"content": None, "tool_calls": [TOOL_CALL, {**TOOL_CALL, "id": "b"}]}),
    "no-arguments": completion({"content": "", "tool_calls": [{**TOOL_CALL, "function": {"name": "find"}}]}),
    "priced-answer": completion({"content": "Hi."}, model="gpt-4o-mini"),
    "gpt-4.1": completion({"content": "Hi."}, model="gpt-4.1-2025-04-14"),
    "details": completion(
        {"content": "Hi."},
        model="gpt-4o",
        usage={"prompt_tokens": 2_000, "completion_tokens": 9, "total_tokens": 2_009,
               "prompt_tokens_details": {"cached_tokens": 1_024}},
    ),
    "empty-error": completion({"content": "Hi."}, error={"message": ""}),
    "further": completion({"content": "Hi.", "annotations": [], "refusal": None}, system_fingerprint="x", timings={}),
}  # fmt: skip


@pytest.mark.parametrize("model", [*(ANSWERS.keys() - {"no-choices", "no-completion"}), *FURTHER])
async def test_what_comes_back_is_read_as_litellm_reads_it(
    servers: CompatibleServers, server: ModelServer, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, answer in FURTHER.items():
        monkeypatch.setitem(ANSWERS, name, answer)
    request = asking(model=f"openai/{model}", api_base=server.api_base, tools=(TOOL,))
    assert await servers.attempt(request) == await by_litellm(request)


@pytest.mark.parametrize(
    ("answer", "kind", "again"),
    [
        ({"error": {"message": "the model is too busy", "code": 503}}, "unavailable", True),
        ({"error": {"message": "no such model", "code": 404}}, "unknown_model", False),
        ({"error": "broken"}, "refused", False),
        ([], "unavailable", True),
        ("<html>", "unavailable", True),
    ],
)
async def test_an_error_in_place_of_an_answer_is_a_failure(
    *,
    servers: CompatibleServers,
    server: ModelServer,
    monkeypatch: pytest.MonkeyPatch,
    answer: Any,
    kind: str,
    again: bool,
) -> None:
    monkeypatch.setitem(ANSWERS, "plain", answer)
    with pytest.raises(AttemptFailed) as failed:
        await servers.attempt(asking(model="openai/plain", api_base=server.api_base))
    assert (failed.value.kind, failed.value.again) == (kind, again)
    assert failed.value.__context__ is None


async def test_an_empty_purse_is_told_from_too_many_requests(
    servers: CompatibleServers, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "refusal", {"error": {"message": "x", "code": "insufficient_quota"}})
    with pytest.raises(AttemptFailed) as failed:
        await servers.attempt(asking(model="openai/429", api_base=server.api_base))
    assert (failed.value.kind, failed.value.again) == ("key", False)


async def test_the_organisation_is_named_and_who_stands_in_the_address_needs_no_key(
    servers: CompatibleServers, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-1")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-1")
    with_user = server.api_base.replace("http://", "http://me:pass@")
    await servers.attempt(asking(model="openai/plain", api_base=with_user))
    assert server.keys == ["Basic bWU6cGFzcw=="]
    assert (server.headers["openai-organization"], server.headers["openai-project"]) == ("org-1", "proj-1")


@pytest.mark.parametrize(
    ("model", "api_base", "has"),
    [
        ("openai/plain", "http://127.0.0.1:1/v1", True),
        ("openai/org/a-model", "http://127.0.0.1:1/v1", True),
        ("openai/plain", None, False),
        ("openai/responses/plain", "http://127.0.0.1:1/v1", False),
        ("openai/o1-pro", "http://127.0.0.1:1/v1", False),
        ("ollama/plain", "http://127.0.0.1:1/v1", False),
        ("plain", "http://127.0.0.1:1/v1", False),
    ],
)
async def test_others_are_left_to_litellm(
    servers: CompatibleServers, model: str, api_base: str | None, has: bool
) -> None:
    assert servers.has(asking(model=model, api_base=api_base)) is has


async def test_closed_connections_are_opened_again(servers: CompatibleServers, server: ModelServer) -> None:
    request = asking(model="openai/plain", api_base=server.api_base)
    first = await servers.attempt(request)
    await servers.close()
    assert await servers.attempt(request) == first
