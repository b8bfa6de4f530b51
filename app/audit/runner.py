"""Audits many tasks at once, in several processes, and keeps the certificates."""

from collections.abc import Callable, Iterable
from traceback import format_exception

from app.audit.plan import units_of
from app.audit.service import Service
from app.audit.sessions import audit_unit
from app.audit.verdict import Flaw, TaskAudit
from app.audit.workers import spread
from app.certificates import (
    Certificate,
    installed_components,
    read_certificates,
    twin_digest,
    write_certificates,
)
from domains.kit.domain import Domain
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
    for audits in spread(domain, _audited, ids, workers):
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


async def _audited(unit: Unit, domain: Domain, service: Service) -> list[TaskAudit]:
    try:
        return await audit_unit([domain.tasks[task_id] for task_id in unit], domain, service)
    except Exception as error:  # noqa: BLE001 - the one task among many that breaks an audit must be named
        text = f"the audit broke: {type(error).__name__}: {error}"
        flaw = Flaw(check="audit", text=text, excerpt="".join(format_exception(error)[-4:]))
        return [TaskAudit(task=task_id, flaws=(flaw,)) for task_id in unit]
