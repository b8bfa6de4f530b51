"""Models behind a bare URL: a server's chat-completions address, called as it is, without any provider in between."""

from collections.abc import Callable
from json import JSONDecodeError
from urllib.parse import urlsplit

import httpx

from app.models.provider import AttemptFailed, Given
from app.models.retries import kind_of, worth_retrying
from domains.kit.records import JSON
from simulators.model import ChatRequest, Usage

URL_PREFIXES = ("http:", "https:")
"""A model whose name is a URL is behind it."""
EXCERPT = 200


class EndpointProvider:
    """Sends policy, conversation and tools to the URL that is the model's name, and nothing else.

    Answers are not kept: nobody says when what is behind a URL has changed.
    """

    version = None

    def __init__(self, check: Callable[[str], str], *, http: httpx.AsyncClient | None = None):
        """`check` raises a `ValueError` for a URL that must not be called."""
        self._check = check
        # Somebody who may be called must not be able to send the call on to somebody who may not.
        self._http = http or httpx.AsyncClient(follow_redirects=False, timeout=None)  # noqa: S113 - the gateway has one

    def place(self, request: ChatRequest) -> str:
        """The URL's host and port."""
        return urlsplit(request.model).netloc.rpartition("@")[2]

    async def prepare(self) -> None:
        """Nothing is needed."""

    async def attempt(self, request: ChatRequest, number: int) -> Given:  # noqa: ARG002 - every attempt is the same
        """POST the conversation; raises `AttemptFailed`."""
        try:
            url = self._check(request.model)
        except ValueError as error:
            raise AttemptFailed(str(error), kind="unknown_model") from None
        try:
            response = await self._http.post(url, json=_body(request))
        except httpx.TimeoutException:
            raise AttemptFailed("no answer in time", kind="timeout", again=True) from None
        except httpx.HTTPError as error:
            raise AttemptFailed(f"no connection: {error}", kind="unavailable", again=True) from None
        return _given(response)

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()


def _body(request: ChatRequest) -> JSON:
    body: dict[str, JSON] = {"messages": list(request.messages), "temperature": request.temperature}
    optional: dict[str, JSON] = {
        "tools": list(request.tools) or None,
        "max_tokens": request.max_tokens,
        "seed": request.seed,
    }
    if request.answer_schema is not None:
        schema = {"name": "answer", "schema": request.answer_schema}
        optional["response_format"] = {"type": "json_schema", "json_schema": schema}
    return body | {name: value for name, value in optional.items() if value is not None}


def _given(response: httpx.Response) -> Given:
    if response.status_code != httpx.codes.OK:
        said = response.text[:EXCERPT]
        raise AttemptFailed(
            f"HTTP {response.status_code}: {said}",
            kind=kind_of(response.status_code),
            again=worth_retrying(response.status_code),
            retry_after=_seconds(response.headers.get("retry-after")),
        )
    try:
        answer = response.json()
        choice = answer["choices"][0]
        message = {"role": "assistant", **choice["message"]}
    except (JSONDecodeError, KeyError, IndexError, TypeError, UnicodeDecodeError) as error:
        raise AttemptFailed(
            f"the answer is no chat completion ({type(error).__name__}: {error})", kind="refused"
        ) from None
    return Given(message, choice.get("finish_reason"), _usage(answer.get("usage")))


def _usage(told: JSON) -> Usage:
    counted = told if isinstance(told, dict) else {}
    return Usage(
        prompt_tokens=_count(counted.get("prompt_tokens")), completion_tokens=_count(counted.get("completion_tokens"))
    )


def _count(told: JSON) -> int:
    return told if isinstance(told, int) and told >= 0 else 0


def _seconds(header: str | None) -> float | None:
    try:
        return max(float(header), 0.0) if header is not None else None
    except ValueError:
        return None
