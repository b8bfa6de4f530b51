"""A newcomer: somebody in an empty folder who types what the README says."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.running import url_of
from tests.docs.readme_page import ROOT, Block, lines

STAND_INS = Path(__file__).parent / "stand_ins"
PRINTED_URL = "http://127.0.0.1:8000"
DATA_DIR = ".regulars"


class Newcomer:
    """Runs blocks in a folder, in which a service may run.

    Nothing in a block is replaced but ports. A `regulars serve` runs until the next one takes its place, as it would
    in another terminal; one with a data directory of its own is stopped when it has said where it listens.
    """

    def __init__(self, folder: Path, **variables: str) -> None:
        self.folder = folder
        self._service: subprocess.Popen[str] | None = None
        site = folder / "site"
        site.mkdir()
        shutil.copy(STAND_INS / "openai.py", site)
        # As a wheel installs it.
        (site / "regulars_client").symlink_to(ROOT / "app" / "client")
        (folder / ".venv").symlink_to(sys.prefix)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("REGULARS_", "COV_"))}
        self._environment = kept | {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(site),
            "COLUMNS": "100",
            "REGULARS_PORT": "0",
            # Which tasks are certified is not the README's business, and changes while somebody works on a domain.
            "REGULARS_ALLOW_UNCERTIFIED": "true",
            **variables,
        }

    def follow(self, block: Block) -> str:
        """Do what a block says; returns what was printed. Fails where a command fails."""
        if block.language == "python":
            return self.type(["python", "-c", self._here(block.text)])
        printed = ""
        pending: list[str] = []
        for line in lines(block.text):
            if line.startswith("regulars serve"):
                printed += self.shell("\n".join(pending)) + self._serve(line)
                pending = []
            else:
                pending.append(line)
        return printed + self.shell("\n".join(pending))

    def shell(self, script: str, *, typed: str = "", codes: tuple[int, ...] = (0,)) -> str:
        """Run commands as a shell does, and return what they printed."""
        return self.type(["bash", "-euo", "pipefail", "-c", self._here(script)], typed=typed, codes=codes)

    def type(self, command: list[str], *, typed: str = "", codes: tuple[int, ...] = (0,)) -> str:
        """Run one command, and return what it printed."""
        ran = subprocess.run(
            command, input=typed, cwd=self.folder, env=self._environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode in codes, f"{command[-1]}\n{ran.stdout}{ran.stderr}"
        assert "Traceback" not in ran.stderr, ran.stderr
        return ran.stdout

    def set(self, **variables: str) -> None:
        """Set variables for what is run from now on."""
        self._environment.update(variables)

    def leave(self) -> None:
        """Stop the service."""
        if self._service is not None:
            self._stop(self._service)
            self._service = None

    def _serve(self, line: str) -> str:
        if "--data-dir" in line:
            passing = self._started(line)
            return self._stop(passing)
        self.leave()
        self._service = self._started(line)
        return ""

    def _started(self, line: str) -> "subprocess.Popen[str]":
        log = self.folder / "service.log"
        with log.open("w") as errors:
            process = subprocess.Popen(
                ["bash", "-c", f"exec {self._here(line)}"],
                cwd=self.folder,
                env=self._environment,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first.startswith("Regulars listens on http://127.0.0.1:"), log.read_text()
        return process

    def _stop(self, process: "subprocess.Popen[str]") -> str:
        process.send_signal(signal.SIGINT)
        printed, _ = process.communicate(timeout=20)
        assert process.returncode == 0
        return printed

    def _here(self, text: str) -> str:
        url = url_of(self.folder / DATA_DIR)
        text = text.replace("--port 8001", "--port 0").replace("--port 8002", "--port 0")
        return text.replace(PRINTED_URL, url) if url else text


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newcomer]:
    """Somebody who has nothing yet."""
    one = Newcomer(tmp_path_factory.mktemp("newcomer"))
    yield one
    one.leave()
