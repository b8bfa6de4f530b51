"""The provider for all real models: LiteLLM, loaded on first use. Nothing else loads it.

Of LiteLLM only the translation between providers is used. Its retries multiply with those of the client libraries and
repeat what cannot succeed; its cache, callbacks, logs and fetched price list would act behind the operator's back.
"""

import asyncio
import gc
import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module, metadata
from urllib.parse import urlsplit

from app.models.answers import answer_of
from app.models.compatible import PREFIX, CompatibleServers
from app.models.failures import failure_of
from app.models.parameters import parameters_of
from app.models.provider import AttemptFailed, Given, Heard
from app.models.retries import asked_pause
from domains.kit.records import JSON
from simulators.model import ChatRequest

NOT_INSTALLED = "language models need further packages: pip install 'regulars[models]'"
SHAPE = 1
"""Changes when `answers` brings the same response into another shape."""
GRACE_SECONDS = 10.0

_LOGGERS = ("LiteLLM", "LiteLLM Proxy", "LiteLLM Router")


class LiteLLMProvider:
    """Brings attempts to whatever provider LiteLLM finds in the model's name, with keys from the environment."""

    def __init__(self) -> None:
        self._litellm: JSON = None
        self._servers: CompatibleServers | None = None
        self._loading = asyncio.Lock()

    @cached_property
    def version(self) -> str | None:
        """The shape that answers are brought into here, and the installed LiteLLM."""
        try:
            return f"{SHAPE} litellm {metadata.version('litellm')}"
        except metadata.PackageNotFoundError:
            return None

    def place(self, request: ChatRequest) -> str:
        """The model's provider; with host and port where requests go to an address of their own."""
        provider, slash, _model = request.model.partition("/")
        name = provider if slash else "default"
        return name if request.api_base is None else f"{name}@{_host(request.api_base)}"

    async def prepare(self) -> None:
        """Import LiteLLM, which takes seconds: in a thread, so that the event loop goes on."""
        async with self._loading:
            if self._litellm is None:
                try:
                    self._litellm, self._servers = await asyncio.to_thread(_load)
                except ModuleNotFoundError as error:
                    missing = error.name
                else:
                    return
                detail = NOT_INSTALLED if missing == "litellm" else f"{NOT_INSTALLED} ({missing} is missing)"
                raise AttemptFailed(detail, kind="not_installed")

    async def attempt(self, request: ChatRequest, number: int, heard: Heard) -> Given:  # noqa: ARG002 - always alike
        """Ask once; whatever LiteLLM raises becomes an `AttemptFailed` without a cause."""
        if not request.stream and self._servers is not None and self._servers.has(request):
            return await self._servers.attempt(request)
        # Marked as one within another call, it is left out of LiteLLM's own books and logs, which nobody reads.
        left_out = self._litellm.utils.is_internal_call
        token = left_out.set(True)
        try:
            return await (self._in_parts(request, heard) if request.stream else self._whole(request))
        except AttemptFailed as failed:
            failure = failed
        except Exception as error:  # noqa: BLE001 - LiteLLM raises what its many libraries raise
            failure = _failure(error)
        finally:
            left_out.reset(token)
        raise failure

    async def _whole(self, request: ChatRequest) -> Given:
        response = await self._litellm.acompletion(**_arguments(request))
        return answer_of(response.model_dump(), request, cost=_cost(response))

    async def _in_parts(self, request: ChatRequest, heard: Heard) -> Given:
        # The gateway is to be first to lose patience: LiteLLM would call the same a connection that has broken.
        patient = request.model_copy(update={"timeout": request.timeout + GRACE_SECONDS})
        stream = await self._litellm.acompletion(
            **_arguments(patient), stream=True, stream_options={"include_usage": True}
        )
        try:
            async for part in stream:
                if _says_something(part):
                    heard()
        finally:
            await stream.aclose()
        if stream.received_finish_reason is None:
            raise AttemptFailed("the answer broke off", kind="unavailable", again=True)
        whole = self._litellm.stream_chunk_builder(stream.chunks, messages=list(request.messages))
        if whole is None:
            raise AttemptFailed("the answer is empty", kind="unavailable", again=True)
        response = whole.model_dump()
        if not any(getattr(part, "usage", None) for part in stream.chunks):
            # LiteLLM has counted for itself.
            response["usage"] = None
        return answer_of(response, request, cost=self._price(whole, request))

    def _price(self, response: JSON, request: ChatRequest) -> float | None:
        """In US dollars; None where the model has no known price, for which LiteLLM raises bare exceptions."""
        try:
            return float(self._litellm.completion_cost(response, model=request.model))
        except Exception:  # noqa: BLE001 - see above
            return None

    async def close(self) -> None:
        """Close all connections, and forget them."""
        if self._servers is not None:
            await self._servers.close()
        if self._litellm is not None:
            clients = self._litellm.in_memory_llm_clients_cache
            for client in list(clients.cache_dict.values()):
                if close := getattr(client, "close", None) or getattr(client, "aclose", None):
                    closing = close()
                    if asyncio.iscoroutine(closing):
                        await closing
            clients.flush_cache()


def _load() -> tuple[JSON, CompatibleServers]:
    # Prices from the package, not from the network; and no `.env` is read from wherever the package is installed.
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    os.environ.setdefault("LITELLM_MODE", "PRODUCTION")
    with warnings.catch_warnings(), _kept_for_good():
        warnings.simplefilter("ignore")
        import litellm  # noqa: PLC0415 - takes seconds

        # The first answer would import these, half a second in the event loop.
        import_module("openai.resources.chat")
        servers = CompatibleServers(litellm)
    litellm.telemetry = False
    litellm.suppress_debug_info = True
    litellm.set_verbose = False
    litellm.cache = None
    litellm.num_retries = None
    for callbacks in (litellm.callbacks, litellm.input_callback, litellm.success_callback, litellm.failure_callback):
        callbacks.clear()
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
        logger.setLevel(logging.CRITICAL)
    return litellm, servers


@contextmanager
def _kept_for_good() -> Iterator[None]:
    """Leave what is loaded within out of the garbage collector's rounds: a quarter of a million objects.

    A round that looks at them stops the event loop for a third of a second.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_enabled:
            gc.enable()


def _arguments(request: ChatRequest) -> dict[str, JSON]:
    arguments: dict[str, JSON] = {
        "model": request.model,
        "messages": list(request.messages),
        **parameters_of(request),
        "timeout": request.timeout,
        "drop_params": True,
        "num_retries": 0,
        "max_retries": 0,
        "caching": False,
    }
    if request.api_base is not None:
        arguments["api_base"] = request.api_base
    local = request.api_base is not None and request.model.startswith(PREFIX)
    if local and not os.environ.get("OPENAI_API_KEY"):
        # Servers on one's own machine want none, but the client library does.
        arguments["api_key"] = "none"
    return arguments


def _says_something(part: JSON) -> bool:
    """Whether a part of an answer is more than its frame."""
    deltas = [choice.delta for choice in part.choices]
    named = ("content", "tool_calls", "reasoning_content")
    return any(getattr(delta, name, None) for delta in deltas for name in named)


def _cost(response: JSON) -> float | None:
    """In US dollars; None where the model has no known price.

    LiteLLM has worked it out already. Its `completion_cost` would take a third of a millisecond to do so again, and
    raises bare exceptions for models without a price.
    """
    cost = getattr(response, "_hidden_params", {}).get("response_cost")
    return float(cost) if isinstance(cost, int | float) else None


def _failure(error: Exception) -> AttemptFailed:
    said = str(error).strip() or type(error).__name__
    return failure_of(said, status=getattr(error, "status_code", None), retry_after=_retry_after(error))


def _retry_after(error: Exception) -> float | None:
    headers = getattr(error, "litellm_response_headers", None)
    if not headers:
        headers = getattr(getattr(error, "response", None), "headers", None)
    return asked_pause(headers.get("retry-after")) if headers else None


def _host(address: str) -> str:
    """Host and port of an address: what it says of users, and its path, may be secret."""
    return urlsplit(address).netloc.rpartition("@")[2] or "unknown"
