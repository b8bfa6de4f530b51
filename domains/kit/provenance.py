"""Provenance: where the argument values of the gold calls come from; part of a task's certificate.

A value has a source if it stands, whole and up to case and spacing, in what the customer can say, in the account that
is logged in, in what earlier gold calls returned, in the policy, or in the tool's own schema. Texts that an agent
writes itself (the summary of a hand-over) need none: a value is its own words where another text in its place gives the
same outcome.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from json import JSONDecodeError, dumps, loads

from domains.kit.changes import Actor
from domains.kit.domain import Domain
from domains.kit.goal import GoldCall
from domains.kit.records import JSON
from domains.kit.scenario import Disclosure, Scenario
from domains.kit.state import HostedState
from domains.kit.task import Task
from domains.kit.tools import Outcome, Tool, ToolKind

OTHER_WORDS = "Said in other words."
_SEED = "provenance"


@dataclass
class Sources:
    """Texts and values that have been seen so far."""

    values: set[str] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)

    def add_text(self, text: str) -> None:
        """A text in which values can stand anywhere, between other words."""
        self.texts.append(_plain(text))

    def add_content(self, content: str) -> None:
        """What a tool returned: the keys and values of JSON, and the words of its texts."""
        try:
            seen = loads(content)
        except (JSONDecodeError, RecursionError):
            seen = content
        for value in _named_leaves(seen):
            self.values.add(_plain(value))
            if isinstance(value, str):
                self.add_text(value)

    def have(self, value: JSON) -> bool:
        """Whether the value has been seen."""
        plain = _plain(value)
        return plain in self.values or any(_stands_in(plain, text) for text in self.texts)


def provenance_gaps(domain: Domain, task: Task) -> list[str]:
    """Every argument value of a gold call that has no source, one line each."""
    sources = Sources()
    for text in _sayable(task.scenario):
        sources.add_text(text)
    sources.add_text(domain.policy)
    sources.add_text(task.scenario.account or "")
    gaps = []
    state = domain.open_state(_SEED)
    for number, call in enumerate(task.goal.calls):
        for path, value in _open_values(domain.toolbox.get(call.tool), call):
            if not sources.have(value) and not _own_words(domain, task, number, path):
                gaps.append(f"gold call {number + 1}, {call.tool}: {_dotted(path)} = {dumps(value)} has no source")
        sources.add_content(_run(state, call).content)
    return gaps


def opening_determines_all(domain: Domain, task: Task, opening_text: str) -> list[str]:
    """Gold writes whose arguments could all be filled from what is known at the opening; there must be none.

    That is the opening text, the schemas, and the account that is logged in.
    """
    opening = Sources()
    opening.add_text(opening_text)
    opening.add_text(task.scenario.account or "")
    determined = []
    for number, call in enumerate(task.goal.calls):
        tool = domain.toolbox.get(call.tool)
        if tool is None or tool.kind is not ToolKind.WRITE or tool.ends_session:
            continue
        open_values = _open_values(tool, call)
        if all(opening.have(value) or _own_words(domain, task, number, path) for path, value in open_values):
            determined.append(f"gold call {number + 1}, {call.tool}: the opening and the schema give every argument")
    return determined


Path = tuple[str | int, ...]


def _open_values(tool: Tool | None, call: GoldCall) -> Iterator[tuple[Path, JSON]]:
    """The values of a call that its schema does not list: no enumerations, constants, defaults or truth values."""
    properties = tool.parameters.get("properties", {}) if tool is not None else {}
    for name, argument in call.arguments.items():
        listed = {_plain(value) for value in _listed(properties.get(name, {}))}
        for path, value in _leaves(argument, (name,)):
            if not isinstance(value, bool | None) and _plain(value) not in listed:
                yield path, value


def _listed(schema: JSON) -> Iterator[JSON]:
    """Every value that a schema names."""
    if isinstance(schema, dict):
        yield from schema.get("enum", ())
        yield from (value for key in ("const", "default") if key in schema for _, value in _leaves(schema[key], ()))
        for inner in schema.values():
            yield from _listed(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _listed(inner)


def _own_words(domain: Domain, task: Task, number: int, path: Path) -> bool:
    """Whether another text at this place gives the same outcome and the same net changes."""
    calls = task.goal.calls[: number + 1]
    original = calls[number]
    arguments = _replaced(original.arguments, path)
    if arguments == original.arguments:
        return False
    reworded = GoldCall(tool=original.tool, arguments=arguments)
    said = str(_at(original.arguments, path))
    same: bool = _result(domain, calls, original) == _result(domain, calls, reworded, unsaid=said)
    return same


def _result(domain: Domain, calls: tuple[GoldCall, ...], last: GoldCall, unsaid: str = "") -> JSON:
    state = domain.open_state(_SEED)
    for call in calls[:-1]:
        _run(state, call)
    outcome = _run(state, last)
    # A tool may repeat what it was told; that alone does not make a value count.
    content = outcome.content.replace(OTHER_WORDS, unsaid) if unsaid else outcome.content
    return outcome.is_error, content, [change.model_dump(mode="json") for change in state.diff()]


def _run(state: HostedState, call: GoldCall) -> Outcome:
    return state.call(call.tool, call.arguments, actor=Actor.AGENT)


def _sayable(scenario: Scenario) -> Iterator[str]:
    for fact in scenario.facts:
        if fact.disclose is not Disclosure.NEVER:
            yield from (fact.value, *fact.say)
    for goal in scenario.goals:
        ranked = goal.preference.ranked if goal.preference else ()
        for want in (*goal.wants, *(want for wants in ranked for want in wants)):
            yield from (want.value, *want.say)
        yield from goal.intent
        for question in goal.questions:
            yield from question.say
        for branch in goal.branches:
            yield from branch.say


def _leaves(value: JSON, path: Path) -> Iterator[tuple[Path, JSON]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*path, index))
    else:
        yield path, value


def _named_leaves(value: JSON) -> Iterable[JSON]:
    for path, leaf in _leaves(value, ()):
        yield leaf
        yield from (part for part in path if isinstance(part, str))


def _at(value: JSON, path: Path) -> JSON:
    for part in path:
        value = value[part]
    return value


def _replaced(value: JSON, path: Path) -> JSON:
    """The value with other words at `path`, or unchanged where there is no text."""
    if not path:
        return OTHER_WORDS if isinstance(value, str) else value
    copied: JSON = dict(value) if isinstance(value, dict) else list(value)
    copied[path[0]] = _replaced(value[path[0]], path[1:])
    return copied


def _plain(value: JSON) -> str:
    return " ".join(str(value).casefold().split())


def _stands_in(value: str, text: str) -> bool:
    """Whether the value stands in the text by itself: not as a part of a word, a number or an identifier."""
    return bool(value) and re.search(rf"(?<!\w)(?<!\w[-.]){re.escape(value)}(?!\w)(?!\.\w)", text) is not None


def _dotted(path: Path) -> str:
    return ".".join(str(part) for part in path)
