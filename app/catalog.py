"""The catalog: which domains, tasks and kinds of customer this service has."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from json import JSONDecodeError, loads
from pathlib import Path

from app.errors import InvalidRequest, UnknownDomain, UnknownTask
from domains.kit.domain import Domain, DomainError
from domains.kit.task import Task
from simulators.protocol import Customer

Certified = Callable[[Domain, Task], bool]
MakeCustomer = Callable[[str], Customer]
"""Makes a kind of customer that is played by the model of that name."""
_MODEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]*")
CUSTOMERS_KEPT = 64


class Catalog:
    """Looks up domains, tasks and customers by name."""

    def __init__(
        self,
        domains: Mapping[str, Domain],
        customers: Mapping[str, Customer],
        certified: Certified,
        *,
        by_model: Mapping[str, MakeCustomer] | None = None,
        allow_uncertified: bool = False,
    ):
        """`by_model` are the kinds that go by `KIND:MODEL`."""
        self.domains = domains
        self.customers = customers
        self._by_model = dict(by_model or {})
        self._made = lru_cache(maxsize=CUSTOMERS_KEPT)(lambda kind, model: self._by_model[kind](model))
        self._certified = certified
        self._allow_uncertified = allow_uncertified

    @cached_property
    def tasks(self) -> Mapping[str, Task]:
        """Every task by id, domain after domain."""
        return {task_id: task for domain in self.domains.values() for task_id, task in domain.tasks.items()}

    def domain(self, name: str) -> Domain:
        """The domain of that name; raises `UnknownDomain`."""
        try:
            return self.domains[name]
        except KeyError:
            raise UnknownDomain(f"there is no domain {name!r}; there are: {', '.join(self.domains)}") from None

    def task(self, task_id: str) -> Task:
        """The task of that id; raises `UnknownTask`."""
        try:
            return self.tasks[task_id]
        except KeyError:
            raise UnknownTask(f"there is no task {task_id!r}") from None

    def customer(self, name: str) -> Customer:
        """The customer of that name: a kind, or a kind and the model that plays it. Raises `InvalidRequest`."""
        if name in self.customers:
            return self.customers[name]
        kind, model = kind_and_model(name)
        if kind not in self._by_model:
            there = [*sorted(self.customers), *(f"{each}:MODEL" for each in sorted(self._by_model))]
            raise InvalidRequest(f"customer: there is no kind {name!r}; there are: {', '.join(there)}")
        if model is None or not _MODEL.fullmatch(model):
            raise InvalidRequest(f"customer: {kind!r} needs the name of the model that plays it, {kind}:PROVIDER/MODEL")
        return self._made(kind, model)

    def certified(self, task: Task) -> bool:
        """Whether the task has a certificate that is valid for what is installed."""
        return self._certified(self.domain(task.domain), task)

    def playable(self, task: Task) -> bool:
        """Whether sessions may be opened on the task."""
        return self._allow_uncertified or self.certified(task)


def kind_and_model(customer: str) -> tuple[str, str | None]:
    """The two parts of `KIND:MODEL`; there is no model in the name of any other kind."""
    kind, colon, model = customer.partition(":")
    return kind, model if colon else None


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
