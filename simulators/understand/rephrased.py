"""Questions put in plainer words before it is read what they ask for."""

from dataclasses import replace

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression

_ENOUGH = expression(
    r"\b(?:who|which|what|how)\b[^,;:?()]{3,60} \((?P<thing>(?:your|the|an?) [^()]{2,60}?) (?:is (?:all (?:that )?"
    r"(?:i|we) (?:really )?need|enough|fine|plenty|sufficient)|(?:will|would) (?:do|be enough|be fine|suffice))\)"
)
"""A question, and behind it what is enough to answer it: "who am I speaking with (your e-mail is all I need)"."""


_TO_NAME = expression(r"\bname (?=(?:me |us )?(?:the|an?|which|what|how|one|both|each|your)\b)")
"""The deed, and not what somebody is called: "please name the method"."""


def rephrased(sentence: Sentence) -> Sentence:
    """The sentence with each question that says what would answer it as one for just that; to name is to tell."""
    plain = _TO_NAME.sub("tell ", sentence.plain) if "name" in sentence.vocabulary else sentence.plain
    if "(" in plain:
        plain = _ENOUGH.sub(r"what is \g<thing>", plain)
    return sentence if plain == sentence.plain else replace(sentence, plain=plain)
