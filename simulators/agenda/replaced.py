"""What a proposal turns away from: values that it names only as what is there now, and what it would replace."""

import re
from collections.abc import Sequence
from functools import lru_cache

from simulators.agenda.cues import Cues


def without_replaced(text: str, forms: Sequence[str], cues: Cues) -> str:
    """A text without those values, said in these forms, from which it says that something is changed: "from the card to
    the wallet", "the card -> the wallet", "instead of the card"."""
    if not forms or not cues.turns.turns_from.search(text):
        return text
    lowered = tuple(form.lower() for form in forms)

    def kept(found: re.Match[str]) -> str:
        old = found.group("old")
        return found.group().replace(old, " ", 1) if any(form in old.lower() for form in lowered) else found.group()

    for pattern in _patterns(cues.turns.changed_from, tuple(forms)):
        text = pattern.sub(kept, text)
    return text


@lru_cache(maxsize=1024)
def _patterns(templates: tuple[str, ...], forms: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    either = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return tuple(re.compile(each.format(forms=either), re.IGNORECASE | re.MULTILINE) for each in templates)
