"""Weighs what the rules have read of a message against what its words say, and settles its acts."""

import re
from collections.abc import Sequence
from operator import mul

from simulators.understand import asked, continuations, proposals, refusals, unnamed
from simulators.understand.acts import Act
from simulators.understand.being_read import BeingRead
from simulators.understand.claims import may_claim
from simulators.understand.evidence import ACTS, any_of, flags, grounds, learnt, weigh
from simulators.understand.facts import reports
from simulators.understand.slots import SlotIndex

_TO_LEARN = re.compile(r"\b(?:may|can|could|might) i (?:\w+ )?(?:ask|have|get|know)\b")
"""Asks for leave to be told something, which no yes answers."""
_DEFINING = {
    Act.CONFIRM: re.compile(
        r"\b(?:(?:shall|should|may) i|(?:would you like|do you want) me to"
        r"|please (?:tell me|let me know) (?:if|whether) you(?: would like|'d like| want))\b"
    ),
    Act.BYE: re.compile(r"\b(?:good ?bye|bye)\b"),
}
"""Words with which an act is what it is by definition."""


def settle(read: Sequence[BeingRead], index: SlotIndex) -> None:
    """Adds acts that the rules have missed and takes away those that they have read wrongly.

    An act that is added goes to the sentence whose words say most for it.
    """
    if not read:
        return
    weights = learnt()
    evidence = weigh([one.sentence for one in read], weights.features)
    by_rules = {act for one in read for act in one.acts}
    flagged, alone = flags(by_rules), len(read) == 1
    for at, (act, own) in enumerate(zip(ACTS, zip(*evidence, strict=True), strict=True)):
        balance = sum(map(mul, weights.trust[at], grounds(at, any_of(own), flagged, alone=alone)))
        if balance > 0 and act not in by_rules:
            _add(act, read, max(range(len(own)), key=own.__getitem__), index)
        elif balance <= 0 and act in by_rules:
            _take_away(act, read)


def _add(act: Act, read: Sequence[BeingRead], at: int, index: SlotIndex) -> None:
    one = read[at]
    if act is Act.CLAIM_DONE and not may_claim(one.sentence):
        return
    if act is Act.REFUSE and not refusals.may_refuse(one.sentence):
        return
    if act is Act.CONFIRM and _TO_LEARN.search(one.sentence.plain):
        return
    if act is Act.HOLD and any(reports(other.sentence) for other in read[at + 1 :]):
        return
    if act is Act.REQUEST:
        before = [other.sentence for other in read[max(0, at - 2) : at]]
        one.slots = asked.slots_asked(one.sentence, index, beside=bool(one.acts)) or unnamed.fallback(
            one.sentence, before, index
        )
        if not one.slots:
            return
    one.acts.add(act)


def _take_away(act: Act, read: Sequence[BeingRead]) -> None:
    if any(act in one.acts and _is_certain(act, one) for one in read):
        return
    for one in read:
        one.acts.discard(act)
        if act is Act.REQUEST:
            one.slots = ()


def _is_certain(act: Act, one: BeingRead) -> bool:
    """Whether the rules go by the definition of the act.

    It waits, says goodbye, proposes a human, asks for a yes or how to go on or for something by its name, or says that
    something is out of stock.
    """
    if act is Act.INFORM:
        return refusals.out_of_stock(one.sentence)
    if act is Act.REQUEST:
        return bool(one.slots) and not one.unnamed
    if act is Act.ASK_MORE:
        return continuations.asks_to_go_on(one.sentence)
    if (defining := _DEFINING.get(act)) is not None:
        return defining.search(one.sentence.plain) is not None
    if act is Act.OFFER:
        return proposals.proposes_transfer(one.sentence)
    return act is Act.HOLD
