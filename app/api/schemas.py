"""What goes over the wire on the agent plane: allow-lists, written out, so that nothing hidden can slip in."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.engine.events import EndReason
from domains.kit.records import JSON
from domains.kit.scenario import Persona

OPEN_EXAMPLE: JSON = {"task": "retail-0042", "agent": "mine@1.3"}
STEP_EXAMPLE: JSON = {"step": 1, "message": {"role": "assistant", "content": "Could you tell me your e-mail address?"}}


LONGEST_ID = 100
"""Characters of a session's id, at most."""


class Body(BaseModel):
    """A request body: unknown fields are an error, so that a typing error is noticed."""

    model_config = ConfigDict(extra="forbid")


Plain = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
"""Text that every database can hold."""


class LimitsIn(Body):
    """Limits of one session; what is left out takes the service's default, which is also the most."""

    steps: int | None = Field(default=None, ge=1, description="Agent messages until the session ends as `step_limit`.")
    tool_calls: int | None = Field(default=None, ge=1, description="Tool calls in one message.")
    tool_errors: int | None = Field(default=None, ge=1, description="Failed tool calls until `tool_error_limit`.")
    idle_seconds: float | None = Field(default=None, gt=0, description="Silence of the agent until `agent_timeout`.")
    total_seconds: float | None = Field(default=None, gt=0, description="Age at which the session ends anyway.")


class OpenSession(Body):
    """Opens a session: one conversation about one task."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [OPEN_EXAMPLE]})

    task: Plain = Field(description="A task id, from `GET /v1/domains/{domain}/tasks`.")
    agent: Plain = Field(default="anonymous", description="Name and version of the agent under test: `name@version`.")
    seed: Plain = Field(default="0", description="The same task, seed and messages replay identically.")
    customer: Plain = Field(
        default="agenda",
        description="The kind of customer: `agenda`; or `worded:MODEL`, the same in a language model's words, "
        "`worded+reads:MODEL`, which also reads with it, or `free:MODEL`, played by the model alone.",
    )
    first_speaker: Literal["customer", "agent"] = "customer"
    text_beside_calls: Literal["hold", "drop"] = Field(
        default="hold",
        description="What becomes of text that stands beside tool calls: held until the next message "
        "that speaks, or dropped.",
    )
    limits: LimitsIn = LimitsIn()
    metadata: dict[str, str] = Field(default={}, max_length=32, description="Anything about the agent; kept as it is.")
    persona: Persona | None = Field(default=None, description="Replaces the scenario's; operator key only.")


class StepIn(Body):
    """The agent's message: an OpenAI-style assistant message, for the step it names."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [STEP_EXAMPLE]})

    step: int = Field(ge=1)
    message: dict[str, JSON]


class MessageIn(Body):
    """Text only: the agent speaks to the customer."""

    content: str


class SessionView(BaseModel):
    """A session as its agent sees it."""

    id: str
    task: str
    domain: str
    agent: str
    status: Literal["open", "ended"]
    awaits: Literal["agent", "customer", "nobody"]
    step: int = Field(description="The step that the agent's next message takes.")
    messages: list[dict[str, JSON]] = Field(description="OpenAI-style messages, the policy first.")
    tools: list[dict[str, JSON]] = Field(description="OpenAI-style tools.")
    limits: dict[str, float]
    created_at: datetime
    account: str | None = Field(default=None, description="Who is logged in, where the customer is.")
    end_reason: EndReason | None = None
    reward: float | None = Field(default=None, description="1.0 or 0.0 after the end, where the key allows feedback.")
    grade: JSON = Field(default=None, description="The whole grade, where the key allows full feedback.")
    token: str | None = Field(
        default=None, description="Takes the agent's seat in this session; given once, at opening."
    )


class StepView(BaseModel):
    """What followed from one step."""

    id: str
    status: Literal["open", "ended"]
    awaits: Literal["agent", "customer", "nobody"]
    step: int = Field(description="The step that the agent's next message takes.")
    messages: list[dict[str, JSON]] = Field(
        description="New messages: `tool` results for the calls, then `user` if the customer spoke."
    )
    end_reason: EndReason | None = None
    reward: float | None = None
    grade: JSON = None


class ToolResult(BaseModel):
    """What a single tool call gave."""

    content: str
    is_error: bool
    status: Literal["open", "ended"]
    step: int


class Problem(BaseModel):
    """An error, as RFC 9457 has it."""

    type: str = Field(description="Stable: `urn:regulars:problem:<name>`.")
    title: str
    status: int
    detail: str
    retryable: bool
    what_to_do: str


class BatchedSession(BaseModel):
    """What came of one session of a batch: a session or a problem."""

    status: int = Field(description="What the single route would have answered with.")
    session: SessionView | None = None
    problem: Problem | None = None


class OpenedBatch(BaseModel):
    """What came of a batch, in the order of the request."""

    sessions: list[BatchedSession]
