"""The floor: the least a durable step can cost here, on the same framework, event loop, writer and body sizes.

Each request is validated as a step is, kept as one SQLModel row (what came in and what goes out), committed durably
together with those that arrive meanwhile, and answered with as many bytes as the service answers with.
"""

import json
import socket
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from json import dumps
from pathlib import Path
from typing import Annotated, ClassVar

import uvicorn
from fastapi import FastAPI, Query
from sqlalchemy import Text
from sqlmodel import Field, Session, SQLModel
from starlette.responses import Response

from app.api.schemas import StepIn
from app.storage.database import Database, open_database, sqlite_engine
from app.storage.tables import UtcTime

FILLER = "x" * 1_000_000


class FloorRow(SQLModel, table=True):
    """One step."""

    __tablename__: ClassVar[str] = "floor"

    id: int | None = Field(default=None, primary_key=True)
    session_id: str = Field(index=True)
    step: int
    at: datetime = Field(sa_type=UtcTime)
    message: str = Field(sa_type=Text)
    answer: str = Field(sa_type=Text)


def create_floor(url: str) -> FastAPI:
    """The floor server as an ASGI application."""
    database: Database

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        nonlocal database
        engine = sqlite_engine(url)
        SQLModel.metadata.create_all(engine, tables=[SQLModel.metadata.tables["floor"]])
        engine.dispose()
        database = open_database(url)
        yield
        database.close()

    app = FastAPI(lifespan=lifespan)

    @app.post("/v1/sessions/{session_id}/steps")
    async def take_step(session_id: str, body: StepIn, answer: Annotated[int, Query(ge=0)]) -> Response:
        text = FILLER[:answer]
        message = dumps(body.message, ensure_ascii=False)
        row = FloorRow(session_id=session_id, step=body.step, at=datetime.now(UTC), message=message, answer=text)

        def keep(session: Session) -> None:
            session.add(row)

        await database.write(keep)
        return Response(text, media_type="application/json")

    return app


def main(folder: Path) -> None:
    """Serve until standard input closes; the first line on standard output names the URL."""
    listener = socket.create_server(("127.0.0.1", 0))
    app = create_floor(f"sqlite:///{folder / 'floor.db'}")
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, server_header=False))

    def watch() -> None:
        sys.stdin.buffer.read()
        server.should_exit = True

    threading.Thread(target=watch, daemon=True).start()
    sys.stdout.write(json.dumps({"url": f"http://127.0.0.1:{listener.getsockname()[1]}"}) + "\n")
    sys.stdout.flush()
    server.run(sockets=[listener])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
