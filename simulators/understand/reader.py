"""Reads a message: which acts it has, what it asks for, which values stand in it."""

from collections.abc import Sequence

from domains.kit.lexicon import Lexicon
from simulators.understand import (
    asked,
    assents,
    beside,
    confirmations,
    continuations,
    instructions,
    lacks,
    manners,
    named,
    narration,
    options,
    proposals,
    refusals,
    requests,
    unnamed,
)
from simulators.understand.acts import Act, Reading
from simulators.understand.askings import is_request
from simulators.understand.being_read import BeingRead
from simulators.understand.claims import claims_done
from simulators.understand.clauses import Sentence, sentences
from simulators.understand.content import read_facts
from simulators.understand.context import read_news, read_together
from simulators.understand.indexed import indexed
from simulators.understand.mentions import mentioned
from simulators.understand.parts import naming_things
from simulators.understand.pointing import with_lacking
from simulators.understand.short_asks import read_conditions
from simulators.understand.slots import CHOICE, OPTION, OTHER, VAGUE, SlotIndex
from simulators.understand.topics import kind_before
from simulators.understand.values import Found, found_in, unmarked
from simulators.understand.ways import with_way
from simulators.understand.weighing import settle
from simulators.understand.words import expression

_WHICH_ONE = expression(r"\bwhich one\b")
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
    _read_requests(read, index)
    read_together(read)
    _read_options(read, index)
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
    if refusals.not_found(sentence):
        acts.add(Act.NOT_FOUND)
    denies = not (narration.met_hitch(sentence) or refusals.is_fulfilled(sentence)) and refusals.refuses(sentence)
    if denies and (Act.META not in acts or refusals.refuses_as_machine(sentence)):
        acts.add(Act.REFUSE)
    if manners.asks_to_wait(sentence):
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
    if not proposals.proposes_transfer(sentence) and manners.transfers(sentence):
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


def _read_requests(read: Sequence[BeingRead], index: SlotIndex) -> None:
    asking: set[int] = set()
    steps = any(Act.INSTRUCT in one.acts for one in read)
    for at, one in enumerate(read):
        sentence = one.sentence
        if (sentence.header in asking and _only_lists_values(sentence, asking)) or options.is_of_plan(read, at):
            continue
        if sentence.header in asking or (_continues(read, at) and not sentence.question):
            one.slots = asked.slots_of_item(sentence, index)
            if one.slots:
                one.acts = {Act.REQUEST}
            if one.slots or not sentence.question:
                continue
        if requests.names_ways(sentence) and not one.acts:
            asking.add(at)
        if (
            _is_echo(read, at)
            or not is_request(one, index, steps=steps)
            or (requests.repeats(sentence) and any(other.slots for other in read[:at]))
        ):
            continue
        also = bool(one.acts & {Act.CONFIRM, Act.INSTRUCT}) and requests.also_asks(sentence)
        if also or requests.asks(sentence) or named.names_only(sentence):
            one.slots = _named_or_asked(sentence, index, beside=also)
        else:
            one.slots = asked.slots_lacked(sentence, index) or asked.slots_hinted(sentence, index)
        if not one.slots and (Act.HOLD in one.acts or (requests.asks_weakly(sentence) and not lacks.of_wish(sentence))):
            continue
        if _is_no_request_after_all(read, at, index):
            one.slots = ()
            continue
        _add_request(one)
        if (
            sentence.introduces
            and requests.introduces_request(sentence)
            and not (sentence.question and requests.chooses(sentence))
        ):
            asking.add(at)
    _name_the_rest(read, asking, index)
    options.leave_out_ways_of_paying(read)


def _named_or_asked(sentence: Sentence, index: SlotIndex, *, beside: bool) -> tuple[str, ...]:
    """The slots that a sentence asks for; of one that only names them, also those that are named last."""
    keys = asked.slots_asked(sentence, index, beside=beside)
    if beside or sentence.question or not named.names_only(sentence):
        return keys
    spelled_out = asked.slots_asked(named.spelled_out(sentence), index)
    return spelled_out if set(keys) < set(spelled_out) else keys


def _read_options(read: Sequence[BeingRead], index: SlotIndex) -> None:
    """Requests to say how to go on, after options."""
    for at, one in enumerate(read):
        if not index.has(CHOICE):
            return
        if _asks_which_option(read, at):
            one.acts = (one.acts - {Act.ASK_MORE}) | {Act.REQUEST}
            one.slots = (options.kind_of_options(read, at, index),)
        elif continuations.asks_to_pick(one.sentence) and not one.slots:
            one.acts = (one.acts - {Act.CONFIRM, Act.ASK_MORE}) | {Act.OFFER, Act.REQUEST}
            one.slots = (CHOICE,)


def _asks_which_option(read: Sequence[BeingRead], at: int) -> bool:
    """Whether "how would you like to proceed?" asks for one of the options that stand before it."""
    if Act.ASK_MORE not in read[at].acts or not continuations.asks_to_go_on(read[at].sentence):
        return False
    return any(Act.OFFER in one.acts for one in read[:at])


def _only_lists_values(item: Sentence, asking: set[int]) -> bool:
    """Whether an item among things asked for names none; one that begins a list of possible answers ends the asking."""
    if not continuations.lists_values(item):
        return False
    if item.introduces:
        asking.discard(item.header or 0)
    return True


def _is_no_request_after_all(read: Sequence[BeingRead], at: int, index: SlotIndex) -> bool:
    sentence = read[at].sentence
    if requests.proposes(sentence) and not any(index.is_choice(key) or key == CHOICE for key in read[at].slots):
        return True
    if requests.reminds(sentence) and not any(mentioned(other.sentence.plain, index) for other in read[:at]):
        return True
    return at + 1 < len(read) and requests.answers_itself(sentence, read[at + 1].sentence)


def _add_request(one: BeingRead) -> None:
    """Adds REQUEST, and takes away what a request looks like besides."""
    sentence = one.sentence
    one.acts.add(Act.REQUEST)
    if not sentence.question and not instructions.begins_instruction(sentence):
        one.acts -= {Act.INSTRUCT}
    if not (
        requests.picks(sentence)
        or proposals.offers_choice(sentence)
        or proposals.sets_apart(sentence)
        or proposals.proposes_transfer(sentence)
    ):
        one.acts -= {Act.OFFER}


def _is_echo(read: Sequence[BeingRead], at: int) -> bool:
    """Whether a question begins a message that then answers it."""
    after = read[at + 1 : at + 2]
    return (
        not read[at].acts
        and bool(after)
        and not after[0].sentence.question
        and not after[0].sentence.item
        and not after[0].sentence.text.startswith("(")
        and not any(one.sentence.question for one in read[:at])
        and requests.echoes(read[at].sentence)
        and not requests.ends_asking(read[at].sentence)
    )


def _continues(read: Sequence[BeingRead], at: int) -> bool:
    """Whether it only goes on with the things that the sentence before asks for: "your name; (2) your e-mail"."""
    before = read[at - 1] if at else None
    if before is None or Act.REQUEST not in before.acts or not before.sentence.text.endswith(";"):
        return False
    return not requests.asks(read[at].sentence)


def _name_the_rest(read: Sequence[BeingRead], asking: set[int], index: SlotIndex) -> None:
    """Requests that name no slot, or only details that a list then gives."""
    for at, one in enumerate(read):
        if (
            at in asking
            and set(one.slots) <= VAGUE | {CHOICE}
            and any(other.sentence.header == at and other.slots for other in read)
        ):
            one.slots = ()
            one.acts -= {Act.OFFER, Act.INSTRUCT}
        if at and one.slots == (CHOICE,) and proposals.sets_apart(one.sentence) and len(read[at - 1].slots) == 1:
            one.slots = read[at - 1].slots
        if CHOICE in one.slots:
            _name_choice(one, _before(read, at), index)
        if Act.REQUEST in one.acts and not one.slots:
            named_elsewhere = any(other.slots for other in read)
            if not named_elsewhere or (at not in asking and (one.sentence.question or requests.chooses(one.sentence))):
                alone = one.sentence.question and not one.sentence.item and one.acts == {Act.REQUEST}
                one.slots = unnamed.fallback(one.sentence, _before(read, at), index, alone=alone)
                one.unnamed = True
            if not one.slots or (named_elsewhere and one.slots == (OTHER,)):
                one.slots = ()
                one.acts.discard(Act.REQUEST)
        one.slots = with_way(one.slots, one.sentence, _before(read, at), index)
        one.slots = with_lacking(one.slots, one.sentence, _before(read, at), index)


def _name_choice(one: BeingRead, before: Sequence[Sentence], index: SlotIndex) -> None:
    """Says what "which one" is one of, where the sentence or those before it tell; things named beside it stay."""
    of = requests.chooses(one.sentence) and (unnamed.choice_within(one.sentence, index) or kind_before(before, index))
    others = {*one.slots} - {CHOICE, OPTION}
    if not (of or others):
        return
    things = naming_things(one.sentence.plain)
    if of and of not in one.slots and 0 not in things:
        one.slots = (*(of if key == CHOICE else key for key in one.slots), *((CHOICE,) if things else ()))
    elif others and not things and _WHICH_ONE.search(one.sentence.plain):
        one.slots = tuple(key for key in one.slots if key != CHOICE)


def _before(read: Sequence[BeingRead], at: int) -> list[Sentence]:
    """The two sentences before one, and first what introduces the list that they stand in.

    What the customer has told in vain is left out: nothing points back to it.
    """
    near = range(max(0, at - 2), at)
    headers = {read[place].sentence.header for place in near} - {None, *near}
    places = (*sorted(place for place in headers if place is not None), *near)
    return [read[place].sentence for place in places if not refusals.finds_wanting(read[place].sentence)]


def _place_values(read: Sequence[BeingRead], plain: str, found: Sequence[Found]) -> None:
    at = 0
    for one in read:
        start = plain.find(one.sentence.text, at)
        if start < 0:
            one.found = found_in(one.sentence.text)
            continue
        at = start + len(one.sentence.text)
        one.found = [value for value in found if start <= value.start < at]
