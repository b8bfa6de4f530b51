"""A service in a process of its own, which ends with the one that started it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.cli.fault import CommandFailed

LOG = "service.log"
PATIENCE = 15
"""Seconds in which a service that was asked to stop must have stopped."""


@contextmanager
def service(data_dir: Path, *, host: str, port: int) -> Iterator[str]:
    """Start `regulars serve`, give its URL when it answers requests, and stop it in the end."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    log = data_dir / LOG
    command = [sys.executable, "-m", "app.cli", "serve", "--json", "--until-stdin-closes"]
    command += ["--host", host, "--port", str(port), "--data-dir", str(data_dir)]
    # Ctrl-C goes to every process of the terminal's group; this one shall stop when it is told to, not before.
    with (
        log.open("w", encoding="utf-8") as errors,
        subprocess.Popen(  # noqa: S603 - our own command, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            start_new_session=True,
            env={**os.environ, "REGULARS_LOG_LEVEL": os.environ.get("REGULARS_LOG_LEVEL", "warning")},
        ) as process,
    ):
        try:
            yield _url(process, log)
        finally:
            _stop(process)


def _url(process: "subprocess.Popen[bytes]", log: Path) -> str:
    line = process.stdout.readline() if process.stdout else b""
    if not line:
        process.wait()
        said = log.read_text(encoding="utf-8").strip().splitlines()
        why = said[-1].removeprefix("Error: ") if said else f"it ended with exit code {process.returncode}"
        raise CommandFailed(f"The service did not start: {why}")
    return str(json.loads(line)["url"])


def _stop(process: "subprocess.Popen[bytes]") -> None:
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
