"""Acts that a sentence has because of where it stands in a message and of what stands around it."""

from collections.abc import Sequence
from itertools import pairwise

from simulators.understand import (
    absences,
    by_rule,
    choosing,
    facts,
    headlines,
    manners,
    narration,
    proposals,
    receipts,
    refusals,
    too_late,
    waits,
)
from simulators.understand.acts import Act
from simulators.understand.being_read import BeingRead
from simulators.understand.clauses import Sentence
from simulators.understand.short_asks import asks_if_all_right, asks_to_leave_it
from simulators.understand.words import expression, listed

_CHOOSING = listed("which preference favourite favorite choice pick appeal appeals fancy choose suits")
_MEANWHILE = expression(r"\b(?:meantime|meanwhile|while (?:i|we) (?:do|check|look|search|get|pull|wait))\b")

_ONLY_INVITES = frozenset({Act.ASK_MORE, Act.BYE, Act.REFUSE})
"""The acts of a message that neither proposes nor asks for nor has done anything."""


def read_together(read: Sequence[BeingRead]) -> None:
    """What depends on the rest of the message."""
    _propose_what_is_asked_about(read)
    acts = {act for one in read for act in one.acts}
    listed_items = [one for one in read if one.sentence.item and not one.sentence.question]
    listing = sum(Act.REQUEST not in one.acts for one in listed_items) >= 2
    _offer_what_is_chosen_from(read, listing=listing)
    if acts & {Act.OFFER, Act.HOLD}:
        _leave_out_options(read)
    at_stock = any(absences.out_of_stock(one.sentence) for one in read)
    meanwhile = any(_MEANWHILE.search(one.sentence.plain) for one in read)
    asks = any(one.slots and not one.unnamed for one in read)
    busy = meanwhile or not acts & {Act.CONFIRM, Act.REQUEST}
    plainly = all(one.acts <= _ONLY_INVITES or asks_if_all_right(one.sentence) for one in read)
    plainly = plainly and not any(by_rule.tells_for(one.sentence) for one in read if not one.acts)
    over = by_rule.is_over([one.sentence for one in read])
    for one in read:
        if Act.REFUSE in one.acts and is_warning(one, read):
            one.acts.discard(Act.REFUSE)
        if asks and Act.REFUSE in one.acts and refusals.finds_wanting(one.sentence):
            one.acts.discard(Act.REFUSE)
        if not one.acts and acts <= _ONLY_INVITES and too_late.allows_one(one.sentence):
            one.acts.add(Act.REFUSE)
        against = by_rule.tells_against(one.sentence) or (over and by_rule.sets_days(one.sentence))
        if plainly and one.acts <= {Act.REFUSE} and against:
            one.acts.add(Act.REFUSE)
            one.concluded = True
        if _offers_beside(one, acts, listing=listing, at_stock=at_stock):
            one.acts.add(Act.OFFER)
        if not one.acts and _goes_on(one.sentence, acts, busy=busy):
            one.acts.add(Act.HOLD)
        _part_or_stay(one, acts)
    _leave_out_finished(read)


def _goes_on(sentence: Sentence, acts: set[Act], *, busy: bool) -> bool:
    """Whether it says that the agent goes on by itself, with nothing else in the message to wait for."""
    if not busy:
        return narration.fetches(sentence)
    if narration.does_together(sentence) and Act.INSTRUCT in acts:
        return False
    return waits.will_do(sentence) or narration.narrates(sentence)


def _propose_what_is_asked_about(read: Sequence[BeingRead]) -> None:
    """A transfer that the next sentence asks about is only proposed, whatever its words."""
    for one, after in pairwise(read):
        if Act.TRANSFER in one.acts and Act.CONFIRM in after.acts and proposals.asks_about_it(after.sentence):
            one.acts = (one.acts - {Act.TRANSFER}) | {Act.OFFER}


def _leave_out_finished(read: Sequence[BeingRead]) -> None:
    """What the agent says it will look at is no wait where the message goes on with what was seen."""
    for at, one in enumerate(read):
        if (
            one.acts == {Act.HOLD}
            and not waits.asks_to_wait(one.sentence)
            and any(facts.reports(other.sentence) for other in read[at + 1 :])
        ):
            one.acts = set()


def is_warning(one: BeingRead, read: Sequence[BeingRead]) -> bool:
    """Whether a refusal in a message only says what is to be borne in mind about a proposal, or about
    a change that is done."""
    acts = {act for other in read for act in other.acts}
    if Act.CLAIM_DONE in acts and refusals.speaks_of_later(one.sentence):
        return True
    proposes = any(Act.CONFIRM in other.acts and not asks_to_leave_it(other.sentence) for other in read)
    return proposes and Act.OFFER not in acts and refusals.states_rule(one.sentence)


def _offer_what_is_chosen_from(read: Sequence[BeingRead], *, listing: bool) -> None:
    """A question that asks to choose among things which the message lists offers them."""
    choosing = [one for one in read if _chooses(one)]
    if choosing and (
        listing or any(Act.REQUEST not in one.acts and proposals.lists_things(one.sentence) for one in read)
    ):
        for one in choosing:
            one.acts.add(Act.OFFER)


def _offers_beside(one: BeingRead, acts: set[Act], *, listing: bool, at_stock: bool) -> bool:
    """Whether a sentence offers because of what stands beside it: a list, something sold out, a refusal."""
    sentence = one.sentence
    if at_stock and not sentence.question and proposals.still_available(sentence):
        return True
    if not one.acts:
        put_up = listing and Act.REQUEST in acts and proposals.puts_up(sentence)
        return put_up or (Act.REFUSE in acts and proposals.offers_instead(sentence))
    return Act.REFUSE in one.acts and proposals.refuses_but_offers(sentence)


def _part_or_stay(one: BeingRead, acts: set[Act]) -> None:
    """Whether an invitation is for now or for another time, by whether the message says farewell."""
    sentence = one.sentence
    if not one.acts and manners.puts_off(sentence):
        one.acts.add(Act.BYE if Act.BYE in acts else Act.ASK_MORE)
    if one.acts == {Act.ASK_MORE} and acts & {Act.REQUEST, Act.CONFIRM, Act.OFFER} and manners.is_ready(sentence):
        one.acts = set()
    if one.acts == {Act.BYE} and manners.is_glad(sentence) and acts - {Act.BYE, Act.CLAIM_DONE}:
        one.acts = set()
    if one.acts == {Act.ASK_MORE} and Act.BYE in acts and manners.puts_off(sentence):
        one.acts = {Act.BYE}


def _leave_out_options(read: Sequence[BeingRead]) -> None:
    """What stands in a list of options, or of what the agent does next, is not for the customer to do."""
    for one in read:
        header = read[one.sentence.header] if one.sentence.item and one.sentence.header is not None else None
        if header and header.acts & {Act.OFFER, Act.HOLD}:
            one.acts.discard(Act.INSTRUCT)


def _chooses(one: BeingRead) -> bool:
    """Whether it asks to choose among things, other than what may be stated as a reason."""
    which = not one.sentence.vocabulary.isdisjoint(_CHOOSING) or choosing.chooses(one.sentence)
    return which and Act.REQUEST in one.acts and one.slots != ("reason",)


def read_news(read: Sequence[BeingRead]) -> None:
    """Changes that a message begins with, told like a headline; further on, the same words state a fact."""
    opening = True
    proposes = any(Act.CONFIRM in one.acts for one in read)
    for one in read:
        if (
            not one.acts
            and (opening or one.sentence.item)
            and headlines.announces(one.sentence)
            and not narration.is_of_record(one.sentence)
            and not (proposes and "requested:" in one.sentence.plain)
        ):
            one.acts.add(Act.CLAIM_DONE)
        if not (proposes or one.acts) and receipts.now_goes(one.sentence):
            one.acts.add(Act.CLAIM_DONE)
        opening = opening and (Act.CLAIM_DONE in one.acts or _is_opening(one.sentence))


def _is_opening(sentence: Sentence) -> bool:
    return len(sentence.vocabulary) < 5 or sentence.introduces or manners.is_filler(sentence)
