"""The service that a command talks to, always over HTTP: one elsewhere, the one on the data directory, or the
data directory itself, opened by an application inside this process."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import httpx

from app.cli import running
from app.cli.fault import CommandFailed
from app.cli.in_process import InProcess

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
KEY_FILE = "operator.key"


class Refusal(CommandFailed):
    """The service answered with a problem."""

    def __init__(self, response: httpx.Response) -> None:
        problem = _problem(response)
        self.status = response.status_code
        self.name = str(problem.get("type", "")).rpartition(":")[2]
        detail = str(problem.get("detail") or problem.get("title") or f"HTTP {response.status_code}.")
        super().__init__(detail, str(problem.get("what_to_do") or ""))


class Service:
    """A service that can be asked; every refusal is raised as `Refusal`."""

    def __init__(self, http: httpx.Client, *, key: str | None) -> None:
        self._http = http
        self.key = key

    @property
    def url(self) -> str:
        """Where it is."""
        return str(self._http.base_url).rstrip("/")

    def get(self, path: str, **params: object) -> Any:
        """The JSON at that path; parameters that are None are left out."""
        return self.send("GET", path, params=params).json()

    def post(self, path: str, body: object = None, *, key: str | None = None) -> Any:
        """What the service answers to that body, as the holder of the key where one is given."""
        return self.send("POST", path, body=body, key=key).json()

    def delete(self, path: str, **params: object) -> None:
        """Delete what is at that path."""
        self.send("DELETE", path, params=params)

    def send(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, object] | None = None,
        body: object = None,
        key: str | None = None,
    ) -> httpx.Response:
        """One request, answered with success."""
        bearer = key or self.key
        try:
            response = self._http.request(
                method,
                path,
                params={name: _text(value) for name, value in (params or {}).items() if value is not None},
                json=body,
                headers={"Authorization": f"Bearer {bearer}"} if bearer else {},
            )
        except httpx.ConnectError:
            raise CommandFailed(f"No service answers at {self.url}.", "Start one with `regulars serve`.") from None
        except httpx.TimeoutException:
            raise CommandFailed(f"The service at {self.url} took too long to answer.", "Try again.") from None
        except httpx.HTTPError as error:
            raise CommandFailed(f"The service at {self.url} cannot be asked: {error}.", "Check --url.") from None
        if not response.is_success:
            raise Refusal(response)
        return response

    def pages(self, path: str, items: str, **params: object) -> Iterator[dict[str, Any]]:
        """All items of a list that comes in pages."""
        cursor: str | None = None
        while True:
            page = self.get(path, cursor=cursor, **params)
            yield from page[items]
            cursor = page.get("next_cursor")
            if not cursor:
                return

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextmanager
def connect(url: str | None, key: str | None, data_dir: Path, *, create: bool = False) -> Iterator[Service]:
    """The service to ask.

    With a URL that one; otherwise the one that runs on the data directory; otherwise the data directory is opened
    here. With `create` a missing data directory is no error: it is one for this command only.
    """
    found = url or running.url_of(data_dir)
    if found is not None:
        with Service(httpx.Client(base_url=found, timeout=120.0), key=key or _own_key(found, data_dir)) as service:
            yield service
        return
    with ExitStack() as stack:
        if not data_dir.is_dir():
            if not create:
                raise CommandFailed(
                    f"There is no data directory {data_dir}.",
                    "Start with `regulars demo` or `regulars serve`, or name another with --data-dir or --url.",
                )
            data_dir = Path(stack.enter_context(TemporaryDirectory(prefix="regulars-")))
        transport = InProcess(data_dir)
        service = stack.enter_context(
            Service(httpx.Client(base_url="http://127.0.0.1", transport=transport, timeout=None), key=None)
        )
        service.key = key or _key_in(data_dir)
        yield service


def _own_key(url: str, data_dir: Path) -> str | None:
    # The key is never sent to a host elsewhere because somebody happened to name its URL.
    return _key_in(data_dir) if urlsplit(url).hostname in LOOPBACK else None


def _key_in(data_dir: Path) -> str | None:
    file = data_dir / KEY_FILE
    return file.read_text(encoding="utf-8").strip() if file.is_file() else None


def _problem(response: httpx.Response) -> dict[str, Any]:
    if "json" not in response.headers.get("content-type", ""):
        return {}
    body = response.json()
    return body if isinstance(body, dict) else {}


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
