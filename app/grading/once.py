"""What is done only once, as agents tell of it: whether they say that it can be done again."""

import re

from app.grading.asserted import Clause
from app.grading.log import Call, Heard, Log
from app.grading.wordings import QuickLook, by_check, said
from domains.kit.domain import Domain
from domains.kit.facts import Once, Rules
from domains.kit.values import ValueKind
from simulators.understand.acts import Act
from simulators.understand.clauses import Sentence
from simulators.understand.reader import understand
from simulators.understand.values import values_in
from simulators.understand.words import expression, listed

_ABLE = expression(
    r"\b(?:can|could|may)\b|\b(?:just|simply|please|feel free|happy|glad|gladly|let (?:me|us) know)\b|\bno problem\b"
    r"|\b(?:is|be) (?:possible|fine|okay|ok)\b"
)
HINTS = listed("again later afterwards afterward more another second")
"""Without one of these words, nothing is said to be done again."""
_AGAIN = expression(r"\b(?:again|once more|(?:one more|another|a second) (?:time|change|exchange|return))\b")
_LATER = expression(r"\b(?:later|afterwards?)\b")
_ONCE = expression(rf"{_AGAIN.pattern}|{_LATER.pattern}|\b(?:once|any ?more|no longer|final)\b")
_ELSE = expression(
    r"\b(?:only|unless|delivered|arriv\w*|receiv\w*|others?|new order|next order|different order|instead|rather|also"
    r"|wait|whether|asked|said|told|mentioned|see)\b"
)
"""In a sentence that may speak of something else, or of another time."""


def is_wrong(check: Rules, sentence: Sentence, heard: Heard, log: Log, domain: Domain) -> bool:
    """Whether a sentence says that something can be done again which has been done, or is just proposed, once."""
    plain = sentence.plain
    if sentence.question or not (_AGAIN.search(plain) or _LATER.search(plain)):
        return False
    if not _ABLE.search(plain) or _ELSE.search(plain) or _denies(sentence):
        return False
    return any(
        _ways(once).search(plain)
        and not QuickLook(once.other).finds(said(plain))
        and (once.later or _AGAIN.search(plain))
        and _is_about(check, call, heard, log, domain)
        for once in check.once
        for call in log.successful
        if call.event.name in once.tools
    )


def puts_right(sentence: Sentence) -> bool:
    """Whether a sentence says of something that it can not be done again."""
    return _denies(sentence) and _ONCE.search(sentence.plain) is not None


def _denies(sentence: Sentence) -> bool:
    return Clause(sentence.plain, sentence).denied()


def _is_about(check: Rules, call: Call, heard: Heard, log: Log, domain: Domain) -> bool:
    """Whether a message proposes the call, or follows it, and no other record is named from the one to the other."""
    if heard.seq < call.seq:
        earlier = max((write.seq for write in log.writes if write.seq < call.seq), default=-1)
        if heard.seq < earlier or Act.CONFIRM not in understand(heard.text, domain.lexicon).acts:
            return False
    first, last = sorted((heard.seq, call.seq))
    texts = [other.text for other in log.heard if first <= other.seq <= last]
    texts += [answer.reply.text or "" for answer in log.replies if first <= answer.seq <= last]
    record = str(call.arguments.get(check.of, "")).strip().lstrip("#").casefold()
    named = (value for text in texts for value in values_in(text, domain.lexicon) if value.kind is ValueKind.ID)
    return all(value.value.casefold() == record for value in named)


@by_check
def _ways(once: Once) -> re.Pattern[str]:
    return expression("|".join(rf"(?:{way})" for way in once.ways))
