"""JSON objects out of text that a language model wrote."""

from json import dumps, loads

from domains.kit.records import JSON


class NotAnObject(ValueError):
    """The text is not a JSON object; the message says why."""


def decode_object(text: str) -> dict[str, JSON]:
    """The JSON object in `text`, empty text standing for an empty one; raises `NotAnObject`."""
    try:
        decoded = loads(text or "{}")
        # Half a surrogate pair, NaN and numbers beyond all floats can be decoded, and no database carries them.
        dumps(decoded, ensure_ascii=False, allow_nan=False).encode()
    except RecursionError:
        raise NotAnObject("it is nested too deeply") from None
    except ValueError as error:
        raise NotAnObject(str(error)) from None
    if not isinstance(decoded, dict):
        raise NotAnObject(f"an object was expected, not {type(decoded).__name__}")
    return decoded
