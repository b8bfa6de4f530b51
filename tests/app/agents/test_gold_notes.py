"""What gold notes down about its messages, and the manners that change more than words."""

import asyncio
from pathlib import Path

import pytest

from app.agents.manner import Manner
from app.agents.manners import ALL_AT_ONCE, ASSISTANT, MIXED, PLAIN
from app.agents.notes import Intended, Meaning, Notes, Part, outstanding
from app.agents.play import Order, Played, play
from app.engine.events import AgentSpoke
from domains.kit.draws import Draw
from domains.kit.goal import Propose
from tests.app.agents.desk_fakes import Desk
from tests.app.agents.kiosk import TASKS, kiosk


def served(tmp_path: Path, task: str, manner: Manner = PLAIN, *, seed: str = "0") -> tuple[Played, list[str]]:
    desk = Desk(kiosk(tmp_path))

    async def run() -> Played:
        async with desk.client() as client:
            return await play(client, Order("gold", TASKS[task], desk.domain, seed=seed, manner=manner))

    played = asyncio.run(run())
    payloads = [event.payload for event in desk.held[played.session_id or ""].events]
    return played, [each.heard for each in payloads if isinstance(each, AgentSpoke) and each.heard is not None]


def test_what_was_meant_is_noted_with_step_move_and_slots(tmp_path: Path) -> None:
    played, _ = served(tmp_path, "kiosk-1")
    noted = [(each.step, each.part.meaning, each.part.move, each.part.slots) for each in played.notes.intended]
    assert noted == [
        (1, Meaning.ASK, 0, ("email", "ticket_id")),
        (4, Meaning.ASK, 3, ("refund_to",)),
        (5, Meaning.PROPOSE, 4, ()),
        (6, Meaning.WRITE, 4, ()),
        (7, Meaning.CLAIM, 4, ()),
        (7, Meaning.INVITE, None, ()),
    ]
    assert played.notes.finished == 7


@pytest.mark.parametrize("task", TASKS)
def test_nothing_is_outstanding_when_gold_has_succeeded(task: str, tmp_path: Path) -> None:
    played, _ = served(tmp_path, task)
    assert outstanding(TASKS[task].goal.script, played.notes) == []


def test_a_write_is_outstanding_until_its_calls_are_made(tmp_path: Path) -> None:
    played, _ = served(tmp_path, "kiosk-1")
    script = TASKS["kiosk-1"].goal.script
    assert [type(move) for move in outstanding(script, played.notes, step=5)] == [Propose]
    assert outstanding(script, played.notes, step=6) == []
    assert [type(move) for move in outstanding(script, Notes())] == [Propose]
    proposed = Notes([Intended(5, Part("", Meaning.PROPOSE, move=4))])
    assert [type(move) for move in outstanding(script, proposed)] == [Propose]


def test_an_agent_without_a_script_notes_nothing(tmp_path: Path) -> None:
    desk = Desk(kiosk(tmp_path))

    async def run() -> Played:
        async with desk.client() as client:
            return await play(client, Order("greeter", TASKS["kiosk-1"], desk.domain))

    assert asyncio.run(run()).notes == Notes()


def test_all_at_once_asks_in_its_first_message_for_all_that_the_script_asks_for(tmp_path: Path) -> None:
    _, messages = served(tmp_path, "kiosk-1", ALL_AT_ONCE)
    assert messages[0].splitlines()[-3:] == [
        "1. What is your e-mail address?",
        "2. What is your ticket number?",
        "3. What is your refund method?",
    ]
    assert not [message for message in messages[1:] if "What is your" in message]


def test_a_mixed_manner_changes_by_step_and_is_drawn_from_the_seed(tmp_path: Path) -> None:
    _, one = served(tmp_path, "kiosk-1", MIXED)
    _, same = served(tmp_path, "kiosk-1", MIXED)
    _, other = served(tmp_path, "kiosk-1", MIXED, seed="1")
    assert one == same
    assert one != other
    drawn = {MIXED.at(step, Draw("0", "agents/manner")).name for step in range(60)}
    assert drawn == {manner.name for manner in MIXED.mixes}


def test_a_plain_manner_stays_as_it_is() -> None:
    assert all(ASSISTANT.at(step, Draw("0", "agents/manner")) is ASSISTANT for step in range(9))
