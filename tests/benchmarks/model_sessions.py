"""Sessions whose customers a language model words: what the service makes of its model's time, beside LiteLLM alone."""

import asyncio
from collections.abc import AsyncIterator
from itertools import count, product
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from domains.kit.domain import Domain
from domains.kit.records import JSON
from tests.benchmarks import models, processes
from tests.benchmarks.driver import Connection, connected, request
from tests.benchmarks.figures import Bound, Figure

SAID = {
    "wayward": ("Hello, how can I help you?", "Could you tell me your e-mail address, please?"),
    "faithful": (
        "Hello, how can I help you?",
        "Could you tell me your e-mail address, please?",
        "Thanks. And your full name?",
        "What is your postcode?",
        "Which order is it about?",
        "Let me look that up. What would you like me to do with it?",
        "What is the reason, please?",
        "One moment, please, I am still looking for it.",
    ),
}
"""What agents say to customers whose models have one of the manners of `model_server`.

A wayward model never says what it should: each reply takes every attempt, and then a template. A faithful one always
does: each reply passes all checks at once, so that all else that a reply takes is for a single call.
"""
LATENCIES = (0.5, 5.0)
"""Seconds until the model answers."""
CUSTOMER = f"worded:{models.MODEL}"
WAIT = "wait=60"
_seeds = count()


class Talks(NamedTuple):
    """With whom conversations are held, on which tasks, and in which manner the customers' model answers."""

    service: processes.Server
    domain: Domain
    manner: str


class Held(NamedTuple):
    """How many calls the customers of a round took, and how many a second."""

    calls: int
    rate: float
    cpu: float
    """Milliseconds of the service's CPU a call."""


async def talking(folder: Path, domain: Domain, *, rounds: int) -> AsyncIterator[Figure]:
    """The rates of the customers' calls, as shares of a bare loop of as many calls by LiteLLM alone."""
    with processes.running(["tests.benchmarks.model_server"], folder / "server") as server:
        for manner, latency in product(SAID, LATENCIES):
            asked = f"{server.url}/{manner}/{latency:g}/v1"
            place = folder / f"{manner}-{latency:g}"
            place.mkdir()
            with processes.regulars(
                place, REGULARS_CUSTOMER_API_BASE=asked, REGULARS_CUSTOMER_WAIT_SECONDS="60"
            ) as service:
                yield await _beside_a_bare_loop(
                    Talks(service, domain, manner), server.url, latency, rounds=1 if latency > 1 else rounds
                )


async def _beside_a_bare_loop(talks: Talks, url: str, latency: float, *, rounds: int) -> Figure:
    shares, rates, costs, alone = [], [], [], []
    await _held(talks, sessions=2)
    for _ in range(rounds):
        held = await _held(talks, sessions=models.AT_ONCE)
        load = models.Load(latency, models.AT_ONCE, round(held.calls / models.AT_ONCE))
        bare = await models.measured(url, models.bare, load)
        shares.append(held.rate / bare.rate)
        rates.append(held.rate)
        costs.append(held.cpu)
        alone.append(bare.cpu)
    cpu = f"{median(costs):.1f} ms CPU of the service each, where LiteLLM alone takes {median(alone):.1f}"
    note = f"{median(rates):.0f} calls a second, {cpu}"
    name = f"sessions: {models.AT_ONCE} at once, {talks.manner}, {latency:g} s, of LiteLLM's rate"
    return Figure(name, shares, "", Bound("least", 0.9), note)


async def _held(talks: Talks, *, sessions: int) -> Held:
    """Conversations of some steps, all at once."""
    service, tasks = talks.service, [task.id for task in talks.domain.tasks.values()]
    async with connected(service) as connection:
        before = (await _calls(connection, service), service.cpu_seconds())
        began = perf_counter()
        await asyncio.gather(*(_conversation(talks, tasks[place % len(tasks)]) for place in range(sessions)))
        seconds = perf_counter() - began
        calls = await _calls(connection, service) - before[0]
        return Held(calls, calls / seconds, 1000 * (service.cpu_seconds() - before[1]) / calls)


async def _conversation(talks: Talks, task: str) -> None:
    # A seed that was never played: no answer is known.
    order = {"task": task, "agent": "bench", "seed": f"m{next(_seeds)}", "customer": CUSTOMER}
    async with connected(talks.service) as connection:

        async def ask(method: str, path: str, body: JSON = None, *, bearer: str) -> JSON:
            return await connection.ask(request(method, path, body, bearer=bearer, prefer=WAIT))

        # Only the operator may have any model play a customer; the seat is the agent's.
        session = await ask("POST", "/v1/sessions", order, bearer=talks.service.operator_key)
        path, token = f"/v1/sessions/{session['id']}", session["token"]
        step = await ask("GET", f"{path}?after_step=0", bearer=token)
        for text in SAID[talks.manner]:
            if step["status"] != "open":
                break
            taken: JSON = {"step": step["step"], "message": {"role": "assistant", "content": text}}
            step = await ask("POST", f"{path}/steps", taken, bearer=token)
        await ask("POST", f"{path}/end", bearer=token)


async def _calls(connection: Connection, service: processes.Server) -> int:
    page = await connection.ask(request("GET", "/v1/model-calls?limit=1", bearer=service.operator_key))
    return sum(int(total["attempts"]) for total in page["totals"])
