"""Only one process writes a data directory."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import DataDirectoryInUse, DataDirectoryUnusable

LOCK_FILE = "lock"


@contextmanager
def data_directory_lock(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; raises `DataDirectoryInUse`. The system lets go of it when the process dies."""
    try:
        descriptor = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise DataDirectoryUnusable(f"{folder} cannot be written to: {error.strerror}") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DataDirectoryInUse(f"another process uses {folder}") from None
        yield
    finally:
        os.close(descriptor)
