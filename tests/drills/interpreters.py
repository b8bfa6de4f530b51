"""The other Pythons of this machine, each in an environment of its own with what Regulars needs to run."""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.drills.drill_services import ROOT

SUPPORTED = ("3.11", "3.12", "3.13")
THIS = f"{sys.version_info.major}.{sys.version_info.minor}"
_USABLE = "import ensurepip, sys, venv; print('%d.%d' % sys.version_info[:2])"


class NotInstalled(Exception):
    """An environment could not be filled, as where no package index can be reached."""


def found() -> dict[str, Path]:
    """An interpreter of each supported version that is here: this one, those on the PATH, and those of pyenv."""
    pythons = {THIS: Path(sys.executable)}
    for version in SUPPORTED:
        if version not in pythons:
            usable = (python for python in _candidates(version) if _version_of(python) == version)
            if (python := next(usable, None)) is not None:
                pythons[version] = python
    return {version: pythons[version] for version in SUPPORTED if version in pythons}


def environment(python: Path, folder: Path) -> Path:
    """Make an environment with the pinned runtime dependencies, and give its interpreter; raises `NotInstalled`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return filled(python, folder, "--constraint", str(ROOT / "constraints.txt"), *project["dependencies"])


def filled(python: Path, folder: Path, *wanted: str) -> Path:
    """Make an environment, call pip with these arguments, and give its interpreter; raises `NotInstalled`."""
    _run([str(python), "-m", "venv", str(folder)])
    inside = folder / "bin" / "python"
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    _run([str(inside), "-I", "-m", "pip", "install", *quiet, *wanted])
    return inside


def _candidates(version: str) -> Iterator[Path]:
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        if python := shutil.which(f"python{version}", path=folder):
            yield Path(python)
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from sorted(root.glob(f"versions/{version}.*/bin/python"))


def _version_of(python: Path) -> str | None:
    """The version that an interpreter really has; None where it does not run, as a shim may not."""
    try:
        done = subprocess.run([str(python), "-c", _USABLE], capture_output=True, text=True, check=False, timeout=60)
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode != 0:
        raise NotInstalled(f"{' '.join(command[:4])} … failed: {done.stderr.strip()[-500:]}")
