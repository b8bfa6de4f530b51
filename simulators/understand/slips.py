"""Words for what agents ask for as fingers misspell them: with a letter left out, or two that have changed places."""

from collections.abc import Iterator

from simulators.understand.words import listed

_OFTEN = listed("order number address email item refund payment account postcode street reason shipping delivery")
_REAL = listed("deliver sipping emil oder")
"""What is a word or a name of its own."""


def _slips(word: str) -> Iterator[str]:
    """What becomes of a word, the first letter of which people seldom miss."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


SLIPS = {slip: word for word in _OFTEN for slip in _slips(word) if slip not in _OFTEN and slip not in _REAL}
"""The word that is meant by each slip of it."""
