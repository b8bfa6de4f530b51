"""What a proposal would cost, against what the customer would pay at most."""

import re
from collections.abc import Sequence

from domains.kit.scenario import BranchOn, Fact
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import PRICE_LIMIT, Deliberation
from simulators.agenda.mismatches import Mismatch, is_known
from simulators.agenda.moves import item_of
from simulators.agenda.proposed import Proposal
from simulators.understand.values import says, values_in


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
    most = int(limit.value)
    on_top = 0 if any(talk.cues.money.what_i_paid.search(form) for form in limit.say) else most
    own = [line for line in proposal.details.splitlines() if not _is_of_another(talk, line)]
    for text in (proposal.asking, "\n".join(own)):
        prices, extras = _amounts(talk, talk.cues.money.price, text), _amounts(talk, talk.cues.money.extra, text)
        if prices or extras:
            return _all_above(prices, most) or _all_above(extras, on_top)
    return False


def _limit(talk: Deliberation) -> Fact | None:
    return next((fact for fact in talk.sayable(PRICE_LIMIT) if fact.kind is ValueKind.MONEY), None)


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
        any(says(line, ValueKind.TEXT, other) for other in want.among)
        and not says(line, want.kind, want.value, want.say)
        for want in talk.wants()
    )
