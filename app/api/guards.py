"""What is turned away before any route sees it: strange hosts and origins, NULs, and bodies that are too large."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import ClassVar
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.problems import problem
from app.errors import InvalidRequest, RegularsError

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")


class WrongHost(RegularsError):
    """The Host header names a host that this service does not go by."""

    status: ClassVar[int] = 421
    name = "wrong_host"
    title = "This service does not go by that name"
    what_to_do = "Use the address it listens on, or start it with REGULARS_ALLOWED_HOSTS."


class WrongOrigin(RegularsError):
    """A web page of another site asks."""

    status = 403
    name = "wrong_origin"
    title = "Pages of other sites may not use this service"
    what_to_do = "Send requests from a program, or from a page that this service serves."


class BodyTooLarge(RegularsError):
    """The request body is larger than allowed."""

    status = 413
    name = "body_too_large"
    title = "The request body is too large"
    what_to_do = "Send less at once; REGULARS_MAX_BODY_BYTES sets the limit."


class Guards:
    """ASGI middleware. Host is checked against DNS rebinding, Origin against requests forged by other sites."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], max_body_bytes: int):
        self._app = app
        self._counting = RequestBodyLimitMiddleware(app, max_body_bytes)
        self._hosts = frozenset(host.lower() for host in hosts)
        self._max_body_bytes = max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer with a problem document."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            if "\x00" in scope["path"] or b"%00" in scope["query_string"]:
                raise InvalidRequest("the path or the query has a NUL character in it")
            self._check(headers)
            length = _length(headers)
            if length is not None and length > self._max_body_bytes:
                raise BodyTooLarge("the body has more bytes than this service takes")
        except RegularsError as error:
            await problem(error)(scope, receive, send)
            return
        if scope["type"] == "websocket":
            await self._app(scope, receive, send)
        elif length is None:
            await self._counting(scope, receive, _explained(scope, receive, send))
        else:
            # The server reads as many bytes as were declared and no more: to count them again would cost every step.
            await self._app(scope, receive, send)

    def _check(self, headers: Headers) -> None:
        if self._hosts and (host := _name(headers.get("host", ""))) not in self._hosts:
            raise WrongHost(f"the Host header names {host!r}")
        origin = headers.get("origin")
        if origin is not None and self._hosts and _origin(origin) not in self._hosts:
            raise WrongOrigin(f"the Origin header names {origin!r}")


def _length(headers: Headers) -> int | None:
    """The length of the body, where it is declared and nothing else says where it ends."""
    declared = headers.get("content-length", "")
    if not declared.isdigit() or "transfer-encoding" in headers:
        return None
    try:
        return int(declared)
    except ValueError:
        return None


def _explained(scope: Scope, receive: Receive, send: Send) -> Send:
    """Turns the framework's own plain 413 into a problem document."""
    replaced = False

    async def told(message: Message) -> None:
        nonlocal replaced
        if message["type"] == "http.response.start" and message["status"] == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            replaced = True
            await problem(BodyTooLarge("the body has more bytes than this service takes"))(scope, receive, send)
        elif not replaced:
            await send(message)

    return told


def _origin(origin: str) -> str | None:
    """The host that an Origin header names, if it names one."""
    try:
        return _name(urlsplit(origin).netloc)
    except ValueError:
        return None


def _name(netloc: str) -> str:
    """The host without its port."""
    name, _, port = netloc.rpartition(":")
    return (name if port.isdigit() and name else netloc).lower()
