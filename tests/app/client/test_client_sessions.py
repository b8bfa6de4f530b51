"""Sessions of the sync client, against a scripted service."""

import httpx
import pytest

from app.client import (
    Busy,
    Client,
    ConnectionFailed,
    NotAllowed,
    ProblemError,
    Session,
    SessionEnded,
    StepInProgress,
    StepMismatch,
    tool_call,
    tool_message,
)
from app.client.transport import Transport
from tests.app.client.client_fakes import STEADY, Clock, Scripted, Service, opened, problem, stepped


def client_of(*answers: Scripted) -> tuple[Client, Service, Clock]:
    service, clock = Service(*answers), Clock()
    http = httpx.Client(transport=httpx.MockTransport(service), base_url="http://service")
    client = Client("http://service", http=http, retry=STEADY)
    client.transport = Transport(http, "rga_mine", sleep=clock)
    return client, service, clock


def session_of(*answers: Scripted) -> tuple[Session, Service, Clock]:
    client, service, clock = client_of(opened(), *answers)
    return client.open_session("retail-0001", agent="mine@1", seed=3), service, clock


def test_opening_sends_the_key_an_idempotency_key_and_only_what_was_given() -> None:
    _, service, _ = session_of()
    assert service.body(0) == {"task": "retail-0001", "agent": "mine@1", "seed": "3"}
    assert service.requests[0].headers["authorization"] == "Bearer rga_mine"
    assert service.requests[0].headers["idempotency-key"]


def test_a_retried_opening_keeps_its_idempotency_key() -> None:
    client, service, _ = client_of(httpx.ReadTimeout("slow"), opened())
    client.open_session("retail-0001")
    assert len({request.headers["idempotency-key"] for request in service.requests}) == 1


def test_opening_waits_for_the_opening_words_of_a_slow_customer() -> None:
    waiting = httpx.Response(202, headers={"Retry-After": "1"})
    client, service, clock = client_of(opened(awaits="customer", messages=[]), waiting, stepped(), opened(token=None))
    session = client.open_session("retail-0001")
    assert (session.awaits, session.token, session.customer) == ("agent", "rgs_1", "Hello")
    held = "GET /v1/sessions/s1?after_step=0"
    assert service.asked[1:] == [held, held, "GET /v1/sessions/s1"]
    assert service.requests[1].headers["prefer"] == "wait=25"
    assert clock.slept == [1.0]


def test_sending_text_extends_the_messages_and_moves_the_step() -> None:
    session, service, _ = session_of(stepped())
    view = session.send("May I have your e-mail address?")
    assert view.customer == "It is ann@example.org"
    assert [message["role"] for message in session.messages] == ["system", "user", "assistant", "user"]
    assert session.step == 2
    assert service.body(1)["step"] == 1
    assert service.requests[1].headers["authorization"] == "Bearer rgs_1"


def test_tool_results_are_read_in_the_order_of_the_calls() -> None:
    results = [{"role": "tool", "tool_call_id": i, "content": c} for i, c in (("a", "one"), ("b", "two"))]
    session, _, _ = session_of(stepped(messages=results))
    view = session.send(tool_message([tool_call("a", "look", {"id": "1"}), tool_call("b", "look", {})]))
    assert view.results == ["one", "two"]
    assert view.customer is None


def test_a_lost_answer_is_asked_for_again_with_the_same_step_and_body() -> None:
    session, service, clock = session_of(httpx.ReadError("gone"), httpx.ReadTimeout("slow"), stepped())
    session.send("Hello")
    assert service.body(1) == service.body(2) == service.body(3)
    assert clock.slept == [0.25, 0.5]
    assert session.step == 2


def test_a_step_in_progress_is_waited_for_as_long_as_the_service_says() -> None:
    session, _, clock = session_of(problem(409, "step_in_progress", retry_after=7), stepped())
    session.send("Hello")
    assert clock.slept == [7.0]


def test_a_step_in_progress_for_ever_is_given_up() -> None:
    session, _, _ = session_of(*[problem(409, "step_in_progress", retry_after=400)] * 3)
    with pytest.raises(StepInProgress):
        session.send("Hello")


def test_a_slow_customer_is_polled_until_the_step_is_answered() -> None:
    thinking = httpx.Response(202, json={}, headers={"retry-after": "2"})
    session, service, _ = session_of(thinking, thinking, stepped())
    session.send("Hello")
    assert service.asked[2:] == ["GET /v1/sessions/s1?after_step=1"] * 2


def test_a_busy_service_is_tried_again_up_to_a_bound() -> None:
    session, service, clock = session_of(*[problem(503, "too_many_sessions", retry_after=1)] * 6)
    with pytest.raises(Busy):
        session.send("Hello")
    assert (len(service.requests), len(clock.slept)) == (7, 5)


def test_an_unreachable_service_is_given_up_after_the_attempts() -> None:
    session, _, _ = session_of(*[httpx.ConnectError("refused")] * 6)
    with pytest.raises(ConnectionFailed, match="ConnectError"):
        session.send("Hello")


def test_a_step_mismatch_names_the_current_step_and_is_not_tried_again() -> None:
    session, service, _ = session_of(problem(409, "step_mismatch", current_step=4))
    with pytest.raises(StepMismatch) as caught:
        session.send("Hello")
    assert caught.value.current_step == 4
    assert len(service.requests) == 2


def test_an_ended_session_raises_session_ended() -> None:
    session, _, _ = session_of(problem(410, "session_ended"))
    with pytest.raises(SessionEnded, match=r"Session ended\. For a reason Look at it\."):
        session.send("Hello")


def test_a_refused_key_raises_not_allowed_with_the_problem_fields() -> None:
    client, _, _ = client_of(problem(401, "key_missing"))
    with pytest.raises(NotAllowed) as caught:
        client.domains()
    assert (caught.value.name, caught.value.status, caught.value.retryable) == ("key_missing", 401, False)


def test_a_failure_without_a_problem_body_still_raises_a_problem() -> None:
    client, _, _ = client_of(httpx.Response(500, text="oh"))
    with pytest.raises(ProblemError, match="HTTP 500"):
        client.tasks("retail")


def test_ending_takes_over_status_reason_and_reward() -> None:
    session, service, _ = session_of(opened(status="ended", end_reason="agent_ended", reward=1.0, token=None))
    session.end()
    assert (session.open, session.end_reason, session.reward) == (False, "agent_ended", 1.0)
    assert session.token == "rgs_1"
    assert service.asked[1] == "POST /v1/sessions/s1/end"


def test_abandoning_deletes_the_session() -> None:
    session, service, _ = session_of(opened(status="ended", end_reason="agent_abandoned"))
    session.abandon()
    assert service.asked[1] == "DELETE /v1/sessions/s1"
