"""What is compiled from a lexicon, kept for as long as the lexicon is in use."""

from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from typing import NamedTuple, TypeVar, cast

from domains.kit.lexicon import Lexicon, Slot
from domains.kit.same import Same

Index = TypeVar("Index")
Reading = TypeVar("Reading")
LEXICONS = 1024
"""Of which what was compiled is kept: as many as there are tasks under way. Each takes some tens of KiB."""
TEXTS = 1024
"""Of which is kept what was read in them."""


class Layer(NamedTuple):
    """What of a lexicon has to be compiled, and what that is laid over.

    A session's lexicon is its domain's with a few values and phrasings more. To compile all of it again takes as long
    as to read several messages.
    """

    base: Lexicon | None
    slots: tuple[Slot, ...]
    """Those that the base has not, or not like this; all of them where there is no base."""
    places: Mapping[str, int]
    """Of all slots of the lexicon, in its order."""

    def keeps(self, key: str) -> bool:
        """Whether the base's slot of that key is the lexicon's."""
        return all(slot.key != key for slot in self.slots)

    def place(self, key: str) -> int:
        """The place of a slot."""
        return self.places[key]


def layer_of(lexicon: Lexicon) -> Layer:
    """The layer that a lexicon is over its base."""
    base, slots = lexicon.base, lexicon.slots
    places = {slot.key: at for at, slot in enumerate(slots)}
    if (
        base is None
        or base.actions != lexicon.actions
        or len(places) < len(slots)
        or _keys(base) != _keys(lexicon, base)
    ):
        return Layer(None, slots, places)
    known = len(base.slots)
    return Layer(
        base, tuple(slot for at, slot in enumerate(slots) if at >= known or slot is not base.slots[at]), places
    )


def _keys(lexicon: Lexicon, like: Lexicon | None = None) -> list[str]:
    return [slot.key for slot in lexicon.slots[: len(like.slots) if like else None]]


def indexed(build: Callable[[Lexicon], Index], lexicon: Lexicon) -> Index:
    """What `build` makes of a lexicon, made once per lexicon: found by identity first, then by equality."""
    made = _by_identity(Same(lexicon))
    if build not in made:
        made[build] = build(lexicon)
    return cast("Index", made[build])


def remembered(read: Callable[[str, Lexicon | None], Reading]) -> Callable[[str, Lexicon | None], Reading]:
    """`read`, which must be pure, with a memory of the last texts: several look at a message, one after another.

    Between what is decided and its check lies the time of a language model, and the messages of all other sessions.
    """

    @lru_cache(maxsize=TEXTS)
    def known(text: str, key: Same[Lexicon | None]) -> Reading:
        return read(text, key.one)

    @wraps(read)
    def reading(text: str, lexicon: Lexicon | None) -> Reading:
        return known(text, Same(lexicon))

    return reading


@lru_cache(maxsize=LEXICONS)
def _by_identity(key: Same[Lexicon | None]) -> dict[Callable[[Lexicon], object], object]:
    return _by_value(cast("Lexicon", key.one))


@lru_cache(maxsize=LEXICONS)
def _by_value(_lexicon: Lexicon) -> dict[Callable[[Lexicon], object], object]:
    return {}
