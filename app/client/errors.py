"""The tree of errors: what went wrong, and what to do about it."""

from .views import JSON

PREFIX = "urn:regulars:problem:"


class ClientError(Exception):
    """Anything that kept a request from being answered."""


class ConnectionFailed(ClientError):
    """The service could not be reached, or its answers were lost, as often as was allowed."""


class StillWorking(ClientError):
    """The customer has not replied within the client's patience; the session goes on and can be asked again."""


class ProblemError(ClientError):
    """The service answered with a problem (RFC 9457)."""

    def __init__(self, status: int, body: JSON):
        fields = body if isinstance(body, dict) else {}
        self.status = status
        self.type = str(fields.get("type", "about:blank"))
        self.title = str(fields.get("title", f"HTTP {status}"))
        self.detail = str(fields.get("detail", "" if isinstance(body, dict) else body))
        self.retryable = bool(fields.get("retryable", False))
        self.what_to_do = str(fields.get("what_to_do", ""))
        known = {"type", "title", "status", "detail", "retryable", "what_to_do"}
        self.extras: dict[str, JSON] = {name: value for name, value in fields.items() if name not in known}
        """Further fields of the problem, such as `current_step`."""
        super().__init__(" ".join(part for part in (f"{self.title}.", self.detail, self.what_to_do) if part))

    @property
    def name(self) -> str:
        """The stable short name: `step_mismatch` of `urn:regulars:problem:step_mismatch`."""
        return self.type.removeprefix(PREFIX)


class NotAllowed(ProblemError):
    """401 or 403: the key or token is missing, wrong, or not meant for this."""


class NotFound(ProblemError):
    """404: there is no such thing."""


class InvalidRequest(ProblemError):
    """The request itself is wrong (400, 413, 422, …); sending it again will not help."""


class StepInProgress(ProblemError):
    """409: the step is still being worked on, longer than the client's patience."""


class StepMismatch(ProblemError):
    """409: the message was for another step than the current one."""

    @property
    def current_step(self) -> int | None:
        """The step that the session is at."""
        step = self.extras.get("current_step")
        return step if isinstance(step, int) else None


class SessionEnded(ProblemError):
    """410: the session has ended and takes no more messages."""


class Busy(ProblemError):
    """429 or 503: the service had no room, as often as was allowed."""


class ServerFailed(ProblemError):
    """Any other 5xx."""


_BY_NAME: dict[str, type[ProblemError]] = {"step_in_progress": StepInProgress, "step_mismatch": StepMismatch}
_BY_STATUS: dict[int, type[ProblemError]] = {
    401: NotAllowed,
    403: NotAllowed,
    404: NotFound,
    410: SessionEnded,
    429: Busy,
    503: Busy,
}


def problem_of(status: int, body: JSON) -> ProblemError:
    """The error for a response that is not a success."""
    plain = ProblemError(status, body)
    kind = _BY_NAME.get(plain.name) or _BY_STATUS.get(status)
    if kind is None:
        kind = ServerFailed if status >= 500 else InvalidRequest
    return kind(status, body)
