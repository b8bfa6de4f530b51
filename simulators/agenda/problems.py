"""What an author got wrong in a scenario, found before a customer stumbles over it."""

import re
from collections.abc import Iterator

from domains.kit.lexicon import Lexicon
from domains.kit.scenario import IN_OWN_WORDS, BranchOn, BranchThen, CustomerGoal, Disclosure, Fact, Scenario
from domains.kit.values import ValueKind
from simulators.agenda.cues import cues_of
from simulators.agenda.deliberation import PRICE_LIMIT
from simulators.agenda.wording.render import all_wants, placeholder_source
from simulators.agenda.wording.speaker import pack_of
from simulators.agenda.wording.values import usual_form
from simulators.understand.values import says

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_SHORT = frozenset({ValueKind.NUMBER, ValueKind.CHOICE})
"""Kinds whose values also stand in sentences that mean something else."""


def problems(scenario: Scenario, lexicon: Lexicon) -> list[str]:
    """Everything about a scenario that an agenda customer could not act on, one sentence each; empty if it is sound."""
    return [
        *_language_problems(scenario),
        *_fact_problems(scenario, lexicon),
        *_pressure_problems(scenario),
        *(problem for goal in scenario.goals for problem in _goal_problems(scenario, goal, lexicon)),
    ]


def _language_problems(scenario: Scenario) -> Iterator[str]:
    try:
        cues_of(scenario.language)
        pack_of(scenario.language).wordings(scenario.wording)
    except ValueError as error:
        yield str(error)


def _fact_problems(scenario: Scenario, lexicon: Lexicon) -> Iterator[str]:
    known = {fact.key for fact in scenario.facts}
    for fact in scenario.facts:
        if lexicon.slot(fact.key) is None and not fact.ask:
            yield f"fact {fact.key!r} is no slot of the lexicon and has no phrasings, so nobody can ask for it"
        yield from _form_problems(f"fact {fact.key!r}", fact.kind, fact.value)
    for unknown in scenario.unknown:
        for key in (*unknown.instead, *unknown.asked_again):
            if key not in known:
                yield f"unknown {unknown.key!r} offers {key!r} instead, which is no fact"


def _pressure_problems(scenario: Scenario) -> Iterator[str]:
    worded = {push.kind for goal in scenario.goals for push in goal.pushes}
    for kind in scenario.pressure:
        if kind in IN_OWN_WORDS - worded:
            yield f"the pressure {kind.value!r} needs words of a goal, and no goal has any"


def _form_problems(name: str, kind: ValueKind, value: str) -> Iterator[str]:
    try:
        form = usual_form(kind, value)
    except ValueError:
        yield f"{name}: {value!r} is not the canonical form of {kind}"
        return
    if not says(form, kind, value):
        yield f"{name}: {value!r} is not recognised as {kind} when it is said"


def _goal_problems(scenario: Scenario, goal: CustomerGoal, lexicon: Lexicon) -> Iterator[str]:
    name = f"goal {goal.id!r}"
    if goal.needs_write and goal.action not in {action.key for action in lexicon.actions}:
        yield f"{name}: its action {goal.action!r} is not in the lexicon"
    if not goal.intent:
        yield f"{name} has no intent"
    for sentence in goal.intent:
        for key in _PLACEHOLDER.findall(sentence):
            if placeholder_source(scenario, goal, key) is None:
                yield f"{name}: {{{key}}} in its intent is no want and no fact that may be said openly"
    for want in all_wants(goal):
        yield from _form_problems(f"{name}, want {want.key!r}", want.kind, want.value)
        if want.value in want.among:
            yield f"{name}, want {want.key!r}: the right value is among the wrong ones"
    for branch in goal.branches:
        if branch.then is BranchThen.NEXT_PREFERENCE and goal.preference is None:
            yield f"{name}: a branch goes to the next preference, and there is none"
        if branch.threshold is not None and not _says_limit(scenario, goal, branch.threshold):
            yield f"{name}: a branch waits for a price above a limit, and no fact {PRICE_LIMIT!r} says that limit"
        if branch.on is BranchOn.CORRECTED and (goal.belief is None or not goal.belief.truth):
            yield f"{name}: a branch waits for a truth to be told, and the goal has no belief with a truth"
    yield from _leaks(scenario, goal, name)


def _says_limit(scenario: Scenario, goal: CustomerGoal, threshold: int) -> bool:
    return any(fact.value == str(threshold) for fact in scenario.facts_of(PRICE_LIMIT, goal.id))


def _leaks(scenario: Scenario, goal: CustomerGoal, name: str) -> Iterator[str]:
    """Facts that the goal's own sentences give away."""
    hidden = [fact for fact in scenario.facts if fact.disclose is not Disclosure.OPENLY and fact.kind not in _SHORT]
    wanted = {want.value for want in all_wants(goal)}
    for sentence in _sentences(goal):
        for fact in hidden:
            if fact.value not in wanted and says(sentence, fact.kind, fact.value, _distinct(fact)):
                yield f"{name}: {sentence!r} gives away the fact {fact.key!r}"


def _distinct(fact: Fact) -> tuple[str, ...]:
    return tuple(form for form in fact.say if len(form) > 3)


def _sentences(goal: CustomerGoal) -> Iterator[str]:
    yield from goal.intent
    for question in goal.questions:
        yield from question.say
    if goal.belief:
        yield from goal.belief.doubt
    for push in goal.pushes:
        yield from push.say
    for branch in goal.branches:
        yield from branch.say
    if goal.preference:
        yield from goal.preference.say_next
