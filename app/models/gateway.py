"""The gateway: brings requests to providers, within their limits, and keeps the books on every call."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

import structlog

from app.clock import Clock, SystemClock
from app.ids import id_maker
from app.models.ledger import Ledger, MemoryLedger, ModelCall
from app.models.limiter import Limiter, Limits, PausedTooLong
from app.models.provider import AttemptFailed, Given, Provider
from app.models.redaction import Redactor
from app.models.retries import Retries
from app.models.timing import Timing
from simulators.model import ChatAnswer, ChatRequest, ModelFailed, Purpose, Usage

log = structlog.get_logger()


class Memory(Protocol):
    """Where answers are kept, to be given again without asking anybody."""

    async def find(self, request: ChatRequest, version: str | None) -> Given | None:
        """The answer that is kept; raises `AttemptFailed` where what is not kept must not be asked."""

    async def keep(self, request: ChatRequest, version: str | None, given: Given) -> None:
        """Keep an answer; raises `OSError` where that cannot be done."""


class Gateway:
    """A `ChatModel` over all providers.

    An answer that one of the `memories` has is given again, and costs nothing. Any other request waits for its turn at
    the provider, is entered in the ledger, and then sent, as often as `retries` allow.
    """

    def __init__(
        self,
        otherwise: Provider,
        *,
        providers: Mapping[str, Provider] | None = None,
        ledger: Ledger | None = None,
        memories: tuple[Memory, ...] = (),
        limits: Limits | None = None,
        retries: Retries | None = None,
        redactor: Redactor | None = None,
        timing: Timing | None = None,
        clock: Clock | None = None,
        new_id: Callable[[], str] | None = None,
    ):
        """`providers` are those for models whose names begin with `KEY/`; all others are for `otherwise`."""
        self._otherwise = otherwise
        self._providers = dict(providers or {})
        self._ledger: Ledger = ledger or MemoryLedger()
        self._memories = memories
        self._limits = limits or Limits()
        self._limiters: dict[str, Limiter] = {}
        self._labels: dict[str, str] = {}
        self._retries = retries or Retries()
        self._redactor = redactor or Redactor()
        self._timing = timing or Timing()
        self._clock = clock or SystemClock()
        self._new_id = new_id or id_maker()

    def keep_books_in(self, ledger: Ledger) -> None:
        """Enter calls here from now on: a database is open later than the gateway is made."""
        self._ledger = ledger

    async def complete(self, request: ChatRequest, *, purpose: Purpose, session: str | None = None) -> ChatAnswer:
        """The model's answer; raises `ModelFailed`, which has no key in it and no cause that has.

        Cancelling it is safe: the ledger then says so.
        """
        provider = self._provider(request.model)
        effort = _Effort(
            ModelCall(
                id=self._new_id(),
                session_id=session,
                purpose=purpose,
                model=self._label(request.model),
                provider=self._label(provider.place(request)),
                started_at=self._clock.now(),
            )
        )
        try:
            outcome = await self._outcome(effort, provider, request)
        except BaseException as error:
            unfinished = "cancelled" if isinstance(error, asyncio.CancelledError) else type(error).__name__
            await self._fail(effort, unfinished)
            raise
        if isinstance(outcome, AttemptFailed):
            await self._fail(effort, outcome.kind)
            # Not raised where the failure was caught: a traceback would show what the provider said.
            raise self._model_failed(effort, outcome)
        return await self._succeed(effort, outcome)

    async def close(self) -> None:
        """Let go of the providers' connections."""
        for provider in (*self._providers.values(), self._otherwise):
            await provider.close()

    def _provider(self, model: str) -> Provider:
        prefix, slash, _name = model.partition("/")
        return self._providers.get(prefix, self._otherwise) if slash else self._otherwise

    async def _outcome(self, effort: "_Effort", provider: Provider, request: ChatRequest) -> Given | AttemptFailed:
        known = await self._known(effort, provider, request)
        if known is not None:
            return known
        try:
            await provider.prepare()
        except AttemptFailed as failure:
            return failure
        outcome = await self._asked(effort, provider, request)
        if isinstance(outcome, Given):
            outcome = replace(outcome, message=self._redactor.values(outcome.message))
            await self._keep(request, provider, outcome)
        return outcome

    async def _known(self, effort: "_Effort", provider: Provider, request: ChatRequest) -> Given | AttemptFailed | None:
        for number, memory in enumerate(self._memories):
            try:
                found = await memory.find(request, provider.version)
            except AttemptFailed as failure:
                return failure
            if found is not None:
                effort.cached = True
                await self._keep(request, provider, found, self._memories[:number])
                return replace(found, usage=Usage(cost_usd=0.0), estimated=False)
        return None

    async def _keep(
        self, request: ChatRequest, provider: Provider, given: Given, memories: tuple[Memory, ...] | None = None
    ) -> None:
        for memory in self._memories if memories is None else memories:
            try:
                await memory.keep(request, provider.version, given)
            except OSError as error:
                # The answer is there and may have been paid for.
                log.warning("model_answer_not_kept", memory=type(memory).__name__, error=type(error).__name__)

    async def _asked(self, effort: "_Effort", provider: Provider, request: ChatRequest) -> Given | AttemptFailed:
        """Attempts, until one succeeds or there is no use in another."""
        limiter = self._limiter(effort.call.provider)
        left = self._retries.deadline
        while True:
            try:
                async with limiter.turn(left):
                    outcome = await self._attempt(effort, provider, request)
                    if isinstance(outcome, AttemptFailed) and outcome.retry_after is not None:
                        limiter.pause(outcome.retry_after)
            except PausedTooLong as pause:
                return AttemptFailed(str(pause), kind="unavailable")
            if isinstance(outcome, Given):
                return outcome
            left = self._retries.deadline - self._seconds(effort)
            wait = self._retries.wait(outcome, effort.call.attempts, left=left, chance=self._timing.chance())
            if wait is None:
                return outcome
            log.info("model_call_repeated", call=effort.call.id, model=effort.call.model, error=outcome.kind, wait=wait)
            await self._timing.sleep(wait)

    async def _attempt(self, effort: "_Effort", provider: Provider, request: ChatRequest) -> Given | AttemptFailed:
        if effort.began is None:
            effort.began = self._timing.monotonic()
        effort.call = replace(effort.call, attempts=effort.call.attempts + 1)
        try:
            await self._ledger.enter(effort.call)
        except Exception as error:  # noqa: BLE001 - whatever it is, nothing is sent that is not in the books
            detail = f"nothing was sent, because the ledger of calls cannot be written ({type(error).__name__})"
            return AttemptFailed(detail, kind="unavailable")
        seconds, sent = self._patience(effort, request), self._timing.monotonic()
        effort.first = None
        try:
            async with asyncio.timeout(seconds) as limit:

                def heard() -> None:
                    if effort.first is None:
                        effort.first = self._timing.monotonic() - sent
                    limit.reschedule(asyncio.get_running_loop().time() + self._patience(effort, request))

                return await provider.attempt(request, effort.call.attempts, heard)
        except AttemptFailed as failure:
            return failure
        except TimeoutError:
            missing = "no answer" if effort.first is None else "no more of the answer"
            return AttemptFailed(f"{missing} within {seconds:g} s", kind="timeout", again=True)

    def _patience(self, effort: "_Effort", request: ChatRequest) -> float:
        """How long an attempt may be silent from now on."""
        return min(request.timeout, max(0.0, self._retries.deadline - self._seconds(effort)))

    async def _succeed(self, effort: "_Effort", given: Given) -> ChatAnswer:
        seconds = self._seconds(effort)
        done = replace(
            effort.call,
            status="done",
            prompt_tokens=given.usage.prompt_tokens,
            completion_tokens=given.usage.completion_tokens,
            estimated=given.estimated,
            cost_usd=given.usage.cost_usd,
            seconds=seconds,
            cached=effort.cached,
        )
        await self._complete(done)
        return ChatAnswer(
            call=done.id,
            message=given.message,
            finish_reason=given.finish_reason,
            usage=given.usage,
            seconds=seconds,
            first_seconds=effort.first,
            cached=done.cached,
        )

    async def _fail(self, effort: "_Effort", error: str) -> None:
        await self._complete(replace(effort.call, status="failed", seconds=self._seconds(effort), error=error))

    async def _complete(self, call: ModelCall) -> None:
        """Also where the caller is being cancelled; an answer that was paid for is not lost to a ledger that fails."""
        try:
            await self._ledger.complete(call)
        except Exception as error:  # noqa: BLE001 - whatever it is, the entry stays as it was, and the log says so
            log.warning("model_call_not_completed", call=call.id, status=call.status, error=type(error).__name__)

    def _model_failed(self, effort: "_Effort", failure: AttemptFailed) -> ModelFailed:
        attempts = f" (after {effort.call.attempts} attempts)" if effort.call.attempts > 1 else ""
        detail = self._redactor.text(f"{effort.call.model}: {failure}{attempts}")
        log.warning("model_call_failed", call=effort.call.id, error=failure.kind, detail=detail)
        return ModelFailed(detail, kind=failure.kind)

    def _label(self, name: str) -> str:
        """The name of a model or a place as it is written down: there are few, and every call has two."""
        if name not in self._labels:
            self._labels[name] = self._redactor.text(name)
        return self._labels[name]

    def _limiter(self, place: str) -> Limiter:
        if place not in self._limiters:
            self._limiters[place] = Limiter(self._limits, self._timing)
        return self._limiters[place]

    def _seconds(self, effort: "_Effort") -> float:
        return 0.0 if effort.began is None else self._timing.monotonic() - effort.began


class _Effort:
    """A call under way."""

    def __init__(self, call: ModelCall):
        self.call = call
        self.began: float | None = None
        self.first: float | None = None
        """Seconds of the present attempt until its first words, once they are there."""
        self.cached = False
