"""Lexicons: the slots and actions that a reader of agent messages knows in a domain."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from pydantic import PrivateAttr

from domains.kit.records import Frozen
from domains.kit.values import ValueKind


def phrases(text: str) -> tuple[str, ...]:
    """Phrasings that are written in one text with semicolons between them, over as many lines as it takes."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(";"))


class Spoken(Frozen):
    """How customers put values of a slot into a clause, in one set of wordings. `{value}` stands for the value in its
    `form`, or for several of them: "please use {value}". Clauses begin in lower case and end without a full stop."""

    wording: str
    """The set, see `Scenario.wording`; sets share no sentence."""
    tell: tuple[str, ...] = ()
    """Clauses that say what is so; without any, "my <label> is <value>"."""
    wish: tuple[str, ...] = ()
    """Clauses that say what is wanted; without any, "the <label> should be <value>"."""


class Slot(Frozen):
    """Something that can be asked for in a conversation, such as an order number."""

    key: str
    kind: ValueKind
    label: str
    """How people name it: "order number"."""
    ask: tuple[str, ...] = ()
    """Further phrasings in which it is asked for: "what is your order ID", "which order"."""
    values: tuple[str, ...] = ()
    """The values of a closed choice, as people say them."""
    form: str = "{value}"
    """How a value stands in a sentence of the customer: "the {value}", "my {value}"."""
    whole: bool = False
    """Whether customers say its values as whole clauses ("I ordered it by mistake"), with no other words around."""
    spoken: tuple[Spoken, ...] = ()
    pattern: str | None = None
    """A regular expression that matches an identifier of this slot wherever it stands in text."""


class Action(Frozen):
    """Something that an agent can do for a customer, and the words that name it."""

    key: str
    words: tuple[str, ...]
    """Word forms, present and past: "cancel", "cancelled", "cancellation"."""


class Lexicon(Frozen):
    """Slots and actions by key; a scenario adds the phrasings and values of its own facts."""

    slots: tuple[Slot, ...] = ()
    actions: tuple[Action, ...] = ()
    _base: "Lexicon | None" = PrivateAttr(default=None)

    def __hash__(self) -> int:
        """Worked out once: a large lexicon takes longer to hash than a message to read."""
        return self.hashed

    @cached_property
    def hashed(self) -> int:
        """The hash of its slots and actions."""
        return hash((self.slots, self.actions))

    @property
    def base(self) -> "Lexicon | None":
        """The lexicon that this one is an extension of: what was compiled of it need not be compiled again."""
        return self._base

    def slot(self, key: str) -> Slot | None:
        """The slot of that key."""
        return self.slots_by_key.get(key)

    @cached_property
    def slots_by_key(self) -> Mapping[str, Slot]:
        """The slots by their keys; of several with one key, the first."""
        return {slot.key: slot for slot in reversed(self.slots)}

    def extended(self, slots: Iterable[Slot]) -> "Lexicon":
        """This lexicon with phrasings and values added to the slots it has, and with the slots it has not."""
        merged = {slot.key: slot for slot in self.slots}
        for extra in slots:
            known = merged.get(extra.key)
            merged[extra.key] = extra if known is None else _joined(known, extra)
        made = self.model_copy(update={"slots": tuple(merged.values())})
        made._base = self.base or self  # noqa: SLF001 - it is one of these itself
        return made


def _joined(known: Slot, extra: Slot) -> Slot:
    ask = tuple(dict.fromkeys((*known.ask, *extra.ask)))
    values = tuple(dict.fromkeys((*known.values, *extra.values)))
    if (ask, values) == (known.ask, known.values) and (known.pattern or not extra.pattern):
        return known
    return known.model_copy(update={"ask": ask, "values": values, "pattern": known.pattern or extra.pattern})
