"""The note that a running service leaves in its data directory: where it listens, and which process it is."""

import json
import os
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


def announce(data_dir: Path, url: str) -> None:
    """Leave the note, readable by its owner alone."""
    file = data_dir / FILE
    draft = file.with_suffix(f".{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        json.dump({"url": url, "pid": os.getpid()}, out)
    draft.replace(file)


def withdraw(data_dir: Path) -> None:
    """Take the note away, if it is this process's."""
    note = read(data_dir)
    if note is not None and note["pid"] == os.getpid():
        (data_dir / FILE).unlink(missing_ok=True)


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
