"""Domains: a business put together, found inside `domains/` or in installed distributions."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from hashlib import sha256
from importlib import import_module
from importlib.metadata import entry_points
from json import dumps
from pathlib import Path
from pkgutil import iter_modules

from pydantic import TypeAdapter, ValidationError

import domains
from domains.kit.checks import Check, JSONObject, Mentions
from domains.kit.lexicon import Lexicon
from domains.kit.records import JSON
from domains.kit.sources import sources_of
from domains.kit.state import State
from domains.kit.task import Family, Task
from domains.kit.tools import Tool, Toolbox
from domains.kit.world import World

ENTRY_POINT_GROUP = "regulars.domains"
Predicate = Callable[..., bool]
_TASKS = TypeAdapter(tuple[Task, ...])


class DomainError(Exception):
    """A domain is broken or named twice; the message names it and where it came from."""


def no_mentions(_state: State, _tool: str, _arguments: JSONObject) -> Mentions:
    """A domain whose values are always said as they are written."""
    return {}


@dataclass(frozen=True)
class Domain:
    """A business: its world, tools, policy, checks and tasks."""

    name: str
    title: str
    load_world: Callable[[], World]
    tools: tuple[Tool, ...]
    policy_file: Path
    lexicon: Lexicon
    checks: tuple[Check, ...] = ()
    families: tuple[Family, ...] = ()
    task_files: tuple[Path, ...] = ()
    """JSON files, each a list of tasks."""
    certificate_file: Path | None = None
    predicates: Mapping[str, Predicate] = field(default_factory=dict)
    """For `Goal.assertions`: name to a function of the final state and the assertion's arguments."""
    mentions: Callable[[State, str, JSONObject], Mentions] = no_mentions
    """How the argument values of a call can be said, judged on the state just before the call. It is also asked about
    calls in which another value of its kind stands in the place of one."""
    customer_table: str = "customers"

    @cached_property
    def world(self) -> World:
        """The world, loaded on first use and shared."""
        return self.load_world()

    @cached_property
    def toolbox(self) -> Toolbox:
        """The tools by name."""
        return Toolbox(self.tools)

    @cached_property
    def policy(self) -> str:
        """The policy in Markdown."""
        return self.policy_file.read_text(encoding="utf-8")

    @cached_property
    def tasks(self) -> Mapping[str, Task]:
        """Committed tasks by id, in file order."""
        found: dict[str, Task] = {}
        for path in self.task_files:
            for task in self._read(path):
                if task.id in found:
                    raise DomainError(f"domain {self.name!r}: two tasks have the id {task.id!r}")
                found[task.id] = task
        return found

    @cached_property
    def component_digests(self) -> Mapping[str, str]:
        """What a session and a certificate depend on: hashes of world, policy, tools and checks.

        That of the tools covers their schemas and the text of all modules of the domain that they import.
        """
        tools = [tool.openai for tool in self.tools]
        return {
            "world": self.world.digest,
            "policy": sha256(self.policy.encode()).hexdigest(),
            "tools": _digest([tools, _sources(tool.function for tool in self.tools)]),
            "checks": self.checks_digest,
        }

    @cached_property
    def checks_digest(self) -> str:
        """A hash of the checks and of all by which they read words and states: the lexicon, and the modules of
        `mentions` and of the predicates with what these import."""
        checks = [check.model_dump(mode="json") for check in self.checks]
        readers: list[Callable[..., object]] = [self.mentions, *self.predicates.values()]
        return _digest([checks, self.lexicon.model_dump(mode="json"), _sources(readers)])

    def open_state(self, seed: str) -> State:
        """A state as a session begins with it; generated ids depend on the seed."""
        return State(self.world, self.toolbox, seed=seed)

    def _read(self, path: Path) -> tuple[Task, ...]:
        try:
            return _TASKS.validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise DomainError(f"domain {self.name!r}: the tasks in {path.name} cannot be read: {error}") from error


def _sources(functions: Iterable[Callable[..., object]]) -> dict[str, str]:
    modules = {function.__module__ for function in functions}
    return {module: source_digest(path) for module, path in sources_of(modules).items()}


def _digest(content: JSON) -> str:
    return sha256(dumps(content, sort_keys=True).encode()).hexdigest()


def source_digest(path: Path) -> str:
    """SHA-256 of a Python file, or of all Python and JSON files below a folder, in hexadecimal."""
    files = sorted(file for file in path.rglob("*") if file.suffix in {".py", ".json"}) if path.is_dir() else [path]
    hasher = sha256()
    for file in files:
        hasher.update(file.relative_to(path.parent).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return hasher.hexdigest()


def discover() -> dict[str, Domain]:
    """All domains by name: the packages in `domains/` that define `DOMAIN`, and the installed entry points.

    Raises `DomainError` if one cannot be imported, is not a `Domain`, or has the name of another.
    """
    found: dict[str, tuple[Domain, str]] = {}
    for source, candidate in (*_built_in(), *_installed()):
        if not isinstance(candidate, Domain):
            raise DomainError(f"{source} is {type(candidate).__name__}, and a Domain was expected")
        if candidate.name in found:
            raise DomainError(f"two domains are named {candidate.name!r}: {found[candidate.name][1]} and {source}")
        found[candidate.name] = candidate, source
    return {name: domain for name, (domain, _) in sorted(found.items())}


def _built_in() -> Iterator[tuple[str, object]]:
    for module in iter_modules(domains.__path__):
        if module.ispkg and module.name != "kit":
            source = f"domains.{module.name}.DOMAIN"
            yield source, _resolved(source, partial(_defined, f"domains.{module.name}"))


def _installed() -> Iterator[tuple[str, object]]:
    for point in entry_points(group=ENTRY_POINT_GROUP):
        distribution = point.dist.name if point.dist else "an unknown distribution"
        source = f"{point.value} (entry point {point.name!r} of {distribution})"
        yield source, _resolved(source, point.load)


def _defined(module: str) -> object:
    return import_module(module).DOMAIN


def _resolved(source: str, load: Callable[[], object]) -> object:
    try:
        return load()
    except Exception as error:  # a stranger's module can fail in any way, and must be named
        raise DomainError(f"{source} cannot be loaded: {type(error).__name__}: {error}") from error
