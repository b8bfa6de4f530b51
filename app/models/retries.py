"""When to ask a model again, and how long to wait until then."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from time import time

from app.models.provider import AttemptFailed
from simulators.model import FailureKind

RETRYABLE = frozenset({408, 409, 425, 429})
"""Statuses below 500 that another attempt may change."""
_KINDS: Mapping[int, FailureKind] = {401: "key", 402: "key", 403: "key", 404: "unknown_model", 408: "timeout"}


def worth_retrying(status: int) -> bool:
    """Whether an HTTP status says that the same request may be answered later."""
    return status in RETRYABLE or status >= 500


def kind_of(status: int) -> FailureKind:
    """What an HTTP status of a provider means to who asked."""
    return _KINDS.get(status) or ("unavailable" if worth_retrying(status) else "refused")


def asked_pause(header: str | None, *, now: float | None = None) -> float | None:
    """The seconds that a Retry-After header asks for, which may be a number or a date; None where it is neither."""
    if header is None:
        return None
    try:
        return max(0.0, float(header))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - (time() if now is None else now))
    except ValueError:
        return None


@dataclass(frozen=True)
class Retries:
    """Exponential back-off with full jitter: a wait is drawn evenly between nothing and a bound that doubles.

    Times are seconds. (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.)
    """

    attempts: int = 4
    first: float = 0.5
    """Bound of the first wait."""
    longest: float = 20.0
    """No bound is above it; what the provider asks for may be."""
    deadline: float = 180.0
    """Age of a call, from its first attempt, at which none is begun or waited for any more."""

    def wait(self, failure: AttemptFailed, number: int, *, left: float, chance: float) -> float | None:
        """How long to wait after the `number`-th attempt, with `left` until the deadline; None to give up.

        A provider's Retry-After is a lower bound: the jitter comes on top, so that those who were told the same do not
        return together.
        """
        if not failure.again or number >= self.attempts:
            return None
        jitter = chance * min(self.longest, self.first * 2 ** (number - 1))
        wait = (failure.retry_after or 0.0) + jitter
        return wait if wait < left else None
