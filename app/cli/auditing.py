"""Audits of tasks, and how they are shown."""

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from rich.padding import Padding
from rich.text import Text

from app.audit.runner import audit, certify
from app.audit.verdict import TITLES, TaskAudit
from app.cli import output
from app.cli.counting import counted
from app.cli.fault import CommandFailed
from app.cli.local import domain_named, split_named, with_file
from domains.kit.domain import Domain
from domains.kit.task import Task

LINE_EVERY = 10


def audit_tasks(
    domain_name: str,
    ids: Sequence[str],
    *,
    split: str | None,
    file: Path | None,
    workers: int | None,
    write: bool,
    as_json: bool,
) -> int:
    """Audit tasks, show the outcome, and return how many have a flaw."""
    domain = domain_named(domain_name)
    if file is not None:
        domain = with_file(domain, file)
    if write and domain.certificate_file is None:
        raise CommandFailed(f"The domain {domain_name} has no certificate file.", "Leave --write out.")
    tasks = chosen_tasks(domain, ids, split)
    began = perf_counter()
    audits = _audited(domain, tasks, workers)
    if write:
        certify(domain, audits)
    flawed = sum(not each.ok for each in audits)
    if as_json:
        output.print_json(
            {"ok": not flawed, "audits": [{**each.model_dump(mode="json"), "ok": each.ok} for each in audits]}
        )
    else:
        _show(audits, seconds=perf_counter() - began)
    return flawed


def chosen_tasks(domain: Domain, ids: Sequence[str], split: str | None) -> list[Task]:
    """The tasks of those ids, or all; only those of a split, where one is named."""
    if unknown := [task for task in ids if task not in domain.tasks]:
        raise CommandFailed(f"{domain.name} has no task {unknown[0]!r}.", "`regulars tasks list` shows them.")
    wanted = split_named(split) if split is not None else None
    tasks = [domain.tasks[task] for task in ids] if ids else list(domain.tasks.values())
    chosen = [task for task in tasks if wanted is None or task.split is wanted]
    if not chosen:
        raise CommandFailed(f"{domain.name} has no such tasks.", "`regulars tasks list` shows them.")
    return chosen


def _audited(domain: Domain, tasks: Sequence[Task], workers: int | None) -> list[TaskAudit]:
    with counted("auditing", "tasks audited", total=len(tasks), line_every=LINE_EVERY) as advance:

        def seen(each: TaskAudit) -> None:
            advance(1, "" if each.ok else f"{each.task}: {len(each.flaws)} flaws")

        return audit(domain, tasks, workers=workers, progress=seen)


def _show(audits: Sequence[TaskAudit], *, seconds: float) -> None:
    screen = output.console()
    for each in audits:
        for flaw in each.flaws:
            screen.print(Text(each.task, style="bold") + Text(f"  {flaw.check}: ", style="red") + Text(flaw.text))
            if flaw.excerpt:
                screen.print(Padding(Text(flaw.excerpt, style="dim"), (0, 0, 0, 4)))
        for note in each.notes:
            screen.print(Text(f"{each.task}  {note}", style="dim"))
    made = output.table("check", "passed", "flaws", "what it says", right=("passed", "flaws"), fold=("what it says",))
    for check, title in TITLES.items():
        passed = sum(each.passed.get(check, 0) for each in audits)
        flaws = sum(flaw.check == check for each in audits for flaw in each.flaws)
        made.add_row(check, str(passed), Text(str(flaws), style="red" if flaws else ""), title)
    screen.print(made)
    flawed = sum(not each.ok for each in audits)
    sessions = sum(each.sessions for each in audits)
    verdict = Text(f"{flawed} of them flawed.", style="bold red") if flawed else Text("All sound.", style="bold green")
    screen.print(Text(f"{output.plural(len(audits), 'task')}, {sessions} sessions, {seconds:.0f} s. ") + verdict)
