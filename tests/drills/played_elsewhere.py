"""`python -m tests.drills.played_elsewhere FOLDER N`: plays in a process of its own, and prints what came of it.

Of N tasks one is played, so 1 stands for all. One JSON line a session: all that was said and done, without what may
differ (ids of sessions, times of the clock).
`REGULARS_DATABASE_URL` chooses the database.
"""

import asyncio
import json
import sys
from pathlib import Path

import httpx
from pydantic import SecretStr

from app.agents.manners import MANNERS
from app.agents.play import Order, play_many
from app.audit.rerun import rerun
from app.client import AsyncClient
from app.engine.events import Event
from app.main import create_app
from app.sessions.live import state_seed
from app.settings import Settings
from domains.kit.domain import Domain, discover
from domains.kit.scenario import Persona, Trait
from tests.drills.drill_services import JSON, OPERATOR_KEY, record_of

AGENTS = ("gold", "always_refuse", "random_tools", "sprayer")
BASE = "http://127.0.0.1"


def orders(retail: Domain) -> list[Order]:
    """Every task once, with agents, customers and manners in turn."""
    traits, manners = list(Trait), list(MANNERS.values())
    return [
        Order(
            AGENTS[number % len(AGENTS)],
            task,
            retail,
            seed=str(number),
            persona=Persona(name="drilled", traits=(traits[number % len(traits)],)),
            manner=manners[number % len(manners)],
        )
        for number, task in enumerate(retail.tasks.values())
    ]


async def play_all(folder: Path, every: int) -> list[JSON]:
    """Play one in so many orders in process, and tell what happened."""
    retail = discover()["retail"]
    settings = Settings(
        data_dir=folder, operator_key=SecretStr(OPERATOR_KEY), allow_uncertified=True, log_level="error"
    )
    app = create_app(settings, domains={retail.name: retail})
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE, timeout=60) as http,
    ):
        played = await play_many(AsyncClient(BASE, OPERATOR_KEY, http=http), orders(retail)[::every])
        return [told(*await record_of(http, str(each.session_id)), retail) for each in played]


def told(row: JSON, events: list[Event], retail: Domain) -> JSON:
    """A session without what may differ."""
    state = retail.open_state(state_seed(row["task"], row["seed"]))
    for event in events:
        state.load(getattr(event.payload, "changes", ()))
    happened = [event.model_dump(mode="json", exclude={"at"}) for event in events]
    again = rerun(events, retail, seed=state_seed(row["task"], row["seed"]))
    assert [event.payload for event in again] == [event.payload for event in events]
    kept = ("task", "seed", "agent", "end_reason", "success", "partial", "components", "customer_version")
    return {**{name: row[name] for name in kept}, "state": state.digest(), "events": happened}


if __name__ == "__main__":
    for session in asyncio.run(play_all(Path(sys.argv[1]), int(sys.argv[2]))):
        sys.stdout.write(json.dumps(session, ensure_ascii=False) + "\n")
