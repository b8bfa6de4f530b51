"""The client of an older MCP SDK, in an environment of its own, plays whole sessions with a service of today."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from mcp.types import CallToolResult

from app.agents.gold import Gold
from app.agents.registry import brief_for
from domains.kit.domain import Domain
from domains.kit.task import Split
from tests.app.mcp.mcp_house import SessionOverMcp, texts
from tests.drills import interpreters
from tests.drills.drill_services import JSON, OPERATOR, Starter, client, opened

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.timeout(1200),
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]
OLD_SDK = ("mcp==1.9.4", "pydantic==2.11.7")
"""The protocol of March 2025; this SDK uses an inner part of Pydantic that later releases have not."""
PROTOCOL = "2025-03-26"
PLAYED = 6


class OldClient:
    """The other side of `old_mcp_client.py`."""

    def __init__(self, process: Process, offer: JSON):
        self._process = process
        self.offer = offer

    async def call_tool(self, name: str, arguments: dict[str, JSON] | None = None, /) -> CallToolResult:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([name, arguments]).encode() + b"\n")
        return CallToolResult.model_validate(await told(self._process))


async def told(process: Process) -> JSON:
    assert process.stdout is not None
    line = await process.stdout.readline()
    assert line, "the client has ended"
    return json.loads(line)


@asynccontextmanager
async def seated(python: Path, url: str, session: JSON) -> AsyncIterator[OldClient]:
    script = Path(__file__).with_name("old_mcp_client.py")
    arguments = (str(script), f"{url}/v1/sessions/{session['id']}/mcp", session["token"])
    process = await asyncio.create_subprocess_exec(str(python), *arguments, stdin=PIPE, stdout=PIPE, limit=2**24)
    try:
        yield OldClient(process, await told(process))
    finally:
        assert process.stdin is not None
        process.stdin.close()
        assert await process.wait() == 0


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter that has the old SDK."""
    try:
        return interpreters.filled(Path(sys.executable), tmp_path_factory.mktemp("old") / "environment", *OLD_SDK)
    except interpreters.NotInstalled as error:
        pytest.skip(f"an environment with the old SDK cannot be made: {error}")


async def test_an_old_client_is_offered_the_same(starter: Starter, retail: Domain, python: Path) -> None:
    service = starter()
    async with client(service.url) as http:
        session = await opened(http, next(iter(retail.tasks)))
        async with seated(python, service.url, session) as old:
            offer = old.offer

    assert offer["protocol"] == PROTOCOL
    assert retail.title in offer["instructions"]
    assert offer["tools"] == [*(tool.name for tool in retail.tools), "talk_to_customer"]
    assert (offer["prompts"], offer["policy"]) == (["policy"], retail.policy)
    assert offer["resources"]["session://policy"] == retail.policy
    assert json.loads(offer["resources"]["session://conversation"])["messages"] == session["messages"][1:]


async def test_an_old_client_plays_to_success_and_learns_of_the_end(
    starter: Starter, retail: Domain, python: Path
) -> None:
    service = starter()
    tasks = [task for task in retail.tasks.values() if task.split is Split.TEST][:PLAYED]
    async with client(service.url) as http:
        for task in tasks:
            session = await opened(http, task.id)
            async with seated(python, service.url, session) as old:
                await Gold(brief_for(task, retail, seed="0")).play(SessionOverMcp(old, http, session))
                late = await old.call_tool("think", {"thought": "Is anybody there?"})
            graded = await http.get(f"/v1/sessions/{session['id']}/grades", headers=OPERATOR)
            (record,) = graded.json()["grades"]
            assert record["grade"]["success"] is True, task.id
            assert late.is_error
            assert "has ended" in texts(late)[0]
    assert starter.complaints() == ""
