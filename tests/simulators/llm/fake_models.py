"""Models for tests: they say what they are told to, and remember what they were asked."""

from collections.abc import Callable, Sequence
from itertools import count

from simulators.model import ChatAnswer, ChatRequest, ModelFailed, Purpose, Usage

Said = str | ModelFailed


class FakeModel:
    """Answers from a list, the last line again and again, or by a function of the request."""

    def __init__(self, says: Sequence[Said] | Callable[[ChatRequest], Said]) -> None:
        self.says = says
        self.asked: list[ChatRequest] = []
        self.purposes: list[Purpose] = []
        self.sessions: list[str | None] = []
        self._numbers = count(1)

    async def complete(self, request: ChatRequest, *, purpose: Purpose, session: str | None = None) -> ChatAnswer:
        line = self.says(request) if callable(self.says) else self.says[min(len(self.asked), len(self.says) - 1)]
        self.asked.append(request)
        self.purposes.append(purpose)
        self.sessions.append(session)
        if isinstance(line, ModelFailed):
            raise line
        return ChatAnswer(
            call=f"call-{next(self._numbers)}",
            message={"role": "assistant", "content": line},
            usage=Usage(prompt_tokens=100, completion_tokens=len(line.split()), cost_usd=0.001),
            seconds=0.5,
        )


def draft_of(request: ChatRequest) -> str:
    """What stands between the tags of the last message."""
    said = str(request.messages[-1]["content"])
    return said.rpartition("<draft>")[2].partition("</draft>")[0]


def faithful() -> FakeModel:
    """Says every draft as it is."""
    return FakeModel(draft_of)
