"""The catalog: which domains, tasks and kinds of customer this service has."""

from collections.abc import Callable, Mapping
from functools import cached_property

from app.errors import InvalidRequest, UnknownDomain, UnknownTask
from domains.kit.domain import Domain
from domains.kit.task import Task
from simulators.protocol import Customer

Certified = Callable[[Domain, Task], bool]


class Catalog:
    """Looks up domains, tasks and customers by name."""

    def __init__(
        self,
        domains: Mapping[str, Domain],
        customers: Mapping[str, Customer],
        certified: Certified,
        *,
        allow_uncertified: bool = False,
    ):
        self.domains = domains
        self.customers = customers
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

    def customer(self, kind: str) -> Customer:
        """The kind of customer of that name; raises `InvalidRequest`."""
        try:
            return self.customers[kind]
        except KeyError:
            raise InvalidRequest(f"customer: there is no kind {kind!r}; there are: {sorted(self.customers)}") from None

    def certified(self, task: Task) -> bool:
        """Whether the task has a certificate that is valid for what is installed."""
        return self._certified(self.domain(task.domain), task)

    def playable(self, task: Task) -> bool:
        """Whether sessions may be opened on the task."""
        return self._allow_uncertified or self.certified(task)
