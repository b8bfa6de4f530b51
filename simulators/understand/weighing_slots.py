"""Weighs which slots the rules have read in a request against what its words say, and settles them."""

from collections.abc import Sequence
from functools import lru_cache
from operator import mul

from simulators.understand.acts import Act
from simulators.understand.being_read import BeingRead
from simulators.understand.evidence import Feature, Said, any_of, weigh
from simulators.understand.general import GENERAL
from simulators.understand.slot_evidence import learnt_slots, slot_grounds
from simulators.understand.slots import OTHER, SlotIndex

_GENERAL = frozenset({slot.key for slot in GENERAL.slots})


def settle_slots(read: Sequence[BeingRead], own: Sequence[Said], shared: set[Feature], index: SlotIndex) -> None:
    """Adds slots that the rules have missed in requests, and takes away those that they have read wrongly.

    `own` and `shared` are the features of the sentences. A slot that is added goes to the request whose words say most
    for it. What requests name stays where a message only asks, because rules seldom err there. In a lexicon with slots
    of its own, which rules know better, words count only where no request names anything.
    """
    asking = [at for at, one in enumerate(read) if one.slots]
    by_rules = frozenset(key for at in asking for key in read[at].slots)
    weights = learnt_slots()
    if not asking or not by_rules.issubset(weights.keys):
        return
    general = index.within(_GENERAL)
    named = _named([read[at] for at in asking], alone=len(read) == len(asking), general=general)
    if by_rules == named or (named and not general):
        return
    evidence = weigh([own[at] for at in asking], shared, weights.vocabulary, count=len(weights.keys))
    columns = dict(zip(weights.keys, zip(*evidence, strict=True), strict=True))
    balances = {
        key: leaning + trust * any_of(columns[key])
        for key, (leaning, trust) in _leanings(by_rules).items()
        if key == OTHER or index.has(key)
    }
    chosen = {key for key, balance in balances.items() if balance > 0} | named
    chosen = chosen or {max(balances, key=balances.__getitem__)}
    for at in asking:
        read[at].slots = tuple(key for key in read[at].slots if key in chosen)
    for key in sorted(chosen - by_rules):
        best = max(range(len(asking)), key=columns[key].__getitem__)
        read[asking[best]].slots += (key,)
    for at in asking:
        if not read[at].slots:
            read[at].acts.discard(Act.REQUEST)


def _named(asking: Sequence[BeingRead], *, alone: bool, general: bool) -> set[str]:
    """The slots that are left as the rules have read them."""
    if general and not alone:
        return set()
    return {key for one in asking if not one.unnamed for key in one.slots}


@lru_cache(maxsize=1024)
def _leanings(by_rules: frozenset[str]) -> dict[str, tuple[float, float]]:
    """For each slot what speaks for it before its words are weighed, and how far they are trusted."""
    weights = learnt_slots()
    balances = {
        key: [sum(map(mul, weights.trust, slot_grounds(key, words, by_rules))) for words in (0.0, 1.0)]
        for key in weights.keys
    }
    return {key: (without, with_words - without) for key, (without, with_words) in balances.items()}
