"""The distribution as a stranger gets it: built as a wheel, installed in an environment of its own."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from venv import EnvBuilder

import pytest

CHECKOUT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built with what is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    built = subprocess.run(build, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a new environment that has the wheel, and borrows what the wheel needs from ours."""
    home = tmp_path_factory.mktemp("installed")
    EnvBuilder(symlinks=True).create(home)
    names = {"base": str(home), "platbase": str(home)}
    site = Path(sysconfig.get_path("purelib", scheme="venv", vars=names))
    # Behind the wheel's own packages, and without the .pth file that would bring the checkout in.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    commands = Path(sysconfig.get_path("scripts", scheme="venv", vars=names))
    pip = [sys.executable, "-m", "pip", "--python", str(commands / "python"), "install", "--quiet"]
    install = [*pip, "--no-deps", "--no-index", "--ignore-installed", "--disable-pip-version-check", str(wheel)]
    installed = subprocess.run(install, capture_output=True, text=True, check=False)
    assert installed.returncode == 0, installed.stderr
    return commands


@pytest.fixture
def elsewhere() -> dict[str, str]:
    """The variables of somebody who has set nothing for Regulars or Python."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}


@pytest.fixture
def run(scripts: Path, tmp_path: Path, elsewhere: dict[str, str]) -> Run:
    """Runs a command of the new environment in an empty folder."""

    def running(command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        called = [str(scripts / command), *arguments]
        return subprocess.run(called, cwd=tmp_path, env=elsewhere, capture_output=True, text=True, check=False)

    return running
