"""What a message says there is none of among the ways that are wanted, in whatever words: "that city isn't served by
pick-up". It is a refusal, whether it is called one or not."""

import re
from collections.abc import Sequence
from functools import lru_cache

from domains.kit.scenario import Want
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import Stage
from simulators.understand.acts import Act, Clause
from simulators.understand.slots import CHOICE, OPTION
from simulators.understand.values import says

_ASKS = frozenset({Act.REQUEST, Act.CONFIRM, Act.CLAIM_DONE, Act.NOT_FOUND})


def denies_a_way(talk: Deliberation) -> bool:
    """Whether a message says that there is none of a way that is wanted, and puts it up nowhere else."""
    done = talk.heard.wrote and not talk.inner.wrote_used
    if done or not talk.underway() or talk.state.stage is not Stage.STATED:
        return False
    clauses = talk.heard.reading.clauses
    telling = [clause for clause in clauses if not clause.acts & _ASKS and "?" not in clause.text]
    denied = [want for want in ways(talk) if any(denies(talk, clause, want) for clause in telling)]
    rest = [clause for clause in clauses if clause not in telling]
    return any(not any(says(clause.text, want.kind, want.value, want.say) for clause in rest) for want in denied)


def denies(talk: Deliberation, clause: Clause, want: Want) -> bool:
    """Whether a clause says of a way that there is none, or none for the customer."""
    if not says(clause.text, want.kind, want.value, want.say):
        return False
    cues = talk.cues.parts
    if _none_of(cues.none_of, (want.value, *want.say)).search(cues.no_matter.sub(" ", clause.text)):
        return True
    named = _named((want.value, *want.say)).search(clause.text)
    behind = clause.text[named.end() :] if named else ""
    after = [*talk.cues.contrast.split(behind), *_next(talk.heard.reading.clauses, clause)]
    return any(cues.not_of_them.search(part) for part in after)


@lru_cache(maxsize=512)
def _none_of(template: str, forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(template.format(own="|".join(map(re.escape, forms))), re.IGNORECASE)


@lru_cache(maxsize=512)
def _named(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, forms)), re.IGNORECASE)


def _next(clauses: Sequence[Clause], clause: Clause) -> list[str]:
    at = next((place for place, each in enumerate(clauses) if each is clause), len(clauses))
    return [each.text for each in clauses[at + 1 : at + 2] if "?" not in each.text]


def ways(talk: Deliberation) -> list[Want]:
    """The wants that say how something is to be done: by which shipping, with which payment."""
    wants = (want for want in talk.wants() if want.kind is ValueKind.CHOICE and want.among)
    return [want for want in wants if want.key not in {CHOICE, OPTION}]
