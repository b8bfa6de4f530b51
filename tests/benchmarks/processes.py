"""Servers in processes of their own, and what the system says they use (Linux: from /proc)."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Server:
    """A server that answers requests."""

    url: str
    pid: int
    data_dir: Path

    @property
    def address(self) -> tuple[str, int]:
        """Host and port."""
        parts = urlsplit(self.url)
        return parts.hostname or "127.0.0.1", parts.port or 80

    @property
    def operator_key(self) -> str:
        """The key that the service made for its operator."""
        return (self.data_dir / "operator.key").read_text(encoding="utf-8").strip()

    def cpu_seconds(self) -> float:
        """User and system time so far, of all threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def resident_bytes(self) -> int:
        """Memory in use."""
        return int(Path(f"/proc/{self.pid}/statm").read_text(encoding="utf-8").split()[1]) * PAGE


@contextmanager
def running(command: list[str], data_dir: Path, **settings: str) -> Iterator[Server]:
    """A command that prints its URL as JSON and serves until its standard input closes."""
    data_dir.mkdir()
    variables = {"REGULARS_ALLOW_UNCERTIFIED": "true", "REGULARS_LOG_LEVEL": "warning", **settings}
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        env={**os.environ, **variables},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Server(json.loads(process.stdout.readline())["url"], process.pid, data_dir)
        finally:
            process.stdin.close()
            process.wait(60)


def regulars(folder: Path, **settings: str) -> AbstractContextManager[Server]:
    """The service with its default settings, and these variables, on a data directory of its own."""
    data_dir = folder / "regulars"
    serve = ["app.cli", "serve", "--json", "--until-stdin-closes", "--port", "0", "--data-dir", str(data_dir)]
    return running(serve, data_dir, **settings)


def floor(folder: Path) -> AbstractContextManager[Server]:
    """The floor server, see `floor.py`."""
    data_dir = folder / "floor"
    return running(["tests.benchmarks.floor", str(data_dir)], data_dir)
