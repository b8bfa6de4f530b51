"""What a provider's refusal of an attempt means to who made it."""

from app.models.provider import AttemptFailed
from app.models.retries import kind_of, worth_retrying
from simulators.model import FailureKind

LONGEST_DETAIL = 300
"""Characters of what is said about a failure; LiteLLM may put a traceback after it."""

# These come with the status of something else.
_TEXTS: tuple[tuple[str, FailureKind], ...] = (
    ("missing credentials", "key"),
    ("llm provider not provided", "unknown_model"),
    ("insufficient_quota", "key"),
    ("exceeded your current quota", "key"),
)


def failure_of(said: str, *, status: object = None, retry_after: float | None = None) -> AttemptFailed:
    """The failure that a provider's words and HTTP status tell of.

    Without a status no answer came, or one that nobody could read: another attempt may do better.
    """
    detail = said.strip().partition("\n")[0][:LONGEST_DETAIL]
    for text, kind in _TEXTS:
        if text in said.lower():
            return AttemptFailed(detail, kind=kind)
    if not isinstance(status, int):
        return AttemptFailed(detail, kind="unavailable", again=True)
    return AttemptFailed(detail, kind=kind_of(status), again=worth_retrying(status), retry_after=retry_after)
