"""A customer that cannot go on."""

from simulators.protocol import Reply


class CustomerFailed(Exception):
    """Nothing that a model wrote could be said. It is nobody's failure but the simulator's; the message says why."""

    def __init__(self, detail: str, reply: Reply):
        super().__init__(detail)
        self.reply = reply
        """Without words: the calls that were made, and what was stopped."""
