"""Figures: a median, how far single rounds were from it, and the bound it is held to."""

import os
import platform
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Literal


@dataclass(frozen=True)
class Bound:
    """What a figure must be."""

    at: Literal["least", "most"]
    value: float

    def holds(self, figure: float) -> bool:
        """Whether a figure keeps to it."""
        return figure >= self.value if self.at == "least" else figure <= self.value


@dataclass(frozen=True)
class Figure:
    """One thing that was measured, in several rounds."""

    name: str
    rounds: Sequence[float]
    unit: str = ""
    bound: Bound | None = None
    note: str = ""

    @property
    def median(self) -> float:
        """The middle of the rounds."""
        return median(self.rounds)

    @property
    def met(self) -> bool:
        """Whether the bound was kept, if there is one."""
        return self.bound is None or self.bound.holds(self.median)

    def __str__(self) -> str:
        """One line."""
        spread = f" [{_short(min(self.rounds))} - {_short(max(self.rounds))}]" if len(self.rounds) > 1 else ""
        line = f"{self._verdict():<16} {self.name:<48} {_short(self.median)}{spread} {self.unit}".rstrip()
        bound = f", at {self.bound.at} {_short(self.bound.value)}" if self.bound else ""
        return line + bound + (f"  ({self.note})" if self.note else "")

    def _verdict(self) -> str:
        if self.bound is None:
            return ""
        if self.met:
            return "met"
        missed = abs(self.median - self.bound.value)
        return f"MISSED by {missed / self.bound.value:.0%}" if self.bound.value else f"MISSED by {_short(missed)}"


def machine() -> Iterator[str]:
    """What it was measured on."""
    models = [line for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    model = models[0].partition(":")[2].strip() if models else platform.processor()
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    yield f"machine          {model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"
    yield f"software         Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    yield f"load before      {load}"


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def _short(value: float) -> str:
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}" if abs(value) < 100 else f"{value:,.0f}"
