"""What a proposal would cost, against what the customer would pay at most."""

import re
from collections.abc import Sequence

from domains.kit.scenario import BranchOn, Fact
from domains.kit.values import ValueKind
from simulators.agenda.corrections import correct
from simulators.agenda.deliberation import PRICE_LIMIT, Deliberation
from simulators.agenda.mismatches import Mismatch, is_known
from simulators.agenda.moves import item_of
from simulators.agenda.prices import measures_otherwise, names_choice, prices_choice
from simulators.agenda.proposed import Proposal, text_of
from simulators.agenda.refusals import follow
from simulators.understand.acts import Act
from simulators.understand.values import says, values_in

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")
_SETTLED_OTHERWISE = frozenset({Act.CONFIRM, Act.OFFER, Act.CLAIM_DONE, Act.REFUSE, Act.NOT_FOUND, Act.TRANSFER})
"""Acts of messages whose amounts are proposed, or of what is not to be done."""


def beyond_limit(talk: Deliberation, proposal: Proposal) -> list[Mismatch]:
    """The limit of a customer who is to pay more than that, where no branch of the goal settles it: there is none, or a
    price was told before that was low enough."""
    limit = _limit(talk)
    settled = talk.branch(BranchOn.PRICE_ABOVE) is not None and not talk.state.priced
    if limit is None or settled or not costs_too_much(talk, proposal):
        return []
    return [Mismatch(item_of(limit), may_say=True)]


def costs_too_much(talk: Deliberation, proposal: Proposal) -> bool:
    """Whether the price or what is to be charged, as far as a proposal says, is above the customer's limit."""
    limit = _limit(talk)
    if limit is None:
        return False
    for text in (proposal.asking, _own(talk, proposal.details)):
        prices = _prices(talk, text)
        extras = _amounts(talk, talk.cues.money.extra, text) + _differences(talk, text)
        if prices or extras:
            return _all_above(prices, int(limit.value)) or _all_above(extras, _on_top(talk, limit))
    return False


def hear_dear_statement(talk: Deliberation) -> bool:
    """Lets the present goal go, or says the limit, where a message that asks for no yes tells of a difference above it,
    or of another price than was told before; true if so."""
    limit = _limit(talk)
    if limit is None or not talk.underway() or talk.acts & _SETTLED_OTHERWISE:
        return False
    text = _own(talk, text_of(talk.heard.reading.clauses))
    dearer = says_beyond(talk) or _all_above(_prices(talk, _of_choice(talk, text)), int(limit.value))
    if not (dearer or _all_above(_differences(talk, text), _on_top(talk, limit))):
        return False
    branch = talk.branch(BranchOn.PRICE_ABOVE)
    if branch is not None and (says_beyond(talk) or not talk.state.priced):
        follow(talk, branch)
    else:
        correct(talk, [Mismatch(item_of(limit), may_say=True)])
        talk.change(priced=False)
    return True


def says_beyond(talk: Deliberation) -> bool:
    """Whether a message says in so many words that the price is above the customer's limit."""
    found = (
        each for clause in talk.heard.reading.clauses for each in talk.cues.money.beyond_limit.finditer(clause.text)
    )
    return any(each["so"] is None for each in found)


def _of_choice(talk: Deliberation, text: str) -> str:
    """What a text says after a price was told; where that was not clear, only the lines that price what is wanted."""
    if talk.state.priced:
        return text
    told = any(each.kind is ValueKind.MONEY and each.key in talk.state.answered for each in talk.goal.questions)
    return "\n".join(line for line in text.splitlines() if told and prices_choice(talk, line))


def _limit(talk: Deliberation) -> Fact | None:
    return next((fact for fact in talk.sayable(PRICE_LIMIT) if fact.kind is ValueKind.MONEY), None)


def _prices(talk: Deliberation, text: str) -> list[int]:
    """The amounts in cents that something is to cost; what a line that names what is wanted says to be one is."""
    own = "\n".join(line for line in text.splitlines() if names_choice(talk, line))
    return _amounts(talk, talk.cues.money.price, text) + _amounts(talk, talk.cues.money.stated, own)


def _differences(talk: Deliberation, text: str) -> list[int]:
    """The amounts in cents that the new costs more than the old."""
    money = talk.cues.money
    to_pay = (part for part in _SENTENCE.split(text) if not money.goes_back.search(part))
    return _amounts(talk, money.difference, "\n".join(to_pay))


def _on_top(talk: Deliberation, limit: Fact) -> int:
    """What the customer would pay at most beside what was paid; nothing, where the limit is that."""
    return 0 if any(talk.cues.money.what_i_paid.search(form) for form in limit.say) else int(limit.value)


def _own(talk: Deliberation, text: str) -> str:
    """The lines of a text that are not about something else than what is wanted."""
    return "\n".join(line for line in text.splitlines() if not _is_of_another(talk, line))


def _amounts(talk: Deliberation, cue: re.Pattern[str], text: str) -> list[int]:
    """The amounts in cents that a text gives in one of their roles."""
    rest = talk.cues.money.total.sub(" ", text)
    values = (value for found in cue.finditer(rest) for value in values_in(found.group(), talk.lexicon))
    return [int(value.value) for value in values if value.kind is ValueKind.MONEY and not is_known(talk, value)]


def _all_above(amounts: Sequence[int], most: int) -> bool:
    return bool(amounts) and min(amounts) > most


def _is_of_another(talk: Deliberation, line: str) -> bool:
    """Whether a line is about something else than what is wanted."""
    return any(
        (any(says(line, ValueKind.TEXT, other) for other in want.among) or measures_otherwise(line, want))
        and not says(line, want.kind, want.value, want.say)
        for want in talk.wants()
    )
