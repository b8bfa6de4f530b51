"""What the routes of one application share."""

import asyncio
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request

from app.api.access import Access
from app.api.figures import Figures
from app.catalog import Catalog
from app.models.gateway import Gateway
from app.sessions.service import SessionService
from app.settings import Settings


@dataclass(frozen=True)
class Services:
    """The application's collaborators, put together in `app.main`."""

    settings: Settings
    catalog: Catalog
    sessions: SessionService
    access: Access
    figures: Figures
    models: Gateway
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the server is about to stop: streams that would go on for ever end."""


async def services(request: Request) -> Services:
    """The services of the application that got the request.

    Asynchronous without need: the framework would send a plain function to a thread, on every request.
    """
    found: Services = request.app.state.services
    return found


Use = Annotated[Services, Depends(services)]
