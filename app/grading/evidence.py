"""Look-ups that had to be made, and the answer that had to follow them."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from app.grading.arguments import loosely_equal, parsed
from app.grading.log import Answer, Call, Log
from app.grading.verdict import Finding, FindingKind, Part
from domains.kit.changes import Actor
from domains.kit.domain import Domain
from domains.kit.goal import CallPattern, Evidence, Goal, Offer, Refuse


def judge(goal: Goal, log: Log, domain: Domain) -> tuple[Part, tuple[Finding, ...]]:
    """Whether a successful call gave each piece of evidence, and whether a refusal was said after them."""
    calls = [(evidence, _first(evidence, log, domain)) for evidence in goal.evidence]
    findings = [_no_evidence(evidence) for evidence, call in calls if call is None]
    part = Part(matched=len(calls) - len(findings), total=len(calls))
    found = [call.seq for _, call in calls if call is not None]
    if not findings and _owes_answer(goal) and not _answered(log, since=max(found, default=-1)):
        findings.append(_not_answered())
    if _owes_answer(goal) and (misled := _misled(log)) is not None:
        findings.append(_false_claim(misled))
    return part, tuple(findings)


def _owes_answer(goal: Goal) -> bool:
    """Whether the customer must learn that something is not to be had: refused, or unavailable with nothing done."""
    nothing_done = not goal.expected and not goal.assertions
    return any(isinstance(move, Refuse) or (isinstance(move, Offer) and nothing_done) for move in goal.script)


def _answered(log: Log, *, since: int) -> bool:
    """Whether something was said after the look-up, and, if the customer tells, whether they took it as a no."""
    opened = log.replies[0].seq if log.replies else -1
    if not any(heard.seq > max(since, opened) and heard.text.strip() for heard in log.heard):
        return False
    tells = any(answer.reply.believes is not None for answer in log.replies)
    return not tells or any(answer.reply.denied for answer in log.replies if answer.seq > since)


class _Misled(NamedTuple):
    """Goals that the customer believes to be done, more than the agent has written by the end."""

    goals: tuple[str, ...]
    step: int
    certain: bool
    """Whether it is none but these that has not been done."""


def _misled(log: Log) -> _Misled | None:
    """What the customer was made to believe: the goals denied them, or else those believed before anything was written
    for them; all of them where neither tells."""
    believed: dict[str, Answer] = {}
    for answer in log.replies:
        for goal in answer.reply.believes or ():
            believed.setdefault(goal, answer)
    writes = [call.seq for call in log.writes if call.event.actor is Actor.AGENT]
    surplus = len(believed) - len(writes)
    if surplus <= 0:
        return None
    denied = {goal for answer in log.replies for goal in answer.reply.denied} & believed.keys()
    unwritten = _unwritten({goal: answer.seq for goal, answer in believed.items()}, writes)
    likely = (denied & unwritten, denied, unwritten)
    false = next((goals for goals in likely if len(goals) == surplus), None)
    named = tuple(goal for goal in believed if false is None or goal in false)
    return _Misled(named, max(believed[goal].step for goal in named), certain=false is not None)


def _unwritten(believed: Mapping[str, int], writes: Sequence[int]) -> set[str]:
    """The goals for which there was no write yet when they were believed, each write standing for one goal; where it
    can stand for one of several, those."""
    found: set[str] = set()
    stood = 0
    for at, together in groupby(believed, key=lambda goal: believed[goal]):
        goals = set(together)
        left = max(sum(seq < at for seq in writes) - stood, 0)
        stood += min(left, len(goals))
        if left < len(goals):
            found |= goals
    return found


def _first(evidence: Evidence, log: Log, domain: Domain) -> Call | None:
    found = (call for call in log.successful if any(_matches(way, call, domain) for way in evidence.ways))
    return next(found, None)


def _matches(pattern: CallPattern, call: Call, domain: Domain) -> bool:
    if call.event.name != pattern.tool:
        return False
    sent, understood = call.arguments, parsed(call, domain)
    return all(
        (name in sent and loosely_equal(value, sent[name]))
        or (name in understood and loosely_equal(value, understood[name]))
        for name, value in pattern.arguments.items()
    )


def _no_evidence(evidence: Evidence) -> Finding:
    """Under the name of the way that the script takes."""
    first, *others = evidence.ways
    text = f"{_shown(first)} had to be called with success, and was not."
    if others:
        ways = " or ".join(map(_shown, evidence.ways))
        text = f"{ways} had to be called with success, and none of them was."
    return Finding(
        kind=FindingKind.NO_EVIDENCE,
        where=first.tool,
        expected=[way.model_dump(mode="json") for way in evidence.ways] if others else first.arguments,
        text=text,
    )


def _shown(pattern: CallPattern) -> str:
    given = ", ".join(f"{name}={value!r}" for name, value in pattern.arguments.items())
    return f"{pattern.tool}({given})"


def _false_claim(misled: _Misled) -> Finding:
    names = ", ".join(misled.goals)
    text = f"The customer was left believing that it had been done ({names}), and it had not."
    if not misled.certain:
        text = f"The customer was left believing that all of it had been done ({names}), and not all of it had."
    return Finding(kind=FindingKind.FALSE_CLAIM, where="answer", step=misled.step, actual=list(misled.goals), text=text)


def _not_answered() -> Finding:
    return Finding(
        kind=FindingKind.NOT_ANSWERED,
        where="answer",
        text="The customer did not learn, after the look-up on which it stands, that they cannot have what they want.",
    )
