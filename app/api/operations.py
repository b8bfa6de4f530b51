"""For those who run the service: is it up, is it ready, how busy is it."""

from fastapi import APIRouter, Request
from sqlalchemy import text
from starlette.responses import JSONResponse, PlainTextResponse, Response

from app.api.figures import CONTENT_TYPE
from app.api.services import Use
from domains.kit.records import JSON

router = APIRouter(tags=["operations"])


@router.get("/healthz", summary="Is the process up?")
async def healthz() -> JSON:
    """Answers as long as the process can answer anything."""
    return {"status": "ok"}


@router.get(
    "/readyz",
    summary="Can it serve?",
    response_class=JSONResponse,
    responses={503: {"description": "The database does not answer.", "content": {"application/json": {}}}},
)
async def readyz(use: Use) -> Response:
    """Asks the database; 503 if it does not answer."""
    try:
        await use.sessions.keeper.database.read(lambda session: session.execute(text("SELECT 1")).scalar_one())
    except Exception:  # noqa: BLE001 - whatever keeps the database from answering, the answer is: not ready
        return JSONResponse({"status": "unavailable"}, status_code=503)
    return JSONResponse({"status": "ready"})


@router.get("/metrics", summary="Figures for Prometheus", response_class=PlainTextResponse)
async def metrics(request: Request, use: Use) -> Response:
    """How busy the service is; figures of outcomes are added for the operator key."""
    outcomes = await use.access.is_operator(request)
    return Response(
        await use.figures.exposition(use.sessions, outcomes=outcomes), headers={"Content-Type": CONTENT_TYPE}
    )
