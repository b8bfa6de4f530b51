"""Models behind a bare URL."""

import asyncio
import json

import httpx
import pytest

from app.models.endpoint import EndpointProvider
from app.models.provider import AttemptFailed, Given
from domains.kit.records import JSON
from simulators.model import ChatRequest, Usage

URL = "http://127.0.0.1:8080/v1/chat/completions"
TOOL = {"type": "function", "function": {"name": "find", "parameters": {"type": "object"}}}
REQUEST = ChatRequest(model=URL, messages=({"role": "system", "content": "Be kind."},), tools=(TOOL,), seed=3)
SAID = {"role": "assistant", "content": "Hello."}


def allowed(url: str) -> str:
    if "evil" in url:
        raise ValueError("evil is not among the hosts")
    return url


def asked(answer: httpx.Response | Exception, request: ChatRequest = REQUEST) -> tuple[Given, list[httpx.Request]]:
    seen: list[httpx.Request] = []

    def heard() -> None:
        raise AssertionError("it comes whole")

    def respond(got: httpx.Request) -> httpx.Response:
        seen.append(got)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def run() -> Given:
        provider = EndpointProvider(allowed, http=httpx.AsyncClient(transport=httpx.MockTransport(respond)))
        return await provider.attempt(request, 1, heard)

    return asyncio.run(run()), seen


def test_it_is_sent_messages_tools_and_settings_and_nothing_else() -> None:
    _, (request,) = asked(httpx.Response(200, json={"choices": [{"message": SAID}]}))
    assert str(request.url) == URL
    assert json.loads(request.content) == {
        "messages": [{"role": "system", "content": "Be kind."}],
        "tools": [TOOL],
        "temperature": 0.0,
        "seed": 3,
    }


def test_its_message_and_what_it_took_come_back() -> None:
    usage = {"prompt_tokens": 12, "completion_tokens": 3}
    given, _ = asked(
        httpx.Response(200, json={"choices": [{"message": SAID, "finish_reason": "stop"}], "usage": usage})
    )
    assert given == Given(SAID, "stop", Usage(prompt_tokens=12, completion_tokens=3))


@pytest.mark.parametrize("body", ["hi", [], {}, {"choices": []}, {"choices": [{"message": 3}]}, {"choices": {"0": 1}}])
def test_what_is_no_chat_completion_is_refused_and_not_asked_for_again(body: JSON) -> None:
    with pytest.raises(AttemptFailed, match="no chat completion") as failed:
        asked(httpx.Response(200, json=body))
    assert (failed.value.kind, failed.value.again) == ("refused", False)


@pytest.mark.parametrize(
    ("answer", "kind", "again", "retry_after"),
    [
        (httpx.Response(503, headers={"Retry-After": "7"}), "unavailable", True, 7.0),
        (httpx.Response(429, headers={"Retry-After": "soon"}), "unavailable", True, None),
        (httpx.Response(400), "refused", False, None),
        (httpx.Response(401), "key", False, None),
        (httpx.Response(402), "key", False, None),
        (httpx.InvalidURL("no port"), "unknown_model", False, None),
        (httpx.Response(302, headers={"Location": "http://10.0.0.1/"}), "refused", False, None),
        (httpx.ReadTimeout("slow"), "timeout", True, None),
        (httpx.ConnectError("no"), "unavailable", True, None),
    ],
)
def test_failures_say_whether_another_attempt_could_do_better(
    answer: httpx.Response | Exception, kind: str, again: bool, retry_after: float | None
) -> None:
    with pytest.raises(AttemptFailed) as failed:
        asked(answer)
    assert (failed.value.kind, failed.value.again, failed.value.retry_after) == (kind, again, retry_after)


def test_calls_and_tokens_are_brought_into_the_shape_of_every_other_provider() -> None:
    """Some servers leave out ids, give arguments as objects, and do not count."""
    called = {"role": "tool", "content": None, "tool_calls": [{"function": {"name": "find", "arguments": {"id": 7}}}]}
    given, _ = asked(httpx.Response(200, json={"choices": [{"message": called}], "usage": {"prompt_tokens": -1}}))
    function = {"name": "find", "arguments": '{"id": 7}'}
    assert given.message["role"] == "assistant"
    assert given.message["tool_calls"] == [{"id": "call_1_0", "type": "function", "function": function}]
    assert (given.finish_reason, given.estimated, given.usage.prompt_tokens > 0) == ("tool_calls", True, True)


def test_an_address_that_is_not_allowed_is_never_called() -> None:
    evil = REQUEST.model_copy(update={"model": "http://evil.example/v1/chat/completions"})
    with pytest.raises(AttemptFailed, match="not among the hosts"):
        asked(AssertionError("called"), evil)
