"""Which amounts of a message are what something costs now, where a goal depends on the price."""

import re

from domains.kit.scenario import Want
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.mismatches import is_known
from simulators.agenda.proposed import Proposal
from simulators.understand.values import says, values_in

_MEASURE = re.compile(r"\d+(?:\.\d+)? ?(?P<unit>[a-z]+)$", re.IGNORECASE)


def prices_in(talk: Deliberation, text: str) -> list[int]:
    """The amounts in cents that a text gives as a price: no difference, balance, total or old price."""
    found = _priced(talk, text)
    if len(set(found)) < 2:
        return found
    rest = _priced(talk, talk.cues.money.of_the_swap.sub(" ", text))
    swap = set(found).difference(rest)
    if swap and rest and max(rest) > max(swap):
        found = rest
    return _without_differences(found, _paid(talk))


def _priced(talk: Deliberation, text: str) -> list[int]:
    return _amounts(talk, talk.cues.money.no_price.sub(" ", text))


def _amounts(talk: Deliberation, text: str) -> list[int]:
    amounts = values_in(text, talk.lexicon)
    return [int(each.value) for each in amounts if each.kind is ValueKind.MONEY and not is_known(talk, each)]


def _paid(talk: Deliberation) -> set[int]:
    """The amounts that were paid for what the customer has, as far as a message says."""
    found = talk.cues.money.paid.finditer(talk.heard.text)
    return {amount for each in found for amount in _amounts(talk, each.group())}


def _without_differences(amounts: list[int], paid: set[int]) -> list[int]:
    """The amounts but for those by which another of them, the price, is dearer or cheaper than what was paid."""
    given = set(amounts)
    return [
        amount
        for amount in amounts
        if not any(amount < more and abs(more - before) == amount for more in given for before in paid)
    ]


def prices_of(talk: Deliberation, proposal: Proposal) -> list[int]:
    """The prices that a proposal asks a yes for, and those of what is wanted; or else all that it gives."""
    asked = prices_in(talk, proposal.asking)
    own = [line for line in proposal.details.splitlines() if names_choice(talk, line)]
    return asked + prices_in(talk, "\n".join(own)) or prices_in(talk, proposal.details)


def names_choice(talk: Deliberation, line: str) -> bool:
    """Whether a line names something that is wanted rather than something else in its place."""
    wants = [want for want in talk.wants() if want.among]
    return any(says(line, want.kind, want.value, want.say) for want in wants) and not any(
        measures_otherwise(line, want) for want in wants
    )


def measures_otherwise(line: str, want: Want) -> bool:
    """Whether a line gives only other measures in the unit of one that is wanted: "16 cm" for "18 cm"."""
    found = _MEASURE.match(want.value)
    if found is None or says(line, want.kind, want.value, want.say):
        return False
    return re.search(rf"\b\d+(?:\.\d+)? ?{re.escape(found['unit'])}\b", line, re.IGNORECASE) is not None


def prices_choice(talk: Deliberation, line: str) -> bool:
    """Whether a line says of something that is wanted, rather than of another, what it costs."""
    money = talk.cues.money
    return names_choice(talk, line) and any(cue.search(line) for cue in (money.price, money.stated))
