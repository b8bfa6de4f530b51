"""States: a world plus the rows that were changed in it, copy on write."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from json import dumps
from typing import Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from domains.kit.changes import Actor, Change, net
from domains.kit.draws import hashed
from domains.kit.records import JSON, Mark, Record, as_set, marked
from domains.kit.tools import Outcome, Refused, Tool, Toolbox, ToolError, ToolKind
from domains.kit.world import Table, World

R = TypeVar("R", bound=Record)

NEW_ID_TRIES = 1000
"""Keys that are tried for a new row before it is said that there are too few of them."""


class HostedState(Protocol):
    """All that the session engine asks of a state, so that a domain may bring its own kind of state."""

    def call(self, name: str, arguments: str | Mapping[str, JSON], *, actor: Actor) -> Outcome:
        """Run a tool; bad calls and refusals come back as error outcomes."""

    def changes(self) -> list[Change]:
        """Every write so far, in order."""

    def diff(self) -> list[Change]:
        """The net changes against the world, bookkeeping fields left out."""

    def digest(self) -> str:
        """A hash that two states share exactly if their rows are the same, bookkeeping fields left out."""

    def dump(self) -> JSON:
        """The whole state as JSON: table, key, row."""

    def load(self, changes: Iterable[Change]) -> None:
        """Apply recorded changes, without running any tool."""


class State:
    """A row overlay on a shared world: opening one costs nothing, and what it holds is only what it changed."""

    def __init__(self, world: World, toolbox: Toolbox, *, seed: str):
        self.world = world
        self.toolbox = toolbox
        self.seed = seed
        self._overlay: dict[str, dict[str, Record | None]] = {}
        self._log: list[Change] = []

    def get(self, record: type[R], key: str) -> R | None:
        """The row of that key, or None."""
        return self._get(self.world.table_of(record), key)  # type: ignore[return-value]

    def find(self, record: type[R], **equals: JSON) -> list[R]:
        """Rows whose fields equal all the given values, in key order; indexed fields are looked up, not scanned."""
        table = self.world.table_of(record)
        start, changed = self.world.rows[table.name], self._overlay.get(table.name, {})
        rows = (changed[key] if key in changed else start.get(key) for key in self._candidates(table, equals))
        return [row for row in rows if row is not None and _has(row, equals)]  # type: ignore[misc]

    def call(self, name: str, arguments: str | Mapping[str, JSON], *, actor: Actor = Actor.AGENT) -> Outcome:
        """Run a tool. Either all of its changes are kept or, if it is refused, none."""
        tool = self.toolbox.get(name)
        if tool is None or actor not in tool.callers:
            known = ", ".join(tool.name for tool in self.toolbox.callable_by(actor))
            return _error(f"There is no tool named {name!r}. The tools are: {known}.")
        context = Context(self, tool, actor)
        try:
            result = tool.function(context, **tool.parse(arguments))
        except Refused as refusal:
            return _error(str(refusal))
        changes = context.close()
        for change, row in [(change, self._applied(change)) for change in changes]:
            self._keep(change, row)
        content = result if isinstance(result, str) else dumps(result, ensure_ascii=False, default=_as_json)
        return Outcome(content=content, changes=tuple(changes), ends_session=tool.ends_session)

    def changes(self) -> list[Change]:
        """Every write so far, in order."""
        return list(self._log)

    def diff(self) -> list[Change]:
        """The net changes against the world, bookkeeping fields left out."""
        return [change for raw in net(self._log) if (change := self._compared(raw)) is not None]

    def digest(self) -> str:
        """A hash of the world and of the net changes, whoever made them; unordered lists count as sets."""
        hasher = sha256(self.world.digest.encode())
        for table_name in sorted(self._overlay):
            table = self.world.tables[table_name]
            for key in sorted(self._overlay[table_name]):
                row = _comparable(table, self._overlay[table_name][key])
                if row != _comparable(table, self.world.rows[table_name].get(key)):
                    hasher.update(dumps([table_name, key, _canonical(row)], sort_keys=True).encode())
        return hasher.hexdigest()

    def dump(self) -> JSON:
        """The whole state as JSON: table, key, row."""
        dumped = {}
        for name in self.world.tables:
            rows = {**self.world.rows[name], **self._overlay.get(name, {})}
            dumped[name] = {k: row.model_dump(mode="json") for k, row in sorted(rows.items()) if row is not None}
        return dumped

    def load(self, changes: Iterable[Change]) -> None:
        """Apply recorded changes in order; raises `ToolError` where one does not fit the row that is there."""
        for change in changes:
            self._keep(change, self._applied(change))

    def copy(self) -> "State":
        """A state of its own with the same rows and the same recorded changes."""
        twin = State(self.world, self.toolbox, seed=self.seed)
        twin._overlay = {name: dict(rows) for name, rows in self._overlay.items()}
        twin._log = list(self._log)
        return twin

    def _get(self, table: Table, key: str) -> Record | None:
        changed = self._overlay.get(table.name)
        if changed is not None and key in changed:
            return changed[key]
        return self.world.rows[table.name].get(key)

    def _candidates(self, table: Table, equals: Mapping[str, JSON]) -> Iterable[str]:
        indexed = next((name for name in table.indexes if name in equals), None)
        if indexed is None:
            base: Iterable[str] = self.world.rows[table.name]
        else:
            base = self.world.keys_where(table.name, indexed, equals[indexed])
        # Every changed row is a candidate, whatever the index says: its indexed field may have changed.
        changed = self._overlay.get(table.name)
        return sorted({*base, *changed}) if changed else base

    def _keep(self, change: Change, row: Record | None) -> None:
        self._overlay.setdefault(change.table, {})[change.key] = row
        self._log.append(change)

    def _applied(self, change: Change) -> Record | None:
        """The row as a change leaves it, validated, so that a rebuilt state has the very rows of the first one."""
        table = self.world.tables.get(change.table)
        if table is None:
            raise ToolError(f"change of {change.path}: the world has no such table")
        row = self._get(table, change.key)
        current = None if row is None else row.model_dump(mode="json")
        if not _fits(change, current):
            raise ToolError(f"change of {change.path}: the row that is there is {current}, not {change.before}")
        if change.after is None:
            return None
        try:
            return table.record.model_validate({**(current or {}), **change.after})
        except ValidationError as error:
            raise ToolError(f"change of {change.path} makes a wrong row: {error}") from error

    def _compared(self, change: Change) -> Change | None:
        table = self.world.tables[change.table]
        hidden = marked(table.record, Mark.BOOKKEEPING)
        unordered = marked(table.record, Mark.UNORDERED)
        before, after = (
            {k: v for k, v in side.items() if k not in hidden} if side is not None else None
            for side in (change.before, change.after)
        )
        if before is not None and after is not None:
            same = {k for k in unordered & set(after) if as_set(before.get(k)) == as_set(after[k])}
            before, after = ({k: v for k, v in side.items() if k not in same} for side in (before, after))
            if not after:
                return None
        if before == change.before and after == change.after:
            return change
        return change.model_copy(update={"before": before, "after": after})


class Context:
    """What a tool sees while it runs: the rows, the world's now, and writes that are kept only if it succeeds."""

    def __init__(self, state: State, tool: Tool, actor: Actor):
        self._state = state
        self._tool = tool
        self._actor = actor
        self._written: dict[tuple[str, str], Record | None] = {}
        self.now = state.world.now

    def get(self, record: type[R], key: str) -> R | None:
        """The row of that key, or None; sees what this call has written."""
        table = self._state.world.table_of(record)
        if (table.name, key) in self._written:
            return self._written[table.name, key]  # type: ignore[return-value]
        return self._state.get(record, key)

    def find(self, record: type[R], **equals: JSON) -> list[R]:
        """Rows whose fields equal all the given values, in key order; sees what this call has written."""
        table = self._state.world.table_of(record)
        found = self._state.find(record, **equals)
        if not any(name == table.name for name, _ in self._written):
            return found
        rows = {getattr(row, table.key): row for row in found}
        for (name, key), row in self._written.items():
            if name == table.name:
                rows.pop(key, None)
                if row is not None and _has(row, equals):
                    rows[key] = row  # type: ignore[assignment]
        return [rows[key] for key in sorted(rows)]

    def put(self, row: Record) -> None:
        """Insert or replace a row; one with a field of a wrong type is a `ToolError`."""
        table = self._writable(type(row))
        key = getattr(row, table.key)
        try:
            # `model_copy` validates nothing, and puts lists where tuples belong.
            row = type(row).model_validate(row.model_dump(warnings=False))
        except ValidationError as error:
            raise ToolError(f"tool {self._tool.name} writes a wrong row to {table.name}/{key}: {error}") from error
        if table.append_only and self.get(type(row), key) is not None:
            raise ToolError(f"tool {self._tool.name} changes {table.name}/{key}, and {table.name} is append-only")
        self._written[table.name, key] = row

    def delete(self, record: type[Record], key: str) -> None:
        """Delete a row that is there."""
        table = self._writable(record)
        if table.append_only:
            raise ToolError(f"tool {self._tool.name} deletes from {table.name}, which is append-only")
        if self.get(record, key) is None:
            raise ToolError(f"tool {self._tool.name} deletes {table.name}/{key}, which is not there")
        self._written[table.name, key] = None

    def new_id(self, record: type[Record], *parents: str, prefix: str = "", digits: int = 10) -> str:
        """An unused key for a new row: a hash of (session seed, tool, parent keys, occurrence)."""
        for occurrence in range(NEW_ID_TRIES):
            number = hashed(self._state.seed, self._tool.name, *parents, occurrence) % 10**digits
            key = f"{prefix}{number:0{digits}d}"
            if self.get(record, key) is None:
                return key
        raise ToolError(f"tool {self._tool.name} finds no unused key of {digits} digits for {record.__name__}")

    def close(self) -> list[Change]:
        """The changes of this call, one for each row that differs now."""
        changes = []
        for (name, key), row in self._written.items():
            table = self._state.world.tables[name]
            change = _change(table, key, self._state.get(table.record, key), row, self._actor)
            if change is not None:
                changes.append(change)
        return changes

    def _writable(self, record: type[Record]) -> Table:
        if self._tool.kind is not ToolKind.WRITE:
            raise ToolError(f"tool {self._tool.name} is declared {self._tool.kind} and tried to write")
        return self._state.world.table_of(record)


def _change(table: Table, key: str, old: Record | None, new: Record | None, actor: Actor) -> Change | None:
    before = old.model_dump(mode="json") if old is not None else None
    after = new.model_dump(mode="json") if new is not None else None
    if before == after:
        return None
    if before is not None and after is not None:
        differing = [name for name in after if before.get(name) != after[name]]
        before, after = {n: before.get(n) for n in differing}, {n: after[n] for n in differing}
    return Change(table=table.name, key=key, before=before, after=after, actor=actor)


def _has(row: Record, equals: Mapping[str, JSON]) -> bool:
    return all(getattr(row, name) == value for name, value in equals.items())


def _fits(change: Change, current: JSON) -> bool:
    """Whether the row is what the change began with: for an update, in the fields that changed."""
    if change.before is None or current is None:
        return change.before is None and current is None
    return all(current.get(name) == value for name, value in change.before.items())


def _as_json(value: object) -> JSON:
    """What tools may return beside JSON: records as objects, times and such as text."""
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else str(value)


def _comparable(table: Table, row: Record | None) -> JSON:
    if row is None:
        return None
    dumped = row.model_dump(mode="json", exclude=set(marked(table.record, Mark.BOOKKEEPING)))
    for name in marked(table.record, Mark.UNORDERED):
        dumped[name] = as_set(dumped[name])
    return dumped


def _canonical(value: JSON) -> JSON:
    """The value with one form for equal numbers: 1, not 1.0; 0, not -0.0."""
    if isinstance(value, dict):
        return {key: _canonical(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_canonical(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _error(message: str) -> Outcome:
    return Outcome(content=f"Error: {message}", is_error=True)
