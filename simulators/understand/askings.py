"""Whether a sentence is a request, by its form and by the acts that it has besides."""

from simulators.understand import (
    asked,
    assents,
    confirmations,
    continuations,
    lacks,
    named,
    narration,
    pleas,
    proposals,
    requests,
)
from simulators.understand.acts import Act
from simulators.understand.being_read import BeingRead
from simulators.understand.not_among import is_not_among
from simulators.understand.outright import is_not_left
from simulators.understand.short_asks import asks_only_for_yes
from simulators.understand.slots import SlotIndex

_PARTS = {Act.BYE, Act.META, Act.TRANSFER}
"""Acts beside which nothing is asked for."""


def is_request(one: BeingRead, index: SlotIndex, *, steps: bool) -> bool:
    """Whether a sentence asks for information; `steps` says that its message has steps to take on a device.

    Takes away what a request only looked like, and adds that what looked like a request is one of the steps.
    """
    sentence, acts = one.sentence, one.acts
    looks = requests.thanks_for_it(sentence) or narration.narrates(sentence) or requests.bids_then(sentence)
    beside = confirmations.names_another(sentence) or assents.asks_if_of_use(sentence)
    beside = beside or asks_only_for_yes(sentence) or is_not_among(sentence)
    settled = not sentence.question and is_not_left(sentence.plain)
    if looks or beside or settled or (Act.CLAIM_DONE in acts and pleas.tells(sentence)):
        return False
    asks = requests.asks(sentence)
    if not asks and _is_lacking(one, index):
        return True
    invites = Act.ASK_MORE in acts and not (requests.asks_first(sentence) or asked.chooses_kind(sentence, index))
    if invites or acts & _PARTS:
        return False
    if steps and requests.is_on_screen(sentence):
        acts.add(Act.INSTRUCT)
        return False
    return _asks_beside(one) if asks else _asks_in_passing(one, index)


def _asks_beside(one: BeingRead) -> bool:
    """Whether what has the form of a question or a request is one, for all else that it does."""
    sentence, acts = one.sentence, one.acts
    if Act.CONFIRM in acts and continuations.asks_for_one(sentence):
        acts.discard(Act.CONFIRM)
    if Act.CONFIRM in acts:
        return requests.also_asks(sentence)
    if Act.INSTRUCT in acts and sentence.question:
        return requests.asks_openly(sentence) or requests.also_asks(sentence) or requests.asks_after(sentence)
    return Act.OFFER not in acts or not proposals.proposes_transfer(sentence) or requests.asks_first(sentence)


def _asks_in_passing(one: BeingRead, index: SlotIndex) -> bool:
    """Whether it asks without the form of asking: by a bare name, by a hint, or for a report of what it has done."""
    sentence = one.sentence
    reports = Act.INSTRUCT in one.acts and requests.also_asks(sentence)
    bare = one.acts <= {Act.HOLD} and named.names_only(sentence)
    return reports or bare or (requests.hints(sentence) and bool(asked.slots_hinted(sentence, index)))


def _is_lacking(one: BeingRead, index: SlotIndex) -> bool:
    """Whether it says what is lacking; a wish that the agent does not see, or a day, is no record and no farewell."""
    wishes = lacks.of_wish(one.sentence)
    if not one.acts <= {Act.OFFER, Act.BYE} | ({Act.NOT_FOUND} if wishes else set()):
        return False
    if not (wishes or asked.slots_lacked(one.sentence, index)):
        return False
    one.acts -= {Act.NOT_FOUND, Act.BYE}
    return True
