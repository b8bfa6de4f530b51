"""One session as an MCP server: what it offers, and what it says of itself."""

from json import dumps

import structlog
from mcp import MCPError, types
from mcp.server import Server
from mcp.server.context import CallNext, HandlerResult
from pydantic import ValidationError
from sqlalchemy.exc import InterfaceError, OperationalError

from app.errors import DatabaseUnavailable, RegularsError
from app.mcp.calls import Calls, Context, Heard, Speech
from app.mcp.seat import Seat
from domains.kit.changes import Actor
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.tools import TALK, Tool, ToolKind

_log = structlog.get_logger(__name__)
POLICY = "session://policy"
CONVERSATION = "session://conversation"
INSTRUCTIONS = f"""You are the customer-service agent of {{title}}. This server is one conversation with one customer.
Its tools are those of the business. Follow the policy: it is the prompt `policy`, and the resource {POLICY}.

To begin, call `{TALK}` without text, or read the resource {CONVERSATION}: the customer has usually spoken
first. Whatever you want the customer to know, say it with `{TALK}`, which returns their reply; they hear nothing
else. Go on until a result says that the conversation has ended."""
TALK_DESCRIPTION = """Say something to the customer, wait for their reply, and return it. This is the only way to reach
them. Without text nothing is said, and what the customer said last is returned: begin with that."""
_SHOWN = ("status", "awaits", "step", "end_reason")
"""What the conversation tells of its session, beside the messages."""


def session_server(seat: Seat, *, step: int | None) -> Server[JSON]:
    """The session as a server, for one request; `step` is the step that the request names."""
    calls = Calls(seat, step)
    domain = seat.domain

    async def list_tools(_context: Context, _params: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=_tools(domain))

    async def list_prompts(_context: Context, _params: types.PaginatedRequestParams | None) -> types.ListPromptsResult:
        return types.ListPromptsResult(prompts=[_PROMPT])

    async def get_prompt(_context: Context, params: types.GetPromptRequestParams) -> types.GetPromptResult:
        if params.name != _PROMPT.name:
            raise MCPError(types.INVALID_PARAMS, f"there is no prompt {params.name!r}; there is `{_PROMPT.name}`")
        policy = types.PromptMessage(role="user", content=types.TextContent(text=await _policy(seat)))
        return types.GetPromptResult(description=_PROMPT.description, messages=[policy])

    async def list_resources(
        _context: Context, _params: types.PaginatedRequestParams | None
    ) -> types.ListResourcesResult:
        return types.ListResourcesResult(resources=_RESOURCES)

    async def read_resource(_context: Context, params: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        uri = str(params.uri)
        if uri == POLICY:
            text, mime_type = await _policy(seat), "text/markdown"
        elif uri == CONVERSATION:
            text, mime_type = await _conversation(seat), "application/json"
        else:
            raise MCPError(types.INVALID_PARAMS, f"there is no resource {uri!r}; resources/list names them all")
        contents = types.TextResourceContents(uri=uri, mime_type=mime_type, text=text)
        return types.ReadResourceResult(contents=[contents])

    server: Server[JSON] = Server(
        "regulars",
        version="1",
        title=domain.title,
        instructions=INSTRUCTIONS.format(title=domain.title),
        on_list_tools=list_tools,
        on_call_tool=calls.run,
        on_list_prompts=list_prompts,
        on_get_prompt=get_prompt,
        on_list_resources=list_resources,
        on_read_resource=read_resource,
    )
    # In place of the SDK's own telemetry, which would send texts of errors to wherever the environment says.
    server.middleware[:] = [_explained]
    return server


_PROMPT = types.Prompt(
    name="policy", title="Policy", description="The rules of the business: give them to the agent as its system prompt."
)
_RESOURCES = [
    types.Resource(
        uri=POLICY, name="policy", title="Policy", description="The rules of the business.", mime_type="text/markdown"
    ),
    types.Resource(
        uri=CONVERSATION,
        name="conversation",
        title="Conversation",
        description="The messages so far, in the shape of chat completions, and whose turn it is.",
        mime_type="application/json",
    ),
]


def _tools(domain: Domain) -> list[types.Tool]:
    own = [_tool(tool) for tool in domain.toolbox.callable_by(Actor.AGENT)]
    talk = types.Tool(
        name=TALK,
        description=" ".join(TALK_DESCRIPTION.split()),
        input_schema=_schema(Speech),
        output_schema=_schema(Heard),
        annotations=types.ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=True),
    )
    return [*own, talk]


def _tool(tool: Tool) -> types.Tool:
    reads = tool.kind is not ToolKind.WRITE and not tool.ends_session
    return types.Tool(
        name=tool.name,
        description=tool.description,
        input_schema=tool.parameters,
        annotations=types.ToolAnnotations(read_only_hint=reads, open_world_hint=False),
    )


def _schema(model: type[Speech | Heard]) -> dict[str, JSON]:
    schema = model.model_json_schema()
    schema.pop("description")
    return schema


async def _policy(seat: Seat) -> str:
    """As every agent gets it: with who is logged in, where somebody is."""
    view = await seat.sessions.view(seat.session_id)
    return str(view["messages"][0]["content"])


async def _conversation(seat: Seat) -> str:
    view = await seat.sessions.view(seat.session_id)
    messages = [message for message in view["messages"] if message["role"] != "system"]
    return dumps({name: view[name] for name in _SHOWN} | {"messages": messages}, ensure_ascii=False)


async def _explained(ctx: Context, call_next: CallNext) -> HandlerResult:
    """Turn errors into those of MCP. The SDK would give older clients the text of any exception."""
    try:
        return await call_next(ctx)
    except (MCPError, ValidationError):
        raise
    except RegularsError as error:
        raise _as_told(error) from error
    except (OperationalError, InterfaceError) as error:
        _log.error("database_unavailable", method=ctx.method, error=type(error).__name__)
        raise _as_told(DatabaseUnavailable("the database does not answer")) from error
    except Exception as error:
        _log.exception("mcp_request_failed", method=ctx.method)
        raise _as_told(RegularsError("the service has a defect, and this request ran into it")) from error


def _as_told(error: RegularsError) -> MCPError:
    problem = {"type": f"urn:regulars:problem:{error.name}", "retryable": error.retryable}
    return MCPError(types.INTERNAL_ERROR, f"{error.detail}. {error.what_to_do}", data=problem)
