"""The service's application inside this process, behind an ordinary synchronous HTTP client."""

from contextlib import ExitStack
from pathlib import Path

import httpx
from anyio.from_thread import start_blocking_portal

from app.cli.configured import settings
from app.cli.fault import expected


class InProcess(httpx.BaseTransport):
    """Opens a data directory for one command. The application lives on an event loop in a thread of its own."""

    def __init__(self, data_dir: Path) -> None:
        from app.main import create_app

        with expected():
            app = create_app(settings(data_dir=data_dir, log_level="error"))
        self._stack = ExitStack()
        self._portal = self._stack.enter_context(start_blocking_portal())
        lifespan = self._portal.wrap_async_context_manager(app.router.lifespan_context(app))
        try:
            with expected():
                self._stack.enter_context(lifespan)
        except BaseException:
            self._stack.close()
            raise
        self._transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request to the application."""
        return self._portal.call(self._answered, request)

    async def _answered(self, request: httpx.Request) -> httpx.Response:
        response = await self._transport.handle_async_request(request)
        content = await response.aread()
        return httpx.Response(response.status_code, headers=response.headers, content=content)

    def close(self) -> None:
        """Stop the application and give the data directory back."""
        self._stack.close()
