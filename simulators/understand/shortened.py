"""What is asked for in short beside other things: "your e-mail, the order and the reason why"."""

from dataclasses import replace

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression

_AND = r"(?:,|,? and\b|,? &|,? plus\b|,? as well as\b)"
_BESIDE = expression(
    rf"(?<=\w){_AND} (?:the |your |also the |also your )?orders?(?=(?:{_AND} |\W*$|,? please\b|\?))"
    rf"|(?:^|[:;] |\b(?:me|need|want|know|have|both|please|give|is|send)[, ])(?:the |your )?order(?={_AND} "
    r"(?:the|your|which|what|why|how|e-?mail|item|reason|payment)\b)"
)
"""An order among other things that are asked for, which is told by its number."""
_REASON_WHY = expression(r"\breason why(?=\W*$|,| and\b| please\b)")


def in_full(sentence: Sentence) -> Sentence:
    """The sentence with "order number" for an order among other things asked for, and "reason" for "reason why"."""
    plain = sentence.plain
    if "order" in sentence.vocabulary:
        plain = _BESIDE.sub(lambda found: f"{found.group()} number", plain)
    if "why" in sentence.vocabulary:
        plain = _REASON_WHY.sub("reason", plain)
    return sentence if plain == sentence.plain else replace(sentence, plain=plain)
