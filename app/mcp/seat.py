"""The agent's seat in one session, as one MCP request takes it."""

from dataclasses import dataclass

from app.sessions.service import SessionService
from domains.kit.domain import Domain


@dataclass(frozen=True)
class Seat:
    """What the answer to one request is made from."""

    sessions: SessionService
    session_id: str
    domain: Domain
