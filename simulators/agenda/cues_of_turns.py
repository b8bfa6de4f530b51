"""Cues of a language that tell what a message turns away from, and what else it turns to beside its matter."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class TurnCues:
    """Regular expressions, case ignored. Strings are to be filled in with `forms`, ways to say values, and compiled."""

    turns_from: re.Pattern[str]
    """What is there in every text that names what something is changed from."""
    changed_from: tuple[str, ...]
    """What is changed from, as `old`, beside what it is changed to."""
    or_asks: re.Pattern[str]
    """Joins a question to one before it that it is an alternative to."""
    asks_what_is: re.Pattern[str]
    """Asks whether something is so, or is meant."""
    and_asks: re.Pattern[str]
    """Joins a question to one before it, which may be an open one."""


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_WITHIN = r"(?:[^.?!;\n]|\.(?=\d))"
"""A letter within one sentence."""
_ARROW = r"(?:->|=>|-->|[\u2192\u21d2\u279c\u27a1])"
_SO_FAR = (
    r"currently|presently|at (?:present|the moment)|right now|(?:so|thus) far|(?:until|till|up to) now|originally"
    r"|previously|formerly|used to|as yet"
)
_OLD = r"(?:old|previous|former|current|present|existing|original)"
ENGLISH = TurnCues(
    or_asks=_of(
        r"\bor,? (?:\w+ )?(?:would|do|did|shall|should|is|was|are|were|may|can|could|might|have|has|will) "
        r"(?:you|i|we|it|that|this|they|#?[a-z]+-?\d\w*)\b"
    ),
    asks_what_is=_of(
        r"\b(?:is|was|are|were|might|could|may|would) (?:it|this|that|these|those|they|the|#?[a-z]+-?\d\w*)\b"
        r"|\b(?:do|did) you (?:\w+ )?mean\b|\bare you (?:referring|talking|asking|writing)\b"
    ),
    and_asks=_of(
        r"[,;.?]? (?:and|plus|also),? (?=(?:then |also )?(?:should|shall|would|do|does|is|are|will|can|may|to)\b)"
    ),
    turns_from=_of(
        rf"{_ARROW}|\b(?:from|instead of|rather than|in place of|as opposed to|replac\w+|not|no longer|{_SO_FAR}|old"
        r"|previous|former|current|present|existing|original|was|were|before)\b"
    ),
    changed_from=(
        rf"(?P<old>[^\n|]*?){_ARROW}",
        rf"\bfrom\b(?P<old>{_WITHIN}{{{{0,120}}}}?)\b(?:in|on|over )?to\b(?=[\s:*_\"'\u201c]*"
        r"(?:\n|\d|(?:the|your|that|this|these|those|an?|it|its|one|another|what|where|new)\b|(?:{forms})\b))",
        r"\b(?:instead of|rather than|in place of|as opposed to|replac(?:es?|ing)|not|no longer)"
        r"(?P<old>(?: (?!(?:or|and|but)\b)[\w'\u2019]+){{0,5}}?(?:\W+(?:{forms})\b)+)",
        rf"\b(?:{_SO_FAR})\b(?P<old>(?:\W+(?!(?:or|and|but)\b)[\w'\u2019]+){{{{0,5}}}}?(?:\W+(?:{{forms}})\b)+)",
        rf"^\W*(?:{_OLD}|from|was|before|until now|so far)\b[^:\n]{{{{0,40}}}}:(?P<old>[^\n]*?)(?=$|\bnew\b)",
        rf"[(\[](?:{_OLD}|was|were|before|not)\b(?P<old>[^)\]\n]*)[)\]]",
    ),
)
