"""Puts a gateway together, the same for the service and for commands."""

from collections.abc import Mapping
from pathlib import Path

from app.clock import Clock
from app.models.cache import ResponseCache
from app.models.endpoint import URL_PREFIXES, EndpointProvider
from app.models.gateway import Gateway, Memory
from app.models.ledger import Ledger
from app.models.limiter import Limits
from app.models.litellm_provider import LiteLLMProvider
from app.models.outbound import check_address
from app.models.recording import Recording
from app.models.redaction import Redactor
from app.models.retries import Retries
from app.models.script import Script
from app.models.scripted import ScriptedProvider
from app.settings import Settings

CACHE_FOLDER = "model-cache"


def open_gateway(
    settings: Settings,
    *,
    ledger: Ledger | None = None,
    scripts: Mapping[str, Script] | None = None,
    clock: Clock | None = None,
) -> Gateway:
    """A gateway to every model. Nothing is imported or sent yet; raises `BadRecording` where a replay cannot be read.

    `scripts` are further models named `scripted/NAME`.
    """
    redactor = Redactor()
    endpoint = EndpointProvider(lambda url: check_address(url, settings.agent_hosts))
    return Gateway(
        LiteLLMProvider(),
        providers={"scripted": ScriptedProvider(scripts), **dict.fromkeys(URL_PREFIXES, endpoint)},
        ledger=ledger,
        memories=_memories(settings, redactor),
        limits=Limits(settings.model_concurrency, settings.model_requests_per_minute),
        retries=Retries(deadline=settings.model_deadline_seconds),
        redactor=redactor,
        clock=clock,
    )


def _memories(settings: Settings, redactor: Redactor) -> tuple[Memory, ...]:
    """Where answers may come from. In a replay that is the recording alone."""
    if settings.model_replay is not None:
        return (Recording(settings.model_replay, replay=True, redactor=redactor),)
    memories: list[Memory] = []
    if settings.model_recording is not None:
        memories.append(Recording(settings.model_recording, replay=False, redactor=redactor))
    if settings.model_cache:
        memories.append(ResponseCache(cache_folder(settings), redactor=redactor))
    return tuple(memories)


def cache_folder(settings: Settings) -> Path:
    """Where answers are kept."""
    return settings.model_cache_dir or settings.data_dir / CACHE_FOLDER
