"""Whether somebody else speaks: the business, a machine, or the author of the instructions."""

import re
from functools import lru_cache

from simulators.llm.checks.cases import caseless
from simulators.llm.checks.fault import Fault
from simulators.understand.words import spaced

SHINGLE = 6
"""Words in a row that are no coincidence."""
_THEIRS = (
    r"order|orders|account|refund|e-?mail|address|name|card|payment|purchase|request|phone|postcode|zip|package|parcel"
    r"|item|items|return|exchange|details|identity|information|issue|concern|question|inquiry|enquiry|delivery|shipment"
    r"|profile|gift card|wallet|reference|cancellation|consent|confirmation"
)
_AGENT = re.compile(
    r"how (?:can|may|could|might) (?:i|we) (?:help|assist|be of)|what can (?:i|we) (?:do|help)"
    r"|(?:can|may|could|let) (?:i|me|us) (?:help|assist) you|(?:help|assist|serve|support) you (?:with|today|further)"
    r"|(?:happy|glad|pleased|here|delighted|love|like) to (?:help|assist|serve)|at your service|be of (?:help|service)"
    rf"|\byour (?:\w+[ -]){{0,2}}?(?:{_THEIRS})\b"
    r"|\b(?:i|we)(?:'ve| have|'ll| will| am going to|'m going to| can| could| would)(?: now| just| also| successfully"
    r"| already| gladly)? (?:cancel|process|refund|updat|locat|issue|look(?:ed)? (?:up|into)|pull(?:ed)? up|verif"
    r"|arrang|submit|initiat|escalat|transfer|forward(?:ed)? you|connect you|assist|offer you|provide you|exchang"
    r"|reship|replac)"
    r"|\b(?:transferr?|connect|hand|forward)ing you\b|\bplease hold\b"
    r"|thank(?:s| you) for (?:waiting|holding|your patience)"
    r"|\byou(?:'d| would) like (?:to )?(?:return|cancel|exchang|chang|a refund|swap|know)|^\W*welcome\b"
    r"|\byou are (?:now )?(?:speaking|talking|connected|chatting)"
    r"|\blet me (?:check|look|pull|verify|see what|transfer|confirm|process|cancel|update|assist)"
    r"|anything else (?:i|we|that i|you need|you would|you'd|for you)|is there anything else|anything else today"
    r"|thank(?:s| you) for (?:contacting|calling|reaching|choosing|shopping|contact|your (?:order|purchase|business))"
    r"|\b(?:our|the company's) (?:polic\w+|systems?|team|records|store|shop|company|warehouse|terms|colleagues?"
    r"|customers?|database)\b|\bwe (?:apologi[sz]e|cannot|can't|can|will|offer|have|require|need|do not|don't|are)\b"
    r"|verify (?:who you are|you\b)|for (?:verification|security) (?:purposes|reasons)?|security question"
    r"|apologi[sz]e for (?:the|any) inconvenience|understand your frustration|(?:valued|dear) customer"
    r"|\b(?:dear|hello|hi|good day),? (?:sir|madam|ma'am)\b"
    r"|\bas (?:a|the|your) (?:representative|agent|assistant|bot)\b"
    r"|\b(?:could|can|would|may|will) (?:i|you) (?:please )?(?:have|provide|give me|tell me|share|confirm|supply)"
    r"(?: me)?(?: with)? your\b|please (?:provide|share|confirm|give me|tell me|supply|enter) your"
)
_MACHINE = re.compile(
    r"\b(?:as an ai|an ai|a\.?i\.? (?:model|assistant)|language model|chat ?bot|llm|gpt|openai|anthropic"
    r"|virtual assistant|simulat\w*|role[ -]?play\w*|persona|in character|scenario|prompts?|instructions?|drafts?"
    r"|re-?word\w*|re-?phras\w*|re-?writ\w*|rewrot\w*|paraphras\w*|own words|template|system message|tokens?"
    r"|(?:can't|cannot|can not|unable to|won't|not able to) (?:help|assist|comply|fulfil+|continue|generate|write)"
    r"|test case|benchmark|evaluat\w+|the customer|the user|end of (?:conversation|chat|session)|terminat\w+"
    r"|task (?:completed?|done)|goals?|hidden|secret\w*|my (?:goal|role|part|script|character)|supposed to"
    r"|(?:told|asked) not to|must not (?:say|tell|reveal|mention)|(?:here(?:'s| is)|this is) (?:the|a|my|your) "
    r"(?:\w+ )?(?:version|message|reply|response|text|answer|sentence)|in english|translation)\b"
)


def role_fault(text: str, *, said: str, instructions: str = "", heard: str = "") -> Fault | None:
    """What is wrong if a text is not a customer's. Words that stand in `said`, which is all right, are let through.

    `instructions` are those that the model was given, `heard` is what the agent said last: neither may be recited.
    """
    plain = text.replace("\u2019", "'").replace("\u2018", "'")
    if (agent := _beyond(_AGENT, plain, said)) is not None:
        return Fault("role", f"{agent!r} is what the business would say, and the customer speaks")
    if (machine := _beyond(_MACHINE, plain, said)) is not None:
        return Fault("role", f"{machine!r} speaks about the task; say only the customer's message")
    own = shingles(said)
    if (shingles(plain) - own) & shingles(instructions):
        return Fault("prompt", "it repeats the instructions")
    if (shingles(plain) - own) & shingles(heard):
        return Fault("role", "it repeats what the business has said")
    return None


@lru_cache(maxsize=256)
def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of that many words."""
    words = spaced(text).split()
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def _beyond(pattern: re.Pattern[str], text: str, said: str) -> str | None:
    known = said.lower().replace("\u2019", "'")
    places = (text[found.start() : found.end()] for found in pattern.finditer(caseless(text)))
    return next((words for words in places if words.lower() not in known), None)
