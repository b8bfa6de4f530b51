"""Weighs what the rules have read of a message against what its words say, and settles its acts."""

from collections.abc import Sequence
from functools import lru_cache
from operator import mul

from simulators.understand import asked, continuations, proposals, refusals, unnamed
from simulators.understand.acts import Act
from simulators.understand.being_read import BeingRead
from simulators.understand.claims import may_claim
from simulators.understand.evidence import ACTS, any_of, flags, grounds, learnt, weigh
from simulators.understand.facts import reports
from simulators.understand.slots import SlotIndex
from simulators.understand.words import expression

_TO_LEARN = expression(r"\b(?:may|can|could|might) i (?:\w+ )?(?:ask|have|get|know)\b")
"""Asks for leave to be told something, which no yes answers."""
_ELIGIBLE = expression(r"\byou (?:do )?(?:still )?qualify\b|\b(?:is|are) (?:still |fully )?eligible\b")
_DEFINING = {
    Act.CONFIRM: expression(
        r"\b(?:(?:shall|should|may) i|(?:would you like|do you want) me to"
        r"|please (?:tell me|let me know) (?:if|whether) you(?: would like|'d like| want))\b"
    ),
    Act.BYE: expression(r"\b(?:good ?bye|bye)\b"),
}
"""Words with which an act is what it is by definition."""


def settle(read: Sequence[BeingRead], index: SlotIndex) -> None:
    """Adds acts that the rules have missed and takes away those that they have read wrongly.

    An act that is added goes to the sentence whose words say most for it.
    """
    if not read:
        return
    evidence = weigh([one.sentence for one in read], learnt().features)
    by_rules = frozenset(act for one in read for act in one.acts)
    leanings = _leanings(by_rules, alone=len(read) == 1)
    for act, (leaning, trust), own in zip(ACTS, leanings, zip(*evidence, strict=True), strict=True):
        balance = leaning + trust * any_of(own)
        if balance > 0 and act not in by_rules:
            _add(act, read, max(range(len(own)), key=own.__getitem__), index)
        elif balance <= 0 and act in by_rules:
            _take_away(act, read)


@lru_cache(maxsize=1024)
def _leanings(by_rules: frozenset[Act], *, alone: bool) -> tuple[tuple[float, float], ...]:
    """For each act what speaks for it before its words are weighed, and how far they are trusted."""
    flagged, trusts = flags(by_rules), enumerate(learnt().trust)
    balances = [
        [sum(map(mul, trust, grounds(at, words, flagged, alone=alone))) for words in (0.0, 1.0)] for at, trust in trusts
    ]
    return tuple((without, with_words - without) for without, with_words in balances)


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
        if Act.ASK_MORE in one.acts and continuations.asks_to_go_on(one.sentence):
            return
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
    something is out of stock, or who is eligible.
    """
    if act is Act.INFORM:
        return refusals.out_of_stock(one.sentence) or _ELIGIBLE.search(one.sentence.plain) is not None
    if act is Act.REQUEST:
        return bool(one.slots) and not one.unnamed
    if act is Act.ASK_MORE:
        return continuations.asks_to_go_on(one.sentence)
    if (defining := _DEFINING.get(act)) is not None:
        return defining.search(one.sentence.plain) is not None
    if act is Act.OFFER:
        return proposals.proposes_transfer(one.sentence)
    return act is Act.HOLD
