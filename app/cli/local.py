"""What commands do with domains in this process, without a service."""

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
