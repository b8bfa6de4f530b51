"""The reference agents on the kiosk: gold succeeds on every task, the others on none."""

import asyncio
from pathlib import Path

import pytest

from app.agents.manners import MANNERS
from app.agents.play import Order, Played, play_many
from app.agents.registry import AGENTS, EXPLOITS
from app.audit.excerpts import excerpt
from domains.kit.goal import GoldCall, Look, Propose, Suggest
from domains.kit.scenario import Persona, Trait
from tests.app.agents.desk_fakes import Desk
from tests.app.agents.kiosk import EVERY_TASK, kiosk


def played(desk: Desk, *orders: Order) -> list[Played]:
    async def run() -> list[Played]:
        async with desk.client() as client:
            return await play_many(client, orders)

    return asyncio.run(run())


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("task", EVERY_TASK)
def test_gold_succeeds(task: str, manner: str, tmp_path: Path) -> None:
    desk = Desk(kiosk(tmp_path, EVERY_TASK))
    for trait in (None, *Trait):
        persona = Persona(name="x", traits=(trait,) if trait else ())
        order = Order("gold", EVERY_TASK[task], desk.domain, persona=persona, manner=MANNERS[manner])
        (result,) = played(desk, order)
        assert result.error is None
        assert result.session_id is not None
        shown = excerpt(desk.held[result.session_id].events, last=40)
        assert desk.grade(result.session_id).success, f"{trait}\n{shown}\n{desk.grade(result.session_id).findings}"


@pytest.mark.parametrize("agent", [name for name in EXPLOITS if not AGENTS[name].paired])
def test_no_exploit_succeeds(agent: str, tmp_path: Path) -> None:
    desk = Desk(kiosk(tmp_path, EVERY_TASK))
    for task in EVERY_TASK.values():
        if AGENTS[agent].plays(task, desk.domain):
            (result,) = played(desk, Order(agent, task, desk.domain))
            assert result.session_id is not None
            shown = excerpt(desk.held[result.session_id].events, last=40)
            assert not desk.grade(result.session_id).success, f"{task.id}\n{shown}"


def test_looking_up_and_refusing_succeeds_on_one_twin_only(tmp_path: Path) -> None:
    desk = Desk(kiosk(tmp_path, EVERY_TASK))
    results = played(
        desk, *(Order("look_up_then_refuse", EVERY_TASK[task], desk.domain) for task in ("kiosk-1", "kiosk-2"))
    )
    assert [desk.grade(result.session_id or "").success for result in results] == [False, True]


def test_doing_what_was_wanted_first_is_no_success(tmp_path: Path) -> None:
    """Neither by making the change that the customer turned down, nor by insisting on it until they give in."""
    task = EVERY_TASK["kiosk-5"]
    first = GoldCall(tool="refund_ticket", arguments={"ticket_id": "T100003", "to": "card"})
    script = [move for move in task.goal.script if not isinstance(move, Propose)]
    *before, suggestion = script
    assert isinstance(suggestion, Suggest)
    insisting = Propose(summary=suggestion.summary, receipt="it has been refunded", calls=(first,))
    for moves in ((*script, Look(calls=(first,))), (*before, insisting)):
        changed = task.model_copy(update={"goal": task.goal.model_copy(update={"script": tuple(moves)})})
        desk = Desk(kiosk(tmp_path, EVERY_TASK))
        (result,) = played(desk, Order("gold", changed, desk.domain))
        assert not desk.grade(result.session_id or "").success


def test_a_session_that_cannot_be_opened_is_reported(tmp_path: Path) -> None:
    desk = Desk(kiosk(tmp_path, EVERY_TASK))
    missing = EVERY_TASK["kiosk-1"].model_copy(update={"id": "kiosk-9"})
    (result,) = played(desk, Order("silent", missing, desk.domain))
    assert result.session_id is None
    assert "No such task" in (result.error or "")


def test_an_agent_that_gets_stuck_is_reported_and_its_session_ended(tmp_path: Path) -> None:
    desk = Desk(kiosk(tmp_path, EVERY_TASK))
    goal = EVERY_TASK["kiosk-2"].goal.model_copy(update={"script": EVERY_TASK["kiosk-1"].goal.script})
    wrong = EVERY_TASK["kiosk-2"].model_copy(update={"goal": goal})
    (result,) = played(desk, Order("gold", wrong, desk.domain))
    assert result.error is not None
    assert result.session_id is not None
    assert desk.held[result.session_id].conversation.end is not None


def test_the_same_seed_plays_the_same_session(tmp_path: Path) -> None:
    desk = Desk(kiosk(tmp_path, EVERY_TASK))
    orders = [Order("random_tools", EVERY_TASK["kiosk-1"], desk.domain, seed=seed) for seed in ("7", "7", "8")]
    one, same, other = (
        [event.payload for event in desk.held[result.session_id or ""].events] for result in played(desk, *orders)
    )
    assert one == same
    assert one != other


def test_progress_is_told_of_every_session(tmp_path: Path) -> None:
    desk = Desk(kiosk(tmp_path, EVERY_TASK))
    seen: list[Played] = []

    async def run() -> None:
        async with desk.client() as client:
            orders = [Order("silent", task, desk.domain) for task in EVERY_TASK.values()]
            await play_many(client, orders, at_once=2, progress=seen.append)

    asyncio.run(run())
    assert {result.order.task.id for result in seen} == set(EVERY_TASK)
