"""What agent developers import: a small typed client of the service, sync and async.

from regulars_client import Client

client = Client("http://127.0.0.1:8000")
session = client.open_session("retail-0042", agent="mine@1.3")
while session.open:
    session.send(my_model(session.messages, session.tools))
print(session.end_reason, session.reward)
"""

from .asynchronous import AsyncClient, AsyncSession
from .errors import (
    Busy,
    ClientError,
    ConnectionFailed,
    InvalidRequest,
    NotAllowed,
    NotFound,
    ProblemError,
    ServerFailed,
    SessionEnded,
    StepInProgress,
    StepMismatch,
    StillWorking,
)
from .flows import Retry
from .operator import AsyncOperator, Operator
from .synchronous import Client, Session
from .training import EnvironmentFactory, Rollout, environment_factory
from .views import JSON, Author, DomainView, SessionView, StepView, author_of, tool_call, tool_message

__all__ = [
    "JSON",
    "AsyncClient",
    "AsyncOperator",
    "AsyncSession",
    "Author",
    "Busy",
    "Client",
    "ClientError",
    "ConnectionFailed",
    "DomainView",
    "EnvironmentFactory",
    "InvalidRequest",
    "NotAllowed",
    "NotFound",
    "Operator",
    "ProblemError",
    "Retry",
    "Rollout",
    "ServerFailed",
    "Session",
    "SessionEnded",
    "SessionView",
    "StepInProgress",
    "StepMismatch",
    "StepView",
    "StillWorking",
    "author_of",
    "environment_factory",
    "tool_call",
    "tool_message",
]
