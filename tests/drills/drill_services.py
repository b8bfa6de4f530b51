"""Service processes for the drills: started, killed in the middle of their work, and never left behind."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

from app.engine.events import Event

JSON = Any
ROOT = Path(__file__).parents[2]
OPERATOR_KEY = "rgo_the-key-of-the-drills"
OPERATOR = {"Authorization": f"Bearer {OPERATOR_KEY}"}
SERVE = ("app.cli", "serve", "--json", "--port", "0", "--until-stdin-closes")
ACTING = ("tests.drills.acted_service",)
"""A service with a scripted customer; see there."""


@dataclass
class ServiceProcess:
    """A service in a process group of its own."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def kill(self) -> None:
        """End it as a power cut would; it hears nothing of it."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()

    @property
    def running(self) -> bool:
        return self.process.poll() is None


class Starter:
    """Starts services that share one database: the SQLite file of one data directory, or one PostgreSQL."""

    def __init__(self, folder: Path, database_url: str):
        self._folder = folder
        self.on_postgres = database_url.startswith("postgresql")
        self._database_url = database_url
        self._started: list[ServiceProcess] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        for service in self._started:
            service.kill()

    def __call__(self, module: tuple[str, ...] = SERVE, **settings: str | float) -> ServiceProcess:
        """Start a service and wait until it answers; `settings` become its `REGULARS_*` variables."""
        number = len(self._started)
        # On SQLite each start finds what the one before has left; on PostgreSQL only the database is shared.
        data_dir = self._folder / (f"data-{number}" if self.on_postgres else "data")
        chosen: dict[str, str | float] = {
            "data_dir": str(data_dir),
            "operator_key": OPERATOR_KEY,
            "allow_uncertified": "true",
            "log_level": "warning",
            **({"database_url": self._database_url} if self.on_postgres else {}),
            **settings,
        }
        log = self._folder / f"service-{number}.log"
        with log.open("wb") as errors:
            process = subprocess.Popen(
                [sys.executable, "-m", *module],
                cwd=ROOT,
                env={**os.environ, **{f"REGULARS_{name.upper()}": str(value) for name, value in chosen.items()}},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                start_new_session=True,
            )
        service = ServiceProcess("", process, log)
        self._started.append(service)
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, f"the service did not start: {log.read_text(encoding='utf-8')}"
        service.url = json.loads(line)["url"]
        return service

    def complaints(self) -> str:
        """Whatever the services have logged at warning or above."""
        return "".join(each.log.read_text(encoding="utf-8") for each in self._started)


def run_command(*arguments: str) -> JSON:
    """What `regulars …` prints as JSON."""
    command = [sys.executable, "-m", "app.cli", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def client(url: str, *, connections: int = 50) -> httpx.AsyncClient:
    """A plain HTTP client without a will of its own."""
    limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
    return httpx.AsyncClient(base_url=url, timeout=60, limits=limits, trust_env=False)


def seat(session: JSON) -> dict[str, str]:
    """The header that takes the agent's seat."""
    return {"Authorization": f"Bearer {session['token']}"}


def saying(text: str) -> JSON:
    return {"role": "assistant", "content": text}


def calling(tool: str, arguments: JSON, call_id: str = "c1") -> JSON:
    function = {"name": tool, "arguments": arguments}
    return {"role": "assistant", "content": None, "tool_calls": [{"id": call_id, "function": function}]}


async def opened(http: httpx.AsyncClient, task: str, **fields: JSON) -> JSON:
    answer = await http.post("/v1/sessions", json={"task": task, **fields})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def take(http: httpx.AsyncClient, session: JSON, step: int, message: JSON, **headers: str) -> httpx.Response:
    body = {"step": step, "message": message}
    return await http.post(f"/v1/sessions/{session['id']}/steps", json=body, headers=seat(session) | headers)


async def record_of(http: httpx.AsyncClient, session_id: str) -> tuple[JSON, list[Event]]:
    """A session's row and its log, as the operator sees them."""
    answer = await http.get(f"/v1/sessions/{session_id}/events", headers=OPERATOR)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    return body["session"], [Event.model_validate(event) for event in body["events"]]


async def all_sessions(http: httpx.AsyncClient, **chosen: str) -> list[JSON]:
    """Every session in the database."""
    found: list[JSON] = []
    cursor: dict[str, str] = {}
    while True:
        answer = await http.get("/v1/sessions", params={"limit": "200", **chosen, **cursor}, headers=OPERATOR)
        assert answer.status_code == 200, answer.text
        found += answer.json()["sessions"]
        if answer.json()["next_cursor"] is None:
            return found
        cursor = {"cursor": answer.json()["next_cursor"]}
