"""The ledger of calls of language models, on each database."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from app.models.ledger import ModelCall
from app.storage.database import Database, open_database
from app.storage.migrate import upgrade
from app.storage.model_calls import CallFilter, ModelCallRepository, ModelTotals, SqlLedger

pytestmark = pytest.mark.anyio
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
CALL = ModelCall("c1", "s1", "agent", "openai/x", "openai", NOON, attempts=1)
DONE = replace(CALL, status="done", prompt_tokens=7, completion_tokens=2, cost_usd=0.25, seconds=1.5)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    upgrade(database_url)
    opened = open_database(database_url)
    yield opened
    opened.close()


async def calls(database: Database, chosen: CallFilter | None = None) -> list[ModelCall]:
    return await database.read(lambda unit: ModelCallRepository(unit).page(chosen or CallFilter(), limit=100))


async def test_a_call_is_entered_for_each_attempt_and_then_completed(database: Database) -> None:
    ledger = SqlLedger(database)
    await ledger.enter(CALL)
    assert await calls(database) == [CALL]
    await ledger.enter(replace(CALL, attempts=2))
    assert [call.attempts for call in await calls(database)] == [2]
    await ledger.complete(replace(DONE, attempts=2))
    assert await calls(database) == [replace(DONE, attempts=2)]


async def test_what_many_enter_at_once_is_written_together_and_one_who_goes_away_takes_nothing_along(
    database: Database,
) -> None:
    ledger = SqlLedger(database)
    many = [asyncio.create_task(ledger.enter(replace(CALL, id=f"c{number}"))) for number in range(50)]
    await asyncio.sleep(0)
    many[7].cancel()
    ended = [asyncio.create_task(ledger.complete(replace(DONE, id=f"c{number}"))) for number in range(0, 50, 2)]
    await asyncio.gather(*many, *ended, return_exceptions=True)
    await ledger.close()
    found = {call.id: call.status for call in await calls(database)}
    assert found == {f"c{number}": "entered" if number % 2 else "done" for number in range(50)}


async def test_a_database_that_fails_is_told_to_all_who_wait_and_to_none_who_come_later(database: Database) -> None:
    ledger = SqlLedger(database)
    unfit = replace(CALL, id="c2", model=None)  # type: ignore[arg-type]
    outcomes = await asyncio.gather(ledger.enter(CALL), ledger.enter(unfit), return_exceptions=True)
    assert [isinstance(outcome, IntegrityError) for outcome in outcomes] == [True, True]
    await ledger.enter(CALL)
    assert await calls(database) == [CALL]


async def test_a_call_can_be_completed_that_was_never_entered(database: Database) -> None:
    cached = replace(DONE, cached=True, attempts=0)
    await SqlLedger(database).complete(cached)
    assert await calls(database) == [cached]


async def test_an_entry_that_comes_too_late_changes_nothing(database: Database) -> None:
    ledger = SqlLedger(database)
    failed = replace(CALL, status="failed", error="cancelled")
    await ledger.complete(failed)
    await ledger.enter(CALL)
    assert await calls(database) == [failed]


async def test_calls_come_newest_first_in_pages_and_by_filter(database: Database) -> None:
    ledger = SqlLedger(database)
    for number in range(5):
        await ledger.complete(
            replace(
                DONE, id=f"c{number}", started_at=NOON + timedelta(seconds=number // 2), session_id=f"s{number % 2}"
            )
        )
    everything = await calls(database)
    assert [call.id for call in everything] == ["c4", "c3", "c2", "c1", "c0"]
    after = everything[1].started_at, everything[1].id
    page = await database.read(lambda unit: ModelCallRepository(unit).page(CallFilter(), limit=2, before=after))
    assert [call.id for call in page] == ["c2", "c1"]
    assert [call.id for call in await calls(database, CallFilter(session_id="s1"))] == ["c3", "c1"]
    assert await calls(database, CallFilter(model="other")) == []


async def test_totals_tell_apart_what_is_paid_known_failed_and_unknown(database: Database) -> None:
    ledger = SqlLedger(database)
    for number, call in enumerate(
        [
            DONE,
            replace(DONE, attempts=3),
            replace(DONE, cached=True, attempts=0, cost_usd=0.0, prompt_tokens=0, completion_tokens=0),
            replace(DONE, cost_usd=None),
            replace(CALL, status="failed", error="timeout", attempts=4),
            CALL,
            replace(DONE, model="ollama/y", cost_usd=None),
        ]
    ):
        await ledger.complete(replace(call, id=f"c{number}"))
    totals = await database.read(lambda unit: ModelCallRepository(unit).totals(CallFilter()))
    assert totals == [
        ModelTotals("ollama/y", 1, 1, 0, 0, 0, 7, 2, 0.0, 1),
        ModelTotals("openai/x", 6, 10, 1, 1, 1, 21, 6, 0.5, 1),
    ]
