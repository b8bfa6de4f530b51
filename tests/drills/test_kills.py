"""Services killed under load: whatever was acknowledged is there, once, and every session goes on."""

import asyncio
from collections import Counter
from random import Random

import httpx
import pytest

from app.agents.play import Played
from domains.kit.domain import Domain
from tests.drills.drill_load import Fleet, gold_orders, stubborn_client, under_load
from tests.drills.drill_logs import Ledger, check_log, check_replay, spoken_steps
from tests.drills.drill_services import JSON, OPERATOR, Starter, all_sessions, client, record_of

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(1200)]
KILLS_OF_ONE = 50
KILLS_OF_TWO = 10
PLAYERS = 8
STEPS_BETWEEN = (4, 40)
"""How many steps are acknowledged between a start and the next kill."""


class Inspector:
    """Looks at everything that was acknowledged, after each kill at what is new."""

    def __init__(self, ledger: Ledger, retail: Domain):
        self._ledger = ledger
        self._retail = retail
        self._settled: set[str] = set()
        self.given_again: Counter[str] = Counter()

    async def look(self, http: httpx.AsyncClient) -> None:
        """Check every session that was not seen to have ended."""
        assert self._ledger.contradictions == []
        for session_id in self._ledger.steps.keys() - self._settled:
            row = await self._look_at(http, session_id)
            if row["status"] == "ended":
                self._settled.add(session_id)

    async def _look_at(self, http: httpx.AsyncClient, session_id: str) -> JSON:
        row, events = await record_of(http, session_id)
        told = self._ledger.steps[session_id]
        check_log(events, told)
        last, there = max(told), max(spoken_steps(events))
        assert last <= there <= last + 1, "at most the step whose answer was lost is there besides"
        if last == there:
            again = await self._again(http, session_id, last)
            assert again.status_code == 200, again.text
            assert again.content == told[last].answer
            assert (await record_of(http, session_id))[1] == events, "a retry leaves no trace"
        self.given_again["last step" if row["status"] == "ended" else "step"] += last == there
        return row

    async def _again(self, http: httpx.AsyncClient, session_id: str, step: int) -> httpx.Response:
        body = self._ledger.steps[session_id][step].body
        seat = {"Authorization": f"Bearer {self._ledger.tokens[session_id]}"}
        return await http.post(f"/v1/sessions/{session_id}/steps", json=body, headers=seat)

    async def account_for(self, http: httpx.AsyncClient, played: list[Played]) -> None:
        """Every session went on to its end, and there are no others."""
        assert [each for each in played if each.error is not None or each.reward != 1.0] == []
        assert {row["id"] for row in await all_sessions(http)} == {each.session_id for each in played}
        for each in played:
            assert each.session_id is not None
            row, events = await record_of(http, each.session_id)
            assert row["status"] == "ended"
            assert row["grading"] == "graded"
            check_log(events, self._ledger.steps[each.session_id])
            assert set(self._ledger.steps[each.session_id]) == set(spoken_steps(events))
            check_replay(row, events, self._retail)
            grades = await http.get(f"/v1/sessions/{each.session_id}/grades", headers=OPERATOR)
            assert len(grades.json()["grades"]) == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_fifty_kills_of_the_only_service_lose_and_double_nothing(starter: Starter, retail: Domain) -> None:
    draws, ledger = Random("fifty kills"), Ledger()
    fleet = Fleet([starter()], draws)
    inspector = Inspector(ledger, retail)

    async def kills() -> None:
        for _ in range(KILLS_OF_ONE):
            await ledger.grow_by(draws.randint(*STEPS_BETWEEN))
            await asyncio.sleep(draws.uniform(0, 0.02))
            assert fleet.under_way, "the load must be there when the service is killed"
            fleet.services[0].kill()
            async with fleet.silence():
                fleet.services[0] = await asyncio.to_thread(starter)
                async with client(fleet.services[0].url) as http:
                    await inspector.look(http)

    async with stubborn_client(fleet, ledger) as agents:
        played = await under_load(agents, gold_orders(retail), PLAYERS, kills)
    async with client(fleet.services[0].url) as http:
        await inspector.account_for(http, played)
    assert ledger.lost >= KILLS_OF_ONE, "kills must have cost answers"
    assert inspector.given_again["step"] >= KILLS_OF_ONE
    assert inspector.given_again["last step"] >= 1
    assert starter.complaints() == ""


@pytest.mark.parametrize("database_url", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
async def test_clients_of_a_killed_service_go_on_at_the_other_one(starter: Starter, retail: Domain) -> None:
    draws, ledger = Random("ten kills"), Ledger()
    fleet = Fleet([starter(), starter()], draws)
    inspector = Inspector(ledger, retail)

    async def kills() -> None:
        for _ in range(KILLS_OF_TWO):
            await ledger.grow_by(draws.randint(*STEPS_BETWEEN))
            await asyncio.sleep(draws.uniform(0, 0.02))
            place = draws.randrange(2)
            fleet.services[place].kill()
            before = ledger.acknowledged
            fleet.services[place] = await asyncio.to_thread(starter)
            assert ledger.acknowledged > before, "the other one must have gone on meanwhile"
            async with fleet.silence(), client(fleet.services[draws.randrange(2)].url) as http:
                await inspector.look(http)

    async with stubborn_client(fleet, ledger) as agents:
        played = await under_load(agents, gold_orders(retail), PLAYERS, kills)
    async with client(fleet.services[1].url) as http:
        await inspector.account_for(http, played)
    assert ledger.lost >= KILLS_OF_TWO, "kills must have cost answers"
    assert starter.complaints() == ""
