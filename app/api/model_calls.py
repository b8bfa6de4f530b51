"""What language models were asked for sessions, and what it cost. Needs the operator key, always."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field

from app.api.agent_plane import ERRORS
from app.api.cursors import cursor_of, position_of
from app.api.operator_plane import operator_only
from app.api.schemas import Plain
from app.api.services import Use
from app.models.ledger import CallStatus, ModelCall
from app.storage.model_calls import CallFilter, ModelCallRepository, ModelTotals
from simulators.model import Purpose

router = APIRouter(prefix="/v1", tags=["operator"], responses=ERRORS, dependencies=[Depends(operator_only)])


class ModelCallPage(BaseModel):
    """Calls of language models, newest first, and what all that match come to."""

    calls: list[ModelCall]
    totals: list[ModelTotals] = Field(description="By model, over all calls that match, on whatever page they are.")
    next_cursor: str | None = Field(description="Give it as `cursor` for the next page; null on the last one.")


@router.get("/model-calls", summary="Calls of language models, and their cost", response_model=ModelCallPage)
async def list_model_calls(
    use: Use,
    *,
    session: Plain | None = None,
    model: Plain | None = None,
    purpose: Purpose | None = None,
    status: CallStatus | None = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    cursor: Annotated[str | None, Query(max_length=500)] = None,
) -> ModelCallPage:
    """Every call is here from before it was sent; one that a dying process left stays `entered`."""
    chosen = CallFilter(session_id=session, model=model, purpose=purpose, status=status)
    before = position_of(cursor)
    calls, totals = await use.sessions.keeper.database.read(
        lambda unit: (
            ModelCallRepository(unit).page(chosen, limit=limit, before=before),
            ModelCallRepository(unit).totals(chosen),
        )
    )
    last = (calls[-1].started_at, calls[-1].id) if len(calls) == limit else None
    return ModelCallPage(calls=calls, totals=totals, next_cursor=None if last is None else cursor_of(last))
