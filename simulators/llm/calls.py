"""Calls of a model on a customer's behalf: reproducible seeds, and what each took."""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import simulators
from domains.kit.domain import source_digest
from domains.kit.draws import hashed
from domains.kit.records import JSON
from simulators.model import ChatAnswer, ChatModel, ChatRequest, Message, Purpose
from simulators.protocol import ModelUse, View

MOST_TOKENS = 1_024
"""Of one answer, reasoning included: what a message needs is far less."""
TEMPERATURE = 0.7


@dataclass
class Calls:
    """The calls that one reply takes. The same reply asks for the same again, so that a cache can answer."""

    chat: ChatModel
    model: str
    seed: str
    """The session's."""
    step: int
    """How many replies were given before."""
    api_base: str | None = None
    """Another address of the provider."""
    used: list[ModelUse] = field(default_factory=list)

    async def ask(
        self,
        purpose: Purpose,
        messages: tuple[Message, ...],
        *,
        attempt: int = 0,
        answer_schema: JSON = None,
        temperature: float = TEMPERATURE,
    ) -> ChatAnswer:
        """The model's answer, entered in `used`; raises `ModelFailed`."""
        request = ChatRequest(
            model=self.model,
            messages=messages,
            answer_schema=answer_schema,
            temperature=temperature,
            max_tokens=MOST_TOKENS,
            api_base=self.api_base,
            seed=hashed(self.seed, purpose, self.step, attempt) % 2**31,
        )
        answer = await self.chat.complete(request, purpose=purpose)
        self.used.append(
            ModelUse(
                call=answer.call,
                model=self.model,
                purpose=purpose,
                prompt_tokens=answer.usage.prompt_tokens,
                completion_tokens=answer.usage.completion_tokens,
                cost_usd=answer.usage.cost_usd,
                seconds=answer.seconds,
                cached=answer.cached,
            )
        )
        return answer


def replies_before(view: View) -> int:
    """How many replies the customer has given."""
    return sum(turn.speaker == "customer" for turn in view.turns)


def version_of(*parts: object) -> str:
    """A digest of all code of this package, prompts included, and of what else a kind of customer is made of."""
    code = source_digest(Path(simulators.__path__[0]))
    return sha256(" ".join(map(str, (code, *parts))).encode()).hexdigest()
