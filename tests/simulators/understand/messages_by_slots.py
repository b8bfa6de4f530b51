"""Messages for a test, listed by what they ask for."""

from collections.abc import Mapping, Sequence


def each(asked: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Each message after the keys of the slots that it asks for."""
    return [(keys, text) for keys, texts in asked.items() for text in texts]
