"""Rules for proposals that stand beside another question in one sentence."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression

_PROPOSAL = (
    r"(?:shall i|should i|(?:do you want|would you like) me to|may i (?:go ahead|proceed|do (?:it|so|that|this)))\b"
)
"""The beginning of a question that a yes answers."""
_AND_PROPOSES = expression(
    rf",? and (?:then |so |if so,? )?{_PROPOSAL}(?![^?]*\b(?:or|anything|something)\b)[^?]*\?\W*$"
    r"|\b(?:all|everything)\b[^?,]{0,40}, and (?:(?:(?:is|are) )?(?:(?:that|this|it|you) )?(?:ok|okay|all right|alright"
    r"|right|fine|correct|a yes)(?: with (?:you|that|this|it))?|do you (?:agree|approve|say yes)"
    r"|(?:do|may|can|shall) i (?:have|get|take) your (?:\w+ )?(?:yes|ok|okay|go-ahead|approval|consent|agreement)"
    r"|(?:is|are|does|do) (?:everything|(?:all )?(?:this|that|it|these|the above)) (?:look |sound )?"
    r"(?:right|correct|good|fine|ok|okay|in order))\?\W*$"
)
_THEN_INVITES = expression(
    rf"(?:^|[,:;] |\b(?:so|then|now) ){_PROPOSAL}(?![^?,]* or )[^?]*,? and (?:is|was) there (?:anything|something)"
    r" (?:else|more)\b"
)


def also_proposes(sentence: Sentence) -> bool:
    """Whether it goes on, after another question, with a proposal: "which card is it, and shall I book it?"."""
    return sentence.question and _AND_PROPOSES.search(sentence.plain) is not None


def proposes_first(sentence: Sentence) -> bool:
    """Whether it is a proposal that goes on with an open invitation: "shall I, and is there anything else?"."""
    return sentence.question and _THEN_INVITES.search(sentence.plain) is not None
