"""Replies of the agenda in whole conversations of the retail domain, each with the view in which it was given."""

import asyncio
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import httpx
from pydantic import SecretStr

from app.agents.manners import MANNERS
from app.agents.play import Order, play_many
from app.agents.registry import GOLD
from app.client import AsyncClient
from app.main import create_app
from app.settings import Settings
from domains.kit.task import Task
from domains.retail import DOMAIN
from simulators.agenda.customer import AgendaCustomer
from simulators.llm.draft import Draft
from simulators.protocol import Reply, View

KEY = f"rgo_{'7' * 40}"
ADDRESS = "http://127.0.0.1"


class Given(NamedTuple):
    """A reply of the agenda, and what it answers."""

    view: View
    reply: Reply

    @property
    def draft(self) -> Draft:
        return Draft.of(self.reply, self.view)

    @property
    def text(self) -> str:
        return self.reply.text or ""


class Recording(AgendaCustomer):
    """Keeps what it is shown and what it answers."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[Given] = []

    async def reply(self, view: View) -> Reply:
        reply = self.answer(view)
        self.given.append(Given(view._replace(turns=tuple(view.turns)), reply))
        return reply


def one_of_each_family() -> list[Task]:
    """The first task of every family."""
    first: dict[str, Task] = {}
    for task in DOMAIN.tasks.values():
        first.setdefault(task.family, task)
    return list(first.values())


@cache
def replies() -> Sequence[Given]:
    """Every reply in a conversation of gold on one task of each family, in mixed manners."""
    return tuple(asyncio.run(_played(("mixed",))))


async def _played(manners: Sequence[str]) -> list[Given]:
    customer = Recording()
    with TemporaryDirectory() as folder:
        settings = Settings(
            data_dir=Path(folder), operator_key=SecretStr(KEY), allow_uncertified=True, log_level="error"
        )
        app = create_app(settings, domains={DOMAIN.name: DOMAIN}, customers={"agenda": customer})
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=ADDRESS) as http,
        ):
            orders = [
                Order(GOLD, task, DOMAIN, manner=MANNERS[manner]) for task in one_of_each_family() for manner in manners
            ]
            played = await play_many(AsyncClient(ADDRESS, KEY, http=http), orders, at_once=1)
    assert all(each.error is None for each in played)
    return [given for given in customer.given if given.reply.text]
