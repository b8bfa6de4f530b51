"""Tools as methods: a signature and a docstring made from a JSON schema, for whatever reads tools off Python functions.

The docstrings are Google-style, with an `Args:` section. `transformers.utils.get_json_schema` reads the types and
descriptions of the schema back from such a method.
"""

from collections.abc import Callable, Mapping
from functools import reduce
from inspect import Parameter, Signature
from keyword import iskeyword
from operator import or_
from types import NoneType
from typing import Literal

from .errors import ClientError
from .views import JSON

Send = Callable[[JSON, str, dict[str, JSON]], str]
"""Makes a call: the object whose method was called, the tool's name, its arguments. Gives what the tool answered."""
_PLAIN: dict[str, JSON] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": NoneType,
}


def method_of(tool: Mapping[str, JSON], send: Send) -> Callable[..., str]:
    """A method for an OpenAI-style tool. It sends whatever it is given: the service says what is wrong with it."""
    function = tool["function"]
    name, schema = str(function["name"]), function.get("parameters") or {}
    parameters = _parameters(name, schema)
    names = [parameter.name for parameter in parameters]

    def method(self: JSON, *args: JSON, **arguments: JSON) -> str:
        return send(self, name, dict(zip(names, args, strict=False)) | arguments)

    receiver = Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)
    method.__name__ = method.__qualname__ = name
    method.__doc__ = _docstring(str(function.get("description") or name), schema, names)
    method.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters} | {"return": str}
    method.__signature__ = Signature([receiver, *parameters], return_annotation=str)  # type: ignore[attr-defined]
    return method


def hint_of(schema: Mapping[str, JSON], definitions: Mapping[str, JSON] | None = None) -> JSON:
    """The Python type of the values that a JSON schema allows."""
    definitions = definitions or {}
    if "$ref" in schema:
        return hint_of(definitions.get(str(schema["$ref"]).rpartition("/")[2], {}), definitions)
    if "enum" in schema or "const" in schema:
        return Literal[tuple(schema.get("enum") or [schema["const"]])]
    if options := _options(schema):
        return reduce(or_, [hint_of(option, definitions) for option in options])
    if schema.get("type") == "array" and schema.get("items"):
        return list[hint_of(schema["items"], definitions)]  # type: ignore[misc]
    return _PLAIN.get(str(schema.get("type")), JSON)


def _options(schema: Mapping[str, JSON]) -> list[JSON]:
    """The schemas of which one must fit, where there are several."""
    kinds = schema.get("type")
    several = [{**schema, "type": kind} for kind in kinds] if isinstance(kinds, list) else []
    return schema.get("anyOf") or schema.get("oneOf") or several


def _parameters(tool: str, schema: Mapping[str, JSON]) -> list[Parameter]:
    required, definitions = set(schema.get("required", ())), schema.get("$defs", {})
    made = []
    for name, field in schema.get("properties", {}).items():
        if not name.isidentifier() or iskeyword(name) or name == "self":
            raise ClientError(f"tool {tool}: a method cannot have a parameter named {name!r}")
        default = Parameter.empty if name in required else field.get("default")
        hint = hint_of(field, definitions)
        made.append(Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=hint))
    return sorted(made, key=lambda parameter: parameter.default is not Parameter.empty)


def _docstring(description: str, schema: Mapping[str, JSON], names: list[str]) -> str:
    lines = [description]
    if names:
        fields = schema["properties"]
        lines += ["", "Args:", *[f"    {name}: {_described(fields[name]) or name}" for name in names]]
    return "\n".join([*lines, "", "Returns:", "    What the tool answered."])


def _described(field: Mapping[str, JSON]) -> str:
    """What stands in the schema about a field, in one line."""
    places = [field, *field.get("anyOf", ()), *field.get("oneOf", ())]
    return " ".join(next((str(place["description"]) for place in places if place.get("description")), "").split())
