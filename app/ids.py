"""Ids that no other process makes, and that are no secrets."""

from collections.abc import Callable
from hashlib import blake2b
from itertools import count
from secrets import token_hex


def id_maker() -> Callable[[], str]:
    """Makes ids of sixteen hexadecimal digits; the system's slow source of chance is asked once."""
    start, numbers = token_hex(16), count()
    return lambda: blake2b(f"{start}/{next(numbers)}".encode(), digest_size=8).hexdigest()
