"""Models that say what they are told, and keep what they were asked."""

from collections.abc import Sequence

from domains.kit.records import JSON
from simulators.model import ChatAnswer, ChatRequest, ModelFailed, Purpose, Usage


class Recited:
    """Gives prepared assistant messages in order, whoever asks; fails on a call for which none is left."""

    def __init__(self, messages: Sequence[JSON]):
        self.left = list(messages)
        self.asked: list[ChatRequest] = []
        self.asked_for: list[tuple[Purpose, str | None]] = []
        """The purpose and the session of each call."""

    async def complete(self, request: ChatRequest, *, purpose: Purpose, session: str | None = None) -> ChatAnswer:
        self.asked.append(request)
        self.asked_for.append((purpose, session))
        if not self.left:
            raise ModelFailed("the recital is over", kind="unscripted")
        message = self.left.pop(0)
        if isinstance(message, ModelFailed):
            raise message
        usage = Usage(prompt_tokens=10, completion_tokens=2, cost_usd=0.25)
        return ChatAnswer(call=f"c{len(self.asked)}", message=message, usage=usage, seconds=0.5)
