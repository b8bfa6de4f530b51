"""Altered calls: the same call with one argument changed to another value that would look as right."""

from collections.abc import Iterable, Iterator, Mapping

from app.agents.arguments import Gatherer
from app.agents.talk import Result
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.tools import Tool

CANDIDATES = 12
"""Values that are tried for one argument."""


def alterations(
    tool: Tool, arguments: Mapping[str, JSON], results: Iterable[Result], domain: Domain
) -> Iterator[tuple[str, list[dict[str, JSON]]]]:
    """For each argument of a call, the call with other values in its place: of its choice, of what tools returned
    under the same names, of the same table, or a little more or less of it."""
    seen = _seen(results)
    properties = tool.parameters.get("properties", {})
    definitions = tool.parameters.get("$defs", {})
    for name, value in arguments.items():
        others = _others(value, properties.get(name, {}), definitions, seen, domain)
        distinct = [other for position, other in enumerate(others) if other != value and other not in others[:position]]
        yield name, [{**arguments, name: other} for other in distinct[:CANDIDATES]]


def _seen(results: Iterable[Result]) -> dict[str, list[str]]:
    gatherer = Gatherer([])
    for result in results:
        gatherer.learn(result)
    return gatherer.named


def _others(
    value: JSON, schema: JSON, definitions: Mapping[str, JSON], seen: Mapping[str, list[str]], domain: Domain
) -> list[JSON]:
    match value:
        case bool():
            return [not value]
        case int() | float():
            return [value + 1, value - 1, value * 2]
        case list() | tuple():
            return list(_other_lists(list(value), schema, definitions, seen, domain))
        case dict():
            return list(_other_objects(value, schema, definitions, seen, domain))
        case str():
            return list(_other_texts(value, schema, definitions, seen, domain))
        case _:
            return []


def _other_lists(
    value: list[JSON], schema: JSON, definitions: Mapping[str, JSON], seen: Mapping[str, list[str]], domain: Domain
) -> Iterator[JSON]:
    if len(value) > 1:
        yield value[1:]
    inner = schema.get("items", {}) if isinstance(schema, dict) else {}
    for position, item in enumerate(value):
        for other in _others(item, inner, definitions, seen, domain):
            if other not in value:
                yield [*value[:position], other, *value[position + 1 :]]
                yield [*value, other]


def _other_objects(
    value: dict[str, JSON], schema: JSON, definitions: Mapping[str, JSON], seen: Mapping[str, list[str]], domain: Domain
) -> Iterator[JSON]:
    properties = schema.get("properties", {}) if isinstance(schema, dict) else {}
    for key, part in value.items():
        for other in _others(part, properties.get(key, {}), definitions, seen, domain):
            yield {**value, key: other}


def _other_texts(
    value: str, schema: JSON, definitions: Mapping[str, JSON], seen: Mapping[str, list[str]], domain: Domain
) -> Iterator[str]:
    if choices := list(_choices(schema, definitions)):
        yield from (choice for choice in choices if choice != value)
        return
    for values in seen.values():
        if value in values:
            yield from (other for other in values if other != value)
    neighbours = _same_table(value, domain)
    yield from neighbours
    if not neighbours:
        yield f"{value} or so"
        yield _nudged(value)


def _choices(schema: JSON, definitions: Mapping[str, JSON]) -> Iterator[str]:
    if not isinstance(schema, dict):
        return
    if "$ref" in schema:
        yield from _choices(definitions.get(str(schema["$ref"]).rpartition("/")[2], {}), definitions)
    yield from schema.get("enum", ())
    for option in schema.get("anyOf", ()):
        yield from _choices(option, definitions)


def _same_table(value: str, domain: Domain) -> list[str]:
    """Other keys of the table that has this key: the same owner's first, then some that follow it."""
    for table in domain.world.tables.values():
        rows = domain.world.rows[table.name]
        row = rows.get(value)
        if row is None:
            continue
        keys = list(rows)
        place = keys.index(value)
        following = (keys[place + 1 :] + keys[:place])[:CANDIDATES]
        owned: list[str] = []
        if table.owner is not None:
            owner = getattr(row, table.owner)
            owned = [key for key, other in rows.items() if key != value and getattr(other, table.owner) == owner]
        return list(dict.fromkeys([*owned, *following]))
    return []


def _nudged(value: str) -> str:
    """With the last digit one up."""
    for place in range(len(value) - 1, -1, -1):
        if value[place].isdigit():
            return f"{value[:place]}{(int(value[place]) + 1) % 10}{value[place + 1 :]}"
    return f"{value}x"
