"""Many sessions opened in one request: each as the single route opens it, and each with an outcome of its own."""

import asyncio

import structlog
from fastapi import APIRouter, Request
from pydantic import ConfigDict, Field, ValidationError
from sqlalchemy.exc import InterfaceError, OperationalError
from starlette.responses import JSONResponse, Response

from app.api.access import Grant
from app.api.agent_plane import ERRORS, IdempotencyKey
from app.api.opening import open_for
from app.api.problems import database_silent, defective, fault_of, problem_document
from app.api.schemas import OPEN_EXAMPLE, Body, OpenedBatch, OpenSession
from app.api.services import Services, Use
from app.errors import RegularsError
from domains.kit.records import JSON

_log = structlog.get_logger(__name__)
MOST = 256
"""Sessions in one batch."""
AT_ONCE = 16
"""Sessions being opened at the same moment: enough to share commits, and steps of other agents come in between."""
router = APIRouter(prefix="/v1", tags=["agent"], responses=ERRORS)


class OpenSessions(Body):
    """Opens many sessions."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"sessions": [OPEN_EXAMPLE] * 2}]})

    sessions: list[JSON] = Field(
        min_length=1, max_length=MOST, description="Bodies of `POST /v1/sessions`. One that does not fit fails alone."
    )


@router.post("/sessions/batch", summary="Open many sessions", response_model=OpenedBatch)
async def open_sessions(
    body: OpenSessions, request: Request, use: Use, idempotency_key: IdempotencyKey = None
) -> Response:
    """Each is opened by itself, and its place in the answer says what came of it: a session or a problem.

    The Idempotency-Key is for the whole batch: sent again, sessions that were opened are given again, and what failed
    is tried again.
    """
    grant = await use.access.agent(request)
    if idempotency_key is not None:
        await use.sessions.openings.reserve(f"batch:{grant.name}", idempotency_key, body.sessions)
    room = asyncio.Semaphore(AT_ONCE)

    async def outcome(place: int, item: JSON) -> JSON:
        key = None if idempotency_key is None else f"{idempotency_key}/{place}"
        async with room:
            return await _outcome(grant, use, item, key)

    outcomes = await asyncio.gather(*[outcome(place, item) for place, item in enumerate(body.sessions)])
    return JSONResponse({"sessions": outcomes})


async def _outcome(grant: Grant, use: Services, item: JSON, key: str | None) -> JSON:
    try:
        opened = await open_for(grant, use, OpenSession.model_validate(item), key=key, scope="batched")
    except ValidationError as error:
        return _failed(fault_of(error.errors()))
    except RegularsError as error:
        return _failed(error)
    except (OperationalError, InterfaceError):
        return _failed(database_silent())
    except Exception:  # noqa: BLE001 - whatever it is, who asked must be told of the sessions that are open
        _log.exception("batched_opening_failed")
        return _failed(defective())
    return {"status": 201, "session": opened.answer}


def _failed(error: RegularsError) -> JSON:
    return {"status": error.status, "problem": problem_document(error)}
