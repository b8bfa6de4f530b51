"""What a message says to be all that there is, where what the customer has asked for is not among it: "in cream there
is only the 2.0 litre". It is not to be had, though nobody says so."""

from collections.abc import Sequence

from domains.kit.scenario import Want
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import OPTION
from simulators.understand.values import says

_GOES_ON = frozenset({Act.CLAIM_DONE, Act.HOLD})


def there_are_only_others(talk: Deliberation, wishes: Sequence[Want]) -> bool:
    """Whether a message lists what there is, and what is wished for is nowhere in it."""
    options = [want for want in wishes if want.key == OPTION and want.among]
    if not options or not all(talk.has_wished(want) for want in options) or talk.acts & _GOES_ON:
        return False
    clauses = [clause for clause in talk.heard.reading.clauses if _tells(clause)]
    return any(_lists_others(talk, clause, options) for clause in clauses) and not any(
        all(_says(clause.text, want) for want in options) for clause in clauses
    )


def _tells(clause: Clause) -> bool:
    return Act.REQUEST not in clause.acts or Act.OFFER in clause.acts


def _lists_others(talk: Deliberation, clause: Clause, options: Sequence[Want]) -> bool:
    """Whether a clause lists in a part of it what there is in the place of one of the options, the others being as
    they are wished for."""
    stock = talk.cues.standing
    for part in stock.listed.split(stock.apart_from.sub(" ", clause.text)):
        if stock.yours.search(part):
            continue
        missing = [want for want in options if not _says(part, want)]
        others = [want for want in missing if any(says(part, ValueKind.TEXT, other) for other in want.among)]
        listed = stock.only.search(part) or (len(options) > 1 and stock.is_there.search(part))
        if listed and len(missing) == len(others) == 1:
            return True
    return False


def _says(text: str, want: Want) -> bool:
    return says(text, want.kind, want.value, want.say)
