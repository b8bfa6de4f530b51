"""Units of work: whole or not at all, whoever else is in the same transaction."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from app.errors import DatabaseError
from app.storage.database import Database, Unit, Work, open_database
from app.storage.grades import add_grade
from app.storage.keys import KeyRepository
from app.storage.migrate import upgrade
from app.storage.tables import GradeRow

pytestmark = pytest.mark.anyio
one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgres = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    upgrade(database_url)
    opened = open_database(database_url)
    yield opened
    opened.close()


class Defect(Exception):
    """What a unit of work may raise."""


def keep(name: str) -> Work[Any]:
    return lambda session: KeyRepository(session).secret(name, name)


def keep_and_fail(name: str) -> Work[Any]:
    def work(session: Session) -> str:
        KeyRepository(session).secret(name, name)
        raise Defect(name)

    return work


def names(unit: Unit) -> set[str]:
    return set(unit.execute(text("SELECT name FROM secrets")).scalars())


async def test_a_unit_that_fails_undoes_itself_and_no_other(database: Database) -> None:
    units = [(keep_and_fail if number % 3 == 1 else keep)(str(number)) for number in range(30)]
    outcomes = await asyncio.gather(*(database.write(unit) for unit in units), return_exceptions=True)
    for number, outcome in enumerate(outcomes):
        assert isinstance(outcome, Defect) if number % 3 == 1 else outcome == str(number)
    assert await database.read(names) == {str(number) for number in range(30) if number % 3 != 1}


async def test_a_unit_whose_statement_fails_undoes_itself_and_no_other(database: Database) -> None:
    def twice(session: Session) -> None:
        for _ in range(2):
            session.execute(text("INSERT INTO secrets (name, value) VALUES ('twice', '')"))

    outcomes = await asyncio.gather(
        database.write(keep("a")), database.write(twice), database.write(keep("b")), return_exceptions=True
    )
    assert isinstance(outcomes[1], DBAPIError)
    assert await database.read(names) == {"a", "b"}


async def test_the_waiter_that_goes_away_takes_nobody_along(database: Database) -> None:
    writes = [asyncio.ensure_future(database.write(keep(str(number)))) for number in range(9)]
    await asyncio.sleep(0)
    for write in writes[::2]:
        write.cancel()
    await asyncio.gather(*writes, return_exceptions=True)
    assert await database.write(keep("after")) == "after"
    assert await database.read(names) >= {"1", "3", "5", "7", "after"}


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError, match=r"read-?only"):
        await database.read(keep("read"))
    assert await database.read(names) == set()


async def test_a_query_sees_what_is_committed_and_cannot_write(database: Database) -> None:
    await database.write(keep("kept"))
    assert await database.query(names) == {"kept"}
    with pytest.raises(DBAPIError, match=r"read-?only"):
        await database.query(lambda connection: KeyRepository(connection).secret("queried", ""))
    assert await database.query(names) == {"kept"}


async def test_a_reader_sees_one_moment_whatever_is_written_meanwhile(database: Database) -> None:
    loop = asyncio.get_running_loop()

    def look_twice(session: Session) -> tuple[set[str], set[str]]:
        before = names(session)
        asyncio.run_coroutine_threadsafe(database.write(keep("meanwhile")), loop).result()
        return before, names(session)

    before, after = await database.read(look_twice)
    assert before == after == set()
    assert await database.read(names) == {"meanwhile"}


@one_database
async def test_a_reader_is_not_held_up_by_the_writer(database: Database) -> None:
    loop = asyncio.get_running_loop()
    writing, go_on = asyncio.Event(), asyncio.Event()

    def slow(session: Session) -> str:
        found = KeyRepository(session).secret("slow", "slow")
        loop.call_soon_threadsafe(writing.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result()
        return found

    write = asyncio.ensure_future(database.write(slow))
    await writing.wait()
    assert await database.read(names) == set()
    go_on.set()
    assert await write == "slow"
    assert await database.read(names) == {"slow"}


async def test_a_failure_says_nothing_of_what_was_to_be_kept(database: Database) -> None:
    def work(session: Session) -> None:
        for _ in range(2):
            session.execute(text("INSERT INTO secrets VALUES (:name, :value)"), {"name": "n", "value": "canary"})

    with pytest.raises(DBAPIError) as raised:
        await database.write(work)
    assert "canary" not in str(raised.value)


@on_postgres
async def test_of_two_processes_that_propose_a_secret_at_once_both_have_the_first_ones(
    database: Database, database_url: str
) -> None:
    other = open_database(database_url)
    try:
        found = await overlapping(database, other, "INSERT INTO secrets VALUES ('s', 'first')", keep_as("s", "second"))
    finally:
        other.close()
    assert found == "first"


@on_postgres
async def test_of_two_processes_that_grade_at_once_both_have_the_first_ones_grade(
    database: Database, database_url: str
) -> None:
    await database.write(lambda session: session.execute(text(SESSION)))
    grade = "INSERT INTO grades VALUES (7, 's', 'state', 'v', 'g', '', true, 1, '{}', now())"

    def second(session: Session) -> int | None:
        row = GradeRow(
            session_id="s", grader_version="v", goal_digest="g", success=False, partial=0, body="{}", created_at=NOW
        )
        return add_grade(session, row).id

    other = open_database(database_url)
    try:
        assert await overlapping(database, other, grade, second) == 7
    finally:
        other.close()


SESSION = """INSERT INTO sessions (id, task, domain, family, split, agent, agent_metadata, seed, customer,
    customer_version, options, components, feedback, origin, status, awaits, step, version, grading, grading_attempts,
    created_at, updated_at, deadline)
    VALUES ('s', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', 0, 0, '', 0, now(), now(), now())"""


def keep_as(name: str, value: str) -> Work[Any]:
    return lambda session: KeyRepository(session).secret(name, value)


async def overlapping(one: Database, other: Database, statement: str, work: Work[Any]) -> object:
    """What `work` gives in a transaction that begins while another one with `statement` is not yet committed."""
    loop = asyncio.get_running_loop()
    begun, go_on = asyncio.Event(), asyncio.Event()

    def first(session: Session) -> None:
        session.execute(text(statement))
        loop.call_soon_threadsafe(begun.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result()

    began = asyncio.ensure_future(one.write(first))
    await begun.wait()
    second = asyncio.ensure_future(other.write(work))
    while not await one.read(lambda session: session.execute(text(WAITING)).scalar_one()):  # noqa: ASYNC110 - a lock of the database's
        await asyncio.sleep(0.01)
    go_on.set()
    await began
    return await second


WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


@pytest.mark.parametrize(
    "url",
    [
        "mysql://me@db/regulars",
        "postgresql+psycopg2://me:secret@db/regulars",
        "sqlite://",
        "sqlite:///:memory:",
        "regulars.db",
        "",
    ],
)
def test_a_database_that_is_not_supported_is_told_so_without_its_password(url: str) -> None:
    with pytest.raises(DatabaseError) as raised:
        open_database(url)
    assert "secret" not in raised.value.detail
    with pytest.raises(DatabaseError):
        upgrade(url)


@on_postgres
async def test_the_usual_ways_to_write_a_postgresql_url_are_understood(database_url: str) -> None:
    for scheme in ("postgresql", "postgres"):
        url = database_url.replace("postgresql+psycopg", scheme)
        upgrade(url)
        database = open_database(url)
        assert await database.read(names) == set()
        database.close()
