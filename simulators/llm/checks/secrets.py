"""Whether a text says what the customer keeps to themselves: facts not told, and what they have not come to yet."""

import re
from collections.abc import Iterator
from functools import lru_cache

from domains.kit.lexicon import Lexicon
from domains.kit.scenario import CustomerGoal
from simulators.agenda.guard import Disclosed, check_utterance
from simulators.agenda.inner import Stage
from simulators.agenda.moves import MoveKind
from simulators.llm.checks.fault import Fault
from simulators.llm.draft import Draft
from simulators.understand.indexed import indexed
from simulators.understand.words import Phrases, folded, listed, spaced

MOST_SHARED = 0.5
"""Of the words of a hidden sentence that mean something."""
_STEM = 5
_COMMON = listed(
    "about after again also because been before could doesn don't every from have haven't help here into just know",
    "like more much need needs only other over please really same should some something still than thank that that's",
    "their them then there these they thing things this those time want wants what what's when where which will with",
    "would wouldn't your you're i'd i've i'll i'm it's can't order orders",
)
_HOLDER = re.compile(r"\{\w+\}")
_SET_PHRASES = re.compile(
    r"\bchang\w+ (?:my|your) mind\b|\bin return\b"
    r"|\b(?:any|an) updates?\b|\bfor a change\b|\bnothing (?:has )?changed?\b"
)
_PASSING_ON = frozenset(
    {MoveKind.DECLINE_TRANSFER, MoveKind.ACCEPT_TRANSFER, MoveKind.ACKNOWLEDGE_TRANSFER, MoveKind.PREFER_HERE}
)


def secrets_fault(text: str, draft: Draft) -> Fault | None:
    """What a text gives away beside its draft."""
    try:
        check_utterance(text, draft.decision, draft.scenario, draft.lexicon)
    except Disclosed:
        return Fault("secret", "it says something that you do not say now")
    own = stems(draft.text, *(turn.text for turn in draft.turns))
    beyond = stems(text) - own
    for sentence in _hidden(draft):
        if spaced(sentence) in spaced(text) and spaced(sentence) not in spaced(draft.text):
            return Fault("secret", "it says something that is not in the draft")
        hidden = stems(sentence) - own
        shared = hidden & beyond
        if len(shared) >= max(2, MOST_SHARED * len(hidden)):
            return Fault("secret", "it says something that is not in the draft")
    if unnamed := actions_in(text, draft.lexicon) - _sayable_actions(draft):
        return Fault("secret", f"it speaks of {min(unnamed).replace('_', ' ')!r}, and the draft does not")
    return None


def stems(*texts: str) -> frozenset[str]:
    """The beginnings of the words that mean something."""
    return frozenset().union(*map(_stems, texts))


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    found = spaced(_HOLDER.sub(" ", text)).split()
    return frozenset(word[:_STEM] for word in found if len(word) > 3 and word not in _COMMON)


def _hidden(draft: Draft) -> Iterator[str]:
    """The sentences of the scenario about goals not stated, branches not taken, beliefs and questions not spoken of."""
    for goal in draft.scenario.goals:
        if draft.inner.goals[goal.id].stage is Stage.OPEN:
            yield from goal.intent
            yield from (sentence for question in goal.questions for sentence in question.say)
        yield from _reactions(goal)
    for unknown in draft.scenario.unknown:
        if unknown.key not in draft.inner.unable:
            yield from unknown.say


def _reactions(goal: CustomerGoal) -> Iterator[str]:
    yield from (sentence for branch in goal.branches for sentence in branch.say)
    yield from goal.preference.say_next if goal.preference else ()
    yield from goal.belief.doubt if goal.belief else ()


def _sayable_actions(draft: Draft) -> frozenset[str]:
    named = actions_in(draft.text, draft.lexicon) | {goal.action for goal in draft.stated}
    return named | actions_in(draft.last_heard, draft.lexicon) if draft.kinds & _PASSING_ON else named


def actions_in(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Keys of the actions that a text names."""
    plain = _SET_PHRASES.sub(" ", folded(text))
    return frozenset(found.payload for found in indexed(_named, lexicon).found(plain))


def _named(lexicon: Lexicon) -> Phrases[str]:
    if lexicon.base is not None and lexicon.base.actions == lexicon.actions:
        return indexed(_named, lexicon.base)
    return Phrases((word, action.key) for action in lexicon.actions for word in action.words)


def names_action(text: str, action: str, lexicon: Lexicon) -> bool:
    """Whether a text names an action."""
    return action in actions_in(text, lexicon)
