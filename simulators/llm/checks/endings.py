"""Whether a text says goodbye where the customer does not end the conversation."""

import re

from simulators.llm.checks.cases import caseless
from simulators.llm.checks.fault import Fault

_FAREWELL = re.compile(
    r"\b(?:good ?bye|bye(?:-| )?(?:bye)?|farewell|see (?:you|ya)|so long|cheerio|ciao|take care|have a (?:\w+ ){0,2}"
    r"(?:day|one|evening|night|morning|afternoon|weekend|week)|talk (?:to you )?(?:later|soon)|until (?:next time|then)"
    r"|case closed|signing off|logging off|good ?night"
    r"|that(?:'s| is|'ll be| will be| would be| was) (?:all|everything)(?! (?:there|that) )"
    r"|(?:nothing|not anything) (?:else|more|further)|no (?:further|more|other) (?:questions?|requests?|help|issues?"
    r"|assistance)|(?:i'm|i am|we're|we are) (?:all )?"
    r"(?:done|finished|set|through|leaving|(?:off|out)(?= ?[.,!]| now| then))\b"
    r"|all i (?:need|want)(?:ed)?|don't need anything|do not need anything|(?:the|this|our) (?:chat|conversation) "
    r"(?:is over|is finished|can (?:end|be closed)|ends?)|(?:end|close|leave) (?:the|this|our) (?:chat|conversation)"
    r"|(?:got|have) (?:all|everything) (?:that )?i (?:need|want)(?:ed)?|thanks?(?: you)? (?:again )?for (?:all )?"
    r"(?:your|the) (?:great |kind )?(?:help|assistance|support|time)(?= ?[.!]? ?$)|gotta go|got to (?:go|run)"
    r"|have to (?:go|leave|run)|(?:i'm|i am) leaving)\b"
)


def farewell_in(text: str) -> str | None:
    """The words in which a text takes its leave."""
    plain = text.replace("\u2019", "'")
    found = _FAREWELL.search(caseless(plain))
    return plain[found.start() : found.end()] if found else None


def ending_fault(text: str, *, like: str, ends: bool) -> Fault | None:
    """What is wrong if a text takes its leave and the customer does not."""
    if ends:
        return None
    plain, known = text.replace("\u2019", "'"), like.lower().replace("\u2019", "'")
    for found in _FAREWELL.finditer(caseless(plain)):
        said = plain[found.start() : found.end()]
        if said.lower() not in known:
            return Fault("ending", f"{said!r} ends the conversation, and the draft does not")
    return None
