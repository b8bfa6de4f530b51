"""Customers that take their time: a step in two commits, leases, and processes that take over from each other."""

import asyncio
from collections.abc import Mapping
from time import time
from typing import TypeVar

import pytest

from app.sessions.sweeper import Sweeper
from app.storage.database import BareWork, Database, Work
from simulators.protocol import Customer, CustomerEnd, Reply, View
from simulators.scripted import ScriptedCustomer
from tests.app.api.api_house import JSON, House, Opener, auth

pytestmark = pytest.mark.anyio
T = TypeVar("T")
SLOW = {"Prefer": "wait=0"}
on_postgres = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)


class Gate:
    """A slow customer's patience: replies come when the gate is opened."""

    def __init__(self) -> None:
        self.opened = asyncio.Event()
        self.reached = asyncio.Event()

    async def wait(self, _seconds: float) -> None:
        self.reached.set()
        await self.opened.wait()


def scripted(gate: Gate) -> Mapping[str, Customer]:
    replies: list[Reply | str] = ["Hello, I need help.", "Sure.", Reply(text="Bye.", end=CustomerEnd.DONE)]
    return {"scripted": ScriptedCustomer(replies, wait=gate.wait)}


async def opened(house: House, task: str, gate: Gate) -> JSON:
    session = await house.open(task, customer="scripted")
    assert session["awaits"] == "customer"
    gate.opened.set()
    first = await house.http.get(f"/v1/sessions/{session['id']}", params={"after_step": 0}, headers=auth(session))
    assert first.status_code == 200
    assert first.json()["messages"][0]["content"] == "Hello, I need help."
    session["step"] = first.json()["step"]
    gate.opened.clear()
    return session


async def test_a_client_that_waits_too_long_gets_202_and_asks_again(open_house: Opener, task: str) -> None:
    gate = Gate()
    async with open_house(customers=scripted(gate)) as house:
        session = await opened(house, task, gate)
        answer = await house.step(session, "What can I do?", headers=SLOW)
        assert answer.status_code == 202
        assert answer.headers["retry-after"] == "1"
        asked = await house.http.get(
            f"/v1/sessions/{session['id']}", params={"after_step": 1}, headers=auth(session) | SLOW
        )
        assert asked.status_code == 202
        gate.opened.set()
        asked = await house.http.get(f"/v1/sessions/{session['id']}", params={"after_step": 1}, headers=auth(session))
        assert asked.json()["messages"] == [{"role": "user", "content": "Sure."}]
        assert (await house.step(session, "What can I do?")).content == asked.content


class Counted:
    """A database whose units of work are counted, but for the sweeper's."""

    def __init__(self, inner: Database) -> None:
        self._inner = inner
        self.now = inner.now
        self.reads = 0
        self.commits = 0

    async def write(self, work: Work[T]) -> T:
        self.commits += not _sweeping()
        return await self._inner.write(work)

    async def execute(self, work: BareWork[T]) -> T:
        self.commits += not _sweeping()
        return await self._inner.execute(work)

    async def read(self, work: Work[T]) -> T:
        self.reads += not _sweeping()
        return await self._inner.read(work)

    async def query(self, work: BareWork[T]) -> T:
        self.reads += not _sweeping()
        return await self._inner.query(work)

    def close(self) -> None:
        self._inner.close()


def _sweeping() -> bool:
    task = asyncio.current_task()
    return task is not None and task.get_name() == "sweeper"


async def test_a_turn_costs_two_commits_and_nothing_is_read_for_it(open_house: Opener, task: str) -> None:
    gate = Gate()
    async with open_house(customers=scripted(gate)) as house:
        database = Counted(house.sessions.keeper.database)
        house.sessions.keeper.database = database
        session = await opened(house, task, gate)
        assert (database.commits, database.reads) == (2, 0)
        gate.opened.set()
        assert (await house.step(session, "What can I do?")).status_code == 200
        assert (database.commits, database.reads) == (4, 0)


async def test_a_new_session_is_in_the_hands_of_the_process_that_opened_it(open_house: Opener, task: str) -> None:
    async with open_house(customers=scripted(Gate())) as house:
        session = await house.open(task, customer="scripted")
        row = await house.sessions.row(str(session["id"]))
        assert row.lease_owner == house.sessions.keeper.worker
        assert row.lease_until is not None
        # The clock of the test stands in June; the lease is by the database's.
        assert 0 < row.lease_until - time() <= house.sessions.keeper.settings.lease_seconds


async def test_the_agents_message_is_kept_before_the_customer_thinks(open_house: Opener, task: str) -> None:
    gate = Gate()
    async with open_house(customers=scripted(gate)) as house:
        session = await opened(house, task, gate)
        await house.step(session, "What can I do?", headers=SLOW)
        assert [e["payload"]["kind"] for e in await house.events(session)] == ["customer", "agent"]


async def test_the_same_message_joins_the_wait_and_another_one_is_turned_away(open_house: Opener, task: str) -> None:
    gate = Gate()
    async with open_house(customers=scripted(gate)) as house:
        session = await opened(house, task, gate)
        gate.reached.clear()
        first = asyncio.create_task(house.step(session, "What can I do?"))
        await gate.reached.wait()
        other = await house.step(session, "Something else.")
        assert other.status_code == 409
        assert other.json()["type"] == "urn:regulars:problem:step_in_progress"
        assert other.headers["retry-after"]
        again = asyncio.create_task(house.step(session, "What can I do?"))
        await asyncio.sleep(0)
        gate.opened.set()
        assert (await first).content == (await again).content
        kinds = [e["payload"]["kind"] for e in await house.events(session)]
        assert kinds == ["customer", "agent", "customer"]


async def test_a_turn_left_behind_is_taken_up_by_the_next_process(open_house: Opener, task: str) -> None:
    gate = Gate()
    async with open_house(customers=scripted(gate)) as house:
        session = await opened(house, task, gate)
        await house.step(session, "What can I do?", headers=SLOW)
    gate.opened.set()
    async with open_house(customers=scripted(gate)) as house:
        await Sweeper(house.sessions).sweep()
        answer = await house.step(session, "What can I do?")
        assert answer.status_code == 200
        assert answer.json()["messages"] == [{"role": "user", "content": "Sure."}]


@on_postgres
async def test_a_lease_that_ran_out_lets_another_process_go_on_and_the_first_ones_reply_is_dropped(
    open_house: Opener, task: str
) -> None:
    stuck, free = Gate(), Gate()
    free.opened.set()
    async with (
        open_house(customers=scripted(stuck), folder="one", lease_seconds=1.5) as one,
        open_house(customers=scripted(free), folder="two", lease_seconds=1.5) as two,
    ):
        session = await opened(one, task, stuck)
        await one.step(session, "What can I do?", headers=SLOW)
        await Sweeper(two.sessions).sweep()
        assert (await two.step(session, "What can I do?", headers=SLOW)).status_code == 202, "the lease still runs"
        running = one.sessions.turns.running(str(session["id"]))
        assert running is not None
        await lose_lease(two, str(session["id"]))
        await Sweeper(two.sessions).sweep()
        answer = await two.step(session, "What can I do?")
        assert answer.json()["messages"] == [{"role": "user", "content": "Sure."}]
        stuck.opened.set()
        await asyncio.wait({running})
        assert (await one.step(session, "What can I do?")).content == answer.content
        kinds = [e["payload"]["kind"] for e in await one.events(session)]
        assert kinds == ["customer", "agent", "customer"]


async def lose_lease(house: House, session_id: str) -> None:
    """As if the lease's owner had not been heard of for long."""
    from sqlalchemy import text
    from sqlmodel import Session

    def work(session: Session) -> None:
        session.execute(text("UPDATE sessions SET lease_until = 0 WHERE id = :id"), {"id": session_id})

    await house.sessions.keeper.database.write(work)


@on_postgres
async def test_two_processes_take_turns_on_the_same_sessions(open_house: Opener, task: str) -> None:
    async with open_house(folder="one") as one, open_house(folder="two") as two:
        session = await one.open(task)
        for number in range(1, 7):
            house = (one, two)[number % 2]
            answer = await house.step(session, f"Question number {number}: what is your e-mail address?", step=number)
            assert answer.status_code == 200, answer.text
            other = (two, one)[number % 2]
            assert (
                await other.step(session, f"Question number {number}: what is your e-mail address?", step=number)
            ).content == answer.content
        events = await one.events(session)
        assert [event["seq"] for event in events] == list(range(13))


@on_postgres
async def test_of_racing_clients_at_two_processes_one_wins_each_step(open_house: Opener, task: str) -> None:
    async with open_house(folder="one") as one, open_house(folder="two") as two:
        session = await one.open(task)
        for number in range(1, 5):
            tries = [
                house.step(session, f"Question {number}.{n}: what is your e-mail?", step=number)
                for n in range(10)
                for house in (one, two)
            ]
            answers = await asyncio.gather(*tries)
            won = [answer for answer in answers if answer.status_code == 200]
            # The same message was sent to both processes: the loser may get the winner's answer again.
            assert 1 <= len(won) <= 2
            assert len({answer.content for answer in won}) == 1
            assert {answer.status_code for answer in answers} == {200, 409}
        kinds = [e["payload"]["kind"] for e in await one.events(session)]
        assert kinds == ["customer"] + ["agent", "customer"] * 4


class Failing:
    """A customer with a defect."""

    kind = "failing"
    version = "1"
    at_once = True

    async def reply(self, view: View) -> Reply:
        if view.turns:
            raise ZeroDivisionError("a defect")
        return Reply(text="Hi.")


async def test_a_defect_of_the_customer_ends_the_session_and_is_not_the_agents(open_house: Opener, task: str) -> None:
    async with open_house(customers={"failing": Failing()}) as house:
        session = await house.open(task, customer="failing")
        answer = await house.step(session, "Hello.")
        assert answer.status_code == 200
        assert answer.json()["end_reason"] == "customer_error"
        listed = (await house.http.get("/v1/sessions", headers=house.operator)).json()["sessions"][0]
        grades = await house.http.get(f"/v1/sessions/{session['id']}/grades", headers=house.operator)
        assert listed["success"] is False
        assert grades.json()["grades"][0]["grade"]["counted"] is False


async def test_ending_does_not_wait_for_a_slow_customer(open_house: Opener, task: str) -> None:
    gate = Gate()
    async with open_house(customers=scripted(gate)) as house:
        session = await opened(house, task, gate)
        await house.step(session, "What can I do?", headers=SLOW)
        ended = await house.http.post(f"/v1/sessions/{session['id']}/end", headers=auth(session))
        assert ended.json()["end_reason"] == "agent_ended"
        gate.opened.set()
        await asyncio.sleep(0.05)
        assert [e["payload"]["kind"] for e in await house.events(session)] == ["customer", "agent", "ended"]


@on_postgres
async def test_a_process_that_is_behind_at_the_last_step_gives_the_first_ones_answer_and_grades_nothing(
    open_house: Opener, task: str, capfd: pytest.CaptureFixture[str]
) -> None:
    async with open_house(folder="one") as one, open_house(folder="two") as two:
        session = await one.open(task, limits={"steps": 2})
        await two.step(session, "What is your e-mail address?", step=1)
        last = await one.step(session, "And what can I do for you?", step=2)
        assert last.json()["end_reason"] == "step_limit"
        again = await two.step(session, "And what can I do for you?", step=2)
        assert again.content == last.content
    assert "grading_failed" not in capfd.readouterr().err
