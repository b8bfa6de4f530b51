"""Arguments that look right: made from a tool's schema, what was said in the chat, and what tools returned."""

import re
from collections.abc import Iterator, Mapping

from app.agents.talk import Result
from app.client import JSON
from domains.kit.draws import Draw

_TOKEN = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|#?[A-Z]{0,4}-?\d{3,}[\w-]*|\b[A-Z][a-z]+\b")


class Gatherer:
    """Remembers every value that was seen, under the names it had."""

    def __init__(self, heard: list[str]):
        self.heard = heard
        """The customer's words; shared with the talk, so that new ones are seen."""
        self.named: dict[str, list[str]] = {}

    def learn(self, result: Result) -> None:
        """Take in what a tool returned."""
        if result.is_error:
            return
        for name, value in _leaves(result.data, result.tool):
            seen = self.named.setdefault(_stem(name), [])
            if value not in seen:
                seen.append(value)

    def candidates(self, name: str) -> list[str]:
        """Values for an argument of that name, the likeliest first: same name, ids of that noun, the chat."""
        stem = _stem(name)
        own = self.named.get(stem, [])
        related = [
            value for key, values in self.named.items() if key != stem and _related(stem, key) for value in values
        ]
        said = [token for text in self.heard for token in _TOKEN.findall(text) if _fits(stem, token)]
        return list(dict.fromkeys([*own, *said, *related]))


def plausible(parameters: Mapping[str, JSON], gatherer: Gatherer, draw: Draw) -> dict[str, JSON]:
    """Arguments for a tool by its schema; optional ones are given half of the time."""
    required = set(parameters.get("required", ()))
    definitions = parameters.get("$defs", {})
    return {
        name: _value(name, schema, definitions, gatherer, draw.stream_of(name))
        for name, schema in parameters.get("properties", {}).items()
        if name in required or draw.chance(0.5, name)
    }


def _value(name: str, schema: JSON, definitions: Mapping[str, JSON], gatherer: Gatherer, draw: Draw) -> JSON:
    if "$ref" in schema:
        schema = definitions.get(str(schema["$ref"]).rpartition("/")[2], {})
    if options := schema.get("anyOf"):
        kinds = [option for option in options if option.get("type") != "null"]
        return _value(name, draw.choice(kinds, "kind"), definitions, gatherer, draw) if kinds else None
    if choices := schema.get("enum"):
        return draw.choice(choices, "choice")
    if schema.get("type") == "array":
        return [_value(name, schema.get("items", {}), definitions, gatherer, draw)]
    if schema.get("type") == "object":
        properties = schema.get("properties", {})
        return {key: _value(key, part, definitions, gatherer, draw) for key, part in properties.items()}
    return _scalar(name, schema.get("type"), gatherer, draw)


def _scalar(name: str, kind: JSON, gatherer: Gatherer, draw: Draw) -> JSON:
    match kind:
        case "integer":
            return 1 + draw.integer(5, "integer")
        case "number":
            return float(1 + draw.integer(100, "number"))
        case "boolean":
            return draw.chance(0.5, "boolean")
        case _:
            known = gatherer.candidates(name)
            return draw.choice(known, "text") if known else "unknown"


def _leaves(data: JSON, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _leaves(value, key if key != "id" else f"{name}_id")
            if isinstance(value, Mapping):
                yield f"{name}_id", str(key)
    elif isinstance(data, list):
        for value in data:
            yield from _leaves(value, name)
    elif isinstance(data, str | int | float) and not isinstance(data, bool):
        yield name, str(data)


def _stem(name: str) -> str:
    return re.sub(r"^(new|old|from|to|get|find|list)_", "", name.casefold()).replace("ids", "id").rstrip("s")


def _related(wanted: str, seen: str) -> bool:
    shared = set(wanted.split("_")) & set(seen.split("_"))
    return bool(shared - {"id"}) and wanted.endswith("id") == seen.endswith("id")


def _fits(stem: str, token: str) -> bool:
    if "mail" in stem:
        return "@" in token
    if "name" in stem or "city" in stem or "street" in stem:
        return token.isalpha()
    return any(letter.isdigit() for letter in token)
