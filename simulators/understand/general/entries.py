"""How the general lexicon writes down its entries: phrasings between semicolons."""

from domains.kit.lexicon import Action, Slot, phrases
from domains.kit.values import ValueKind

NUMBERS = "number; no; code; reference; ID; locator; reference number"
"""What records go by."""


def slot(key: str, kind: ValueKind, label: str, *asked: str) -> Slot:
    """A slot and how it is asked for; "..." stands for a few words."""
    return Slot(key=key, kind=kind, label=label, ask=phrases("; ".join(asked)))


def each(heads: str, tails: str) -> str:
    """Every head with every tail: "booking; trip" and "number; code" are four phrasings."""
    return "; ".join(f"{head} {tail}" for head in phrases(heads) for tail in phrases(tails))


def action(key: str, words: str) -> Action:
    """An action and the words that name it."""
    return Action(key=key, words=phrases(words))
