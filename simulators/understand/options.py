"""Options before the sentence that asks about them: ways to pay, parts of a plan, values of a field."""

from collections.abc import Sequence
from itertools import pairwise

from simulators.understand import continuations, proposals
from simulators.understand.acts import Act
from simulators.understand.alternatives import pays_by_several
from simulators.understand.being_read import BeingRead
from simulators.understand.slots import CHOICE, SlotIndex


def kind_of_options(read: Sequence[BeingRead], at: int, index: SlotIndex) -> str:
    """The slot of the options before a place: how to pay, or simply which."""
    offered = {place for place in range(at) if Act.OFFER in read[place].acts}
    options = [one.sentence for place, one in enumerate(read[:at]) if {place, one.sentence.header} & offered]
    paying = index.has("payment_method") and pays_by_several(sentence.plain for sentence in options)
    return "payment_method" if paying else CHOICE


def is_of_plan(read: Sequence[BeingRead], at: int) -> bool:
    """Whether it is a part of what a later sentence asks to confirm: "would you like to proceed with:"."""
    header = read[at].sentence.header
    if header is None or not continuations.asks_to_go_on_with(read[header].sentence):
        return False
    return any(Act.CONFIRM in one.acts for one in read[at + 1 :])


def leave_out_ways_of_paying(read: Sequence[BeingRead]) -> None:
    """What may stand in the field just asked for is no offer: "I need a payment method. You can use any card"."""
    for before, one in pairwise(read):
        if (
            before.slots == ("payment_method",)
            and not before.sentence.question
            and proposals.names_ways_to_pay(one.sentence)
        ):
            one.acts.discard(Act.OFFER)
