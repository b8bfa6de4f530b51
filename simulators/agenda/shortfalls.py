"""Balances that hold less than the customer wants to take from them: a refusal, whether it is called one or not."""

from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.proposals import goal_is_proposed
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE, OPTION
from simulators.understand.values import says, values_in

_SHORTLY = 20
"""How many letters before a balance still speak of it."""


def falls_short(talk: Deliberation) -> bool:
    """Whether a message says that there is less than the amount that the customer has said they want, or that what they
    want to pay with does not hold enough."""
    if not talk.underway() or talk.acts & {Act.HOLD, Act.CLAIM_DONE} or goal_is_proposed(talk):
        return False
    wanted = [int(want.value) for want in talk.wants() if want.kind is ValueKind.MONEY and talk.has_wished(want)]
    if not wanted:
        return any(_is_short(talk, clause) for clause in talk.heard.reading.clauses)
    held = [amount for clause in talk.heard.reading.clauses for amount in _held(talk, clause.text)]
    return bool(held) and max(held) < min(wanted)


def _is_short(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause says of what is wanted to pay with that it holds too little."""
    if "?" in clause.text or not talk.cues.money.falls_short.search(clause.text):
        return False
    ways = [want for want in talk.wants() if want.kind is ValueKind.CHOICE and want.key not in {CHOICE, OPTION}]
    return any(says(clause.text, want.kind, want.value, want.say) for want in ways)


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
