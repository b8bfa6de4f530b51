"""Proposals to leave things as they are, so that a yes to them would mean a no to what the customer wants."""

import re
from collections.abc import Iterator

from domains.kit.scenario import CustomerGoal
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.understand.acts import Act, Clause

_POINTS_BACK = re.compile(r"\W*(?:it|this|that|these|those|them)\b", re.IGNORECASE)


def says_not_to(talk: Deliberation, goal: CustomerGoal) -> bool:
    """Whether a message says that what the customer wants will not be done: that the agent does not do it to what the
    goal is about, or that this is left as it is. What else stays the same ("the total won't change") is no denial."""
    words = [re.escape(word) for action in talk.lexicon.actions if action.key == goal.action for word in action.words]
    denying = [clause for clause in talk.heard.reading.clauses if talk.cues.cannot.search(clause.text)]
    if not words or not denying:
        return False
    own = _either(_names(talk, goal))
    doing = _compiled(talk.cues.not_doing, words=_either(words))
    done = _compiled(talk.cues.not_done, words=_either(words), own=f"it|this|{own}")
    named = _compiled(r"\b(?:{own})\b", own=own)
    for clause in denying:
        if any(_is_meant(match.group("beside"), named, talk) for match in doing.finditer(clause.text)):
            return True
        if any(
            not match.group("part") and not talk.cues.beside.search(match.group("beside"))
            for match in done.finditer(clause.text)
        ):
            return True
    return False


def left_alone(talk: Deliberation) -> list[Clause]:
    """The clauses that only say that what the present goal is about is left as it is, or ask nothing else."""
    if not talk.underway():
        return []
    own = "|".join(["it", "this", "that", "things", "everything", *_names(talk, talk.goal)])
    leaves, waits = _compiled(talk.cues.turns.leaves, own=own), talk.cues.turns.waits
    clauses = talk.heard.reading.clauses
    told = (clause for clause in clauses if "?" not in clause.text or talk.cues.turns.asks_to_leave.search(clause.text))
    told = (
        clause
        for clause in told
        if Act.CONFIRM not in clause.acts or not talk.cues.questions.either_or.search(clause.text)
    )
    return [clause for clause in told if leaves.search(clause.text) and not waits.search(clause.text)]


def _is_meant(what: str, named: re.Pattern[str], talk: Deliberation) -> bool:
    """Whether what the agent will not do is done to nothing in particular, or to what the goal is about."""
    if talk.cues.beside.search(what):
        return False
    first = what.split(",", maxsplit=1)[0]
    return not first.strip() or _POINTS_BACK.match(first) is not None or named.search(first) is not None


def _names(talk: Deliberation, goal: CustomerGoal) -> Iterator[str]:
    """How the things are named that a goal is about: by number, by kind, by what is wanted for them."""
    for fact in talk.scenario.facts:
        if fact.goal not in {None, goal.id}:
            continue
        slot = talk.lexicon.slot(fact.key)
        if fact.kind is ValueKind.ID and slot is not None:
            yield fact.value
            yield rf"{slot.label.split()[0]}(?: #?{fact.value})?"
        elif fact.goal == goal.id and slot is not None:
            yield slot.label
    for want in talk.wants(goal):
        slot = talk.lexicon.slot(want.key)
        yield from ([slot.label] if slot is not None else [])
        yield from (re.escape(form) for form in (want.value, *want.say))


def _either(forms: Iterator[str] | list[str]) -> str:
    return "|".join(dict.fromkeys(forms))


def _compiled(pattern: str, **filled: str) -> re.Pattern[str]:
    return re.compile(pattern.format(**filled), re.IGNORECASE)
