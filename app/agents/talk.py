"""Talking and calling tools, step by step, for agents that keep no other books."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from json import JSONDecodeError, loads

from app.client import JSON, AsyncSession, tool_call, tool_message


class Over(Exception):
    """The session has ended; nothing more can be said."""


@dataclass(frozen=True)
class Result:
    """What a tool call gave."""

    tool: str
    arguments: Mapping[str, JSON]
    content: str

    @property
    def is_error(self) -> bool:
        """Whether the call was refused."""
        return self.content.startswith("Error:")

    @property
    def data(self) -> JSON:
        """The content as JSON, or as text where it is not JSON."""
        try:
            return loads(self.content)
        except JSONDecodeError:
            return self.content


class Talk:
    """A session from the side of a scripted agent. Every method raises `Over` once the session has ended."""

    def __init__(self, session: AsyncSession):
        self.session = session
        self.heard: list[str] = [session.customer] if session.customer else []
        """What the customer has said, oldest first."""

    @property
    def last(self) -> str:
        """What the customer said last."""
        return self.heard[-1] if self.heard else ""

    async def say(self, text: str) -> str:
        """Speak to the customer and return the reply."""
        self._still_open()
        view = await self.session.send(text)
        if view.customer is not None:
            self.heard.append(view.customer)
        self._still_open()
        return view.customer or ""

    async def call(self, calls: Iterable[tuple[str, Mapping[str, JSON]]], *, beside: str | None = None) -> list[Result]:
        """Call tools in one message, with words beside them if given, and return what they gave."""
        self._still_open()
        wanted = list(calls)
        step = self.session.step
        sent = [tool_call(f"call_{step}_{index}", tool, arguments) for index, (tool, arguments) in enumerate(wanted)]
        view = await self.session.send(tool_message(sent, beside))
        results = [Result(tool, arguments, text) for (tool, arguments), text in zip(wanted, view.results, strict=False)]
        if view.customer is not None:
            self.heard.append(view.customer)
        self._still_open()
        return results

    def _still_open(self) -> None:
        if not self.session.open:
            raise Over(self.session.end_reason)
