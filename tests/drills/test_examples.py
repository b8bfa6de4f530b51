"""The examples that need other libraries, each with the versions named here, against a scripted model."""

from json import dumps
from pathlib import Path
from typing import Any

import pytest

from domains.kit.domain import Domain
from domains.kit.task import Task
from tests.app.client.scripted_chat import ScriptedChat
from tests.app.client.served import Served
from tests.drills.drill_services import OPERATOR_KEY, Starter
from tests.drills.strangers import CLIENT, stranger_with

pytestmark = [pytest.mark.timeout(600), pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]
JSON = Any


@pytest.fixture
def served(starter: Starter, retail: Domain) -> Served:
    return Served(starter().url, retail, OPERATOR_KEY)


@pytest.fixture
def task(retail: Domain) -> Task:
    """A task that needs a write."""
    return next(task for task in retail.tasks.values() if task.goal.expected)


def played(example: str, *requirements: str, folder: Path, served: Served, task: Task, script: list[JSON]) -> str:
    """What the example prints when its model follows the script."""
    stranger = stranger_with(folder, *requirements)
    with ScriptedChat(*script) as model:
        printed = stranger.run(
            CLIENT / "examples" / example,
            task.id,
            REGULARS_URL=served.url,
            REGULARS_KEY=served.key,
            OPENAI_BASE_URL=model.url,
            OPENAI_API_KEY="none",
        )
    assert (model.complaints, model.left) == ([], [])
    return printed


def test_a_langgraph_agent_that_does_everything_right_succeeds(tmp_path: Path, served: Served, task: Task) -> None:
    needs = ["httpx==0.28.1", "langgraph==1.2.24", "langchain-openai==1.7.4"]
    script = served.gold_messages(task)
    printed = played("langgraph_agent.py", *needs, folder=tmp_path, served=served, task=task, script=script)

    assert printed.split()[1:] == ["customer_done", "1.0"]


def test_an_agent_of_the_openai_sdk_succeeds_over_mcp(tmp_path: Path, served: Served, task: Task) -> None:
    needs = ["httpx==0.28.1", "openai-agents==0.24.0"]
    spoken = [_by_tool(message, number) for number, message in enumerate(served.gold_messages(task))]
    script = [*spoken, {"content": "That was all."}]
    printed = played("openai_agents_mcp.py", *needs, folder=tmp_path, served=served, task=task, script=script)

    assert printed.split()[1:] == ["customer_done", "1.0"]


def _by_tool(message: JSON, number: int) -> JSON:
    """The same, said with the tool that talks."""
    if message.get("tool_calls"):
        return message
    function = {"name": "talk_to_customer", "arguments": dumps({"text": message["content"]})}
    return {"content": None, "tool_calls": [{"id": f"talk_{number}", "type": "function", "function": function}]}
