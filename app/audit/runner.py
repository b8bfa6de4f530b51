"""Audits many tasks at once, in several processes, and keeps the certificates."""

import asyncio
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import format_exception
from typing import Self

from app.audit.plan import units_of
from app.audit.service import service_in
from app.audit.sessions import audit_unit
from app.audit.verdict import Flaw, TaskAudit
from app.certificates import (
    Certificate,
    installed_components,
    read_certificates,
    twin_digest,
    write_certificates,
)
from domains.kit.domain import Domain, discover
from domains.kit.task import Task

Progress = Callable[[TaskAudit], None]
Unit = tuple[str, ...]


def audit(
    domain: Domain,
    tasks: Iterable[Task] | None = None,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
) -> list[TaskAudit]:
    """Audit tasks of a domain, by default all of them; the result is the same for any number of workers.

    Twins are audited together, so the twin of a given task is there as well. `progress` is called after each task.
    More than one worker needs an installed domain; its `task_files` may be others than the committed ones.
    """
    units = units_of(domain.tasks.values() if tasks is None else tasks, domain.tasks)
    ids = [tuple(task.id for task in unit) for unit in units]
    found: dict[str, TaskAudit] = {}
    for audits in _audited(domain, ids, min(workers or os.cpu_count() or 1, len(units))):
        for each in audits:
            found[each.task] = each
            if progress is not None:
                progress(each)
    return [found[task_id] for unit in ids for task_id in unit]


def certify(domain: Domain, audits: Iterable[TaskAudit]) -> dict[str, Certificate]:
    """Enter audits into the domain's certificate file: those that passed get a certificate, the others lose theirs.

    Certificates of tasks that are no longer there are dropped.
    """
    if domain.certificate_file is None:
        raise ValueError(f"domain {domain.name!r} has no certificate file")
    certificates = read_certificates(domain.certificate_file)
    components = installed_components(domain)
    for each in audits:
        certificates.pop(each.task, None)
        if each.ok:
            task = domain.tasks[each.task]
            certificates[each.task] = Certificate(
                task=task.digest, twin=twin_digest(domain, task), components=components, passed=each.passed
            )
    certificates = {task_id: kept for task_id, kept in certificates.items() if task_id in domain.tasks}
    write_certificates(domain.certificate_file, certificates)
    return certificates


def _audited(domain: Domain, units: Sequence[Unit], workers: int) -> Iterator[list[TaskAudit]]:
    with TemporaryDirectory(prefix="regulars-audit-") as folder:
        if workers < 2:
            with _Worker(Path(folder), domain) as worker:
                yield from map(worker.audit, units)
            return
        # Spawned, not forked: each runs an event loop and a database of its own.
        context = multiprocessing.get_context("spawn")
        start = (folder, domain.name, domain.task_files)
        with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=start) as pool:
            pending = [pool.submit(_audit_in_worker, unit) for unit in units]
            try:
                for done in as_completed(pending):
                    yield done.result()
            finally:
                for each in pending:
                    each.cancel()


class _Worker:
    """A service and an event loop, for audit after audit."""

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

    def audit(self, unit: Unit) -> list[TaskAudit]:
        tasks = [self.domain.tasks[task_id] for task_id in unit]
        try:
            return self.runner.run(audit_unit(tasks, self.domain, self.service))
        except Exception as error:  # noqa: BLE001 - the one task among many that breaks an audit must be named
            text = f"the audit broke: {type(error).__name__}: {error}"
            flaw = Flaw(check="audit", text=text, excerpt="".join(format_exception(error)[-4:]))
            return [TaskAudit(task=task_id, flaws=(flaw,)) for task_id in unit]


_of_this_process: list[_Worker] = []
"""Filled where this is a process of the pool; it lives as long as the process does."""


def _start(folder: str, domain: str, task_files: tuple[Path, ...]) -> None:
    installed = replace(discover()[domain], task_files=task_files)
    worker = _Worker(Path(folder) / str(os.getpid()), installed)
    _of_this_process.append(worker.__enter__())


def _audit_in_worker(unit: Unit) -> list[TaskAudit]:
    (worker,) = _of_this_process
    return worker.audit(unit)
