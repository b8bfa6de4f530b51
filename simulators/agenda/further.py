"""Proposals that reach further than what is wanted: to other things along with it, or to all that there is."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from domains.kit.scenario import CustomerGoal, Fact, Want
from domains.kit.values import ValueKind
from simulators.agenda.deliberation import Deliberation
from simulators.agenda.moves import Item, item_of
from simulators.agenda.proposed import Proposal
from simulators.agenda.rivals import rivals_of
from simulators.understand.slots import CHOICE
from simulators.understand.values import says

_ID = r"#?(?P<other>\w*\d[\w-]*)"


def reaches_further(talk: Deliberation, goal: CustomerGoal, proposal: Proposal) -> list[Item]:
    """What is wanted, or known of the goal, to which a proposal adds more of its kind."""
    lines = f"{proposal.asking}\n{proposal.details}".splitlines()
    things = [want for want in talk.wants(goal) if want.key == CHOICE]
    own = [fact for fact in talk.scenario.facts if fact.goal == goal.id and fact.kind is ValueKind.ID]
    found = things if _adds_things(talk, goal, things, lines) else []
    return [*map(item_of, found), *(item_of(fact) for fact in own if _adds_another(talk, fact, proposal, lines))]


def _adds_things(talk: Deliberation, goal: CustomerGoal, things: Sequence[Want], lines: Sequence[str]) -> bool:
    """Whether a line does the same with another thing in one breath, or with all that there is, where others are."""
    others = {other for want in things for other in rivals_of(talk, goal, want)}
    others -= {form for want in things for form in (want.value, *want.say)}
    deeds = [word for action in talk.lexicon.actions if action.key == goal.action for word in action.words]
    if not others or not deeds:
        return False
    own = [form for want in things for form in (want.value, *want.say)]
    along = _along(talk.cues.parts.along, tuple(deeds), tuple(own), tuple(sorted(others)))
    whole = _whole(talk.cues.parts.whole, tuple(deeds))
    named = any(says(line, want.kind, want.value, want.say) for line in lines for want in things)
    return any(_goes_on(talk, line, along) for line in lines) or (
        not named and any(_goes_on(talk, line, whole) for line in lines)
    )


def _goes_on(talk: Deliberation, line: str, pattern: re.Pattern[str]) -> bool:
    """Whether a line has this in it and says of nothing that it stays out."""
    found = pattern.search(line)
    return found is not None and not talk.cues.left_out.search(line)


def _adds_another(talk: Deliberation, fact: Fact, proposal: Proposal, lines: Iterable[str]) -> bool:
    """Whether a line joins an identifier that the customer does not know to their own."""
    known = {each.value for each in talk.scenario.facts if each.kind is ValueKind.ID}
    named = {value.value for value in proposal.all_values if value.kind is ValueKind.ID and value.slot == fact.key}
    if not named - known:
        return False
    joined = re.compile(rf"#?{re.escape(fact.value)}{talk.cues.parts.and_also}(?:\w+ )?{_ID}", re.IGNORECASE)
    before = re.compile(rf"{_ID}{talk.cues.parts.and_also}(?:\w+ )?#?{re.escape(fact.value)}\b", re.IGNORECASE)
    others = (found["other"] for line in lines for rule in (joined, before) for found in rule.finditer(line))
    return any(other in named - known for other in others)


@lru_cache(maxsize=512)
def _along(template: str, deeds: tuple[str, ...], own: tuple[str, ...], others: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(template.format(deeds=_either(deeds), own=_either(own), others=_either(others)), re.IGNORECASE)


@lru_cache(maxsize=64)
def _whole(template: str, deeds: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(template.format(deeds=_either(deeds)), re.IGNORECASE)


def _either(forms: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
