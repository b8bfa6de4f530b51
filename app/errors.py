"""The one error tree: each error carries its HTTP status, a stable name, and what to do about it."""

from typing import ClassVar

from domains.kit.records import JSON


class RegularsError(Exception):
    """Something that a caller can be told. `extras` are further fields of the problem document."""

    status: ClassVar[int] = 500
    name: ClassVar[str] = "internal"
    title: ClassVar[str] = "Something went wrong"
    retryable: ClassVar[bool] = False
    what_to_do: ClassVar[str] = "Look at the service's log."

    def __init__(self, detail: str, *, retry_after: float | None = None, **extras: JSON):
        super().__init__(detail)
        self.detail = detail
        self.retry_after = retry_after
        self.extras = extras


class InvalidRequest(RegularsError):
    """The request does not fit its schema."""

    status = 422
    name = "invalid_request"
    title = "The request is not valid"
    what_to_do = "Correct the fields that the detail names; /openapi.json has the schema."


class InvalidMessage(InvalidRequest):
    """The agent's message is not an OpenAI-style assistant message."""

    name = "invalid_message"
    title = "The message is not a valid assistant message"


class NotFound(RegularsError):
    """There is no such thing, or not for this key."""

    status = 404
    name = "not_found"
    title = "Not found"
    what_to_do = "Check the id and, if it is not public, the key."


class UnknownDomain(NotFound):
    """No domain of that name is installed."""

    name = "unknown_domain"
    title = "There is no such domain"
    what_to_do = "GET /v1/domains lists the domains."


class UnknownTask(NotFound):
    """No task of that id exists, or the key may not play it."""

    name = "unknown_task"
    title = "There is no such task"
    what_to_do = "GET /v1/domains/{domain}/tasks lists the tasks that your key may play."


class UnknownSession(NotFound):
    """No session of that id exists."""

    name = "unknown_session"
    title = "There is no such session"
    what_to_do = "Open one with POST /v1/sessions."


class NotCertified(RegularsError):
    """The task has no valid certificate."""

    status = 409
    name = "task_not_certified"
    title = "The task has no valid certificate"
    what_to_do = "Run `regulars tasks audit` on it, or start the service with REGULARS_ALLOW_UNCERTIFIED=true."


class Unauthorized(RegularsError):
    """A key or token is missing or wrong."""

    status = 401
    name = "unauthorized"
    title = "A key is missing or wrong"
    what_to_do = "Send `Authorization: Bearer …` with an agent key, a session token, or the operator key."


class Forbidden(RegularsError):
    """The key is good, and does not allow this."""

    status = 403
    name = "forbidden"
    title = "The key does not allow this"
    what_to_do = "Ask the operator for a key with a wider scope."


class StepInProgress(RegularsError):
    """The session is being worked on."""

    status = 409
    name = "step_in_progress"
    title = "The session is being worked on"
    retryable = True
    what_to_do = "Wait for Retry-After seconds and send the same request again."


class StepMismatch(RegularsError):
    """The request names a step that is not the current one."""

    status = 409
    name = "step_mismatch"
    title = "This is not the current step"
    what_to_do = "GET the session, and go on from the step it names."


class IdempotencyConflict(RegularsError):
    """The Idempotency-Key was used with another body."""

    status = 409
    name = "idempotency_conflict"
    title = "The Idempotency-Key was used with another body"
    what_to_do = "Use a new key for a new request."


class SessionEnded(RegularsError):
    """The session has ended."""

    status = 410
    name = "session_ended"
    title = "The session has ended"
    what_to_do = "Open a new session."


class Unplayable(RegularsError):
    """The session was begun with another world, other tasks or other tools than are installed now."""

    status = 409
    name = "unplayable"
    title = "The session cannot go on"
    what_to_do = "Open a new session; or install again what this one was begun with."


class RegradeRefused(RegularsError):
    """The session cannot be graded by what is installed now."""

    status = 409
    name = "regrade_refused"
    title = "The session cannot be graded again"
    what_to_do = "Only a changed goal or grader may grade old sessions; play the task again."


class AtCapacity(RegularsError):
    """As many sessions are open as the service allows."""

    status = 503
    name = "at_capacity"
    title = "Too many sessions are open"
    retryable = True
    what_to_do = "Wait for Retry-After seconds, or end sessions that are no longer needed."


class DataDirectoryInUse(RegularsError):
    """Another process writes this data directory."""

    status = 503
    name = "data_directory_in_use"
    title = "Another process uses this data directory"
    what_to_do = "Stop the other process, talk to it with --url, or choose another --data-dir."


class DataDirectoryUnusable(RegularsError):
    """Nothing can be kept in the data directory."""

    status = 503
    name = "data_directory_unusable"
    title = "The data directory cannot be used"
    what_to_do = "Name a folder that this user may write to with --data-dir."


class DatabaseUnavailable(RegularsError):
    """The database does not answer, or not now."""

    status = 503
    name = "database_unavailable"
    title = "The database does not answer"
    retryable = True
    what_to_do = "Send the same request again after Retry-After seconds."


class DatabaseError(RegularsError):
    """The database cannot be used as it is."""

    status = 503
    name = "database"
    title = "The database cannot be used"
    what_to_do = "Check the database URL, and run `regulars db upgrade`."
