"""`python old_mcp_client.py URL TOKEN`: an MCP client of an SDK of 2025, in whose environment there is nothing else.

Reads calls from standard input, one JSON array `[name, arguments]` a line, and prints each result as a line of JSON;
before that one line with what the server offers. Names of the SDK are looked up: today's has others.
"""

import asyncio
import json
import sys
from importlib import import_module
from typing import Any


async def main(url: str, token: str) -> None:
    """Hold one connection until standard input ends."""
    connect: Any = import_module("mcp.client.streamable_http").streamablehttp_client
    session_type: Any = import_module("mcp").ClientSession
    headers = {"Authorization": f"Bearer {token}"}
    async with connect(url, headers=headers) as (read, write, _), session_type(read, write) as session:
        say(await offer(session))
        while line := await asyncio.to_thread(sys.stdin.readline):
            name, arguments = json.loads(line)
            say(dumped(await session.call_tool(name, arguments)))


async def offer(session: Any) -> Any:
    """Everything there is, as the server tells it."""
    begun = await session.initialize()
    prompt = await session.get_prompt("policy")
    url_type: Any = import_module("pydantic").AnyUrl
    uris = [str(each.uri) for each in (await session.list_resources()).resources]
    return {
        "protocol": begun.protocolVersion,
        "instructions": begun.instructions,
        "tools": [tool.name for tool in (await session.list_tools()).tools],
        "prompts": [each.name for each in (await session.list_prompts()).prompts],
        "policy": prompt.messages[0].content.text,
        "resources": {uri: (await session.read_resource(url_type(uri))).contents[0].text for uri in uris},
    }


def dumped(result: Any) -> Any:
    return result.model_dump(by_alias=True, mode="json", exclude_none=True)


def say(told: Any) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
