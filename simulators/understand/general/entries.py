"""How the general lexicon writes down its entries: phrasings between semicolons."""

from domains.kit.lexicon import Action, Slot
from domains.kit.values import ValueKind


def slot(key: str, kind: ValueKind, label: str, *asked: str) -> Slot:
    """A slot and how it is asked for; "..." stands for a few words."""
    return Slot(key=key, kind=kind, label=label, ask=_phrases("; ".join(asked)))


def action(key: str, words: str) -> Action:
    """An action and the words that name it."""
    return Action(key=key, words=_phrases(words))


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in text.split(";"))
