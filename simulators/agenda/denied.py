"""What a message says there is none of among the ways that are wanted, in whatever words: "that city isn't served by
pick-up", "it can only go to the card that you paid with". It is a refusal, whether it is called one or not."""

import re
from collections.abc import Sequence
from functools import lru_cache

from domains.kit.scenario import Want
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.inner import Stage
from simulators.agenda.notes import beside_notes
from simulators.agenda.replaced import without_replaced
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
    telling = [clause for clause in clauses if _tells(clause)]
    rest = [clause for clause in clauses if clause not in telling]
    denied = [
        want
        for want in ways(talk)
        if any(denies(talk, clause, want) for clause in telling)
        or _leaves_others(talk, telling, want)
        or _is_crossed_out(talk, want)
    ]
    return any(not any(_puts_up(talk, clause, want) for clause in rest) for want in denied)


def _tells(clause: Clause) -> bool:
    return not clause.acts & _ASKS and "?" not in clause.text


def _leaves_others(talk: Deliberation, telling: Sequence[Clause], want: Want) -> bool:
    """Whether a message says of others than the wanted way that nothing else is left, and does not name that."""
    limits = talk.cues.denials.leaves_only
    limiting = [clause for clause in telling if limits.search(clause.text)]
    others = any(not _says(clause.text, want) and _names_other(clause.text, want) for clause in limiting)
    named = any(_says(clause.text, want) and not denies(talk, clause, want) for clause in telling)
    return others and _is_known(talk, want) and not named


def _is_crossed_out(talk: Deliberation, want: Want) -> bool:
    crossed = talk.cues.parts.crossed_out
    return any(_says(line, want) and crossed.search(line) for line in talk.heard.text.splitlines())


def _puts_up(talk: Deliberation, clause: Clause, want: Want) -> bool:
    """Whether a clause names a way otherwise than as what something would stand in the place of."""
    return _says(without_replaced(clause.text, (want.value, *want.say), talk.cues), want)


def _says(text: str, want: Want) -> bool:
    return says(text, want.kind, want.value, want.say)


def _names_other(text: str, want: Want) -> bool:
    return any(says(text, ValueKind.TEXT, other) for other in want.among)


def denies(talk: Deliberation, clause: Clause, want: Want) -> bool:
    """Whether a clause says of a way that there is none, or none for the customer: or only for something, where the
    message puts up another in its place."""
    text = beside_notes(clause.text, talk.cues)
    cues = talk.cues.denials
    if not _says(text, want) or is_excepted(talk, clause, want):
        return False
    if _none_of(cues.none_of, (want.value, *want.say)).search(talk.cues.parts.no_matter.sub(" ", text)):
        return True
    if cues.leaves_only.search(text) and _is_known(talk, want) and _puts_up_another(talk, clause, want):
        return True
    named = _named((want.value, *want.say)).search(text)
    behind = text[named.end() :] if named else ""
    following = (each for each in _next(talk.heard.reading.clauses, clause) if not _names_thing(talk, each))
    after = [*talk.cues.contrast.split(behind), *following]
    return any(cues.not_of_them.search(part) for part in after)


def is_excepted(talk: Deliberation, clause: Clause, want: Want) -> bool:
    """Whether a clause says no to all but the wanted way, or to all but some, of which that is one."""
    but = talk.cues.denials.none_but.search(clause.text)
    return but is not None and _says(clause.text[but.end() :], want)


def _is_known(talk: Deliberation, want: Want) -> bool:
    """Whether the customer has said what way they want."""
    return talk.has_wished(want) or any(_says(intent, want) for intent in talk.goal.intent)


def _puts_up_another(talk: Deliberation, limiting: Clause, want: Want) -> bool:
    """Whether the rest of a message names another way than the wanted one, and not that."""
    asking = [clause for clause in talk.heard.reading.clauses if clause is not limiting]
    return any(_names_other(clause.text, want) for clause in asking) and not any(
        _puts_up(talk, clause, want) for clause in asking
    )


@lru_cache(maxsize=512)
def _none_of(template: str, forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(template.format(own="|".join(map(re.escape, forms))), re.IGNORECASE)


@lru_cache(maxsize=512)
def _named(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, forms)), re.IGNORECASE)


def _next(clauses: Sequence[Clause], clause: Clause) -> list[str]:
    at = next((place for place, each in enumerate(clauses) if each is clause), len(clauses))
    return [each.text for each in clauses[at + 1 : at + 2] if "?" not in each.text]


def _names_thing(talk: Deliberation, text: str) -> bool:
    """Whether a text names a thing that is wanted, or another in its place."""
    things = [want for want in talk.wants() if want.key == CHOICE]
    return any(_says(text, want) or _names_other(text, want) for want in things)


def ways(talk: Deliberation) -> list[Want]:
    """The wants that say how something is to be done: by which shipping, with which payment."""
    wants = (want for want in talk.wants() if want.kind is ValueKind.CHOICE and want.among)
    return [want for want in wants if want.key not in {CHOICE, OPTION}]
