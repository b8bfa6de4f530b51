"""What a message asks for: which sentences are requests, and which slots each of them names."""

from collections.abc import Sequence

from simulators.understand import (
    asked,
    choosing,
    continuations,
    instructions,
    lacks,
    named,
    options,
    own_answers,
    proposals,
    refusals,
    requests,
    unnamed,
)
from simulators.understand.acts import Act
from simulators.understand.askings import is_request
from simulators.understand.being_read import BeingRead
from simulators.understand.clauses import Sentence
from simulators.understand.mentions import mentioned
from simulators.understand.parts import naming_things
from simulators.understand.pointing import of_email, with_lacking
from simulators.understand.slots import CHOICE, OPTION, OTHER, VAGUE, SlotIndex
from simulators.understand.topics import kind_before
from simulators.understand.ways import with_way
from simulators.understand.words import expression

_WHICH_ONE = expression(r"\bwhich one\b")


def read_requests(read: Sequence[BeingRead], index: SlotIndex) -> None:
    """REQUEST, with the slots that each request names; what only looks like a request beside one is taken away."""
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
            and not (sentence.question and choosing.chooses(sentence))
        ):
            asking.add(at)
    _ask_by_names(read, index)
    _name_the_rest(read, asking, index)
    options.leave_out_ways_of_paying(read)


def _ask_by_names(read: Sequence[BeingRead], index: SlotIndex) -> None:
    """In a message that does nothing else, what is only named is asked for: "order number, item, refund to: ..."."""
    silent = all(one.acts <= {Act.HOLD, Act.INSTRUCT} for one in read)
    for one in read if silent else ():
        if keys := asked.slots_listed(one.sentence, index):
            one.slots, one.acts = keys, {Act.REQUEST}


def _named_or_asked(sentence: Sentence, index: SlotIndex, *, beside: bool) -> tuple[str, ...]:
    """The slots that a sentence asks for; of one that only names them, also those that are named last."""
    keys = asked.slots_asked(sentence, index, beside=beside)
    if beside or sentence.question or not named.names_only(sentence):
        return keys
    spelled_out = asked.slots_asked(named.spelled_out(sentence), index)
    return spelled_out if set(keys) < set(spelled_out) else keys


def read_options(read: Sequence[BeingRead], index: SlotIndex) -> None:
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
    return at + 1 < len(read) and own_answers.answers_itself(sentence, read[at + 1].sentence)


def _add_request(one: BeingRead) -> None:
    """Adds REQUEST, and takes away what a request looks like besides."""
    sentence = one.sentence
    one.acts.add(Act.REQUEST)
    if not sentence.question and not instructions.begins_instruction(sentence):
        one.acts -= {Act.INSTRUCT}
    if not (
        choosing.picks(sentence)
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
        and not named.counts(after[0].sentence)
        and own_answers.echoes(read[at].sentence)
        and not own_answers.ends_asking(read[at].sentence)
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
            if not named_elsewhere or (at not in asking and (one.sentence.question or choosing.chooses(one.sentence))):
                alone = one.sentence.question and not one.sentence.item and one.acts == {Act.REQUEST}
                one.slots = unnamed.fallback(one.sentence, _before(read, at), index, alone=alone)
                one.unnamed = True
            if not one.slots or (named_elsewhere and one.slots == (OTHER,)):
                one.slots = ()
                one.acts.discard(Act.REQUEST)
        one.slots = with_way(one.slots, one.sentence, _before(read, at), index)
        one.slots = of_email(one.slots, one.sentence, _before(read, at), index)
        one.slots = with_lacking(one.slots, one.sentence, _before(read, at), index)


def _name_choice(one: BeingRead, before: Sequence[Sentence], index: SlotIndex) -> None:
    """Says what "which one" is one of, where the sentence or those before it tell; things named beside it stay."""
    of = choosing.chooses(one.sentence) and (unnamed.choice_within(one.sentence, index) or kind_before(before, index))
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
