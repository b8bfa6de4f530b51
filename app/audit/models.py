"""Checks whether a language model is good enough as a customer: short conversations with gold, measured and judged."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import fsum
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Literal

from app.agents.play import Order, Played, play
from app.agents.registry import GOLD
from app.audit.customers.measuring import sampled
from app.audit.service import Service, service_in
from app.engine.events import CustomerReplied, Event
from domains.kit.domain import Domain
from domains.kit.records import Frozen
from simulators.llm.worded import WordedCustomer
from simulators.model import ChatAnswer, ChatModel, ChatRequest, ModelFailed, Purpose
from simulators.protocol import Reply

KIND = "worded"
SEED = "0"
GOOD_TEMPLATES, USABLE_TEMPLATES = 0.05, 0.25
"""Shares of replies that templates may have to word."""
GOOD_SCHEMA = 0.95
"""Share of readings that must fit the schema. Where one does not, the rules read: it costs no correctness."""
GOOD_SECONDS, USABLE_SECONDS = 4.0, 12.0
"""Median time of a reply."""
FEWEST = 4
"""Replies below which there is no verdict."""

Verdict = Literal["good", "usable", "not good enough", "unknown"]


class ModelCheck(Frozen):
    """What was seen of one model."""

    model: str
    verdict: Verdict
    why: tuple[str, ...]
    """What keeps it from a better verdict, worst first."""
    conversations: int
    """Begun; those that the time did not suffice for are counted as far as they went."""
    finished: int
    succeeded: int
    """Of the finished ones. It is gold that is served, so all of them should."""
    replies: int
    """That the model was to word."""
    first_time: int
    """Replies whose first wording passed all checks."""
    templates: int
    """Replies that templates worded in the end."""
    stopped: dict[str, int]
    """How many wordings each check stopped, the most frequent first; `model` counts calls that failed."""
    readings: int
    """Messages of the agent that it was to read under a schema."""
    in_schema: int
    agreed: int
    """Readings that are the rules' own."""
    calls: int
    median_seconds: float | None
    """Of a reply, with all its calls."""
    slowest_seconds: float | None
    first_words_seconds: float | None
    """Median time of a call until its first words; None where answers come whole."""
    tokens: int
    cost_per_conversation_usd: float | None
    """Of those that were finished; None where there are none, or the model has no known price."""
    failure: str | None = None
    """What the model's provider says, where nothing at all came of it."""


class _Heeded:
    """The gateway, remembering the last failure, and how long first words took: answers are asked for in parts."""

    def __init__(self, gateway: ChatModel):
        self.gateway = gateway
        self.failure: ModelFailed | None = None
        self.first_words: list[float] = []

    async def complete(self, request: ChatRequest, *, purpose: Purpose, session: str | None = None) -> ChatAnswer:
        """As the gateway does."""
        in_parts = request.model_copy(update={"stream": True})
        try:
            answer = await self.gateway.complete(in_parts, purpose=purpose, session=session)
        except ModelFailed as failure:
            self.failure = failure
            raise
        if answer.first_seconds is not None:
            self.first_words.append(answer.first_seconds)
        return answer


async def check_model(
    model: str,
    gateway: ChatModel,
    domain: Domain,
    *,
    conversations: int,
    seconds: float,
    api_base: str | None = None,
    progress: Callable[[Played], None] | None = None,
) -> ModelCheck:
    """Hold conversations of gold with a worded customer for at most that time, and judge the model by them."""
    chat = _Heeded(gateway)
    customer = WordedCustomer(model, chat, reads=True, api_base=api_base)
    tasks = sampled(domain.tasks.values(), conversations)
    with TemporaryDirectory(prefix="regulars-check-") as folder:
        async with service_in(Path(folder), {domain.name: domain}, customers={KIND: customer}) as service:
            played = await _held(service, [Order(GOLD, task, domain, seed=SEED) for task in tasks], seconds, progress)
            replies = await _replies(service)
    return _judged(model, len(tasks), played, replies, chat)


async def _held(
    service: Service, orders: Sequence[Order], seconds: float, progress: Callable[[Played], None] | None
) -> list[Played]:
    """The conversations that came to an end in time."""
    finished: list[Played] = []

    async def one(order: Order) -> None:
        finished.append(await play(service.client, order, customer=KIND))
        if progress is not None:
            progress(finished[-1])

    try:
        async with asyncio.timeout(seconds), asyncio.TaskGroup() as group:
            for order in orders:
                group.create_task(one(order))
    except TimeoutError:
        pass
    return finished


async def _replies(service: Service) -> dict[str, list[Reply]]:
    """What customers said, by session."""
    found = {}
    async for row in service.operator.sessions():
        recorded = await service.operator.events(row["id"])
        payloads = (Event.model_validate(event).payload for event in recorded["events"])
        found[str(row["id"])] = [payload.reply for payload in payloads if isinstance(payload, CustomerReplied)]
    return found


def _judged(
    model: str,
    begun: int,
    played: Sequence[Played],
    sessions: Mapping[str, Sequence[Reply]],
    chat: _Heeded,
) -> ModelCheck:
    replies = [reply for session in sessions.values() for reply in session]
    worded = [reply for reply in replies if reply.text and _asked(reply)]
    read = [reply.reading for reply in replies if isinstance(reply.reading, dict) and "by" in reply.reading]
    seconds = [sum(use.seconds for use in reply.models) for reply in worded]
    uses = [use for reply in replies for use in reply.models]
    stopped = Counter(each.check for reply in worded for each in reply.interventions if each.instead != "mended")
    found = ModelCheck(
        model=model,
        verdict="unknown",
        why=(),
        conversations=begun,
        finished=len(played),
        succeeded=sum(each.reward == 1.0 for each in played),
        replies=len(worded),
        first_time=sum(not _stopped(reply) for reply in worded),
        templates=sum(_template(reply) for reply in worded),
        stopped=dict(stopped.most_common()),
        readings=len(read),
        in_schema=sum("trouble" not in reading for reading in read),
        agreed=sum(reading["by"] == "both" for reading in read),
        calls=len(uses),
        median_seconds=median(seconds) if seconds else None,
        slowest_seconds=max(seconds, default=None),
        first_words_seconds=median(chat.first_words) if chat.first_words else None,
        tokens=sum(use.prompt_tokens + use.completion_tokens for use in uses),
        cost_per_conversation_usd=_cost([sessions[each.session_id] for each in played if each.session_id]),
        failure=None if chat.failure is None else str(chat.failure),
    )
    verdict, why = _verdict(found)
    return found.model_copy(update={"verdict": verdict, "why": why})


def _asked(reply: Reply) -> bool:
    return bool(reply.models or reply.interventions)


def _stopped(reply: Reply) -> bool:
    return any(each.instead != "mended" for each in reply.interventions)


def _template(reply: Reply) -> bool:
    return any(each.instead == "template" for each in reply.interventions)


def _cost(finished: Sequence[Sequence[Reply]]) -> float | None:
    """The mean of whole conversations; None where there is none, or a call has no known price."""
    costs = [use.cost_usd for session in finished for reply in session for use in reply.models]
    priced = [cost for cost in costs if cost is not None]
    return fsum(priced) / len(finished) if priced and len(priced) == len(costs) else None


def _verdict(found: ModelCheck) -> tuple[Verdict, tuple[str, ...]]:
    if found.replies < FEWEST:
        return "unknown", (f"only {found.replies} replies were asked of it in time: give it more with --seconds",)
    troubles = [trouble for trouble in _troubles(found) if trouble is not None]
    if not troubles:
        return "good", ()
    worst = max(rank for rank, _ in troubles)
    verdicts: tuple[Verdict, ...] = ("good", "usable", "not good enough")
    return verdicts[worst], tuple(text for _, text in sorted(troubles, reverse=True))


def _troubles(found: ModelCheck) -> list[tuple[int, str] | None]:
    """What is wrong, each with how bad it is: 1 for usable, 2 for not good enough."""
    templates = found.templates / found.replies
    schema = 1 - found.in_schema / found.readings if found.readings else 0.0
    lost = found.finished - found.succeeded
    slow = found.median_seconds or 0.0
    return [
        _trouble(templates, GOOD_TEMPLATES, USABLE_TEMPLATES, f"templates had to word {templates:.0%} of its replies"),
        _trouble(
            schema, 1 - GOOD_SCHEMA, 1, f"{schema:.0%} of its readings did not fit the schema: leave those to the rules"
        ),
        _trouble(slow, GOOD_SECONDS, USABLE_SECONDS, f"half of its replies took more than {slow:.1f} s"),
        (2, f"{lost} of {found.finished} conversations with an agent that does everything right failed")
        if lost
        else None,
    ]


def _trouble(value: float, good: float, usable: float, text: str) -> tuple[int, str] | None:
    if value <= good:
        return None
    return (1 if value <= usable else 2), text
