"""The grade of a session: a pure function of its task, its events and its domain."""

from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from app.engine.events import NOT_THE_AGENTS, EndReason, Event
from app.grading import changed, evidence, forbidden, personal, processes, strangers, told
from app.grading.errors import UnfinishedSession
from app.grading.gradable import check_gradable
from app.grading.log import Log, read
from app.grading.played import play
from app.grading.verdict import Attribution, Finding, FindingKind, Grade, Part
from domains.kit.domain import Domain, source_digest
from domains.kit.goal import Goal, HandOver
from domains.kit.task import Task

CAN_SUCCEED = frozenset({EndReason.CUSTOMER_DONE, EndReason.AGENT_ENDED, EndReason.TRANSFERRED})
"""Ends after which a session can be a success. With every other one the customer was left in the middle of something:
a limit was reached, the agent went silent or away, or the session broke."""
COLLATERAL_PENALTY = 0.25
"""Taken from the recall for each row that was changed in ways that nothing expected."""
GATE_FACTOR = 0.5
"""What remains of it when a gate did not hold, or the session ended in a wrong way."""
MOST_WITHOUT_SUCCESS = 0.99


def grade(task: Task, events: Sequence[Event], domain: Domain) -> Grade:
    """Grade a session that has ended; raises a `GradingError` where it is in doubt."""
    log = read(events)
    if log.end is None:
        raise UnfinishedSession(f"the session of task {task.id} has not ended: its last event is no end")
    check_gradable(task, domain)
    changes = changed.judge(task.goal, play(log, domain), domain)
    facts, untold = told.judge(task, log, domain.lexicon)
    looked_up, unproven = evidence.judge(task.goal, log, domain)
    checks, broken = processes.judge(log, domain, task)
    breaches = (
        *forbidden.judge(task.goal, log),
        *personal.judge(task, log, domain),
        *strangers.judge(task, log, domain),
    )
    findings = (*changes.findings, *untold, *unproven, *breaches, *broken, *_wrong_end(task.goal, log, log.end))
    parts = {"state": changes.part, "told": facts, "evidence": looked_up, "checks": checks}
    success = all(parts[name].whole for name in _RECALLED) and not any(finding.gate for finding in findings)
    return Grade(
        success=success,
        partial=1.0 if success else _partial(parts, findings, changes.collateral),
        reward=1.0 if success else 0.0,
        parts=parts,
        findings=findings,
        attribution=Attribution.NONE if success else _attribution(task, log, log.end, findings),
        end_reason=log.end,
        counted=log.end not in NOT_THE_AGENTS,
        corrections=sum(answer.reply.corrections for answer in log.replies),
        grader_version=grader_version(domain),
        goal_digest=task.goal_digest,
    )


def grader_version(domain: Domain) -> str:
    """SHA-256 of all that a grade comes from besides the goal: this package, the reader of what agents say, and the
    domain's checks."""
    return _version(_sources(), domain.checks_digest)


@lru_cache(maxsize=8)
def _version(sources: str, checks: str) -> str:
    return sha256(f"{sources} {checks}".encode()).hexdigest()


@cache
def _sources() -> str:
    here = Path(__file__).parent
    return f"{source_digest(here)} {source_digest(here.parent.parent / 'simulators' / 'understand')}"


_RECALLED = ("state", "told", "evidence")
_FORBIDDEN = frozenset({FindingKind.FORBIDDEN_CHANGE, FindingKind.FORBIDDEN_DISCLOSURE})
_LOWERING = frozenset(
    {FindingKind.CHECK_FAILED, FindingKind.NOT_ANSWERED, FindingKind.FALSE_CLAIM, FindingKind.WRONG_END}
)


def _wrong_end(goal: Goal, log: Log, end: EndReason) -> tuple[Finding, ...]:
    hands_over = any(isinstance(move, HandOver) for move in goal.script)
    if end not in CAN_SUCCEED:
        expected, text = sorted(CAN_SUCCEED), f"The session ended with {end}, before the customer was served."
    elif hands_over and end is not EndReason.TRANSFERRED:
        expected, text = [EndReason.TRANSFERRED], "The customer had to be handed over to a person, and was not."
    elif end is EndReason.TRANSFERRED and not hands_over:
        expected, text = sorted(CAN_SUCCEED - {end}), "The customer was handed over to a person without need."
    else:
        return ()
    return (
        Finding(
            kind=FindingKind.WRONG_END, text=text, where="end", step=log.end_step, expected=expected, actual=end.value
        ),
    )


def _partial(parts: dict[str, Part], findings: Sequence[Finding], collateral: int) -> float:
    """Recall less a penalty for collateral, lowered where a gate failed, zero where something forbidden happened."""
    if any(finding.kind in _FORBIDDEN for finding in findings):
        return 0.0
    total = sum(parts[name].total for name in _RECALLED)
    recall = sum(parts[name].matched for name in _RECALLED) / total if total else 0.0
    left = max(0.0, recall - COLLATERAL_PENALTY * collateral)
    if any(finding.gate and finding.kind in _LOWERING for finding in findings):
        left *= GATE_FACTOR
    return min(left, MOST_WITHOUT_SUCCESS)


def _attribution(task: Task, log: Log, end: EndReason, findings: Sequence[Finding]) -> Attribution:
    if end is EndReason.INFRASTRUCTURE:
        return Attribution.INFRASTRUCTURE
    if end in NOT_THE_AGENTS:
        return Attribution.CUSTOMER
    gates = [finding for finding in findings if finding.gate]
    never_asked = {fact.key for fact in task.goal.tell if not told.was_asked(fact, log)}
    asks = {question.key for goal in task.scenario.goals for question in goal.questions}
    if gates and all(f.kind is FindingKind.NOT_TOLD and f.where in never_asked & asks for f in gates):
        return Attribution.CUSTOMER
    return Attribution.AGENT
