"""JSON objects out of text that a language model wrote."""

from json import dumps, loads

from domains.kit.records import JSON

DEEPEST = 100
"""How deeply lists and objects may stand in each other. JSON parsers give up at 200, each at its own number: what one
has let pass must not be unreadable for the next."""


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
    if text.count("[") + text.count("{") > DEEPEST and _deeper(decoded, DEEPEST):
        raise NotAnObject("it is nested too deeply")
    if not isinstance(decoded, dict):
        raise NotAnObject(f"an object was expected, not {type(decoded).__name__}")
    return decoded


def _deeper(value: JSON, most: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(most == 1 or _deeper(one, most - 1) for one in inner if isinstance(one, dict | list))
