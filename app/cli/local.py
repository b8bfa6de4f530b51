"""What commands do with domains in this process, without a service."""

from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from app.certificates import beside
from app.cli.fault import CommandFailed
from domains.kit.domain import Domain, DomainError, discover
from domains.kit.generation import GenerationError, generate
from domains.kit.task import Split, Task


def installed() -> dict[str, Domain]:
    """The installed domains by name."""
    try:
        return discover()
    except DomainError as error:
        raise CommandFailed(str(error), "Repair or remove that domain.") from None


def domain_named(name: str) -> Domain:
    """The installed domain of that name."""
    found = installed()
    if name not in found:
        raise CommandFailed(f"There is no domain {name!r}.", f"Installed: {', '.join(found) or 'none'}.")
    return found[name]


def with_file(domain: Domain, file: Path) -> Domain:
    """The domain with the tasks of that file instead of its own; their certificates are kept beside the file."""
    private = replace(domain, task_files=(file,), certificate_file=beside(file))
    try:
        foreign = {task.domain for task in private.tasks.values()} - {domain.name}
    except DomainError as error:
        raise CommandFailed(_broken(file, error), "`regulars tasks generate --out` makes files of tasks.") from None
    if foreign:
        raise CommandFailed(f"{file} has tasks of {', '.join(sorted(foreign))}.", "Name the domain with --domain.")
    return private


def _broken(file: Path, error: DomainError) -> str:
    match error.__cause__:
        case OSError() as cause:
            return f"{file} cannot be read: {cause.strerror}"
        case ValidationError() as cause:
            first = cause.errors(include_url=False)[0]
            return f"{file} is no file of tasks: {'.'.join(map(str, first['loc']))}: {first['msg']}"
        case _:
            return str(error)


def split_named(name: str) -> Split:
    """The split of that name."""
    try:
        return Split(name)
    except ValueError:
        raise CommandFailed(f"There is no split {name!r}.", f"Choose one of {', '.join(Split)}.") from None


def made_tasks(domain: Domain, *, family: str | None, split: str, seed: str, count: int) -> list[Task]:
    """New tasks, see `domains.kit.generation.generate`."""
    try:
        return generate(domain, family=family, split=split_named(split), seed=seed, count=count)
    except GenerationError as error:
        raise CommandFailed(f"No tasks were made: {error}.", "Ask for fewer, or for another family or split.") from None
