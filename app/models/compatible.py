"""Servers at an address of their own that speak chat completions: LiteLLM translates, and we send.

LiteLLM's own way to them, through the client library of OpenAI, takes 1.9 ms of CPU a call on a machine where this one
takes 0.3: hundreds of conversations with a fast server would wait for that, and not for their model.
"""

import json
import os
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from app.models.answers import answer_of
from app.models.failures import failure_of
from app.models.parameters import parameters_of
from app.models.provider import AttemptFailed, Given
from app.models.retries import asked_pause
from domains.kit.records import JSON
from simulators.model import ChatRequest

if TYPE_CHECKING:
    from aiohttp import ClientSession

PREFIX = "openai/"
_PROVIDER = PREFIX.rstrip("/")
_FROM_VARIABLES = {
    "openai-organization": ("OPENAI_ORGANIZATION", "OPENAI_ORG_ID"),
    "openai-project": ("OPENAI_PROJECT_ID",),
}


class Sent(NamedTuple):
    """A request as it goes out."""

    url: str
    headers: dict[str, str]
    body: bytes
    timeout: float


class CompatibleServers:
    """Asks such servers, over connections that are kept; none is opened before the first request."""

    def __init__(self, litellm: JSON):
        """`litellm` is the package, loaded. What else is needed is loaded here, which takes a while."""
        import aiohttp  # noqa: PLC0415 - not before LiteLLM, which brings it

        self._litellm = litellm
        self._aiohttp = aiohttp
        self._ssl = import_module("litellm.llms.custom_httpx.http_handler").get_ssl_configuration()
        shapes = import_module("litellm.litellm_core_utils.llm_response_utils.convert_dict_to_response")
        self._shaped = shapes.convert_to_model_response_object
        self._session: ClientSession | None = None

    @staticmethod
    def has(request: ChatRequest) -> bool:
        """Whether a request is for such a server; some models of OpenAI's are asked by another protocol."""
        return request.api_base is not None and request.model.startswith(PREFIX) and _chats(_model(request))

    async def attempt(self, request: ChatRequest) -> Given:
        """Ask once; raises `AttemptFailed`, without a cause."""
        try:
            status, headers, body = await self._answered(await self._translated(request))
        except TimeoutError:
            failure = AttemptFailed("no answer in time", kind="timeout", again=True)
        except (self._aiohttp.ClientError, OSError, ValueError) as error:
            failure = failure_of(f"no connection: {error}")
        else:
            if status < 400:
                return self._given(request, body)
            said = f"HTTP {status}: {body.decode(errors='replace')}"
            failure = failure_of(said, status=status, retry_after=asked_pause(headers.get("retry-after")))
        raise failure

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def _translated(self, request: ChatRequest) -> Sent:
        """As LiteLLM has it for models of that name: not all take every parameter."""
        utils, model, base = self._litellm.utils, _model(request), str(request.api_base)
        provider = self._litellm.LlmProviders.OPENAI
        config = utils.ProviderConfigManager.get_provider_chat_config(model=model, provider=provider)
        taken = config.get_supported_openai_params(model)
        wanted = {name: value for name, value in parameters_of(request).items() if name in taken}
        parameters = config.map_openai_params(wanted, {}, model, drop_params=True)
        data = await config.async_transform_request(
            model=model,
            messages=utils.validate_and_fix_openai_messages(messages=list(request.messages)),
            optional_params=parameters,
            litellm_params={},
            headers={},
        )
        url = config.get_complete_url(base, None, model, parameters, {})
        return Sent(url, _headers(base), json.dumps(data).encode(), request.timeout)

    async def _answered(self, sent: Sent) -> tuple[int, Mapping[str, str], bytes]:
        asking = self._opened().post(
            sent.url,
            data=sent.body,
            headers=sent.headers,
            proxy=_proxy(*urlsplit(sent.url)[:2]),
            timeout=self._aiohttp.ClientTimeout(total=sent.timeout),
        )
        async with asking as response:
            return response.status, response.headers, await response.read()

    def _opened(self) -> "ClientSession":
        if self._session is None:
            connector = self._aiohttp.TCPConnector(limit=0, ssl=self._ssl)
            jar = self._aiohttp.DummyCookieJar()
            self._session = self._aiohttp.ClientSession(connector=connector, cookie_jar=jar)
        return self._session

    def _given(self, request: ChatRequest, body: bytes) -> Given:
        try:
            response = self._shaped(
                response_object=json.loads(body),
                model_response_object=self._litellm.ModelResponse(),
                hidden_params={},
                _response_headers={},
            )
        except Exception as error:  # noqa: BLE001 - LiteLLM raises whatever it stumbles over
            said = getattr(error, "message", None) or error
            failure = failure_of(f"no chat completion: {said}", status=getattr(error, "status_code", None))
        else:
            return answer_of(response.model_dump(), request, cost=self._cost(_model(request), response))
        raise failure

    def _cost(self, model: str, response: JSON) -> float | None:
        """In US dollars; None where the model has no known price."""
        if not any(_has_price(name) for name in (model, response.model) if name):
            # It would be found out by an exception, and that would take as long as the whole translation.
            return None
        try:
            cost = self._litellm.cost_calculator.response_cost_calculator(
                response_object=response,
                model=model,
                custom_llm_provider=_PROVIDER,
                call_type="acompletion",
                optional_params={},
            )
        except Exception:  # noqa: BLE001 - bare ones, for what it has no price for
            return None
        return float(cost)


def _model(request: ChatRequest) -> str:
    return request.model.removeprefix(PREFIX)


def _headers(base: str) -> dict[str, str]:
    headers = {"content-type": "application/json"}
    if "@" not in urlsplit(base).netloc:
        # Servers on one's own machine want no key, but some want something in its place.
        headers["authorization"] = f"Bearer {os.environ.get('OPENAI_API_KEY') or 'none'}"
    for header, variables in _FROM_VARIABLES.items():
        if value := next(filter(None, map(os.environ.get, variables)), None):
            headers[header] = value
    return headers


@lru_cache(maxsize=256)
def _proxy(scheme: str, place: str) -> str | None:
    """The proxy that the environment names for a host. To look it up takes as long as a tenth of a call."""
    if proxy_bypass(urlsplit(f"//{place}").hostname or ""):
        return None
    proxies = getproxies()
    return proxies.get(scheme) or proxies.get("all")


@lru_cache(maxsize=1024)
def _chats(model: str) -> bool:
    known, _ = import_module("litellm.main").responses_api_bridge_check(model=model, custom_llm_provider=_PROVIDER)
    return bool(known.get("mode") != "responses")


@lru_cache(maxsize=1024)
def _has_price(model: str) -> bool:
    try:
        import_module("litellm").get_model_info(model, custom_llm_provider=_PROVIDER)
    except Exception:  # noqa: BLE001 - bare ones, for models that it does not know
        return False
    return True
