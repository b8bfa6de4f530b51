"""Results of tools as JSON values."""

from collections.abc import Iterator
from functools import lru_cache
from json import JSONDecodeError, loads

from domains.kit.records import JSON


@lru_cache(maxsize=256)
def read_json(content: str) -> JSON:
    """A result as JSON, or as the text that it is; the last few are kept, so nobody may change one."""
    try:
        return loads(content)
    except (JSONDecodeError, RecursionError):
        return content


def scalars(value: JSON) -> Iterator[JSON]:
    """What is no object and no list, in order, wherever it stands in a value."""
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from scalars(one)
    else:
        yield value


def held_at(value: JSON, key: str) -> Iterator[JSON]:
    """What is held anywhere under names in which the key stands."""
    for name, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if isinstance(name, str) and key in name:
            yield one
        else:
            yield from held_at(one, key)


def objects_in(value: JSON) -> Iterator[dict[str, JSON]]:
    """A value, where it is an object, and all objects in it."""
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects_in(one)
