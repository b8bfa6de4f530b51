"""Checks of a task that need no conversation: its gold calls, their sources, and its branches."""

from collections.abc import Iterator

from app.audit.verdict import Report
from domains.kit.domain import Domain
from domains.kit.goal import ExpectedChange, Goal, Offer, Refuse
from domains.kit.gold import agree, play
from domains.kit.provenance import opening_determines_all, provenance_gaps
from domains.kit.scenario import BranchOn, Scenario
from domains.kit.task import Task


def check_calls(task: Task, domain: Domain, report: Report) -> None:
    """The gold calls run without error, and the expected changes are what they lead to."""
    played = play(domain, task.goal)
    report.check("calls", ok=not played.errors, text=f"gold calls are refused: {'; '.join(played.errors)}")
    if not _right_ways(task.goal):
        return
    changes = played.state.diff()
    fits = any(agree(way, changes, domain.world) for way in _right_ways(task.goal))
    shown = ", ".join(f"{change.path}: {change.after}" for change in changes) or "nothing"
    report.check("calls", ok=fits, text=f"the expected changes are not what the gold calls lead to, which is: {shown}")


def check_provenance(task: Task, domain: Domain, opening: str, report: Report) -> None:
    """Every gold argument has a source, and the opening alone does not give all arguments of a write."""
    gaps = provenance_gaps(domain, task)
    report.check("provenance", ok=not gaps, text=f"an agent cannot know these gold arguments: {'; '.join(gaps)}")
    determined = opening_determines_all(domain, task, opening)
    report.check(
        "provenance",
        ok=not determined,
        text=f"the opening gives away whole gold writes: {'; '.join(determined)}",
        excerpt=opening,
    )


def check_branches(task: Task, report: Report) -> None:
    """Where the script refuses or offers something else, the scenario says what the customer does then."""
    for missing in missing_branches(task):
        report.check("branches", ok=False, text=missing)
    if not any(flaw.check == "branches" for flaw in report.flaws):
        report.check("branches", ok=True, text="")


def missing_branches(task: Task) -> Iterator[str]:
    """What the script refuses or cannot give, and the scenario has no reaction to."""
    scenario = task.scenario
    for move in task.goal.script:
        if isinstance(move, Refuse) and not _takes_a_no(scenario):
            yield f"the script refuses to {move.what}, and no goal has a branch for it and there is no pressure"
        if isinstance(move, Offer) and not _takes_another(scenario):
            missing = "no goal has another preference or a branch"
            yield f"the script says that {move.unavailable} is not available, and {missing}"


def _takes_a_no(scenario: Scenario) -> bool:
    reactions = {BranchOn.REFUSED, BranchOn.NOT_FOUND, BranchOn.PRICE_ABOVE, BranchOn.UNAVAILABLE}
    return bool(scenario.pressure) or any(branch.on in reactions for goal in scenario.goals for branch in goal.branches)


def _takes_another(scenario: Scenario) -> bool:
    ranked = any(goal.preference is not None and len(goal.preference.ranked) > 1 for goal in scenario.goals)
    return ranked or any(branch.on is BranchOn.UNAVAILABLE for goal in scenario.goals for branch in goal.branches)


def _right_ways(goal: Goal) -> list[tuple[ExpectedChange, ...]]:
    return [] if goal.assertions else [goal.expected, *goal.alternatives]
