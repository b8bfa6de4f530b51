"""What goes over OpenEnv's WebSocket: actions, observations and states of an episode, as allow-lists."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from app.api.schemas import Body, OpenSession, Plain
from app.engine.events import EndReason
from domains.kit.records import JSON


class Reset(OpenSession):
    """Begins an episode: what opens a session, and OpenEnv's own two."""

    task: Plain | None = Field(default=None, description="A task id; without it, the seed draws one.")  # type: ignore[assignment]
    domain: Plain | None = Field(default=None, description="Where no task is named: the business to draw one of.")
    seed: Annotated[int, Field(ge=0)] | Plain | None = Field(  # type: ignore[assignment]
        default=None, description="The same task, seed and actions replay identically."
    )
    episode_id: Annotated[str, Field(max_length=255)] | None = Field(
        default=None, description="Given back in the state; without it, the session's id."
    )


class Say(Body):
    """Says something to the customer."""

    text: str
    metadata: dict[str, JSON] = {}


class CallTool(Body):
    """Calls a tool; `talk_to_customer` is among them."""

    type: Literal["call_tool"] = "call_tool"
    tool_name: str
    arguments: dict[str, JSON] = {}
    metadata: dict[str, JSON] = {}


class ListTools(Body):
    """Asks which tools there are."""

    type: Literal["list_tools"]
    metadata: dict[str, JSON] = {}


class Send(Body):
    """Sends an OpenAI-style assistant message."""

    message: dict[str, JSON]
    metadata: dict[str, JSON] = {}


Action = Say | CallTool | ListTools | Send


class Tool(BaseModel):
    """A tool, in the shape of OpenEnv and MCP."""

    name: str
    description: str
    input_schema: dict[str, JSON]


class Observation(BaseModel):
    """What followed from an action; fields that do not apply are left out."""

    text: str = Field(default="", description="The results of the tools and what the customer said.")
    messages: list[dict[str, JSON]] = Field(
        default=[], description="New OpenAI-style messages; after a reset all of them, the policy first."
    )
    tools: list[Tool] | None = Field(default=None, description="After a reset or `list_tools`.")
    tool_name: str | None = Field(default=None, description="After `call_tool`: which tool answered.")
    result: str | None = Field(default=None, description="After `call_tool`: what it answered.")
    end_reason: EndReason | None = Field(default=None, description="After the end: why.")
    grade: Any = Field(default=None, description="After the end, where the key allows full feedback.")


class State(BaseModel):
    """Where the episode stands."""

    episode_id: str | None = None
    step_count: int = 0
    session_id: str | None = None
    task: str | None = None
    domain: str | None = None
    status: Literal["open", "ended"] | None = None
    end_reason: EndReason | None = None
