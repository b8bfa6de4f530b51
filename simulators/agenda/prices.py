"""Which amounts of a message are what something costs now, where a goal depends on the price."""

from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.mismatches import is_known
from simulators.agenda.proposed import Proposal
from simulators.understand.values import says, values_in


def prices_in(talk: Deliberation, text: str) -> list[int]:
    """The amounts in cents that a text gives as a price: no difference, balance, total or old price."""
    amounts = values_in(talk.cues.no_price.sub(" ", text), talk.lexicon)
    return [int(each.value) for each in amounts if each.kind is ValueKind.MONEY and not is_known(talk, each)]


def prices_of(talk: Deliberation, proposal: Proposal) -> list[int]:
    """The prices that a proposal asks a yes for, and those of what is wanted; or else all that it gives."""
    asked = prices_in(talk, proposal.asking)
    own = [line for line in proposal.details.splitlines() if names_choice(talk, line)]
    return asked + prices_in(talk, "\n".join(own)) or prices_in(talk, proposal.details)


def names_choice(talk: Deliberation, line: str) -> bool:
    """Whether a line names something that is wanted rather than something else in its place."""
    return any(want.among and says(line, want.kind, want.value, want.say) for want in talk.wants())
