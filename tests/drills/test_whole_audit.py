"""Every committed task is audited anew, and what was played and recorded would happen again."""

from pathlib import Path

import pytest

from app.agents.play import Order, play_many
from app.agents.registry import AGENTS
from app.audit.replay import replay_session
from app.audit.runner import audit
from app.client import AsyncClient, Operator
from domains.kit.domain import Domain
from tests.drills.drill_services import OPERATOR_KEY, Starter, run_command

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(1200)]
EVERY = 4
"""Of each agent's sessions this fraction of the tasks is played, other tasks for each agent."""


def test_every_committed_task_is_sound(retail: Domain) -> None:
    audits = audit(retail)
    assert [(each.task, each.flaws) for each in audits if not each.ok] == []
    assert {each.task for each in audits} == set(retail.tasks)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_what_every_agent_did_would_happen_again(starter: Starter, retail: Domain, tmp_path: Path) -> None:
    service = starter()
    tasks = list(retail.tasks.values())
    orders = [
        Order(agent, task, retail, seed=agent)
        for number, agent in enumerate(AGENTS)
        for task in tasks[number % EVERY :: EVERY]
        if AGENTS[agent].plays(task, retail)
    ]
    async with AsyncClient(service.url, OPERATOR_KEY) as client:
        played = await play_many(client, orders)
    assert [each for each in played if each.session_id is None] == []
    operator = Operator(service.url, OPERATOR_KEY)
    with operator.http:
        replays = [replay_session(operator, str(each.session_id), {retail.name: retail}) for each in played]
    assert [replay for replay in replays if not replay.same] == []
    assert sum(replay.calls for replay in replays) > len(tasks)
    shown = run_command("audit", "replay", "--json", "--url", service.url, "--key", OPERATOR_KEY)
    assert {each["session"] for each in shown["replays"]} == {each.session_id for each in played}
    assert all(each["same"] for each in shown["replays"])
    assert starter.complaints() == ""
