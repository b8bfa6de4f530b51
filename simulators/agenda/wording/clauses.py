"""Puts values into clauses: in the words that the domain has for a slot, or with its name."""

from collections.abc import Sequence
from typing import Literal

from domains.kit.lexicon import Lexicon
from simulators.agenda.moves import Item, Move
from simulators.agenda.wording.noise import VALUE_CLOSES, VALUE_OPENS, marked_value
from simulators.agenda.wording.speaker import Wording
from simulators.agenda.wording.values import worded
from simulators.understand.slots import CHOICE
from simulators.understand.values import says


def facts_text(wording: Wording, items: Sequence[Item], *, correction: bool = False) -> str:
    """Clauses that say what is so, or what would be right instead."""
    wordings = wording.pack.wordings(wording.scenario.wording)
    if correction:
        return clauses_text(wording, items, wordings.correction, "wish")
    return clauses_text(wording, items, wordings.fact, "tell")


def clauses_text(wording: Wording, items: Sequence[Item], options: Sequence[str], name: Literal["tell", "wish"]) -> str:
    """A clause for the values of each slot, in the domain's words or with its name: "my name is A and it's B and C"."""
    by_label = wording.draw.choice(options, name, wording.step)
    parts = []
    for key, values in _by_slot(wording, items).items():
        own = _spoken(wording, key, name)
        template = wording.draw.choice(own, name, key, wording.step) if own else by_label
        parts.append(template.format(label=label_of(wording.lexicon, key), value=_joined(wording, values)))
    return _joined(wording, parts, clauses=True)


def whole_clause(wording: Wording, item: Item) -> str:
    """A value that is a whole clause, as a sentence of its own."""
    wordings = wording.pack.wordings(wording.scenario.wording)
    template = "{value}" if wording.terse else wording.pick("whole", wordings.whole)
    said = worded(item, wording.draw, wording.step)
    value = marked_value(capital(said) if template.startswith("{value}") else said)
    return f"{capital(template.format(value=value))}."


def values_text(wording: Wording, move: Move) -> str:
    """The bare values of a move, those of one slot together."""
    if wording.terse:
        return ", ".join(value_text(wording, item) for item in move.items)
    return ", ".join(_joined(wording, values) for values in _by_slot(wording, move.items).values())


def _spoken(wording: Wording, key: str, name: Literal["tell", "wish"]) -> tuple[str, ...]:
    """The domain's clauses for a slot in the scenario's set of wordings."""
    slot = wording.lexicon.slot(key)
    spoken = [each for each in slot.spoken if each.wording == wording.scenario.wording] if slot else []
    return tuple(clause for each in spoken for clause in (each.tell if name == "tell" else each.wish))


def _by_slot(wording: Wording, items: Sequence[Item]) -> dict[str, list[str]]:
    """The values of each slot, as they stand in a sentence."""
    found: dict[str, list[str]] = {}
    for item in items:
        slot = wording.lexicon.slot(item.key)
        form = "{value}" if slot is None or slot.whole else slot.form
        said = _pointed_at(wording, item) or form.format(value=value_text(wording, item))
        found.setdefault(item.key, []).append(said)
    return found


def _pointed_at(wording: Wording, item: Item) -> str:
    """A thing that this reply has named before, as "that blanket"; empty where it has not."""
    if item.key != CHOICE or not says("\n".join(wording.said), item.kind, item.value, item.forms):
        return ""
    noun = item.value.split()[-1]
    one, several = wording.pack.that
    return marked_value((several if noun.endswith("s") and not noun.endswith("ss") else one).format(noun=noun))


def is_whole(wording: Wording, item: Item) -> bool:
    """Whether a value is a clause by itself."""
    slot = wording.lexicon.slot(item.key)
    return slot is not None and slot.whole


def _joined(wording: Wording, parts: Sequence[str], *, clauses: bool = False) -> str:
    """Several parts in one; clauses get a comma before the last, as there may be an "and" within them."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + ("," if clauses else "") + wording.pack.and_ + parts[-1]


def value_text(wording: Wording, item: Item) -> str:
    """A value in one of its forms, marked."""
    return marked_value(worded(item, wording.draw, wording.step))


def label_of(lexicon: Lexicon, key: str) -> str:
    """How people name a slot."""
    slot = lexicon.slot(key)
    return slot.label if slot else key.replace("_", " ")


def capital(text: str) -> str:
    """A text with a capital letter where it begins, unless it begins with a value that is no plain words."""
    value = text[1:].split(VALUE_CLOSES, maxsplit=1)[0] if text.startswith(VALUE_OPENS) else ""
    if value and not all(letter.isalpha() or letter in " -" for letter in value):
        return text
    for index, letter in enumerate(text):
        if letter.isalpha():
            return text[:index] + letter.upper() + text[index + 1 :]
    return text


def lowered(text: str) -> str:
    """A text that goes on after a colon or a comma: in lower case, but for "I" and values."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
