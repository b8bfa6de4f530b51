"""Copies and deletes a data directory."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from app.cli import child, running
from app.cli.configured import settings
from app.cli.fault import CommandFailed, expected
from app.lock import LOCK_FILE, data_directory_lock
from app.settings import DATABASE_FILE

OWN_FILES = (
    DATABASE_FILE,
    f"{DATABASE_FILE}-wal",
    f"{DATABASE_FILE}-shm",
    "operator.key",
    running.FILE,
    LOCK_FILE,
    child.LOG,
)


def backup(data_dir: Path, destination: Path) -> int:
    """Copy database and key to a new folder; returns how many sessions it has."""
    database = _database(data_dir)
    if destination.exists() and (not destination.is_dir() or any(destination.iterdir())):
        raise CommandFailed(f"{destination} exists already.", "Name a new folder.")
    destination.mkdir(parents=True, exist_ok=True, mode=0o700)
    copy = destination / DATABASE_FILE
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        # SQLite's own backup: one consistent state, whoever writes meanwhile.
        source.backup(target)
        (count,) = target.execute("SELECT count(*) FROM sessions").fetchone()
    copy.chmod(0o600)
    key = data_dir / "operator.key"
    if key.is_file():
        shutil.copy2(key, destination / key.name)
    return int(count)


def check_idle(data_dir: Path) -> None:
    """Refuse where there is no data, or a service uses it."""
    _database(data_dir)
    note = running.read(data_dir)
    if note is not None:
        raise CommandFailed(
            f"A service uses {data_dir}: {note['url']}, process {note['pid']}.",
            "Stop it first, with Ctrl-C or SIGTERM.",
        )


def delete(data_dir: Path) -> list[str]:
    """Delete our files, and the folder if nothing else is in it; returns the names of what is left."""
    with expected(), data_directory_lock(data_dir):
        for name in OWN_FILES:
            (data_dir / name).unlink(missing_ok=True)
    left = sorted(path.name for path in data_dir.iterdir())
    if not left:
        data_dir.rmdir()
    return left


def _database(data_dir: Path) -> Path:
    if settings(data_dir=data_dir).database_url is not None:
        raise CommandFailed(
            "The data is in PostgreSQL.", "Use pg_dump and dropdb, or unset REGULARS_DATABASE_URL for the file."
        )
    file = data_dir / DATABASE_FILE
    if not file.is_file():
        raise CommandFailed(f"There is no database in {data_dir}.", "Name the data directory with --data-dir.")
    return file
