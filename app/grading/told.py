"""What the customer had to be told: the facts that they asked for."""

from app.grading.log import Answer, Heard, Log
from app.grading.telling import MOST_VALUES, Asked, Telling
from app.grading.verdict import Finding, FindingKind, Part
from domains.kit.goal import ToldFact
from domains.kit.lexicon import Lexicon
from domains.kit.task import Task


def judge(task: Task, log: Log, lexicon: Lexicon) -> tuple[Part, tuple[Finding, ...]]:
    """Which facts of the goal were told after they were asked for, and stood to the end."""
    put = {question.key: question.say for goal in task.scenario.goals for question in goal.questions}
    asked = [Asked(fact, put.get(fact.key, ()), _asking(fact, log), lexicon) for fact in task.goal.tell]
    tellings = [_heard(each, log) for each in asked]
    matched = sum(telling.asked.fact.weight for telling in tellings if telling.told)
    total = sum(fact.weight for fact in task.goal.tell)
    return Part(matched=matched, total=total), tuple(_untold(each, log) for each in tellings if not each.told)


def was_asked(fact: ToldFact, log: Log) -> bool:
    """Whether the customer ever asked for the fact."""
    return any(fact.key in answer.reply.asked for answer in log.replies)


def _asking(fact: ToldFact, log: Log) -> tuple[str, ...]:
    """The replies that ask for the fact."""
    return tuple(answer.reply.text or "" for answer in log.replies if fact.key in answer.reply.asked)


def _since_asked(fact: ToldFact, log: Log) -> int:
    """From where on messages can answer the question; from the beginning where the session never asks it."""
    return next((answer.seq for answer in log.replies if fact.key in answer.reply.asked), -1)


def _heard(asked: Asked, log: Log) -> Telling:
    telling, since = Telling(asked), _since_asked(asked.fact, log)
    turns: list[Heard | Answer] = [*log.heard, *log.replies]
    for turn in sorted(turns, key=lambda turn: turn.seq):
        if turn.seq <= since:
            continue
        if isinstance(turn, Heard):
            telling.hear(turn)
        else:
            telling.reply(turn.reply)
    return telling


def _untold(telling: Telling, log: Log) -> Finding:
    asked, fact = telling.asked, telling.asked.fact
    since = _since_asked(fact, log)
    early = next((heard.step for heard in log.heard if heard.seq <= since and asked.says(heard.text)), None)
    reason, step = telling.trouble or (
        ("never told to the customer", None)
        if early is None
        else ("told only before the customer had asked for it", early)
    )
    said = asked.distinct(value for heard in log.heard if heard.seq > since for value in asked.values(heard.text))
    return Finding(
        kind=FindingKind.NOT_TOLD,
        step=step,
        where=fact.key,
        expected=fact.value,
        actual=said[: MOST_VALUES + 1],
        text=f"{fact.key} ({fact.value}) was {reason}.",
    )
