"""Worlds: the schema and the starting rows of a domain's database, immutable and content-hashed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from domains.kit.records import JSON, Record

R = TypeVar("R", bound=Record)


class WorldError(Exception):
    """The schema or the data of a world is wrong; the message names the table and what was expected."""


@dataclass(frozen=True)
class Table:
    """One typed table of a world, keyed by a string field."""

    name: str
    record: type[Record]
    key: str = "id"
    append_only: bool = False
    """Rows can be inserted and never changed or deleted: effects that cannot be taken back."""
    generated: bool = True
    """New keys are made by `Context.new_id`, so that grading matches them by bijection, not by value."""
    indexes: tuple[str, ...] = ()
    """Fields that `State.find` looks up without reading the whole table."""
    owner: str | None = None
    """The field that holds the id of the customer to whom the row belongs."""


class World:
    """One immutable snapshot per process, shared by all sessions."""

    def __init__(self, *, name: str, now: datetime, tables: Iterable[Table], rows: Mapping[str, Iterable[Record]]):
        if now.tzinfo is None:
            raise WorldError(f"world {name!r}: now must be an aware time")
        tables = tuple(tables)
        _check_schema(name, tables)
        self.name = name
        self.now = now
        self.tables = {table.name: table for table in tables}
        self._table_of = {table.record: table for table in tables}
        if unknown := set(rows) - set(self.tables):
            raise WorldError(f"world {name!r} has rows for tables that it does not declare: {sorted(unknown)}")
        self.rows: dict[str, dict[str, Record]] = {
            table.name: _keyed(table, rows.get(table.name, ())) for table in self.tables.values()
        }
        """By table and key, in key order."""
        self._indexes: dict[tuple[str, str], dict[JSON, tuple[str, ...]]] = {}

    @classmethod
    def load(cls, folder: Path, *, name: str, now: datetime, tables: Iterable[Table]) -> "World":
        """Read `<table>.jsonl` for each table from `folder`; a missing file is an empty table."""
        tables = tuple(tables)
        rows = {table.name: _read_rows(folder / f"{table.name}.jsonl", table) for table in tables}
        return cls(name=name, now=now, tables=tables, rows=rows)

    def save(self, folder: Path) -> None:
        """Write each table as `<table>.jsonl`, one row a line in key order, readable and diffable."""
        folder.mkdir(parents=True, exist_ok=True)
        for table in self.tables.values():
            rows = self.rows[table.name]
            lines = [dumps(row.model_dump(mode="json"), ensure_ascii=False) + "\n" for row in rows.values()]
            (folder / f"{table.name}.jsonl").write_text("".join(lines), encoding="utf-8")

    def table_of(self, record: type[Record]) -> Table:
        """The table that holds rows of this record type."""
        try:
            return self._table_of[record]
        except KeyError:
            raise WorldError(f"world {self.name!r} has no table of {record.__name__}") from None

    def rows_of(self, record: type[R]) -> list[R]:
        """The starting rows of this record type, in key order."""
        return list(self.rows[self.table_of(record).name].values())  # type: ignore[arg-type]

    def row(self, record: type[R], key: str) -> R:
        """The starting row of that key; raises `WorldError` where there is none."""
        table = self.table_of(record)
        try:
            return self.rows[table.name][key]  # type: ignore[return-value]
        except KeyError:
            raise WorldError(f"world {self.name!r}: {table.name} has no row {key!r}") from None

    def keys_where(self, table: str, field: str, value: JSON) -> tuple[str, ...]:
        """Keys of the starting rows whose `field` equals `value`; the index is built once, on first use."""
        index = self._indexes.get((table, field))
        if index is None:
            grouped: dict[JSON, list[str]] = {}
            for key, row in self.rows[table].items():
                grouped.setdefault(getattr(row, field), []).append(key)
            index = {found: tuple(keys) for found, keys in grouped.items()}
            self._indexes[table, field] = index
        return index.get(value, ())

    @cached_property
    def digest(self) -> str:
        """SHA-256 over schema and rows, in hexadecimal: the same for the same content, however it is stored."""
        hasher = sha256(self.now.isoformat().encode())
        for name in sorted(self.tables):
            table = self.tables[name]
            schema = table.record.model_json_schema()
            hasher.update(dumps([name, table.key, table.append_only, schema], sort_keys=True).encode())
            for row in self.rows[name].values():
                hasher.update(row.model_dump_json().encode())
        return hasher.hexdigest()


def _check_schema(world: str, tables: tuple[Table, ...]) -> None:
    names = [table.name for table in tables]
    if twice := [name for name in names if names.count(name) > 1]:
        raise WorldError(f"world {world!r}: two tables are named {twice[0]!r}")
    records = [table.record for table in tables]
    if shared := [record for record in records if records.count(record) > 1]:
        raise WorldError(f"world {world!r}: two tables hold {shared[0].__name__}, and a type names one table")
    for table in tables:
        named = {table.key, *table.indexes, *([table.owner] if table.owner else [])}
        if missing := sorted(named - set(table.record.model_fields)):
            raise WorldError(f"table {table.name!r}: {table.record.__name__} has no field {missing[0]!r}")


def _keyed(table: Table, rows: Iterable[Record]) -> dict[str, Record]:
    keyed: dict[str, Record] = {}
    for row in rows:
        key = getattr(row, table.key)
        if key in keyed:
            raise WorldError(f"table {table.name!r} has two rows with the key {key!r}")
        keyed[key] = row
    return dict(sorted(keyed.items()))


def _read_rows(path: Path, table: Table) -> list[Record]:
    if not path.exists():
        return []
    adapter = TypeAdapter(table.record)
    rows = []
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                rows.append(adapter.validate_json(line))
            except ValidationError as error:
                raise WorldError(f"{path.name}, line {number}: {error}") from error
    return rows
