"""Requests for a yes in a few words: "change it?", "your yes, please", "is that right? If so, I'll save it"."""

from collections.abc import Sequence
from itertools import pairwise

from domains.kit.values import ValueKind
from simulators.understand.acts import Act
from simulators.understand.assents import acts_only_on_yes
from simulators.understand.being_read import BeingRead
from simulators.understand.clauses import Sentence
from simulators.understand.words import expression

_LEAD = r"^(?:(?:so|and|then|now|ok|okay|right|well|got it|shall we|just)[,.:! ]+)*"
_DEED = (
    r"(?:change|update|set|make|save|store|switch|swap|exchange|cancel|return|send(?: back)?|ship|redirect|split|divide"
    r"|put|move|refund|charge|correct|replace|enter|record|take)"
)
_OBJECT = r"(?:it|this|that|them|these|those|both|all|the|to|#?[a-z]*-?\d\S*|\S+@\S+)"
_DO_IT = expression(
    r"^(?:(?![^:?]*\b(?:which|what|how|or)\b)[^:?]{3,50}: )?(?:"
    rf"{_LEAD[1:]}){_DEED} {_OBJECT}(?![\w'])(?!.* or )"
    r"(?!.*\b(?:which|what|how|when|where|who|whose|why)\b)[^?]{0,160}\?$"
)
_IN_ORDER = expression(
    rf"{_LEAD}(?:is|does|do|are) (?:everything|it all|all (?:of )?(?:this|that|it)|all) (?:look |sound |seem )?"
    r"(?:right|correct|good|fine|ok|okay|in order|as you (?:want|wish|would like)(?: it)?)"
    r"(?: (?:to|for|with) you| so| now| then| like this| like that)*\?$"
    rf"|{_LEAD}everything (?:right|correct|in order|fine|okay|ok)(?: so far)?(?::[^?]*)?\?$"
)
_ARE_WE = expression(rf"{_LEAD}are we (?:on|agreed|good to go|ok|okay|all right)\?$")
_YES_PLEASE = expression(
    r"^your (?:go-ahead|ok|okay|yes|approval|consent)\?$"
    r"|^(?:(?:just|only|so|and|now|then)[, ]+)*(?:an?|one|your|the)(?: (?:last|final|quick|short|clear|simple|plain"
    r"|brief|explicit|little))* [\"'\u201c]?(?:yes|ok|okay|go-ahead|approval|consent|nod|agreement)[\"'\u201d]?"
    r"(?:(?: (?:from you|to (?:this|that|it)))*,? please\W*$|(?: from you)?,? please,? to \w"
    r"|(?: from you)? to [^?]*, please\W*$)"
)
_IF_SO = expression(
    r"^(?:and |then )?if (?:so|yes|it is|that is (?:so|right|correct|it))\b,? (?:then )?(?:i|we) "
    r"(?:will|would|can|shall)\b(?! not\b)"
)
_OR_ANOTHER = expression(
    r"\bor,? (?:else )?(?:should|shall|would|do|does|is|may|could|can) .{0,40}?\b(?:another|different|other)\b[^?]*\?$"
)
_LEAVES_IT = expression(
    r"(?:^|[,:;] |\b(?:so|then|and|ok|okay) )"
    r"(?:(?:shall|should|may|can) (?:i|we) (?:then |just |simply )?(?:keep|leave)"
    r"|(?:shall|should|may|can) (?:everything|all|it|this|that|things|they|(?:the|your) \w+|#?\w*\d\w*)"
    r"(?: of (?:it|this|that))? (?:then |just |simply )?(?:stay|remain)"
    r"|(?:would you like|do you want|are you (?:ok|okay|fine|happy)) (?:me to |us to |to )?"
    r"(?:(?:it|this|that|everything|things|(?:the|your) \w+) (?:to )?)?(?:keep|leave|stay|remain))"
    r"(?!.*\b(?:or|else|rest|others?|remaining|and|but)\b)[^?]*?"
    r"\b(?:as (?:it is|they are|is|ordered|placed|before|it was)|unchanged|untouched"
    r"|(?:the way|where) (?:it is|they are))"
    r"[^?]{0,20}\?$"
)
_AGREES = expression(
    r"\b(?:do you (?:agree|accept|approve|confirm|say yes)|(?:is|would) (?:this|that|it)(?: be)? (?:ok|okay|fine"
    r"|all right|alright|good|right|correct|agreeable|a yes)|are you (?:ok|okay|fine|happy)\b(?= with|\W*$)"
    r"|(?:shall|should|may|can) (?:i|we)|^(?:ok|okay|fine|all right|alright|right|correct|agreed)\b)"
)
_ALL_RIGHT = expression(
    r"^(?:(?:so|and|then),? )?(?:(?:is|would) (?:that|this|it)(?: be)? |are you )?(?:ok|okay|all right|alright|fine)"
    r"(?: (?:with|for|by) (?:you|that|this|it))*\?$"
)
_CONFIRM_THIS = expression(r"\b(?:please|kindly) confirm (?:the following|this|what follows)(?: \w+)?(?:, \w+)?: ")
"""Puts up for a yes what stands behind its colon."""
_POINTED = frozenset({ValueKind.ID, ValueKind.POSTCODE, ValueKind.EMAIL, ValueKind.PHONE, ValueKind.MONEY})
"""Kinds of values that are said of what will be done rather than of how something is."""


def asks_in_short(sentence: Sentence) -> bool:
    """Whether it asks, in hardly more words than that, for leave to do something, or for a yes."""
    asked = sentence.question and any(rule.match(sentence.plain) for rule in (_DO_IT, _IN_ORDER, _ARE_WE))
    return asked or _YES_PLEASE.match(sentence.plain) is not None


def asks_if_agreed(sentence: Sentence) -> bool:
    """Whether it asks, in whatever words, if the customer agrees."""
    return sentence.question and _AGREES.search(sentence.plain) is not None


def asks_if_all_right(sentence: Sentence) -> bool:
    """Whether it asks no more than whether something is all right with the customer: "is that okay?"."""
    return sentence.question and _ALL_RIGHT.match(sentence.plain) is not None


def asks_to_leave_it(sentence: Sentence) -> bool:
    """Whether it asks if everything may stay as it is, which proposes nothing."""
    return sentence.question and _LEAVES_IT.search(sentence.plain) is not None


def asks_only_for_yes(sentence: Sentence) -> bool:
    """Whether it asks for a yes in one of these ways, and for nothing beside it."""
    return asks_in_short(sentence) or _agrees_or_another(sentence)


def _agrees_or_another(sentence: Sentence) -> bool:
    """Whether it asks for a yes, or else whether something else is to be taken, and so for no name of that."""
    found = _OR_ANOTHER.search(sentence.plain) if sentence.question else None
    return found is not None and _AGREES.search(sentence.plain, 0, found.start()) is not None


def read_conditions(read: Sequence[BeingRead]) -> None:
    """CONFIRM, where it is said what will be done if a question that repeats what was told is answered with yes, or, in
    a message that asks for nothing, that what was told is not done without one."""
    if not any(one.acts & {Act.REQUEST, Act.CONFIRM, Act.OFFER} for one in read):
        for at, one in enumerate(read):
            if _is_told(read[: at + 1]) and acts_only_on_yes(one.sentence):
                one.acts.add(Act.CONFIRM)
    for one in read:
        if Act.REQUEST not in one.acts and _is_told([one]) and _CONFIRM_THIS.search(one.sentence.plain):
            one.acts = (one.acts - {Act.REFUSE}) | {Act.CONFIRM}
    for at, (before, one) in enumerate(pairwise(read), 1):
        told = _is_told(read[:at])
        asked = before.sentence.question and Act.REQUEST not in before.acts
        if told and asked and Act.REFUSE not in one.acts and _IF_SO.match(one.sentence.plain):
            one.acts = (one.acts - {Act.HOLD}) | {Act.CONFIRM}


def _is_told(read: Sequence[BeingRead]) -> bool:
    """Whether a value is told that says what will be done."""
    return any(found.value.kind in _POINTED for one in read for found in one.found)
