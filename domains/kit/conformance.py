"""Conformance: the test suite that any domain must pass, ours or a stranger's.

In a test suite of your own:

    from domains.kit.conformance import DomainConformance
    from my_package import DOMAIN

    class TestMyDomain(DomainConformance):
        domain = DOMAIN

Anywhere else `problems(DOMAIN)` lists what is wrong. A tool that raises anything but `Refused` is a bug that no list
can describe better than its traceback, so that it escapes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from json import dumps
from typing import Any, ClassVar

from domains.kit import conformance_tasks
from domains.kit.askings import Unasked, Unsuggested
from domains.kit.changes import Actor, Change
from domains.kit.checks import (
    Before,
    Check,
    Claims,
    Confirmed,
    Identified,
    Phrases,
    Promises,
    Refusals,
)
from domains.kit.domain import Domain
from domains.kit.gold import play
from domains.kit.records import JSON
from domains.kit.tools import Tool, ToolKind

NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
TOOL_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9_-]{0,63}")
"""What chat-completions APIs accept as the name of a function."""
DUMPED_TASKS = 10
"""A dump is as large as the world, so that only so many tasks are compared by it."""
_TYPES = frozenset({"string", "integer", "number", "boolean", "array", "object", "null"})
_BAD_ARGUMENTS = ("no JSON at all", "[]", '"text"', '{"no_such_argument": 1}')

ConformanceCheck = Callable[[Domain], Iterable[str]]


def names_are_plain(domain: Domain) -> Iterator[str]:
    """The domain's name stands in task ids and URLs, tools' names in chat-completions requests."""
    if not NAME.fullmatch(domain.name):
        yield f"the domain's name {domain.name!r} is not lower-case letters, digits and underscores"
    for tool in domain.tools:
        if not TOOL_NAME.fullmatch(tool.name):
            yield f"tool {tool.name!r}: the name is not letters, digits, underscores and hyphens"


def policy_says_something(domain: Domain) -> Iterator[str]:
    """The policy is the agent's system prompt."""
    if not domain.policy.strip():
        yield f"{domain.policy_file} is empty"


def tools_are_documented(domain: Domain) -> Iterator[str]:
    """Language models read the description of a tool and of each of its parameters."""
    for tool in domain.tools:
        if len(tool.description.split()) < 3:
            yield f"tool {tool.name}: the docstring says too little: {tool.description!r}"
        for name, parameter in tool.parameters.get("properties", {}).items():
            if not parameter.get("description", "").strip():
                yield f"tool {tool.name}: parameter {name} has no description"


def schemas_are_plain(domain: Domain) -> Iterator[str]:
    """Schemas are closed objects without references: many model servers resolve none."""
    for tool in domain.tools:
        schema = tool.parameters
        if schema.get("type") != "object" or schema.get("additionalProperties") is not False:
            yield f"tool {tool.name}: the parameters are not a closed object"
        yield from (f"tool {tool.name}: {problem}" for problem in _schema_problems(schema, "parameters"))


def bad_calls_are_answered(domain: Domain) -> Iterator[str]:
    """Unknown tools and bad arguments come back as errors that change nothing."""
    state = domain.open_state("bad calls")
    untouched = state.digest()
    for actor in Actor:
        if not state.call("no_such_tool", "{}", actor=actor).is_error:
            yield f"a call of an unknown tool by the {actor.value} is no error"
    for tool in domain.tools:
        for arguments in (*_BAD_ARGUMENTS, *_lacking(tool)):
            for actor in Actor:
                outcome = state.call(tool.name, arguments, actor=actor)
                if not outcome.is_error or not outcome.content.strip() or outcome.changes:
                    yield f"tool {tool.name}: {arguments} by the {actor.value} is not answered by an error"
    if state.changes() or state.digest() != untouched:
        yield "bad calls changed the state"


def unheard_of_values_are_answered(domain: Domain) -> Iterator[str]:
    """Well-formed arguments that name nothing in the world come back as some outcome; a refusal changes nothing."""
    for tool in domain.tools:
        arguments = _guessed(tool.parameters)
        for actor in sorted(tool.callers):
            state = domain.open_state("unheard of")
            outcome = state.call(tool.name, arguments, actor=actor)
            if outcome.is_error and state.changes():
                yield f"tool {tool.name}: refused {dumps(arguments)}, and changed the state"


def reading_changes_nothing(domain: Domain) -> Iterator[str]:
    """Tools declared `read` or `think` leave the state as it is."""
    for task in domain.tasks.values():
        state = domain.open_state("reading")
        for call in task.goal.calls:
            tool = domain.toolbox.get(call.tool)
            before = state.digest(), len(state.changes())
            outcome = state.call(call.tool, call.arguments, actor=Actor.AGENT)
            reads = tool is not None and tool.kind is not ToolKind.WRITE
            if reads and (outcome.changes or (state.digest(), len(state.changes())) != before):
                yield f"{task.id}: {call.tool} is declared {tool.kind if tool else None} and changed the state"


def states_can_be_rebuilt(domain: Domain) -> Iterator[str]:
    """Applying recorded changes gives the same state as running the tools, also when they went through JSON."""
    untouched = domain.open_state("rebuilt").digest()
    for number, task in enumerate(domain.tasks.values()):
        state = play(domain, task.goal, seed="rebuilt").state
        rebuilt = domain.open_state("rebuilt")
        rebuilt.load(Change.model_validate_json(change.model_dump_json()) for change in state.changes())
        for what in ("digest", "diff", "changes", *(["dump"] if number < DUMPED_TASKS else [])):
            if getattr(rebuilt, what)() != getattr(state, what)():
                yield f"{task.id}: {what} of the rebuilt state is another one"
        if bool(state.diff()) == (state.digest() == untouched):
            yield f"{task.id}: digest and diff do not agree on whether anything changed"


def append_only_holds(domain: Domain) -> Iterator[str]:
    """Rows of append-only tables are inserted, and never changed or deleted."""
    for task in domain.tasks.values():
        for change in play(domain, task.goal).state.changes():
            table = domain.world.tables.get(change.table)
            if table is not None and table.append_only and change.before is not None:
                yield f"{task.id}: {change.path} was changed, and {change.table} is append-only"


def new_keys_follow_the_seed(domain: Domain) -> Iterator[str]:
    """The same session seed gives the same new keys, another one gives others."""
    for task in domain.tasks.values():
        one, again, other = (play(domain, task.goal, seed=seed).state.changes() for seed in ("1", "1", "2"))
        if one != again:
            yield f"{task.id}: the gold calls do not give the same changes twice for one seed"
        keys, others = _new_keys(domain, one), _new_keys(domain, other)
        if shared := sorted(keys & others):
            yield f"{task.id}: two seeds give the same new key {shared[0]}"


def checks_name_what_is_there(domain: Domain) -> Iterator[str]:
    """Checks name tools and arguments of the domain, and each has an id of its own."""
    ids = [check.id for check in domain.checks]
    yield from (f"two checks have the id {check_id!r}" for check_id in sorted({i for i in ids if ids.count(i) > 1}))
    for check in domain.checks:
        yield from (f"check {check.id}: {problem}" for problem in _check_problems(domain, check))


def world_is_one(domain: Domain) -> Iterator[str]:
    """Loading the world twice gives the same content, and the customers' table is there."""
    if domain.load_world().digest != domain.world.digest:
        yield "loading the world twice gives two digests"
    if domain.customer_table not in domain.world.tables:
        yield f"there is no customer table {domain.customer_table!r}"


CHECKS: tuple[ConformanceCheck, ...] = (
    names_are_plain,
    policy_says_something,
    tools_are_documented,
    schemas_are_plain,
    bad_calls_are_answered,
    unheard_of_values_are_answered,
    reading_changes_nothing,
    states_can_be_rebuilt,
    append_only_holds,
    new_keys_follow_the_seed,
    checks_name_what_is_there,
    world_is_one,
    *conformance_tasks.CHECKS,
)


def problems(domain: Domain) -> list[str]:
    """What is wrong with a domain, each line led by the name of the check that found it; empty if it conforms."""
    return [f"{check.__name__}: {problem}" for check in CHECKS for problem in check(domain)]


class DomainConformance:
    """The checks as test methods, for a subclass named `Test…` whose `domain` is the one to test."""

    domain: ClassVar[Domain]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for check in CHECKS:
            setattr(cls, f"test_{check.__name__}", _as_method(check))


def _as_method(check: ConformanceCheck) -> Callable[[DomainConformance], None]:
    def method(self: DomainConformance) -> None:
        found = list(check(self.domain))
        if found:
            raise AssertionError("\n".join(found))

    method.__doc__ = check.__doc__
    return method


def _schema_problems(schema: JSON, place: str) -> Iterator[str]:
    if "$ref" in schema or "$defs" in schema:
        yield f"{place} refers to another schema"
    declared = schema.get("type", "null" if "anyOf" in schema or "enum" in schema or "const" in schema else None)
    if declared is not None and declared not in _TYPES:
        yield f"{place} has the type {declared!r}, which JSON Schema does not know"
    required = set(schema.get("required", ()))
    if unknown := required - set(schema.get("properties", {})):
        yield f"{place} requires {sorted(unknown)}, which it does not describe"
    for name, inner in schema.get("properties", {}).items():
        yield from _schema_problems(inner, f"{place}.{name}")
    for inner in (*schema.get("anyOf", ()), *(schema[key] for key in ("items",) if key in schema)):
        yield from _schema_problems(inner, f"{place}[]")


def _lacking(tool: Tool) -> Iterator[str]:
    """Arguments objects that each lack something required, or have a value of a wrong type."""
    required = tool.parameters.get("required", [])
    good = _guessed(tool.parameters)
    for name in required:
        yield dumps({key: value for key, value in good.items() if key != name})
        if tool.parameters["properties"][name].get("type") in {"string", "integer", "number", "boolean"}:
            yield dumps({**good, name: {"an object": ["where none", "belongs"]}})


def _guessed(schema: JSON) -> JSON:
    """A value that a schema allows and that names nothing in any world."""
    if "anyOf" in schema:
        return _guessed(schema["anyOf"][0])
    properties = schema.get("properties", {})
    simple = {
        "boolean": True,
        "null": None,
        "integer": schema.get("minimum", 1),
        "number": schema.get("minimum", 1),
        "object": {name: _guessed(properties[name]) for name in schema.get("required", ())},
        "array": [_guessed(schema["items"])] * max(1, schema.get("minItems", 1)) if "items" in schema else [],
    }
    listed = [*schema.get("enum", ()), *([schema["const"]] if "const" in schema else [])]
    return listed[0] if listed else simple.get(schema.get("type"), "no-such-thing")


def _new_keys(domain: Domain, changes: Iterable[Change]) -> set[str]:
    tables = domain.world.tables
    inserts = (change for change in changes if change.before is None)
    return {change.path for change in inserts if change.table in tables and tables[change.table].generated}


def _check_problems(domain: Domain, check: Check) -> Iterator[str]:
    match check:
        case Phrases() | Unasked():
            yield from _wrong_expressions(
                check.things if isinstance(check, Unasked) else (*check.banned, *check.required)
            )
        case Before():
            named = list(check.tools)
            match check.requires:
                case Identified(by=by, whose=whose):
                    named += (*by, *whose)
                    yield from _argument_problems(domain, {name: (argument,) for name, argument in whose.items()})
                case Confirmed(values=values):
                    named += values
                    yield from _argument_problems(domain, values)
            yield from _unknown_tools(domain, named)
        case Claims():
            yield from _unknown_tools(domain, (name for deed in check.deeds for name in deed.tools))
            for slot in (deed.slot for deed in check.deeds if deed.slot is not None):
                known = domain.lexicon.slot(slot)
                if known is None or known.pattern is None:
                    yield f"the lexicon has no slot {slot!r} with a pattern of identifiers"
        case Promises():
            yield from _unknown_tools(domain, (name for promise in check.promises for name in promise.tools))
        case Unsuggested():
            yield from _wrong_expressions(way for ways in check.values.values() for way in ways)
            yield from _unknown_actions(domain, (check.action,))
        case Refusals():
            yield from _unknown_actions(domain, check.paying)


def _wrong_expressions(patterns: Iterable[str]) -> Iterator[str]:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"{pattern!r} is no regular expression: {error}"


def _unknown_tools(domain: Domain, names: Iterable[str]) -> Iterator[str]:
    return (f"there is no tool {name!r}" for name in dict.fromkeys(names) if domain.toolbox.get(name) is None)


def _unknown_actions(domain: Domain, keys: Iterable[str]) -> Iterator[str]:
    known = {action.key for action in domain.lexicon.actions}
    return (f"the lexicon has no action {key!r}" for key in keys if key not in known)


def _argument_problems(domain: Domain, values: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for name, arguments in values.items():
        if tool := domain.toolbox.get(name):
            known = tool.parameters.get("properties", {})
            yield from (f"tool {name} has no argument {argument!r}" for argument in arguments if argument not in known)
