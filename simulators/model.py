"""Language models as customers and agents use them: a request, an answer, and somebody who brings the one to the other.

The gateway in `app.models` is that somebody; tests and scripts may bring their own.
"""

from typing import Literal, Protocol

from domains.kit.records import JSON, Frozen

Message = dict[str, JSON]
"""One message in the chat-completions shape."""
Purpose = Literal["word", "understand", "reply", "agent", "check"]
"""What a call is for: wording or reading for a worded customer, a free customer's reply, an agent, a trial."""


class ModelFailed(Exception):
    """A model gave no usable answer, after whatever retries there were; the message says why and what to do.

    It never has a key in it.
    """

    def __init__(self, detail: str, *, kind: "FailureKind"):
        super().__init__(detail)
        self.kind = kind


FailureKind = Literal["unavailable", "timeout", "refused", "key", "unknown_model", "not_installed", "unscripted"]
"""The provider is down or overloaded; too slow; it rejects the request; a key is missing, wrong or out of money; no
such model; the optional packages are missing; a scripted model was asked what its script does not have."""


class ChatRequest(Frozen):
    """What is asked of a model. Equal requests may get the same answer from a cache."""

    model: str
    """As LiteLLM names it (`openai/gpt-x`, `anthropic/…`, `ollama/…`), or `scripted/NAME`."""
    messages: tuple[Message, ...]
    tools: tuple[JSON, ...] = ()
    """Function tools in the chat-completions shape."""
    answer_schema: JSON = None
    """A JSON schema that the answer's text must fit; None for free text."""
    temperature: float = 0.0
    max_tokens: int | None = None
    seed: int | None = None
    """Passed to providers that take one, and part of what makes requests equal: another seed asks anew."""
    api_base: str | None = None
    """Another address of the provider's API: any server that speaks chat completions."""
    timeout: float = 60.0
    """Seconds for one attempt; with `stream`, those that may pass without a word of it."""
    stream: bool = False
    """Whether the answer is asked for part by part, where the provider can give it so: a long one is then waited for as
    long as it goes on. It comes back whole in any case."""


class Usage(Frozen):
    """What one call took."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None
    """None where the model has no known price."""


class ChatAnswer(Frozen):
    """What a model answered."""

    call: str
    """Its id in the ledger of calls."""
    message: Message
    """The assistant message in the chat-completions shape: `content` may be None, `tool_calls` may be there."""
    finish_reason: str | None = None
    usage: Usage = Usage()
    seconds: float = 0.0
    first_seconds: float | None = None
    """Of them, those of the last attempt until its first words; None where it did not come part by part."""
    cached: bool = False

    @property
    def text(self) -> str:
        """What was said; empty where there are only tool calls."""
        content = self.message.get("content")
        return content if isinstance(content, str) else ""


class ChatModel(Protocol):
    """Brings requests to models."""

    async def complete(self, request: ChatRequest, *, purpose: Purpose, session: str | None = None) -> ChatAnswer:
        """The model's answer; raises `ModelFailed`. `session` says, in the ledger, whose conversation it is for."""
