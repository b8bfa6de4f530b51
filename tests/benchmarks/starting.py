"""How long one waits before anything happens: the command's help, and the world of a domain."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks.figures import Bound, Figure

WORLD = """
from time import perf_counter
import domains.kit.domain, domains.retail as retail
began = perf_counter()
retail.DOMAIN.world
print(1000 * (perf_counter() - began))
"""


def help_text(*, rounds: int) -> Figure:
    """`regulars --help`, from a new process."""
    command = [str(Path(sys.executable).with_name("regulars")), "--help"]
    return Figure("regulars --help", [_timed(command) for _ in range(rounds)], "ms", Bound("most", 500.0))


def world(*, rounds: int) -> Figure:
    """The world of retail, in a new process."""
    command = [sys.executable, "-c", WORLD]
    printed = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(rounds)]
    return Figure("loading the retail world", [float(text) for text in printed], "ms", Bound("most", 300.0))


def _timed(command: list[str]) -> float:
    began = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return 1000 * (perf_counter() - began)
