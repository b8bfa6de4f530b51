"""The agent plane: what the program under test may see and do."""

import re
from json import dumps
from time import perf_counter
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Header, Path, Query, Request
from starlette.responses import JSONResponse, Response

from app.api.opening import open_for, playable_ids
from app.api.schemas import (
    LONGEST_ID,
    MessageIn,
    OpenSession,
    Plain,
    Problem,
    SessionView,
    StepIn,
    StepView,
    ToolResult,
)
from app.api.services import Services, Use, services
from app.api.session_document import session_document
from app.api.step_route import StepRoute
from app.engine.events import EndReason
from app.sessions.answers import Answer
from domains.kit.records import JSON

SessionId = Annotated[str, Path(max_length=LONGEST_ID, description="The session's id.")]
IdempotencyKey = Annotated[
    str | None,
    Header(max_length=200, description="The same key and body get the same answer again, and nothing runs twice."),
]
OfStep = Annotated[
    int | None,
    Header(
        alias="X-Regulars-Step",
        ge=1,
        le=100_000,
        description="Any step of the agent's turn to which this belongs. Where that turn is over, the answer is 409 "
        "`step_mismatch`, and nothing runs. Without it, this runs whenever it is the agent's turn.",
    ),
]
Prefer = Annotated[str | None, Header(description="`wait=N`: wait at most N seconds for a slow customer.")]
ERRORS: dict[int | str, JSON] = {
    status: {"model": Problem, "description": text, "content": {"application/problem+json": {}}}
    for status, text in {
        400: "The request is malformed.",
        401: "A key is missing or wrong.",
        403: "The key does not allow this.",
        404: "There is no such thing.",
        409: "Not now, or not in this way; the problem's `type` says which.",
        410: "The session has ended.",
        413: "The body is too large.",
        421: "The Host header names another host than this service.",
        422: "The request does not fit its schema.",
        503: "The service is full; Retry-After says when to come back.",
    }.items()
}
STILL_WORKING: dict[int | str, JSON] = {202: {"description": "The customer still thinks: ask again with ?after_step="}}
_WAIT = re.compile(r"\bwait=(\d{1,4})\b")
router = APIRouter(prefix="/v1", tags=["agent"], responses=ERRORS)


@router.get("/domains", summary="The domains")
async def domains(request: Request, use: Use) -> JSON:
    """Every business that can be played, with the number of tasks the key may play."""
    grant = await use.access.agent(request)
    return {
        "domains": [
            {"name": domain.name, "title": domain.title, "tasks": len(playable_ids(grant, use, domain.name))}
            for domain in use.catalog.domains.values()
        ]
    }


@router.get("/domains/{domain}", summary="A domain's policy and tools")
async def domain_details(domain: str, request: Request, use: Use) -> JSON:
    """The policy is the agent's system prompt; the tools are in the chat-completions shape."""
    await use.access.agent(request)
    found = use.catalog.domain(domain)
    return {
        "name": found.name,
        "title": found.title,
        "policy": found.policy,
        "tools": [tool.openai for tool in found.tools],
    }


@router.get("/domains/{domain}/tasks", summary="The ids of a domain's tasks")
async def task_ids(domain: str, request: Request, use: Use) -> JSON:
    """Ids are opaque: neither family nor split can be read from them."""
    grant = await use.access.agent(request)
    return {"tasks": playable_ids(grant, use, use.catalog.domain(domain).name)}


@router.post("/sessions", status_code=201, summary="Open a session", response_model=SessionView)
async def open_session(
    body: OpenSession, request: Request, use: Use, idempotency_key: IdempotencyKey = None
) -> Response:
    """The customer speaks first unless `first_speaker` says otherwise. The token takes the agent's seat."""
    grant = await use.access.agent(request)
    opened = await open_for(grant, use, body, key=idempotency_key)
    headers = {"Location": f"/v1/sessions/{opened.session_id}"}
    return JSONResponse(opened.answer, status_code=201, headers=headers)


@router.get(
    "/sessions/{session_id}",
    summary="A session as its agent sees it",
    response_model=SessionView | StepView,
    responses=STILL_WORKING,
)
async def view_session(
    session_id: SessionId,
    request: Request,
    use: Use,
    after_step: Annotated[int | None, Query(ge=0, le=100_000, description="Give the answer to this step.")] = None,
    prefer: Prefer = None,
) -> Response:
    """The whole conversation; or, with `after_step`, what followed from one step."""
    await use.access.seat(request, session_id)
    if after_step is None:
        return JSONResponse(await use.sessions.view(session_id))
    return _answered(await use.sessions.steps.answer_of(session_id, after_step, wait=_wait(use, prefer)))


async def take_step(session_id: SessionId, body: StepIn, request: Request, prefer: Prefer = None) -> Response:
    """With tool calls they run in order and the agent acts again; without, the customer replies or ends.

    The same step with the same message gets the same answer again, and nothing runs twice.
    """
    began = perf_counter()
    use = await services(request)
    await use.access.seat(request, session_id)
    answer = await use.sessions.steps.take(session_id, body.step, body.message, wait=_wait(use, prefer))
    use.figures.steps.inc()
    use.figures.step_seconds.observe(perf_counter() - began)
    return _answered(answer)


router.add_api_route(
    "/sessions/{session_id}/steps",
    take_step,
    methods=["POST"],
    summary="Take a step",
    response_model=StepView,
    responses=STILL_WORKING,
    route_class_override=StepRoute,
)


@router.post(
    "/sessions/{session_id}/messages", summary="Say something", response_model=StepView, responses=STILL_WORKING
)
async def say(
    *,
    session_id: SessionId,
    body: MessageIn,
    request: Request,
    use: Use,
    idempotency_key: IdempotencyKey = None,
    of_step: OfStep = None,
    prefer: Prefer = None,
) -> Response:
    """Text only, without step numbers; requests for one session queue up."""
    await use.access.seat(request, session_id)
    said = await use.sessions.queue.speak(
        session_id, body.content, key=idempotency_key, wait=_wait(use, prefer), step=of_step
    )
    return _answered(said.answer)


@router.post("/sessions/{session_id}/tools/{name}", summary="Call one tool", response_model=ToolResult)
async def call_tool(
    *,
    session_id: SessionId,
    name: Annotated[str, Path(max_length=200)],
    request: Request,
    use: Use,
    arguments: Annotated[dict[str, JSON], Body(description="The tool's arguments.")],
    idempotency_key: IdempotencyKey = None,
    of_step: OfStep = None,
) -> Response:
    """One call, without step numbers; requests for one session queue up. A refusal is a 200 with `is_error`."""
    await use.access.seat(request, session_id)
    wait = use.settings.customer_wait_seconds
    called = await use.sessions.queue.call(
        session_id, name, dumps(arguments), key=idempotency_key, wait=wait, step=of_step
    )
    return JSONResponse(called.told())


@router.get("/sessions/{session_id}/openapi.json", summary="A session's tools as an OpenAPI document")
async def document_session(session_id: SessionId, request: Request, use: Use) -> JSON:
    """One operation a tool and one to talk, for frameworks that import such documents."""
    await use.access.seat(request, session_id)
    row = await use.sessions.row(session_id)
    return session_document(session_id, use.catalog.domain(row.domain), str(request.base_url))


@router.post("/sessions/{session_id}/end", summary="End a session", response_model=SessionView)
async def end_session(
    session_id: SessionId,
    request: Request,
    use: Use,
    reason: Annotated[
        Literal["infrastructure"] | None, Query(description="Only for the operator: what broke was not the agent.")
    ] = None,
    detail: Annotated[Plain | None, Query(description="What it was, for the transcript.")] = None,
) -> Response:
    """The agent considers the conversation finished: `agent_ended`. Ending twice changes nothing.

    With the operator key a `reason` may say that something broke which is not the agent under test.
    """
    if reason is None:
        await use.access.seat(request, session_id)
        await use.sessions.end(session_id, EndReason.AGENT_ENDED)
    else:
        await use.access.operator(request)
        await use.sessions.end(session_id, EndReason(reason), detail=detail)
    return JSONResponse(await use.sessions.view(session_id))


@router.delete(
    "/sessions/{session_id}",
    summary="Leave a session",
    response_model=SessionView,
    responses={204: {"description": "Erased."}},
)
async def leave_session(
    *,
    session_id: SessionId,
    request: Request,
    use: Use,
    purge: Annotated[bool, Query(description="Erase it with all its events and grades; operator key only.")] = False,
) -> Response:
    """The agent leaves in the middle: `agent_abandoned`. With `purge` the operator erases the session."""
    if purge:
        await use.access.operator(request)
        await use.sessions.erase(session_id)
        return Response(status_code=204)
    await use.access.seat(request, session_id)
    await use.sessions.end(session_id, EndReason.AGENT_ABANDONED)
    return JSONResponse(await use.sessions.view(session_id))


def _wait(use: Services, prefer: str | None) -> float:
    most = use.settings.customer_wait_seconds
    asked = _WAIT.search(prefer) if prefer else None
    return most if asked is None else min(float(asked[1]), most)


def _answered(answer: Answer) -> Response:
    if answer.text is None:
        return Response(status_code=202, headers={"Retry-After": "1"})
    return Response(answer.text, media_type="application/json")
