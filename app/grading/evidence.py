"""Look-ups that had to be made, and the answer that had to follow them."""

from app.grading.arguments import loosely_equal, parsed
from app.grading.log import Call, Log
from app.grading.verdict import Finding, FindingKind, Part
from domains.kit.domain import Domain
from domains.kit.goal import CallPattern, Goal, Refuse


def judge(goal: Goal, log: Log, domain: Domain) -> tuple[Part, tuple[Finding, ...]]:
    """Whether a successful call matches each pattern, and whether a refusal was said after them."""
    calls = [(pattern, _first(pattern, log, domain)) for pattern in goal.evidence]
    findings = [_no_evidence(pattern) for pattern, call in calls if call is None]
    part = Part(matched=len(calls) - len(findings), total=len(calls))
    found = [call.seq for _, call in calls if call is not None]
    if not findings and any(isinstance(move, Refuse) for move in goal.script):
        since = max(found, default=-1)
        opened = log.replies[0].seq if log.replies else -1
        if not any(heard.seq > max(since, opened) and heard.text.strip() for heard in log.heard):
            findings.append(_not_answered())
    return part, tuple(findings)


def _first(pattern: CallPattern, log: Log, domain: Domain) -> Call | None:
    return next((call for call in log.successful if _matches(pattern, call, domain)), None)


def _matches(pattern: CallPattern, call: Call, domain: Domain) -> bool:
    if call.event.name != pattern.tool:
        return False
    sent, understood = call.arguments, parsed(call, domain)
    return all(
        (name in sent and loosely_equal(value, sent[name]))
        or (name in understood and loosely_equal(value, understood[name]))
        for name, value in pattern.arguments.items()
    )


def _no_evidence(pattern: CallPattern) -> Finding:
    given = ", ".join(f"{name}={value!r}" for name, value in pattern.arguments.items())
    return Finding(
        kind=FindingKind.NO_EVIDENCE,
        where=pattern.tool,
        expected=pattern.arguments,
        text=f"{pattern.tool}({given}) had to be called with success, and was not.",
    )


def _not_answered() -> Finding:
    return Finding(
        kind=FindingKind.NOT_ANSWERED,
        where="answer",
        text="The customer was told nothing after the look-up on which the refusal stands.",
    )
