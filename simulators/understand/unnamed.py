"""What a request asks for that does not name it: what it points back to, one of what is listed, or an open question."""

from collections.abc import Sequence

from simulators.understand.asked import slots_asked
from simulators.understand.choosing import before_choosing, chooses
from simulators.understand.clauses import Sentence
from simulators.understand.frames import with_new_one
from simulators.understand.mentions import mentioned
from simulators.understand.nouns import key_of_record
from simulators.understand.parts import asks_for_another
from simulators.understand.requests import CUE, also_asks, asks_openly
from simulators.understand.slots import CHOICE, OTHER, VAGUE, SlotIndex
from simulators.understand.topics import kind_before, one_of_several, sign_before
from simulators.understand.words import expression

_VAGUE = expression(
    r"\b(?:more (?:details|information|about)|details|reason|describe|issue|problem|happen\w*|explain|elaborate"
    r"|trying to|why|tell me (?:about|what|how)|concerns?|what (?:does|do|did|is happening)|you see|look(?:s"
    r"|ing)? like|(?:let me know|tell me) (?:once|when|how|if|whether)|regarding)\b"
)
_WHY = expression(r"\b(?:why|reasons?)\b")
_REPORT = expression(
    r"\b(?:tell me|let me know) (?:if|whether|once|when) (?:it|the|you (?:see|get|hear|notice|still))\b"
)
_STATE = expression(
    r"^(?:\w+[,:] |(?:when|if|after|once) [^,]{3,50}, )?(?:and |so |now,? |okay,? )?(?:is|are|was|were|does|do|did"
    r"|have|has|can you (?!tell|give|share)|are you)\b"
)
_EVENT = expression(
    r"^(?:\w+,? )?(?:how|what)\b.*\b(?:do|does|did|happens?|happened|is) (?:you|it|that|they|your \w+|the \w+)\b"
)
_HAVE_IT = expression(r"\b(?:do you (?:happen to )?(?:have|know)|what is (?:your|the))\b")
_IS_ASKED = expression(
    r"(?!(?:i|we|you)\b|(?:honestly|really|seriously|right|ok|okay|so|well|sorry|pardon|no|yes|nothing else)\W*$"
    r"|.*\b(?:would"
    r" you (?:\w+ )?(?:like|have me|want|rather|mind)|shall i|should i|anything else|nothing else)\b).*\?\W*$"
)
"""A question that has no other sense than to learn something."""
_THING = expression(
    r"\b(?:numbers?|codes?|level|tier|status|photos?|pictures?|images?|screenshots?|receipt|invoice|voucher|coupon"
    r"|languages?|membership|documents?|names?|passport|file|copy|link|(?:gift )?message)\b"
)
"""What is asked for is a thing of its own kind: no description of what has happened."""
_POINTS_BACK = expression(
    r"\b(?:it|that|them|they|this|these|those|again|spelling|correct(?:ly)?|double-check|another|different|(?:your"
    r"|the) (?:information|details))\b"
)
_SIGN_OF_IT = expression(r"\b(?:double-check\w*|recheck|check|again|resend|number|code|reference|digits?|spelling)\b")
_CHOICE = expression(r"\b(?:which|prefer|would you like|do you want|do you mean|or|the ones?)\b")


def choice_within(sentence: Sentence, index: SlotIndex) -> str | None:
    """The slot that a sentence has named before it asks "which one"."""
    before = before_choosing(sentence)
    named = next((key for key in mentioned(before, index) if key != CHOICE and key not in VAGUE), None)
    return named or (one_of_several(before, index) if sentence.plain.startswith("of ") else None)


def fallback(
    sentence: Sentence, before: Sequence[Sentence], index: SlotIndex, *, alone: bool = False
) -> tuple[str, ...]:
    """Slots for a request that names none: those it points back to ("check it"), else what it asks openly.

    "other" stands for what the lexicon has no open slot for. A question that yes or no would answer asks for something
    only where it is `alone`, without any other act: "and now?".
    """
    if pointed := _renewed(sentence, before, index) or _pointed_back(sentence, before, index):
        return pointed
    reports = _REPORT.search(sentence.plain) is not None
    open_ended = asks_openly(sentence) or " or " in sentence.plain or (alone and chooses(sentence))
    if not reports and open_ended and (_CHOICE.search(sentence.plain) or chooses(sentence)):
        kind = kind_before(before, index) if chooses(sentence) else None
        if kind or index.has(CHOICE):
            return (kind or CHOICE,)
    state = reports or _asks_state(sentence)
    if key := _open_slot(sentence, index, state=state):
        return (key,)
    if _THING.search(sentence.plain):
        return (OTHER,)
    asked_at_all = alone and index.facts and _IS_ASKED.match(sentence.plain)
    if not (asked_at_all or asks_openly(sentence) or also_asks(sentence)):
        return ()
    return next(((key,) for key in ("details", CHOICE) if index.has(key)), (OTHER,))


def _open_slot(sentence: Sentence, index: SlotIndex, *, state: bool) -> str | None:
    """The slot for a description; only words for a cause ask for the reason of what the customer wants."""
    if state and index.has("details"):
        return "details"
    if not _VAGUE.search(sentence.plain):
        return None
    keys = ("details", "reason", "issue") if _WHY.search(sentence.plain) else ("details", "issue")
    return next((key for key in keys if index.has(key)), None)


def _pointed_back(sentence: Sentence, before: Sequence[Sentence], index: SlotIndex) -> tuple[str, ...]:
    """What a request points back to: what has just been asked for, or the record or exchange that was spoken of."""
    said = " ".join(earlier.plain for earlier in (*before[-1:], sentence))
    if index.another and asks_for_another(sentence.plain, said):
        return (index.another,)
    for earlier in reversed(before[-2:]) if _POINTS_BACK.search(sentence.plain) else ():
        asking = earlier.question or CUE.search(earlier.plain) is not None
        if keys := slots_asked(earlier, index) if asking else mentioned(earlier.plain, index):
            return keys
        if _SIGN_OF_IT.search(sentence.plain) and (key := key_of_record(earlier.plain, index.has)):
            return (key,)
    sign = sign_before(sentence, before[-2:], index.has)
    return (sign,) if sign else ()


def _renewed(sentence: Sentence, before: Sequence[Sentence], index: SlotIndex) -> tuple[str, ...]:
    """What "the new one" asks for where the sentences before say of what."""
    renewed = with_new_one(sentence.plain, " ".join(earlier.plain for earlier in before))
    return mentioned(renewed, index) if renewed != sentence.plain else ()


def _asks_state(sentence: Sentence) -> bool:
    """Whether it asks how things stand, rather than for something that one has."""
    plain = sentence.plain
    if not sentence.question or _HAVE_IT.search(plain):
        return False
    return (_STATE.match(plain) or _EVENT.match(plain)) is not None
