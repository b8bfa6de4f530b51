"""A running service, and what a perfect agent says to it."""

import asyncio
from dataclasses import dataclass
from typing import Any

from app.agents.registry import AGENTS, GOLD, brief_for
from app.client import AsyncClient
from domains.kit.domain import Domain
from domains.kit.task import Task

JSON = Any


@dataclass(frozen=True)
class Served:
    """A service on loopback."""

    url: str
    domain: Domain
    key: str
    """One that is told everything."""

    def gold_messages(self, task: Task, seed: str = "0") -> list[JSON]:
        """What the reference agent says that does everything right; said again to the same customer, it succeeds."""

        async def played() -> list[JSON]:
            async with AsyncClient(self.url, self.key) as client:
                session = await client.open_session(task.id, agent=GOLD, seed=seed)
                await AGENTS[GOLD].make(brief_for(task, self.domain, seed=seed)).play(session)
                assert session.reward == 1.0
                return [message for message in session.messages if message["role"] == "assistant"]

        return asyncio.run(played())
