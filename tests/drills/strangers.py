"""Programs with libraries of their own: each in a throw-away environment, beside a service that is not in it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import app.client
from tests.drills import interpreters

CLIENT = Path(app.client.__file__).parent


@dataclass(frozen=True)
class Stranger:
    """An environment with some libraries and `regulars_client`, as the wheel installs it, and nothing else of ours."""

    python: Path
    site: Path

    def run(self, program: Path, *arguments: str, **variables: str) -> str:
        """Run a program, and give what it prints; fails where it fails."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        ran = subprocess.run(
            [str(self.python), str(program), *arguments],
            env=kept | {"PYTHONPATH": str(self.site)} | variables,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout


def stranger_with(folder: Path, *requirements: str) -> Stranger:
    """An environment with those libraries; skips the test where no package index can be reached."""
    try:
        python = interpreters.filled(Path(sys.executable), folder / "environment", *requirements)
    except interpreters.NotInstalled as error:
        pytest.skip(f"{' '.join(requirements)} cannot be installed: {error}")
    site = folder / "site"
    site.mkdir()
    (site / "regulars_client").symlink_to(CLIENT)
    return Stranger(python, site)
