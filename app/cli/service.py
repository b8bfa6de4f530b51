"""The service that a command talks to, always over HTTP: one elsewhere, the one on the data directory, or the
data directory itself, opened by an application inside this process."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from urllib.parse import urlsplit

import httpx

from app.cli import running
from app.cli.fault import CommandFailed
from app.cli.in_process import InProcess
from app.client import Client, ClientError, ConnectionFailed, NotAllowed, Operator, ProblemError, Retry, ServerFailed
from app.client.transport import TIMEOUT

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
KEY_FILE = "operator.key"
IN_COMMANDS = {
    "unknown_session": "`regulars sessions list` shows what there is.",
    "unknown_task": "`regulars tasks list` shows what there is.",
}
"""What to do about some problems, for people at a command line."""
RETRY = Retry(attempts=3, base=0.1)
"""A person is waiting: a service that is not there is soon said to be not there."""


@dataclass(frozen=True)
class Service:
    """A service, as its operator and as an agent see it."""

    operator: Operator
    client: Client
    url: str | None
    """Where others can reach it; None for one that lives in this process."""


Missing = Literal["fail", "make", "borrow"]
"""What to do about a data directory that is not there: say so, make it, or use one for this command only."""


@contextmanager
def connect(url: str | None, key: str | None, data_dir: Path, *, missing: Missing = "fail") -> Iterator[Service]:
    """The service to ask; its refusals become errors of one line.

    With a URL that one; otherwise the one that runs on the data directory; otherwise the data directory is opened
    here.
    """
    with ExitStack() as stack:
        stack.enter_context(refusals(url, data_dir))
        found = url or running.url_of(data_dir)
        if found is not None:
            http = stack.enter_context(httpx.Client(base_url=found, timeout=TIMEOUT))
            yield _service(http, key or key_for(found, data_dir), url=found)
            return
        folder = _folder(stack, data_dir, missing)
        transport = InProcess(folder)
        http = stack.enter_context(httpx.Client(base_url="http://127.0.0.1", transport=transport))
        yield _service(http, key or _key_in(folder), url=None)


@contextmanager
def refusals(url: str | None, data_dir: Path) -> Iterator[None]:
    """What the client raises, as errors of one line that say what to do."""
    try:
        yield
    except ConnectionFailed as error:
        place = url or running.url_of(data_dir)
        where = f" at {place}" if place else ""
        raise CommandFailed(
            f"No service answers{where} ({error}).", "Start one with `regulars serve`, or check --url."
        ) from None
    except NotAllowed as problem:
        raise CommandFailed(
            problem.detail or problem.title,
            f"Give the operator key with --key or REGULARS_KEY; it is in {KEY_FILE} in the service's data directory.",
        ) from None
    except ServerFailed as problem:
        raise CommandFailed(
            f"The service failed: {problem.detail or problem.title}", problem.what_to_do or "Look at its log."
        ) from None
    except ProblemError as problem:
        raise CommandFailed(
            problem.detail or problem.title, IN_COMMANDS.get(problem.name, problem.what_to_do)
        ) from None
    except (ClientError, httpx.HTTPError, httpx.InvalidURL) as error:
        raise CommandFailed(f"The service cannot be asked: {error}.", "Check --url.") from None


def _service(http: httpx.Client, key: str | None, *, url: str | None) -> Service:
    base = str(http.base_url)
    return Service(
        operator=Operator(base, key or "", http=http, retry=RETRY),
        client=Client(base, key, http=http, retry=RETRY),
        url=url,
    )


def _folder(stack: ExitStack, data_dir: Path, missing: Missing) -> Path:
    if missing == "make":
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    if data_dir.is_dir():
        return data_dir
    if missing == "fail":
        raise CommandFailed(
            f"There is no data directory {data_dir}.",
            "Start with `regulars demo` or `regulars serve`, or name another with --data-dir or --url.",
        )
    return Path(stack.enter_context(TemporaryDirectory(prefix="regulars-")))


def key_for(url: str, data_dir: Path) -> str | None:
    """The operator key of the data directory, for a service on this machine.

    It is never sent to a host elsewhere because somebody happened to name its URL.
    """
    return _key_in(data_dir) if urlsplit(url).hostname in LOOPBACK else None


def _key_in(data_dir: Path) -> str | None:
    file = data_dir / KEY_FILE
    return file.read_text(encoding="utf-8").strip() if file.is_file() else None
