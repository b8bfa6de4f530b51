"""The route of MCP: who may come in, and the hand-over to the SDK."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Annotated

from fastapi import APIRouter, Header, Path, Request
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from app.mcp.seat import Seat
from domains.kit.records import JSON

Admit = Callable[[Request, str], Awaitable[Seat]]
"""Gives the seat in a session to the holder of its token; raises for everybody else."""
_MESSAGE: JSON = {
    "requestBody": {
        "required": True,
        "description": "One JSON-RPC message.",
        "content": {"application/json": {"schema": {"type": "object"}}},
    }
}
_ANSWERS: dict[int | str, JSON] = {
    200: {
        "description": "One JSON-RPC message, or a stream that ends with it.",
        "content": {"application/json": {}, "text/event-stream": {}},
    },
    202: {"description": "A notification, which has no answer."},
    400: {"description": "Not a message of MCP; the JSON-RPC error says why."},
    401: {"description": "The session's token is missing or wrong."},
    403: {"description": "The key does not hold the seat."},
    404: {"description": "There is no such session, or no such method."},
    406: {"description": "The client must accept application/json and text/event-stream."},
    413: {"description": "The body is too large."},
}


def mcp_router(admit: Admit) -> APIRouter:
    """The route that makes a session an MCP server, for those whom `admit` lets in."""
    router = APIRouter(prefix="/v1", tags=["mcp"])

    @router.post(
        "/sessions/{session_id}/mcp",
        summary="The session as an MCP server",
        response_class=Response,
        responses=_ANSWERS,
        openapi_extra=_MESSAGE,
    )
    async def exchange(
        session_id: Annotated[str, Path(description="The session's id.")],
        request: Request,
        of_step: Annotated[int | None, Header(alias="X-Regulars-Step", ge=1, le=100_000)] = None,
    ) -> Response:
        """Streamable HTTP without state: tools, `talk_to_customer`, the policy, and the conversation so far.

        A call is made safe by `regulars/idempotency-key` in its `_meta`; without, a retry is a new call. It names the
        turn it belongs to by `regulars/step` there, or by the header for all calls of a connection.
        """
        seat = await admit(request, session_id)
        try:
            message = await request.body()
        except ClientDisconnect:
            return Response(status_code=400)
        if _SDK not in sys.modules:
            # Half a second, which services without such agents never pay, and the others not at once with their steps.
            await asyncio.to_thread(import_module, _SDK)
        from app.mcp.exchange import Exchange  # noqa: PLC0415

        return Exchange(seat, message, step=of_step)

    return router


_SDK = "app.mcp.exchange"
