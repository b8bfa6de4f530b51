"""Rules for proposals that stand beside another question in one sentence."""

from dataclasses import replace

from simulators.understand.assents import asks_for_yes
from simulators.understand.clauses import Sentence
from simulators.understand.short_asks import asks_if_agreed, asks_in_short
from simulators.understand.words import expression

_PROPOSAL = (
    r"(?:shall i|should i|(?:do you want|would you like) me to|may i (?:go ahead|proceed|do (?:it|so|that|this)))\b"
)
"""The beginning of a question that a yes answers."""
_AND_PROPOSES = expression(
    rf",? and (?:then |so |if so,? )?{_PROPOSAL}(?![^?]*\b(?:or|anything|something)\b)[^?]*\?\W*$"
)
_IS_IT_ALL = expression(r"\b(?:all|everything)\b[^?,]{0,40}, and (?P<rest>[^?]*\?)\W*$")
"""Asks first whether something is all."""
_THEN_INVITES = expression(
    rf"(?:^|[,:;] |\b(?:so|then|now) ){_PROPOSAL}(?![^?,]* or )[^?]*,? and (?:is|was) there (?:anything|something)"
    r" (?:else|more)\b"
)


def also_proposes(sentence: Sentence) -> bool:
    """Whether it goes on, after another question, with a proposal: "which card is it, and shall I book it?", "is that
    everything, and ok to do it?"."""
    if not sentence.question:
        return False
    if _AND_PROPOSES.search(sentence.plain):
        return True
    found = _IS_IT_ALL.search(sentence.plain)
    rest = replace(sentence, plain=found["rest"]) if found else None
    return rest is not None and (asks_for_yes(rest) or asks_in_short(rest) or asks_if_agreed(rest))


def proposes_first(sentence: Sentence) -> bool:
    """Whether it is a proposal that goes on with an open invitation: "shall I, and is there anything else?"."""
    return sentence.question and _THEN_INVITES.search(sentence.plain) is not None
