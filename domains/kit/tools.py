"""Tools: typed functions whose schema, argument validation and documentation come from their signature."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from domains.kit.changes import Actor, Change
from domains.kit.decoding import NotAnObject, decode_object
from domains.kit.records import JSON

ToolFunction = Callable[..., JSON]
TALK = "talk_to_customer"
"""The tool with which agents speak, where speaking is a tool; no tool of a business has its name."""


class Refused(Exception):
    """Raised by a tool that will not do what was asked; the message goes to the caller as an error result."""


class ToolError(Exception):
    """A tool was declared wrongly, or it broke its declaration (a `read` tool that wrote)."""


class ToolKind(StrEnum):
    """What a tool does to the state."""

    READ = "read"
    WRITE = "write"
    THINK = "think"
    """Recorded and without effect: reasoning is an action."""


@dataclass(frozen=True)
class Outcome:
    """What came of one call: what the caller reads, and what changed."""

    content: str
    is_error: bool = False
    changes: tuple[Change, ...] = ()
    ends_session: bool = False


@dataclass(frozen=True)
class Tool:
    """One function that the agent, or the customer on their own device, may call."""

    name: str
    kind: ToolKind
    description: str
    function: ToolFunction
    arguments: type[BaseModel]
    callers: frozenset[Actor] = frozenset({Actor.AGENT})
    ends_session: bool = False

    @cached_property
    def parameters(self) -> JSON:
        """JSON Schema of the arguments object."""
        schema = self.arguments.model_json_schema()
        plain = _plain(schema, schema.pop("$defs", {}), ())
        plain.pop("description", None)
        return plain

    @cached_property
    def openai(self) -> JSON:
        """The tool as the chat-completions API takes it."""
        function = {"name": self.name, "description": self.description, "parameters": self.parameters}
        return {"type": "function", "function": function}

    def parse(self, arguments: str | Mapping[str, JSON]) -> dict[str, JSON]:
        """Validated arguments by name; raises `Refused` with a message a language model can act on."""
        if isinstance(arguments, str):
            try:
                arguments = decode_object(arguments)
            except NotAnObject as error:
                raise Refused(f"The arguments of {self.name} are not a valid JSON object: {error}.") from None
        try:
            parsed = self.arguments.model_validate(arguments)
        except ValidationError as error:
            problems = "; ".join(_problem(item) for item in error.errors(include_url=False))
            raise Refused(f"Wrong arguments for {self.name}: {problems}.") from None
        return {name: getattr(parsed, name) for name in self.arguments.model_fields}


def tool(
    kind: ToolKind, *, callers: Iterable[Actor] = (Actor.AGENT,), ends_session: bool = False
) -> Callable[[ToolFunction], Tool]:
    """Declare a function as a tool.

    The function takes a `Context` first; its other parameters become the arguments, described with
    `Annotated[str, Field(description="…")]`. Its docstring is the description that language models read. It returns
    JSON, or raises `Refused`.
    """

    def declare(function: ToolFunction) -> Tool:
        if not function.__doc__:
            raise ToolError(f"tool {function.__name__} needs a docstring: agents read it")
        return Tool(
            name=function.__name__,
            kind=kind,
            description=inspect.cleandoc(function.__doc__),
            function=function,
            arguments=_arguments_model(function),
            callers=frozenset(callers),
            ends_session=ends_session,
        )

    return declare


@dataclass(frozen=True)
class Toolbox:
    """The tools of a domain by name, in the order of declaration."""

    tools: tuple[Tool, ...]
    _by_name: dict[str, Tool] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name = {tool.name: tool for tool in self.tools}
        if len(by_name) != len(self.tools):
            names = [tool.name for tool in self.tools]
            raise ToolError(f"tool names must be unique: {sorted({n for n in names if names.count(n) > 1})}")
        if TALK in by_name:
            raise ToolError(f"no tool can be named {TALK}: it is the one with which agents speak")
        object.__setattr__(self, "_by_name", by_name)

    def __iter__(self) -> Iterator[Tool]:
        return iter(self.tools)

    def get(self, name: str) -> Tool | None:
        """The tool of that name."""
        return self._by_name.get(name)

    def callable_by(self, actor: Actor) -> tuple[Tool, ...]:
        """The tools that this actor may call."""
        return tuple(tool for tool in self.tools if actor in tool.callers)


def _arguments_model(function: ToolFunction) -> type[BaseModel]:
    hints = get_type_hints(function, include_extras=True)
    parameters = list(inspect.signature(function).parameters.values())[1:]
    if variable := [p.name for p in parameters if p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]:
        raise ToolError(f"tool {function.__name__}: parameter {variable[0]} has no schema, because it takes anything")
    fields: dict[str, JSON] = {}
    for parameter in parameters:
        if parameter.name not in hints:
            raise ToolError(f"tool {function.__name__}: parameter {parameter.name} needs a type")
        default = ... if parameter.default is inspect.Parameter.empty else parameter.default
        fields[parameter.name] = (hints[parameter.name], default)
    config = ConfigDict(extra="forbid", frozen=True)
    model: type[BaseModel] = create_model(f"{function.__name__}_arguments", __config__=config, **fields)
    return model


def _plain(schema: JSON, definitions: Mapping[str, JSON], within: tuple[str, ...]) -> JSON:
    """A schema without titles and with its references put in place: many model servers resolve none."""
    if isinstance(schema, list):
        return [_plain(item, definitions, within) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name in within:
            raise ToolError(f"arguments of the type {name} contain themselves, and no plain schema can say so")
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        return {**_plain(definitions[name], definitions, (*within, name)), **beside}
    named = {"properties": {n: _plain(p, definitions, within) for n, p in schema.get("properties", {}).items()}}
    kept = {key: value for key, value in schema.items() if not (key == "title" and isinstance(value, str))}
    verbatim = {"default", "const", "enum", "examples"}
    return {
        key: named[key] if key in named else value if key in verbatim else _plain(value, definitions, within)
        for key, value in kept.items()
    }


def _problem(item: JSON) -> str:
    place = ".".join(str(part) for part in item["loc"]) or "arguments"
    return f"{place}: {item['msg']}"
