"""Plays with OpenEnv's own clients, in an environment that has them: `python openenv_play.py URL KEY TASK`."""

import sys
from typing import Any

from openenv.core.generic_client import GenericEnvClient
from openenv.core.mcp_client import MCPToolClient

url, key, task = sys.argv[1:]


def synchronous(client: Any) -> Any:
    """The client as it was before it became asynchronous."""
    return client.sync() if hasattr(client, "sync") else client


def episode(client: Any) -> list[Any]:
    """What a whole episode shows."""
    begun = client.reset(task=task, seed=7, limits={"steps": 3})
    steps = [
        client.step({"text": "Could you tell me your e-mail address?"}),
        client.step({"type": "call_tool", "tool_name": "calculate", "arguments": {"expression": "1 + 1"}}),
        client.step({"text": "One moment."}),
    ]
    return [(each.observation, each.reward, each.done) for each in (begun, *steps)]


with synchronous(GenericEnvClient(base_url=f"{url}/openenv")) as client:
    first, second = episode(client), episode(client)
    assert first == second
    *_, (observation, reward, done) = first
    assert first[2][0]["result"] == '{"result": "2.00"}', first[2]
    assert (done, observation["end_reason"]) == (True, "step_limit")
    assert "grade" not in observation
    assert client.state()["step_count"] == 3
    refused = ""
    try:
        client.step({"nonsense": 1})
    except RuntimeError as error:
        refused = str(error)
    assert "VALIDATION_ERROR" in refused

# Its clients set no headers: the key stands in the URL.
with synchronous(MCPToolClient(base_url=f"{url.replace('//', f'//agent:{key}@')}/openenv")) as client:
    client.reset(task=task, limits={"steps": 2})
    assert {"talk_to_customer", "calculate"} <= {tool.name for tool in client.list_tools()}
    assert client.call_tool("talk_to_customer", text="Could you tell me your e-mail address?")
    assert client.call_tool("calculate", expression="2 + 2") == '{"result": "4.00"}'
sys.stdout.write("played\n")
