"""The route of steps: it reads the usual request by itself, and leaves every other one to the framework."""

from collections.abc import Callable, Coroutine

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from app.api.schemas import LONGEST_ID, StepIn
from domains.kit.records import JSON


class StepRoute(APIRoute):
    """A route whose endpoint takes `session_id`, `body`, `request` and `prefer`.

    Almost all requests are steps, and the framework's way from a request to these four took 4 % of one. It still
    describes them, and whatever is not quite usual is its to read or to refuse.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[JSON, JSON, Response]]:
        """The handler of this route."""
        framework, endpoint = super().get_route_handler(), self.endpoint

        async def handle(request: Request) -> Response:
            session_id = request.path_params["session_id"]
            body = await _usual(request) if len(session_id) <= LONGEST_ID else None
            if body is None:
                return await framework(request)
            prefer = request.headers.get("prefer")
            answer: Response = await endpoint(session_id=session_id, body=body, request=request, prefer=prefer)
            return answer

        return handle


async def _usual(request: Request) -> StepIn | None:
    """The body, if it is what it should be; the framework says what is wrong with any other."""
    if request.headers.get("content-type") != "application/json":
        return None
    try:
        return StepIn.model_validate(await request.json())
    except (ValueError, RecursionError, ClientDisconnect):
        return None
