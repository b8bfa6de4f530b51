"""The note that a running service leaves in its data directory: where it listens, and which process it is."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE = "service.json"


def url_of(data_dir: Path) -> str | None:
    """Where the service that runs on this data directory listens; None if none runs."""
    note = read(data_dir)
    return None if note is None else str(note["url"])


def read(data_dir: Path) -> dict[str, object] | None:
    """The note of a service that still runs; one left behind by a dead process counts as none."""
    try:
        note = json.loads((data_dir / FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError):
        return None
    return note if isinstance(note, dict) and _alive(note.get("pid")) else None


@contextmanager
def announced(data_dir: Path, url: str) -> Iterator[None]:
    """Leave the note while the service runs, readable by its owner alone."""
    file = data_dir / FILE
    data_dir.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(f".{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        json.dump({"url": url, "pid": os.getpid()}, out)
    draft.replace(file)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)


def _alive(pid: object) -> bool:
    if not isinstance(pid, int):
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
