"""Plays the sessions of an audit and judges them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.agents.play import Played, play_many
from app.audit.excerpts import excerpt
from app.audit.mutations import check_mutations
from app.audit.original import Original
from app.audit.plan import Line, lines_for
from app.audit.service import Service
from app.audit.static import check_branches, check_calls, check_provenance
from app.audit.verdict import Report, TaskAudit
from app.engine.events import CustomerReplied, Event
from app.grading.errors import GradingError
from app.grading.grader import grade
from app.grading.verdict import Grade
from app.sessions.live import state_seed
from domains.kit.domain import Domain
from domains.kit.task import Task

AT_ONCE = 8
PAIRED = "look_up_then_refuse"


@dataclass(frozen=True)
class Outcome:
    """A session of the audit, with what the service recorded of it."""

    line: Line
    played: Played
    events: Sequence[Event]
    grade: Grade | None
    failure: str | None = None
    """Why there is no grade."""

    @property
    def succeeded(self) -> bool:
        """Whether it is graded a success."""
        return self.grade is not None and self.grade.success

    def why(self) -> str:
        """Why it is no success, for the author of the task."""
        reasons = [reason for reason in (self.played.error, self.failure) if reason]
        if self.grade is not None:
            reasons += [f"{finding.kind}: {finding.text}" for finding in self.grade.findings if finding.gate]
        return "; ".join(reasons) or f"the session ended as {self.played.end_reason}"


async def audit_unit(unit: Sequence[Task], domain: Domain, service: Service) -> list[TaskAudit]:
    """Audit a task, or twins together."""
    if stale := [task for task in unit if task.world != domain.world.digest]:
        return [_stale(task, stale) for task in unit]
    outcomes = await outcomes_of([line for task in unit for line in lines_for(task, domain)], service)
    own = {task.id: [outcome for outcome in outcomes if outcome.line.order.task.id == task.id] for task in unit}
    refused = [outcome for outcome in outcomes if outcome.line.order.agent == PAIRED]
    return [judge(task, domain, own[task.id], refused) for task in unit]


def _stale(task: Task, stale: Sequence[Task]) -> TaskAudit:
    report = Report(task.id)
    names = " and ".join(each.id for each in stale)
    text = f"{names} was made for another world than the one that is here: make the tasks again"
    report.check("calls", ok=False, text=text)
    return report.closed()


async def outcomes_of(lines: Sequence[Line], service: Service) -> list[Outcome]:
    """Play the lines over the API, and read back what was recorded."""
    played = await play_many(service.client, [line.order for line in lines], at_once=AT_ONCE)
    return [await _outcome(line, result, service) for line, result in zip(lines, played, strict=True)]


async def _outcome(line: Line, played: Played, service: Service) -> Outcome:
    if played.session_id is None:
        return Outcome(line, played, (), None, failure="the session could not be opened")
    recorded = await service.operator.events(played.session_id)
    events = [Event.model_validate(event) for event in recorded["events"]]
    # Graded here and not read from the service: there a grader that fails is tried again, here it is a finding.
    try:
        return Outcome(line, played, events, grade(line.order.task, events, line.order.domain))
    except GradingError as error:
        return Outcome(line, played, events, None, failure=f"it cannot be graded: {error}")


def judge(task: Task, domain: Domain, outcomes: Sequence[Outcome], refused: Sequence[Outcome]) -> TaskAudit:
    """All checks of one task, given its sessions, and those of its twin in which everything was refused."""
    report = Report(task.id)
    report.sessions = len(outcomes)
    check_calls(task, domain, report)
    check_branches(task, report)
    for outcome in outcomes:
        _check_session(outcome, report)
    _check_twin(task, refused, report)
    gold = next((outcome for outcome in outcomes if outcome.line.is_gold), None)
    if gold is not None and gold.events:
        check_provenance(task, domain, _opening(gold.events), report)
    if gold is not None and gold.succeeded:
        seed = state_seed(task.id, gold.line.order.seed)
        check_mutations(Original(task, domain, gold.events, seed), report)
    return report.closed()


def _check_session(outcome: Outcome, report: Report) -> None:
    title = outcome.line.title
    if outcome.line.is_gold:
        report.check(
            "gold",
            ok=outcome.succeeded and outcome.played.error is None,
            text=f"{title} is no success: {outcome.why()}",
            excerpt=excerpt(outcome.events),
        )
    elif outcome.line.order.agent != PAIRED:
        _check_cheat(outcome, "exploits", report)


def _check_cheat(outcome: Outcome, check: str, report: Report) -> None:
    report.check(
        check,
        ok=not outcome.succeeded and outcome.failure is None,
        text=f"{outcome.line.title} is a success"
        if outcome.failure is None
        else f"{outcome.line.title}: {outcome.failure}",
        excerpt=excerpt(outcome.events),
    )


def _check_twin(task: Task, refused: Sequence[Outcome], report: Report) -> None:
    for outcome in refused:
        if outcome.failure is not None:
            report.check("twin", ok=False, text=f"{outcome.line.title}: {outcome.failure}")
            return
    if refused and all(outcome.succeeded for outcome in refused):
        names = " and its twin ".join(outcome.line.order.task.id for outcome in refused)
        own = next((outcome for outcome in refused if outcome.line.order.task.id == task.id), refused[0])
        lacking = "" if len(refused) > 1 else ": it needs a twin in which the same request is allowed"
        text = f"looking up and then refusing is a success on {names}{lacking}"
        report.check("twin", ok=False, text=text, excerpt=excerpt(own.events))
    else:
        report.check("twin", ok=True, text="")


def _opening(events: Sequence[Event]) -> str:
    for event in events:
        if isinstance(event.payload, CustomerReplied):
            return event.payload.reply.text or ""
    return ""
