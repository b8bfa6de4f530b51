"""Questions that the agent puts itself, and answers."""

from simulators.understand.clauses import Sentence
from simulators.understand.words import expression, listed

_ECHO = expression(
    r"(?:so |and |but )?(?:honestly|really|seriously|(?:the )?(?:good|bad|best|short|long)\b|(?!(?:what|which|who"
    r"|whose|where|when|how|is|are|was|were|do|does|did|can|could|may|would|will|shall|should|have|has|had|any|am|mind"
    r"|want|ready|ok|okay|fancy|care|need|got|and|or|in|on|for|to|from|at|same|sorry|correct|right|deal|happy|your"
    r"|the last|order|date|name|email|account|why (?:would|do|did|are|have) you)\b)"
    r"(?!.*\b(?:please|number|name|email|e-mail|code|id|date|address"
    r"|postcode|zip|reference|ref)\b)(?!.* or )\w)"
)
_ENDS_ASKING = expression(
    r"\b(?:back|refunded|credited|charged|paid|pays?|comes?|goes?|go|come|off|taken)(?: \w+)? (?:(?:on|to|onto|from|off"
    r"|with|by|in) )?(?:which|what)(?: (?:one|card|method))?\W*$"
)
"""Asks at its end where money is to go or to come from: "$4.50 back on which?"."""
_ANSWERS = expression(
    r"(?:yes|yeah|yep|no|nope|in short|well|simple|easy|because|(?:two|three|four|several|a few) (?:things|reasons)"
    r"|here is|let me explain|short answer)\b"
)
_TO_YOU = listed("you your i me we us")


def answers_itself(sentence: Sentence, following: Sentence) -> bool:
    """Whether a question is put by the agent for the agent to answer: "Why is it higher? Two things changed:"."""
    if not sentence.question or following.question or not sentence.vocabulary.isdisjoint(_TO_YOU):
        return False
    return _ANSWERS.match(following.plain) is not None or following.text.endswith(":")


def echoes(sentence: Sentence) -> bool:
    """Whether a question that its speaker goes on to answer is only a way to begin: "Return label? Head to ..."."""
    return sentence.question and _ECHO.match(sentence.plain) is not None


def ends_asking(sentence: Sentence) -> bool:
    """Whether it asks for a way to pay or to be paid by its last word, so that what follows lists the answers."""
    return sentence.question and _ENDS_ASKING.search(sentence.plain) is not None
