"""Balances that hold less than the customer wants to take from them: a refusal, whether it is called one or not."""

from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.proposals import goal_is_proposed
from simulators.understand.acts import Act
from simulators.understand.values import values_in

_SHORTLY = 20
"""How many letters before a balance still speak of it."""


def falls_short(talk: Deliberation) -> bool:
    """Whether a message says that there is less than the amount that the customer has said they want."""
    wanted = [int(want.value) for want in talk.wants() if want.kind is ValueKind.MONEY and talk.has_wished(want)]
    if not wanted or not talk.underway() or talk.acts & {Act.HOLD, Act.CLAIM_DONE} or goal_is_proposed(talk):
        return False
    held = [amount for clause in talk.heard.reading.clauses for amount in _held(talk, clause.text)]
    return bool(held) and max(held) < min(wanted)


def _held(talk: Deliberation, text: str) -> list[int]:
    """The amounts in cents that a clause says to be there now, or to be all that can be taken."""
    money = talk.cues.money
    found = (
        each.group()
        for each in (*money.balance.finditer(text), *money.at_most.finditer(text))
        if not money.afterwards.search(text[max(0, each.start() - _SHORTLY) : each.end()])
    )
    values = (value for each in found for value in values_in(each, talk.lexicon))
    return [int(value.value) for value in values if value.kind is ValueKind.MONEY]
