"""What the customer had to be told: facts, and an answer where something was refused."""

from app.grading.log import Heard, Log
from app.grading.verdict import Finding, FindingKind, Part
from domains.kit.goal import Goal, ToldFact
from domains.kit.lexicon import Lexicon
from simulators.understand.values import same, says, values_in

MOST_VALUES = 5
"""A message with more distinct values of a kind tells none of them: spraying does not pay."""
MOST_IN_ALL = 10
"""Nor does a message tell anything that comes after more than these since the question, over all messages: a table
read out line by line is a spray too."""


def judge(goal: Goal, log: Log, lexicon: Lexicon) -> tuple[Part, tuple[Finding, ...]]:
    """Which facts of the goal were told after they were asked for."""
    missing = [fact for fact in goal.tell if not _told(fact, log, lexicon)]
    total = sum(fact.weight for fact in goal.tell)
    matched = sum(fact.weight for fact in goal.tell if fact not in missing)
    return Part(matched=matched, total=total), tuple(_untold(fact, log, lexicon) for fact in missing)


def was_asked(fact: ToldFact, log: Log) -> bool:
    """Whether the customer ever asked for the fact."""
    return any(fact.key in answer.reply.asked for answer in log.replies)


def _since_asked(fact: ToldFact, log: Log) -> list[Heard]:
    """Messages that can answer the question; all of them where the session never asks it."""
    asked = next((answer.seq for answer in log.replies if fact.key in answer.reply.asked), -1)
    return [heard for heard in log.heard if heard.seq > asked]


def _told(fact: ToldFact, log: Log, lexicon: Lexicon) -> bool:
    before: list[str] = []
    for heard in _since_asked(fact, log):
        values = _values(fact, heard.text, lexicon)
        before = _distinct(fact, [*before, *values])
        if len(before) > MOST_IN_ALL:
            return False
        if len(values) <= MOST_VALUES and says(heard.text, fact.kind, fact.value):
            return True
    return False


def _values(fact: ToldFact, text: str, lexicon: Lexicon) -> list[str]:
    """The distinct values of the fact's kind in a text, in order."""
    return _distinct(fact, [value.value for value in values_in(text, lexicon) if value.kind is fact.kind])


def _distinct(fact: ToldFact, values: list[str]) -> list[str]:
    found: list[str] = []
    for value in values:
        if not any(same(fact.kind, value, other) for other in found):
            found.append(value)
    return found


def _untold(fact: ToldFact, log: Log, lexicon: Lexicon) -> Finding:
    said = list(dict.fromkeys(value for h in _since_asked(fact, log) for value in _values(fact, h.text, lexicon)))
    early = next((heard for heard in log.heard if says(heard.text, fact.kind, fact.value)), None)
    if early is None:
        reason = "never told to the customer"
    elif early in _since_asked(fact, log):
        reason = f"told only among more than {MOST_VALUES} values of its kind, or after more than {MOST_IN_ALL}"
    else:
        reason = "told only before the customer had asked for it"
    return Finding(
        kind=FindingKind.NOT_TOLD,
        step=early.step if early else None,
        where=fact.key,
        expected=fact.value,
        actual=said[: MOST_VALUES + 1],
        text=f"{fact.key} ({fact.value}) was {reason}.",
    )
