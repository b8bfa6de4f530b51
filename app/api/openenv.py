"""OpenEnv's door: its WebSocket protocol under `/openenv`, where a connection plays one episode after another.

Read from the sources of openenv-core 0.2.1 and 0.3.0, whose clients connect to `<base URL>/ws`: they send `reset`,
`step`, `state` and `close`, and are sent `observation`, `state` and `error`. The protocol's HTTP routes `/reset` and
`/step`, which build an environment for each request, are not served.
"""

from base64 import b64decode
from binascii import Error as NotBase64
from json import dumps, loads

from anyio import CancelScope
from fastapi import APIRouter
from fastapi.websockets import WebSocket, WebSocketDisconnect
from pydantic import TypeAdapter, ValidationError
from sqlalchemy.exc import InterfaceError, OperationalError

from app.api.access import Grant
from app.api.openenv_episode import Episodes
from app.api.openenv_schemas import Action, Observation, Reset, State
from app.api.problems import database_silent, fault_of, problem, problem_document
from app.api.services import Services
from app.engine.events import EndReason
from app.errors import AtCapacity, InvalidRequest, RegularsError, Unauthorized
from domains.kit.records import JSON

STOPPING = 1012
"""The close code of a server that is going away."""
router = APIRouter(prefix="/openenv", tags=["openenv"])
_ACTION: TypeAdapter[Action] = TypeAdapter(Action)


class _NotJSON(InvalidRequest):
    """The message is no JSON object."""


class _UnknownType(InvalidRequest):
    """The protocol has no messages of that type."""


_CODES: dict[type[RegularsError], str] = {
    _NotJSON: "INVALID_JSON",
    _UnknownType: "UNKNOWN_TYPE",
    InvalidRequest: "VALIDATION_ERROR",
    AtCapacity: "CAPACITY_REACHED",
}
"""The protocol's own names of errors."""


@router.get("/health", summary="OpenEnv: is it up?")
async def health() -> JSON:
    """Answers as long as the process can answer anything."""
    return {"status": "healthy"}


@router.get("/schema", summary="OpenEnv: actions, observations, states")
async def schema() -> JSON:
    """JSON schemas of what goes over the WebSocket."""
    return {
        "action": _ACTION.json_schema(),
        "observation": Observation.model_json_schema(),
        "state": State.model_json_schema(),
    }


@router.get("/metadata", summary="OpenEnv: what this is")
async def metadata() -> JSON:
    """Name and description."""
    return {
        "name": "regulars",
        "description": "Simulated customers, and the tools of the business they are customers of.",
    }


@router.websocket("/ws")
async def play(websocket: WebSocket) -> None:
    """Episodes over one connection; whoever goes away leaves the one that is not over."""
    use: Services = websocket.app.state.services
    try:
        grant = await _granted(use, websocket)
    except RegularsError as error:
        await websocket.send_denial_response(problem(error))
        return
    await websocket.accept()
    episodes = Episodes(grant, use)
    # Whatever else may go wrong here, cancelling included, is not the agent's doing.
    reason = EndReason.INFRASTRUCTURE
    try:
        while (answer := await _answer(episodes, await _received(websocket))) is not None:
            await websocket.send_text(dumps(answer))
        reason = EndReason.AGENT_ABANDONED
        await websocket.close()
    except WebSocketDisconnect as gone:
        if gone.code != STOPPING:
            reason = EndReason.AGENT_ABANDONED
    finally:
        with CancelScope(shield=True):
            await episodes.leave(reason)


async def _received(websocket: WebSocket) -> str | bytes:
    """The next message; raises `WebSocketDisconnect`."""
    message = await websocket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1005), message.get("reason"))
    text: str | None = message.get("text")
    return bytes(message["bytes"]) if text is None else text


async def _granted(use: Services, websocket: WebSocket) -> Grant:
    """Who may use the agent plane. Clients that set no headers give the key in the URL: `http://agent:KEY@host/openenv`."""
    scheme, _, value = websocket.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return await use.access.agent(websocket)
    try:
        key = b64decode(value, validate=True).decode().partition(":")[2]
    except (NotBase64, ValueError) as error:
        raise Unauthorized("the Authorization header is not what `Basic` stands for") from error
    return await use.access.agent_with(key)


async def _answer(episodes: Episodes, text: str | bytes) -> JSON | None:
    """The answer to a message; None to the last one."""
    try:
        return await _done(episodes, text)
    except ValidationError as error:
        return _error(fault_of(error.errors()))
    except RegularsError as error:
        return _error(error)
    except (OperationalError, InterfaceError):
        return _error(database_silent())


async def _done(episodes: Episodes, text: str | bytes) -> JSON | None:
    try:
        message = loads(text)
    except (ValueError, RecursionError) as error:
        raise _NotJSON("the message is not valid JSON") from error
    if not isinstance(message, dict):
        raise _NotJSON("the message is no JSON object")
    match message.get("type"):
        case "reset":
            order = Reset.model_validate(message.get("data") or {})
            return {"type": "observation", "data": await episodes.reset(order)}
        case "step":
            action = _ACTION.validate_python(message.get("data"))
            return {"type": "observation", "data": await episodes.step(action)}
        case "state":
            return {"type": "state", "data": episodes.state()}
        case "close":
            return None
        case other:
            raise _UnknownType(f"there are no messages of type {other!r}; send reset, step, state or close")


def _error(error: RegularsError) -> JSON:
    code = _CODES.get(type(error), "EXECUTION_ERROR")
    return {"type": "error", "data": {"message": error.detail, "code": code, "problem": problem_document(error)}}
