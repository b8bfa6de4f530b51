"""What a request points back to: "I can't find you without your e-mail. Could you send me that, with the order?"."""

from collections.abc import Sequence

from simulators.understand.clauses import Sentence
from simulators.understand.mentions import mentioned
from simulators.understand.slots import CHOICE, VAGUE, SlotIndex
from simulators.understand.words import expression

_POINTS_BACK = expression(
    r"\b(?:send|give|share|tell|get|pass|let)(?: me| us)?(?: have)? (?:that|it|this|those|both)(?: (?:please|over|too"
    r"|now))?,? (?:with|along with|together with|plus|and|as well as) "
)
_LOOK_AGAIN = expression(
    r"\b(?:(?:re|double-?)?check|spell|retype|re-?enter|repeat)\b[^,;:?]{0,20} address\b"
    r"|\baddress (?:again|once more|correct(?:ly)?|right)\b"
)
_WITHOUT = expression(
    r"\b(?:can not|unable to|not able to|could not|need)\b[^,;:.]{0,40} (?:without|until (?:i|we) (?:have|know|get)"
    r"|before (?:i|we) (?:have|know|get)) (?P<thing>(?:your|the|an?) [^,;:.]+)"
)


_WHICH_IS_YOURS = expression(
    r"^(?:and |so )*(?:which|what)(?: one)? (?:is|would|might) (?:yours|it|that)(?: be)?(?=\?$|,? and\b)"
)


def of_email(
    slots: tuple[str, ...], sentence: Sentence, before: Sequence[Sentence], index: SlotIndex
) -> tuple[str, ...]:
    """The slots of a request to look again at "the address", which is an e-mail address where one was just named."""
    if before and index.has("email") and _WHICH_IS_YOURS.match(sentence.plain):
        said = mentioned(before[-1].plain, index)
        others = tuple(key for key in slots if key not in VAGUE | {CHOICE})
        return tuple(dict.fromkeys((*said, *others))) if said == ("email",) else slots
    if "address" not in slots or not index.has("email") or not _LOOK_AGAIN.search(sentence.plain):
        return slots
    named = any("@" in said.plain for said in (*before[-1:], sentence))
    return tuple(dict.fromkeys("email" if key == "address" else key for key in slots)) if named else slots


def with_lacking(
    slots: tuple[str, ...], sentence: Sentence, before: Sequence[Sentence], index: SlotIndex
) -> tuple[str, ...]:
    """The slots that a request asks for, with what the sentence before it could not do without, if it asks for "that"
    along with them."""
    if not (slots and before and sentence.question and _POINTS_BACK.search(sentence.plain)):
        return slots
    without = _WITHOUT.search(before[-1].plain)
    lacking = mentioned(without["thing"], index) if without else ()
    return tuple(dict.fromkeys((*lacking, *slots)))
