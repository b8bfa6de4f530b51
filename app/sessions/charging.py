"""For whom a model is called: known where a customer takes their turn, needed where the call is entered."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from simulators.model import ChatAnswer, ChatModel, ChatRequest, Purpose

_session: ContextVar[str | None] = ContextVar("session", default=None)


@contextmanager
def charged_to(session_id: str) -> Iterator[None]:
    """Calls that are made within, and in tasks begun within, are this session's."""
    token = _session.set(session_id)
    try:
        yield
    finally:
        _session.reset(token)


class ChargedModels:
    """A `ChatModel` for customers, who do not know the id of the session they are in."""

    def __init__(self, models: ChatModel):
        self._models = models

    async def complete(self, request: ChatRequest, *, purpose: Purpose, session: str | None = None) -> ChatAnswer:
        """As the models behind it, for the session whose turn it is."""
        return await self._models.complete(request, purpose=purpose, session=session or _session.get())
