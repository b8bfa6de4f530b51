"""A sentence of a message while its acts are being read."""

from dataclasses import replace

from simulators.understand.acts import Act, Clause
from simulators.understand.asked import slots_needed
from simulators.understand.clauses import Sentence
from simulators.understand.slots import SlotIndex
from simulators.understand.values import Found
from simulators.understand.words import expression

_OR_CANCEL = expression(r"\bor (?:(?:say |reply |answer )?[\"'\u201c]?no[\"'\u201d]? )?(?:to )?cancel(?=\W*$)")
"""What a no is called: "proceed or cancel?"."""


def _without_no(sentence: Sentence) -> Sentence:
    plain = _OR_CANCEL.sub("", sentence.plain) if "cancel" in sentence.vocabulary else sentence.plain
    if plain == sentence.plain:
        return sentence
    return replace(sentence, plain=plain, vocabulary=sentence.vocabulary - {"cancel"})


class BeingRead:
    """A sentence while it is being read."""

    __slots__ = ("acts", "concluded", "found", "sentence", "slots", "unnamed")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.acts: set[Act] = set()
        self.slots: tuple[str, ...] = ()
        self.unnamed = False
        """Whether its slots are only what a request that names none most likely asks for."""
        self.concluded = False
        """Whether it says no only by a rule, in a message that does nothing else."""
        self.found: list[Found] = []

    def clause(self, index: SlotIndex) -> Clause:
        """What has been read of it."""
        return Clause(
            text=self.sentence.text,
            acts=frozenset(self.acts),
            slots=self.slots,
            lacks=slots_needed(self.sentence, index),
            values=tuple(dict.fromkeys(one.value for one in self.found)),
            actions=index.actions(_without_no(self.sentence)),
        )
