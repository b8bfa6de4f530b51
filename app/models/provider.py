"""What stands behind the gateway: somebody who makes one attempt at one request."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from simulators.model import ChatRequest, FailureKind, Message, Usage


@dataclass(frozen=True)
class Given:
    """What one attempt gave."""

    message: Message
    """The assistant message in the chat-completions shape, plain JSON throughout."""
    finish_reason: str | None = None
    usage: Usage = field(default_factory=Usage)
    estimated: bool = False
    """Whether the tokens were estimated here, because the provider does not count them."""


Heard = Callable[[], None]
"""Called with every part of an answer as it comes, where it comes in parts."""


class AttemptFailed(Exception):
    """One attempt gave nothing usable. The text may hold what the provider said: it is redacted before it goes on."""

    def __init__(self, detail: str, *, kind: FailureKind, again: bool = False, retry_after: float | None = None):
        super().__init__(detail)
        self.kind = kind
        self.again = again
        """Whether another attempt could do better."""
        self.retry_after = retry_after
        """Seconds that the provider asks everybody to wait."""


class Provider(Protocol):
    """Makes attempts; neither retries, nor limits, nor keeps anything."""

    @property
    def version(self) -> str | None:
        """Changes whenever equal requests could be answered in another shape; None where answers must not be kept."""

    def place(self, request: ChatRequest) -> str:
        """Whose limits the request falls under: the name of a provider, or of one address of it. No secrets."""

    async def prepare(self) -> None:
        """Whatever must be loaded before the first attempt, and does not count as its time; raises `AttemptFailed`."""

    async def attempt(self, request: ChatRequest, number: int, heard: Heard) -> Given:
        """Ask once, for the `number`-th time (from 1) in one call; raises `AttemptFailed`.

        A provider that cannot give an answer part by part gives it whole, and calls `heard` never.
        """

    async def close(self) -> None:
        """Let go of connections."""
