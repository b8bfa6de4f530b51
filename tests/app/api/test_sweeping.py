"""What the sweeper ends and grades, and that no session keeps it from the next one."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from functools import cached_property

import pytest
from sqlalchemy import text

from app.api.operator_plane import _stream
from app.engine.events import EndReason, Event
from app.sessions.service import SessionService
from app.sessions.sweeper import Sweeper
from domains.kit.domain import Domain
from domains.kit.task import Task
from simulators.protocol import Customer, Reply, View
from tests.app.api.api_house import JSON, House, Opener, auth

pytestmark = pytest.mark.anyio
one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Silent:
    """A customer who is asked and never answers."""

    kind = "silent"
    version = "1"
    at_once = False

    async def reply(self, view: View) -> Reply:  # noqa: ARG002 - the protocol's
        await asyncio.Event().wait()
        return Reply()


SILENT: Mapping[str, Customer] = {"silent": Silent()}


class Fewer(Domain):
    """A domain after an upgrade that has left tasks out."""

    @cached_property
    def tasks(self) -> Mapping[str, Task]:
        return dict(list(super().tasks.items())[1:])


async def record(house: House, session: JSON) -> JSON:
    found = await house.http.get(f"/v1/sessions/{session['id']}/events", headers=house.operator)
    return found.json()["session"]


@one_database
async def test_a_session_whose_task_is_gone_is_written_off_and_keeps_nobody_waiting(
    open_house: Opener, library: Domain
) -> None:
    gone, *_, kept = library.tasks
    async with open_house() as house:
        lost, sound = await house.open(gone), await house.open(kept)
    fewer = Fewer(**{name: getattr(library, name) for name in Domain.__dataclass_fields__})
    async with open_house(domains={library.name: fewer}) as house:
        answer = await house.step(lost, "Hello.")
        assert answer.status_code == 409
        assert answer.json()["type"] == "urn:regulars:problem:unplayable"
        house.clock.pass_seconds(10_000)
        await Sweeper(house.sessions).sweep()
        assert (await record(house, lost))["end_reason"] == "infrastructure"
        assert (await record(house, sound))["end_reason"] == "agent_timeout"
        assert [event["payload"]["kind"] for event in await house.events(lost)] == ["customer", "ended"]


@one_database
async def test_an_idle_limit_does_not_end_a_session_that_waits_for_its_customer(open_house: Opener, task: str) -> None:
    async with open_house(customers=SILENT) as house:
        session = await house.open(task, customer="silent")
        house.clock.pass_seconds(3_000)
        await Sweeper(house.sessions).sweep()
        assert (await record(house, session))["status"] == "open"


@one_database
async def test_a_customer_who_never_answers_is_not_waited_for_beyond_the_age_of_a_session(
    open_house: Opener, task: str
) -> None:
    async with open_house(customers=SILENT) as house:
        session = await house.open(task, customer="silent")
        house.clock.pass_seconds(90_000)
        await Sweeper(house.sessions).sweep()
        ended = await record(house, session)
        assert (ended["end_reason"], ended["grading"]) == ("customer_error", "graded")


@one_database
async def test_a_session_that_ends_in_another_world_than_it_began_in_is_not_graded(
    open_house: Opener, library: Domain, task: str
) -> None:
    async with open_house() as house:
        session = await house.open(task)
    stricter = replace(library, tools=library.tools[:-1])
    async with open_house(domains={library.name: stricter}) as house:
        await house.http.post(f"/v1/sessions/{session['id']}/end", headers=auth(session))
        await Sweeper(house.sessions).sweep()
        ended = await record(house, session)
        assert (ended["end_reason"], ended["grading"], ended["success"]) == ("agent_ended", "ungraded", None)


class EndsWhileRead(SessionService):
    """Sessions that end just after their events have been read."""

    async def events(self, session_id: str, *, after: int = -1) -> list[Event]:
        found = await super().events(session_id, after=after)
        await self.end(session_id, EndReason.AGENT_ENDED)
        return found


@one_database
async def test_a_stream_has_the_end_even_if_it_came_between_two_looks(house: House, task: str) -> None:
    session = await house.open(task)
    services = replace(house.app.state.services, sessions=EndsWhileRead(house.sessions.keeper))
    assert b"event: ended" in b"".join(await all_of(_stream(services, session["id"], 0)))


@one_database
async def test_a_stream_ends_when_its_session_is_erased(house: House, task: str) -> None:
    session = await house.open(task)
    stream = _stream(house.app.state.services, session["id"], -1)
    assert b"event: customer" in await anext(stream)
    await house.http.delete(f"/v1/sessions/{session['id']}", params={"purge": True}, headers=house.operator)
    assert await all_of(stream) == []


async def all_of(chunks: AsyncIterator[bytes]) -> list[bytes]:
    return [chunk async for chunk in chunks]


@one_database
async def test_an_erased_session_leaves_nothing_under_idempotency_keys(house: House, task: str) -> None:
    key = {"Idempotency-Key": "k"}
    first = (await house.http.post("/v1/sessions", json={"task": task}, headers=key)).json()
    url = f"/v1/sessions/{first['id']}"
    await house.http.post(f"{url}/messages", json={"content": "Hello."}, headers=auth(first) | key)
    await house.http.delete(url, params={"purge": True}, headers=house.operator)
    database = house.sessions.keeper.database
    assert await database.read(lambda s: s.execute(text("SELECT count(*) FROM idempotency")).scalar_one()) == 0
    second = (await house.http.post("/v1/sessions", json={"task": task}, headers=key)).json()
    assert second["id"] != first["id"]


async def test_a_fork_that_is_retried_is_one_session(house: House, task: str) -> None:
    session = await house.open(task)
    url, headers = f"/v1/sessions/{session['id']}/fork", house.operator | {"Idempotency-Key": "f1"}
    answers = await asyncio.gather(*(house.http.post(url, json={"step": 0}, headers=headers) for _ in range(3)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    other = await house.http.post(url, json={"step": 0, "agent": "b"}, headers=headers)
    assert other.status_code == 409
