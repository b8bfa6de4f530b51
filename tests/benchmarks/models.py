"""What the gateway makes of calls of language models, beside LiteLLM alone, with a server of fixed latency.

Rates are held against `litellm.acompletion`, as its manual has it. The gateway asks such a server in a cheaper way, so
its own CPU is what it takes beside its provider, and not the difference to LiteLLM's, which is below nothing.
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

from app.models.gateway import Gateway
from app.models.litellm_provider import LiteLLMProvider
from app.models.opening import open_gateway
from app.settings import Settings
from app.storage.database import open_database
from app.storage.migrate import upgrade
from app.storage.model_calls import SqlLedger
from domains.kit.records import JSON
from simulators.model import ChatRequest
from tests.benchmarks import processes
from tests.benchmarks.figures import Bound, Figure

AT_ONCE = 200
"""Conversations; one call after another in each."""
LATENCIES = {0.5: 4, 5.0: 1}
"""Seconds until the model answers, and calls in a conversation."""
IN_A_ROW = 100
MODEL = "openai/fixed"
POLICY = "You are a customer of a shop. Say in your own words what the draft says, and nothing else. " * 8
IMPORTED = "import sys, app.cli, app.cli.root; print(sum(name.partition('.')[0] == 'litellm' for name in sys.modules))"

Call = Callable[[ChatRequest], Awaitable[object]]
_numbers = count()


class Calls(NamedTuple):
    """Ways to make a call, beside `bare`."""

    gateway: Call
    provider: Call
    """Its provider, without limits, ledger, cache or anything else of the gateway."""


class Load(NamedTuple):
    """What is asked of a model."""

    latency: float
    conversations: int
    """At once."""
    calls: int
    """In each, one after another."""


class Measured(NamedTuple):
    """How it went."""

    rate: float
    """Calls a second."""
    cpu: float
    """Milliseconds a call, of all threads of this process."""


async def gateway(folder: Path, *, rounds: int) -> AsyncIterator[Figure]:
    """All figures of the gateway, as the service runs it: with the ledger in SQL, and with the cache."""
    yield loaded_by_the_command_line()
    settings = Settings(data_dir=folder)
    upgrade(settings.url)
    database = open_database(settings.url)
    through = open_gateway(settings, ledger=SqlLedger(database))
    provider = LiteLLMProvider()
    with processes.running(["tests.benchmarks.model_server"], folder / "server") as server:
        try:
            calls = await _opened(through, provider, server.url)
            yield await alone(server.url, calls, rounds=rounds)
            for latency, each in LATENCIES.items():
                for figure in await together(server.url, calls, latency=latency, each=each, rounds=rounds):
                    yield figure
        finally:
            await provider.close()
            await through.close()
            database.close()


def loaded_by_the_command_line() -> Figure:
    """How much of LiteLLM the command line loads, in a new process."""
    printed = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True).stdout
    return Figure("LiteLLM's modules in the command line", [float(printed)], "", Bound("most", 0.0))


async def alone(url: str, calls: Calls, *, rounds: int) -> Figure:
    """The CPU of a call when nothing else is going on: each of its entries is then a transaction by itself."""
    costs = []
    for _ in range(rounds):
        without = await measured(url, calls.provider, Load(0.0, 1, IN_A_ROW))
        costs.append((await measured(url, calls.gateway, Load(0.0, 1, IN_A_ROW))).cpu - without.cpu)
    return Figure("gateway: own CPU of a lone call", costs, "ms", Bound("most", 2.0))


async def together(url: str, calls: Calls, *, latency: float, each: int, rounds: int) -> list[Figure]:
    """Many conversations at once: their rate as a share of what LiteLLM alone reaches, and the gateway's own CPU."""
    load = Load(latency, AT_ONCE, each)
    shares, costs, rates, alone, sent = [], [], [], [], []
    for _ in range(rounds):
        litellm = await measured(url, bare, load)
        within = await measured(url, calls.gateway, load)
        provider = await measured(url, calls.provider, load)
        shares.append(within.rate / litellm.rate)
        costs.append(within.cpu - provider.cpu)
        rates.append(within.rate)
        alone.append(litellm.cpu)
        sent.append(provider.cpu)
    name = f"gateway: {AT_ONCE} at once, {latency:g} s"
    beside = f"beside {median(sent):.1f} ms of its provider; LiteLLM alone takes {median(alone):.1f}"
    return [
        Figure(f"{name}, of LiteLLM's rate", shares, "", Bound("least", 0.9), f"{median(rates):.0f} calls a second"),
        Figure(f"{name}, own CPU of a call", costs, "ms", Bound("most", 2.0), beside),
    ]


async def _opened(through: Gateway, provider: LiteLLMProvider, url: str) -> Calls:
    """Both, and LiteLLM alone, have their connections open."""

    async def ours(request: ChatRequest) -> object:
        return await through.complete(request, purpose="word", session="bench")

    async def attempt(request: ChatRequest) -> object:
        return await provider.attempt(request, 1, lambda: None)

    await ours(_request(url, 0))
    await provider.prepare()
    for call in (bare, ours, attempt):
        await measured(url, call, Load(0.1, AT_ONCE, 1))
    return Calls(ours, attempt)


async def bare(request: ChatRequest) -> object:
    """The same call by LiteLLM alone, with its own list of prices."""
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    import litellm

    arguments: JSON = {
        "model": request.model,
        "messages": list(request.messages),
        "temperature": request.temperature,
        "timeout": request.timeout,
        "api_base": request.api_base,
        "api_key": "none",
        "num_retries": 0,
        "max_retries": 0,
        "caching": False,
    }
    return await litellm.acompletion(**arguments)


async def measured(url: str, call: Call, load: Load) -> Measured:
    async def conversation() -> None:
        for _ in range(load.calls):
            await call(_request(url, load.latency))

    calls = load.conversations * load.calls
    began, cpu = perf_counter(), process_time()
    await asyncio.gather(*(conversation() for _ in range(load.conversations)))
    return Measured(calls / (perf_counter() - began), 1000 * (process_time() - cpu) / calls)


def _request(url: str, latency: float) -> ChatRequest:
    """One that was never made before, so that no answer is known."""
    draft = f"<draft>I want to return order {next(_numbers)}.</draft>"
    messages = ({"role": "system", "content": POLICY}, {"role": "user", "content": draft})
    return ChatRequest(model=MODEL, messages=messages, api_base=f"{url}/wayward/{latency:g}/v1")
