"""Whether what an agent says that it will do is a plain promise: on no condition, and not turned down afterwards."""

from app.grading.asked_beside import asks, leaves_open
from app.grading.log import Log
from app.grading.sayings import Saying
from domains.kit.checks import Promise
from domains.kit.domain import Domain
from simulators.understand.acts import Act
from simulators.understand.reader import understand
from simulators.understand.words import expression

_CONDITION = expression(
    r"\b(?:if|unless|until|till|once|when|whenever|after|afterwards|before|as soon as|provided|assuming|suppose|in case"
    r"|upon|on (?:receipt|arrival|delivery|return)|with your|whether|would|could|may|might|must|(?:has|have|need) to"
    r"|needs?|can(?! not\b)|possible|eligible|then|first|just say|as follows)\b"
    r"|\b(?:return|send|post|ship|bring)\b(?=.*\band (?:i|we)\b)"
)
_ASIDE = frozenset({Act.ASK_MORE, Act.BYE, Act.META, Act.REFUSE})
"""What has such a sentence says nothing about the conditions of a promise."""


def is_plain(saying: Saying, promise: Promise, log: Log, domain: Domain) -> bool:
    """Whether a promise is made without conditions, by itself, and the customer has not said no since."""
    return not (
        _is_conditional(saying, domain)
        or _answers_for_a_proposal(saying, log, domain)
        or _is_dropped(saying, promise, log, domain)
    )


def _is_conditional(saying: Saying, domain: Domain) -> bool:
    if _CONDITION.search(saying.sentence.plain):
        return True
    return any(
        _CONDITION.search(read.text.lower()) is not None
        for read in understand(saying.heard.text, domain.lexicon).clauses
        if read.text != saying.sentence.text and not read.acts & _ASIDE and not read.text.rstrip().endswith("?")
    )


def _answers_for_a_proposal(saying: Saying, log: Log, domain: Domain) -> bool:
    """Whether it explains what the customer has been asked to agree to, and has not agreed to yet."""
    earlier = [heard for heard in log.heard if heard.seq < saying.heard.seq]
    if not earlier or Act.CONFIRM not in understand(earlier[-1].text, domain.lexicon).acts:
        return False
    between = (answer.reply for answer in log.replies if earlier[-1].seq < answer.seq < saying.heard.seq)
    return not any(reply.stance == "agree" for reply in between)


def _is_dropped(saying: Saying, promise: Promise, log: Log, domain: Domain) -> bool:
    """Whether the customer says no to it later, or the agent does, or asks for a yes to it after all."""
    told, since = saying.sentence.plain, saying.heard.seq
    later = [heard for heard in log.heard if heard.seq > since]
    if any(
        Act.REFUSE in understand(heard.text, domain.lexicon).acts
        or leaves_open(told, heard.text, domain, tools=promise.tools)
        for heard in later
    ):
        return True
    noes = [answer.seq for answer in log.replies if answer.seq > since and answer.reply.stance == "reject"]
    answered = [max((saying.heard, *later), key=lambda heard: (heard.seq < no, heard.seq)) for no in noes]
    return not all(asks(heard.text, domain) for heard in answered)
