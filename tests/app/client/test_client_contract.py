"""The client and the service name the same things."""

from dataclasses import fields

import httpx
import pytest

from app import client, errors
from app.api.schemas import SessionView, StepView
from app.client.errors import problem_of
from app.client.transport import TIMEOUT
from app.settings import Settings


@pytest.mark.parametrize(
    ("theirs", "ours"), [(SessionView, client.SessionView), (StepView, client.StepView)], ids=["session", "step"]
)
def test_the_client_reads_every_field_that_the_service_writes(theirs: type[SessionView], ours: type) -> None:
    assert {field.name for field in fields(ours)} == set(theirs.model_fields)


@pytest.mark.parametrize(
    ("raised", "read"),
    [
        (errors.StepInProgress, client.StepInProgress),
        (errors.StepMismatch, client.StepMismatch),
        (errors.SessionEnded, client.SessionEnded),
        (errors.AtCapacity, client.Busy),
        (errors.Unauthorized, client.NotAllowed),
        (errors.Forbidden, client.NotAllowed),
        (errors.UnknownTask, client.NotFound),
        (errors.InvalidMessage, client.InvalidRequest),
        (errors.NotCertified, client.InvalidRequest),
    ],
    ids=lambda error: error.__name__,
)
def test_every_problem_is_read_as_the_error_it_is(
    raised: type[errors.RegularsError], read: type[client.ProblemError]
) -> None:
    body = {"type": f"urn:regulars:problem:{raised.name}", "title": raised.title, "status": raised.status}
    assert type(problem_of(raised.status, body)) is read


def test_the_client_waits_longer_than_the_service_holds_a_request() -> None:
    assert isinstance(TIMEOUT, httpx.Timeout)
    assert TIMEOUT.read is not None
    assert TIMEOUT.read > Settings().customer_wait_seconds
