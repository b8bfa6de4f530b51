"""Reads a message: which acts it has, what it asks for, which values stand in it."""

from collections.abc import Sequence

from domains.kit.lexicon import Lexicon
from simulators.understand import (
    absences,
    assents,
    beside,
    confirmations,
    continuations,
    instructions,
    manners,
    narration,
    proposals,
    refusals,
    requests,
    transfers,
    waits,
)
from simulators.understand.acts import Act, Reading
from simulators.understand.being_read import BeingRead
from simulators.understand.claims import claims_done
from simulators.understand.clauses import sentences
from simulators.understand.content import read_facts
from simulators.understand.context import read_news, read_together
from simulators.understand.grants import lets_do
from simulators.understand.indexed import indexed
from simulators.understand.short_asks import read_conditions
from simulators.understand.slots import SlotIndex
from simulators.understand.sought import read_options, read_requests
from simulators.understand.values import Found, found_in, unmarked
from simulators.understand.weighing import settle

BEGINNING, END = 9_000, 3_000
"""Characters of a long message that are read: people skim what goes on for pages, and look at how it ends."""


def skimmed(text: str) -> str:
    """The text, or, where it is very long, its beginning and its end."""
    return text if len(text) <= BEGINNING + END else f"{text[:BEGINNING]}\n\n{text[-END:]}"


def understand(text: str, lexicon: Lexicon) -> Reading:
    """The acts, requested slots and typed values of an agent's message, by the definitions in `Act`.

    Slots are keys of the lexicon, or "other" for a request that it knows no slot for; there are some exactly when
    REQUEST is among the acts.
    """
    index = indexed(SlotIndex, lexicon)
    text = skimmed(text)
    read = [BeingRead(sentence) for sentence in sentences(text)]
    for one in read:
        _read_alone(one, index)
        _read_proposal(one, index)
    read_news(read)
    read_requests(read, index)
    read_together(read)
    read_options(read, index)
    plain = unmarked(text)
    found = found_in(plain, lexicon)
    _place_values(read, plain, found)
    read_facts(read)
    settle(read, index)
    read_conditions(read)
    clauses = tuple(one.clause(index) for one in read)
    acts = frozenset(act for clause in clauses for act in clause.acts)
    return Reading(
        acts=acts,
        slots=tuple(dict.fromkeys(key for clause in clauses for key in clause.slots)),
        values=tuple(dict.fromkeys(one.value for one in found)),
        clauses=clauses,
        substantive=bool(acts) or any(not manners.is_filler(one.sentence) for one in read) or _has_code(text, read),
    )


def _has_code(text: str, read: Sequence[BeingRead]) -> bool:
    return not read and any(sign.isalnum() for sign in text)


def _read_alone(one: BeingRead, index: SlotIndex) -> None:
    """The acts that a sentence has whatever stands around it."""
    sentence, acts = one.sentence, one.acts
    if manners.speaks_of_itself(sentence):
        acts.add(Act.META)
    if manners.says_bye(sentence):
        acts.add(Act.BYE)
    if claims_done(sentence, index.past):
        acts.add(Act.CLAIM_DONE)
    if absences.not_found(sentence):
        acts.add(Act.NOT_FOUND)
    needs_yes = assents.acts_only_on_yes(sentence)
    excused = narration.met_hitch(sentence) or refusals.is_fulfilled(sentence) or needs_yes or lets_do(sentence)
    denies = not (excused or requests.lists_needs(sentence)) and refusals.refuses(sentence)
    if denies and (Act.META not in acts or refusals.refuses_as_machine(sentence)):
        acts.add(Act.REFUSE)
    if waits.asks_to_wait(sentence):
        acts.add(Act.HOLD)
    alone = not acts & {Act.META, Act.HOLD, Act.BYE} and not narration.narrates(sentence)
    if (alone and instructions.instructs(sentence)) or (
        instructions.asks_to_do(sentence) and not requests.asks(sentence)
    ):
        acts.add(Act.INSTRUCT)


def _read_proposal(one: BeingRead, index: SlotIndex) -> None:
    """What it puts to the customer: alternatives, a human, an open invitation, or something to say yes to."""
    sentence, acts = one.sentence, one.acts
    if (proposals.offers(sentence) and not narration.narrates(sentence)) or confirmations.names_another(sentence):
        acts.add(Act.OFFER)
    if not proposals.proposes_transfer(sentence) and transfers.transfers(sentence):
        acts.add(Act.TRANSFER)
    if manners.puts_off_for_good(sentence) and not continuations.lets_try_again(sentence):
        acts.add(Act.BYE)
    elif (
        manners.asks_more(sentence)
        and not beside.also_proposes(sentence)
        and not proposals.proposes_transfer(sentence)
        and not confirmations.confirms_or_changes(sentence)
    ):
        acts.add(Act.ASK_MORE)
        if beside.proposes_first(sentence):
            acts.add(Act.CONFIRM)
    elif confirmations.asks_to_confirm(sentence, index.names):
        acts.add(Act.CONFIRM)
        if sentence.question:
            acts.discard(Act.INSTRUCT)
        if assents.asks_for_yes(sentence):
            acts.discard(Act.HOLD)
    if Act.OFFER in acts:
        acts.discard(Act.INSTRUCT)


def _place_values(read: Sequence[BeingRead], plain: str, found: Sequence[Found]) -> None:
    at = 0
    for one in read:
        start = plain.find(one.sentence.text, at)
        if start < 0:
            one.found = found_in(one.sentence.text)
            continue
        at = start + len(one.sentence.text)
        one.found = [value for value in found if start <= value.start < at]
