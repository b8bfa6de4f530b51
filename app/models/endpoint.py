"""Models behind a bare URL: a server's chat-completions address, called as it is, without any provider in between."""

from collections.abc import Callable
from urllib.parse import urlsplit

import httpx

from app.models.answers import answer_of
from app.models.parameters import parameters_of
from app.models.provider import AttemptFailed, Given, Heard
from app.models.retries import asked_pause, kind_of, worth_retrying
from simulators.model import ChatRequest

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

    async def attempt(self, request: ChatRequest, number: int, heard: Heard) -> Given:  # noqa: ARG002 - always alike
        """POST the conversation; raises `AttemptFailed`. The answer comes whole."""
        try:
            url = self._check(request.model)
        except ValueError as error:
            raise AttemptFailed(str(error), kind="unknown_model") from None
        try:
            response = await self._http.post(url, json={"messages": list(request.messages), **parameters_of(request)})
        except httpx.TimeoutException:
            raise AttemptFailed("no answer in time", kind="timeout", again=True) from None
        except httpx.InvalidURL as error:
            raise AttemptFailed(f"no URL: {error}", kind="unknown_model") from None
        except httpx.HTTPError as error:
            raise AttemptFailed(f"no connection: {error}", kind="unavailable", again=True) from None
        return _given(response, request)

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()


def _given(response: httpx.Response, request: ChatRequest) -> Given:
    if response.status_code != httpx.codes.OK:
        said = response.text[:EXCERPT]
        raise AttemptFailed(
            f"HTTP {response.status_code}: {said}",
            kind=kind_of(response.status_code),
            again=worth_retrying(response.status_code),
            retry_after=asked_pause(response.headers.get("retry-after")),
        )
    try:
        return answer_of(response.json(), request, cost=None)
    except (AttemptFailed, ValueError, KeyError, AttributeError, TypeError) as error:
        # What the agent under test answers is its own doing.
        raise AttemptFailed(
            f"the answer is no chat completion ({type(error).__name__}: {error})", kind="refused"
        ) from None
