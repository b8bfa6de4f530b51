"""Errors on the wire: `application/problem+json` (RFC 9457), one handler for the whole tree."""

from collections.abc import Sequence
from http import HTTPStatus
from math import ceil
from typing import cast

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import InterfaceError, OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from app.errors import DatabaseUnavailable, InvalidRequest, RegularsError
from domains.kit.records import JSON

_log = structlog.get_logger(__name__)
MEDIA_TYPE = "application/problem+json"


class ProblemResponse(JSONResponse):
    """A problem document."""

    media_type = MEDIA_TYPE


def problem_document(error: RegularsError) -> dict[str, JSON]:
    """An error as the fields of a problem document."""
    return {
        "type": f"urn:regulars:problem:{error.name}",
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        "retryable": error.retryable,
        "what_to_do": error.what_to_do,
        **error.extras,
    }


def fault_of(faults: Sequence[JSON]) -> InvalidRequest:
    """The error of a body that does not fit its schema, from what Pydantic found wrong with it."""
    detail = "; ".join(f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}" for fault in faults)
    return InvalidRequest(detail, errors=[_plain(fault) for fault in faults])


def database_silent() -> DatabaseUnavailable:
    """The error of a request that the database did not answer."""
    return DatabaseUnavailable("the database does not answer", retry_after=1)


def defective() -> RegularsError:
    """The error of a request that ran into a defect."""
    return RegularsError("the service has a defect, and this request ran into it")


def problem(error: RegularsError) -> ProblemResponse:
    """The answer that an error is."""
    headers = {} if error.retry_after is None else {"Retry-After": str(max(1, ceil(error.retry_after)))}
    if error.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return ProblemResponse(problem_document(error), status_code=error.status, headers=headers)


def install(app: FastAPI) -> None:
    """Give every error of `app` a problem document."""

    async def regulars_error(_request: Request, error: Exception) -> Response:
        return problem(cast("RegularsError", error))

    async def database_error(request: Request, error: Exception) -> Response:
        _log.error("database_unavailable", path=request.url.path, error=type(error).__name__)
        return problem(database_silent())

    async def defect(request: Request, error: Exception) -> Response:
        # The server logs the traceback; this line says whose it is.
        _log.error("request_failed", path=request.url.path, error=type(error).__name__)
        return problem(defective())

    async def invalid(_request: Request, error: Exception) -> Response:
        return problem(fault_of(cast("RequestValidationError", error).errors()))

    async def http_error(_request: Request, error: Exception) -> Response:
        refused = cast("HTTPException", error)
        status = HTTPStatus(refused.status_code)
        body = {
            "type": f"urn:regulars:problem:{status.name.lower()}",
            "title": status.phrase,
            "status": status.value,
            "detail": str(refused.detail),
            "retryable": False,
            "what_to_do": "See /openapi.json for the paths and methods there are.",
        }
        return ProblemResponse(body, status_code=status.value, headers=refused.headers)

    app.add_exception_handler(RegularsError, regulars_error)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http_error)
    for kind in (OperationalError, InterfaceError):
        app.add_exception_handler(kind, database_error)
    app.add_exception_handler(Exception, defect)


def _plain(fault: JSON) -> JSON:
    return {"loc": [str(part) for part in fault["loc"]], "msg": fault["msg"], "type": fault["type"]}
