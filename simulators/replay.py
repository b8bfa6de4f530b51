"""The replay customer: a recorded customer, word for word."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from domains.kit.domain import source_digest
from simulators.protocol import CustomerEnd, Reply, View


class ReplayCustomer:
    """Gives back recorded replies in order, whatever the agent says, and then ends as `customer_done`.

    A reply is a text, or a whole `Reply` whose stance, questions and end are kept. The number of customer turns in
    the view says which one is next, so that any process can go on.
    """

    kind = "replay"
    at_once = True

    def __init__(self, replies: Sequence[Reply | str]) -> None:
        self.replies = tuple(reply if isinstance(reply, Reply) else Reply(text=reply) for reply in replies)

    @cached_property
    def version(self) -> str:
        """A digest of this file."""
        return source_digest(Path(__file__))

    async def reply(self, view: View) -> Reply:
        """The recorded reply of this turn."""
        given = _given(view)
        if given >= len(self.replies):
            return Reply(end=CustomerEnd.DONE, inner={"given": given})
        return self.replies[given].model_copy(update={"inner": {"given": given + 1}})


def _given(view: View) -> int:
    """How many replies were given before: by the inner state, or by the turns where another kind gave them."""
    if isinstance(view.inner, dict) and "given" in view.inner:
        return int(view.inner["given"])
    return sum(turn.speaker == "customer" for turn in view.turns)
