"""A session's own OpenAPI document: one operation a tool and one to talk, for frameworks that import such documents."""

from collections.abc import Mapping

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from app.api.schemas import MessageIn, Problem, StepView, ToolResult
from domains.kit.changes import Actor
from domains.kit.domain import Domain
from domains.kit.records import JSON
from domains.kit.tools import TALK, Tool

_REFUSALS = {
    "401": "The session's token is missing or wrong.",
    "403": "The key does not hold the seat.",
    "404": "There is no such session.",
    "409": "Another step is the current one (`step_mismatch`), or the key was used for something else.",
    "410": "The session has ended.",
    "422": "The request does not fit its schema.",
}
_PARAMETERS: list[JSON] = [
    {
        "name": "Idempotency-Key",
        "in": "header",
        "description": "The id of this call: the same id and body get the same answer again, and nothing runs twice.",
        "schema": {"type": "string", "maxLength": 200},
    },
    {
        "name": "X-Regulars-Step",
        "in": "header",
        "description": "Any step of the turn to which this belongs; where that turn is over, nothing runs.",
        "schema": {"type": "integer", "minimum": 1},
    },
]


def session_document(session_id: str, domain: Domain, base_url: str) -> dict[str, JSON]:
    """The document of one session; `base_url` is the service's, as its caller knows it."""
    tools = [_tool_path(tool) for tool in domain.toolbox.callable_by(Actor.AGENT)]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": domain.title,
            "version": "1",
            "description": "The tools of one conversation with one customer. A tool's refusal is a result with "
            "`is_error`; calls queue up, and each is kept before it is answered.",
        },
        "servers": [{"url": f"{base_url.rstrip('/')}/v1/sessions/{session_id}"}],
        "security": [{"session": []}],
        "paths": dict([*tools, _talk_path()]),
        "components": {
            "schemas": _schemas(ToolResult, MessageIn, StepView, Problem),
            "securitySchemes": {
                "session": {"type": "http", "scheme": "bearer", "description": "The session's token."},
            },
        },
    }


def _tool_path(tool: Tool) -> tuple[str, JSON]:
    summary, _, _ = tool.description.partition("\n")
    operation = {
        "operationId": tool.name,
        "summary": summary,
        "description": tool.description,
        "parameters": _PARAMETERS,
        "requestBody": _body(tool.parameters),
        "responses": _responses({"200": ("What the tool gave.", ToolResult)}),
    }
    return f"/tools/{tool.name}", {"post": operation}


def _talk_path() -> tuple[str, JSON]:
    answered = {"200": ("What followed: the customer's words are the messages of role `user`.", StepView)}
    later = "The customer is still thinking: send the same again, under the same Idempotency-Key."
    operation = {
        "operationId": TALK,
        "summary": "Say something to the customer, and hear their reply.",
        "parameters": _PARAMETERS,
        "requestBody": _body(_reference(MessageIn)),
        "responses": {**_responses(answered), "202": {"description": later}},
    }
    return "/messages", {"post": operation}


def _responses(answered: Mapping[str, tuple[str, type[BaseModel]]]) -> JSON:
    good = {
        status: {"description": text, "content": {"application/json": {"schema": _reference(model)}}}
        for status, (text, model) in answered.items()
    }
    problem = {"application/problem+json": {"schema": _reference(Problem)}}
    return good | {status: {"description": text, "content": problem} for status, text in _REFUSALS.items()}


def _body(schema: JSON) -> JSON:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def _reference(model: type[BaseModel]) -> JSON:
    return {"$ref": f"#/components/schemas/{model.__name__}"}


def _schemas(*models: type[BaseModel]) -> JSON:
    _, found = models_json_schema(
        [(model, "validation") for model in models], ref_template="#/components/schemas/{model}"
    )
    return found["$defs"]
