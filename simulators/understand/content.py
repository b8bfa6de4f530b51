"""INFORM: which statements of a message are content of their own, and which only go with its other acts."""

from collections.abc import Sequence

from simulators.understand import absences, facts, manners, narration
from simulators.understand.acts import Act
from simulators.understand.being_read import BeingRead
from simulators.understand.clauses import Sentence

_EXPLAINED = {Act.BYE, Act.REFUSE, Act.NOT_FOUND, Act.TRANSFER, Act.META, Act.CLAIM_DONE}
"""Acts beside which a plain statement is a receipt, a reason or a comment, unless it reports a look-up."""
_COMMENTED = _EXPLAINED - {Act.BYE} | {Act.HOLD, Act.INSTRUCT}
"""Acts after which it is one."""


def read_facts(read: Sequence[BeingRead]) -> None:
    """INFORM, once the other acts of a message are known."""
    acts = {act for one in read for act in one.acts}
    explained = bool(acts & _EXPLAINED) and acts != {Act.BYE, Act.ASK_MORE}
    at_stock = any(absences.out_of_stock(one.sentence) for one in read)
    claimed = False
    for at, one in enumerate(read):
        claimed = claimed or Act.CLAIM_DONE in one.acts
        explained = explained or not one.acts.isdisjoint(_COMMENTED)
        may_have_more = {Act.OFFER} if one.sentence.item or at_stock else set()
        if one.acts - may_have_more or _is_courtesy(one.sentence) or narration.narrates(one.sentence):
            continue
        hitch = narration.met_hitch(one.sentence) and not acts & {Act.REFUSE, Act.TRANSFER}
        if hitch or facts.is_record(one.sentence):
            one.acts.add(Act.INFORM)
            continue
        if _is_content(read, at, acts) if not claimed else _turns_aside(one.sentence):
            if explained and not claimed and not _stands_out(one.sentence, acts):
                continue
            one.acts.add(Act.INFORM)


def _turns_aside(sentence: Sentence) -> bool:
    return _is_absence(sentence) or (facts.is_aside(sentence) and not sentence.item)


def _is_absence(sentence: Sentence) -> bool:
    """Whether it says that something is out of stock, which is content whatever else is said."""
    return absences.out_of_stock(sentence) and not sentence.question


def _stands_out(sentence: Sentence, acts: set[Act]) -> bool:
    """Whether it is content even beside acts that are otherwise only explained."""
    return (
        facts.is_own(sentence)
        or facts.lists_possible(sentence)
        or _is_absence(sentence)
        or (Act.CONFIRM in acts and facts.warns(sentence))
    )


def _is_content(read: Sequence[BeingRead], at: int, acts: set[Act]) -> bool:
    """Whether a statement tells something, rather than comments, describes what is asked for or repeats a proposal."""
    sentence = read[at].sentence
    if _is_absence(sentence) or (Act.CONFIRM in acts and facts.warns(sentence)):
        return True
    if Act.TRANSFER in acts and facts.speaks_of_others(sentence):
        return False
    if at and Act.REQUEST in read[at - 1].acts and facts.describes(sentence):
        return False
    if facts.comments(sentence) and not facts.is_own(sentence):
        return False
    tells = facts.is_finding if Act.HOLD in acts else facts.is_statement
    alone = not acts - {Act.ASK_MORE, Act.INFORM, Act.HOLD} and tells(sentence)
    if not alone and not facts.states_fact(sentence, values=len(read[at].found)):
        return False
    return Act.CONFIRM not in acts or not _is_recap(read, read[at])


def _is_courtesy(sentence: Sentence) -> bool:
    """Whether it is only polite; a fact in the same breath ("Great news: you are eligible") counts."""
    if sentence.plain.startswith("thank"):
        return True
    tells = absences.out_of_stock(sentence) or facts.is_own(sentence) or narration.met_hitch(sentence)
    return manners.is_filler(sentence) and not tells


def _is_recap(read: Sequence[BeingRead], one: BeingRead) -> bool:
    if one.sentence.header is not None:
        header = read[one.sentence.header].sentence
        return facts.is_recap(header) and not facts.lists_results(header)
    return facts.is_recap(one.sentence)
