"""Two service processes on one PostgreSQL: they take turns on the same sessions, and stand in for each other."""

import asyncio
from itertools import islice
from random import Random

import httpx
import pytest

from app.engine.events import CustomerReplied
from domains.kit.domain import Domain
from tests.drills.drill_load import Fleet, gold_orders, stubborn_client, under_load
from tests.drills.drill_logs import Ledger, check_log, check_replay, spoken_steps
from tests.drills.drill_services import ACTING, JSON, Starter, client, opened, record_of, saying, seat, take

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.timeout(1200),
    pytest.mark.postgres,
    pytest.mark.parametrize("database_url", ["postgres"], indirect=True),
]
SESSIONS = 60
LEASE_SECONDS = 1.5
SLOW = {"lease_seconds": LEASE_SECONDS, "sweep_seconds": 0.1, "customer_wait_seconds": 10}
AT_ONCE = {"Prefer": "wait=0"}


async def test_sessions_go_on_at_whichever_process_is_asked(starter: Starter, retail: Domain) -> None:
    ledger = Ledger()
    fleet = Fleet([starter(), starter()], Random("two processes"))
    orders = gold_orders(retail)

    async def enough() -> None:
        while len(ledger.tokens) < SESSIONS:
            await ledger.grow_by(10)

    async with stubborn_client(fleet, ledger) as agents:
        played = await under_load(agents, orders, 8, enough)
    assert [each for each in played if each.error is not None or each.reward != 1.0] == []
    assert ledger.lost == 0
    assert ledger.contradictions == []
    async with client(fleet.services[0].url) as http:
        for session_id, told in ledger.steps.items():
            row, events = await record_of(http, session_id)
            check_log(events, told)
            assert set(told) == set(spoken_steps(events))
            check_replay(row, events, retail)
    assert starter.complaints() == ""


async def test_both_processes_give_the_same_answer_to_each_step(starter: Starter, retail: Domain) -> None:
    one, two = starter(), starter()
    draws = Random("both")
    async with client(one.url) as first, client(two.url) as second:
        for task in islice(retail.tasks, 5):
            session = await opened(first, task)
            for step in range(1, 13):
                asked, other = draws.sample((first, second), 2)
                message = saying(f"Question {step}: could you tell me your e-mail address, please?")
                answer = await take(asked, session, step, message)
                if answer.status_code == 410:
                    break
                assert answer.status_code == 200, answer.text
                assert (await take(other, session, step, message)).content == answer.content
            _, events = await record_of(second, session["id"])
            check_log(events, {})
    assert starter.complaints() == ""


async def test_a_turn_of_a_killed_process_is_taken_up_when_its_lease_has_run_out(
    starter: Starter, retail: Domain
) -> None:
    holder = starter(ACTING, drill_patience=600, **SLOW)
    heir = starter(ACTING, drill_patience=0.05, **SLOW)
    task = next(iter(retail.tasks))
    async with client(holder.url) as doomed, client(heir.url) as http:
        sessions = [await begun(http, task) for _ in range(5)]
        for session in sessions:
            assert (await take(doomed, session, 1, saying("What can I do?"), **AT_ONCE)).status_code == 202
        # Several leases' time: as long as its owner lives, a turn stays with it.
        await asyncio.sleep(3 * LEASE_SECONDS)
        for session in sessions:
            assert (await after_step(http, session, 1, **AT_ONCE)).status_code == 202
        holder.kill()
        for session in sessions:
            answer = await after_step(http, session, 1)
            assert answer.status_code == 200
            assert answer.json()["messages"] == [{"role": "user", "content": "Sure."}]
            again = await take(http, session, 1, saying("What can I do?"))
            assert again.content == answer.content
            await see_through(http, session)
    assert starter.complaints() == ""


async def test_slow_customers_answer_once_though_processes_die_all_the_time(starter: Starter, retail: Domain) -> None:
    services = [starter(ACTING, drill_patience=0.4, **SLOW) for _ in range(2)]
    draws = Random("slow")
    task = next(iter(retail.tasks))
    async with client(services[0].url) as http:
        sessions = [await begun(http, task) for _ in range(12)]
    for step in (1, 2, 3):
        for session in sessions:
            async with client(draws.choice(services).url) as http:
                answer = await take(http, session, step, saying(f"What can I do in step {step}?"), **AT_ONCE)
                assert answer.status_code in {200, 202}, answer.text
        place = draws.randrange(2)
        services[place].kill()
        services[place] = await asyncio.to_thread(starter, ACTING, drill_patience=0.4, **SLOW)
        async with client(draws.choice(services).url) as http:
            for session in sessions:
                assert (await after_step(http, session, step)).status_code == 200
    async with client(services[0].url) as http:
        for session in sessions:
            await check_script(http, session)
    assert starter.complaints() == ""


async def begun(http: httpx.AsyncClient, task: str) -> JSON:
    """A session whose scripted customer has said hello."""
    session = await opened(http, task, customer="scripted")
    hello = await after_step(http, session, 0)
    if hello.status_code == 202:
        hello = await after_step(http, session, 0)
    assert hello.json()["messages"][-1] == {"role": "user", "content": "Hello, I need help."}, hello.text
    return session


async def after_step(http: httpx.AsyncClient, session: JSON, step: int, **headers: str) -> httpx.Response:
    url = f"/v1/sessions/{session['id']}"
    return await http.get(url, params={"after_step": step}, headers=seat(session) | headers)


async def see_through(http: httpx.AsyncClient, session: JSON) -> None:
    """Take the script's remaining steps."""
    for step in (2, 3):
        assert (await take(http, session, step, saying(f"And in step {step}?"))).status_code == 200
    await check_script(http, session)


async def check_script(http: httpx.AsyncClient, session: JSON) -> None:
    row, events = await record_of(http, session["id"])
    check_log(events, {})
    assert row["end_reason"] == "customer_done"
    assert spoken_steps(events) == [1, 2, 3]
    said = [event.payload.reply.text for event in events if isinstance(event.payload, CustomerReplied)]
    assert said == ["Hello, I need help.", "Sure.", "That is right.", "Bye."]
