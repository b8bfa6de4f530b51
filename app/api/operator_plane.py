"""The operator plane: everything about every session. Needs the operator key, always."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime
from json import dumps
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Header, Path, Query, Request
from fastapi.sse import EventSourceResponse, format_sse_event
from starlette.responses import JSONResponse, Response, StreamingResponse

from app.api.access import Plane, Scopes
from app.api.agent_plane import ERRORS, IdempotencyKey, SessionId
from app.api.cursors import cursor_of, position_of
from app.api.operator_schemas import (
    ForkIn,
    GradeRecord,
    KeyIn,
    KeyRecord,
    SessionEvents,
    SessionPage,
    SessionRecord,
    Transcript,
)
from app.api.schemas import Plain, SessionView
from app.api.services import Services, Use
from app.engine.conversation import Awaits
from app.errors import NotFound, UnknownSession
from app.storage.sessions import SessionFilter
from app.storage.tables import StoredSession
from domains.kit.records import JSON
from domains.kit.task import Split, Task

EVENT_POLL_SECONDS = 0.5
KEEPALIVE_POLLS = 30
EXPORT_PAGE = 100


class TranscriptLines(StreamingResponse):
    """One JSON document a line."""

    media_type = "application/x-ndjson"


async def operator_only(request: Request, use: Use) -> None:
    """Let only the operator through."""
    await use.access.operator(request)


router = APIRouter(prefix="/v1", tags=["operator"], responses=ERRORS, dependencies=[Depends(operator_only)])


async def session_filter(
    *,
    agent: Plain | None = None,
    task: Plain | None = None,
    domain: Plain | None = None,
    family: Plain | None = None,
    split: Split | None = None,
    status: Literal["open", "ended"] | None = None,
    end_reason: Plain | None = None,
    customer: Plain | None = None,
    origin: Plain | None = None,
    success: bool | None = None,
) -> SessionFilter:
    """Query parameters that choose sessions; what is left out is not restricted."""
    return SessionFilter(
        agent=agent,
        task=task,
        domain=domain,
        family=family,
        split=None if split is None else split.value,
        status=status,
        end_reason=end_reason,
        customer=customer,
        origin=origin,
        success=success,
    )


Chosen = Annotated[SessionFilter, Depends(session_filter)]


@router.get("/sessions", summary="List sessions", response_model=SessionPage)
async def list_sessions(
    use: Use,
    chosen: Chosen,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    cursor: Annotated[str | None, Query(max_length=500)] = None,
) -> SessionPage:
    """Newest first, in keyset pages: sessions that open meanwhile neither repeat nor hide others."""
    rows = await use.sessions.page(chosen, limit=limit, before=position_of(cursor))
    last = (rows[-1].created_at, rows[-1].id) if len(rows) == limit else None
    return SessionPage(
        sessions=[SessionRecord.of(row) for row in rows], next_cursor=None if last is None else cursor_of(last)
    )


@router.get(
    "/sessions/{session_id}/events",
    summary="A session's events",
    response_model=SessionEvents,
    responses={200: {"content": {EventSourceResponse.media_type: {}}}},
)
async def session_events(
    session_id: SessionId,
    request: Request,
    use: Use,
    last_event_id: Annotated[str | None, Header(pattern=r"^\d{1,9}$")] = None,
) -> Response:
    """The whole log as JSON; or, with `Accept: text/event-stream`, as a stream that goes on after `Last-Event-ID`."""
    row, events = await use.sessions.record(session_id)
    if "text/event-stream" in request.headers.get("accept", ""):
        after = -1 if last_event_id is None else int(last_event_id)
        return StreamingResponse(_stream(use, session_id, after), media_type=EventSourceResponse.media_type)
    found = SessionEvents.model_construct(session=SessionRecord.of(row), events=events)
    return Response(found.model_dump_json(), media_type="application/json")


@router.get("/sessions/{session_id}/diff", summary="Expected against actual, field by field")
async def session_diff(session_id: SessionId, use: Use) -> JSON:
    """Per row and field what was expected, what is there, and which step did it."""
    return {"diff": [row.model_dump(mode="json") for row in await use.sessions.diff(session_id)]}


@router.get("/sessions/{session_id}/grades", summary="A session's grades")
async def session_grades(session_id: SessionId, use: Use) -> JSON:
    """Every verdict on the session, oldest first."""
    await use.sessions.record(session_id)
    return {"grades": [GradeRecord.of(row) for row in await use.sessions.grades(session_id)]}


@router.post("/sessions/{session_id}/grades", summary="Grade again", status_code=201, response_model=GradeRecord)
async def grade_again(session_id: SessionId, use: Use) -> Response:
    """Grade by what is installed now. The same grader and goal give the grade that is there; nothing is overwritten."""
    graded = GradeRecord.of(await use.sessions.regrade(session_id))
    return Response(graded.model_dump_json(), status_code=201, media_type="application/json")


@router.post("/sessions/{session_id}/fork", summary="Fork a session", status_code=201, response_model=SessionView)
async def fork_session(
    session_id: SessionId, body: ForkIn, use: Use, idempotency_key: IdempotencyKey = None
) -> Response:
    """A new session that has everything up to and including a step. Forks enter no statistics."""
    opened = await use.sessions.openings.fork(session_id, body.step, agent=body.agent, key=idempotency_key)
    return JSONResponse(opened.answer | {"token": use.access.token(opened.session_id)}, status_code=201)


@router.get("/tasks", summary="List tasks")
async def list_tasks(
    use: Use, domain: Plain | None = None, split: Split | None = None, family: Plain | None = None
) -> JSON:
    """Which tasks there are, of which family and split, and whether they are certified."""
    wanted = {"domain": domain, "split": split, "family": family}
    named = {name: value for name, value in wanted.items() if value is not None}
    tasks = (task for task in use.catalog.tasks.values() if all(getattr(task, n) == v for n, v in named.items()))
    return {"tasks": [_listed(use, task) for task in tasks]}


@router.get("/tasks/{task_id}", summary="A task, whole")
async def whole_task(task_id: Annotated[str, Path(max_length=200)], use: Use) -> JSON:
    """Scenario and goal included."""
    task = use.catalog.task(task_id)
    return task.model_dump(mode="json") | {"certified": use.catalog.certified(task)}


@router.get("/results", summary="How agents did")
async def results(use: Use, chosen: Chosen) -> JSON:
    """Per agent: sessions, success, pass^k with intervals, why sessions ended. Forks and imports are left out."""
    return {"results": [row.model_dump(mode="json") for row in await use.sessions.summaries(chosen)]}


@router.get("/sessions/{session_id}/export", summary="A transcript", response_model=Transcript)
async def export_session(session_id: SessionId, use: Use) -> Response:
    """The session as it travels between services."""
    return Response(await _transcript(use, session_id), media_type="application/json")


@router.get("/exports", summary="Many transcripts", response_class=TranscriptLines)
async def export_sessions(use: Use, chosen: Chosen) -> Response:
    """Every session that matches, one transcript a line."""

    async def lines() -> AsyncIterator[str]:
        async for row in _all(use, chosen):
            # What is erased meanwhile is left out.
            with suppress(UnknownSession):
                yield await _transcript(use, row.id) + "\n"

    return TranscriptLines(lines())


@router.post("/transcripts", summary="Import a transcript", status_code=201)
async def import_transcript(body: Transcript, use: Use) -> JSON:
    """Keeps a session that ended elsewhere under a new id, and grades it if it was played in what is installed."""
    header = body.session
    columns = {
        "agent": header.agent,
        "agent_metadata": dumps(header.metadata),
        "seed": header.seed,
        "customer": header.customer,
        "customer_version": header.customer_version,
        "persona": None if header.persona is None else header.persona.model_dump_json(),
        "options": header.options.model_dump_json(),
        "components": dumps(header.components),
    }
    session_id = await use.sessions.openings.adopt(header.task, columns, body.events)
    return SessionRecord.of((await use.sessions.record(session_id)).row).model_dump(mode="json")


@router.get("/keys", summary="List keys")
async def list_keys(use: Use) -> JSON:
    """Every key, oldest first, the revoked ones too; never the key itself."""
    return {"keys": [KeyRecord.of(row).model_dump(mode="json", exclude={"key"}) for row in await use.access.keys()]}


@router.post("/keys", summary="Make a key", status_code=201, response_model=KeyRecord)
async def make_key(body: KeyIn, use: Use) -> KeyRecord:
    """A key for agents, with scopes. It is in this answer and kept nowhere."""
    scopes = Scopes.model_validate(body.model_dump(exclude={"name"}))
    row, key = await use.access.create(body.name, Plane.AGENT, scopes)
    return KeyRecord.of(row, key)


@router.delete("/keys/{key_id}", summary="Revoke a key", status_code=204)
async def revoke_key(key_id: Annotated[str, Path(max_length=100)], use: Use) -> None:
    """Requests with the key are refused from now on."""
    if not await use.access.revoke(key_id):
        raise NotFound(f"there is no key {key_id!r}")


async def _stream(use: Services, session_id: str, after: int) -> AsyncIterator[bytes]:
    """Events as they come, until the one that ends the session, or the server stops."""
    quiet = 0
    while not use.stopping.is_set():
        try:
            row = await use.sessions.row(session_id)
        except UnknownSession:
            return
        events = await use.sessions.events(session_id, after=after)
        for event in events:
            after = event.seq
            yield format_sse_event(data_str=event.model_dump_json(), event=event.payload.kind, id=str(event.seq))
        if row.awaits == Awaits.NOBODY:
            # It had ended before the events were read, so these were the last.
            return
        if not events:
            quiet += 1
            if quiet % KEEPALIVE_POLLS == 0:
                yield format_sse_event(comment="still open")
            with suppress(TimeoutError):
                await asyncio.wait_for(use.stopping.wait(), EVENT_POLL_SECONDS)


async def _all(use: Services, chosen: SessionFilter) -> AsyncIterator[StoredSession]:
    before: tuple[datetime, str] | None = None
    while rows := await use.sessions.page(chosen, limit=EXPORT_PAGE, before=before):
        for row in rows:
            yield row
        before = rows[-1].created_at, rows[-1].id


async def _transcript(use: Services, session_id: str) -> str:
    return Transcript.of(*await use.sessions.record(session_id)).model_dump_json()


def _listed(use: Services, task: Task) -> JSON:
    return {
        "id": task.id,
        "domain": task.domain,
        "family": task.family,
        "split": task.split.value,
        "twin": task.twin,
        "certified": use.catalog.certified(task),
    }
