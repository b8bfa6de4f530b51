"""Many sessions opened in one request: each as the single route opens it, and each with an outcome of its own."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator
from sqlalchemy.exc import InterfaceError, OperationalError
from starlette.responses import JSONResponse, Response

from app.api.access import Grant
from app.api.agent_plane import ERRORS, IdempotencyKey
from app.api.opening import open_for
from app.api.problems import database_silent, fault_of, problem_document
from app.api.schemas import Body, OpenedBatch, OpenSession
from app.api.services import Services, Use
from app.errors import RegularsError
from domains.kit.records import JSON

MOST = 256
"""Sessions in one batch."""
AT_ONCE = 16
"""Sessions being opened at the same moment: enough to share commits, and steps of other agents come in between."""
router = APIRouter(prefix="/v1", tags=["agent"], responses=ERRORS)


class _Unfit:
    """An item that does not fit the schema; it fails alone."""

    def __init__(self, given: JSON, error: ValidationError):
        self.given = given
        self.error = error


def _alone(given: JSON, read: ValidatorFunctionWrapHandler) -> JSON:
    try:
        return read(given)
    except ValidationError as error:
        return _Unfit(given, error)


class OpenSessions(Body):
    """Opens many sessions."""

    sessions: list[Annotated[OpenSession, WrapValidator(_alone)]] = Field(
        min_length=1, max_length=MOST, description="What `POST /v1/sessions` takes, each."
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
    items: list[OpenSession | _Unfit] = list(body.sessions)
    if idempotency_key is not None:
        whole = [item.given if isinstance(item, _Unfit) else item.model_dump(mode="json") for item in items]
        await use.sessions.openings.reserve(f"batch:{grant.name}", idempotency_key, whole)
    room = asyncio.Semaphore(AT_ONCE)

    async def outcome(place: int, item: OpenSession | _Unfit) -> JSON:
        key = None if idempotency_key is None else f"{idempotency_key}/{place}"
        async with room:
            return await _outcome(grant, use, item, key)

    outcomes = await asyncio.gather(*[outcome(place, item) for place, item in enumerate(items)])
    return JSONResponse({"sessions": outcomes})


async def _outcome(grant: Grant, use: Services, item: OpenSession | _Unfit, key: str | None) -> JSON:
    try:
        if isinstance(item, _Unfit):
            raise fault_of(item.error.errors())
        opened = await open_for(grant, use, item, key=key, scope="batched")
    except RegularsError as error:
        return {"status": error.status, "problem": problem_document(error)}
    except (OperationalError, InterfaceError):
        silent = database_silent()
        return {"status": silent.status, "problem": problem_document(silent)}
    return {"status": 201, "session": opened.answer}
