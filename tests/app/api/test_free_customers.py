"""Free customers in whole conversations with gold: what they said, what the guard stopped, and how it is shown."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from app.agents.play import Order, Played, play
from app.agents.registry import GOLD
from app.cli.render_transcript import transcript
from app.client import AsyncClient
from domains.kit.domain import Domain
from domains.kit.task import Task
from tests.app.api.api_house import JSON, House, Opener
from tests.app.api.scripted_customers import models_for

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]


@pytest.fixture
def renewal(library: Domain) -> Task:
    """A book that may be kept for longer."""
    return next(task for task in library.tasks.values() if task.family == "renew" and task.goal.expected)


async def held(house: House, library: Domain, task: Task, customer: str) -> tuple[Played, list[JSON]]:
    """What became of a conversation with gold, and its events."""
    key = house.operator["Authorization"].removeprefix("Bearer ")
    client = AsyncClient("http://127.0.0.1", key, http=house.http)
    played = await play(client, Order(GOLD, task, library), customer=customer)
    assert played.error is None
    return played, await house.events({"id": played.session_id})


def replies_in(events: list[JSON]) -> list[JSON]:
    return [event["payload"]["reply"] for event in events if event["payload"]["kind"] == "customer"]


def shown(events: list[JSON]) -> str:
    written = StringIO()
    Console(file=written, width=120).print(transcript(events))
    return written.getvalue()


async def test_one_that_does_all_right_is_served_to_success_and_nothing_is_stopped(
    open_house: Opener, library: Domain, renewal: Task, tmp_path: Path
) -> None:
    async with open_house(models=models_for([renewal], tmp_path)) as house:
        played, events = await held(house, library, renewal, f"free:scripted/{renewal.id}")

    assert (played.reward, played.end_reason) == (1.0, "customer_done")
    replies = replies_in(events)
    assert [reply["stance"] for reply in replies] == [None, None, "agree", None]
    assert all(len(reply["models"]) == 1 and not reply["interventions"] for reply in replies)
    assert "stopped" not in shown(events)


async def test_what_one_does_wrong_is_stopped_recorded_and_shown_and_the_conversation_goes_on(
    open_house: Opener, library: Domain, renewal: Task, tmp_path: Path
) -> None:
    async with open_house(models=models_for([renewal], tmp_path)) as house:
        played, events = await held(house, library, renewal, f"free:scripted/bad-{renewal.id}")
        calls = await house.http.get("/v1/model-calls", params={"limit": 100}, headers=house.operator)

    assert (played.reward, played.end_reason) == (1.0, "customer_done")
    replies = replies_in(events)
    assert [[(each["check"], each["instead"]) for each in reply["interventions"]] for reply in replies] == [
        [],
        [("role", "again")],
        [("ending", "again"), ("ending", "again"), ("ending", "mended")],
        [("value", "again")],
    ]
    assert [len(reply["models"]) for reply in replies] == [1, 2, 3, 2]
    entered = {call["id"]: call for call in calls.json()["calls"]}
    used = [use for reply in replies for use in reply["models"]]
    assert {entered[use["call"]]["session_id"] for use in used} == {played.session_id}
    assert len(entered) == len(used)
    said = " ".join(reply["text"] for reply in replies)
    assert "help you today" not in said
    assert "2019" not in said
    text = shown(events)
    assert 'stopped  role: "{\\"text\\": \\"How can I help you today?\\", \\"end\\": false}" -> asked again' in text
    assert text.count("-> asked again") == 4
    assert text.count("-> said without that") == 1
