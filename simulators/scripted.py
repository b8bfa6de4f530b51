"""The scripted customer: says what it is told after a wait, as a slow person or a model would."""

from asyncio import sleep
from collections.abc import Awaitable, Callable, Sequence

from simulators.protocol import Reply, View
from simulators.replay import ReplayCustomer


class ScriptedCustomer(ReplayCustomer):
    """As the replay customer, but each reply takes `delay` seconds, so that a step takes two commits."""

    kind = "scripted"
    at_once = False

    def __init__(
        self, replies: Sequence[Reply | str], *, delay: float = 0.0, wait: Callable[[float], Awaitable[None]] = sleep
    ) -> None:
        super().__init__(replies)
        self.delay = delay
        self.wait = wait

    async def reply(self, view: View) -> Reply:
        """The next line of the script, after the wait."""
        await self.wait(self.delay)
        return await super().reply(view)
