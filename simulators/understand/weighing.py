"""Weighs what the rules have read of a message against what its words say, and settles its acts."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import mul

from simulators.understand import (
    asked,
    continuations,
    instructions,
    manners,
    narration,
    proposals,
    refusals,
    requests,
    unnamed,
)
from simulators.understand.acts import Act
from simulators.understand.barred import is_barred
from simulators.understand.being_read import BeingRead
from simulators.understand.claims import may_claim
from simulators.understand.clauses import Sentence
from simulators.understand.evidence import ACTS, any_of, flags, grounds, learnt, weigh
from simulators.understand.facts import is_finding, reports, tells_state
from simulators.understand.slots import SlotIndex
from simulators.understand.words import expression

_TO_LEARN = expression(r"\b(?:may|can|could|might) i (?:\w+ )?(?:ask|have|get|know)\b")
"""Asks for leave to be told something, which no yes answers."""
_ANYTHING_ELSE = expression(r"\b(?:like|want) me to [^?,]{0,40}\b(?:anything|something) (?:else|more|further)\b")
"""An invitation in the words of a proposal."""
_ELIGIBLE = expression(r"\byou (?:do )?(?:still )?qualify\b|\b(?:is|are) (?:still |fully )?eligible\b")
_DEFINING = {
    Act.CONFIRM: expression(
        r"\b(?:(?:shall|should|may) i|(?:would you like|do you want) me to"
        r"|please (?:tell me|let me know) (?:if|whether) you(?: would like|'d like| want))\b"
    ),
    Act.CLAIM_DONE: expression(
        r"^(?:the|your) (?:change|return|exchange|cancellation|update|switch|refund|split)s? (?:have |has )?"
        r"(?:now |just )?(?:gone|went) through\b"
    ),
    Act.BYE: expression(r"\b(?:good ?bye|bye)\b"),
}
"""Words with which an act is what it is by definition."""

_WAS_ALL = expression(r"^(?:and |so )?(?:will|is|was) that (?:be )?(?:all|everything)(?: for (?:today|now))?\?")
_IF_MORE = expression(
    r"(?:if|should) you (?:have|need|require|would like) (?:any )?(?:other|further|more|additional)\b.*\blet me "
    r"know\W*$"
)


def _asks_on(sentence: Sentence) -> bool:
    """Whether it asks how to go on, whether that was all, or to be told what more there is."""
    return (
        continuations.asks_to_go_on(sentence)
        or _WAS_ALL.match(sentence.plain) is not None
        or (_IF_MORE.match(sentence.plain) is not None and not manners.puts_off(sentence))
    )


def _sends_to_look(sentence: Sentence) -> bool:
    """Whether it says where to look something up, or what to see to first."""
    return instructions.says_where_to_look(sentence) or requests.bids_then(sentence)


_SAYING_SO: dict[Act, Callable[[Sentence], bool]] = {
    Act.REFUSE: refusals.rules_out,
    Act.ASK_MORE: _asks_on,
    Act.OFFER: proposals.proposes_transfer,
    Act.INSTRUCT: _sends_to_look,
}


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
    if not _may_be(act, one, read[at + 1 :]):
        return
    if act is Act.REQUEST:
        before = [other.sentence for other in read[max(0, at - 2) : at]]
        one.slots = asked.slots_asked(one.sentence, index, beside=bool(one.acts)) or unnamed.fallback(
            one.sentence, before, index
        )
        if not one.slots:
            return
    one.acts.add(act)


def _may_be(act: Act, one: BeingRead, after: Sequence[BeingRead]) -> bool:
    """Whether a sentence can have an act that its words speak for."""
    sentence = one.sentence
    if is_barred(act, one):
        return False
    if act is Act.CLAIM_DONE:
        return may_claim(sentence)
    if act is Act.REFUSE:
        return refusals.may_refuse(sentence)
    if act is Act.CONFIRM:
        invites = Act.ASK_MORE in one.acts and " or " not in sentence.plain
        return not (invites or _TO_LEARN.search(sentence.plain) or _ANYTHING_ELSE.search(sentence.plain))
    if act is Act.HOLD:
        return not any(reports(other.sentence) for other in after)
    return True


def _take_away(act: Act, read: Sequence[BeingRead]) -> None:
    if any(act in one.acts and _is_certain(act, one) for one in read):
        return
    if (
        act is Act.INFORM
        and any(Act.HOLD in one.acts for one in read)
        and any(is_finding(one.sentence) for one in read)
    ):
        return
    for one in read:
        one.acts.discard(act)
        if act is Act.REQUEST:
            one.slots = ()


def _is_certain(act: Act, one: BeingRead) -> bool:
    """Whether the rules go by the definition of the act.

    It waits, says goodbye, proposes a human, asks for a yes or how to go on or for something by its name, or says that
    something is out of stock or not possible, or who is eligible.
    """
    sentence = one.sentence
    if act is Act.INFORM:
        told = (
            refusals.out_of_stock(sentence)
            or narration.met_hitch(sentence)
            or narration.is_of_record(sentence)
            or tells_state(sentence)
        )
        return told or _ELIGIBLE.search(sentence.plain) is not None
    if act is Act.REQUEST:
        return bool(one.slots) and not one.unnamed
    if (says_so := _SAYING_SO.get(act)) is not None:
        return says_so(sentence)
    if (defining := _DEFINING.get(act)) is not None:
        return defining.search(one.sentence.plain) is not None
    return act is Act.HOLD
