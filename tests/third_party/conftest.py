"""Distributions of strangers: pip installs them into a folder, and Python runs beside it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

collect_ignore = ["lending_library"]
"""Its own tests run where it is installed."""

SOURCE = Path(__file__).parent / "lending_library"


@pytest.fixture(scope="session")
def source() -> Path:
    """The folder of the lending library's distribution."""
    return SOURCE


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed the lending library, without a network."""
    folder = tmp_path_factory.mktemp("third_party")
    copy = copytree(SOURCE, folder / "source", ignore=ignore_patterns("__pycache__"))
    options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(folder / "site"), str(copy)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return folder / "site"


@pytest.fixture
def python(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs Python in an empty folder with these folders of installed distributions."""

    def run(*arguments: str, sites: tuple[Path, ...]) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, sites)), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment)

    return run
