"""An agent of the OpenAI Agents SDK, to which a session is an MCP server.

    pip install openai-agents httpx
    python openai_agents_mcp.py [TASK]

The model is any chat-completions server: OPENAI_BASE_URL, OPENAI_API_KEY, MODEL. The service is REGULARS_URL, and away
from loopback it needs REGULARS_KEY.
"""

import asyncio
import os
import sys

from agents import Agent, OpenAIChatCompletionsModel, Runner, set_tracing_disabled
from agents.mcp import MCPServerStreamableHttp
from openai import AsyncOpenAI
from regulars_client import AsyncClient

URL = os.environ.get("REGULARS_URL", "http://127.0.0.1:8000")
HOW_TO_TALK = "The customer reads nothing but what you say with talk_to_customer. Stop when they have said goodbye."


async def main() -> None:
    """Play one session."""
    set_tracing_disabled(True)
    model = OpenAIChatCompletionsModel(os.environ.get("MODEL", "gpt-4.1-mini"), AsyncOpenAI())
    async with AsyncClient(URL, os.environ.get("REGULARS_KEY")) as client:
        task = sys.argv[1] if len(sys.argv) > 1 else (await client.tasks("retail"))[0]
        session = await client.open_session(task, agent="openai-agents@1")
        seat = {"Authorization": f"Bearer {session.token}"}
        server = MCPServerStreamableHttp({"url": f"{URL}/v1/sessions/{session.id}/mcp", "headers": seat})
        async with server:
            policy = str(session.messages[0]["content"])
            clerk = Agent("clerk", instructions=f"{policy}\n\n{HOW_TO_TALK}", model=model, mcp_servers=[server])
            await Runner.run(clerk, session.customer, max_turns=60)
        await session.end()
        print(session.id, session.end_reason, session.reward)


asyncio.run(main())
