"""Weighs what the rules have read of a message against what its words say, and settles its acts and slots."""

from collections.abc import Sequence
from functools import lru_cache
from operator import mul

from simulators.understand import asked, assents, confirmations, proposals, refusals, unnamed
from simulators.understand.acts import Act
from simulators.understand.barred import is_barred
from simulators.understand.being_read import BeingRead
from simulators.understand.certain import is_certain
from simulators.understand.claims import may_claim
from simulators.understand.context import is_warning
from simulators.understand.evidence import ACTS, any_of, features_of, flags, grounds, learnt, weigh
from simulators.understand.facts import is_finding, reports
from simulators.understand.slots import SlotIndex
from simulators.understand.weighing_slots import settle_slots
from simulators.understand.words import expression

_WAYS = frozenset(("payment_method", "shipping_method"))
_TO_LEARN = expression(r"\b(?:may|can|could|might) i (?:\w+ )?(?:ask|have|get|know)\b")
"""Asks for leave to be told something, which no yes answers."""
_GIVE_ME = expression(
    r"\b(?:can|could|would|will) you (?:please |kindly |just |also )*(?:give|tell|send|share|provide) (?:me|us)\b"
)
"""Asks for what it names, and for no yes."""
_ONLY_ONCE = expression(
    r"^(?:(?:and|but|also|note|please note)\b,? )?[^,;:]{2,40} can (?:only )?be \w+ (?:only |just )?once\b"
)
"""A rule to be borne in mind, which asks for nothing."""
_ANYTHING_ELSE = expression(r"\b(?:like|want) me to [^?,]{0,40}\b(?:anything|something) (?:else|more|further)\b")
"""An invitation in the words of a proposal."""


def settle(read: Sequence[BeingRead], index: SlotIndex) -> None:
    """Adds acts that the rules have missed and takes away those that they have read wrongly.

    An act that is added goes to the sentence whose words say most for it.
    """
    if not read:
        return
    own, shared = features_of([one.sentence for one in read])
    evidence = weigh(own, shared, learnt().vocabulary, count=len(ACTS))
    by_rules = frozenset(act for one in read for act in one.acts)
    leanings = _leanings(by_rules, alone=len(read) == 1)
    for act, (leaning, trust), said in zip(ACTS, leanings, zip(*evidence, strict=True), strict=True):
        balance = leaning + trust * any_of(said)
        if balance > 0 and act not in by_rules:
            _add(act, read, max(range(len(said)), key=said.__getitem__), index)
        elif balance <= 0 and act in by_rules:
            _take_away(act, read, index)
    settle_slots(read, own, shared, index)


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
    if act is Act.REFUSE and is_warning(one, read):
        return
    if act is Act.REQUEST:
        before = [other.sentence for other in read[max(0, at - 2) : at] if not refusals.finds_wanting(other.sentence)]
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
        return _may_confirm(one)
    if act is Act.HOLD:
        return not any(reports(other.sentence) for other in after)
    return True


def _may_confirm(one: BeingRead) -> bool:
    """Whether a sentence is no invitation, no question for one of several ways or for something else, and no rule to
    be borne in mind."""
    plain = one.sentence.plain
    invites = Act.ASK_MORE in one.acts and " or " not in plain
    chooses = bool(one.slots) and _WAYS.issuperset(one.slots) and proposals.offers_choice(one.sentence)
    if invites or chooses or confirmations.names_another(one.sentence):
        return False
    if one.slots and _GIVE_ME.search(plain):
        return False
    rule = not one.sentence.question and _ONLY_ONCE.search(plain)
    return not (rule or _TO_LEARN.search(plain) or _ANYTHING_ELSE.search(plain))


def _only_invites(read: Sequence[BeingRead]) -> bool:
    """Whether a message that refuses does nothing besides but ask for more wishes or part."""
    acts = {act for one in read for act in one.acts}
    return Act.ASK_MORE in acts and acts <= {Act.REFUSE, Act.ASK_MORE, Act.BYE}


def _acts_on_yes(read: Sequence[BeingRead]) -> bool:
    """Whether a message that asks for nothing else says that something will be done as soon as there is a yes."""
    return not any(one.slots for one in read) and any(assents.acts_on_yes(one.sentence) for one in read)


def _take_away(act: Act, read: Sequence[BeingRead], index: SlotIndex) -> None:
    if any(act in one.acts and is_certain(act, one, index) for one in read):
        return
    if (act is Act.REFUSE and _only_invites(read)) or (act is Act.CONFIRM and _acts_on_yes(read)):
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
