"""One HTTP request answered by the SDK's transport, with a server made for it alone."""

from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from app.mcp.seat import Seat
from app.mcp.server import session_server


class Exchange(Response):
    """The answer to one request, whatever it asks. Host, Origin and size were checked before it comes here."""

    def __init__(self, seat: Seat, message: bytes, *, step: int | None):
        super().__init__()
        self._seat = seat
        self._message = message
        self._step = step

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the SDK read the message and send the answer."""
        unread: list[Message] = [{"type": "http.request", "body": self._message, "more_body": False}]

        async def again() -> Message:
            return unread.pop() if unread else await receive()

        most_bytes = self._seat.sessions.keeper.settings.max_body_bytes
        # Made for this request and gone with it: nothing is kept between requests that another process would miss.
        manager = StreamableHTTPSessionManager(
            session_server(self._seat, step=self._step), stateless=True, max_request_body_size=most_bytes
        )
        async with manager.run():
            await manager.handle_request(scope, again, send)
