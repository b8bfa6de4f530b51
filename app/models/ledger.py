"""The ledger of calls: what was asked of models, for whom, and what it cost. It holds no text of a conversation."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from simulators.model import Purpose

CallStatus = Literal["entered", "done", "failed"]
"""About to be sent, or cut off by the end of the process; answered; given up."""


@dataclass(frozen=True)
class ModelCall:
    """One call of a model, with all its attempts."""

    id: str
    session_id: str | None
    purpose: Purpose
    model: str
    provider: str
    """Whose limits it fell under; with the address, where it was not the provider's own."""
    started_at: datetime
    status: CallStatus = "entered"
    attempts: int = 0
    """How often it was sent, the last time included; 0 where the answer was known."""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    estimated: bool = False
    """Whether the tokens were estimated here, because the provider did not count them."""
    cost_usd: float | None = None
    """None where the model has no known price, or nobody knows what a failed call cost."""
    seconds: float = 0.0
    """From its first attempt to its end."""
    cached: bool = False
    error: str | None = None
    """Why it failed: a kind of `ModelFailed`, "cancelled", or the name of an unexpected error."""


class Ledger(Protocol):
    """Where calls are entered, outside of every other transaction."""

    async def enter(self, call: ModelCall) -> None:
        """Note that the call is about to be sent, for the `call.attempts`-th time."""

    async def complete(self, call: ModelCall) -> None:
        """Note how the call ended; it may not have been entered before.

        It is noted even if who waits for that is cancelled.
        """


class MemoryLedger:
    """A ledger for one process, kept as long as it runs."""

    def __init__(self) -> None:
        self.calls: dict[str, ModelCall] = {}

    async def enter(self, call: ModelCall) -> None:
        """Keep the call, in place of what was known of it."""
        self.calls[call.id] = call

    async def complete(self, call: ModelCall) -> None:
        """Keep the call, in place of what was known of it."""
        self.calls[call.id] = call
