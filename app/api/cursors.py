"""Keyset positions as they go over the wire: opaque to who gets them, checked when they come back."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from datetime import datetime
from json import dumps, loads

from pydantic import TypeAdapter

from app.api.schemas import Plain
from app.errors import InvalidRequest

Position = tuple[datetime, str]
"""Time and id of the last row of a page."""
_IDS: TypeAdapter[str] = TypeAdapter(Plain)


def cursor_of(position: Position) -> str:
    """A position as `next_cursor`."""
    time, row_id = position
    return urlsafe_b64encode(dumps([time.isoformat(), row_id]).encode()).decode()


def position_of(cursor: str | None) -> Position | None:
    """The position that a `next_cursor` stands for; raises `InvalidRequest` for any other text."""
    if cursor is None:
        return None
    try:
        time, row_id = loads(urlsafe_b64decode(cursor))
        return datetime.fromisoformat(time), _IDS.validate_python(row_id)
    except (ValueError, TypeError, NotBase64) as error:
        raise InvalidRequest("cursor: give `next_cursor` of the page before, as it is") from error
