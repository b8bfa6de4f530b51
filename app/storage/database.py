"""The database: units of work on SQLite (one writer thread, shared commits) and on PostgreSQL (a pool of threads)."""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import URL, ColumnElement, Connection, Engine, create_engine, event, literal_column, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from app.errors import DatabaseError

T = TypeVar("T")
Work = Callable[[Session], T]
BareWork = Callable[[Connection], T]
Unit = Session | Connection
"""What a unit of work is given: those of a step the connection itself, others the ORM's session on it."""
LARGEST_BATCH = 256
BUSY_SECONDS = 30
"""How long SQLite waits for another process's lock."""
_POSTGRES = "postgresql+psycopg"


class Database(Protocol):
    """Runs units of work: each is a function of an ORM session, committed whole or not at all."""

    now: ColumnElement[float]
    """SQL: seconds since 1970 on the database's clock."""

    async def write(self, work: Work[T]) -> T:
        """Run `work` and commit; what it raises undoes it alone."""

    async def execute(self, work: BareWork[T]) -> T:
        """As `write`, without the ORM: its session costs as much as one of the statements of a step."""

    async def read(self, work: Work[T]) -> T:
        """Run `work` without keeping anything it changes."""

    async def query(self, work: BareWork[T]) -> T:
        """As `read`, without the ORM."""

    def close(self) -> None:
        """Finish what was handed in, and let go of all connections."""


def open_database(url: str) -> Database:
    """The database behind a URL; raises `DatabaseError` for one that is not supported."""
    chosen = supported(url)
    return SQLiteDatabase(chosen) if chosen.get_backend_name() == "sqlite" else PostgresDatabase(chosen)


def supported(url: str) -> URL:
    """The URL with the driver that is used; raises `DatabaseError`, without naming its password, if there is none."""
    try:
        found = make_url(url)
    except ArgumentError:
        raise DatabaseError("the database URL is no URL: postgresql+psycopg://… is expected") from None
    if found.drivername in {"postgresql", "postgres", _POSTGRES}:
        return found.set(drivername=_POSTGRES)
    if found.drivername != "sqlite":
        raise DatabaseError(f"{found.drivername!r} databases are not supported; use SQLite or {_POSTGRES}://…")
    if found.database in {None, "", ":memory:"}:
        raise DatabaseError("an SQLite database must be a file")
    return found


class SQLiteDatabase:
    """One writer, any number of read-only readers, in WAL mode.

    Units of work that arrive while a commit is being made durable share the next one; each has a savepoint of its
    own, so one that fails never undoes another.
    """

    now: ColumnElement[float] = literal_column("((julianday('now') - 2440587.5) * 86400.0)")

    def __init__(self, url: URL, *, readers: int = 4):
        self._writer = sqlite_engine(url)
        self._reader = sqlite_engine(url, read_only=True)
        self._queue: SimpleQueue[_Unit[Any] | None] = SimpleQueue()
        self._thread = Thread(target=self._write_batches, name="sqlite-writer", daemon=True)
        self._thread.start()
        self._readers = ThreadPoolExecutor(readers, thread_name_prefix="sqlite-reader")

    async def write(self, work: Work[T]) -> T:
        """Run `work` in the writer's next transaction."""
        return await self.execute(partial(_run_in_savepoint, work))

    async def execute(self, work: BareWork[T]) -> T:
        """Run `work` on the connection of the writer's next transaction."""
        unit = _Unit(work)
        self._queue.put(unit)
        return await asyncio.wrap_future(unit.future)

    async def read(self, work: Work[T]) -> T:
        """Run `work` on a read-only connection."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, _run_reading, self._reader, work)

    async def query(self, work: BareWork[T]) -> T:
        """Run `work` on a read-only connection itself."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, _run_querying, self._reader, work)

    def close(self) -> None:
        """Finish the queue, then close."""
        self._queue.put(None)
        self._thread.join()
        self._readers.shutdown()
        self._writer.dispose()
        self._reader.dispose()

    def _write_batches(self) -> None:
        with self._writer.connect() as connection:
            open_ = True
            while open_:
                batch = [self._queue.get()]
                while len(batch) < LARGEST_BATCH and not self._queue.empty():
                    batch.append(self._queue.get())
                open_ = None not in batch
                _commit_together(connection, [unit for unit in batch if unit is not None])


class PostgresDatabase:
    """A pool of threads with a connection each; the database decides between processes."""

    now: ColumnElement[float] = literal_column("extract(epoch from clock_timestamp())::float8")

    def __init__(self, url: URL, *, connections: int = 8):
        self._engine = postgres_engine(url, connections)
        # A session's row and its events are two statements, and must be of one moment.
        self._reading = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._threads = ThreadPoolExecutor(connections, thread_name_prefix="postgres")

    async def write(self, work: Work[T]) -> T:
        """Run `work` in a transaction of its own."""
        return await self.execute(partial(_run_in_session, work))

    async def execute(self, work: BareWork[T]) -> T:
        """Run `work` on the connection of a transaction of its own."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, _run_writing, self._engine, work)

    async def read(self, work: Work[T]) -> T:
        """Run `work` in a read-only transaction, which sees one moment."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, _run_reading, self._reading, work)

    async def query(self, work: BareWork[T]) -> T:
        """Run `work` on the connection of a read-only transaction."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, _run_querying, self._reading, work)

    def close(self) -> None:
        """Finish what runs, then close."""
        self._threads.shutdown()
        self._engine.dispose()


def sqlite_engine(url: str | URL, *, read_only: bool = False) -> Engine:
    """An engine whose connections are durable at commit, or refuse every write."""
    # Parameters stay out of errors, and with them what was said in a session out of logs.
    engine = create_engine(
        url, connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS}, hide_parameters=True
    )

    def configure(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # The driver's own transaction control begins too late for savepoints: SQLAlchemy's begin does it here.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        _switch_to_wal(cursor)
        for pragma in ("synchronous = FULL", "foreign_keys = ON", *(["query_only = ON"] if read_only else [])):
            cursor.execute(f"PRAGMA {pragma}")

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    event.listen(engine, "connect", configure)
    event.listen(engine, "begin", begin)
    return engine


def _switch_to_wal(cursor: DBAPICursor) -> None:
    # SQLite's busy timeout does not cover this switch: of connections that make it at once on a new file, some fail.
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def postgres_engine(url: str | URL, connections: int = 8) -> Engine:
    """An engine that notices dead connections."""
    return create_engine(url, pool_size=connections, max_overflow=0, pool_pre_ping=True, hide_parameters=True)


class _Unit(Generic[T]):
    """A unit of work on its way to the writer, and what came of it."""

    def __init__(self, work: BareWork[T]):
        self.work = work
        self.future: Future[T] = Future()
        self._result: T
        self._error: BaseException | None = None

    def run(self, connection: Connection) -> None:
        """Run inside a savepoint; keep the result until the commit is durable."""
        # SQLAlchemy's own savepoints take as long as a statement of a step.
        savepoint = _cursor_of(connection)
        savepoint.execute("SAVEPOINT unit")
        try:
            self._result = self.work(connection)
        except Exception as error:  # noqa: BLE001 - whatever the work raises belongs to whoever handed it in
            savepoint.execute("ROLLBACK TO unit")
            self._error = error
        savepoint.execute("RELEASE unit")

    def settle(self, failure: BaseException | None = None) -> None:
        """Hand the outcome to the waiter."""
        if not self.future.set_running_or_notify_cancel():
            return
        if error := failure or self._error:
            self.future.set_exception(error)
        else:
            self.future.set_result(self._result)


def _commit_together(connection: Connection, units: "list[_Unit[Any]]") -> None:
    if not units:
        return
    try:
        with connection.begin():
            for unit in units:
                unit.run(connection)
    except Exception as error:  # noqa: BLE001 - a failed commit is every waiter's to hear
        for unit in units:
            unit.settle(error)
        return
    for unit in units:
        unit.settle()


def connection_of(unit: Unit) -> Connection:
    """The connection that a unit of work runs on."""
    return unit if isinstance(unit, Connection) else unit.connection()


def _run_in_session(work: Work[T], connection: Connection) -> T:
    with Session(connection, join_transaction_mode="rollback_only", autoflush=False, expire_on_commit=False) as session:
        result = work(session)
        session.flush()
        return result


def _run_in_savepoint(work: Work[T], connection: Connection) -> T:
    """As `_run_in_session`, for a transaction that is shared: of a failed flush the ORM undoes all that it knows of."""
    with connection.begin_nested():
        return _run_in_session(work, connection)


def _cursor_of(connection: Connection) -> DBAPICursor:
    return connection.connection.cursor()


def _run_writing(engine: Engine, work: BareWork[T]) -> T:
    with engine.begin() as connection:
        return work(connection)


def _run_querying(engine: Engine, work: BareWork[T]) -> T:
    with engine.connect() as connection:
        return work(connection)


def _run_reading(engine: Engine, work: Work[T]) -> T:
    with Session(engine, autoflush=False, expire_on_commit=False) as session:
        return work(session)
