"""`make bench`: every bound on speed as a line, measured in one run on this machine."""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn

from domains.retail import DOMAIN
from tests.benchmarks import model_sessions, models, processes, sessions, starting, steps
from tests.benchmarks.figures import Figure, machine
from tests.benchmarks.workload import record

TASKS = 25
"""A thousand sessions, and every batch, are a multiple of it."""


async def measured(folder: Path, *, rounds: int, at_a_time: int) -> AsyncIterator[Figure]:
    """All figures, one after another; nothing else runs meanwhile."""
    yield starting.help_text(rounds=rounds)
    yield starting.world(rounds=rounds)
    with processes.regulars(folder) as service:
        conversations = await record(service, DOMAIN, TASKS)
        yield sessions.grading_alone(DOMAIN, conversations, rounds=rounds)
        yield await sessions.opening(service, conversations, rounds=rounds)
        yield await sessions.grading(service, conversations, rounds=rounds)
        with processes.floor(folder) as floor:
            for figure in await steps.steps(service, floor, conversations, rounds=rounds, sessions=at_a_time):
                yield figure
    (folder / "crowd").mkdir()
    with processes.regulars(folder / "crowd") as service:
        for figure in await sessions.crowd(service, conversations):
            yield figure
    (folder / "models").mkdir()
    async for figure in models.gateway(folder / "models", rounds=rounds):
        yield figure
    (folder / "talking").mkdir()
    async for figure in model_sessions.talking(folder / "talking", DOMAIN, rounds=rounds):
        yield figure


async def report(*, rounds: int, at_a_time: int) -> int:
    """Print the figures as they come; how many bounds were missed."""
    say = sys.stdout.write
    say(f"command          python -m tests.benchmarks {' '.join(sys.argv[1:])}\n")
    for line in machine():
        say(line + "\n")
    say("each line        median [least - most of the rounds]\n\n")
    missed = 0
    with TemporaryDirectory(prefix="regulars-bench-") as folder:
        async for figure in measured(Path(folder), rounds=rounds, at_a_time=at_a_time):
            say(f"{figure}\n")
            sys.stdout.flush()
            missed += not figure.met
    say(f"\n{missed} bounds missed\n" if missed else "\nall bounds met\n")
    return missed


def main() -> None:
    """Exit code 1 says that a bound was missed."""
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    options.add_argument("--rounds", type=int, default=5, help="rounds of each measurement (default: 5)")
    options.add_argument("--sessions", type=int, default=100, help="sessions in a round of steps (default: 100)")
    chosen = options.parse_args()
    with asyncio.Runner(loop_factory=uvicorn.Config(app="").get_loop_factory()) as runner:
        sys.exit(bool(runner.run(report(rounds=chosen.rounds, at_a_time=chosen.sessions))))


if __name__ == "__main__":
    main()
