"""Acts that the rules read by their definition, so that no other words speak against them."""

from collections.abc import Callable

from simulators.understand import (
    absences,
    assents,
    confirmations,
    continuations,
    instructions,
    manners,
    narration,
    proposals,
    refusals,
    requests,
)
from simulators.understand.acts import Act
from simulators.understand.being_read import BeingRead
from simulators.understand.clauses import Sentence
from simulators.understand.facts import tells_state
from simulators.understand.receipts import is_receipt, now_goes
from simulators.understand.short_asks import asks_only_for_yes
from simulators.understand.slots import SlotIndex
from simulators.understand.words import expression

_ELIGIBLE = expression(r"\byou (?:do )?(?:still )?qualify\b|\b(?:is|are) (?:still |fully )?eligible\b")
_PAID = expression(r"^(?:yes, |no, )?you (?:have |had )?paid [$\u00a3\u20ac]\d")
_PROPOSES = expression(
    r"\b(?:(?:shall|should|may) i|(?:would you like|do you want) me to"
    r"|please (?:tell me|let me know) (?:if|whether) you(?: would like|'d like| want)"
    r"|how (?:does|would) (?:that|this|it) sound|what do you say(?=\?))(?!\w)"
)
_WENT_THROUGH = expression(
    r"^(?:the|your) (?:change|return|exchange|cancellation|update|switch|refund|split)s? (?:have |has )?"
    r"(?:now |just )?(?:gone|went) through\b|\b(?:will|is going to) now (?:be|go|ship|travel|arrive|come|reach)\b"
)
_ANNOUNCES = expression(
    r"\b(?:happy|pleased|glad|delighted) to (?:let you know|inform you|tell you|confirm|say|report)\b.*"
    r"\bhas (?:now |just )?been\b"
)
_GOODBYE = expression(r"\b(?:good ?bye|bye)\b")
_WAS_ALL = expression(r"^(?:and |so )?(?:will|is|was) that (?:be )?(?:all|everything)(?: for (?:today|now))?\?")
_IF_MORE = expression(
    r"(?:if|should) you (?:have|need|require|would like) (?:any )?(?:other|further|more|additional)\b.*\blet me "
    r"know\W*$"
)


def _asks_on(sentence: Sentence) -> bool:
    """Whether it asks how to go on, whether that was all, or to be told what more there is."""
    return (
        continuations.asks_to_go_on(sentence)
        or manners.asks_for_next(sentence)
        or _WAS_ALL.match(sentence.plain) is not None
        or (_IF_MORE.match(sentence.plain) is not None and not manners.puts_off(sentence))
    )


def _sends_to_look(sentence: Sentence) -> bool:
    """Whether it says where to look something up, or what to see to first."""
    return instructions.says_where_to_look(sentence) or requests.bids_then(sentence)


def _tells(sentence: Sentence) -> bool:
    """Whether it says what is out of stock, who is eligible, what a record holds, or what went wrong in looking."""
    return (
        absences.out_of_stock(sentence)
        or narration.met_hitch(sentence)
        or narration.is_of_record(sentence)
        or tells_state(sentence)
        or _ELIGIBLE.search(sentence.plain) is not None
        or _PAID.match(sentence.plain) is not None
    )


def _proposes(sentence: Sentence) -> bool:
    asks = confirmations.asks_whether_all(sentence) or assents.asks_for_yes(sentence) or asks_only_for_yes(sentence)
    asks = asks or confirmations.asks_leave_besides(sentence)
    return asks or _PROPOSES.search(sentence.plain) is not None


def _claims(sentence: Sentence) -> bool:
    announced = _ANNOUNCES.search(sentence.plain) or _WENT_THROUGH.search(sentence.plain)
    return announced is not None or is_receipt(sentence) or now_goes(sentence)


def _puts_up(sentence: Sentence) -> bool:
    return proposals.proposes_transfer(sentence) or confirmations.names_another(sentence)


def _parts(sentence: Sentence) -> bool:
    return _GOODBYE.search(sentence.plain) is not None


_BY_DEFINITION: dict[Act, Callable[[Sentence], bool]] = {
    Act.CONFIRM: _proposes,
    Act.INFORM: _tells,
    Act.CLAIM_DONE: _claims,
    Act.BYE: _parts,
    Act.REFUSE: refusals.rules_out,
    Act.ASK_MORE: _asks_on,
    Act.OFFER: _puts_up,
    Act.INSTRUCT: _sends_to_look,
    Act.HOLD: lambda _: True,
}


def is_certain(act: Act, one: BeingRead, index: SlotIndex) -> bool:
    """Whether the rules go by the definition of an act that they have read in a sentence."""
    if act is Act.REQUEST:
        return bool(one.slots) and not one.unnamed
    if act is Act.REFUSE and (one.concluded or refusals.refuses_deed(one.sentence, index)):
        return True
    by_definition = _BY_DEFINITION.get(act)
    return by_definition is not None and by_definition(one.sentence)
