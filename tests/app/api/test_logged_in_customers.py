"""Customers who are logged in: whoever serves them is told so, over every way to connect."""

from pathlib import Path

import pytest
from mcp.types import TextContent, TextResourceContents

from app.agents.play import Order, play
from app.client import AsyncClient
from tests.app.agents.kiosk import kiosk, logged_in_task, refund_task
from tests.app.api.api_house import Opener
from tests.app.mcp.mcp_house import one_database, seated

pytestmark = [pytest.mark.anyio, one_database]
TASKS = {task.id: task for task in (logged_in_task(), refund_task())}
TOLD = "The customer is logged in as ann@example.org."


async def test_the_system_prompt_and_the_session_say_who_is_logged_in(open_house: Opener, tmp_path: Path) -> None:
    domain = kiosk(tmp_path, TASKS)
    async with open_house(domains={"kiosk": domain}) as house:
        session, other = [await house.open(task) for task in ("kiosk-7", "kiosk-1")]

    assert (session["account"], other["account"]) == ("ann@example.org", None)
    assert session["messages"][0] == {"role": "system", "content": f"{domain.policy.rstrip()}\n\n{TOLD}\n"}
    assert other["messages"][0] == {"role": "system", "content": domain.policy}


async def test_the_policy_says_so_over_mcp(open_house: Opener, tmp_path: Path) -> None:
    async with open_house(domains={"kiosk": kiosk(tmp_path, TASKS)}) as house:
        session = await house.open("kiosk-7")
        async with seated(house, session) as client:
            (message,) = (await client.get_prompt("policy")).messages
            (contents,) = (await client.read_resource("session://policy")).contents

    assert message.content == TextContent(text=session["messages"][0]["content"])
    assert isinstance(contents, TextResourceContents)
    assert contents.text == session["messages"][0]["content"]


async def test_an_agent_that_looks_them_up_without_a_question_succeeds(open_house: Opener, tmp_path: Path) -> None:
    domain = kiosk(tmp_path, TASKS)
    async with open_house(domains={"kiosk": domain}) as house:
        key = house.operator["Authorization"].removeprefix("Bearer ")
        client = AsyncClient("http://127.0.0.1", key, http=house.http)
        played = await play(client, Order("gold", TASKS["kiosk-7"], domain))
        events = await house.events({"id": played.session_id})

    assert played.grade["success"]
    said = [event["payload"]["reply"]["text"] for event in events if event["payload"]["kind"] == "customer"]
    assert not any("ann@example.org" in text for text in said)
