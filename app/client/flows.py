"""The requests as flows that do no I/O: each yields calls and pauses and is sent the answers.

Both clients drive the same flows, so retrying, polling and reading answers are written once.
"""

import random
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from .errors import ConnectionFailed, ProblemError, StillWorking, problem_of
from .views import JSON, DomainView, SessionView, StepView

T = TypeVar("T")


@dataclass(frozen=True)
class Call:
    """One HTTP request to make. `repeatable` says that making it twice does no harm."""

    method: str
    path: str
    json: JSON = None
    params: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    key: str | None = None
    """Takes the place of the client's own key."""
    repeatable: bool = True


@dataclass(frozen=True)
class Pause:
    """Wait so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Answer:
    """What came back; `body` is JSON where the content type says so, else text."""

    status: int
    body: JSON
    retry_after: float | None = None


@dataclass(frozen=True)
class Lost:
    """Nothing came back, or not all of it; `sent` is False where the request certainly never arrived."""

    reason: str
    sent: bool = True


OPENING_WAIT = "wait=25"
"""How long the service may hold a request for the customer's first words: a model takes its time for them."""
Flow = Generator[Call | Pause, Answer | Lost, T]


@dataclass(frozen=True)
class Retry:
    """How long to keep trying."""

    attempts: int = 6
    """Requests that may fail in a row: answers lost, 429, 502, 503 or 504."""
    base: float = 0.25
    """Seconds before the second attempt; doubled each time, up to `most`."""
    most: float = 15.0
    patience: float = 900.0
    """Seconds of waiting in all for a customer who is still thinking."""
    draw: Callable[[], float] = random.random
    """In [0, 1): spreads the pauses, so that many clients do not come back at once."""

    def pause(self, failures: int, retry_after: float | None) -> float:
        """Seconds to wait after that many failures in a row."""
        backoff = min(self.most, self.base * 2 ** (failures - 1)) * (0.5 + self.draw() / 2)
        return backoff if retry_after is None else max(retry_after, 0.0) + self.base * self.draw() / 2


MOST_AT_ONCE = 256
"""Sessions that the service opens in one request."""
_TRY_AGAIN = frozenset({429, 502, 503, 504})


def answered(call: Call, retry: Retry) -> Flow[Answer]:
    """Make the call until it is answered; a step still being worked on is asked about again.

    Raises `ConnectionFailed`, or the problem that the service answered with.
    """
    failures, waited = 0, 0.0
    while True:
        answer = yield call
        if isinstance(answer, Lost):
            failures += 1
            if failures >= retry.attempts or (answer.sent and not call.repeatable):
                raise ConnectionFailed(f"{call.method} {call.path}: {answer.reason} (attempt {failures})")
            yield Pause(retry.pause(failures, None))
            continue
        if answer.status < 400:
            return answer
        problem = problem_of(answer.status, answer.body)
        if problem.name == "step_in_progress":
            failures = 0
            waiting = retry.pause(1, answer.retry_after)
            waited += waiting
            if waited > retry.patience:
                raise problem
        elif answer.status in _TRY_AGAIN:
            failures += 1
            waiting = retry.pause(failures, answer.retry_after)
            if failures >= retry.attempts or not (call.repeatable or answer.status in {429, 503}):
                raise problem
        else:
            raise problem
        yield Pause(waiting)


def body_of(call: Call, retry: Retry) -> Flow[JSON]:
    """The body of the answer."""
    answer = yield from answered(call, retry)
    return answer.body


def domains(retry: Retry) -> Flow[list[DomainView]]:
    """The businesses that can be served."""
    body = yield from body_of(Call("GET", "/v1/domains"), retry)
    return [DomainView.of(item) for item in body["domains"]]


def domain(name: str, retry: Retry) -> Flow[DomainView]:
    """One business with its policy and tools."""
    body = yield from body_of(Call("GET", f"/v1/domains/{name}"), retry)
    return DomainView.of(body)


def tasks(name: str, retry: Retry) -> Flow[list[str]]:
    """Ids of a domain's tasks."""
    body = yield from body_of(Call("GET", f"/v1/domains/{name}/tasks"), retry)
    return [str(task) for task in body["tasks"]]


def open_session(order: Mapping[str, JSON], idempotency_key: str, retry: Retry) -> Flow[SessionView]:
    """Open a session and wait for the customer's opening; however often it is asked for, there is one."""
    call = Call("POST", "/v1/sessions", json=dict(order), headers={"Idempotency-Key": idempotency_key})
    body = yield from body_of(call, retry)
    return (yield from _opened(SessionView.of(body), retry))


def open_sessions(
    orders: Sequence[Mapping[str, JSON]], idempotency_key: str, retry: Retry
) -> Flow[list[SessionView | ProblemError]]:
    """Open many sessions, `MOST_AT_ONCE` a request, and wait for their openings; what cannot be opened is a problem."""
    outcomes: list[SessionView | ProblemError] = []
    for start in range(0, len(orders), MOST_AT_ONCE):
        batch = [dict(order) for order in orders[start : start + MOST_AT_ONCE]]
        headers = {"Idempotency-Key": f"{idempotency_key}/{start}"}
        call = Call("POST", "/v1/sessions/batch", json={"sessions": batch}, headers=headers)
        body = yield from body_of(call, retry)
        for item in body["sessions"]:
            if item.get("session") is not None:
                outcomes.append(SessionView.of(item["session"]))
            else:
                outcomes.append(problem_of(item["status"], item["problem"]))
    for place, outcome in enumerate(outcomes):
        if isinstance(outcome, SessionView):
            outcomes[place] = yield from _opened(outcome, retry)
    return outcomes


def _opened(view: SessionView, retry: Retry) -> Flow[SessionView]:
    """The session when the customer has said their opening words."""
    waited, path, token = 0.0, f"/v1/sessions/{view.id}", view.token
    while view.status == "open" and view.awaits == "customer" and waited < retry.patience:
        opening = Call("GET", path, params={"after_step": "0"}, headers={"Prefer": OPENING_WAIT}, key=token)
        answer = yield from answered(opening, retry)
        if answer.status != 202:
            return replace((yield from session(view.id, token, retry)), token=token)
        waiting = retry.pause(1, answer.retry_after)
        waited += waiting
        yield Pause(waiting)
    return view


def session(session_id: str, token: str | None, retry: Retry) -> Flow[SessionView]:
    """A session as it is now."""
    body = yield from body_of(Call("GET", f"/v1/sessions/{session_id}", key=token), retry)
    return SessionView.of(body)


def take_step(
    session_id: str, step: int, message: Mapping[str, JSON], *, token: str | None, wait: int, retry: Retry
) -> Flow[StepView]:
    """Send a message as that step and wait for what follows; sent again after a lost answer, it is not run twice."""
    path = f"/v1/sessions/{session_id}"
    order = {"step": step, "message": dict(message)}
    headers = {"Prefer": f"wait={wait}"}
    answer = yield from answered(Call("POST", f"{path}/steps", json=order, headers=headers, key=token), retry)
    waited = 0.0
    while answer.status == 202:
        waiting = retry.pause(1, answer.retry_after)
        waited += waiting
        if waited > retry.patience:
            raise StillWorking(f"step {step} of session {session_id} is still being worked on after {waited:.0f} s")
        yield Pause(waiting)
        answer = yield from answered(
            Call("GET", path, params={"after_step": str(step)}, headers=headers, key=token), retry
        )
    return StepView.of(answer.body)


def end(
    session_id: str, token: str | None, retry: Retry, *, reason: str | None = None, detail: str | None = None
) -> Flow[SessionView]:
    """End the session; ending twice is the same as once. A `reason` needs the operator key, and not the token."""
    given = {"reason": reason, "detail": detail} if reason is not None else {}
    params = {name: value for name, value in given.items() if value is not None}
    key = token if reason is None else None
    call = Call("POST", f"/v1/sessions/{session_id}/end", params=params or None, key=key)
    body = yield from body_of(call, retry)
    return SessionView.of(body)


def abandon(session_id: str, token: str | None, retry: Retry) -> Flow[SessionView]:
    """Leave the session."""
    body = yield from body_of(Call("DELETE", f"/v1/sessions/{session_id}", key=token), retry)
    return SessionView.of(body)
