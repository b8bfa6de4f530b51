"""A service in process for the fuzzer, with real sessions for it to break."""

from pathlib import Path
from typing import Any, cast

from pydantic import SecretStr
from schemathesis.python import asgi

from app.main import create_app
from app.settings import Settings
from domains.kit.domain import Domain
from tests.drills.drill_services import JSON, OPERATOR, OPERATOR_KEY, calling, saying, seat

TRANSFER = calling("transfer_to_human", {"topic": "product safety", "summary": "Something is wrong."})


class FuzzedService:
    """The application, and ids and bodies that mean something to it."""

    def __init__(self, folder: Path, database_url: str, retail: Domain):
        settings = Settings(
            data_dir=folder / "data",
            database_url=SecretStr(database_url) if database_url.startswith("postgresql") else None,
            operator_key=SecretStr(OPERATOR_KEY),
            allow_uncertified=True,
            allowed_hosts=[asgi.HOST],
            log_level="error",
            customer_wait_seconds=1,
        )
        self.app = create_app(settings, domains={retail.name: retail})
        self.task = next(iter(retail.tasks))
        self.tools = [tool.name for tool in retail.tools]
        self._http = asgi.get_client(cast("asgi.ASGIApp", self.app))
        self._http.__enter__()
        self.ended = self.opened()
        self._answer("POST", f"/v1/sessions/{self.ended['id']}/steps", self.ended, {"step": 1, "message": TRANSFER})
        self.open = self.opened()
        self._answer("POST", f"/v1/sessions/{self.open['id']}/steps", self.open, {"step": 1, "message": saying("Hi!")})
        self.transcript = self._answer("GET", f"/v1/sessions/{self.ended['id']}/export", None, None)

    def close(self) -> None:
        self._http.__exit__()
        asgi.shutdown_lifespans()

    def opened(self) -> JSON:
        """A new session."""
        return self._answer("POST", "/v1/sessions", None, {"task": self.task})

    def renew(self) -> None:
        """See to it that there is an open session."""
        found = self._http.get(f"/v1/sessions/{self.open['id']}", headers=seat(self.open))
        if found.status_code != 200 or found.json()["status"] == "ended":
            self.open = self.opened()
        else:
            self.open["step"] = found.json()["step"]

    def _answer(self, method: str, path: str, session: JSON, body: JSON) -> Any:
        headers = OPERATOR if session is None else seat(session)
        answer = self._http.request(method, path, json=body, headers=headers)
        assert answer.status_code < 300, answer.text
        return answer.json()
