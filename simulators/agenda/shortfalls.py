"""Balances that hold less than the customer wants to take from them: a refusal, whether it is called one or not."""

from domains.kit.scenario import Want
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.denied import ways
from simulators.agenda.proposals import goal_is_proposed
from simulators.understand.acts import Act, Clause
from simulators.understand.values import says, values_in

_SHORTLY = 20
"""How many letters before a balance still speak of it."""


def falls_short(talk: Deliberation) -> bool:
    """Whether a message says that there is less than the amount that the customer has said they want, or that what they
    want to pay with does not hold enough."""
    if not talk.underway() or talk.acts & {Act.HOLD, Act.CLAIM_DONE}:
        return False
    return _tells_too_little(talk) and not goal_is_proposed(talk)


def _tells_too_little(talk: Deliberation) -> bool:
    wanted = [int(want.value) for want in talk.wants() if want.kind is ValueKind.MONEY and talk.has_wished(want)]
    if not wanted:
        return any(_is_short(talk, clause) for clause in talk.heard.reading.clauses) or _holds_less_than_all(talk)
    held = [amount for clause in talk.heard.reading.clauses for amount in _held(talk, clause.text)]
    return bool(held) and max(held) < min(wanted)


def _is_short(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause says of what is wanted to pay with that it holds too little."""
    if "?" in clause.text or not talk.cues.money.falls_short.search(clause.text):
        return False
    return any(_names(clause.text, want) for want in ways(talk))


def _holds_less_than_all(talk: Deliberation) -> bool:
    """Whether a message says what there is on what is wanted to pay with, that it has to be enough for everything, or
    is not used for that reason, and that something costs more."""
    clauses = [clause for clause in talk.heard.reading.clauses if "?" not in clause.text]
    text = "\n".join(clause.text for clause in clauses)
    if not any(_names(text, want) for want in ways(talk)) or not talk.cues.money.must_hold.search(text):
        return False
    held = [amount for clause in clauses for amount in _held(talk, clause.text)]
    amounts = (value for clause in clauses for value in clause.values if value.kind is ValueKind.MONEY)
    if not held:
        return False
    return max(held) < max(int(value.value) for value in amounts) or talk.cues.money.holds_only.search(text) is not None


def _names(text: str, want: Want) -> bool:
    return says(text, want.kind, want.value, want.say)


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
