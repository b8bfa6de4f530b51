"""Work for several processes, each with a service and an event loop of its own."""

import asyncio
import multiprocessing
import os
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self, TypeVar

from app.audit.service import Service, service_in
from domains.kit.domain import Domain, discover

Unit = TypeVar("Unit")
Result = TypeVar("Result")
Job = Callable[[Unit, Domain, Service], Awaitable[Result]]
"""Does one unit of work. A function at the top of a module: it is sent to other processes, and so are its units."""


def spread(domain: Domain, job: Job[Unit, Result], units: Sequence[Unit], workers: int | None) -> Iterator[Result]:
    """Do the job for every unit, and give results as they come; what a job raises is raised here.

    Without a number there are as many workers as cores. More than one needs an installed domain; its `task_files` may
    be others than the committed ones.
    """
    count = min(workers or os.cpu_count() or 1, len(units))
    with TemporaryDirectory(prefix="regulars-audit-") as folder:
        if count < 2:
            with _Worker(Path(folder), domain) as worker:
                for unit in units:
                    yield worker.do(job, unit)
            return
        # Spawned, not forked: each runs an event loop and a database of its own.
        context = multiprocessing.get_context("spawn")
        start = (folder, domain.name, domain.task_files)
        with ProcessPoolExecutor(count, mp_context=context, initializer=_start, initargs=start) as pool:
            pending = [pool.submit(_do, job, unit) for unit in units]
            try:
                for done in as_completed(pending):
                    yield done.result()
            finally:
                for each in pending:
                    each.cancel()


class _Worker:
    """A service and an event loop, for unit after unit."""

    def __init__(self, folder: Path, domain: Domain):
        self.folder = folder
        self.domain = domain
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()

    def __enter__(self) -> Self:
        domains = {self.domain.name: self.domain}
        self.service = self.runner.run(self.stack.enter_async_context(service_in(self.folder, domains)))
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.runner.run(self.stack.aclose())
        finally:
            self.runner.close()

    def do(self, job: Job[Unit, Result], unit: Unit) -> Result:
        async def done() -> Result:
            return await job(unit, self.domain, self.service)

        return self.runner.run(done())


_of_this_process: list[_Worker] = []
"""Filled where this is a process of the pool; it lives as long as the process does."""


def _start(folder: str, domain: str, task_files: tuple[Path, ...]) -> None:
    installed = replace(discover()[domain], task_files=task_files)
    worker = _Worker(Path(folder) / str(os.getpid()), installed)
    _of_this_process.append(worker.__enter__())


def _do(job: Job[Unit, Result], unit: Unit) -> Result:
    (worker,) = _of_this_process
    return worker.do(job, unit)
