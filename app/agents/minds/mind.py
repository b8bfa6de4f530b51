"""A language model as an agent's mind: how it is asked, with which settings, and what that took."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from domains.kit.draws import Draw
from domains.kit.records import JSON
from simulators.model import ChatAnswer, ChatModel, ChatRequest, Message

_THOUGHTS = frozenset({"reasoning_content", "reasoning", "reasoning_details", "provider_specific_fields"})
"""Fields of an answer that providers refuse, or would only pay for, when they come back in a history."""


@dataclass
class Tally:
    """What an agent's calls of its model took, so far."""

    calls: int = 0
    cached: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float = 0.0
    unpriced: int = 0
    """Calls of models that have no known price."""
    seconds: float = 0.0

    def add(self, answer: ChatAnswer) -> None:
        """Count one call."""
        self.calls += 1
        self.cached += answer.cached
        self.prompt_tokens += answer.usage.prompt_tokens
        self.completion_tokens += answer.usage.completion_tokens
        self.cost_usd += answer.usage.cost_usd or 0.0
        self.unpriced += answer.usage.cost_usd is None
        self.seconds += answer.seconds


@dataclass(frozen=True)
class Mind:
    """A model with its settings; `of` gives the same for one session, on one tally."""

    gateway: ChatModel
    model: str
    api_base: str | None = None
    temperature: float = 0.0
    max_tokens: int | None = None
    timeout: float = 120.0
    stream: bool = False
    """Whether answers are asked for part by part, so that a long one is waited for."""
    session: str | None = None
    seed: str = "0"
    tally: Tally = field(default_factory=Tally)

    def of(self, session: str, seed: str) -> "Mind":
        """This mind in one session: equal seeds ask equally, so that a repeated run can be answered from the cache."""
        return replace(self, session=session, seed=seed)

    async def ask(
        self,
        messages: Sequence[Message],
        *,
        step: int,
        tools: Sequence[JSON] = (),
        answer_schema: JSON = None,
        attempt: int = 0,
    ) -> ChatAnswer:
        """The model's answer in that step; raises `simulators.model.ModelFailed`."""
        request = ChatRequest(
            model=self.model,
            messages=tuple(_without_thoughts(message) for message in messages),
            tools=tuple(tools),
            answer_schema=answer_schema,
            temperature=self.temperature,
            max_tokens=self.max_tokens,
            seed=Draw(self.seed, f"agents/model/{step}/{attempt}").integer(2**31),
            api_base=self.api_base,
            timeout=self.timeout,
            stream=self.stream,
        )
        answer = await self.gateway.complete(request, purpose="agent", session=self.session)
        self.tally.add(answer)
        return answer


def _without_thoughts(message: Message) -> Message:
    return {name: value for name, value in message.items() if name not in _THOUGHTS}
