"""What a message proposes: which of its clauses ask for a yes, and which give the details."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domains.kit.values import Value, ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.denied import denies, ways
from simulators.agenda.refused import beside_rival
from simulators.agenda.ruled_out import is_ruled_out
from simulators.agenda.sides import sides_of
from simulators.understand.acts import Act, Clause
from simulators.understand.values import says, values_in

_NOT_PROPOSED = frozenset({Act.REFUSE, Act.NOT_FOUND, Act.CLAIM_DONE})


@dataclass(frozen=True)
class Proposal:
    """What a message proposes: the clauses that ask for a yes, and those that give its details."""

    asking: str
    details: str
    asking_values: tuple[Value, ...]
    all_values: tuple[Value, ...]
    proposed_values: tuple[Value, ...]
    """All but the amounts in the details that only tell how things stand: totals, prices, balances."""
    actions: frozenset[str]
    """What it is named: in the clauses that ask for a yes, or else in the details."""
    named_in_passing: bool = False
    """Whether only the details name an action, which may be a mere word there: "your e-mail address"."""


def proposal_of(talk: Deliberation, asking: Sequence[Clause]) -> Proposal:
    """The proposal that these clauses ask a yes for."""
    unavailable = talk.cues.unavailable
    told = (_without_rivals(talk, clause) for clause in talk.heard.reading.clauses if clause not in asking)
    details = [
        clause
        for clause in told
        if not (_settles(talk, clause) or _speaks_against(talk, clause) or unavailable.search(clause.text))
    ]
    named, passing = actions_of(asking), _named_in(details, talk)
    values = values_of(asking)
    described = [value for clause in details for value in _proposed_values(talk, clause)]
    return Proposal(
        asking=text_of(asking),
        details=text_of(details),
        asking_values=values,
        all_values=values + values_of(details),
        proposed_values=(*values, *described),
        actions=named or passing,
        named_in_passing=not named and not any(_announces_another(talk, clause) for clause in details),
    )


def _announces_another(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause says that the agent would do something other than what is wanted, and more than to look."""
    if not clause.actions or talk.goal.action in clause.actions or talk.cues.turns.offers_to_look.search(clause.text):
        return False
    words = tuple(word for action in talk.lexicon.actions if action.key in clause.actions for word in action.words)
    return _would_do(talk.cues.would_do, words).search(clause.text) is not None


@lru_cache(maxsize=128)
def _would_do(template: str, words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(template.format(words="|".join(map(re.escape, words))), re.IGNORECASE)


def _named_in(details: Sequence[Clause], talk: Deliberation) -> frozenset[str]:
    """What details name; what the customer wants is not among it where they only say that it cannot be, and then name
    something else: "a cancellation is no longer an option. I'd request a return"."""
    own = [place for place, clause in enumerate(details) if talk.goal.action in clause.actions]
    against = (talk.cues.cannot, talk.cues.turns.does_not_do)
    if not own or not all(any(cue.search(details[place].text) for cue in against) for place in own):
        return actions_of(details)
    return actions_of(details[own[-1] + 1 :]) or actions_of(details)


def _without_rivals(talk: Deliberation, clause: Clause) -> Clause:
    """A clause that says no only to what would stand in the place of something wanted, with no more than what is left
    then."""
    if Act.REFUSE not in clause.acts or not (rest := beside_rival(talk, clause)):
        return clause
    left = {(each.kind, each.value) for each in values_in(rest, talk.lexicon)}
    values = tuple(value for value in clause.values if (value.kind, value.value) in left)
    return clause.model_copy(update={"text": rest, "values": values, "acts": clause.acts - {Act.REFUSE}})


def _settles(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause says how something is or was settled, and offers nothing in its place in the same breath."""
    settled = clause.acts & _NOT_PROPOSED
    return (
        bool(settled) and Act.OFFER not in clause.acts and not (settled == {Act.REFUSE} and _is_of_later(talk, clause))
    )


def _speaks_against(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause names what is wanted only to say that it does not do, or that there is none."""
    if clause.acts & {Act.OFFER, Act.REFUSE}:
        return False
    if any(denies(talk, clause, want) for want in ways(talk)):
        return True
    cues = talk.cues
    if (talk.goal.action in clause.actions and is_ruled_out(talk, clause)) or _quotes_rule(talk, clause):
        return True
    short = (cues.turns.does_not_do, cues.turns.there_is_no, cues.money.falls_short, cues.money.holds_only)
    parts = [part for part in cues.contrast.split(clause.text) if part.strip()]
    against = "\n".join(part for part in parts if any(cue.search(part) for cue in short))
    rest = "\n".join(part for part in parts if not any(cue.search(part) for cue in short))
    return any(
        says(against, want.kind, want.value, want.say) and not says(rest, want.kind, want.value, want.say)
        for want in talk.wants()
    )


def _quotes_rule(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause says of orders or things of a kind on what conditions something can be done."""
    denials = talk.cues.denials
    named = any(value.kind is ValueKind.ID for value in clause.values)
    return not named and all(cue.search(clause.text) for cue in (denials.of_rule, denials.only_if))


def _is_of_later(talk: Deliberation, clause: Clause) -> bool:
    """Whether a clause says no only to what would come after that which is proposed."""
    against = sides_of(talk, clause.text).against
    return bool(against) and all(talk.cues.parts.of_later.search(part) for part in against)


def _proposed_values(talk: Deliberation, clause: Clause) -> tuple[Value, ...]:
    """The values of a clause that gives details, without amounts that only tell how things stand."""
    rest = talk.cues.money.sums.sub(" ", clause.text)
    if rest == clause.text:
        return clause.values
    amounts = {value.value for value in values_in(rest, talk.lexicon) if value.kind is ValueKind.MONEY}
    return tuple(value for value in clause.values if value.kind is not ValueKind.MONEY or value.value in amounts)


def text_of(clauses: Iterable[Clause]) -> str:
    """The text of clauses, one a line."""
    return "\n".join(clause.text for clause in clauses)


def values_of(clauses: Iterable[Clause]) -> tuple[Value, ...]:
    """The typed values that stand in clauses."""
    return tuple(value for clause in clauses for value in clause.values)


def actions_of(clauses: Iterable[Clause]) -> frozenset[str]:
    """Keys of the actions that clauses name."""
    return frozenset(action for clause in clauses for action in clause.actions)
