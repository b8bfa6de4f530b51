"""The services of the API's tests, met over MCP."""

from tests.app.api.conftest import anyio_backend, house, open_house, task

__all__ = ["anyio_backend", "house", "open_house", "task"]
