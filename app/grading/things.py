"""What the rows around a call are called: how the things of a customer are told apart."""

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from app.grading.personal import texts_in
from app.grading.spoken import words
from domains.kit.domain import Domain
from domains.kit.records import JSON, Record
from domains.kit.state import State
from domains.kit.world import Table, World

LONGEST_NAME = 4
"""Words of a text that names something; what has more describes it, in words of every day."""
SHORTEST_NAME = 3
_HOPS = 2
"""How many references lead from a customer's row to what names a thing in it: variant, product."""

Row = tuple[Table, Record]


def rows_named(state: State, arguments: JSON) -> list[Row]:
    """The rows whose keys stand in arguments."""
    return [row for key in dict.fromkeys(texts_in(arguments)) for row in _rows_of(state, key)]


def texts_of_call(state: State, arguments: JSON) -> tuple[str, ...]:
    """The texts of the rows that a call names, and of those that they refer to: what is so with them already."""
    texts = [text for _, row in rows_named(state, arguments) for text in _texts(row)]
    referred = [row for key in texts for _, row in _rows_of(state, key)]
    return tuple(dict.fromkeys((*texts, *(text for row in referred for text in _texts(row)))))


def names_of_customer(state: State, arguments: JSON, domain: Domain) -> frozenset[str]:
    """How the customer whose rows a call names would tell their things apart: by whole texts ("low-back"), and where a
    text is a name ("Cairncross down parka"), by its proper nouns and its last word."""
    owners = {str(getattr(row, table.owner)) for table, row in rows_named(state, arguments) if table.owner}
    found: list[str] = []
    for table in domain.world.tables.values():
        if table.owner is None:
            continue
        for owner in owners:
            for row in state.find(table.record, **{table.owner: owner}):
                found += _names(row, is_person=table.name == domain.customer_table)
    texts = list(dict.fromkeys(found))
    for _ in range(_HOPS):
        referred = [row for key in texts for table, row in _rows_of(state, key) if table.owner is None]
        texts = list(dict.fromkeys(text for row in referred for text in _names(row, is_person=False)))
        found += texts
    return frozenset(name for text in found for name in _short_names(text) if len(name) >= SHORTEST_NAME)


def others_beside(state: State, key: str, arguments: JSON) -> Iterator[str]:
    """What could stand in an argument in the place of a key: other rows of the same customer or of the same kind, or
    other parts of the same row."""
    for table, row in _rows_of(state, key):
        for field in _kin(state, table, row):
            yield from (str(getattr(one, table.key)) for one in state.find(table.record, **field))
    for _, row in rows_named(state, arguments):
        for value in row.model_dump(mode="json").values():
            parts = [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []
            for name in {name for part in parts for name, held in part.items() if held == key}:
                yield from (str(part[name]) for part in parts if name in part)


@lru_cache(maxsize=64)
def values_of_field(world: World, name: str) -> tuple[str, ...]:
    """All texts that stand in fields of that name."""
    rows = (row for table in world.rows.values() for row in table.values() if name in type(row).model_fields)
    return tuple(dict.fromkeys(value for row in rows if isinstance(value := getattr(row, name), str)))


def _rows_of(state: State, key: str) -> list[Row]:
    tables = state.world.tables.values()
    return [(table, row) for table in tables if (row := state.get(table.record, key)) is not None]


def _kin(state: State, table: Table, row: Record) -> Iterator[dict[str, JSON]]:
    """Fields that a row shares with its like: its owner, or else what it refers to."""
    if table.owner is not None:
        yield {table.owner: getattr(row, table.owner)}
        return
    for name in type(row).model_fields:
        value = getattr(row, name)
        if name != table.key and isinstance(value, str) and _rows_of(state, value):
            yield {name: value}


def _texts(row: Record) -> list[str]:
    values = [getattr(row, name) for name in type(row).model_fields]
    return [str(value) for value in values if isinstance(value, str)]


def _names(row: Record, *, is_person: bool) -> Iterator[str]:
    """Texts that name something; what people are called does not."""
    for name in type(row).model_fields:
        value = getattr(row, name)
        if isinstance(value, Enum) or (is_person and name.endswith("name")):
            continue
        yield from (text for text in texts_in(value) if len(words(text)) <= LONGEST_NAME)


def _short_names(text: str) -> Iterator[str]:
    yield text
    if text[:1].isupper():
        yield from (word for word in text.split() if word[:1].isupper())
        yield text.rsplit(maxsplit=1)[-1]
