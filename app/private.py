"""Private sets of tasks: files that were never published, played beside the tasks that a domain brings."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from json import JSONDecodeError, loads
from pathlib import Path

from domains.kit.domain import Domain, DomainError


def with_private_tasks(domains: Mapping[str, Domain], files: Iterable[Path]) -> dict[str, Domain]:
    """The domains with the tasks of these files added, each file to the domain that its tasks name.

    Raises `DomainError` for a file that cannot be read, or whose domain is not installed.
    """
    extended = dict(domains)
    for file in files:
        name = _domain_of(file)
        if name not in extended:
            raise DomainError(f"the tasks in {file} are of the domain {name!r}, which is not installed")
        extended[name] = replace(extended[name], task_files=(*extended[name].task_files, file))
    return extended


def _domain_of(file: Path) -> str:
    try:
        tasks = loads(file.read_bytes())
        (name,) = {str(task["domain"]) for task in tasks}
    except OSError as error:
        raise DomainError(f"the tasks in {file} cannot be read: {error.strerror}") from error
    except (JSONDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        raise DomainError(f"{file} is no file of tasks of one domain") from error
    return name
