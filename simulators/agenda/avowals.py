"""What a proposal puts into the customer's mouth: a reason, or another closed choice, that is not the one they have."""

import re
from collections.abc import Iterator, Sequence

from domains.kit.scenario import Fact, Want
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.proposed import Proposal
from simulators.understand.values import says

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")


def gives_another(talk: Deliberation, fact: Fact, proposal: Proposal) -> bool:
    """Whether a sentence of a proposal gives one value of a closed choice in the place of the customer's own.

    One that names several chooses none of them, and lists what there is.
    """
    own = "\n".join((fact.value, *fact.say))
    others = [value for value in _closed_values(talk, fact) if not says(own, ValueKind.TEXT, value)]
    return any(len(list(_given(talk, sentence, others))) == 1 for sentence in _sentences(proposal))


def names_another(talk: Deliberation, want: Want, proposal: Proposal) -> bool:
    """Whether a proposal names the slot of what customers say as a whole clause, and puts something else behind its
    name: "reason: too slow"."""
    slot = talk.lexicon.slot(want.key)
    text = f"{proposal.asking}\n{proposal.details}"
    if slot is None or not slot.whole or says(text, want.kind, want.value, want.say):
        return False
    return re.search(talk.cues.named.format(name=re.escape(slot.label.split()[-1])), text, re.IGNORECASE) is not None


def _closed_values(talk: Deliberation, fact: Fact) -> Sequence[str]:
    """The values that the domain, and not this very scenario, knows of a choice."""
    slot = (talk.lexicon.base or talk.lexicon).slot(fact.key)
    return slot.values if slot is not None and fact.kind is ValueKind.CHOICE else ()


def _given(talk: Deliberation, sentence: str, values: Sequence[str]) -> Iterator[str]:
    """The values that a sentence gives and does not deny, those left out that are parts of others."""
    named = [value for value in values if says(sentence, ValueKind.TEXT, value)]
    for value in named:
        part = any(value != other and value in other for other in named)
        denied = rf"(?:{talk.cues.cannot.pattern})(?:\s+[\w'\u2019]+){{0,3}}?\s+{re.escape(value)}"
        if not part and not re.search(denied, sentence, re.IGNORECASE):
            yield value


def _sentences(proposal: Proposal) -> list[str]:
    return _SENTENCE.split(f"{proposal.asking}\n{proposal.details}")
