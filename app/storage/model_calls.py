"""The ledger of calls of language models, in SQL."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Table, case, func, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite

from app.batches import Batches
from app.models.ledger import ModelCall
from app.storage.database import Database, Unit, connection_of
from app.storage.tables import ModelCallRow

_CALLS = cast("Table", ModelCallRow.__table__)  # type: ignore[attr-defined]
_NAMES = tuple(field.name for field in fields(ModelCall))


def _put(insert: Callable[[Table], Any], changing: ColumnElement[bool] | None) -> Any:
    statement = insert(_CALLS)
    changed = {name: statement.excluded[name] for name in _NAMES if name != "id"}
    return statement.on_conflict_do_update(index_elements=["id"], set_=changed, where=changing)


# What is written of a call that was cut off may come in any order: an entry never takes the place of an ending.
_ENTER = {
    "sqlite": _put(sqlite.insert, _CALLS.c.status == "entered"),
    "postgresql": _put(postgresql.insert, _CALLS.c.status == "entered"),
}
_COMPLETE = {"sqlite": _put(sqlite.insert, None), "postgresql": _put(postgresql.insert, None)}


@dataclass(frozen=True)
class CallFilter:
    """Which calls; None stands for any."""

    session_id: str | None = None
    model: str | None = None
    purpose: str | None = None
    status: str | None = None


@dataclass(frozen=True)
class ModelTotals:
    """What the calls of one model come to."""

    model: str
    calls: int
    """All of them, those that failed or cost nothing included."""
    attempts: int
    cached: int
    failed: int
    unfinished: int
    """Under way, or cut off by the end of a process: they may have cost something that is not in the sum."""
    prompt_tokens: int
    completion_tokens: int
    cost_usd: float
    """Of calls whose cost is known."""
    unpriced: int
    """Answered calls of unknown cost."""


class ModelCallRepository:
    """Reads and writes calls within one unit of work."""

    def __init__(self, unit: Unit):
        self._connection = connection_of(unit)

    def enter(self, calls: Sequence[ModelCall]) -> None:
        """Enter calls, or their next attempts; nothing changes for those that have ended."""
        if calls:
            self._connection.execute(_ENTER[self._connection.dialect.name], [_values(call) for call in calls])

    def complete(self, calls: Sequence[ModelCall]) -> None:
        """Write how calls ended, whether or not they were entered."""
        if calls:
            self._connection.execute(_COMPLETE[self._connection.dialect.name], [_values(call) for call in calls])

    def page(self, chosen: CallFilter, *, limit: int, before: tuple[datetime, str] | None = None) -> list[ModelCall]:
        """Calls that match, newest first, older than the keyset position `before`."""
        statement = select(_CALLS).where(*_conditions(chosen))
        if before is not None:
            statement = statement.where(tuple_(_CALLS.c.started_at, _CALLS.c.id) < tuple_(*before))
        statement = statement.order_by(_CALLS.c.started_at.desc(), _CALLS.c.id.desc()).limit(limit)
        return [ModelCall(**found) for found in self._connection.execute(statement).mappings()]

    def totals(self, chosen: CallFilter) -> list[ModelTotals]:
        """Sums of calls that match, by model, in the order of their names."""
        unpriced = (_CALLS.c.status == "done") & _CALLS.c.cost_usd.is_(None)
        statement = (
            select(
                _CALLS.c.model,
                func.count(),
                func.sum(_CALLS.c.attempts),
                _count(_CALLS.c.cached),
                _count(_CALLS.c.status == "failed"),
                _count(_CALLS.c.status == "entered"),
                func.sum(_CALLS.c.prompt_tokens),
                func.sum(_CALLS.c.completion_tokens),
                func.coalesce(func.sum(_CALLS.c.cost_usd), 0.0),
                _count(unpriced),
            )
            .where(*_conditions(chosen))
            .group_by(_CALLS.c.model)
            .order_by(_CALLS.c.model)
        )
        return [ModelTotals(*row) for row in self._connection.execute(statement)]


class SqlLedger:
    """A ledger in the database, apart from the transactions of sessions; entries are durable when they return.

    What is entered while a transaction is under way goes into the next one together: one by one, the books of many
    conversations would take as long as a tenth of their calls.
    """

    def __init__(self, database: Database):
        self._database = database
        self._batches = Batches(self._write)

    async def enter(self, call: ModelCall) -> None:
        """Enter a call, or its next attempt; nothing changes for one that has ended."""
        await self._batches.add(call)

    async def complete(self, call: ModelCall) -> None:
        """Write how a call ended, whether or not it was entered."""
        await self._batches.add(call)

    async def close(self) -> None:
        """Write what is still to be written."""
        await self._batches.close()

    async def _write(self, calls: list[ModelCall]) -> None:
        def write(connection: Connection) -> None:
            repository = ModelCallRepository(connection)
            repository.enter([call for call in calls if call.status == "entered"])
            repository.complete([call for call in calls if call.status != "entered"])

        await self._database.execute(write)


def _values(call: ModelCall) -> dict[str, Any]:
    return {name: getattr(call, name) for name in _NAMES}


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _conditions(chosen: CallFilter) -> list[ColumnElement[bool]]:
    named = {name: value for name, value in vars(chosen).items() if value is not None}
    return [_CALLS.c[name] == value for name, value in named.items()]
